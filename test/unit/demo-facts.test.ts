import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { demoCounty } from '../../shared/demo/demo-county.ts';
import { demoFuel } from '../../shared/demo/prices.ts';
import { districtFinder } from '../../shared/geo/districts.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

const DATA = REAL_DATA ?? '';
const has = (path: string): boolean => REAL_DATA !== null && existsSync(join(DATA, path));
const SCHOOLS = 'schools/kent_medway_schools.csv';
const FUEL = 'prices/weekly_road_fuel_prices_2018-2026_180526.csv';
const BOUNDARIES = 'boundaries/kent_medway_lad_2020_medium.geojson';

const rowsOf = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(DATA, path)), { columns: true, bom: true });

describe.skipIf(!has(SCHOOLS))('the schools written down', () => {
  it('are where the published files say, under the same name', () => {
    const published = new Map(rowsOf(SCHOOLS).map((row) => [Number(row['urn']), row]));
    const written = demoCounty({ clients: 100, seed: 1 }).schools.filter(
      ({ urn }) => urn < 900_000,
    );
    expect(written.length).toBeGreaterThan(120);
    for (const school of written) {
      const row = defined(published.get(school.urn), `URN ${school.urn}`);
      expect(school.name).toBe(row['name']);
      expect(school.postcode).toBe(row['postcode']);
      expect(school.lat).toBeCloseTo(Number(row['lat']), 4);
      expect(school.lon).toBeCloseTo(Number(row['lon']), 4);
      expect(school.district_code).toBe(row['lad_code']);
      expect(school.type_group).toBe(row['type_group']);
      expect(school.designation).toBe(row['kcc_need_designation']);
    }
  });
});

describe.skipIf(!has(FUEL))('the pump prices written down', () => {
  it('are those of the published weeks', () => {
    const published = new Map(
      rowsOf(FUEL).map((row) => {
        const [day, month, year] = String(row['Date']).split('/');
        const prices = Object.values(row).slice(1, 3);
        return [`${year}-${month}-${day}`, prices.map((price) => Math.round(Number(price) * 100))];
      }),
    );
    for (const { week_on, petrol, diesel } of demoFuel()) {
      expect(published.get(week_on), week_on).toEqual([petrol, diesel]);
    }
  });
});

describe.skipIf(!has(BOUNDARIES))('the invented homes', () => {
  it('lie within the real boundaries of their own districts, nearly all', () => {
    const { features } = JSON.parse(readFileSync(join(DATA, BOUNDARIES), 'utf8')) as {
      readonly features: readonly {
        readonly properties: { readonly lad_code: string };
        readonly geometry: unknown;
      }[];
    };
    const find = districtFinder(
      features.map(({ properties, geometry }) => ({
        code: properties.lad_code,
        boundary: JSON.stringify(geometry),
      })),
    );
    const homes = demoCounty({ seed: 1 }).clients.filter(
      ({ district_code }) => district_code !== '',
    );
    const found = homes.map(({ lat, lon }) => find({ lat: lat ?? 0, lon: lon ?? 0 }));
    const nowhere = found.filter((code) => code === '').length;
    const own = found.filter((code, at) => code === homes[at]?.district_code).length;
    expect(nowhere / homes.length).toBeLessThan(0.015);
    expect(own / homes.length).toBeGreaterThan(0.93);
  });
});
