/** In which order a shared route collects, calls and brings home. */
import type { CountyFacts } from '../county.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { sharingRules } from '../../casework/shared-routes.ts';
import { maxRide, planBasis } from '../school-problem.ts';
import {
  arrivals,
  departures,
  type Anchor,
  type CallRules,
  type CallSchool,
} from './call-times.ts';
import { sharedAfternoon, sharedMorning, type SharedLeg, type SharedTable } from './shared-run.ts';
import { isKeptIn, NO_CALLS, type StandingCalls, type StandingLeg } from './standing-calls.ts';

/** Both directions. */
export interface SharedPlan {
  readonly morning: SharedLeg;
  readonly afternoon: SharedLeg;
  /** Legs whose order of calls a planner set. */
  readonly byHand?: { readonly there: boolean; readonly home: boolean };
  /** Seconds by which rides exceed what each may ride, both ways added up. */
  readonly excess_s: number;
}

/** How orders are judged. */
export interface OrderBasis {
  readonly rules: CallRules;
  readonly schools: readonly CallSchool[];
  /** Longest rides by rider, seconds. */
  readonly there: readonly number[];
  readonly home: readonly number[];
}

/** What the orders of a table are judged by. */
export function orderBasis(table: SharedTable, facts: CountyFacts): OrderBasis {
  const basis = planBasis(facts);
  const { early_s, stand_s } = sharingRules(facts.settings, facts.on, facts.sharing);
  const { arrive_before_s, leave_after_s } = basis;
  const allowance = numberAt(facts.settings, 'over_guide_allowance', facts.on);
  const direct = (school: number, at: number, isThere: boolean): number => {
    const row = table.schools.length + at;
    return table.durations[isThere ? row * table.n + school : school * table.n + row] ?? 0;
  };
  return {
    rules: { early_s, stand_s, arrive_before_s, leave_after_s },
    schools: table.schools.map(({ day_starts_s, day_ends_s }) => ({
      starts_s: day_starts_s ?? basis.day_starts_s,
      ends_s: day_ends_s ?? basis.day_ends_s,
    })),
    there: table.riders.map(({ rider, school }, at) =>
      maxRide(rider.limit, direct(school, at, true), allowance),
    ),
    home: table.riders.map(({ rider, school }, at) =>
      maxRide(rider.limit, direct(school, at, false), allowance),
    ),
  };
}

/** The best orders of collecting and calling for new routes, those given to start from; null where the bells cannot all be kept. */
export function bestOrders(
  table: SharedTable,
  basis: OrderBasis,
  start: readonly number[],
): SharedPlan | null {
  let morning: Judged | null = null;
  let afternoon: Judged | null = null;
  for (const calls of permutations(table.schools.map((_, i) => i))) {
    const times = callTimes(table, basis, { calls, isThere: true });
    if (times === null) continue;
    morning = better(morning, improve({ calls, times, order: start }, (leg) => judge(table, leg, basis, true))); // prettier-ignore
  }
  if (morning === null) return null;
  const back = morning.leg.order.toReversed();
  for (const calls of permutations(table.schools.map((_, i) => i))) {
    const times = callTimes(table, basis, { calls, isThere: false });
    if (times === null) continue;
    const leg = { calls, times, order: back };
    const judged = judge(table, leg, basis, false);
    // The morning turned round, as drivers run it and families expect it, unless a ride is too long then.
    afternoon = better(afternoon, judged.excess === 0 ? judged : improve(leg, (each) => judge(table, each, basis, false))); // prettier-ignore
  }
  return afternoon === null
    ? null
    : {
        morning: morning.leg,
        afternoon: afternoon.leg,
        excess_s: morning.excess + afternoon.excess,
      };
}

/** What a planner's hand leaves as it is. Places in the table. */
export interface GivenOrders {
  /** In which riders are collected. */
  readonly order: readonly number[];
  /** The calls as families know them: kept as long as bells and ride limits are, and for ever where a planner set them. */
  readonly standing: StandingCalls;
}

/**
 * A new route collected in the order given. The calls stay as they are where that keeps bells and limits or a planner set them, else their
 * best order is taken; where no order keeps every bell, calls follow the bells and the audit says which is not kept.
 */
