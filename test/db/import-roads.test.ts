import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { mapPathOf } from '../../electron/files/map-beside.ts';
import { backupStore } from '../../electron/jobs/backup-store.ts';
import { restoreStore } from '../../electron/jobs/restore-store.ts';
import { lostOf } from '../../electron/roads/lost-files.ts';
import { importRoads, type RoadsRequest } from '../../electron/jobs/import-roads.ts';
import { silent } from '../../electron/jobs/context.ts';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { readRoadsFile, roadsOf, roadsPath } from '../../electron/roads/roads-file.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { pointTable } from '../../shared/roads/ask-roads.ts';
import { isOpenRun } from '../../shared/roads/profile-roads.ts';
import { findPath, pathSearches } from '../../shared/roads/road-path.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { roadGrid, snap } from '../../shared/roads/snap.ts';
import { makeRoads, randomPlaces, randomTurns, randomWayTurns } from '../helpers/made-roads.ts';
import { osmFile, type MadeMap } from '../helpers/osm-writer.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { roadReference } from '../helpers/road-reference.ts';
import { BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function newStore() {
  const place = join(folder.path, `${made++}`);
  mkdirSync(place);
  return { place, store: madeStore(join(place, 'kent.kerbside')) };
}

/** A square of streets, a kilometre a side, with its south-west corner at a place. */
function square(lat: number, lon: number, first = 1): MadeMap {
  const corners = [
    [0, 0],
    [0, 0.015],
    [0.009, 0.015],
    [0.009, 0],
  ];
  return {
    nodes: corners.map(([dLat = 0, dLon = 0], i) => ({
      id: first + i,
      lat: lat + dLat,
      lon: lon + dLon,
    })),
    ways: [
      {
        id: first,
        nodes: [first, first + 1, first + 2, first + 3, first],
        tags: { highway: 'residential' },
      },
    ],
  };
}

const both = (a: MadeMap, b: MadeMap): MadeMap => ({
  nodes: [...(a.nodes ?? []), ...(b.nodes ?? [])],
  ways: [...(a.ways ?? []), ...(b.ways ?? [])],
});

function extract(place: string, map: MadeMap, name = 'area.osm.pbf'): string {
  const path = join(place, name);
  writeFileSync(path, osmFile(map));
  return path;
}

/** Without SQLite's own companions of an open store. */
const filesIn = (place: string): readonly string[] =>
  readdirSync(place).filter((name) => !/-(?:wal|shm)$/.test(name));

const request = (path: string, clip: RoadsRequest['clip'] = null): RoadsRequest => ({
  path,
  clip,
  on: ON,
});

const MAIDSTONE = square(51.27, 0.52);
const boundary = (lat: number, lon: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});

describe('what lies beside a store', () => {
  it('is each store’s own, stays through back-up and restore, and is missed where the store is moved without it', async () => {
    const { place, store } = newStore();
    await importRoads(store, request(extract(place, MAIDSTONE)), silent);
    expect(lostOf(store)).toEqual([]);
    const other = madeStore(join(place, 'kent.2025.kerbside'));
    expect(roadsOf(other.path)).toEqual({ ok: true, value: null });
    await importRoads(other, request(extract(place, square(51.3, 0.6), 'other.osm.pbf')), silent);
    const named = (path: string): string => {
      const roads = roadsOf(path);
      return roads.ok ? (roads.value?.meta.source ?? 'none') : roads.error.code;
    };
    expect([named(store.path), named(other.path), named(store.path)]).toEqual([
      'area.osm.pbf',
      'other.osm.pbf',
      'area.osm.pbf',
    ]);
    other.close();

    const copy = join(place, 'copy.kerbside');
    expect(backupStore(store, copy, silent).ok).toBe(true);
    store.close();
    expect(restoreStore({ store: store.path, from: copy }, silent).ok).toBe(true);
    expect(named(store.path)).toBe('area.osm.pbf');
    expect(existsSync(mapPathOf(store.path))).toBe(true);

    const away = join(place, 'away');
    mkdirSync(away);
    renameSync(store.path, join(away, 'kent.kerbside'));
    const moved = openStore(join(away, 'kent.kerbside'), {});
    if (!moved.ok) throw new Error(moved.error.cause);
    expect(lostOf(moved.value).map(({ kind }) => kind)).toEqual(['roads', 'map']);
    expect(lostOf(moved.value)[0]?.words).toBe(
      'The road network of this store is not beside it. It was made from area.osm.pbf, map of 1 Mar 2026, imported 10 Aug 2026: copy kent.kerbside.roads from where the store was, or take that file in again.',
    );
    moved.value.close();
  });
});

