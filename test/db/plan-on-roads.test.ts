import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import { migrate } from '../../db/migrate.ts';
import { ok } from '../../shared/kernel/result.ts';
import { checkPlan } from '../../electron/jobs/check-plan.ts';
import { silent } from '../../electron/jobs/context.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { importRoads } from '../../electron/jobs/import-roads.ts';
import { restoreStore } from '../../electron/jobs/restore-store.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { onRoads } from '../../electron/api/case-on-roads.ts';
import { roadsPath } from '../../electron/roads/roads-file.ts';
import type { Store } from '../../db/store.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { planDistanceWords } from '../../shared/model/plan-distances.ts';
import { whyNotApproved } from '../../renderer/features/map/plan-actions.ts';
import { osmFile } from '../helpers/osm-writer.ts';
import { BY_TEST, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts';

const folder = madeFolder();
let store: Store;
afterAll(() => {
  store.close();
  folder.cleanUp();
});

/** A lane that goes two sides of a square, so that the way is far longer than the line, and a footpath across. */
const CORNERS = [
  { id: 1, lat: 51.25, lon: 0.5 },
  { id: 2, lat: 51.25, lon: 0.53 },
  { id: 3, lat: 51.27, lon: 0.53 },
] as const;
const [HOME, , THERE] = CORNERS;
const FAR = { lat: 51.4, lon: 0.7 };

beforeAll(() => {
  const place = join(folder.path, 'a');
  mkdirSync(place);
  store = madeStore(join(place, 'kent.kerbside'));
  store.write(BY_TEST, () => {
    store.schools.upsertMany([
      { urn: SCHOOL, name: 'Lane School', town: 'Maidstone', lat: THERE.lat, lon: THERE.lon },
      { urn: 119037, name: 'Far School', town: 'Medway', lat: FAR.lat, lon: FAR.lon },
    ]);
    const client = (ref: string, at: { lat: number; lon: number }, school_urn: number) => ({
      ref,
      surname: ref,
      position_source: 'pin' as const,
      school_urn,
      lat: at.lat,
      lon: at.lon,
    });
    const clients = [
      client('near', HOME, SCHOOL),
      client('far', { lat: FAR.lat + 0.01, lon: FAR.lon }, 119037),
    ];
    const { ids } = store.clients.upsertMany(clients);
    store.applications.upsertMany(
      clients.map(({ ref }, i) => ({ ref, client_id: ids[i] ?? 0, type: 'New' })),
    );
  });
});

async function importLane(): Promise<void> {
  const path = join(folder.path, 'lane.osm.pbf');
  writeFileSync(
    path,
    osmFile({
      nodes: CORNERS,
      ways: [
        { id: 1, nodes: [1, 2, 3], tags: { highway: 'secondary' } },
        { id: 2, nodes: [1, 3], tags: { highway: 'footway' } },
      ],
    }),
  );
  const done = await importRoads(store, { path, clip: null, on: ON }, silent);
  if (!done.ok) throw new Error(done.error.cause);
}

function plan(school_urn: number | null = null): Plan {
  const effort = { seconds: null, iterations: 20, seed: 1 };
  const made = makePlan(store, { school_urn, on: ON, ...effort }, silent);
  if (!made.ok) throw new Error(made.error.cause);
  return made.value;
}

const routeOf = (made: Plan, urn: number) =>
  defined(
    made.routes.find((route) => route.school_urn === urn),
    'route',
  );
const codes = (made: Plan) => checkPlan(store, made, ON).map(({ code }) => code);

const ESTIMATED = 'The plan was made with estimated distances; a road network is loaded since.';

describe('a county plans on roads where they are loaded', () => {
  it('says estimated where none are', () => {
    const made = plan();
    expect(made).toMatchObject({ distance_basis: 'estimated', roads: '' });
    expect(planDistanceWords(made)).toBe('estimated');
    const line = straightLineMetres(HOME, THERE);
    expect(routeOf(made, SCHOOL).distance_m).toBeCloseTo(1.4 * line, -1);
    expect(codes(made)).toEqual([]);
  });

  it('measures by road, and says so, where both ends lie on them; estimates the rest', async () => {
    const before = plan();
    const copy = join(folder.path, 'before-roads.kerbside');
    expect(store.copyTo(copy)).toMatchObject({ ok: true });
    await importLane();
    // The plan made before was estimated, and still holds as such; but it is out of date, and is not approved.
    expect(codes(before)).toEqual([]);
    expect(store.plans.stale()).toEqual([ESTIMATED]);
    const summary = defined(store.plans.summary(), 'summary');
    expect(whyNotApproved(summary)).toBe(
      `${ESTIMATED} Plan again, or check the plan again under Plans.`,
    );
    const made = plan();
    expect(store.plans.stale()).toEqual([]);
    const lane = straightLineMetres(CORNERS[0], CORNERS[1]) + straightLineMetres(CORNERS[1], THERE);
    const route = routeOf(made, SCHOOL);
    expect(route.distance_basis).toBe('road');
    expect(route.distance_m).toBe(Math.round(lane));
    // A secondary road in the country at 36 mph, in the morning peak.
    expect(route.stops[0]?.direct_s).toBe(Math.round((lane / (36 * 0.44704)) * 1.2));
    expect(routeOf(made, 119037).distance_basis).toBe('estimated');
    expect(made.distance_basis).toBe('road');
    expect(planDistanceWords(made)).toBe(
      'by road (lane.osm.pbf, map of 1 Mar 2026, imported 10 Aug 2026), 1 of 2 routes estimated',
    );
    expect(codes(made)).toEqual([]);
    expect(store.plans.current()).toEqual(made);
  });

  it('has the audit find a distance that is not the road’s', () => {
    const made = defined(store.plans.current(), 'plan');
    const routes = made.routes.map((route) => ({ ...route, distance_m: route.distance_m + 40 }));
    expect(codes({ ...made, routes })).toContain('distance_wrong');
  });

  it('keeps other schools as they are only where they were measured alike', () => {
    const one = plan(SCHOOL);
    expect(routeOf(one, 119037).distance_basis).toBe('estimated');
    expect(codes(one)).toEqual([]);
  });

  it('tells a case by road and on foot, and the rules by foot', () => {
    const client = defined(store.clients.byRef('near'), 'client');
    const page = defined(store.read.casePage(client.id, ON), 'page');
    expect(page.distance_basis).toBe('road');
    const straight = straightLineMetres(HOME, THERE);
    const { on_roads } = onRoads(store, page, ON);
    expect(on_roads?.walking_m).toBeCloseTo(straight, 0);
    expect(on_roads?.home_reach_m).toBeCloseTo(0, 3);
    const decided = decide(store, { ref: 'near', on: ON });
    const rule = decided.ok
      ? decided.value.applications[0]?.rules.find(({ rule }) => rule === 'distance')
      : undefined;
    expect(rule?.measure).toMatchObject({ kind: 'walking_network' });
    expect(rule?.measure?.how).toContain('lane.osm.pbf, map of 1 Mar 2026');
  });

  it('is out of date once another network is loaded, or none any more', () => {
    const roads = (made_from: string) => {
      store.write(BY_TEST, () => {
        store.meta.rememberBeside('roads', made_from);
      });
      return store.plans.stale();
    };
    const label = store.meta.beside('roads');
    expect(roads('other.osm.pbf, imported 11 Aug 2026')).toEqual([
      'The plan was measured on another road network than the one that is loaded now.',
    ]);
    expect(roads('')).toEqual([
      'The plan was measured on a road network that is no longer loaded; distances are estimated now.',
    ]);
    expect(roads(label)).toEqual([]);
  });

  it('is out of date in a back-up from before the network, once that is put back beside it', () => {
    const place = join(folder.path, 'restored.kerbside');
    copyFileSync(roadsPath(store.path), roadsPath(place));
    const from = join(folder.path, 'before-roads.kerbside');
    expect(restoreStore({ store: place, from }, silent)).toMatchObject({ ok: true });
    const restored = openStore(place, {});
    if (!restored.ok) throw new Error(restored.error.cause);
    expect(restored.value.meta.beside('roads')).toBe(store.meta.beside('roads'));
    expect(restored.value.plans.stale()).toEqual([ESTIMATED]);
    restored.value.close();
  });

  it('works out anew what was kept of distances when the network changes', () => {
    let worked = 0;
    const kept = () =>
      store.read.derived('a thing', ON, () => {
        worked++;
        return 'it';
      });
    kept();
    kept();
    expect(worked).toBe(1);
    const label = store.meta.beside('roads');
    for (const next of ['other.osm.pbf', label])
      store.write(BY_TEST, () => {
        store.meta.rememberBeside('roads', next);
      });
    kept();
    expect(worked).toBe(1);
    store.write(BY_TEST, () => {
      store.meta.rememberBeside('roads', 'other.osm.pbf');
    });
    kept();
    expect(worked).toBe(2);
    store.write(BY_TEST, () => {
      store.meta.rememberBeside('roads', label);
    });
  });

  it('cannot check a plan whose roads are gone, and says so', () => {
    const made = defined(store.plans.current(), 'plan');
    rmSync(roadsPath(store.path));
    expect(codes(made)).toEqual(['roads_changed']);
    expect(plan().distance_basis).toBe('estimated');
  });
});

describe('a store of the version before', () => {
  it('has its plans kept as estimated', () => {
    const sql = new Database(':memory:');
    const before = MIGRATIONS.filter(({ version }) => version < 140);
    migrate(sql, before, () => ok(null));
    // The plan's own tables alone: what they refer to is of no matter here.
    sql.pragma('foreign_keys = OFF');
    sql.exec(`
      INSERT INTO plan (id, made_on, year, seed, status, distance_basis, audit_passed, checked_routes, checked_clients,
        change_id, history_id, approved_by) VALUES (1, '2026-08-10', '2026/27', 1, 'draft', 'estimated', 1, 1, 0, 1, 0, '');
      INSERT INTO plan_route (id, plan_id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, provider, confirmed,
        distance_m, duration_s, arrive_s, depart_s, cost_day_pence, days_a_year, cost_year_pence)
        VALUES (1, 1, 'A-1', ${SCHOOL}, 'taxi', 3, 0, 0, '', 0, 1000, 100, 30000, 55000, 100, 190, 19000);
    `);
    migrate(sql, MIGRATIONS, () => ok(null));
    const row = sql.prepare('SELECT roads, plan_route.distance_basis FROM plan, plan_route').get();
    expect(row).toEqual({ roads: '', distance_basis: 'estimated' });
    sql.close();
  });

  it('has the mornings of its plans turned round for the afternoon', () => {
    const sql = new Database(':memory:');
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 170),
      () => ok(null),
    );
    sql.pragma('foreign_keys = OFF');
    sql.exec(`
      INSERT INTO plan (id, made_on, year, seed, status, distance_basis, audit_passed, checked_routes, checked_clients,
        change_id, history_id, approved_by) VALUES (1, '2026-08-10', '2026/27', 1, 'draft', 'estimated', 1, 1, 2, 1, 0, '');
      INSERT INTO plan_route (id, plan_id, ref, school_urn, vehicle_class, seats, wheelchairs, assistant, provider, confirmed,
        distance_m, duration_s, arrive_s, depart_s, cost_day_pence, days_a_year, cost_year_pence)
        VALUES (1, 1, 'A-1', ${SCHOOL}, 'taxi', 3, 0, 0, '', 0, 1000, 1400, 30000, 55000, 100, 190, 19000);
      INSERT INTO plan_stop (route_id, stop_order, client_id, pick_up_s, ride_s, limit_s, limit_kind, direct_s, direct_m, fixed,
        provisional) VALUES (1, 1, 7, 28600, 1340, 2700, 'advisory', 1200, 900, 0, 0), (1, 2, 8, 29400, 540, 2700, 'advisory', 540, 400, 0, 0);
      INSERT INTO plan_unallocated (plan_id, client_id, reason, detail) VALUES (1, 9, 'no_vehicle', 'None fits.');
    `);
    migrate(sql, MIGRATIONS, () => ok(null));
    expect(sql.prepare('SELECT home_m, home_duration_s FROM plan_route').get()).toEqual({
      home_m: 1000,
      home_duration_s: 1400,
    });
    const stops = sql.prepare(
      'SELECT client_id, drop_off_order, drop_off_s, home_ride_s, home_direct_s FROM plan_stop ORDER BY stop_order',
    );
    expect(stops.raw().all()).toEqual([
      [7, 2, 56_340, 1340, 1200],
      [8, 1, 55_540, 540, 540],
    ]);
    // From the home of the record, on every day of the week.
    expect(sql.prepare('SELECT DISTINCT place, mornings, afternoons FROM plan_stop').all()).toEqual(
      [{ place: 'home', mornings: 31, afternoons: 31 }],
    );
    expect(sql.prepare('SELECT client_id, reason, days FROM plan_unallocated').all()).toEqual([
      { client_id: 9, reason: 'no_vehicle', days: null },
    ]);
    sql.close();
  });
});
