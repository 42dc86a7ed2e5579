/** Stores and records for the tests of db: small, made here, gone afterwards. */
import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { createStore, openStore } from '../../db/open.ts';
import type { Change, ContractPatch, Store } from '../../db/store.ts';
import { isoDate, type AcademicYear } from '../../shared/calendar/dates.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import type { Plan } from '../../shared/model/plan.ts';

export const ON = isoDate('2026-08-10');
export const PASSPHRASE = "a long 'phrase' with quotes";
export const BY_TEST: Change = { who: 'Tester', why: 'a test', at: '2026-08-10T09:00:00.000Z' };

/** A folder that is deleted by `cleanUp`. */
export function madeFolder(): { readonly path: string; readonly cleanUp: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'kerbside-db-'));
  return {
    path,
    cleanUp: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** An empty council store, encrypted; or the demo kind, in clear. As it is made, for tests of that. */
export function createdStore(path: string, kind: 'council' | 'demo'): Store {
  const made = createStore(path, {
    county: 'Kent',
    demo: kind === 'demo',
    own_day: kind === 'demo' ? ON : null,
    ...(kind === 'council' ? { passphrase: PASSPHRASE } : {}),
  });
  if (!made.ok) throw new Error(made.error.cause);
  return made.value;
}

/** The same, copied from one made before the tests began. */
export function madeStore(path: string, kind: 'council' | 'demo' = 'demo'): Store {
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(join(inject('blankStores'), `${kind}.kerbside`), path, constants.COPYFILE_EXCL);
  const opened = openStore(path, kind === 'council' ? { passphrase: PASSPHRASE } : {});
  if (!opened.ok) throw new Error(opened.error.cause);
  return opened.value;
}

export const SCHOOL = 119036;

/** A school and a district to hang clients on. */
export function addPlaces(store: Store): void {
  store.write(BY_TEST, () => {
    store.districts.upsertMany([
      { code: 'E07000110', name: 'Maidstone', own: true, lat: 51.27, lon: 0.52, boundary: '' },
    ]);
    store.schools.upsertMany([
      { urn: SCHOOL, name: 'Bower Grove School', town: 'Maidstone', lat: 51.26, lon: 0.49 },
      { urn: 119037, name: 'École Sainte-Anne', town: 'Dover', lat: 51.13, lon: 1.31 },
    ]);
  });
}

export interface MadeClient {
  readonly ref: string;
  readonly forename?: string;
  readonly surname?: string;
  readonly postcode?: string;
  readonly home_address?: string;
  readonly notes?: string;
  readonly protected_address?: boolean;
}

/** Adds clients with an application each, at the school, with a position. Returns their ids. */
export function addClients(store: Store, clients: readonly MadeClient[]): readonly number[] {
  return store.write(BY_TEST, () => {
    const { ids } = store.clients.upsertMany(
      clients.map((client) => ({
        lat: 51.2,
        lon: 0.5,
        position_source: 'postcode' as const,
        district_code: 'E07000110',
        school_urn: SCHOOL,
        ...client,
      })),
    );
    store.applications.upsertMany(
      clients.map(({ ref }, index) => ({ ref, client_id: ids[index] ?? 0, type: 'Renewal' })),
    );
    return ids;
  });
}

/** A contract that runs all year at GBP 100 a day. */
export const CONTRACT: ContractPatch = {
  ref: 'C1',
  route_ref: '1001-001',
  provider: 'Beult Private Hire',
  vehicle_class: 'minibus',
  seats: 12,
  price_day_pence: 10_000,
  previous_day_pence: 9000,
  starts_on: isoDate('2024-09-01'),
  ends_on: isoDate('2027-07-31'),
  school_urn: SCHOOL,
  confirmed: true,
};

/** A route of one stop a client. */
export function madeRoute(
  ref: string,
  clients: readonly number[],
  contract_id: number | null = null,
): PlannedRoute {
  return {
    id: 0,
    ref,
    school_urn: SCHOOL,
    vehicle_class: 'taxi',
    seats: 4,
    wheelchairs: 0,
    assistant: false,
    contract_id,
    provider: '',
    confirmed: false,
    distance_basis: 'estimated',
    distance_m: 9000.5,
    duration_s: 900,
    home_m: 9000.5,
    home_duration_s: 900,
    arrive_s: 31_800,
    depart_s: 55_200,
    stops: clients.map((client_id, index) => ({
      client_id,
      place: 'home',
      mornings: 31,
      afternoons: 31,
      pick_up_s: 30_000 + index * 60,
      ride_s: 1500,
      limit_s: 2700,
      limit_kind: 'advisory',
      direct_s: 800,
      direct_m: 8000,
      drop_off_order: clients.length - index,
      drop_off_s: 56_400,
      home_ride_s: 1200,
      home_direct_s: 900,
      fixed: false,
      provisional: index === 0,
    })),
    cost: [
      { kind: 'fixed', label: 'Taxi', working: 'a day', pence: 7000, estimated: true },
      { kind: 'distance', label: 'Distance', working: '9 km', pence: 810, estimated: true },
    ],
    cost_day_pence: 7810,
    days_a_year: 190,
    cost_year_pence: 7810 * 190,
  };
}

/** A plan with these routes. */
export function madePlan(
  routes: readonly PlannedRoute[],
  unallocated: Plan['unallocated'] = [],
): Omit<Plan, 'id' | 'status'> {
  return {
    made_on: ON,
    year: '2026/27' as AcademicYear,
    seed: 1,
    distance_basis: 'estimated',
    roads: '',
    routes,
    unallocated,
    audit: {
      passed: true,
      checked_routes: routes.length,
      checked_clients: 0,
      violations: [
        { code: 'over_guide', severity: 'notice', route_ref: 'R1', client_id: null, text: 'Long.' },
      ],
    },
  };
}
