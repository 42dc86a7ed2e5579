/** The road network: an extract imported, tables and ways on it, and a network larger than Kent's. */
import path from 'node:path';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { silent } from '../../electron/jobs/context.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { contract } from '../../shared/roads/contract.ts';
import { profileGraph } from '../../shared/roads/profile-graph.ts';
import { profileRoads, type RoadPlace } from '../../shared/roads/profile-roads.ts';
import { findPath, pathSearches } from '../../shared/roads/road-path.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import { makeRoads, randomPlaces, type MadeRoads } from '../helpers/made-roads.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import type { Figure, Skipped } from './measure.ts';
import { timeCommand } from './terminal.ts';
import { tiledRoads } from './tiled-roads.ts';

const RUNS = 5;
/** Tiles of Rutland (5,164 junctions each in its largest part) that come to more than 450,000 junctions. */
const TILES = { rows: 8, columns: 11 };
const LEAST_NODES = 450_000;

function times(count: number, work: () => void): number[] {
  return Array.from({ length: count }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
}

/** All figures of roads; skipped where the real extract is missing. */
export async function benchRoads(folder: string): Promise<readonly (Figure | Skipped)[]> {
  if (REAL_DATA === null) return [{ name: 'roads', skipped: 'the real files are not here' }];
  const extract = path.join(REAL_DATA, 'osm/rutland_2018.osm.pbf');
  const store = path.join(folder, 'roads.kerbside');
  timeCommand(['demo', '--store', store, '--clients', '200']);
  const imported: Figure = {
    name: 'Rutland imported',
    unit: 's',
    runs: Array.from(
      { length: 3 },
      () => timeCommand(['roads', 'import', '--store', store, extract]).seconds,
    ),
    target: 5,
    note: 'whole command: read, both profiles contracted, written. OSRM: read 0.2 s, contracted 0.3 s (car)',
  };
  const read = await readRoads(extract, silent);
  if (!read.ok) throw new Error(read.error.cause);
  const rutland = makeRoads(read.value.input);
  return [imported, ...benchRutland(rutland), ...benchTiles(rutland)];
}

function benchRutland(rutland: MadeRoads): readonly Figure[] {
  const { network } = rutland.built;
  const random = seededRandom(7);
  const places = randomPlaces(rutland, rutland.car, random, 600);
  const table = (size: number): number[] => {
    const some = places.slice(0, size);
    return times(RUNS, () => {
      costTable(network, rutland.car, some, some);
    });
  };
  const searches = pathSearches(rutland.car);
  const ways = times(RUNS, () => {
    for (let i = 0; i < 500; i++) {
      const [from, to] = [random.pick(places), random.pick(places)];
      findPath(network, rutland.car, searches, { from, to });
    }
  });
  return [
    {
      name: 'car table 200 x 200, Rutland',
      unit: 'ms',
      runs: table(200),
      target: 40,
      note: 'OSRM over HTTP: 17 ms',
    },
    {
      name: 'car table 600 x 600, Rutland',
      unit: 'ms',
      runs: table(600),
      target: null,
      note: 'OSRM over HTTP: 102 ms',
    },
    {
      name: '1,000 ways with their shapes, Rutland',
      unit: 's',
      runs: ways.map((ms) => ms / 500),
      target: 1,
      note: 'a second for a thousand is a millisecond for one; OSRM: 0.2 ms',
    },
  ];
}

function benchTiles(rutland: MadeRoads): readonly Figure[] {
  const random = seededRandom(1);
  const network = tiledRoads(rutland.built, rutland.car.partOf, { ...TILES, random });
  const made = profileGraph(network, 'car', {
    stops: new Uint8Array(network.junctions),
    bans: new Map(),
  });
  if (made.parts.sizes.length !== 1 || made.graph.nodes < LEAST_NODES)
    throw new Error(`Tiles make ${made.graph.nodes} junctions in ${made.parts.sizes.length} parts`);
  const begun = performance.now();
  const contracted = defined(
    contract(made.graph, () => true),
    'hierarchy',
  );
  const seconds = (performance.now() - begun) / 1000;
  const roads = profileRoads(network, 'car', { ...made, contracted });
  const places = (count: number): readonly RoadPlace[] =>
    Array.from({ length: count }, () => {
      const road = random.below(network.from.length);
      return { road, along: random.below(network.length[road] ?? 1) };
    });
  const [from, to] = [places(2000), places(200)];
  const tables = times(RUNS, () => {
    costTable(network, roads, from, to);
  });
  const note = `${made.graph.nodes} junctions: ${TILES.rows} x ${TILES.columns} tiles of Rutland`;
  return [
    { name: 'larger than Kent, contracted', unit: 's', runs: [seconds], target: 180, note },
    {
      name: 'larger than Kent, car table 2,000 x 200',
      unit: 's',
      runs: tables.map((ms) => ms / 1000),
      target: 2,
      note,
    },
  ];
}
