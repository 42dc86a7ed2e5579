import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/kernel/random.ts';
import { parseVrp, toSol } from '../../shared/planning/cvrp/cvrp-problem.ts';
import { Recreate } from '../../shared/planning/cvrp/recreate.ts';
import { coolingSteps, solveCvrp } from '../../shared/planning/cvrp/solve-cvrp.ts';
import { StringRuin } from '../../shared/planning/cvrp/string-ruin.ts';
import { Tours } from '../../shared/planning/cvrp/tours.ts';
import { checkCvrp } from '../helpers/check-cvrp.ts';
import { REAL_DATA } from '../helpers/real-data.ts';

/** Customers east and west of the depot, two to a vehicle. */
function vrp(places: readonly (readonly [number, number])[], capacity = 2): string {
  const at = [[0, 0] as const, ...places];
  return [
    'NAME : by hand',
    'TYPE : CVRP',
    `DIMENSION : ${at.length}`,
    'EDGE_WEIGHT_TYPE : EUC_2D',
    `CAPACITY : ${capacity}`,
    'NODE_COORD_SECTION',
    ...at.map(([x, y], i) => `${i + 1} ${x} ${y}`),
    'DEMAND_SECTION',
    ...at.map((_, i) => `${i + 1} ${i === 0 ? 0 : 1}`),
    'DEPOT_SECTION',
    '1',
    '-1',
    'EOF',
    '',
  ].join('\n');
}

function read(text: string) {
  const parsed = parseVrp(text);
  if (!parsed.ok) throw new Error(parsed.error.cause);
  return parsed.value;
}

const solved = (text: string, iterations: number, seed = 1) =>
  solveCvrp(read(text), { seed, cycle: iterations, iterations, shouldStop: () => false });

function scattered(customers: number): string {
  const random = seededRandom(customers);
  return vrp(
    Array.from({ length: customers }, () => [random.below(1000), random.below(1000)] as const),
    7,
  );
}

describe('the capacitated problem', () => {
  it('is solved by hand: two east and two west, each pair together', () => {
    const text = vrp([
      [10, 0],
      [-10, 0],
      [12, 0],
      [-13, 0],
    ]);
    const answer = solved(text, 500);
    // 2 x 12 and 2 x 13.
    expect(answer).toMatchObject({ cost: 50 });
    expect(checkCvrp(text, answer.routes)).toEqual({ problems: [], cost: 50 });
    expect(
      toSol(
        [
          [3, 1],
          [4, 2],
        ],
        50,
      ),
    ).toBe('Route #1: 3 1\nRoute #2: 4 2\nCost 50\n');
  });

  it('is solved for one customer and for two', () => {
    expect(solved(vrp([[3, 4]]), 20)).toMatchObject({ routes: [[1]], cost: 10 });
    expect(
      solved(
        vrp([
          [3, 4],
          [3, 4],
        ]),
        20,
      ).cost,
    ).toBe(10);
  });

  it('keeps every sum true through changes and their taking back', () => {
    const text = scattered(60);
    const problem = read(text);
    const tours = new Tours(problem);
    const random = seededRandom(4);
    const [ruin, recreate] = [new StringRuin(tours), new Recreate(tours)];
    recreate.putAll(tours, random);
    tours.commit();
    for (let step = 0; step < 300; step++) {
      const before = { routes: tours.read(), total: tours.total };
      ruin.run(tours, random);
      recreate.run(tours, ruin, random);
      expect(checkCvrp(text, tours.read())).toEqual({ problems: [], cost: tours.total });
      if (random.chance(0.5)) {
        tours.revert();
        expect({ routes: tours.read(), total: tours.total }).toEqual(before);
      } else tours.commit();
    }
  });

  it('is the same for the same seed, never worse for more steps, and stops at once', () => {
    const text = scattered(80);
    expect(solved(text, 3000)).toEqual(solved(text, 3000));
    const run = (iterations: number) =>
      solveCvrp(read(text), { seed: 1, cycle: 1000, iterations, shouldStop: () => false }).cost;
    const costs = [0, 100, 1000, 2000, 6000].map(run);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    const stopped = solveCvrp(read(text), {
      seed: 1,
      cycle: 9,
      iterations: 9,
      shouldStop: () => true,
    });
    expect(stopped.iterations).toBe(0);
    expect(checkCvrp(text, stopped.routes).problems).toEqual([]);
  });

  it('cools in steps that follow from the size and the seconds alone', () => {
    expect(coolingSteps(read(scattered(100)), 2)).toBe(2 * coolingSteps(read(scattered(100)), 1));
  });

  it('tells all that is wrong with a file', () => {
    const bad = vrp([[1, 1]])
      .replace('CVRP', 'TSP')
      .replace('2 1 1', '7 1 1');
    const parsed = parseVrp(bad);
    if (parsed.ok) throw new Error('It was read');
    expect(parsed.error.details?.['problems']).toEqual([
      'TYPE is not CVRP',
      'NODE_COORD_SECTION does not give each place once, from 1 on',
    ]);
  });

  it('has a checker that finds what is wrong', () => {
    const text = vrp([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect(checkCvrp(text, [[1, 2, 3]]).problems).toEqual(['route 1 carries 3 of 2']);
    expect(
      checkCvrp(text, [
        [1, 2],
        [3, 9],
      ]).problems,
    ).toEqual(['route 2 carries NaN of 2', 'there is no customer 9']);
    expect(checkCvrp(text, [[1, 1], []]).problems).toEqual([
      'route 2 is empty',
      'customer 1 is visited 2 times',
      'customer 2 is visited 0 times',
      'customer 3 is visited 0 times',
    ]);
  });
});

describe.skipIf(REAL_DATA === null)('a problem of CVRPLIB', () => {
  const folder = join(REAL_DATA ?? '', 'routing/cvrp');

  it('X-n101-k25 is within 1.5% of the best known after 50,000 steps, and its best known is what the checker says', () => {
    const text = readFileSync(join(folder, 'X-n101-k25.vrp'), 'utf8');
    const answer = solved(text, 50_000);
    expect(checkCvrp(text, answer.routes)).toEqual({ problems: [], cost: answer.cost });
    expect(answer.cost).toBeLessThan(27_591 * 1.015);
    const best = readFileSync(join(folder, 'X-n101-k25.sol'), 'utf8');
    const routes = [...best.matchAll(/^Route #\d+:(.*)$/gm)].map((line) =>
      (line[1] ?? '').trim().split(/\s+/).map(Number),
    );
    expect(checkCvrp(text, routes)).toEqual({ problems: [], cost: 27_591 });
  });
});
