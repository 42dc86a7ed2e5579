/** Fifteen school problems of the bench's own making, 30 to 200 pupils, each drawn from its own seed: the same everywhere. */
import type { CheckedProblem } from '../../shared/audit/check-solution.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import { PROBLEM_SCHEMA } from '../../shared/planning/parse-problem.ts';

/** A problem as its file would be. */
export type MadeProblem = CheckedProblem & {
  readonly schema: string;
  readonly name: string;
  readonly seed: number;
};

interface Recipe {
  readonly pupils: number;
  readonly land: 'town' | 'shire';
  /** Limits that differ from pupil to pupil. */
  readonly limits?: true;
  /** Sole occupancy, who may not travel together, assistants, layouts. */
  readonly needs?: true;
  /** Vehicles of a type for each ten pupils; few enough that counts bind. */
  readonly scarce?: true;
}

const RECIPES: readonly Recipe[] = [
  { pupils: 30, land: 'town' },
  { pupils: 40, land: 'shire', limits: true },
  { pupils: 50, land: 'town', needs: true },
  { pupils: 60, land: 'shire' },
  { pupils: 70, land: 'town', limits: true },
  { pupils: 80, land: 'shire', needs: true },
  { pupils: 90, land: 'town', scarce: true },
  { pupils: 100, land: 'shire', limits: true, needs: true },
  { pupils: 110, land: 'town' },
  { pupils: 120, land: 'shire', needs: true, scarce: true },
  { pupils: 135, land: 'town', limits: true },
  { pupils: 150, land: 'shire' },
  { pupils: 165, land: 'town', needs: true },
  { pupils: 180, land: 'shire', limits: true, scarce: true },
  { pupils: 200, land: 'shire' },
];

/** How far homes lie from the school, how many places they cluster in, how winding and fast the roads are. */
const LANDS = {
  town: { reach_m: 9000, places: 7, spread_m: 1100, winding: 1.35, metres_a_second: 8 },
  shire: { reach_m: 42_000, places: 11, spread_m: 2600, winding: 1.25, metres_a_second: 14 },
} as const;

const MAX_RIDE_S = 4500;
const BOARDING_S = 120;

/** All fifteen. */
export function madeProblems(): readonly MadeProblem[] {
  return RECIPES.map((recipe, at) => madeProblem(recipe, at + 1));
}

function madeProblem(recipe: Recipe, seed: number): MadeProblem {
  const random = seededRandom(7000 + seed);
  const { winding, metres_a_second } = LANDS[recipe.land];
  const at = [{ x: 0, y: 0 }, ...homes(recipe, random)];
  const distances = at.map((a) =>
    at.map((b) => Math.round(winding * Math.hypot(a.x - b.x, a.y - b.y))),
  );
  const durations = distances.map((row) => row.map((m) => Math.round(m / metres_a_second)));
  const words = [
    recipe.land,
    recipe.limits && 'limits',
    recipe.needs && 'needs',
    recipe.scarce && 'scarce',
  ];
  return {
    schema: PROBLEM_SCHEMA,
    name: `made-${String(recipe.pupils).padStart(3, '0')}-${words.filter(Boolean).join('-')}`,
    seed,
    maxRide: MAX_RIDE_S,
    boarding: BOARDING_S,
    ...(recipe.needs ? { assistantCost: 5500 } : {}),
    pupils: Array.from({ length: recipe.pupils }, (_, i) =>
      madePupil({ recipe, index: i + 1, direct_s: durations[i + 1]?.[0] ?? 0, random }),
    ),
    vehicleTypes: vehicleTypes(recipe),
    matrix: { distances, durations },
  };
}

function homes({ pupils, land }: Recipe, random: Random) {
  const { reach_m, places, spread_m } = LANDS[land];
  const centres = Array.from({ length: places }, () => {
    const far = reach_m * Math.sqrt(random.next());
    const turn = 2 * Math.PI * random.next();
    return { x: far * Math.cos(turn), y: far * Math.sin(turn), weight: 0.3 + random.next() };
  });
  const weighted = centres.map((each) => [each, each.weight] as const);
  return Array.from({ length: pupils }, () => {
    const { x, y } = random.weighted(weighted);
    const spread = random.chance(0.15) ? 4 * spread_m : spread_m;
    return {
      x: Math.round(x + spread * random.normal()),
      y: Math.round(y + spread * random.normal()),
    };
  });
}

function madePupil({
  recipe,
  index,
  direct_s,
  random,
}: {
  readonly recipe: Recipe;
  readonly index: number;
  readonly direct_s: number;
  readonly random: Random;
}): MadeProblem['pupils'][number] {
  const wheelchair = random.chance(0.15);
  const other = 1 + random.below(recipe.pupils);
  // Primary, secondary or a clinician's own limit, never shorter than the direct way and a little.
  const limit = random.weighted([
    [2700, 3],
    [4500, 5],
    [1800, 1],
  ] as const);
  return {
    id: `p${index}`,
    index,
    seats: wheelchair ? 0 : 1,
    wheelchairs: wheelchair ? 1 : 0,
    ...(wheelchair ? { boarding: 300 } : {}),
    ...(recipe.limits ? { maxRide: Math.max(limit, Math.ceil(direct_s * 1.1)) } : {}),
    ...(!recipe.limits && direct_s > MAX_RIDE_S ? { maxRide: Math.ceil(direct_s * 1.1) } : {}),
    ...(recipe.needs && random.chance(0.04) ? { alone: true } : {}),
    ...(recipe.needs && random.chance(0.12) && other !== index ? { notWith: [`p${other}`] } : {}),
    ...(recipe.needs && random.chance(0.25) ? { assistant: true } : {}),
  };
}

function vehicleTypes({ pupils, needs, scarce }: Recipe): MadeProblem['vehicleTypes'] {
  const many = (each: number): number => Math.ceil((scarce ? 0.45 : 1) * each * pupils);
  const minibus = needs
    ? {
        layouts: [
          { seats: 12, wheelchairs: 0 },
          { seats: 8, wheelchairs: 2 },
          { seats: 4, wheelchairs: 4 },
        ],
      }
    : { seats: 8, wheelchairs: 3 };
  return [
    { id: 'taxi', seats: 3, wheelchairs: 0, fixed: 7000, perKm: 90, count: many(0.4) },
    { id: 'large_taxi', seats: 6, wheelchairs: 0, fixed: 9000, perKm: 105, count: many(0.1) },
    { id: 'accessible_taxi', seats: 2, wheelchairs: 1, fixed: 9500, perKm: 110, count: many(0.2) },
    { id: 'minibus', seats: 12, wheelchairs: 0, fixed: 15_000, perKm: 130, count: many(0.15) },
    { id: 'accessible_minibus', ...minibus, fixed: 19_000, perKm: 150, count: many(0.12) },
  ];
}
