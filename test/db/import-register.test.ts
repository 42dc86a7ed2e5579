import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { contentOf, countsOf, csvFile, fixture, importInto } from '../helpers/imports.ts';
import { workbookOf } from '../helpers/zip-of.ts';
import { madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
let made = 0;
beforeEach(() => {
  store = madeStore(join(folder.path, `${made++}`, 'kent.kerbside'));
});
afterEach(() => store.close());

const places = async () => {
  await importInto(store, 'postcodes', [fixture('postcodes.csv')]);
  await importInto(store, 'schools', [fixture('schools.csv')]);
};
const client = (ref: string) => {
  const found = store.clients.byRef(ref);
  if (found === null) throw new Error(`No client ${ref}`);
  return found;
};

describe('several files and sheets', () => {
  it('knows a reference again from file to file, and names the file in the report', async () => {
    const [one, two] = [
      csvFile('one.csv', 'Ref,Surname', 'A1,Kay'),
      csvFile('two.csv', 'Ref,Surname', 'A2,Lee', 'A1,May'),
    ];
    const report = await importInto(store, 'applications', [one, two]);
    expect(countsOf(report)).toMatchObject({ read: 3, added: 2, refused: 1 });
    expect(client('A1').surname).toBe('Kay');
    const other = await importInto(store, 'applications', [
      csvFile('x.csv', 'Ref,Surname', ',Kay'),
      two,
    ]);
    expect(other.rows.map((row) => row.reason.split(':')[0])).toEqual(['x.csv']);
  });
  it('reads every sheet with the same headings, and tells of the others', async () => {
    const bytes = workbookOf({
      Primary: [
        ['Ref', 'Surname'],
        ['A1', 'Kay'],
      ],
      Notes: [
        ['Who', 'What'],
        ['me', 'this'],
      ],
      Secondary: [
        ['Ref', 'Surname'],
        ['A2', 'Lee'],
        ['', 'May'],
      ],
    });
    const report = await importInto(store, 'applications', [
      { name: 'both.xlsx', source: { bytes } },
    ]);
    expect(countsOf(report)).toMatchObject({ read: 3, added: 2, refused: 1 });
    expect(report.rows.map((row) => row.code)).toEqual(['sheet_left_out', 'no_reference']);
    expect(report.rows[1]?.reason).toContain('sheet Secondary');
  });
});

describe('the contract register', () => {
  test.each(['contracts-2025-26-sample.csv', 'contracts-2025-26-sample.xlsx'])(
    '%s to the penny',
    async (name) => {
      await places();
      const report = await importInto(store, 'contracts', [fixture(name)]);
      expect(countsOf(report)).toEqual({
        read: 179,
        added: 179,
        changed: 0,
        unchanged: 0,
        held: 0,
        refused: 0,
        warnings: 0,
      });
      const contracts = store.contracts.all();
      const sum = (of: (contract: (typeof contracts)[number]) => number) =>
        contracts.reduce((all, each) => all + of(each), 0);
      expect(contracts).toHaveLength(79);
      expect(store.clients.count()).toBe(179);
      expect(sum((each) => each.price_day_pence)).toBe(861_783);
      expect(sum((each) => each.assistant_day_pence)).toBe(269_931);
      expect(sum((each) => each.price_day_pence * each.days_a_year)).toBe(163_738_770);
      expect(sum((each) => each.assistant_day_pence * each.days_a_year)).toBe(51_286_890);
      expect(contracts.every((each) => each.school_urn !== null && each.confirmed)).toBe(true);
      expect(new Set(contracts.map((each) => each.vehicle_class))).toEqual(
        new Set(['taxi', 'minibus', 'accessible_taxi', 'accessible_minibus']),
      );
      const before = contentOf(store);
      const again = await importInto(store, 'contracts', [fixture(name)]);
      expect(countsOf(again)).toMatchObject({ read: 179, unchanged: 179 });
      expect(contentOf(store)).toEqual(before);
    },
  );

  it('marks whom a contract no longer names as having left, and back again', async () => {
    const head = 'Contract,Price per day,Client ref';
    await importInto(store, 'contracts', [csvFile('c.csv', head, 'C1,100,K1', 'C1,100,K2')]);
    const report = await importInto(store, 'contracts', [csvFile('c.csv', head, 'C1,100,K1')]);
    expect(report.rows.map((row) => row.code)).toEqual(['client_left']);
    expect(store.contracts.stops().map((stop) => stop.left_on)).toEqual([null, '2026-08-31']);
    await importInto(store, 'contracts', [csvFile('c.csv', head, 'C1,100,K1', 'C1,100,K2')]);
    expect(store.contracts.stops().map((stop) => stop.left_on)).toEqual([null, null]);
  });

  it('refuses what it cannot price or name, and says where lines disagree', async () => {
    const report = await importInto(store, 'contracts', [
      csvFile(
        'c.csv',
        'Contract,Price per day,Client ref,Start date,End date',
        'C1,100,K1,,',
        'C1,120,K2,,',
        'C1,100,K1,,',
        ',90,K3,,',
        'C2,,K4,,',
        'C3,90,,,',
        'C4,9,K5,01/09/2026,31/07/2026',
      ),
    ]);
    expect(countsOf(report)).toMatchObject({ read: 7, added: 2, refused: 5, warnings: 1 });
    expect(report.rows.map((row) => [row.line, row.code])).toEqual([
      [3, 'contract_disagrees'],
      [4, 'client_twice'],
      [5, 'no_reference'],
      [6, 'no_price'],
      [7, 'no_reference'],
      [8, 'ends_before_start'],
    ]);
  });

  it('leaves the facts of an application alone', async () => {
    await importInto(store, 'applications', [
      csvFile('a.csv', 'Ref,Surname,Mobility,Sole occupancy', 'K1,Kay,Walks,Y'),
    ]);
    await importInto(store, 'contracts', [
      csvFile(
        'c.csv',
        'Contract,Price per day,Client ref,Wheelchair,Sole occupancy',
        'C1,100,K1,Y,N',
      ),
    ]);
    expect(client('K1')).toMatchObject({ surname: 'Kay', mobility: 'walks', sole_occupancy: true });
  });
});

describe('the cohort and term dates', () => {
  it('finds who has applied, in either order', async () => {
    const cohort = csvFile(
      'cohort.csv',
      'UPN,Surname,Forename,DOB',
      'U1,Kay,Al,01/02/2015',
      'U2,Lee,Bo,02/02/2015',
    );
    await importInto(store, 'cohort', [cohort]);
    expect(store.cohort.all().map((each) => each.application_ref)).toEqual(['', '']);
    await importInto(store, 'applications', [
      csvFile('a.csv', 'Ref,Surname,Forename,DOB', 'A1,Kay,Al,01/02/2015'),
    ]);
    expect(store.cohort.all().map((each) => each.application_ref)).toEqual(['A1', '']);
    const again = await importInto(store, 'cohort', [cohort]);
    expect(countsOf(again)).toMatchObject({ unchanged: 2 });
  });
  it('holds dates of a school that is not known yet, and uses them once it is', async () => {
    const file = csvFile(
      't.csv',
      'School,Term,From,To',
      'Oakley School,Term 1,02/09/2026,16/10/2026',
    );
    const report = await importInto(store, 'term-dates', [file]);
    expect(countsOf(report)).toMatchObject({ read: 1, held: 1 });
    expect(store.terms.all()[0]?.urn).toBeLessThan(0);
    await importInto(store, 'schools', [fixture('schools.csv')]);
    expect(store.terms.all()).toEqual([
      { urn: 132_148, kind: 'term', from_on: '2026-09-02', to_on: '2026-10-16', label: 'Term 1' },
    ]);
    expect(countsOf(await importInto(store, 'term-dates', [file]))).toMatchObject({ unchanged: 1 });
  });
  it('keeps terms by school', async () => {
    const file = csvFile(
      't.csv',
      'School URN,Term,From,To',
      ',Term 1,01/09/2026,16/10/2026',
      '118271,INSET,01/09/2026,',
    );
    expect(countsOf(await importInto(store, 'term-dates', [file]))).toMatchObject({
      read: 2,
      added: 2,
    });
    expect(countsOf(await importInto(store, 'term-dates', [file]))).toMatchObject({ unchanged: 2 });
  });
});
