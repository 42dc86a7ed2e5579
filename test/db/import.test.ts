import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { previewImport } from '../../electron/jobs/import/preview-import.ts';
import {
  contentOf,
  countsOf,
  csvFile,
  fixture,
  importInto,
  realFile,
  tryImport,
} from '../helpers/imports.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { BY_TEST, madeFolder, madeStore } from './made-store.ts';

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

describe('applications', () => {
  test.each(['summer-2026-sample.csv', 'summer-2026-sample.xlsx'])(
    '%s: all 120 accepted, and again unchanged',
    async (name) => {
      await places();
      const first = await importInto(store, 'applications', [fixture(name)]);
      expect(countsOf(first)).toEqual({
        read: 120,
        added: 120,
        changed: 0,
        unchanged: 0,
        held: 0,
        refused: 0,
        warnings: 0,
      });
      const before = contentOf(store);
      const history = store.history.list({ client_id: null, limit: 1000 }).length;
      const again = await importInto(store, 'applications', [fixture(name)]);
      expect(countsOf(again)).toMatchObject({ read: 120, unchanged: 120, added: 0, changed: 0 });
      expect(contentOf(store)).toEqual(before);
      // Only the import itself has its line.
      expect(store.history.list({ client_id: null, limit: 1000 })).toHaveLength(history + 1);
    },
  );

  it('reads a workbook as it reads the text it was made from', async () => {
    await places();
    await importInto(store, 'applications', [fixture('summer-2026-sample.csv')]);
    const again = await importInto(store, 'applications', [fixture('summer-2026-sample.xlsx')]);
    expect(countsOf(again)).toMatchObject({ unchanged: 120 });
  });

  const flaws: readonly (readonly [number, string, string])[] = [
    [1, 'not_record', 'title_line'],
    [2, 'not_record', 'empty_line'],
    [13, 'refused', 'date_not_real'],
    [16, 'warning', 'no_fixed_abode'],
    [24, 'refused', 'no_reference'],
    [29, 'refused', 'reference_twice'],
    [35, 'warning', 'urn_not_known'],
    [37, 'held', 'age_year_mismatch'],
    [51, 'warning', 'date_serial'],
    [51, 'warning', 'received_before_cohort'],
    [56, 'warning', 'formula'],
    [64, 'warning', 'not_understood'],
    [74, 'warning', 'reminder_order'],
    [92, 'held', 'outside_county'],
    [101, 'held', 'phase_mismatch'],
    [107, 'warning', 'rescue_without_assistant'],
    [124, 'not_record', 'total_line'],
  ];

  test.each(['summer-2026-flawed.csv', 'summer-2026-flawed.xlsx'])(
    '%s: every flaw as it should be',
    async (name) => {
      await places();
      const report = await importInto(store, 'applications', [fixture(name)]);
      expect(countsOf(report)).toEqual({
        read: 120,
        added: 114,
        changed: 0,
        unchanged: 0,
        held: 3,
        refused: 3,
        warnings: 7,
      });
      expect(report.rows.map((row) => [row.line, row.outcome, row.code])).toEqual(flaws);
      for (const row of report.rows) {
        expect(row.reason).not.toBe('');
        if (row.outcome !== 'not_record') expect(row.remedy).not.toBe('');
      }
      const again = await importInto(store, 'applications', [fixture(name)]);
      expect(countsOf(again)).toEqual({
        read: 120,
        added: 0,
        changed: 0,
        unchanged: 114,
        held: 3,
        refused: 3,
        warnings: 7,
      });
    },
  );

  it('finds the same flaws before schools and postcodes are there', async () => {
    const report = await importInto(store, 'applications', [fixture('summer-2026-flawed.csv')]);
    expect(countsOf(report)).toMatchObject({ added: 114, held: 3, refused: 3, warnings: 7 });
    expect(report.rows.map((row) => [row.line, row.outcome, row.code])).toEqual(flaws);
  });

  it('keeps what the flawed rows say, and no more', async () => {
    await places();
    const report = await importInto(store, 'applications', [fixture('summer-2026-flawed.csv')]);
    expect(client('KT26-00006').postcode).toBe('TN2 5EW');
    expect(store.clients.byRef('KT26-00010')).toBeNull();
    expect(client('KT26-00013')).toMatchObject({
      postcode: 'ZZ99 3VZ',
      lat: null,
      position_source: 'none',
    });
    expect(client('KT26-00025')).toMatchObject({ surname: "D'Souza", forename: 'Olive' });
    expect(client('KT26-00032')).toMatchObject({ school_urn: 134_783, school_urn_given: '999999' });
    expect(client('KT26-00053').surname).toBe('=HYPERLINK("http://example.invalid","Smith")');
    expect(client('KT26-00061').mobility).toBeNull();
    expect(client('KT26-00002').forename).toBe('Siân');
    expect(store.applications.get('KT26-00048')?.received_on).toBe('2025-08-01');
    expect(store.applications.get('KT26-00089')?.held_reason).toContain('EH1 1YZ');
    expect(store.applications.get('KT26-00032')?.questions.join(' ')).toContain(
      'found by its name',
    );
    const twice = report.rows.find((row) => row.code === 'reference_twice');
    expect(twice?.reason).toContain("line 28: Olive D'Souza");
    expect(twice?.reason).toContain('line 29: Nia Shah');
    expect(report.rows.find((row) => row.line === 13)).toMatchObject({
      column: 'DOB',
      value: '31/02/2015',
    });
  });

  it('does not hold again what a person accepted, until the reason is another', async () => {
    await places();
    await importInto(store, 'applications', [fixture('summer-2026-flawed.csv')]);
    const held = store.applications.get('KT26-00098');
    const reason = held?.held_reason ?? '';
    store.write(BY_TEST, () =>
      store.applications.update('KT26-00098', { held_reason: '', held_accepted: reason }),
    );
    const again = await importInto(store, 'applications', [fixture('summer-2026-flawed.csv')]);
    expect(countsOf(again)).toMatchObject({ held: 2, unchanged: 115 });
    store.write(BY_TEST, () =>
      store.applications.update('KT26-00098', { held_accepted: 'something else' }),
    );
    await importInto(store, 'schools', [fixture('schools.csv')]);
    expect(store.applications.get('KT26-00098')?.held_reason).toBe(reason);
  });

  it('leaves alone what a person changed since, and takes what is new in the file', async () => {
    await places();
    const file = (phone: string) =>
      csvFile('a.csv', 'Ref,Surname,Phone,Notes', `A1,Kay,${phone},one`);
    await importInto(store, 'applications', [file('01632 960001')]);
    store.write(BY_TEST, () => store.clients.update(client('A1').id, { phone: '01632 960002' }));
    const same = await importInto(store, 'applications', [file('01632 960001')]);
    expect(countsOf(same)).toMatchObject({ unchanged: 1 });
    expect(client('A1').phone).toBe('01632 960002');
    const other = await importInto(store, 'applications', [file('01632 960003')]);
    expect(countsOf(other)).toMatchObject({ changed: 1 });
    expect(client('A1').phone).toBe('01632 960003');
  });

  it('keeps a pin while the home stays, and drops it when the home moves', async () => {
    await places();
    const file = (postcode: string) =>
      csvFile('a.csv', 'Ref,Surname,Home postcode', `A1,Kay,${postcode}`);
    const [first, second] = ['CT10 1ES', 'CT1 2LE'];
    await importInto(store, 'applications', [file(first)]);
    expect(client('A1').position_source).toBe('postcode');
    store.write(BY_TEST, () =>
      store.clients.update(client('A1').id, {
        lat: 51.2,
        lon: 0.6,
        position_source: 'pin',
        position_error_m: 0,
      }),
    );
    await importInto(store, 'applications', [file(first)]);
    expect(client('A1')).toMatchObject({ lat: 51.2, position_source: 'pin' });
    await importInto(store, 'applications', [file(second)]);
    expect(client('A1').position_source).toBe('postcode');
    expect(client('A1').lat).not.toBe(51.2);
  });

  it('remembers a mapping made by hand', async () => {
    const file = csvFile('odd.csv', 'Key,Who,Hue', 'A1,Kay,ASD');
    expect((await tryImport(store, 'applications', [file])).ok).toBe(false);
    await importInto(store, 'applications', [file], {
      mapping: { Key: 'ref', Who: 'surname', Hue: 'need' },
    });
    expect(client('A1')).toMatchObject({ surname: 'Kay', need: 'ASD' });
    const preview = await previewImport(store, {
      kind: 'applications',
      files: [file],
      mapping: null,
    });
    expect(preview.ok && preview.value.remembered).toBe(true);
    const again = await importInto(store, 'applications', [file]);
    expect(countsOf(again)).toMatchObject({ unchanged: 1 });
  });
});

