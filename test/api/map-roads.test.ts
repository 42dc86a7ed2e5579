/** Roads and map of an extract through the host: taken in, kept when the next is bad, drawn along, given up. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roadsOf } from '../../electron/roads/roads-file.ts';
import type { Input, Output } from '../../shared/api/contract.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { isInside } from '../../shared/geo/inside.ts';
import { pointTable } from '../../shared/roads/ask-roads.ts';
import { makeRutlandStore, MONACO, RUTLAND, SCHOOLS } from '../helpers/rutland-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-rutland-'));
/** Where files that pass are put: a folder of its own, so that what is left behind is seen. */
const passing = join(folder, 'passing');
const usual = tmpdir();
let served: ServedStore;
const filesBeside = (): readonly string[] =>
  readdirSync(folder).filter((name) => !/-(?:wal|shm)$/.test(name));

beforeAll(async () => {
  mkdirSync(passing);
  process.env['TMPDIR'] = passing;
  const store = join(folder, 'rutland.kerbside');
  makeRutlandStore(store);
  served = await serveStore({ store });
}, 60_000);
afterAll(async () => {
  await served.close();
  process.env['TMPDIR'] = usual;
  rmSync(folder, { recursive: true, force: true });
});

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value;
}

async function take(
  name: string,
  bytes: Uint8Array,
  cut: Input<'map/take-roads'>['cut'],
): Promise<Job> {
  const file_id = served.composed.host.files.put(name, bytes);
  const { id } = must(await served.call('map/take-roads', { file_id, cut }));
  for (;;) {
    const job = served.composed.host.jobs().find((each) => each.id === id);
    if (job !== undefined && job.state !== 'running') return job;
    await setTimeout(50);
  }
}

const county = { kind: 'county', margin_m: 2000 } as const;
const lines = async () => must(await served.call('routes/lines', { school_urn: 1 }));

describe('before an extract', () => {
  it('has no network, and draws routes straight', async () => {
    expect(must(await served.call('map/roads', {}))).toEqual({
      network: null,
      problem: null,
      missing: [],
      has_boundaries: true,
      lost: [],
    });
    const ways = await lines();
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way.basis).toBe('straight');
  });

  it('estimates from where a school is reached, and says so', async () => {
    const reached = must(await served.call('map/reach', { school_urn: 1 }));
    expect(reached).toMatchObject({ basis: 'estimated', edge: null });
    expect(reached?.words).toContain('no road network is loaded');
    const [far, near] = reached?.bands ?? [];
    expect([far?.minutes, near?.minutes]).toEqual([75, 45]);
    // 45 minutes at 25 mph are 18.75 miles of road, 13.4 in a straight line at a factor of 1.4.
    const north = Math.max(...(near?.lines[0]?.filter((_, i) => i % 2 === 0) ?? []));
    const { factor, mph } = /line × (?<factor>[\d.]+) at (?<mph>[\d.]+) mph/.exec(
      reached?.words ?? '',
    )?.groups ?? { factor: '0', mph: '0' };
    const miles = ((north - SCHOOLS[0].lat) * 111_195) / 1609.344;
    expect(miles).toBeCloseTo((Number(mph) * 0.75) / Number(factor), 1);
    expect(must(await served.call('map/reach', { school_urn: 999 }))).toBeNull();
  });

  it('tells of each district what Today and the plan count', async () => {
    const [rutland] = must(await served.call('map/districts', {}));
    const today = must(await served.call('today/get', {}));
    expect(rutland).toMatchObject({ name: 'Rutland', clients: 60, without_transport: 60 });
    expect(today).toBeDefined();
    const plan = must(await served.call('plan/current', {}));
    const costs = must(await served.call('costs/breakdown', { by: 'district' }));
    expect(rutland?.carried).toBe(plan?.clients);
    expect(rutland?.cost_year_pence).toBe(costs[0]?.cost_year_pence);
  });

  it('saves a table that no spreadsheet runs', async () => {
    const { file_id, name } = must(
      await served.call('map/export-table', {
        name: 'homes.csv',
        headings: ['school', 'straight_m'],
        rows: [['=1+1', 12.5]],
      }),
    );
    expect(name).toBe('homes.csv');
    const bytes = await (await served.post(`/files/${file_id}`, '')).text();
    expect(bytes).toContain("'=1+1,12.5");
  });

  it('refuses what is no extract and says so', async () => {
    const job = await take('notes.osm.pbf', Buffer.from('PK no map'), county);
    expect(job).toMatchObject({ state: 'failed', result: null });
    expect(job.error?.cause).not.toBe('');
    expect(must(await served.call('map/roads', {})).network).toBeNull();
    expect(served.bugs).toEqual([]);
  });
});

