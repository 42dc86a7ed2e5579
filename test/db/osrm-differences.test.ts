/**
 * Why some of our ways in Rutland are not OSRM's. For every pair that differs by more than 5%, a way as long as OSRM's lies in our network, and
 * at our speeds it takes hardly longer than ours: the two engines choose otherwise between near equals. No barrier, no other snap.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { silent } from '../../electron/jobs/context.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { UNITS_A_DEGREE } from '../../shared/roads/road-input.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import { roadGrid, snap } from '../../shared/roads/snap.ts';
import { makeRoads } from '../helpers/made-roads.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

const EXTRACT = join(REAL_DATA ?? '', 'osm/rutland_2018.osm.pbf');
const ANSWERS = join(REAL_DATA ?? '', 'routing/rutland-osrm.json');
/** Places tried on the way, at random among the network's roads. */
const VIAS = 6000;

describe.skipIf(!existsSync(EXTRACT))('where our way is not OSRM’s (needs Rutland)', () => {
  it('OSRM’s is in our network and nearly as fast', { timeout: 240_000 }, async () => {
    const read = await readRoads(EXTRACT, silent);
    if (!read.ok) throw new Error(read.error.cause);
    const { built, car } = makeRoads(read.value.input);
    const { network } = built;
    const grid = roadGrid(network);
    const place = (lat: number, lon: number) =>
      defined(snap(network, grid, car.partOf, { lat, lon }).main, 'place');
    const osrm = JSON.parse(readFileSync(ANSWERS, 'utf8')) as {
      readonly points: readonly { readonly lat: number; readonly lon: number }[];
      readonly distances_m: readonly (readonly number[])[];
    };
    const places = osrm.points.map(({ lat, lon }) => place(lat, lon));
    // The same place is meant: none had to reach.
    for (const { reach_m } of places) expect(reach_m).toBeLessThan(1);

    const random = seededRandom(7);
    const vias = Array.from({ length: VIAS }, () => {
      const at = network.shapeStart[random.below(network.from.length)] ?? 0;
      return place(
        (network.shapeLat[at] ?? 0) / UNITS_A_DEGREE,
        (network.shapeLon[at] ?? 0) / UNITS_A_DEGREE,
      );
    });
    const ours = costTable(network, car, places, places);
    const starts = costTable(network, car, places, vias);
    const ends = costTable(network, car, vias, places);
    const n = places.length;
    const later: number[] = [];
    for (const [i, row] of osrm.distances_m.entries())
      for (const [j, metres] of row.entries()) {
        const theirs = metres * 1000;
        if (i === j || Math.abs((ours.length[i * n + j] ?? 0) - theirs) <= 0.05 * theirs) continue;
        let least = Infinity;
        for (let via = 0; via < VIAS; via++) {
          const [first, then] = [i * VIAS + via, via * n + j];
          const length = (starts.length[first] ?? 0) + (ends.length[then] ?? 0);
          if (Math.abs(length - theirs) > 0.015 * theirs) continue;
          least = Math.min(least, (starts.weight[first] ?? 0) + (ends.weight[then] ?? 0));
        }
        later.push(least / (ours.weight[i * n + j] ?? 1) - 1);
      }
    later.sort((a, b) => a - b);
    expect(later.length).toBeLessThan(354);
    expect(later.at(-1)).toBeLessThan(0.15);
    expect(later[Math.floor(later.length * 0.9)]).toBeLessThan(0.08);
  });
});