describe('an import that is refused or cancelled', () => {
  const refusals: readonly (readonly [string, ReturnType<typeof csvFile>])[] = [
    ['file_empty', csvFile('e.csv', '')],
    ['headings_not_understood', csvFile('x.csv', 'Colour,Taste', 'red,sour')],
    ['no_rows', csvFile('h.csv', 'Ref,Surname', 'Total,0')],
    ['no_usable_row', csvFile('u.csv', 'Ref,Surname,DOB', 'A1,Kay,31/02/2015', ',Lee,')],
  ];
  test.each(refusals)('%s leaves the store as it was', async (code, file) => {
    await importInto(store, 'applications', [fixture('summer-2026-sample.csv')]);
    const before = contentOf(store);
    const reports = store.imports.list(10).length;
    const done = await tryImport(store, 'applications', [file]);
    expect(done.ok ? 'done' : done.error.code).toBe(code);
    expect(contentOf(store)).toEqual(before);
    expect(store.imports.list(10)).toHaveLength(reports);
  });

  it('rolls everything back when cancelled while writing', async () => {
    const before = contentOf(store);
    let asked = 0;
    for (let stopAt = 1; stopAt < 8; stopAt++) {
      asked = 0;
      const ctx = { stage: () => undefined, cancelled: () => ++asked >= stopAt };
      const done = await tryImport(store, 'applications', [fixture('summer-2026-sample.csv')], {
        ctx,
      });
      if (done.ok) break;
      expect(done.error.code).toBe('cancelled');
      expect(contentOf(store)).toEqual(before);
    }
    expect(asked).toBeGreaterThan(2);
  });

  it('makes a back-up first, of an encrypted store too, once there is anything to lose', async () => {
    store.close();
    store = madeStore(join(folder.path, `${made++}`, 'kent.kerbside'), 'council');
    await importInto(store, 'postcodes', [fixture('postcodes.csv')]);
    expect(store.backups()).toEqual([]);
    await importInto(store, 'applications', [fixture('summer-2026-sample.csv')]);
    expect(store.backups().map((backup) => [backup.reason, backup.verified])).toEqual([
      ['before import', true],
    ]);
  });
});

