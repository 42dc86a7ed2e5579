/** The base map cut from an extract: what is on it, where the sea is, and that it never takes a council's own map away. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, describe, expect, it } from 'vitest';
import { writeTileTable } from '../../db/tile-table.ts';
import { mapPathOf } from '../../electron/files/map-beside.ts';
import { joinRings } from '../../electron/files/osm/join-rings.ts';
import { holds, landWithin, type Box } from '../../electron/files/osm/land-of-coast.ts';
import { makeBaseMap } from '../../electron/files/osm/make-base-map.ts';
import type { Point } from '../../electron/files/osm/map-things.ts';
import { openTileArchive, type TileArchive } from '../../electron/files/tile-archive.ts';
import { silent } from '../../electron/jobs/context.ts';
import { importRoads } from '../../electron/jobs/import-roads.ts';
import { osmFile, type MadeMap } from '../helpers/osm-writer.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
const at = (name: string): string => join(folder.path, name);

/** Twice the area of a ring, positive counter-clockwise. */
const area = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + x * y2 - x2 * y;
  }, 0) / 2;
const landArea = (polygons: readonly (readonly (readonly Point[])[])[]): number =>
  polygons.reduce((sum, rings) => sum + rings.reduce((part, ring) => part + area(ring), 0), 0);

describe('ways joined end to end', () => {
  it('make rings whichever way round they run, and leave the rest open', () => {
    const joined = joinRings([[1, 2, 3], [5, 4, 3], [5, 1], [8, 9]]); // prettier-ignore
    expect(joined.rings).toEqual([[1, 2, 3, 4, 5, 1]]);
    expect(joined.open).toEqual([[8, 9]]);
  });

  it('are never turned round where their side means something', () => {
    expect(joinRings([[3, 4], [1, 2], [2, 3]], true).open).toEqual([[1, 2, 3, 4]]); // prettier-ignore
    expect(joinRings([[1, 2], [3, 2]], true).open).toHaveLength(2); // prettier-ignore
  });
});

describe('land from a coast', () => {
  const box: Box = [0, 0, 10, 10];

  it('is the whole box without a coast', () => {
    expect(landArea(landWithin([], box))).toBeCloseTo(100);
  });

  it.each<readonly [string, readonly (readonly Point[])[], number]>([
    [
      'left of a line to the north, sea in the east',
      [
        [
          [6, -5],
          [6, 15],
        ],
      ],
      60,
    ],
    [
      'left of a line to the south, sea in the west',
      [
        [
          [6, 15],
          [6, -5],
        ],
      ],
      40,
    ],
    [
      'around a corner of sea',
      [
        [
          [5, 0],
          [5, 4],
          [10, 4],
        ].map(([x = 0, y = 0]) => [x, y] as const),
      ],
      80,
    ],
    [
      'an island in the sea',
      [
        [
          [2, 2],
          [4, 2],
          [4, 4],
          [2, 4],
          [2, 2],
        ],
      ],
      4,
    ],
    [
      'with a piece of sea within it',
      [
        [
          [6, -5],
          [6, 15],
        ],
        [
          [2, 2],
          [2, 4],
          [4, 4],
          [4, 2],
          [2, 2],
        ],
      ],
      56,
    ],
    [
      'between two coasts',
      [
        [
          [7, -5],
          [7, 15],
        ],
        [
          [2, 15],
          [2, -5],
        ],
      ],
      50,
    ],
    [
      'a coast that ends inside is led to the nearest edge',
      [
        [
          [6, -5],
          [6, 9],
        ],
      ],
      60,
    ],
    [
      'an island cut by the edge',
      [
        [
          [8, 2],
          [12, 2],
          [12, 4],
          [8, 4],
          [8, 2],
        ],
      ],
      4,
    ],
  ])('lies on its left: %s', (_name, coast, expected) => {
    expect(landArea(landWithin(coast, box))).toBeCloseTo(expected);
  });
});

