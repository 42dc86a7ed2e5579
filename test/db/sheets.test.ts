import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
  SCHOOL,
} from './made-store.ts';
import { REASON, sheetOf, WAIVER } from './sheets-writes.ts';

const folder = madeFolder();
const open: Store[] = [];
afterAll(() => {
  for (const store of open) store.close();
  folder.cleanUp();
});
let store: Store;
let ids: readonly number[];
beforeEach(() => {
  store = madeStore(join(folder.path, `${open.length}.kerbside`));
  open.push(store);
  addPlaces(store);
  ids = addClients(store, [{ ref: 'A1' }, { ref: 'A2' }, { ref: 'A3' }]);
  store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
});
const recorded = { on: ON, by: 'S Clarke' };
const [first, second, third] = [0, 1, 2].map((at) => () => defined(ids[at], 'id')) as [
  () => number,
  () => number,
  () => number,
];

describe('route sheets', () => {
  it('come back as they were issued; a new version withdraws the one before it', () => {
    store.write(BY_TEST, () => {
      store.sheets.issue([sheetOf('R1', 1), sheetOf('R2', 1)], recorded);
    });
    expect(store.sheets.nextVersion('R1')).toBe(2);
    store.write(BY_TEST, () => {
      const shown = { shown: ['A1'], shown_reason: 'The lane has no name.' };
      store.sheets.issue([sheetOf('R1', 2, shown)], { ...recorded, on: isoDate('2026-09-01') });
    });
    expect(store.sheets.all().map(({ route_ref, version, withdrawn }) => [route_ref, version, withdrawn?.reason ?? ''])).toEqual([
      ['R1', 2, ''],
      ['R2', 1, ''],
      ['R1', 1, 'replaced by version 2'],
    ]); // prettier-ignore
    expect(store.sheets.inForce().get('R1')).toMatchObject({ version: 2, shown: ['A1'] });
  });

  it('are never changed, taken out, or shown with an address for no reason', () => {
    store.write(BY_TEST, () => {
      store.sheets.issue([sheetOf('R1', 1)], recorded);
    });
    const sql = new Database(store.path);
    expect(() => sql.exec('DELETE FROM route_sheet')).toThrow(/never taken out/);
    expect(() => sql.exec(`UPDATE route_sheet SET recipient = 'Other'`)).toThrow(/never changed/);
    sql.close();
    expect(() =>
      store.write(BY_TEST, () => {
        store.sheets.issue([sheetOf('R3', 1, { shown: ['A1'] })], recorded);
      }),
    ).toThrow(/CHECK/);
    expect(() =>
      store.write(BY_TEST, () => {
        store.sheets.issue([sheetOf('R1', 1)], recorded);
      }),
    ).toThrow(/UNIQUE/);
  });
});

describe('how children were carried', () => {
  const save = (routes: Parameters<typeof madePlan>[0], made_on: string) =>
    store.write(BY_TEST, () =>
      store.plans.save({ ...madePlan(routes), made_on: isoDate(made_on) }),
    );
  const on = (day: string) =>
    Object.fromEntries(
      store.sheets.carriageOn(isoDate(day)).map((each) => [each.client_id, each.route_ref]),
    );

  it('is known on any day, though the plan of that day is long gone', () => {
    expect(store.sheets.carriageSince()).toBeNull();
    save([madeRoute('R1', [first(), second()])], '2026-08-01');
    save([madeRoute('R1', [first()]), madeRoute('R2', [second(), third()])], '2026-08-05');
    for (let turn = 0; turn < 6; turn++) save([madeRoute('R1', [first(), third()])], '2026-08-10');
    expect(store.sheets.carriageSince()).toBe('2026-08-01');
    expect(on('2026-07-31')).toEqual({});
    expect(on('2026-08-01')).toEqual({ [first()]: 'R1', [second()]: 'R1' });
    expect(on('2026-08-09')).toEqual({ [first()]: 'R1', [second()]: 'R2', [third()]: 'R2' });
    expect(on('2026-08-10')).toEqual({ [first()]: 'R1', [second()]: '', [third()]: 'R1' });
    // Six plans that change nothing add nothing.
    expect(store.read.counts()).toMatchObject({ carriage: 6 });
  });

  it('notes another time, provider or contract as another way', () => {
    const route = madeRoute('R1', [first()]);
    save([route], '2026-08-01');
    save([{ ...route, provider: 'Oast Travel' }], '2026-08-02');
    save([{ ...route, provider: 'Oast Travel', arrive_s: 31_000 }], '2026-08-03');
    save([{ ...route, provider: 'Oast Travel', arrive_s: 31_000, contract_id: 1 }], '2026-08-04');
    save([{ ...route, provider: 'Oast Travel', arrive_s: 31_000, contract_id: 1 }], '2026-08-05');
    expect(store.read.counts()).toMatchObject({ carriage: 4 });
    expect(store.sheets.carriageOn(isoDate('2026-08-03'))).toMatchObject([
      { provider: 'Oast Travel', arrive_s: 31_000, contract_id: null, pick_up_s: 30_000 },
    ]);
  });
});

