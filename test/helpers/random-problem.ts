/** Random school problems of every shape, drawn from a seed, and the best answer by trying everything. */
import type { CheckedProblem } from '../../shared/audit/check-solution.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import { PROBLEM_SCHEMA } from '../../shared/planning/parse-problem.ts';

export type ProblemFile = CheckedProblem & { readonly schema: string; readonly name: string };

/** How a problem is drawn. */
export interface Shape {
  readonly seed: number;
  readonly pupils: number;
  /** Vehicles of a type; small numbers leave pupils without one. */
  readonly count: number;
  readonly whole: boolean;
}

/** A problem with wheelchairs, assistants, layouts, sole occupancy, conflicts and limits of their own. */
export function randomProblem({ seed, pupils, count, whole }: Shape): ProblemFile {
  const random = seededRandom(seed);
  const at = Array.from({ length: pupils + 1 }, () => [
    random.next() * 30_000,
    random.next() * 30_000,
  ]);
  const round = (value: number) => (whole ? Math.round(value) : value);
  const distances = at.map(([x = 0, y = 0]) =>
    at.map(([u = 0, v = 0]) => round(1.4 * Math.hypot(x - u, y - v))),
  );
  const durations = distances.map((row) => row.map((metres) => round(metres / 11)));
  return {
    schema: PROBLEM_SCHEMA,
    name: `random-${seed}`,
    maxRide: 1800 + random.below(2400),
    boarding: 60 + random.below(120),
    assistantCost: random.below(6000),
    pupils: Array.from({ length: pupils }, (_, i) => randomPupil(i + 1, pupils, random)),
    vehicleTypes: [
      { id: 'taxi', seats: 3, wheelchairs: 0, fixed: 7000, perKm: 90, count },
      {
        id: 'flexible',
        layouts: [
          { seats: 2, wheelchairs: 1 },
          { seats: 6, wheelchairs: 0 },
          { seats: 1, wheelchairs: 2 },
        ],
        fixed: 9500,
        perKm: 110,
        count,
      },
      { id: 'minibus', seats: 10, wheelchairs: 1, fixed: 15_000, perKm: 130, count },
    ],
    matrix: { distances, durations },
  };
}

function randomPupil(index: number, pupils: number, random: Random) {
  const wheelchair = random.chance(0.2);
  const other = 1 + random.below(pupils);
  return {
    id: `p${index}`,
    index,
    seats: wheelchair ? 0 : 1 + (random.chance(0.1) ? 1 : 0),
    wheelchairs: wheelchair ? 1 : 0,
    ...(random.chance(0.5) ? { boarding: 30 + random.below(200) } : {}),
    ...(random.chance(0.4) ? { maxRide: 900 + random.below(3600) } : {}),
    ...(random.chance(0.1) ? { alone: true } : {}),
    ...(random.chance(0.2) && other !== index ? { notWith: [`p${other}`] } : {}),
    ...(random.chance(0.3) ? { assistant: true } : {}),
  };
}

/** Every way to split and order pupils into routes; call with six pupils at most. */
export function* everyAnswer(pupils: readonly number[]): Generator<readonly (readonly number[])[]> {
  const [first, ...rest] = pupils;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const routes of everyAnswer(rest)) {
    yield [[first], ...routes];
    for (const [at, route] of routes.entries()) {
      for (let k = 0; k <= route.length; k++) {
        yield routes.map((each, i) =>
          i === at ? [...each.slice(0, k), first, ...each.slice(k)] : each,
        );
      }
    }
  }
}