describe('a network is imported', () => {
  it('into a file beside the store, which says where it comes from', async () => {
    const { place, store } = newStore();
    const done = await importRoads(store, request(extract(place, MAIDSTONE)), silent);
    if (!done.ok) throw new Error(done.error.cause);
    expect(done.value.path).toBe(join(place, 'kent.kerbside.roads'));
    const roads = roadsOf(store.path);
    const data = defined(roads.ok ? roads.value : null, 'network');
    expect(data.meta).toMatchObject({
      source: 'area.osm.pbf',
      map_on: '2026-03-01',
      imported_on: ON,
      clip: null,
      roads: 1,
      car: { roads: 1, islands: 0 },
    });
    expect(data.meta.bounds).toEqual([0.52, 51.27, 0.535, 51.279]);
    store.close();
  });

  it('and one that fails leaves the one before, and no other file', async () => {
    const { place, store } = newStore();
    await importRoads(store, request(extract(place, MAIDSTONE)), silent);
    const before = readFileSync(roadsPath(store.path));
    const names = filesIn(place).length;
    const whole = osmFile(square(51.3, 0.6));
    writeFileSync(join(place, 'cut.osm.pbf'), whole.subarray(0, whole.length - 5));
    const cut = await importRoads(store, request(join(place, 'cut.osm.pbf')), silent);
    expect(cut.ok ? '' : cut.error.code).toBe('extract_truncated');
    let asked = 0;
    const late = { stage: () => undefined, cancelled: () => asked++ > 4 };
    const stopped = await importRoads(store, request(extract(place, square(51.3, 0.6))), late);
    expect(stopped.ok ? '' : stopped.error.code).toBe('cancelled');
    expect(readFileSync(roadsPath(store.path)).equals(before)).toBe(true);
    expect(filesIn(place)).toHaveLength(names + 1);
    store.close();
  });

  it('a damaged or foreign network file is named, not used', async () => {
    const { place, store } = newStore();
    await importRoads(store, request(extract(place, MAIDSTONE)), silent);
    const path = roadsPath(store.path);
    const bytes = readFileSync(path);
    const random = seededRandom(3);
    for (let i = 0; i < 25; i++) {
      const wrong = Buffer.from(bytes);
      const at = random.below(wrong.length);
      wrong[at] = (wrong[at] ?? 0) ^ (1 << random.below(8));
      writeFileSync(path, i < 20 ? wrong : wrong.subarray(0, at));
      const read = readRoadsFile(path);
      expect(read.ok ? 'read' : read.error.code).toBe('roads_damaged');
    }
    store.close();
  });
});