describe('how children were carried on some days', () => {
  it('is known stop by stop on any day, at each child’s own school, until the stop is made no more', () => {
    const route = madeRoute('R1', [first(), second()]);
    const withStops = (given: readonly Partial<PlannedStop>[], calls?: PlannedRoute['calls']) => ({
      ...route,
      ...(calls === undefined ? {} : { calls }),
      stops: route.stops.map((stop, at) => ({ ...stop, ...given[at] })),
    });
    const save = (routes: readonly PlannedRoute[], made_on: string) =>
      store.write(BY_TEST, () =>
        store.plans.save({ ...madePlan(routes), made_on: isoDate(made_on) }),
      );
    const on = (day: string) =>
      store.sheets.partCarriageOn(isoDate(day)).map(({ client_id, place, mornings, school_urn, arrive_s }) => ({ client_id, place, mornings, school_urn, arrive_s })); // prettier-ignore
    save([route], '2026-08-01');
    const calls = [
      { school_urn: 119037, arrive_s: 31_000, depart_s: 55_000, home_order: 1 },
      { school_urn: SCHOOL, arrive_s: 31_800, depart_s: 55_200, home_order: 2 },
    ];
    const own = { school_urn: 119037, place: 'second', mornings: 3, afternoons: 3 };
    save([withStops([{}, own], calls)], '2026-08-03');
    save([withStops([{}, own], calls)], '2026-08-04');
    save([withStops([{ mornings: 7 }, { ...own, mornings: 1 }], calls)], '2026-08-05');
    save([route], '2026-08-07');
    expect(on('2026-08-02')).toEqual([]);
    const stop = { client_id: second(), place: 'second', mornings: 3, school_urn: 119037, arrive_s: 31_000 }; // prettier-ignore
    expect(on('2026-08-04')).toEqual([stop]);
    // From home on three mornings is a stop of some days too.
    expect(on('2026-08-05')).toEqual([
      { client_id: first(), place: 'home', mornings: 7, school_urn: SCHOOL, arrive_s: 31_800 },
      { ...stop, mornings: 1 },
    ]);
    expect(on('2026-08-07')).toEqual([]);
    expect(store.sheets.partCarriageSince()).toBeNull();
    expect(store.read.counts()).toMatchObject({ part_carriage: 5 });
  });

  it('goes with the hours that a school had', () => {
    const hours = (starts: number, at: string) => {
      store.write({ ...BY_TEST, at: `${at}T09:00:00.000Z` }, () => {
        store.schools.upsertMany([{ urn: SCHOOL, day_starts_s: starts, day_ends_s: 54_900 }]);
      });
    };
    hours(31_800, '2026-08-01');
    hours(32_400, '2026-08-05');
    hours(33_000, '2026-08-08');
    expect(store.sheets.schoolDaysAt(isoDate('2026-08-04')).get(SCHOOL)).toEqual({ urn: SCHOOL, starts_s: 31_800 }); // prettier-ignore
    expect(store.sheets.schoolDaysAt(isoDate('2026-08-05')).get(SCHOOL)).toEqual({ urn: SCHOOL, starts_s: 32_400 }); // prettier-ignore
    expect(store.sheets.schoolDaysAt(isoDate('2026-08-08')).get(SCHOOL)).toBeUndefined();
    expect(store.sheets.schoolDaysAt(isoDate('2026-07-01')).get(SCHOOL)).toMatchObject({ starts_s: null }); // prettier-ignore
  });
});

