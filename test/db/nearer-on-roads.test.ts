/** Nearer schools and placement costs of a county in Rutland, on its real roads: as the screens have them, and as brute force has them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { exportReport } from '../../electron/jobs/export-report.ts';
import { importRoads } from '../../electron/jobs/import-roads.ts';
import { makePlan } from '../../electron/jobs/make-plan.ts';
import { namingFor } from '../../electron/jobs/naming.ts';
import { tryProvisions } from '../../electron/jobs/new-provision.ts';
import { readCostFacts } from '../../electron/jobs/cost-facts.ts';
import { costsOf } from '../../electron/api/kept-costs.ts';
import { loadedNetwork, roadsLabel } from '../../electron/roads/road-travel.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { straightLineMetres } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { pointTable } from '../../shared/roads/ask-roads.ts';
import { costPressureSummary } from '../../shared/figures/cost-pressure.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { judgePlacements } from '../../shared/pressure/placement.ts';
import { RUTLAND } from '../helpers/rutland-store.ts';
import { value } from '../helpers/answers.ts';
import { madeFolder } from './made-store.ts';
import { PROVISION } from './placement-writes.ts';

const ON = isoDate('2026-08-10');
const BY = { who: 'Tester', why: 'a small county' };
const CONDITION = 'School named; parental preference, a nearer school is also named';

/** Six special schools; the last lies beyond the map. */
const SCHOOLS = [
  { urn: 1, name: 'Oakham Vale School', lat: 52.6709, lon: -0.7318 },
  { urn: 2, name: 'Uppingham Lane School', lat: 52.5885, lon: -0.7221 },
  { urn: 3, name: 'Ryhall School', lat: 52.6862, lon: -0.4702 },
  { urn: 4, name: 'Cottesmore School', lat: 52.713, lon: -0.664 },
  { urn: 5, name: 'Ketton School', lat: 52.627, lon: -0.553 },
  { urn: 6, name: 'Far School', lat: 52.2, lon: -0.7 },
].map((school) => ({
  ...school,
  town: '',
  status: 'open' as const,
  type_group: 'special_state' as const,
  needs: ['ASD' as const],
  age_from: 4,
  age_to: 19,
  places: 100,
  roll: 50,
}));

const folder = madeFolder();
let store: Store;
let homes: readonly { readonly ref: string; readonly urn: number; readonly at: Position }[];

beforeAll(async () => {
  if (RUTLAND === null) return;
  const made = createStore(join(folder.path, 'rutland.kerbside'), {
    county: 'Rutland',
    demo: true,
    own_day: ON,
  });
  store = await value(made);
  const random = seededRandom(4);
  homes = Array.from({ length: 120 }, (_, i) => ({
    ref: `R-${i}`,
    urn: 1 + (i % 5),
    at: { lat: 52.56 + random.next() * 0.17, lon: -0.79 + random.next() * 0.33 },
  }));
  store.write(BY, () => {
    store.schools.upsertMany(SCHOOLS);
    const { ids } = store.clients.upsertMany(
      homes.map(({ ref, urn, at }) => ({
        ref,
        surname: ref,
        ...at,
        position_source: 'pin' as const,
        position_error_m: 20,
        date_of_birth: isoDate('2014-05-01'),
        need: 'ASD' as const,
        ehcp: true,
        section_i: CONDITION,
        school_urn: urn,
      })),
    );
    store.applications.upsertMany(
      ids.map((client_id, i) => ({
        ref: `APP-${i}`,
        client_id,
        type: 'New',
        status: 'awarded' as const,
        received_on: isoDate('2026-05-01'),
      })),
    );
  });
});
afterAll(() => {
  if (RUTLAND !== null) store.close();
  folder.cleanUp();
});

function plan(): void {
  const effort = { school_urn: null, seconds: null, iterations: 5, seed: 1 };
  const made = makePlan(store, { ...effort, on: ON }, silent);
  if (!made.ok) throw new Error(made.error.cause);
}

async function importRutland(): Promise<void> {
  const path = join(folder.path, 'rutland.osm.pbf');
  copyFileSync(RUTLAND ?? '', path);
  await value(importRoads(store, { path, clip: null, on: ON }, silent));
}

/** Metres between all homes and schools on the network by one table, NaN beyond its reach. */
function brute(profile: 'car' | 'foot'): (home: number, urn: number) => number {
  const roads = defined(loadedNetwork(store), 'network');
  const points = [...homes.map(({ at }) => at), ...SCHOOLS];
  const pace = { peak_factor: 1, walking_mph: 3 };
  const { n, distances } = pointTable(roads, profile, { points, reach_m: 1000, pace });
  return (home, urn) => distances[home * n + homes.length + urn - 1] ?? Number.NaN;
}

async function nearestRules() {
  const { applications } = await value(decide(store, { ref: null, on: ON }));
  return applications.map(({ ref, school }) => ({ ref, rule: school.nearest_suitable }));
}