/** An extract that stops in an estuary must not drown the county behind it. */
describe('a coast that ends within the box', () => {
  const box: Box = [0, 0, 10, 6];
  const south: readonly Point[] = [[12, 2.5], [7, 2.6], [4, 2.9]]; // prettier-ignore
  const north: readonly Point[] = [[4, 3.2], [7, 3.6], [12, 4]]; // prettier-ignore
  const isLand = (land: ReturnType<typeof landWithin>, at: Point): boolean =>
    land.some((rings) => rings.filter((ring) => holds(ring, at)).length % 2 === 1);

  it('is joined across a river’s mouth', () => {
    const land = landWithin([south, north], box);
    expect(landArea(land)).toBeCloseTo(54.6, 1);
    for (const at of [[1, 1], [1, 5], [3, 3], [9, 1], [9, 5]] as const) expect(isLand(land, at), at.join()).toBe(true); // prettier-ignore
    expect(isLand(land, [6, 3])).toBe(false);
  });

  it('is joined over a gap', () => {
    const gap: readonly (readonly Point[])[] = [[[7, -1], [7, 2]], [[7, 4], [7, 8]]]; // prettier-ignore
    expect(landArea(landWithin(gap, box))).toBeCloseTo(42);
  });

  it.each([
    ['one shore alone, the southern', [south]],
    ['one shore alone, the northern', [north]],
    ['a piece with no end outside', [north.slice(0, 2)]],
  ])('ends the sea where nothing more is known of it: %s', (_name, coast) => {
    const land = landWithin(coast, box);
    for (const y of [1, 3, 5]) expect(isLand(land, [2, y])).toBe(true);
    expect(isLand(land, [9, coast[0] === south ? 4 : 2])).toBe(false);
    expect(isLand(land, [9, coast[0] === south ? 1 : 5])).toBe(true);
  });

  it('closes an island of which a piece is missing', () => {
    const open: readonly Point[] = [[2, 2], [3, 2], [4, 2.5], [4, 4], [2, 4], [2, 2.4]]; // prettier-ignore
    const sea: readonly Point[] = [[1, -1], [1, 8]]; // prettier-ignore
    const land = landWithin([sea, open], box);
    expect([isLand(land, [3, 3]), isLand(land, [6, 3]), isLand(land, [0.5, 3])]).toEqual([true, false, true]); // prettier-ignore
  });
});

/** A village by the sea: a street, a wood with a clearing, a hamlet's name, and a coast with land in the west. */
const VILLAGE: MadeMap = {
  nodes: [
    ...[[51.2, 0.5], [51.2, 0.52], [51.21, 0.52], [51.21, 0.5]].map(([lat = 0, lon = 0], i) => ({ id: 1 + i, lat, lon })), // prettier-ignore
    ...[[51.22, 0.5], [51.22, 0.52], [51.23, 0.52], [51.23, 0.5]].map(([lat = 0, lon = 0], i) => ({ id: 11 + i, lat, lon })), // prettier-ignore
    ...[[51.224, 0.508], [51.224, 0.512], [51.226, 0.512], [51.226, 0.508]].map(([lat = 0, lon = 0], i) => ({ id: 21 + i, lat, lon })), // prettier-ignore
    { id: 31, lat: 51.1, lon: 0.515 },
    { id: 32, lat: 51.4, lon: 0.515 },
    { id: 41, lat: 51.205, lon: 0.51, tags: { place: 'village', name: 'Much Testing' } },
  ],
  ways: [
    { id: 1, nodes: [1, 2, 3, 4, 1], tags: { highway: 'residential', name: 'Invented Street' } },
    { id: 2, nodes: [2, 3], tags: { highway: 'primary', ref: 'A1;A2' } },
    { id: 11, nodes: [11, 12, 13], tags: {} },
    { id: 12, nodes: [13, 14, 11], tags: {} },
    { id: 21, nodes: [21, 22, 23, 24, 21], tags: {} },
    { id: 31, nodes: [31, 32], tags: { natural: 'coastline' } },
  ],
  relations: [
    {
      id: 1,
      tags: { type: 'multipolygon', natural: 'wood' },
      members: [
        { type: 'way', id: 11, role: 'outer' },
        { type: 'way', id: 12, role: 'outer' },
        { type: 'way', id: 21, role: 'inner' },
      ],
    },
  ],
};
const BOX: Box = [0.49, 51.19, 0.53, 51.24];

async function drawn(out: string): Promise<TileArchive> {
  const archive = await openTileArchive(out);
  if (!archive.ok) throw new Error(archive.error.cause);
  return archive.value;
}

async function tileAt(archive: TileArchive, z: number, [lon, lat]: Point): Promise<VectorTile> {
  const sin = Math.sin((lat * Math.PI) / 180);
  const x = Math.floor(((lon + 180) / 360) * 2 ** z);
  const y = Math.floor((0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * 2 ** z);
  const bytes = (await archive.tile(z, x, y)) ?? new Uint8Array();
  // The decoder's types name an older reader of the same shape.
  return new VectorTile(
    new PbfReader(bytes) as unknown as ConstructorParameters<typeof VectorTile>[0],
  );
}

function kinds(tile: VectorTile, layer: string): readonly string[] {
  const found = tile.layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) =>
    String(found?.feature(i).properties['kind']),
  ).toSorted();
}

