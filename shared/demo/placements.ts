import type { Position } from '../geo/position.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import { defined } from '../kernel/assert.ts';
import type { Random } from '../kernel/random.ts';
import type { Need } from '../model/client.ts';
import type { DemoSchool, PlacementKind } from './schools.ts';

/** What decides a placement. */
export interface Placing extends Position {
  readonly need: Need | null;
  /** National curriculum year; 15 and over is an adult learner. */
  readonly year_group: number;
  /** Carried last year already: the school must have taken the year below. */
  readonly continuing: boolean;
}

/** Draws placements one after another and remembers how full each school is. */
export interface Placer {
  place(random: Random, child: Placing): DemoSchool;
}

type KindWeights = readonly (readonly [PlacementKind, number])[];

/** How often each kind of placement is made, by phase, in per cent [A]; told apart by need below. */
const KINDS_PRIMARY: KindWeights = [
  ['special', 72],
  ['provision', 19],
  ['independent', 7],
  ['far', 1.2],
];
const KINDS_SECONDARY: KindWeights = [
  ['special', 64],
  ['provision', 17],
  ['independent', 15],
  ['alternative', 2],
  ['far', 2],
];
const KINDS_SIXTH: KindWeights = [
  ['special', 50],
  ['college', 38],
  ['independent', 10],
  ['far', 2],
];
const SEVERE: KindWeights = [
  ['special', 97],
  ['far', 3],
];

/** Typical reach of a placement, metres of straight line: nearer schools are likelier by e to the minus d over this [A]. */
const REACH_M: Readonly<Record<PlacementKind, number>> = {
  special: 4300,
  independent: 6500,
  provision: 3200,
  college: 5200,
  alternative: 6000,
  far: 20_000,
};
/** Some children are placed far from home, because the near schools are full or a parent asked for another [A]. */
const FAR_PLACED = 0.07;

/** Beyond this straight line nobody travels daily [A]: about 38 miles by road for the older, 21 for primary age. */
const DAILY_M = 44_000;
const DAILY_PRIMARY_M = 24_000;
/** Young children are placed nearer home [A]. */
const PRIMARY_REACH = 0.75;

/** Makes a placer over the schools; `scale` is the county's size against the usual one. */
export function placerOf(schools: readonly DemoSchool[], scale: number): Placer {
  const load = new Map<DemoSchool, number>();
  return {
    place(random, child) {
      const isYoung = child.year_group <= 6;
      const reachScale = (random.chance(FAR_PLACED) ? 3 : 1) * (isYoung ? PRIMARY_REACH : 1);
      const daily_m = isYoung ? DAILY_PRIMARY_M : DAILY_M;
      for (const kind of kindsToTry(random, child)) {
        const weights = schools.flatMap((each) => {
          if (each.kind !== kind || !canTake(each, child)) return [];
          const straight = straightLineMetres(child, each.at);
          if (straight > daily_m) return [];
          const used = (load.get(each) ?? 0) / (each.room * scale);
          const nearness = Math.exp((-1 * straight) / (REACH_M[kind] * reachScale));
          const spare = Math.max(0.01, 1 - used);
          return [[each, each.room * nearness * spare * specialism(each) + 1e-12] as const];
        });
        if (weights.length === 0) continue;
        const chosen = random.weighted(weights);
        load.set(chosen, (load.get(chosen) ?? 0) + 1);
        return chosen;
      }
      return nearestThatTakes(schools, child);
    },
  };
}

/** A school for few needs draws the children who have them more than one for many [A]. */
function specialism({ takes }: DemoSchool): number {
  return (10 / takes.size) ** 0.6;
}

/** Where no school is in daily reach, the nearest that takes the child at all. */
function nearestThatTakes(schools: readonly DemoSchool[], child: Placing): DemoSchool {
  let best: { readonly school: DemoSchool; readonly straight: number } | null = null;
  for (const school of schools) {
    if (!canTake(school, child)) continue;
    const straight = straightLineMetres(child, school.at);
    if (best === null || straight < best.straight) best = { school, straight };
  }
  return defined(best, `a school for ${child.need} in year ${child.year_group}`).school;
}

/** Whether the school takes the child's age (by year group) and need. */
function canTake({ school, takes, kind }: DemoSchool, child: Placing): boolean {
  const age = child.year_group + 4;
  const from = (school.age_from ?? 0) + (child.continuing ? 1 : 0);
  if (age < from || age >= (school.age_to ?? 99)) return false;
  if (kind === 'college' && age < 16) return false;
  return child.need === null || takes.has(child.need) || kind === 'far';
}

/** The kind drawn first, then the others in the order of a fall-back. */
function kindsToTry(random: Random, child: Placing): PlacementKind[] {
  const drawn = random.weighted(kindWeights(child));
  const rest: PlacementKind[] =
    child.year_group >= 12
      ? ['college', 'special', 'independent', 'far']
      : ['special', 'provision', 'independent', 'far'];
  return [drawn, ...rest.filter((kind) => kind !== drawn)];
}

function kindWeights({ need, year_group }: Placing): KindWeights {
  if (year_group >= 15) return [['college', 1]];
  if (need === 'PMLD' || need === 'SLD' || need === 'MSI') return SEVERE;
  const usual = year_group <= 6 ? KINDS_PRIMARY : year_group <= 11 ? KINDS_SECONDARY : KINDS_SIXTH;
  if (need === 'SEMH') {
    // Independent places stand in for the fewer maintained ones for social, emotional and mental health.
    return usual.map(([kind, weight]) => [kind, kind === 'independent' ? weight * 2 : weight]);
  }
  if (need === 'HI' || need === 'VI' || need === 'SPLD') {
    return usual.map(([kind, weight]) => [kind, kind === 'provision' ? weight * 3 : weight]);
  }
  return usual.filter(([kind]) => kind !== 'alternative');
}