describe.skipIf(RUTLAND === null)('a county on its own roads', () => {
  it('asks of the schools that are nearer on foot, each with its length and how it was had', async () => {
    plan();
    const lines = await nearestRules();
    expect(lines.every(({ rule }) => rule.measure === null)).toBe(true);
    await importRutland();
    const label = roadsLabel(defined(loadedNetwork(store), 'network').meta);
    const metres = brute('foot');
    let [otherwise, walking, beyond] = [0, 0, 0];
    for (const [at, { ref, rule }] of (await nearestRules()).entries()) {
      const i = Number(ref.slice(4));
      const home = defined(homes[i], 'home');
      const named = metres(i, home.urn);
      const line = (urn: number) =>
        straightLineMetres(home.at, defined(SCHOOLS[urn - 1], 'school'));
      const urns = SCHOOLS.map(({ urn }) => urn).filter((urn) => urn !== home.urn);
      const isOn = !Number.isNaN(named);
      const nearer = urns.filter((urn) => {
        if (!isOn) return line(urn) < line(home.urn);
        const way = metres(i, urn);
        return (Number.isNaN(way) ? line(urn) : way) < named;
      });
      const asked = urns.filter((urn) =>
        rule.missing.some((text) => text.includes(`(URN ${urn},`)),
      );
      expect(asked).toEqual(nearer);
      if (isOn) {
        walking++;
        expect(rule.measure).toMatchObject({ kind: 'walking_network' });
        expect(rule.measure?.distance_m).toBeCloseTo(named, 0);
        expect(rule.measure?.how).toContain(label);
        expect(rule.missing.join(' ')).not.toContain('in a straight line): was it');
      } else beyond++;
      if (rule.missing.join() !== defined(lines[at], 'line').rule.missing.join()) otherwise++;
    }
    expect(walking).toBeGreaterThan(60);
    expect(walking + beyond).toBe(homes.length);
    expect(otherwise).toBeGreaterThan(0);
  });

  it('prices placements by road as brute force does, the same on the screen and in the export', async () => {
    plan();
    const facts = await value(readCostFacts(store, ON));
    const metres = brute('car');
    const placements = judgePlacements(facts, buildLedger(facts));
    let beyond = 0;
    for (const { client_id, finding } of placements) {
      const client = defined(facts.clients.get(client_id), 'client');
      const i = Number(client.ref.slice(2));
      const urn = defined(client.school_urn, 'school');
      const named = metres(i, urn);
      if (Number.isNaN(named)) continue;
      const ways = [1, 2, 3, 4, 5].flatMap((other) => {
        const way = metres(i, other);
        return other === urn || Number.isNaN(way) || way + 500 >= named ? [] : way;
      });
      expect(finding.kind === 'beyond').toBe(ways.length > 0);
      if (finding.kind !== 'beyond') continue;
      beyond++;
      expect(finding.by).toBe('road');
      expect(finding.named_m).toBeCloseTo(named, 3);
      expect(finding.nearest_m).toBeCloseTo(Math.min(...ways), 3);
    }
    expect(beyond).toBeGreaterThan(20);
    const { overview } = await value(costsOf(store, ON));
    expect(overview.placement.note).toContain(`on ${facts.roads?.source ?? '-'}.`);
    const csv = await value(exportReport(store, { report: 'cost-pressure', format: 'csv', on: ON }, silent)); // prettier-ignore
    const text = Buffer.from(csv.bytes).toString('utf8');
    expect(text).toContain(facts.roads?.source);
    const marks = { county: 'Rutland', demo: true, on: ON, version: '' };
    expect(costPressureSummary(facts, marks).overview.placement).toEqual(overview.placement);
  });

  it('sets schools side by side by road, and holds a new provision against them by road', async () => {
    const metres = brute('car');
    const i = homes.findIndex((home, at) => home.urn !== 2 && !Number.isNaN(metres(at, home.urn)));
    const home = defined(homes[i], 'home');
    const client_id = defined(store.clients.byRef(home.ref), 'client').id;
    const asked = { client_id, also: [6], on: ON, may_look: true };
    const view = await value(namingFor(store, asked, silent));
    expect(view.roads).toBe(roadsLabel(defined(loadedNetwork(store), 'network').meta));
    for (const { urn, distance_m, distance_by, marginal } of view.options) {
      expect(distance_by).toBe(urn === 6 ? 'estimated' : 'road');
      if (urn !== 6) expect(distance_m).toBeCloseTo(metres(i, urn), 3);
      if (urn !== 6) expect(marginal?.kind).toBe('place');
    }
    const { lat, lon } = defined(SCHOOLS[3], 'Cottesmore');
    const provision = { ...PROVISION, lat, lon, needs: ['ASD' as const], places: 20, opens_on: ON };
    const tried = { provisions: [provision], with_routes: false, on: ON, may_look: true };
    const [trial] = await value(tryProvisions(store, tried, silent));
    const placed = defined(trial, 'trial').placed;
    expect(placed.length).toBeGreaterThan(5);
    for (const { ref, by, from_m, to_m, school_urn } of placed.filter(
      (each) => each.by === 'road',
    )) {
      expect(by).toBe('road');
      expect(from_m).toBeCloseTo(metres(Number(ref.slice(2)), school_urn), 3);
      expect(to_m).toBeCloseTo(metres(Number(ref.slice(2)), 4), 3);
    }
    expect(trial?.estimated).toBeLessThan(placed.length);
  });
});
