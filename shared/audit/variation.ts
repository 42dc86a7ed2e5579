/** Whether a contract's variation is the price of what those who joined it add. */
import { dayCount } from '../calendar/day-mask.ts';
import { formatPence } from '../format/money.ts';
import type { Travel } from '../geo/travel.ts';
import { suppliedAssistants, type Contract } from '../model/contract.ts';
import type { RateCard } from '../model/money.ts';
import type { PlannedRoute, PlannedStop, Violation } from '../model/plan.ts';
import { assistantsOf } from './aboard.ts';
import { broken, type AuditFacts } from './audit-facts.ts';
import { forDistance, sumOf } from './bill-sums.ts';
import { ROUNDING_A_LEG } from './measured.ts';
import { calledSchools, callsOf, locate, reckon } from './reckon.ts';
import { daysRun, joinedOf } from './week-needs.ts';

/** What the price is reckoned from. */
export interface VariationBasis {
  readonly card: RateCard;
  readonly facts: AuditFacts;
  /** null: the plan's roads are not loaded any more. */
  readonly travel: Travel | null;
}

/**
 * None without anybody who joined, but for an assistant to be added. Else the way by which the run became longer and the assistants it
 * takes more, for the days on which those who joined ride.
 */
export function wrongVariation(
  route: PlannedRoute,
  contract: Contract,
  basis: VariationBasis,
): readonly Violation[] {
  const { card, facts } = basis;
  const joined = joinedOf(route);
  const helpers = Math.max(0, assistantsOf(route, facts).assistants - suppliedAssistants(contract)); // prettier-ignore
  const variation = sumOf(route.cost, 'variation');
  const { least, most } =
    joined.length === 0
      ? { least: helpers * card.assistant_pence, most: helpers * card.assistant_pence }
      : boundsOf(route, { contract, joined, helpers }, basis);
  return variation >= least && variation <= most
    ? []
    : [
        broken(
          'variation_wrong',
          { route_ref: route.ref },
          `The variation of ${route.ref}, ${formatPence(variation)}, is not what ${joined.length} more clients and ${helpers} more assistants cost on their days.`,
        ),
      ];
}

interface Joining {
  readonly contract: Contract;
  readonly joined: readonly PlannedStop[];
  readonly helpers: number;
}

/** The least and the most that is right: a penny or two apart where all is measured, else up to the whole way. */
function boundsOf(
  route: PlannedRoute,
  { contract, joined, helpers }: Joining,
  basis: VariationBasis,
): { readonly least: number; readonly most: number } {
  const { card } = basis;
  const fixed = route.stops.filter((stop) => stop.fixed);
  const days = dayCount(daysRun({ ...route, stops: joined }));
  const runs = dayCount(daysRun({ ...route, stops: fixed })) || 5;
  const share = Math.min(1, days / runs);
  const wages = helpers * card.assistant_pence;
  const before = metresOf(route, fixed, basis);
  if (before === null) {
    const dearest = Math.max(...card.classes.map((each) => each.per_km_pence));
    return {
      least: share * wages - 1,
      most: share * (wages + forDistance(dearest, route.distance_m)) + 1,
    };
  }
  const perKm = perKmOf(card, contract);
  const right = share * (wages + forDistance(perKm, route.distance_m) - forDistance(perKm, before));
  const slack = 2 + (perKm * ROUNDING_A_LEG * (route.stops.length + 2)) / 1000;
  return { least: right - slack, most: right + slack };
}

/** How long the run was with those whom the contract carries; null where that cannot be measured. */
function metresOf(
  route: PlannedRoute,
  fixed: readonly PlannedStop[],
  { facts, travel }: VariationBasis,
): number | null {
  const { school_urn } = route;
  const schools = calledSchools(route, facts);
  const part = { school_urn, stops: fixed };
  const { located, lost, cutOff, table } = locate(part, { facts, schools, travel });
  if (table === null || lost.length + cutOff.length > 0) return null;
  return reckon(located, table, { leg: 'mornings', facts, ...callsOf(route, 'mornings') }).metres;
}

/** The class that the register names; without such on the card, the cheapest that holds as many. */
function perKmOf({ classes }: RateCard, contract: Contract): number {
  const named = classes.find(({ id }) => id === contract.vehicle_class);
  if (named !== undefined) return named.per_km_pence;
  const byPrice = classes.toSorted((a, b) => a.fixed_pence - b.fixed_pence);
  const able = byPrice.find(({ layouts }) =>
    layouts.some(
      (room) => room.seats >= contract.seats && room.wheelchairs >= contract.wheelchairs,
    ),
  );
  return (able ?? byPrice.at(-1))?.per_km_pence ?? 0;
}
