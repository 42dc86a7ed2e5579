/** Simulated annealing over ruin and recreate. */
import type { Random } from '../../kernel/random.ts';
import { insertBest, type InsertionTaste } from '../operators/insert-best.ts';
import { removeRoutes } from '../operators/remove-routes.ts';
import { removeStrings, Ruin } from '../operators/remove-strings.ts';
import { Absences } from './absence.ts';
import { MILLI } from './instance.ts';
import type { SearchState } from './state.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';
import { orderRemoved } from './recreate-order.ts';
import { reconsiderTypes } from './vehicle-choice.ts';

/** Tuned on the five invented school problems; see the README. */
export const TUNING = {
  /** Pupils out at a time, on average, and longest string. */
  size: { mean: 10, longest: 10 },
  /** Temperatures as shares of a route's mean cost. */
  hot: 0.15,
  cold: 0.0003,
  /** Chance of passing over a route when putting a pupil back. */
  blink: 0.01,
  /** Chance that a step weighs fixed prices less than in full, so that it dares to open or enlarge a vehicle. */
  daring: 0.8,
  /** Chance that whole routes are emptied, more often where running ones may be; and that one of them then stays shut. */
  whole: 0.02,
  wholeLoose: 0.3,
  shut: 0.5,
  /** First cycle's iterations for each movable pupil, and how much longer each next cycle is. */
  cycle: 100,
  growth: 1.6,
};

/** The best plan so far: free clients left out, and pence against what runs now. */
export interface BestSoFar {
  readonly leftOut: number;
  readonly pence: number;
}

/** What the search reports now and then; true stops it. */
export type ShouldStop = (iterations: number, best: BestSoFar) => boolean;

/** Ask the host about the clock once in so many iterations. */
const ASK_EVERY = 64;

/**
 * Improves the state until `iterations` are done or `shouldStop` says so, and answers with the best
 * plan seen: fewest missing first, then cost. The cooling goes in cycles whose lengths do not depend on
 * the budget, so a longer run begins with the shorter one: more time is never worse.
 */
export function anneal(
  state: SearchState,
  budget: { readonly iterations: number; readonly shouldStop: ShouldStop },
  random: Random,
): { readonly best: Snapshot; readonly iterations: number } {
  const { free } = state.instance;
  let best = takeSnapshot(state);
  if (free.length === 0) return { best, iterations: 0 };
  const ruin = new Ruin(state);
  const absences = new Absences(state);
  const taste = { blink: TUNING.blink, fixedWeight: 1, shut: -1 };
  let done = 0;
  let length = Math.max(1000, TUNING.cycle * free.length);
  while (done < budget.iterations) {
    const scale = meanPrice(state);
    const hot = scale * TUNING.hot;
    const cold = scale * TUNING.cold;
    const cooling = Math.pow(cold / hot, 1 / length);
    let temperature = hot;
    for (let i = 0; i < length && done < budget.iterations; i++, done++) {
      if (done % ASK_EVERY === 0 && budget.shouldStop(done, soFar(best)))
        return { best, iterations: done };
      const before = {
        total: state.total,
        missing: state.missing,
        absent: absences.sum(state),
        broken: state.broken,
      };
      step(state, ruin, taste, random);
      absences.count(state);
      const allowed = before.total - temperature * Math.log(1 - random.next());
      if (isAccepted(state, before, absences.sum(state), allowed)) {
        state.commit();
        if (isBetter(state, best)) best = takeSnapshot(state);
      } else state.revert();
      temperature *= cooling;
    }
    length = Math.floor(length * TUNING.growth);
    best.restore(state);
  }
  return { best, iterations: done };
}

/** What a route costs on average, thousandths of a penny; loose running routes at what they cost to run. */
function meanPrice(state: SearchState): number {
  let sum = state.total;
  for (const route of state.instance.pinned) sum += route.saving;
  return Math.max(1, sum / Math.max(1, state.activeCount));
}

/**
 * Nobody who is carried now is left out, and no ride grows beyond its limit. Fewer missing is always taken; as many, for a cost that the temperature allows; and any plan whose missing
 * are those who were seldom left out.
 */
function isAccepted(
  state: SearchState,
  before: { readonly missing: number; readonly absent: number; readonly broken: number },
  absent: number,
  allowed: number,
): boolean {
  if (absent === Infinity || state.broken > before.broken) return false;
  if (state.missing < before.missing || absent < before.absent) return true;
  return state.missing === before.missing && state.total < allowed;
}

function soFar(best: Snapshot): BestSoFar {
  return { leftOut: best.missing, pence: best.total / MILLI };
}

function isBetter(state: SearchState, best: Snapshot): boolean {
  return (
    state.missing < best.missing || (state.missing === best.missing && state.total < best.total)
  );
}

function step(
  state: SearchState,
  ruin: Ruin,
  taste: { blink: number; fixedWeight: number; shut: number },
  random: Random,
): void {
  taste.shut = -1;
  if (random.next() < (state.isLoose ? TUNING.wholeLoose : TUNING.whole)) {
    const one = removeRoutes(state, ruin, random);
    if (random.next() < TUNING.shut) taste.shut = one;
  } else removeStrings(state, ruin, TUNING.size, random);
  orderRemoved(state.instance, ruin, random);
  taste.fixedWeight = random.next() < TUNING.daring ? random.next() : 1;
  const chosen: InsertionTaste = taste;
  for (let i = 0; i < ruin.count; i++) insertBest(state, ruin.removed[i] as number, chosen, random);
  reconsiderTypes(state);
}
