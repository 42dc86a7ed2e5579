/** Prices as published, and what is wrong with them: gaps, twins, another base year, another heading, prices below nothing. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { countsOf, csvFile, importInto, realFile, tryImport } from '../helpers/imports.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { addPlaces, BY_TEST, CONTRACT, madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
const store: Store = madeStore(join(folder.path, 'prices.kerbside'));
afterAll(() => {
  store.close();
  folder.cleanUp();
});
const HEAD = 'Date,ULSP Pump price in pence/litre,ULSD Pump price in pence/litre';
const fuel = (...lines: readonly string[]) => importInto(store, 'fuel', [csvFile('fuel.csv', HEAD, ...lines)]); // prettier-ignore
const codes = (report: { readonly rows: readonly { readonly line: number; readonly code: string }[] }) => report.rows.map(({ line, code }) => [line, code]); // prettier-ignore

describe('weekly pump prices', () => {
  it('take a week given twice with the same prices once, and neither of two that differ', async () => {
    const report = await fuel(
      '05/01/2026,134.90,144.19',
      '12/01/2026,134.00,144.00',
      '12/01/2026,134.00,144.00',
      '19/01/2026,133.00,143.00',
      '19/01/2026,133.00,149.00',
    );
    expect(countsOf(report)).toMatchObject({ read: 5, added: 2, unchanged: 1, refused: 2, warnings: 1 }); // prettier-ignore
    expect(codes(report)).toEqual([
      [4, 'given_twice'],
      [5, 'given_twice_differently'],
      [6, 'given_twice_differently'],
    ]);
    expect(report.rows[1]?.reason).toContain('here and on line 6: none was taken');
    expect(store.prices.fuel().map(({ week_on }) => week_on)).toEqual(['2026-01-05', '2026-01-12']);
  });

  it('refuse a price below nothing and say which weeks are missing', async () => {
    const report = await fuel('26/01/2026,-134.9,144.19', '02/02/2026,131.62,140.82');
    expect(countsOf(report)).toMatchObject({ read: 2, added: 1, refused: 1 });
    expect(report.rows.map(({ reason }) => reason).join(' ')).toMatch(
      /2 weeks between 12 Jan 2026 and 2 Feb 2026: A month goes by the weeks that it has.*not between 20 and 600/,
    );
  });

  it('ask for the columns where the headings changed', async () => {
    const done = await tryImport(store, 'fuel', [csvFile('f.csv', 'Date,Super,Derv price', '05/01/2026,1,2')]); // prettier-ignore
    expect(done).toMatchObject({ ok: false, error: { code: 'headings_not_understood' } });
    const mapped = await importInto(store, 'fuel', [csvFile('f.csv', 'Date,Super,Derv price', '09/02/2026,131.46,140.72')], { mapping: { Super: 'petrol', 'Derv price': 'diesel' } }); // prettier-ignore
    expect(countsOf(mapped)).toMatchObject({ added: 1 });
  });

  it('count a corrected week as corrected, and the published value stands beside it', async () => {
    store.write(BY_TEST, () => {
      store.prices.correct({ series: 'diesel', at: '2026-02-09', value: 14_100, reason: 'Misprint', by: 'S Clarke', on: isoDate('2026-08-10') }); // prettier-ignore
    });
    expect(store.prices.fuel().at(-1)).toMatchObject({ petrol: 13_146, diesel: 14_100 });
    expect(store.prices.published().fuel.at(-1)?.diesel).toBe(14_072);
    const again = await fuel('09/02/2026,131.46,140.72');
    expect(countsOf(again)).toMatchObject({ unchanged: 1 });
    expect(store.prices.fuel().at(-1)?.diesel).toBe(14_100);
    store.write(BY_TEST, () => store.prices.uncorrect('diesel', '2026-02-09'));
    expect(store.prices.fuel().at(-1)?.diesel).toBe(14_072);
  });
});

describe('consumer prices', () => {
  const ons = (base: number, ...lines: readonly string[]) =>
    csvFile('cpi.csv', `"Title","CPI INDEX 00: ALL ITEMS ${base}=100"`, '"CDID","D7BT"', '"Release date","25-03-2026"', ...lines); // prettier-ignore

  it('keep title, base year and day of publication', async () => {
    await importInto(store, 'cpi', [ons(2015, '"2025 DEC","140.1"', '"2026 JAN","139.5"')]);
    expect(store.prices.source('cpi')).toMatchObject({ base_year: 2015, released_on: '2026-03-25', title: 'CPI INDEX 00: ALL ITEMS 2015=100', file: 'cpi.csv' }); // prettier-ignore
  });

  it('are kept apart under another base year, and never spliced in silence', async () => {
    const report = await importInto(store, 'cpi', [
      ons(2023, '"2025 DEC","107.0"', '"2026 JAN","106.5"', '"2026 FEB","107.2"'),
    ]);
    expect(report.rows.map(({ reason }) => reason).join(' ')).toContain(
      'The file is 2023=100, the index of the store 2015=100: it is kept apart and nothing was spliced. 2 months are in both',
    );
    expect(store.prices.cpi().at(-1)).toEqual({ month: '2026-01', index: 139.5 });
    const choice = { base_year: 2023, reason: 'ONS rebased', by: 'S Clarke', on: isoDate('2026-08-10') }; // prettier-ignore
    store.write(BY_TEST, () => {
      store.prices.choose({ ...choice, how: 'chain' });
    });
    // 107.2 / mean(107.0 / 140.1, 106.5 / 139.5) on the older base.
    expect(store.prices.cpi().at(-1)).toEqual({ month: '2026-02', index: 140.39 });
    store.write(BY_TEST, () => {
      store.prices.choose({ ...choice, how: 'instead' });
    });
    expect(store.prices.cpi().map(({ index }) => index)).toEqual([107, 106.5, 107.2]);
    store.write(BY_TEST, () => {
      store.prices.choose(null);
    });
    expect(store.prices.cpi().at(-1)?.index).toBe(139.5);
  });

  it('without a stated base are taken as the store’s where months agree, apart where they do not', async () => {
    const agree = await importInto(store, 'cpi', [csvFile('m.csv', '2026 JAN,139.5', '2026 FEB,140.1')]); // prettier-ignore
    expect(agree.rows.map(({ code }) => code)).toContain('base_year_not_stated');
    expect(store.prices.cpi().at(-1)?.month).toBe('2026-02');
    const other = await importInto(store, 'cpi', [
      csvFile('o.csv', '2025 DEC,107.0', '2026 JAN,106.5', '2026 FEB,107.2', '2026 MAR,107.9'),
    ]);
    expect(other.rows.map(({ code }) => code)).toContain('other_base_year');
    expect(store.prices.cpi().at(-1)?.month).toBe('2026-02');
    expect(store.prices.rebased().filter(({ base_year }) => base_year === 0)).toHaveLength(4);
  });

  it('refuse an index below nothing and two values of a month', async () => {
    const report = await importInto(store, 'cpi', [ons(2015, '"2026 MAR","-3"', '"2026 APR","141.0"', '"2026 MAY","141.2"', '"2026 MAY","142.2"')]); // prettier-ignore
    expect(countsOf(report)).toMatchObject({ read: 4, added: 1, refused: 3 });
    expect(report.rows.map(({ reason }) => reason).join(' ')).toContain('A price index is above nothing.'); // prettier-ignore
    expect(report.rows.some(({ code, reason }) => code === 'gap' && reason.includes('1 month between Feb 2026 and Apr 2026'))).toBe(true); // prettier-ignore
  });
});

describe('index clauses', () => {
  const CLAUSE_HEAD = 'Clause,Provider,Contract,Index,Share %,Fixed rise,Base month,Lag,Cap,Collar,Trigger price,Symmetric,From,To,Source'; // prettier-ignore

  it('are read as councils write them, with every problem at once', async () => {
    addPlaces(store);
    store.write(BY_TEST, () => store.contracts.upsertMany([{ ...CONTRACT, provider: 'Invicta Cars Ltd' }])); // prettier-ignore
    const report = await importInto(store, 'clauses', [
      csvFile(
        'clauses.csv',
        CLAUSE_HEAD,
        'N1,Invicta Cars Ltd,,Petrol,13,14,,0,,,150,no,01/04/2022,30/09/2022,"Norfolk, April 2022"',
        ',Nobody Known,,Diesel,15,,2026-04,1,5,5,,yes,01/09/2026,,Framework schedule 4',
        'N3,Invicta Cars Ltd,,Gas,,,,0,,,,,,,',
        'N4,Invicta Cars Ltd,,CPI,20,,,0,,,,,01/09/2026,01/01/2026,',
      ),
    ]);
    expect(countsOf(report)).toMatchObject({ read: 4, added: 2, refused: 2, warnings: 1 });
    const [norfolk, other] = [...store.clauses.list()].toSorted((a, b) => a.id - b.id);
    expect(norfolk).toMatchObject({ ref: 'N1', kind: 'fixed', index: 'petrol', share_percent: 13, fixed_percent: 14, trigger: 15_000, to_on: '2022-09-30' }); // prettier-ignore
    expect(other).toMatchObject({ ref: 'Nobody Known: diesel from 1 Sep 2026', base_month: '2026-04', lag_months: 1, cap_percent: 5, symmetric: true }); // prettier-ignore
    const reasons = report.rows.map(({ line, reason }) => `${line} ${reason}`).join('\n');
    expect(reasons).toContain('4 “Gas” is no index');
    expect(reasons).toContain('4 The row does not say which share');
    expect(reasons).toContain('4 The row does not say from when');
    expect(reasons).toContain('5 The clause ends before it begins');
    const again = await importInto(store, 'clauses', [
      csvFile('clauses.csv', CLAUSE_HEAD, 'N1,Invicta Cars Ltd,,Petrol,13,15,,0,,,150,no,01/04/2022,30/09/2022,'), // prettier-ignore
    ]);
    expect(countsOf(again)).toMatchObject({ changed: 1 });
    const said = store.history.list({ client_id: null, limit: 8 }).map(({ sentence }) => sentence);
    expect(said.join('\n')).toMatch(/Rise of the share.*14.*15/);
  });
});

describe.skipIf(REAL_DATA === null)('the files as published (skipped where the folder of real data is not there)', () => {
  it('are read whole', async () => {
    const real = madeStore(join(folder.path, 'real.kerbside'));
    const weeks = await importInto(real, 'fuel', [realFile('prices/weekly_road_fuel_prices_2018-2026_180526.csv')]);
    expect(countsOf(weeks)).toMatchObject({ read: 438, added: 438, refused: 0, warnings: 0 });
    expect(weeks.rows.filter(({ code }) => code === 'gap')).toEqual([]);
    const index = await importInto(real, 'cpi', [realFile('prices/ons_cpi_d7bt_index_2015eq100.csv')]);
    expect(countsOf(index)).toMatchObject({ read: 458, added: 458, refused: 0 });
    expect(real.prices.source('cpi')).toMatchObject({ base_year: 2015, released_on: '2026-03-25' });
    const wages = await importInto(real, 'wages', [realFile('prices/uk_minimum_wage_rates.csv')]);
    expect(countsOf(wages)).toMatchObject({ read: 78, refused: 0 });
    real.close();
  });
}); // prettier-ignore
