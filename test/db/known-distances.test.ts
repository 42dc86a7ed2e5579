/**
 * Distances in Rutland worked out by hand: each is the sum of the straight pieces of one numbered road between two places where it meets named
 * roads, walked here from node to node of the extract. Nothing of the network is used for it but the reader of blocks: no junctions, no speeds,
 * no hierarchy; and the length of a piece is the haversine's, not the network's. The fastest way by car between the same two places is then along
 * that road, and as long.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { visitExtract } from '../../electron/files/osm/visit-extract.ts';
import { silent } from '../../electron/jobs/context.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { findPath, pathSearches } from '../../shared/roads/road-path.ts';
import { roadGrid, snap, type RoadGrid } from '../../shared/roads/snap.ts';
import { makeRoads, type MadeRoads } from '../helpers/made-roads.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

const EXTRACT = join(REAL_DATA ?? '', 'osm/rutland_2018.osm.pbf');
const METRES_PER_MILE = 1609.344;

interface Place {
  readonly lat: number;
  readonly lon: number;
}
interface Way {
  readonly tags: ReadonlyMap<string, string>;
  readonly nodes: readonly number[];
}

/** Metres between two places on a sphere of the mean radius (IUGG, 6,371,008.8 m). */
function haversine(a: Place, b: Place): number {
  const turn = Math.PI / 180;
  const [dLat, dLon] = [(b.lat - a.lat) * turn, (b.lon - a.lon) * turn];
  const half =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.lat * turn) * Math.cos(b.lat * turn) * Math.sin(dLon / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(half));
}

const ways: Way[] = [];
const places = new Map<number, Place>();

async function readPlainly(): Promise<void> {
  const walk = { progress: () => undefined, cancelled: () => false };
  const wanted = new Set<number>();
  await visitExtract(
    EXTRACT,
    {
      wayKeys: ['highway'],
      relationKeys: [],
      way: (_id, tags, nodes) => {
        ways.push({ tags: new Map(tags), nodes: [...nodes] });
        for (const node of nodes) wanted.add(node);
      },
    },
    walk,
    null,
  );
  await visitExtract(
    EXTRACT,
    {
      wayKeys: [],
      relationKeys: [],
      node: (id, lat, lon) => {
        if (wanted.has(id)) places.set(id, { lat: lat / 1e7, lon: lon / 1e7 });
      },
    },
    walk,
    null,
  );
}

const called = ({ tags }: Way, name: string): boolean =>
  tags.get('ref') === name || tags.get('name') === name;

/** The one node where a road meets another; the more northerly of several where a roundabout or a staggered crossing makes them. */
function meeting(road: string, other: string): number {
  const on = new Set(ways.filter((way) => called(way, road)).flatMap(({ nodes }) => nodes));
  const shared = ways
    .filter((way) => called(way, other) && !called(way, road))
    .flatMap(({ nodes }) => nodes)
    .filter((node) => on.has(node) && places.has(node));
  expect(shared.length, `${road} meets ${other}`).toBeGreaterThan(0);
  return shared.reduce((a, b) => ((places.get(b)?.lat ?? 0) > (places.get(a)?.lat ?? 0) ? b : a));
}

/** Metres along a road from one of its nodes to another: from piece to piece, the way its one-way parts allow. */
function along(road: string, from: number, to: number): number {
  const pieces = new Map<number, number[]>();
  for (const way of ways.filter((each) => called(each, road))) {
    const isOneWay = way.tags.get('oneway') === 'yes' || way.tags.get('junction') === 'roundabout';
    way.nodes.forEach((node, i) => {
      const next = way.nodes[i + 1];
      if (next === undefined) return;
      pieces.set(node, [...(pieces.get(node) ?? []), next]);
      if (!isOneWay) pieces.set(next, [...(pieces.get(next) ?? []), node]);
    });
  }
  // A road has few forks (its roundabouts): going on wherever the sum got less is enough.
  const sums = new Map([[from, 0]]);
  const waiting = [from];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const here = places.get(node);
    for (const next of pieces.get(node) ?? []) {
      const there = places.get(next);
      if (here === undefined || there === undefined) continue;
      const sum = (sums.get(node) ?? 0) + haversine(here, there);
      if (sum >= (sums.get(next) ?? Infinity)) continue;
      sums.set(next, sum);
      waiting.push(next);
    }
  }
  return sums.get(to) ?? Number.NaN;
}

describe.skipIf(!existsSync(EXTRACT))('distances worked out by hand (needs Rutland)', () => {
  let roads: MadeRoads;
  let grid: RoadGrid;
  beforeAll(async () => {
    await readPlainly();
    const read = await readRoads(EXTRACT, silent);
    if (!read.ok) throw new Error(read.error.cause);
    roads = makeRoads(read.value.input);
    grid = roadGrid(roads.built.network);
  }, 60_000);

  const driven = (from: number, to: number): number => {
    const { network } = roads.built;
    const [a, b] = [from, to].map((node) => {
      const at = defined(places.get(node) ?? null, 'node');
      const { main } = snap(network, grid, roads.car.partOf, at);
      const place = defined(main, 'place');
      expect(place.reach_m).toBeLessThan(0.1);
      return place;
    });
    const ends = { from: defined(a ?? null, 'from'), to: defined(b ?? null, 'to') };
    return findPath(network, roads.car, pathSearches(roads.car), ends).length / 1000;
  };

  it.each<readonly [string, string, string, string, number]>([
    // The last is what the sum came to, in miles: a change of the extract shows.
    [
      'A606 past Rutland Water, Oakham side to Stamford side',
      'A606',
      'Steadfold Lane',
      'Old Stamford Road',
      8.0,
    ],
    [
      'A6003 from the edge of Uppingham to Caldecott',
      'A6003',
      'Firs Avenue',
      'Great Easton Road',
      4.78,
    ],
    [
      'B668 from Burley through Cottesmore and Greetham to the A1',
      'B668',
      'Langham Lane',
      'A1',
      5.57,
    ],
    ['A47 from Duddington to Glaston', 'A47', 'Mill Street', 'Glaston Road', 6.1],
    ['A6121 from Morcott through Ketton to Tinwell', 'A6121', 'High Street', 'Mill Lane', 6.62],
    ['B672 along the Welland valley from the A47 to Caldecott', 'B672', 'A47', 'A6003', 6.07],
  ])('%s', (_what, road, first, last, miles) => {
    const [from, to] = [meeting(road, first), meeting(road, last)];
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const) {
      const sum = along(road, a, b);
      expect(sum / METRES_PER_MILE).toBeCloseTo(miles, 2);
      // 5 m: roundabouts are driven the one way round by both, lengths differ by the sphere's last digits.
      expect(Math.abs(driven(a, b) - sum)).toBeLessThan(5);
    }
  });
});
