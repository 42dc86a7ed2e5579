import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solveTrips } from '../../shared/planning/trips/solve-trips.ts';
import type { TripProblem } from '../../shared/planning/trips/trip-problem.ts';
import { checkTrips, fewestBuses, randomTrips, tripSeconds } from '../helpers/random-trips.ts';

const solve = (problem: TripProblem, iterations: number, seed = 1) =>
  solveTrips(problem, { seed, iterations, shouldStop: () => false });

describe('buses that serve one school after another', () => {
  it('keep seats, rides and bells, serve every stop once, and add up', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(1e6),
          schools: fc.integer({ min: 1, max: 40 }),
          stops: fc.integer({ min: 40, max: 70 }),
          crooked: fc.boolean(),
        }),
        (shape) => {
          const problem = randomTrips(shape);
          const plan = solve(problem, 400, shape.seed);
          expect(checkTrips(problem, plan)).toEqual([]);
          const work = plan.buses
            .flat()
            .reduce((sum, trip) => sum + tripSeconds(problem, trip.school, trip.stops), 0);
          // Each leg and dwell is rounded up to a tenth of a millisecond.
          expect(plan.work_s).toBeGreaterThanOrEqual(work - 1e-6);
          expect(plan.work_s).toBeLessThanOrEqual(work + 0.0002 * problem.stops.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are as few as can be, tried out on up to seven stops', () => {
    let followed = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const schools = 1 + (seed % 4);
      const problem = randomTrips({ seed, schools, stops: Math.max(schools, 4 + (seed % 4)) });
      const plan = solve(problem, 1500);
      expect([seed, plan.buses.length]).toEqual([seed, fewestBuses(problem)]);
      if (plan.buses.some((bus) => bus.length > 1)) followed++;
    }
    expect(followed).toBeGreaterThan(20);
  });

  it('are the same for the same seed, and with more iterations never more', () => {
    for (const seed of [1, 2, 3]) {
      const problem = randomTrips({ seed, schools: 8, stops: 60 });
      expect(solve(problem, 700, seed)).toEqual(solve(problem, 700, seed));
      let before = { buses: Infinity, work_s: Infinity };
      for (const iterations of [0, 50, 200, 1000, 4000]) {
        const { buses, work_s } = solve(problem, iterations, seed);
        expect(buses.length).toBeLessThanOrEqual(before.buses);
        if (buses.length === before.buses) expect(work_s).toBeLessThanOrEqual(before.work_s);
        before = { buses: buses.length, work_s };
      }
    }
  });

  it('stop when told, with a complete plan', () => {
    const problem = randomTrips({ seed: 5, schools: 6, stops: 60 });
    let asked = 0;
    const plan = solveTrips(problem, {
      seed: 1,
      iterations: Infinity,
      shouldStop: () => ++asked > 3,
    });
    expect(plan.iterations).toBe(192);
    expect(checkTrips(problem, plan)).toEqual([]);
  });

  it('leave out only a stop that no trip can serve', () => {
    const problem = randomTrips({ seed: 9, schools: 2, stops: 12 });
    const stops = problem.stops.map((stop, i) => (i === 4 ? { ...stop, pupils: 67 } : stop));
    const plan = solve({ ...problem, stops }, 300);
    expect(plan.unserved).toEqual([4]);
    expect(checkTrips({ ...problem, stops }, plan)).toEqual([]);
    expect(solve({ ...problem, stops: [] }, 300)).toMatchObject({ buses: [], unserved: [] });
    expect(solve({ ...problem, stops: [], schools: [] }, 300)).toMatchObject({ buses: [] });
  });
});
