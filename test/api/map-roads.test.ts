/** Roads and map of an extract through the host: taken in, kept when the next is bad, drawn along, given up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/api/contract.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { makeRutlandStore, MONACO, RUTLAND } from '../helpers/rutland-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-rutland-'));
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
    });
    const ways = await lines();
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect(way.basis).toBe('straight');
  });

  it('refuses what is no extract and says so', async () => {
    const job = await take('notes.osm.pbf', Buffer.from('PK no map'), county);
    expect(job).toMatchObject({ state: 'failed', result: null });
    expect(job.error?.cause).not.toBe('');
    expect(must(await served.call('map/roads', {})).network).toBeNull();
    expect(served.bugs).toEqual([]);
  });
});

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

    it('can be done without again', async () => {
      expect(must(await served.call('map/drop-roads', {}))).toEqual({ dropped: true });
      expect(must(await served.call('map/roads', {})).network).toBeNull();
      for (const way of await lines()) expect(way.basis).toBe('straight');
      expect(served.bugs).toEqual([]);
    });
  },
);
