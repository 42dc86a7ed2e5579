/** A provider's claim weighed by prices, and beside routes alike. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatPence } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { AlikeView } from '../../shared/api/views/value.ts';
import { suppliedAssistants, type Contract } from '../../shared/model/contract.ts';
import { weighClaim, type Claim } from '../../shared/pressure/claim.ts';
import { alikeOf, perMilePence, runningPrices } from '../../shared/service/lots/benchmarks.ts';
import { priceFacts } from './cost-facts.ts';

/** What both say. */
export interface WeighedClaim {
  readonly claim: Claim;
  readonly alike: AlikeView;
}

/** Weighs a rise (a fraction) asked for on a contract named by its number. */
export function claimOn(
  store: Store,
  on: IsoDate,
  asked: { readonly contract: string; readonly asked: number },
): Result<WeighedClaim> {
  // However its letters are written; the exact number goes first.
  const given = asked.contract.trim().toUpperCase();
  const all = store.contracts.all();
  const contract =
    all.find(({ ref }) => ref === asked.contract) ??
    all.find(({ ref }) => ref.toUpperCase() === given);
  if (contract === undefined) {
    return fail(
      'no_contract',
      `There is no contract ${asked.contract}.`,
      'Give the number as the register has it, such as C4101.',
    );
  }
  if (contract.price_day_pence <= 0) return noPrice(contract.ref);
  return ok({ claim: weighClaim(priceFacts(store, on), contract, asked.asked, { clauses: store.clauses.list() }), alike: alikeNow(store, contract) }); // prettier-ignore
}

/** A rise of nothing is a rise of nothing: there is no price that it could be set beside. */
export function noPrice(ref: string): Result<never> {
  return fail(
    'no_price',
    `${ref === '' ? 'The contract' : `Contract ${ref}`} has no price, so there is nothing for a rise to be set beside.`,
    'Correct its price a day in the register, then weigh the claim again.',
  );
}

/** How the contract's price stands among routes alike that run: the same class, an assistant or none, between half and twice as far. */
export function alikeNow(store: Store, contract: Contract): AlikeView {
  const plan = store.plans.current();
  const route = plan?.routes.find(({ contract_id }) => contract_id === contract.id);
  const none = { routes: [], per_mile_pence: null, median_per_mile_pence: null };
  if (plan === null || route === undefined)
    return { ...none, sentences: ['No plan carries on this contract, so it is not set beside routes alike.'] }; // prettier-ignore
  const running = runningPrices(plan.routes, (id) => store.contracts.get(id));
  const here = { vehicle_class: route.vehicle_class, assistants: suppliedAssistants(contract), distance_m: route.distance_m, home_m: route.home_m }; // prettier-ignore
  const alike = alikeOf(here, route.ref, running);
  const price = contract.price_day_pence + contract.assistant_day_pence;
  const per_mile_pence = perMilePence(price, route.distance_m + route.home_m);
  return {
    routes: alike.routes.map(({ route_ref, day_pence, children, both_ways_m }) => {
      const per_mile = perMilePence(day_pence, both_ways_m) ?? 0;
      return { route_ref, day_pence, children, both_ways_m, per_mile_pence: per_mile };
    }),
    per_mile_pence,
    median_per_mile_pence: alike.per_mile_pence,
    sentences:
      per_mile_pence === null || alike.per_mile_pence === null
        ? ['No route alike runs.']
        : [
            `It costs ${formatPence(per_mile_pence)} a mile today; the middle of ${formatQuantity(alike.count, 'route')} alike is ${formatPence(alike.per_mile_pence)}.`,
          ],
  };
}
