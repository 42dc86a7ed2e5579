import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { previousYear } from '../../shared/calendar/years.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import { readSavedPrices } from './money/saved-prices.ts';
import { roadMeasure } from '../roads/network-ways.ts';

/** Reads everything that the cost pressure rests on. Without a plan there is no cost: `no_plan`. */
export function readCostFacts(store: Store, on: IsoDate): Result<CostFacts> {
  const plan = store.plans.current();
  if (plan === null) {
    return fail(
      'no_plan',
      'No plan has been made yet, so there is no cost to show.',
      'Press Plan on the Routes screen, or run: kerbside plan --all.',
    );
  }
  const roads = roadMeasure(store, on);
  const contracts = store.contracts.all();
  return ok({
    ...(roads === null ? {} : { roads }),
    year: plan.year,
    last_year: previousYear(plan.year),
    plan,
    clients: new Map(store.clients.all().map((each) => [each.id, each])),
    schools: new Map(store.schools.all().map((each) => [each.urn, each])),
    districts: new Map(store.districts.all().map((each) => [each.code, each])),
    contracts,
    saved: readSavedPrices(store, contracts, on),
    stops: store.contracts.stops(),
    ...clauseFacts(store),
    ...priceFacts(store, on),
  });
}

/** Clauses, the prices accepted by them, and whose signature stands under each. */
function clauseFacts(store: Store): Pick<CostFacts, 'indexed' | 'clauses' | 'accepted_by'> {
  const indexed = store.clauses.accepted();
  const contracts = new Set(indexed.map(({ contract_id }) => contract_id));
  const signed = [...contracts].flatMap((id) => store.lots.eventsOf(id));
  return {
    indexed,
    clauses: store.clauses.list(),
    accepted_by: new Map(signed.map(({ id, signed: { by, on } }) => [id, { by, on }])),
  };
}

/** Settings and prices alone: what needs no plan. */
export function priceFacts(
  store: Store,
  on: IsoDate,
): Pick<CostFacts, 'on' | 'settings' | 'fuel' | 'cpi' | 'wages'> {
  return {
    on,
    settings: store.settings.all(),
    fuel: store.prices.fuel().toSorted((a, b) => (a.week_on < b.week_on ? -1 : 1)),
    cpi: store.prices.cpi(),
    wages: store.prices.wages().toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1)),
  };
}
