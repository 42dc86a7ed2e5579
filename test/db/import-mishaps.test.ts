import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import {
  contentOf,
  countsOf,
  csvFile,
  fixture,
  importInto,
  tryImport,
} from '../helpers/imports.ts';
import { madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let store: Store;
let made = 0;
beforeEach(() => {
  store = madeStore(join(folder.path, `${made++}`, 'kent.kerbside'));
});
afterEach(() => store.close());

describe('a list of schools with blanks', () => {
  it('changes nothing the second time, though the postcode gave what the file leaves blank', async () => {
    const file = csvFile(
      'edubasealldata.csv',
      'URN,EstablishmentName,EstablishmentStatus (name),Postcode,DistrictAdministrative (code),Easting,Northing',
      '118938,Old School,Closed,ME14 1XQ,,576017,156294',
      '118940,New School,Open,ME14 1XQ,,,',
    );
    await importInto(store, 'postcodes', [fixture('postcodes.csv')]);
    await importInto(store, 'postcodes', [
      csvFile('pc.csv', 'pcds,lat,long,oslaua,ctry', 'ME14 1XQ,51.2786,0.5223,E07000110,E92000001'),
    ]);
    expect(countsOf(await importInto(store, 'schools', [file]))).toMatchObject({ added: 2 });
    expect(store.schools.get(118_940)?.district_code).toBe('E07000110');
    const before = contentOf(store);
    expect(countsOf(await importInto(store, 'schools', [file]))).toMatchObject({ unchanged: 2 });
    expect(contentOf(store)).toEqual(before);
  });
});

describe('consumer prices', () => {
  it('are not read out of another list that has dates in its first column', async () => {
    const wages = csvFile(
      'wages.csv',
      'start_date,min_age,max_age,rate',
      '2025-04-01,21,1000,12.21',
      '2025-04-01,18,21,10.00',
    );
    const done = await tryImport(store, 'cpi', [wages]);
    expect(done.ok ? 'done' : done.error.code).toBe('headings_not_understood');
    expect(store.prices.cpi()).toEqual([]);
  });

  it('may come as months and values without headings', async () => {
    const report = await importInto(store, 'cpi', [
      csvFile('m.csv', '2026 JAN,139.1', '2026 FEB,139.4'),
    ]);
    expect(countsOf(report)).toMatchObject({ read: 2, added: 2 });
  });
});

describe('a contract register that contradicts itself', () => {
  const HEAD = 'Contract,Vehicle,Price per day,Start date,End date,School,Stop order,Client ref';
  const codes = async (...lines: readonly string[]) => {
    const report = await importInto(store, 'contracts', [csvFile('register.csv', HEAD, ...lines)]);
    return report.rows
      .filter(({ code }) => /twice|two/.test(code))
      .map(({ line, code }) => [line, code]);
  };

  it('says who is carried by two contracts at once', async () => {
    expect(
      await codes(
        'C1,Taxi,50,01/09/2025,31/07/2027,Oakley School,1,K1',
        'C2,Taxi,60,01/09/2025,31/07/2027,Oakley School,1,K1',
      ),
    ).toEqual([[3, 'on_two_contracts']]);
  });

  it('takes a renewal as one after the other', async () => {
    expect(
      await codes(
        'C1,Taxi,50,01/09/2025,31/07/2026,Oakley School,1,K1',
        'C2,Taxi,60,01/09/2026,31/07/2027,Oakley School,1,K1',
      ),
    ).toEqual([]);
  });

  it('says where two stops have one place', async () => {
    expect(
      await codes(
        'C1,Taxi,50,01/09/2025,31/07/2027,Oakley School,2,K1',
        'C1,Taxi,50,01/09/2025,31/07/2027,Oakley School,2,K2',
      ),
    ).toEqual([[3, 'stop_order_twice']]);
  });
});
