/** Placement fees imported from real files: every row is in the store or in the report, nothing twice, what a person changed stays. */
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { writeWorkbook } from '../../electron/files/workbook-writer.ts';
import { previewImport } from '../../electron/jobs/import/preview-import.ts';
import { importInto, csvFile, tryImport } from '../helpers/imports.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, SCHOOL } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
beforeAll(() => {
  store = madeStore(join(folder.path, 'kent.kerbside'));
  addPlaces(store);
});
afterAll(() => store.close());
afterEach(() => {
  store.write(BY_TEST, () => {
    for (const fee of store.placements.fees()) store.placements.deleteFee(fee);
  });
});

const HEAD = 'School URN,School name,Primary need,Phase,Date from,Annual fee (£),Source';
const file = (...lines: readonly string[]) => csvFile('fees.csv', HEAD, ...lines);
const kept = () =>
  store.placements.fees().map(({ from_on, need, phase, fee_pence }) => [from_on, need, phase, fee_pence]); // prettier-ignore
const codes = (report: { readonly rows: readonly { readonly code: string }[] }) =>
  report.rows.map(({ code }) => code);

describe('placement fees', () => {
  it('are taken in by URN or name, by need and phase; the same file again changes nothing', async () => {
    const fees = file(
      `${SCHOOL},Bower Grove School,,,01/04/2026,"£24,350.50",Schedule 2026`,
      `${SCHOOL},,Autism,KS3,2026-04-01,31000,Schedule 2026`,
      `,Bower Grove,PMLD,all,1 April 2026,42000,Schedule 2026`,
    );
    expect(await importInto(store, 'fees', [fees])).toMatchObject({ read: 3, added: 3, warnings: 0 }); // prettier-ignore
    expect(kept()).toEqual([
      ['2026-04-01', null, null, 2_435_050],
      ['2026-04-01', 'ASD', 'secondary', 3_100_000],
      ['2026-04-01', 'PMLD', null, 4_200_000],
    ]);
    expect(await importInto(store, 'fees', [fees])).toMatchObject({ unchanged: 3, added: 0, changed: 0 }); // prettier-ignore
    expect(store.placements.fees()).toHaveLength(3);
  });

  it('change only where the file differs, and one of a later day stands beside the earlier', async () => {
    await importInto(store, 'fees', [file(`${SCHOOL},,,,2026-04-01,20000,A`, `${SCHOOL},,SEMH,,2026-04-01,30000,A`)]); // prettier-ignore
    const next = file(
      `${SCHOOL},,,,2026-04-01,20500,A`,
      `${SCHOOL},,SEMH,,2026-04-01,30000,A`,
      `${SCHOOL},,,,2027-04-01,21000,B`,
    );
    expect(await importInto(store, 'fees', [next])).toMatchObject({ added: 1, changed: 1, unchanged: 1 }); // prettier-ignore
    expect(kept()).toEqual([
      ['2026-04-01', null, null, 2_050_000],
      ['2027-04-01', null, null, 2_100_000],
      ['2026-04-01', 'SEMH', null, 3_000_000],
    ]);
  });

  it('names every problem at once with its cause, and takes the rows that are right', async () => {
    const report = await importInto(store, 'fees', [
      file(
        ',,,,2026-04-01,20000,A',
        '999999,Nowhere School,,,2026-04-01,20000,A',
        `${SCHOOL},,cheerful,,2026-04-01,20000,A`,
        `${SCHOOL},,ASD and SLCN,,2026-04-01,20000,A`,
        `${SCHOOL},,,primary and secondary,2026-04-01,20000,A`,
        `${SCHOOL},,,year nine,2026-04-01,20000,A`,
        `${SCHOOL},,,,,20000,A`,
        `${SCHOOL},,,,31/02/2026,20000,A`,
        `${SCHOOL},,,,2026-04-01,,A`,
        `${SCHOOL},,,,2026-04-01,=B2*39,A`,
        `${SCHOOL},,,,2026-04-01,"€20,000",A`,
        `${SCHOOL},,,,2026-04-01,to be agreed,A`,
        `${SCHOOL},,,,2026-04-01,-20000,A`,
        `${SCHOOL},,,,2026-04-01,2000000,A`,
        `${SCHOOL},,SEMH,,2026-04-01,615,A`,
        `${SCHOOL},,VI,,2026-04-01,1,A`,
        `${SCHOOL},,VI,,2026-04-01,2,A`,
        'Total,,,,,9,',
      ),
    ]);
    expect(report).toMatchObject({ read: 17, added: 1, refused: 16, warnings: 1 });
    expect(codes(report).filter((code) => code !== 'formula')).toEqual([
      'no_school',
      'school_not_found',
      'need_not_known',
      'several_needs',
      'several_phases',
      'phase_not_known',
      'no_date',
      'date_not_real',
      'no_fee',
      'formula_fee',
      'wrong_currency',
      'fee_not_understood',
      'fee_range',
      'fee_range',
      'fee_low',
      'fee_low',
      'given_twice_differently',
      'fee_low',
      'given_twice_differently',
      'total_line',
    ]);
    for (const { outcome, reason, remedy } of report.rows) {
      if (outcome === 'not_record') continue;
      expect(reason).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
    expect(report.rows.find(({ code }) => code === 'given_twice_differently')?.reason).toContain('The fee of Bower Grove School, Vision impairment, from 1 Apr 2026 is given more than once'); // prettier-ignore
    expect(kept()).toEqual([['2026-04-01', 'SEMH', null, 61_500]]);
  });

  it('of a workbook are read like those of a .csv; pence where the heading says pence', async () => {
    const bytes = await writeWorkbook({
      title: 'Fees', author: '', foot: '', warning: '', made_on: '2026-08-10',
      sheets: [{ name: 'Fees', frozen: false, blocks: [{ kind: 'table', table: {
        key: 'fees', title: '', note: '', total: null,
        columns: [{ key: 'u', label: 'URN', kind: 'count' }, { key: 'f', label: 'Effective from', kind: 'text' }, { key: 'p', label: 'Annual pence', kind: 'count' }],
        rows: [[SCHOOL, '2026-04-01', 2_345_600]],
      } }] }],
    }); // prettier-ignore
    const book = { name: 'fees.xlsx', source: { bytes } };
    const seen = await previewImport(store, { kind: null, files: [book], mapping: null });
    expect(seen).toMatchObject({ ok: true, value: { kind: 'fees', missing: [], rows: 1 } });
    const report = await importInto(store, 'fees', [book]);
    expect(report).toMatchObject({ read: 1, added: 1 });
    expect(report.rows[0]).toMatchObject({ code: 'no_source', outcome: 'warning' });
    expect(store.placements.fees()).toMatchObject([{ from_on: '2026-04-01', fee_pence: 2_345_600, source: 'fees.xlsx' }]); // prettier-ignore
  });

  it('changed by hand stay while the file only repeats what it said before', async () => {
    const fees = (pounds: number) => file(`${SCHOOL},,,,2026-04-01,${pounds},A`);
    await importInto(store, 'fees', [fees(20_000)]);
    const [fee] = store.placements.fees();
    store.write(BY_TEST, () => {
      if (fee !== undefined) store.placements.saveFee({ ...fee, fee_pence: 2_500_000 });
    });
    const again = await importInto(store, 'fees', [fees(20_000)]);
    expect(again).toMatchObject({ unchanged: 1, warnings: 1 });
    expect(codes(again)).toEqual(['changed_by_hand']);
    expect(kept()).toEqual([['2026-04-01', null, null, 2_500_000]]);
    expect(await importInto(store, 'fees', [fees(26_000)])).toMatchObject({ changed: 1 });
    expect(kept()).toEqual([['2026-04-01', null, null, 2_600_000]]);
  });

  it('are remembered by the columns a person mapped, and refused whole without a fee', async () => {
    const odd = csvFile('odd.csv', 'Code,Since,Ask', `${SCHOOL},2026-04-01,20000`);
    expect(await tryImport(store, 'fees', [odd])).toMatchObject({ ok: false, error: { code: 'headings_not_understood' } }); // prettier-ignore
    const mapping = { Code: 'school_urn_given', Since: 'from_on', Ask: 'fee' };
    expect(await importInto(store, 'fees', [odd], { mapping })).toMatchObject({ added: 1 });
    expect(await importInto(store, 'fees', [odd])).toMatchObject({ unchanged: 1 });
  });
});
