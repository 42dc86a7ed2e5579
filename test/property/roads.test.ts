import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_WAY } from '../../shared/roads/hierarchy.ts';
import { isOpenRun } from '../../shared/roads/profile-roads.ts';
import { reach } from '../../shared/roads/reach.ts';
import { findPath, pathSearches } from '../../shared/roads/road-path.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import { makeRoads, randomPlaces } from '../helpers/made-roads.ts';
import { randomMap } from '../helpers/random-map.ts';
import { roadReference } from '../helpers/road-reference.ts';

describe('on any map', () => {
  it('the hierarchy answers what a plain search answers, by table, by path and by reach', () => {
    let [pairs, overWays] = [0, 0];
    assert(
      property(nat(1_000_000), (seed) => {
        const { random, input } = randomMap(seed);
        const made = makeRoads(input);
        overWays += made.bans.over_ways;
        for (const profile of ['car', 'foot'] as const) {
          const roads = made[profile];
          const { network } = made.built;
          const places = randomPlaces(made, roads, random, 8);
          if (places.length === 0) continue;
          const table = costTable(network, roads, places, places);
          const reference = roadReference(input, made.built, profile, (run) =>
            isOpenRun(roads, run),
          );
          const searches = pathSearches(roads);
          places.forEach((from, row) => {
            const expected = reference.costs(from, places);
            places.forEach((to, column) => {
              pairs++;
              expect(table.weight[row * places.length + column]).toBe(expected[column]);
              const path = findPath(network, roads, searches, { from, to });
              expect(path.weight).toBe(expected[column]);
            });
          });
        }
      }),
      { numRuns: 150 },
    );
    expect(pairs).toBeGreaterThan(5000);
    expect(overWays).toBeGreaterThan(150);
  });

  it('costs obey the triangle inequality, and on foot are the same both ways', () => {
    assert(
      property(nat(1_000_000), (seed) => {
        const { random, input } = randomMap(seed);
        const made = makeRoads(input);
        for (const profile of ['car', 'foot'] as const) {
          const places = randomPlaces(made, made[profile], random, 6);
          const n = places.length;
          const { weight } = costTable(made.built.network, made[profile], places, places);
          const cost = (a: number, b: number) => weight[a * n + b] ?? NO_WAY;
          for (let a = 0; a < n; a++)
            for (let b = 0; b < n; b++) {
              expect(cost(a, b)).toBeLessThan(NO_WAY);
              if (profile === 'foot')
                expect(Math.abs(cost(a, b) - cost(b, a))).toBeLessThanOrEqual(1);
              // Parts of a road are rounded to whole milliseconds once each; a turn ban binds through journeys only.
              if (profile === 'foot' || made.bans.bans.size === 0)
                for (let c = 0; c < n; c++)
                  expect(cost(a, c)).toBeLessThanOrEqual(cost(a, b) + cost(b, c) + 2);
            }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what is reached by car is reached by the cheapest of the runs that end there, whatever was turned before', () => {
    assert(
      property(nat(1_000_000), (seed) => {
        const { random, input } = randomMap(seed);
        const made = makeRoads(input);
        const { network } = made.built;
        const [place] = randomPlaces(made, made.car, random, 1);
        if (place === undefined) return;
        const reference = roadReference(input, made.built, 'car', (run) =>
          isOpenRun(made.car, run),
        );
        const from = reach(network, made.car, { place, limit: NO_WAY - 1, side: 'from' });
        const least = new Map<number, number>();
        for (const [road, part] of made.car.partOf.entries()) {
          // The end of a road that is driven through, not the end it is left by.
          if (part !== 0 || road === place.road || (network.carBackward[road] ?? 0) > 0) continue;
          const junction = network.to[road] ?? -1;
          const along = network.length[road] ?? 0;
          const [cost = Infinity] = reference.costs(place, [{ road, along }]);
          least.set(junction, Math.min(cost, least.get(junction) ?? Infinity));
        }
        for (const [junction, cost] of least) expect(from[junction]).toBeLessThanOrEqual(cost);
      }),
      { numRuns: 60 },
    );
  });

  it('what is reached from a place, and what reaches it, costs what the plain search says', () => {
    assert(
      property(nat(1_000_000), (seed) => {
        const { random, input } = randomMap(seed);
        const made = makeRoads(input);
        const { network } = made.built;
        const [place] = randomPlaces(made, made.foot, random, 1);
        if (place === undefined) return;
        const reference = roadReference(input, made.built, 'foot');
        const asked = { place, limit: NO_WAY - 1 };
        const from = reach(network, made.foot, { ...asked, side: 'from' });
        const to = reach(network, made.foot, { ...asked, side: 'to' });
        network.from.forEach((junction, road) => {
          if (made.foot.partOf[road] !== 0) return;
          const [expected] = reference.costs(place, [{ road, along: 0 }]);
          const isBlocked = ((made.built.stops[junction] ?? 0) & 2) !== 0;
          if (isBlocked) expect(from[junction]).toBeLessThanOrEqual(expected ?? 0);
          else if (road !== place.road) expect(from[junction]).toBe(expected);
          if (!isBlocked && road !== place.road)
            expect(Math.abs((to[junction] ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 60 },
    );
  });
});