describe('waivers and reasons', () => {
  it('come back as recorded, stand beside a withdrawal, and are never changed', () => {
    store.write(BY_TEST, () => {
      const waiver = store.rideRecords.recordWaiver(first(), WAIVER, recorded);
      store.rideRecords.recordReason(first(), REASON, recorded);
      store.rideRecords.withdrawWaiver(waiver, { ...recorded, reason: 'Clinician took it back.' });
    });
    expect(store.rideRecords.waiversOf(first())).toMatchObject([
      { ...WAIVER, recorded_by: 'S Clarke', withdrawn: { reason: 'Clinician took it back.' } },
    ]);
    expect(store.rideRecords.reasonsOf(first())).toMatchObject([{ ...REASON, withdrawn: null }]);
    expect(store.rideRecords.reasonsOf(second())).toEqual([]);
    const sql = new Database(store.path);
    expect(() => sql.exec('DELETE FROM clinical_waiver')).toThrow(/never taken out/);
    expect(() => sql.exec(`UPDATE clinical_waiver SET withdrawn_reason = 'x'`)).toThrow(/once/);
    expect(() => sql.exec('UPDATE guide_reason SET planned_s = 9999')).toThrow(/never changed/);
    sql.close();
  });
});

describe('a store of the version before', () => {
  it('brings the plans that are still there into the record of how children were carried', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 180);
    migrate(sql, before, () => ok(null));
    sql.exec(`
      INSERT INTO change (id, at, who, why) VALUES (1, '2026-08-01T09:00:00.000Z', 'Tester', 'a test');
      INSERT INTO school (urn, name, town, postcode, lat, lon, district_code, type_group, status, needs, designation, independent)
        VALUES (1, 'School', '', '', 51.2, 0.5, '', '', 'open', '[]', '', 0);`);
    const client = sql.prepare(
      `INSERT INTO client (ref, forename, surname, carer_name, carer_relationship, phone, language_or_format, home_address, postcode,
         uprn, second_address, second_postcode, second_days, position_source, district_code, care_status, school_given,
         school_urn_given, section_i, low_income_basis, religion_or_belief, social_worker, wheelchair, sole_occupancy, not_with,
         equipment, medical, rescue_medication, handover, days, protected_address, notes)
       VALUES (?, '', '', '', '', '', '', '', '', '', '', '', '[]', 'none', '', '', '', '', '', '', '', 0, '', 0, '[]', '', '', 0, '',
         '[]', 0, '')`,
    );
    client.run('A1');
    client.run('A2');
    const plan = sql.prepare(
      `INSERT INTO plan (id, made_on, year, seed, status, distance_basis, audit_passed, checked_routes, checked_clients, change_id,
         history_id, approved_by) VALUES (?, ?, '2026/27', 1, ?, 'estimated', 1, 1, 1, 1, 0, '')`,
    );
    const route = sql.prepare(
      `INSERT INTO plan_route (id, plan_id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, provider, confirmed, distance_m,
         duration_s, arrive_s, depart_s, cost_day_pence, days_a_year, cost_year_pence)
       VALUES (?, ?, ?, 1, 'taxi', 4, 0, 0, 'Oast', 0, 1, 1, 31000, 55000, 1, 1, 1)`,
    );
    const stop = sql.prepare(
      `INSERT INTO plan_stop (route_id, stop_order, client_id, pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m, fixed,
         provisional) VALUES (?, ?, ?, 30000, 60, 60, 'advisory', 60, 60, 0, 0)`,
    );
    const plans = [
      ['2026-08-01', 'R1'],
      ['2026-08-02', 'R1'],
      ['2026-08-03', 'R2'],
    ] as const;
    plans.forEach(([made_on, ref], at) => {
      plan.run(at + 1, made_on, at === 2 ? 'draft' : 'superseded');
      route.run(at + 1, at + 1, ref);
      stop.run(at + 1, 1, 1);
      if (at === 1) stop.run(at + 1, 2, 2);
    });
    expect(migrate(sql, MIGRATIONS, () => ok(null))).toMatchObject({ ok: true });
    expect(
      sql.prepare('SELECT client_id, from_on, route_ref FROM carriage ORDER BY id').all(),
    ).toEqual([
      { client_id: 1, from_on: '2026-08-01', route_ref: 'R1' },
      { client_id: 2, from_on: '2026-08-02', route_ref: 'R1' },
      { client_id: 1, from_on: '2026-08-03', route_ref: 'R2' },
    ]);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });
});
