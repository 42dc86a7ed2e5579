/** A small county that lies where a public extract does: two schools and sixty homes in Rutland, planned. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createStore } from '../../db/open.ts';
import { silent } from '../../electron/jobs/context.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { REAL_DATA } from './real-data.ts';

const FILE = join(REAL_DATA ?? '', 'osm/rutland_2018.osm.pbf');
const ELSEWHERE = join(REAL_DATA ?? '', 'osm/monaco_small.osm.pbf');

/** OpenStreetMap's extract of Rutland of 2018, null where it does not lie beside the project. */
export const RUTLAND: string | null = existsSync(FILE) ? FILE : null;
/** One of another county. */
export const MONACO: string | null = existsSync(ELSEWHERE) ? ELSEWHERE : null;

/** Oakham and Uppingham. */
export const SCHOOLS = [
  { urn: 1, name: 'Oakham Vale School', lat: 52.6709, lon: -0.7318, town: 'Oakham' },
  { urn: 2, name: 'Uppingham Lane School', lat: 52.5885, lon: -0.7221, town: 'Uppingham' },
] as const;

/** Villages about them, where homes lie. */
const VILLAGES = [
  [52.709, -0.721],
  [52.743, -0.652],
  [52.639, -0.653],
  [52.613, -0.674],
  [52.588, -0.62],
  [52.676, -0.732],
  [52.597, -0.779],
  [52.686, -0.589],
] as const;

/** Makes the store; about Rutland a box serves for a boundary. Seed and day are fixed. */
export function makeRutlandStore(path: string): void {
  const on = isoDate('2026-08-10');
  const made = createStore(path, { county: 'Rutland', demo: true, own_day: on });
  if (!made.ok) throw new Error(made.error.cause);
  const store = made.value;
  const ring = [
    [-0.83, 52.52],
    [-0.42, 52.52],
    [-0.42, 52.77],
    [-0.83, 52.77],
    [-0.83, 52.52],
  ];
  const boundary = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  store.write({ who: 'Tester', why: 'a small county' }, () => {
    store.districts.upsertMany([
      { code: 'E06000017', name: 'Rutland', own: true, lat: 52.65, lon: -0.64, boundary },
    ]);
    store.schools.upsertMany(SCHOOLS.map((school) => ({ ...school, status: 'open' as const })));
    const { ids } = store.clients.upsertMany(
      Array.from({ length: 60 }, (_, i) => {
        const [lat, lon] = VILLAGES[i % VILLAGES.length] ?? [52.67, -0.73];
        // About each village in a small spiral, so that no two lie on one another.
        return {
          ref: `RUT-${String(i + 1).padStart(3, '0')}`,
          forename: 'Made',
          surname: `Child ${i + 1}`,
          lat: lat + 0.0006 * i * Math.sin(i) * 0.2,
          lon: lon + 0.0009 * i * Math.cos(i) * 0.2,
          position_source: 'pin' as const,
          district_code: 'E06000017',
          school_urn: SCHOOLS[i % 2]?.urn ?? 1,
          protected_address: i === 59,
        };
      }),
    );
    store.applications.upsertMany(
      ids.map((client_id, i) => ({
        ref: `APP-${i + 1}`,
        client_id,
        type: 'New',
        status: 'awarded' as const,
        received_on: isoDate('2026-05-01'),
      })),
    );
  });
  const plan = makePlan(
    store,
    { school_urn: null, seconds: null, iterations: 60, seed: 1, on },
    silent,
  );
  store.close();
  if (!plan.ok) throw new Error(plan.error.cause);
}
