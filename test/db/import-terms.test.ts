/** Term dates as councils publish them: a column a term, INSET days in one cell, year groups that start later, days of college. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarsOf } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import { previewImport } from '../../electron/jobs/import/preview-import.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { csvFile, importInto } from '../helpers/imports.ts';
import { addPlaces, madeFolder, madeStore, SCHOOL } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
let made = 0;
beforeEach(() => {
  store = madeStore(join(folder.path, `${made++}`, 'kent.kerbside'));
  addPlaces(store);
});
afterEach(() => store.close());

const YEAR = academicYearFrom(2026);
const calendars = () => calendarsOf(store);
const first = (group: number | null) => calendars().firstDay(SCHOOL, group, YEAR);
const open = (day: string, group: number | null = null) => calendars().runsOn(SCHOOL, group, isoDate(day)); // prettier-ignore

describe('a table with a column a term', () => {
  const wide = csvFile(
    'terms.csv',
    'Kent term dates 2026 to 2027,,,,,,,',
    'School,URN,Autumn term start,Autumn term end,Spring term starts,Spring term ends,INSET days,Years 8-11 start',
    `Bower Grove School,${SCHOOL},02/09/2026,18/12/2026,04/01/2027,25/03/2027,02/09/2026; 23/10/2026,04/09/2026`,
    `All schools,,03/09/2026,17/12/2026,05/01/2027,24/03/2027,,`,
  );

  it('is understood: terms, INSET days in one cell, and years that start on a day of their own', async () => {
    const report = await importInto(store, 'term-dates', [wide]);
    expect(report).toMatchObject({ read: 7, added: 7, refused: 0, held: 0 });
    expect(
      store.terms.all().map(({ urn, kind, from_on, to_on }) => [urn, kind, from_on, to_on]),
    ).toEqual([
      [0, 'term', '2026-09-03', '2026-12-17'],
      [0, 'term', '2027-01-05', '2027-03-24'],
      [SCHOOL, 'closed', '2026-09-02', '2026-09-02'],
      [SCHOOL, 'term', '2026-09-02', '2026-12-18'],
      [SCHOOL, 'closed', '2026-10-23', '2026-10-23'],
      [SCHOOL, 'term', '2027-01-04', '2027-03-25'],
    ]);
    expect([first(7), first(8), first(null)]).toEqual(['2026-09-03', '2026-09-04', '2026-09-03']);
    expect([open('2026-10-23'), open('2026-12-18'), open('2027-01-04')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is recognised without being told, and shown as it is read', async () => {
    const preview = await previewImport(store, { kind: null, files: [wide], mapping: null }); // prettier-ignore
    expect(preview).toMatchObject({
      ok: true,
      value: { kind: 'term-dates', missing: [], rows: 7 },
    });
  });

  it('tells of a term that has an end and no beginning', async () => {
    const report = await importInto(store, 'term-dates', [
      csvFile('t.csv', 'School,Term 1 start,Term 1 end,Term 2 end', 'All schools,02/09/2026,23/10/2026,18/12/2026'), // prettier-ignore
    ]);
    expect(report).toMatchObject({ read: 2, added: 1, refused: 1 });
    expect(report.rows.find(({ outcome }) => outcome === 'refused')).toMatchObject({ line: 2, code: 'no_date' }); // prettier-ignore
  });

  it('takes spans written in one cell', async () => {
    await importInto(store, 'term-dates', [
      csvFile('t.csv', 'School,Term 1,Term 2', 'All schools,02/09/2026 - 23/10/2026,02/11/2026 to 18/12/2026'), // prettier-ignore
    ]);
    expect(store.terms.all().map(({ from_on, to_on, label }) => [from_on, to_on, label])).toEqual([
      ['2026-09-02', '2026-10-23', 'Term 1'],
      ['2026-11-02', '2026-12-18', 'Term 2'],
    ]);
  });
});

describe('a line a span', () => {
  it('may say year groups, an early finish, and days of the week', async () => {
    const report = await importInto(store, 'term-dates', [
      csvFile(
        't.csv',
        'School,URN,Label,Kind,From,To,Year groups,Finishes at,Open on',
        `,${SCHOOL},Term,Term,01/09/2026,18/12/2026,,,`,
        `,${SCHOOL},Sixth form starts,First day,07/09/2026,,"12, 13",,`,
        `,${SCHOOL},End of term,,18/12/2026,,,12:30,`,
        `,${SCHOOL},Sixth form week,,01/09/2026,18/12/2026,12-13,,Mon to Wed`,
        `,${SCHOOL},Trip day,Closed,02/10/2026,,9,,`,
        `Nowhere School,,Years start,First day,07/09/2026,,7,,`,
      ),
    ]);
    expect(report).toMatchObject({ read: 6, added: 5, refused: 1 });
    expect(report.rows.find(({ outcome }) => outcome === 'refused')?.code).toBe('school_not_found');
    expect([first(11), first(12)]).toEqual(['2026-09-01', '2026-09-07']);
    expect([open('2026-09-10', 12), open('2026-09-10', 11), open('2026-10-02', 9)]).toEqual([false, true, false]); // prettier-ignore
    expect(calendars().dayOf(SCHOOL, 11, isoDate('2026-12-18')).ends_s).toBe(45_000);
  });
});
