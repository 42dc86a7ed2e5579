/** Measuring on the map through the host: estimated without a network, along the roads with one; protected homes never. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { makeRutlandStore, RUTLAND, SCHOOLS } from '../helpers/rutland-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-measure-'));
let served: ServedStore;

beforeAll(async () => {
  const store = join(folder, 'rutland.kerbside');
  makeRutlandStore(store);
  served = await serveStore({ store });
}, 60_000);
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value;
}

type Point = { readonly lat: number; readonly lon: number };
const [OAKHAM, UPPINGHAM] = SCHOOLS.map(({ lat, lon }) => ({ lat, lon })) as [Point, Point];
const measure = async (input: Input<'map/measure'>) =>
  must(await served.call('map/measure', input));
const between = (from: Point, to: Point) => measure({ kind: 'points', from, to });

describe('measuring without a network', () => {
  it('estimates both ways from the straight line, and says so', async () => {
    const got = await between(OAKHAM, UPPINGHAM);
    // 0.0824 degrees of latitude at 111,195 m, and 0.0097 of longitude narrowed by cos 52.6: 9.19 km.
    expect(got.straight_m).toBeCloseTo(Math.hypot(0.0824 * 111_195, 0.0097 * 111_195 * 0.607), -2);
    const factor = Number(/line × (?<factor>[\d.]+)/.exec(got.source)?.groups?.['factor']);
    expect(factor).toBeGreaterThan(1);
    expect(got.car).toMatchObject({ basis: 'estimated', duration_s: null, reach_m: null });
    expect(got.foot).toMatchObject({ basis: 'estimated', reach_m: null });
    expect(got.car.distance_m).toBeCloseTo(got.straight_m * factor, 3);
    // 24.4 mph by car, 3 mph on foot.
    expect(got.peak_s).toBeCloseTo(got.car.distance_m / (24.4 * 0.44704), 1);
    expect(got.foot.duration_s).toBeCloseTo(got.foot.distance_m / (3 * 0.44704), 1);
    expect(got.notes.join(' ')).toContain('No road network is loaded');
  });

  it('measures from a home to its school, and never from a protected one', async () => {
    const got = await measure({ kind: 'client', client_id: 1 });
    expect(got.names).toEqual({ from: 'Home', to: SCHOOLS[0].name });
    expect(got.to).toEqual(OAKHAM);
    const refused = await served.call('map/measure', { kind: 'client', client_id: 60 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'protected_address' } });
    expect(JSON.stringify(refused)).not.toMatch(/52\.6|"lat"/);
    const nobody = await served.call('map/measure', { kind: 'client', client_id: 999 });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'no_client' } });
  });
});

describe.skipIf(RUTLAND === null)('measuring on the roads of Rutland', () => {
  beforeAll(async () => {
    const file_id = served.composed.host.files.put('rutland.osm.pbf', readFileSync(RUTLAND ?? ''));
    const { id } = must(await served.call('map/take-roads', { file_id, cut: { kind: 'all' } }));
    for (;;) {
      const job = served.composed.host.jobs().find((each) => each.id === id);
      if (job?.state === 'done') break;
      if (job !== undefined && job.state !== 'running') throw new Error(job.error?.cause);
      await setTimeout(50);
    }
  }, 120_000);

  it('follows the A6003 from Oakham to Uppingham', async () => {
    const got = await between(OAKHAM, UPPINGHAM);
    expect(got.source).toMatch(/^rutland\.osm\.pbf, map of .+, imported .+/);
    expect(got.source).not.toContain('Estimated');
    for (const way of [got.car, got.foot]) {
      expect(way.basis).toBe('road');
      // Some 6 miles of road for 5.7 in a straight line.
      expect(way.distance_m).toBeGreaterThan(got.straight_m);
      expect(way.distance_m).toBeLessThan(got.straight_m * 1.3);
      expect(way.line.length).toBeGreaterThan(40);
      expect(way.line.slice(0, 2)).toEqual([OAKHAM.lat, OAKHAM.lon]);
      expect(way.line.slice(-2)).toEqual([UPPINGHAM.lat, UPPINGHAM.lon]);
      expect(way.reach_m?.from).toBeLessThan(300);
    }
    // OpenStreetMap of 2018 keeps walkers off a part of the A6003: their way is another, and longer.
    expect(got.foot.distance_m).toBeGreaterThan(got.car.distance_m);
    expect(got.peak_s).toBeCloseTo((got.car.duration_s ?? 0) * 1.2, 6);
    expect(got.pace).toContain('× 1.2');
    expect(got.notes).toEqual([]);
  });

  it('says why there is no way to beyond the network, and estimates it', async () => {
    const leicester = { lat: 52.6369, lon: -1.1398 };
    const got = await between(OAKHAM, leicester);
    for (const way of [got.car, got.foot]) {
      expect(way.basis).toBe('estimated');
      expect(way.reach_m?.to).toBeGreaterThan(10_000);
      expect(way.line).toHaveLength(4);
    }
    expect(got.notes).toHaveLength(2);
    expect(got.notes[0]).toMatch(
      /^No way by car: the end is .+ miles from the nearest road of the network, farther than the 0\.6 miles of the settings/,
    );
    expect(got.source).toContain('Estimated: straight line ×');
  });

  it('says where a road nearby is cut off from the rest', async () => {
    const got = await between({ lat: 52.631, lon: -0.7865 }, OAKHAM);
    expect(got.car.basis).toBe('road');
    expect(got.notes.join(' ')).toContain(
      'The start lies nearer to a road that is cut off from the rest of the network by car',
    );
    expect(served.bugs).toEqual([]);
  });
});
