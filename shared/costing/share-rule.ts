/** Whose a route's cost is: the stated rule, and what each client's share is by it. */
import { dayCount, WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
import type { Pence } from '../kernel/units.ts';
import type { Setting } from '../model/money.ts';
import { splitPence } from './attribute.ts';
import { read } from './read-settings.ts';
import { isShareRule, type ShareRule } from './share-settings.ts';

const LEGS_A_WEEK = 10;

/** A child who lives beside the school still fills a seat: no share by length weighs less than one kilometre. */
const LEAST_SHARE_METRES = 1000;

/** The rule in force on a day. */
export function shareRuleAt(settings: readonly Setting[], on: IsoDate): ShareRule {
  return read(settings, 'share_rule', on, isShareRule);
}

/** A stop as far as shares go, in pick-up order. */
export interface ShareStop {
  readonly client_id: number;
  /** Home to school, metres; null where it is not known. */
  readonly direct_m: number | null;
  /** Days of the week with a morning and with an afternoon; the whole week where absent. */
  readonly mornings?: DayMask;
  readonly afternoons?: DayMask;
}

/** A rule, and where the marginal one finds homes and schools. */
export interface Sharing {
  readonly rule: ShareRule;
  readonly homeOf: (client_id: number) => Position | null;
  readonly schoolOf: (urn: number | null) => Position | null;
}

/** Each stop's weight in its route's cost, above zero for whoever rides; by the rule and by how many of the week's ten legs they ride. */
export function shareWeights(
  stops: readonly ShareStop[],
  school_urn: number | null,
  sharing: Sharing,
): number[] {
  const { rule } = sharing;
  const detours = rule === 'marginal' ? detoursOf(stops, school_urn, sharing) : [];
  return stops.map(({ direct_m, mornings = WHOLE_WEEK, afternoons = WHOLE_WEEK }, at) => {
    const legs = (dayCount(mornings) + dayCount(afternoons)) / LEGS_A_WEEK;
    if (rule === 'equal') return legs;
    const metres = rule === 'distance' ? (direct_m ?? 0) : (detours[at] ?? 0);
    return Math.max(LEAST_SHARE_METRES, metres) * legs;
  });
}

/**
 * Each client's share of what a route costs a day, in the order of the stops, whole pence that add up. A share times the
 * route's days a year is the client's year, so that day and year agree.
 */
export function attributeRoute(
  route: {
    readonly cost_day_pence: number;
    readonly school_urn: number | null;
    readonly stops: readonly ShareStop[];
  },
  sharing: Sharing,
): Pence[] {
  return splitPence(route.cost_day_pence, shareWeights(route.stops, route.school_urn, sharing));
}

/** How much shorter the morning's run would be without each stop, metres of straight line; 0 where a position is not known. */
function detoursOf(
  stops: readonly ShareStop[],
  school_urn: number | null,
  { homeOf, schoolOf }: Sharing,
): number[] {
  const homes = stops.map(({ client_id }) => homeOf(client_id));
  const school = schoolOf(school_urn);
  return homes.map((home, at) => {
    const before = homes.slice(0, at).findLast((each) => each !== null) ?? null;
    const after = homes.slice(at + 1).find((each) => each !== null) ?? school;
    if (home === null || after === null) return 0;
    const onward = straightLineMetres(home, after);
    if (before === null) return onward;
    return straightLineMetres(before, home) + onward - straightLineMetres(before, after);
  });
}
