/** The order of a shared route's calls as it stands: families know it, and a planner may have set it. */
import type { SchoolCall } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';

/** One leg. Schools by their place in the table; one that came since is not among them. */
export interface StandingLeg {
  readonly calls: readonly number[];
  /** Set by a planner: it stays whatever bells and rides say. */
  readonly byHand: boolean;
}

/** Both. */
export interface StandingCalls {
  readonly there: StandingLeg;
  readonly home: StandingLeg;
}

const NONE: StandingLeg = { calls: [], byHand: false };

/** Nothing stands yet. */
export const NO_CALLS: StandingCalls = { there: NONE, home: NONE };

/** The calls of a route as places in a table of schools. Legs given back by a planner (`free`) stand no more. */
export function standingCalls(
  schools: readonly School[],
  calls: readonly SchoolCall[] = [],
  free: readonly ('there' | 'home')[] = [],
): StandingCalls {
  const placesOf = (all: readonly SchoolCall[]): readonly number[] =>
    all.map((call) => schools.findIndex(({ urn }) => urn === call.school_urn)).filter((at) => at >= 0); // prettier-ignore
  const homeward = calls.toSorted((a, b) => a.home_order - b.home_order);
  return {
    there: free.includes('there')
      ? NONE
      : { calls: placesOf(calls), byHand: calls.some((call) => call.there_by_hand) },
    home: free.includes('home')
      ? NONE
      : { calls: placesOf(homeward), byHand: calls.some((call) => call.home_by_hand) },
  };
}

/** The route has an order that a planner set. */
export function hasCallsByHand(calls: readonly SchoolCall[] = []): boolean {
  return calls.some((call) => call.there_by_hand === true || call.home_by_hand === true);
}

/** Whether the calls that stand follow each other in an order, others in between or not. */
export function isKeptIn(order: readonly number[], { calls }: StandingLeg): boolean {
  const among = order.filter((at) => calls.includes(at));
  return among.every((at, i) => at === calls[i]);
}