export function givenOrders(table: SharedTable, basis: OrderBasis, given: GivenOrders): SharedPlan {
  const everyCall = permutations(table.schools.map((_, i) => i));
  const bestOf = (
    calls: readonly (readonly number[])[],
    order: readonly number[],
    isThere: boolean,
    by = basis,
  ): Judged | null => {
    let best: Judged | null = null;
    for (const each of calls) {
      const times = callTimes(table, by, { calls: each, isThere });
      if (times !== null)
        best = better(best, judge(table, { calls: each, times, order }, basis, isThere));
    }
    return best;
  };
  const chosen = (standing: StandingLeg, order: readonly number[], isThere: boolean) => {
    const keeping = everyCall.filter((calls) => isKeptIn(calls, standing));
    if (standing.byHand)
      return bestOf(keeping, order, isThere) ?? bestOf(keeping, order, isThere, loosely(basis));
    const isWhole = standing.calls.length === table.schools.length;
    const kept = isWhole ? bestOf(keeping, order, isThere) : null;
    return kept?.excess === 0 ? kept : bestOf(everyCall, order, isThere);
  };
  const back = given.order.toReversed();
  const { there, home } = given.standing;
  const byBell = statedOrders(table, basis, { school: 0, arrives_s: null, departs_s: null });
  const morning = chosen(there, given.order, true);
  const afternoon = chosen(home, back, false);
  // As planning does: the morning turned round unless a ride home is too long then.
  const homeward =
    afternoon === null || afternoon.excess === 0
      ? afternoon
      : improve(afternoon.leg, (leg) => judge(table, leg, basis, false));
  return {
    morning: morning?.leg ?? { ...byBell.morning, order: given.order },
    afternoon: homeward?.leg ?? { ...byBell.afternoon, order: back },
    byHand: { there: there.byHand, home: home.byHand },
    excess_s: (morning?.excess ?? 0) + (homeward?.excess ?? 0),
  };
}

/** Bells are not asked: nobody is late for one, but a school may be reached before its staff are there. */
function loosely(basis: OrderBasis): OrderBasis {
  return { ...basis, rules: { ...basis.rules, early_s: 24 * 3600 } };
}

/** The orders of a contract as it runs: collected in its order, calls by their bells or as a planner set them, the times it states kept. */
export function statedOrders(
  table: SharedTable,
  basis: OrderBasis,
  stated: {
    /** The school of the contract by its place in the table. */
    readonly school: number;
    readonly arrives_s: number | null;
    readonly departs_s: number | null;
  },
  standing = NO_CALLS,
): SharedPlan {
  const byBell = (key: 'starts_s' | 'ends_s') =>
    table.schools
      .map((_, i) => i)
      .toSorted((a, b) => (basis.schools[a]?.[key] ?? 0) - (basis.schools[b]?.[key] ?? 0) || a - b);
  const order = table.riders.map((_, at) => at);
  const anchored = (calls: readonly number[], s: number | null): Anchor | undefined =>
    s === null ? undefined : { at: calls.indexOf(stated.school), s };
  // A school that came since an order was set is called at after those in it.
  const set = ({ calls, byHand }: StandingLeg, bells: readonly number[]): readonly number[] =>
    byHand ? [...calls, ...bells.filter((at) => !calls.includes(at))] : bells;
  const there = set(standing.there, byBell('starts_s'));
  const back = set(standing.home, byBell('ends_s'));
  const loose = loosely(basis);
  const leg = (calls: readonly number[], isThere: boolean, anchor: Anchor | undefined): SharedLeg => ({ calls, order: isThere ? order : order.toReversed(), times: callTimes(table, loose, { calls, isThere, anchor }) ?? calls.map(() => 0) }); // prettier-ignore
  return {
    morning: leg(there, true, anchored(there, stated.arrives_s)),
    afternoon: leg(back, false, anchored(back, stated.departs_s)),
    byHand: { there: standing.there.byHand, home: standing.home.byHand },
    excess_s: 0,
  };
}

/** The times of calls in an order; null where the bells cannot all be kept. */
function callTimes(
  table: SharedTable,
  { schools, rules }: OrderBasis,
  { calls, isThere, anchor }: { readonly calls: readonly number[]; readonly isThere: boolean; readonly anchor?: Anchor | undefined }, // prettier-ignore
): readonly number[] | null {
  const ways = calls.slice(1).map((to, i) => table.durations[(calls[i] ?? 0) * table.n + to] ?? 0);
  const bells = calls.flatMap((at) => schools[at] ?? []);
  return (isThere ? arrivals : departures)(bells, ways, rules, anchor);
}

interface Judged {
  readonly leg: SharedLeg;
  readonly excess: number;
  readonly metres: number;
}

function judge(table: SharedTable, leg: SharedLeg, basis: OrderBasis, isThere: boolean): Judged {
  const { rides, distance_m } = (isThere ? sharedMorning : sharedAfternoon)(table, leg);
  const limits = isThere ? basis.there : basis.home;
  let excess = 0;
  for (const [at, ride] of rides) excess += Math.max(0, ride - (limits[at] ?? 0));
  return { leg, excess, metres: distance_m };
}

function better(one: Judged | null, other: Judged): Judged {
  if (one === null || other.excess < one.excess) return other;
  return other.excess === one.excess && other.metres < one.metres ? other : one;
}

/** Moves one stop after another to where that is best, as long as anything becomes better. */
function improve(start: SharedLeg, of: (leg: SharedLeg) => Judged): Judged {
  let best = of(start);
  for (;;) {
    const before = best;
    for (let from = 0; from < start.order.length; from++) {
      for (let to = 0; to < start.order.length; to++) {
        if (from === to) continue;
        const order = before.leg.order.toSpliced(from, 1);
        order.splice(to, 0, ...before.leg.order.slice(from, from + 1));
        best = better(best, of({ ...before.leg, order }));
      }
    }
    if (best === before) return best;
  }
}

function permutations(all: readonly number[]): readonly (readonly number[])[] {
  if (all.length < 2) return [all];
  return all.flatMap((first) =>
    permutations(all.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}
