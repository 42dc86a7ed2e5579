import { calendarsOf } from '../../../db/client-facts.ts';
import type { Store } from '../../../db/store.ts';
import type { RateCardPage } from '../../../shared/api/views/prices.ts';
import { settingAt } from '../../../shared/costing/read-settings.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { CostFacts } from '../../../shared/pressure/facts.ts';
import { financialYears } from '../../../shared/pressure/financial-cost.ts';
import { machineMoment } from '../../machine-date.ts';
import type { Handlers, Host } from '../handler.ts';
import { costsOf } from '../kept-costs.ts';
import { acceptIndexed, saveClause, withdrawClause } from '../prices/change-clauses.ts';
import { chooseBase, correctPrice } from '../prices/change-prices.ts';
import {
  clauseContracts,
  clausesPage,
  contractIndexing,
  indexingOf,
} from '../prices/clause-pages.ts';
import { billRoutes, fuelRoutes, planFuelPage } from '../prices/fuel-pages.ts';
import { pricesPage } from '../prices/prices-page.ts';

function whenOf(host: Host) {
  const on = host.today();
  return { now: machineMoment(on), on, change: host.byHand() };
}

/** Something read of the plan's costs. */
function ofCosts<T>(host: Host, work: (facts: CostFacts, store: Store) => T): Result<T> {
  const store = host.store();
  if (!store.ok) return store;
  const costs = costsOf(store.value, host.today());
  return costs.ok ? ok(work(costs.value.facts, store.value)) : costs;
}

/** Changes something and answers with the page as it stands then. */
function changed<T>(
  host: Host,
  work: (store: Store, when: ReturnType<typeof whenOf>) => Result<unknown>,
  page: (store: Store) => T,
): Result<T> {
  const store = host.store();
  if (!store.ok) return store;
  const done = work(store.value, whenOf(host));
  if (!done.ok) return done;
  host.changed('data', 'plan');
  return ok(page(store.value));
}

export const pricesHandlers: Handlers<
  | 'prices/page'
  | 'prices/correct'
  | 'prices/uncorrect'
  | 'prices/choose-base'
  | 'prices/rate-card'
  | 'prices/fuel-use'
  | 'prices/fuel-routes'
  | 'clauses/list'
  | 'clauses/contracts'
  | 'clauses/save'
  | 'clauses/withdraw'
  | 'clauses/of-contract'
  | 'clauses/accept'
  | 'costs/bill-routes'
  | 'costs/financial-years'
> = {
  'prices/page': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(pricesPage(store.value, host.today())) : store;
  },
  'prices/correct': (given, host) =>
    changed(
      host,
      (store, when) => correctPrice(store, given, when),
      (store) => pricesPage(store, host.today()),
    ),
  'prices/uncorrect': ({ series, at, by }, host) =>
    changed(
      host,
      (store, { change }) =>
        store.write({ ...change, who: by.trim() || change.who }, () =>
          store.prices.uncorrect(series, at),
        )
          ? ok(null)
          : fail(
              'no_correction',
              'That value is as it was published.',
              'Look at the series again.',
            ),
      (store) => pricesPage(store, host.today()),
    ),
  'prices/choose-base': (given, host) =>
    changed(
      host,
      (store, when) => chooseBase(store, given, when),
      (store) => pricesPage(store, host.today()),
    ),
  'prices/rate-card': (_input, host): Result<RateCardPage> => {
    const store = host.store();
    if (!store.ok) return store;
    const settings = store.value.settings.all();
    const of = (key: 'rate_card' | 'dead_mileage_m') =>
      defined(settingAt(settings, key, host.today()), key);
    return ok({
      cards: settings
        .filter(({ key }) => key === 'rate_card')
        .toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1)),
      in_force: of('rate_card'),
      dead_mileage: of('dead_mileage_m'),
    });
  },
  'prices/fuel-use': (_input, host) => ofCosts(host, planFuelPage),
  'prices/fuel-routes': ({ vehicle_class }, host) =>
    ofCosts(host, (facts) => fuelRoutes(facts, vehicle_class)),
  'clauses/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(clausesPage(store.value, host.today())) : store;
  },
  'clauses/contracts': ({ clause_id }, host) => {
    const store = host.store();
    return store.ok ? ok(clauseContracts(store.value, clause_id, host.today())) : store;
  },
  'clauses/save': (given, host) =>
    changed(
      host,
      (store, when) => saveClause(store, given, when),
      (store) => clausesPage(store, host.today()),
    ),
  'clauses/withdraw': (given, host) =>
    changed(
      host,
      (store, when) => withdrawClause(store, given, when),
      (store) => clausesPage(store, host.today()),
    ),
  'clauses/of-contract': ({ contract_id }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const contract = store.value.contracts.get(contract_id);
    return ok(
      contract === null ? null : contractIndexing(contract, indexingOf(store.value, host.today())),
    );
  },
  'clauses/accept': (form, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const done = acceptIndexed(store.value, form, whenOf(host));
    if (done.ok) host.changed('plan', 'applications');
    return done;
  },
  'costs/bill-routes': ({ kind }, host) => ofCosts(host, (facts) => billRoutes(facts, kind)),
  'costs/financial-years': (_input, host) =>
    ofCosts(host, (facts, store) => financialYears(facts, calendarsOf(store))),
};
