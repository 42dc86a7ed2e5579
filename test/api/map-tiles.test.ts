/** A map archive through the host: taken in, drawn from, given up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTileTable } from '../../db/tile-table.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let served: ServedStore;
beforeAll(async () => {
  served = await serveStore();
});
afterAll(() => served.close());

const tile = (path: string): Promise<Response> => served.post(`/tiles/${path}`, '');

async function take(bytes: Uint8Array): Promise<string> {
  const file_id = served.composed.host.files.put('county.mbtiles', bytes);
  const started = await served.call('map/take', { file_id });
  if (!started.ok) return started.error.code;
  for (;;) {
    const job = served.composed.host.jobs().find(({ id }) => id === started.value.id);
    if (job !== undefined && job.state !== 'running') return job.error?.code ?? job.state;
    await setTimeout(20);
  }
}

describe('the map under everything', () => {
  it('is the built-in one at first', async () => {
    expect(await served.call('map/tiles', {})).toEqual({ ok: true, value: null });
    expect((await tile('2/0/0')).status).toBe(204);
  });

  it('is an archive once one is taken in, and stays it when the next is bad', async () => {
    const path = join(served.folder, 'made.mbtiles');
    writeTileTable(path, { name: 'Meadow', format: 'pbf' }, [
      { z: 2, x: 1, y: 2, data: Buffer.from('a tile') },
    ]);
    expect(await take(readFileSync(path))).toBe('done');
    expect(await served.call('map/tiles', {})).toMatchObject({ value: { name: 'Meadow' } });
    expect(await (await tile('2/1/2')).text()).toBe('a tile');
    expect(await take(Buffer.from('no map'))).toBe('not_tiles');
    expect(await (await tile('2/1/2')).text()).toBe('a tile');
  });

  it('answers only tiles that can be', async () => {
    for (const path of ['2/4/0', '2/-1/0', '99/0/0', 'a/b/c', '2/1', '2/1.5/2'])
      expect((await tile(path)).status, path).toBe(204);
    expect(served.bugs).toEqual([]);
  });

  it('refuses a stranger', async () => {
    const answer = await fetch(`${served.origin}/tiles/2/1/2`, { method: 'POST' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('is the built-in one again when the archive is given up', async () => {
    expect(await served.call('map/drop', {})).toEqual({ ok: true, value: { dropped: true } });
    expect(await served.call('map/tiles', {})).toEqual({ ok: true, value: null });
  });
});