describe.skipIf(REAL_DATA === null)('the files as published', () => {
  it('imports them all, and homes are placed', async () => {
    const codePoint = ['ct', 'da', 'me', 'tn'].map((area) => realFile(`postcodes/${area}.csv`));
    expect(countsOf(await importInto(store, 'postcodes', codePoint))).toMatchObject({
      read: 64_807,
      added: 64_807,
    });
    expect(store.postcodes.get('ME14 1XQ')?.lat).toBeCloseTo(51.2786, 4);
    expect(
      countsOf(await importInto(store, 'schools', [realFile('schools/kent_medway_schools.csv')])),
    ).toMatchObject({ read: 825, added: 825, warnings: 0 });
    expect(
      countsOf(await importInto(store, 'schools', [realFile('schools/schools_gias_2025-07.csv')])),
    ).toMatchObject({ read: 22_010, refused: 0 });
    expect(store.schools.get(101_095)).toMatchObject({
      type_group: 'special_state',
      district_code: 'E07000114',
    });
    expect(
      countsOf(
        await importInto(store, 'fuel', [
          realFile('prices/weekly_road_fuel_prices_2018-2026_180526.csv'),
        ]),
      ),
    ).toMatchObject({ read: 438, added: 438 });
    expect(store.prices.fuel().at(-1)).toEqual({
      week_on: '2026-05-18',
      petrol: 15_739,
      diesel: 18_656,
    });
    expect(
      countsOf(
        await importInto(store, 'cpi', [realFile('prices/ons_cpi_d7bt_index_2015eq100.csv')]),
      ),
    ).toMatchObject({ read: 458, added: 458 });
    expect(store.prices.cpi().at(-1)).toEqual({ month: '2026-02', index: 140.1 });
    expect(
      countsOf(await importInto(store, 'wages', [realFile('prices/uk_minimum_wage_rates.csv')])),
    ).toMatchObject({ read: 78, added: 78 });
    expect(
      countsOf(
        await importInto(store, 'boundaries', [
          realFile('boundaries/kent_medway_lad_2024_buc.geojson'),
        ]),
      ),
    ).toMatchObject({ read: 13, added: 13 });
    expect(store.districts.all().filter((district) => district.own)).toHaveLength(12);
    const report = await importInto(
      store,
      'applications',
      [realFile('applications/summer-2026-flawed.csv')],
      { on: isoDate('2026-11-22') },
    );
    expect(countsOf(report)).toEqual({
      read: 120,
      added: 114,
      changed: 0,
      unchanged: 0,
      held: 3,
      refused: 3,
      warnings: 7,
    });
    const placed = store.clients.all().filter((each) => each.lat !== null);
    expect(placed).toHaveLength(115);
    expect(placed.every((each) => each.district_code.startsWith('E07'))).toBe(true);
  });
});