describe('an extract of the wrong place is refused', () => {
  const district = (lat: number, lon: number) => ({
    code: 'E07000110',
    name: 'Maidstone',
    own: true,
    lat,
    lon,
    boundary: JSON.stringify(boundary(lat, lon, 0.1)),
  });

  it.each([
    ['in a district', 51.25, 0.5, 'imported'],
    ['in none', 52.6, -0.7, 'extract_elsewhere'],
  ])('%s', async (_what, lat, lon, expected) => {
    const { place, store } = newStore();
    store.write(BY_TEST, () => store.districts.upsertMany([district(lat, lon)]));
    const done = await importRoads(store, request(extract(place, MAIDSTONE)), silent);
    expect(done.ok ? 'imported' : done.error.code).toBe(expected);
    store.close();
  });

  it('across the Channel, unless it is cut to one side', async () => {
    const { place, store } = newStore();
    const path = extract(place, both(square(51.128, 1.3), square(50.95, 1.85, 50)));
    const whole = await importRoads(store, request(path), silent);
    expect(whole.ok ? '' : whole.error.code).toBe('extract_across_channel');
    const clip = join(place, 'kent.geojson');
    writeFileSync(clip, JSON.stringify({ type: 'Feature', geometry: boundary(51, 1.2, 0.5) }));
    const cut = await importRoads(store, request(path, { path: clip, margin_m: 100 }), silent);
    expect(cut.ok && cut.value.meta).toMatchObject({
      roads: 1,
      clip: { file: 'kent.geojson', margin_m: 100 },
    });
    const far = await importRoads(store, request(path, { path: clip, margin_m: 90_000 }), silent);
    expect(far.ok ? '' : far.error.code).toBe('extract_across_channel');
    writeFileSync(clip, JSON.stringify(boundary(10, 10, 1)));
    const none = await importRoads(store, request(path, { path: clip, margin_m: 0 }), silent);
    expect(none.ok ? '' : none.error.code).toBe('clip_outside');
    for (const text of ['', '{}', '[1]', '{"type":"Polygon","coordinates":[[[1,2]]]}']) {
      writeFileSync(clip, text);
      const bad = await importRoads(store, request(path, { path: clip, margin_m: 0 }), silent);
      expect(bad.ok ? '' : bad.error.code).toBe('clip_unreadable');
    }
    expect(existsSync(join(place, 'kent.kerbside.roads'))).toBe(true);
    store.close();
  });
});

interface OsrmAnswers {
  readonly points: readonly { readonly lat: number; readonly lon: number }[];
  readonly durations_s: readonly (readonly number[])[];
  readonly distances_m: readonly (readonly number[])[];
}

const data = REAL_DATA;
const real = (name: string) => join(data ?? '', name);