describe('the base map of an extract', () => {
  const extract = at('village.osm.pbf');
  writeFileSync(extract, osmFile(VILLAGE));
  const request = { extract, name: 'village.osm.pbf', map_on: '2026-11-01', box: BOX };

  it('holds roads, names, woods with their clearings, land and sea', async () => {
    const out = at('village.map');
    const made = await makeBaseMap({ ...request, out }, silent);
    expect(made.ok).toBe(true);
    const archive = await drawn(out);
    expect(archive.info).toMatchObject({
      format: 'vector',
      minzoom: 6,
      maxzoom: 14,
      made_here: true,
      attribution: '© OpenStreetMap contributors, ODbL, 2026-11-01',
    });
    const near = await tileAt(archive, 12, [0.505, 51.205]);
    expect(kinds(near, 'roads')).toEqual(['major_road', 'minor_road']);
    expect(kinds(near, 'earth')).toEqual(['earth']);
    expect(kinds(near, 'water')).toEqual(['ocean']);
    expect(kinds(near, 'places')).toEqual(['locality']);
    const street = near.layers['roads'];
    const refs = Array.from({ length: street?.length ?? 0 }, (_, i) => street?.feature(i).properties['ref']); // prettier-ignore
    expect(refs).toContain('A1');
    const wood = (await tileAt(archive, 12, [0.505, 51.225])).layers['landuse']?.feature(0);
    expect(wood?.loadGeometry()).toHaveLength(2);
    const far = await tileAt(archive, 8, [0.505, 51.205]);
    expect(kinds(far, 'roads')).toEqual(['major_road']);
    await archive.close();
  });

  it('is left as it was by a damaged extract and by a cancel', async () => {
    const out = at('kept.map');
    writeFileSync(out, 'the map before');
    const broken = at('broken.osm.pbf');
    writeFileSync(broken, readFileSync(extract).subarray(0, 120));
    const bad = await makeBaseMap({ ...request, extract: broken, out }, silent);
    expect(bad).toMatchObject({ ok: false, error: { code: 'extract_truncated' } });
    const stopped = await makeBaseMap({ ...request, out }, { ...silent, cancelled: () => true });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(readFileSync(out, 'utf8')).toBe('the map before');
    expect(existsSync(`${out}.incoming`)).toBe(false);
  });

  it('comes with the roads, anew with the next extract, but never in the place of a council’s own map', async () => {
    const store = madeStore(at('kent.kerbside'));
    const roads = { path: extract, clip: null, on: ON };
    expect(await importRoads(store, roads, silent)).toMatchObject({ ok: true, value: { map: { kind: 'made' } } }); // prettier-ignore
    expect(await importRoads(store, roads, silent)).toMatchObject({ ok: true, value: { map: { kind: 'made' } } }); // prettier-ignore
    const own = mapPathOf(store.path);
    writeTileTable(at('own.map'), { name: 'The council’s', format: 'pbf' }, [
      { z: 1, x: 0, y: 0, data: Buffer.from('x') },
    ]);
    writeFileSync(own, readFileSync(at('own.map')));
    expect(await importRoads(store, roads, silent)).toMatchObject({
      ok: true,
      value: { map: { kind: 'kept', name: 'The council’s' } },
    });
    store.close();
  });
});

describe.skipIf(REAL_DATA === null)('the base map of real extracts', () => {
  const real = (name: string): string => join(REAL_DATA ?? '', 'osm', name);

  it('fills Rutland Water and Oakham in every tile that they reach into', async () => {
    const out = at('rutland.map');
    const box: Box = [-0.88, 52.52, -0.36, 52.82];
    await makeBaseMap({ extract: real('rutland_2018.osm.pbf'), name: 'r', map_on: '', out, box }, silent); // prettier-ignore
    const archive = await drawn(out);
    for (const z of [10, 12, 13, 14]) {
      expect(kinds(await tileAt(archive, z, [-0.63, 52.645]), 'water'), `zoom ${z}`).toContain('water'); // prettier-ignore
    }
    // North and south of the town's middle: an area of several outlines was once cut off at a tile's edge.
    for (const place of [
      [-0.729, 52.672],
      [-0.729, 52.666],
    ] as const)
      // prettier-ignore
      expect(kinds(await tileAt(archive, 14, place), 'landuse')).toContain('residential');
    await archive.close();
  });

  it('tells land from sea at Monaco', async () => {
    const out = at('monaco.map');
    const box: Box = [7.405, 43.723, 7.443, 43.754];
    await makeBaseMap({ extract: real('monaco_small.osm.pbf'), name: 'm', map_on: '', out, box }, silent); // prettier-ignore
    const archive = await drawn(out);
    const all = await tileAt(archive, 10, [7.42, 43.735]);
    const earth = all.layers['earth'];
    expect(earth?.length).toBeGreaterThan(0);
    expect(kinds(all, 'water')).toContain('ocean');
    await archive.close();
  });
});
