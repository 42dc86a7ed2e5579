/** A turn rule over a way between, from the file to the answer: a U-turn through the gap of a dual carriageway. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { roadsOf } from '../../electron/roads/roads-file.ts';
import { silent } from '../../electron/jobs/context.ts';
import { importRoads } from '../../electron/jobs/import-roads.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { pointPath } from '../../shared/roads/ask-roads.ts';
import { packRoads, unpackRoads, up8 } from '../../shared/roads/pack-roads.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { osmFile, type MadeMap } from '../helpers/osm-writer.ts';
import { madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

const at = (id: number, north: number, east: number) => ({
  id,
  lat: 51.27 + north * 0.002,
  lon: 0.52 + east * 0.003,
});

/**
 * The southern carriageway runs east (1, 2, 3), the northern west (6, 5, 4); a gap joins 2 and 5. Beyond the east end is a roundabout's worth
 * of road to turn on (3, 7, 6), beyond the west end another (4, 8, 1).
 */
const dual: MadeMap = {
  nodes: [
    at(1, 0, 0),
    at(2, 0, 1),
    at(3, 0, 2),
    at(4, 0.2, 0),
    at(5, 0.2, 1),
    at(6, 0.2, 2),
    at(7, 0.1, 3),
    at(8, 0.1, -1),
  ],
  ways: [
    [1, 2],
    [2, 3],
    [6, 5],
    [5, 4],
    [2, 5],
    [3, 7, 6],
    [4, 8, 1],
  ].map((nodes, i) => ({
    id: 101 + i,
    nodes,
    tags: { highway: 'trunk', oneway: i === 4 ? 'no' : 'yes' },
  })),
};

const noUTurn: MadeMap['relations'] = [
  {
    id: 1,
    tags: { type: 'restriction', restriction: 'no_u_turn' },
    members: [
      { type: 'way', id: 101, role: 'from' },
      { type: 'way', id: 105, role: 'via' },
      { type: 'way', id: 104, role: 'to' },
    ],
  },
];

async function imported(name: string, map: MadeMap): Promise<RoadsData> {
  const path = join(folder.path, `${name}.osm.pbf`);
  writeFileSync(path, osmFile(map));
  const store = madeStore(join(folder.path, `${name}.kerbside`));
  const done = await importRoads(store, { path, clip: null, on: ON }, silent);
  if (!done.ok) throw new Error(done.error.cause);
  const roads = roadsOf(store.path);
  store.close();
  return defined(roads.ok ? roads.value : null, 'network');
}

/** Nodes passed on the way from the middle of the first carriageway's west half to the middle of the other's. */
function passed(data: RoadsData): readonly number[] {
  const between = (a: number, b: number) => {
    const [p, q] = [a, b].map((id) => dual.nodes?.find((each) => each.id === id));
    return { lat: ((p?.lat ?? 0) + (q?.lat ?? 0)) / 2, lon: ((p?.lon ?? 0) + (q?.lon ?? 0)) / 2 };
  };
  const path = pointPath(data, 'car', {
    from: between(1, 2),
    to: between(5, 4),
    reach_m: 10,
    pace: { peak_factor: 1, walking_mph: 3 },
  });
  return (path?.shape ?? []).flatMap(({ lat, lon }) =>
    (dual.nodes ?? [])
      .filter((node) => Math.abs(node.lat - lat) < 1e-6 && Math.abs(node.lon - lon) < 1e-6)
      .map(({ id }) => id),
  );
}

describe('a ban over a way between', () => {
  it('is read from the extract, kept in the file and kept to on the way', async () => {
    expect(passed(await imported('free', dual))).toEqual([2, 5]);
    const data = await imported('banned', { ...dual, relations: noUTurn });
    expect(data.meta.turns).toEqual({
      applied: 1,
      over_ways: 1,
      without_effect: 0,
      conditional: 0,
      unclear: 0,
    });
    expect(passed(data)).toEqual([2, 3, 7, 6, 5]);
    expect(data.car.moreHeads.length).toBeGreaterThan(0);
  });

  it('is not needed to read a file made before', async () => {
    const { header, arrays } = packRoads(await imported('old', dual));
    const sections = header.sections.filter(({ name }) => !name.endsWith('.moreHeads'));
    const bytes = arrays.reduce((sum, each) => sum + up8(each.byteLength), 0);
    const buffer = new ArrayBuffer(bytes);
    header.sections.forEach(({ at: begin }, i) => {
      const { buffer: from, byteOffset, byteLength } = arrays[i] ?? new Uint8Array();
      new Uint8Array(buffer).set(new Uint8Array(from, byteOffset, byteLength), begin);
    });
    const data = unpackRoads({ ...header, sections }, buffer, 0);
    expect(passed(data)).toEqual([2, 5]);
    expect(data.car.moreHeads).toHaveLength(0);
  });
});