/** By road, what is near is within 45 minutes, and the outlines agree with the table of times. */
async function reachHolds(): Promise<void> {
  const reached = must(await served.call('map/reach', { school_urn: 1 }));
  expect(reached).toMatchObject({ basis: 'road' });
  const [far, near] = reached?.bands ?? [];
  if (far === undefined || near === undefined) throw new Error('no bands');
  const school = SCHOOLS[0];
  expect(isInside(near.lines, school.lat, school.lon)).toBe(true);
  const roads = roadsOf(join(folder, 'rutland.kerbside'));
  if (!roads.ok || roads.value === null) throw new Error('no roads');
  const places = gridOf(reached?.edge ?? null);
  const pace = { peak_factor: 1.2, walking_mph: 3 };
  const table = pointTable(roads.value, 'car', { points: [school, ...places], reach_m: 300, pace });
  let told = 0;
  for (const [i, { lat, lon }] of places.entries()) {
    const seconds = table.durations[(i + 1) * table.n] ?? Number.NaN;
    // Near the line the grid may decide either way; what is off the roads has no time.
    if (Number.isNaN(seconds) || Math.abs(seconds - 2700) < 240) continue;
    told += 1;
    expect(isInside(near.lines, lat, lon), `${lat} ${lon} ${seconds}`).toBe(seconds < 2700);
    if (seconds < 2700) expect(isInside(far.lines, lat, lon)).toBe(true);
  }
  expect(told).toBeGreaterThan(20);
}

function gridOf(edge: NonNullable<Output<'map/reach'>>['edge']) {
  if (edge === null) throw new Error('no edge');
  const { south, north, west, east } = edge;
  return Array.from({ length: 225 }, (_, i) => ({
    lat: south + ((north - south) * (0.5 + Math.floor(i / 15))) / 15,
    lon: west + ((east - west) * (0.5 + (i % 15))) / 15,
  }));
}

describe.skipIf(RUTLAND === null || MONACO === null)(
  'an extract (needs Rutland and Monaco)',
  () => {
    it('gives roads and a base map, cut to the districts', { timeout: 120_000 }, async () => {
      const before = await lines();
      const job = await take('rutland.osm.pbf', readFileSync(RUTLAND ?? ''), county);
      expect(job.error).toBeNull();
      expect(job.result).toMatchObject({ kind: 'roads', missing: [], map: { kind: 'made' } });
      const { network } = must(await served.call('map/roads', {}));
      expect(network?.meta).toMatchObject({
        source: 'rutland.osm.pbf',
        clip: { file: 'districts of the county', margin_m: 2000 },
      });
      expect(must(await served.call('map/tiles', {}))).toMatchObject({ made_here: true });
      const after = await lines();
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      for (const [i, way] of after.entries()) {
        expect(way.basis).toBe('road');
        // The same stops, and many places of the road between them.
        expect(way.line.slice(0, 2)).toEqual(before[i]?.line.slice(0, 2));
        expect(way.line.slice(-2)).toEqual(before[i]?.line.slice(-2));
        expect(way.line.length).toBeGreaterThan((before[i]?.line.length ?? 0) * 3);
      }
      await reachHolds();
    });

    it('stays when the next is of another county, or cut short', { timeout: 120_000 }, async () => {
      const was = must(await served.call('map/roads', {})).network;
      const elsewhere = await take('monaco.osm.pbf', readFileSync(MONACO ?? ''), { kind: 'all' });
      expect(elsewhere.error?.code).toBe('extract_elsewhere');
      const whole = readFileSync(RUTLAND ?? '');
      const short = await take('half.osm.pbf', whole.subarray(0, whole.length / 2), county);
      expect(short.state).toBe('failed');
      expect(must(await served.call('map/roads', {})).network).toEqual(was);
    });

    it.each([
      ['while junctions are ordered', /^Ordering junctions/],
      // The new network is whole by then, and must not stay.
      ['while the base map is drawn', /^(Reading the base map|Cutting the base map)/],
    ])('stays when the import is cancelled %s', { timeout: 60_000 }, async (_when, stage) => {
      const was = must(await served.call('map/roads', {})).network;
      const [roads, map] = ['roads', 'map'].map((kind) => join(folder, `rutland.kerbside.${kind}`));
      const bytes = [roads, map].map((path) => readFileSync(path ?? ''));
      const before = filesBeside();
      const file_id = served.composed.host.files.put('new.osm.pbf', readFileSync(RUTLAND ?? ''));
      const { id } = must(await served.call('map/take-roads', { file_id, cut: { kind: 'all' } }));
      const job = (): Job | undefined => served.composed.host.jobs().find((each) => each.id === id);
      while (job()?.state === 'running' && !stage.test(job()?.stage ?? '')) await setTimeout(2);
      expect(job()?.stage).toMatch(stage);
      expect(must(await served.call('jobs/cancel', { id }))).toEqual({ cancelled: true });
      while (job()?.state === 'running') await setTimeout(5);
      expect(job()).toMatchObject({ state: 'cancelled', result: null });
      expect(readFileSync(roads ?? '').equals(bytes[0] ?? Buffer.of())).toBe(true);
      expect(readFileSync(map ?? '').equals(bytes[1] ?? Buffer.of())).toBe(true);
      expect(filesBeside()).toEqual(before);
      expect(readdirSync(passing).filter((name) => name.startsWith('kerbside-roads'))).toEqual([]);
      expect(must(await served.call('map/roads', {})).network).toEqual(was);
      for (const way of await lines()) expect(way.basis).toBe('road');
    });

    it('can be done without again', async () => {
      expect(must(await served.call('map/drop-roads', {}))).toEqual({ dropped: true });
      expect(must(await served.call('map/roads', {})).network).toBeNull();
      for (const way of await lines()) expect(way.basis).toBe('straight');
      expect(served.bugs).toEqual([]);
    });
  },
);