describe.skipIf(data === null)('on real extracts', () => {
  const input = async (name: string) => {
    const read = await readRoads(real(`osm/${name}.osm.pbf`), silent);
    if (!read.ok) throw new Error(read.error.cause);
    return read.value.input;
  };

  it.each([
    ['rutland_2018', 0, 25, 50],
    ['rutland_2018', 400, 25, 50],
    ['monaco_small', 0, 25, 50],
    ['monaco_small', 200, 25, 50],
  ])(
    '%s with %d random turn rules: hierarchy and plain search agree',
    async (name, rules, sources, targets) => {
      const random = seededRandom(rules + 1);
      const read = await input(name);
      const turns = [
        ...read.turns,
        ...randomTurns({ input: read }, random, rules),
        ...randomWayTurns({ input: read }, random, rules),
      ];
      const roads = makeRoads({ ...read, turns });
      if (rules > 0) expect(roads.bans.applied).toBeGreaterThan(rules / 4);
      if (rules > 0) expect(roads.bans.over_ways).toBeGreaterThan(rules / 20);
      if (name === 'monaco_small' && rules === 0) expect(roads.bans.applied).toBe(42);
      const { network } = roads.built;
      for (const profile of ['car', 'foot'] as const) {
        const of = roads[profile];
        const from = randomPlaces(roads, of, random, sources);
        const to = randomPlaces(roads, of, random, targets);
        const table = costTable(network, of, from, to);
        const plain = roadReference(roads.input, roads.built, profile, (run) => isOpenRun(of, run));
        const searches = pathSearches(of);
        from.forEach((place, row) => {
          const expected = plain.costs(place, to);
          expect([...table.weight.subarray(row * to.length, (row + 1) * to.length)]).toEqual(
            expected,
          );
          const path = findPath(network, of, searches, { from: place, to: to[row] ?? place });
          expect(path.weight).toBe(expected[row]);
        });
      }
    },
  );

  it('ways are as long as their shapes, and their runs follow one another', async () => {
    const roads = makeRoads(await input('rutland_2018'));
    const { network } = roads.built;
    const random = seededRandom(5);
    const from = randomPlaces(roads, roads.car, random, 60);
    const to = randomPlaces(roads, roads.car, random, 60);
    const searches = pathSearches(roads.car);
    from.forEach((place, i) => {
      const path = findPath(network, roads.car, searches, { from: place, to: to[i] ?? place });
      const drawn = path.shape.slice(1).reduce((sum, point, at) => {
        const before = defined(path.shape[at], 'point');
        const [dy, dx] = [point.lat - before.lat, point.lon - before.lon];
        return sum + Math.hypot(dy, dx * Math.cos((point.lat * Math.PI) / 180)) * 111_195;
      }, 0);
      expect(Math.abs(drawn - path.length / 1000)).toBeLessThan(1 + path.length / 1e6);
      path.runs.slice(1).forEach((run, at) => {
        const before = path.runs[at] ?? 0;
        const end = (before & 1) === 1 ? network.from[before >> 1] : network.to[before >> 1];
        const begin = (run & 1) === 1 ? network.to[run >> 1] : network.from[run >> 1];
        expect(begin).toBe(end);
      });
    });
  });

  it("distances of fastest ways in Rutland are OSRM's within 5% for nine pairs in ten", async () => {
    const { store } = newStore();
    const done = await importRoads(store, request(real('osm/rutland_2018.osm.pbf')), silent);
    expect(done.ok).toBe(true);
    const loaded = roadsOf(store.path);
    const roads: RoadsData = defined(loaded.ok ? loaded.value : null, 'network');
    const osrm = JSON.parse(readFileSync(real('routing/rutland-osrm.json'), 'utf8')) as OsrmAnswers;
    const table = pointTable(roads, 'car', {
      points: osrm.points,
      reach_m: 1000,
      pace: { peak_factor: 1, walking_mph: 3 },
    });
    const n = osrm.points.length;
    let [near, all] = [0, 0];
    const ratios: number[] = [];
    osrm.distances_m.forEach((row, from) =>
      row.forEach((metres, to) => {
        if (from === to) return;
        all++;
        const ours = table.distances[from * n + to] ?? Number.NaN;
        if (Math.abs(ours - metres) <= 0.05 * metres) near++;
        ratios.push((table.durations[from * n + to] ?? 0) / (osrm.durations_s[from]?.[to] ?? 1));
      }),
    );
    expect(all).toBe(3540);
    expect(near / all).toBeGreaterThanOrEqual(0.9);
    ratios.sort((a, b) => a - b);
    // OSRM adds seconds for turns and lights; our speeds hold them already.
    expect(ratios[1770]).toBeGreaterThan(0.85);
    expect(ratios[1770]).toBeLessThan(1.1);
    store.close();
  });

  it.each([
    // Gazetteers put Uppingham about six miles south of Oakham by the A6003; positions are those of the market places.
    ['Oakham to Uppingham by the A6003', [52.67065, -0.7286], [52.58895, -0.7216], 6],
    ['Uppingham to Oakham, the same way back', [52.58895, -0.7216], [52.67065, -0.7286], 6],
  ])('%s', async (_what, from, to, miles) => {
    const roads = makeRoads(await input('rutland_2018'));
    const grid = roadGrid(roads.built.network);
    const [a, b] = [from, to].map(([lat = 0, lon = 0]) =>
      defined(snap(roads.built.network, grid, roads.car.partOf, { lat, lon }).main, 'place'),
    );
    const ends = { from: defined(a, 'from'), to: defined(b, 'to') };
    const path = findPath(roads.built.network, roads.car, pathSearches(roads.car), ends);
    expect(Math.abs(path.length / 1_609_344 - miles)).toBeLessThan(0.5);
  });
});
