import { dayCount } from '../../calendar/day-mask.ts';
import { numberAt, rateCardAt } from '../../costing/read-settings.ts';
import { formatPence } from '../../format/money.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Contract } from '../../model/contract.ts';
import type { RateCard } from '../../model/money.ts';
import type { PlannedRoute, Violation } from '../../model/plan.ts';
import { broken, contractOf, type AuditFacts, type Check } from '../audit-facts.ts';
import { assistantsOf } from '../aboard.ts';
import { forDistance, forTime, sumOf } from '../bill-sums.ts';
import { travelFor } from '../measured.ts';
import { wrongVariation } from '../variation.ts';
import { daysRun } from '../week-needs.ts';

/** Lines add up, prices are those of the contract or the rate card, and a year is a day times its days. */
export const bill: Check = (plan, facts) => {
  const card = rateCardAt(facts.settings, facts.on);
  const travel = travelFor(plan, facts);
  return plan.routes.flatMap((route) => {
    const sums = wrongSums(route);
    const contract = contractOf(facts, route.contract_id);
    const prices =
      contract === null
        ? wrongNewPrice(route, { card, facts })
        : wrongContractPrice(route, contract, { card, facts, travel });
    return [...sums, ...prices];
  });
};

/** What a route by the rate card is billed. */
const CARD_LINES = ['fixed', 'distance', 'dead_mileage', 'time', 'minimum', 'assistant'] as const;

interface Priced {
  readonly card: RateCard;
  readonly facts: AuditFacts;
}

function wrongSums(route: PlannedRoute): readonly Violation[] {
  const at = { route_ref: route.ref };
  const found: Violation[] = [];
  const all = [route.cost_day_pence, route.cost_year_pence, ...route.cost.map((l) => l.pence)];
  if (!all.every(Number.isInteger))
    found.push(
      broken('not_whole_pence', at, `${route.ref} has an amount that is not whole pence.`),
    );
  const sum = sumOf(route.cost);
  if (sum !== route.cost_day_pence)
    found.push(
      broken(
        'lines_do_not_add_up',
        at,
        `The lines of ${route.ref} add up to ${formatPence(sum)}, not ${formatPence(route.cost_day_pence)}.`,
      ),
    );
  if (route.cost_year_pence !== route.cost_day_pence * route.days_a_year)
    found.push(
      broken(
        'year_wrong',
        at,
        `The year of ${route.ref} is not its day times ${route.days_a_year}.`,
      ),
    );
  return found;
}

function wrongNewPrice(route: PlannedRoute, { card, facts }: Priced): readonly Violation[] {
  const at = { route_ref: route.ref };
  const vehicle = card.classes.find((each) => each.id === route.vehicle_class);
  if (vehicle === undefined)
    return [broken('unknown_class', at, `${route.vehicle_class} is not on the rate card.`)];
  const dead = vehicle.dead_mileage_m ?? numberAt(facts.settings, 'dead_mileage_m', facts.on);
  const year = numberAt(facts.settings, 'days_a_year', facts.on);
  const days = Math.round((year * dayCount(daysRun(route))) / 5);
  const run =
    vehicle.fixed_pence +
    forDistance(vehicle.per_km_pence, route.distance_m + dead) +
    forTime(vehicle.per_hour_pence ?? 0, route.duration_s);
  const should =
    Math.max(run, vehicle.minimum_pence ?? 0) +
    assistantsOf(route, facts).assistants * card.assistant_pence;
  const found: Violation[] = [];
  if (sumOf(route.cost, ...CARD_LINES) !== should || sumOf(route.cost) !== should)
    found.push(
      broken(
        'price_wrong',
        at,
        `${route.ref} costs ${formatPence(should)} by the rate card, not ${formatPence(route.cost_day_pence)}.`,
      ),
    );
  if (route.days_a_year !== days)
    found.push(
      broken('days_wrong', at, `${route.ref} runs ${route.days_a_year} days, not ${days}.`),
    );
  return found;
}

function wrongContractPrice(
  route: PlannedRoute,
  contract: Contract,
  { card, facts, travel }: Priced & { readonly travel: Travel | null },
): readonly Violation[] {
  const at = { route_ref: route.ref };
  const found: Violation[] = [];
  const stated = sumOf(route.cost, 'contract');
  const helper = sumOf(route.cost, 'contract_assistant');
  if (stated !== contract.price_day_pence || helper !== contract.assistant_day_pence)
    found.push(
      broken(
        'contract_price_wrong',
        at,
        `${route.ref} is billed ${formatPence(stated + helper)}; contract ${contract.ref} says ${formatPence(contract.price_day_pence + contract.assistant_day_pence)}.`,
      ),
    );
  if (route.days_a_year !== contract.days_a_year)
    found.push(
      broken(
        'days_wrong',
        at,
        `${route.ref} runs ${route.days_a_year} days, contract ${contract.ref} says ${contract.days_a_year}.`,
      ),
    );
  if (sumOf(route.cost, ...CARD_LINES) !== 0)
    found.push(
      broken('line_kind_wrong', at, `${route.ref} is priced by its contract and by the rate card.`),
    );
  found.push(...wrongVariation(route, contract, { card, facts, travel }));
  return found;
}
