/** What invoices are set against, as the store has it: contracts with their children, hand-backs, rules and prices; calendars; absences. */
import { calendarsOf } from '../../../db/client-facts.ts';
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { standDownRuleAt } from '../../../shared/costing/read-year-settings.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import {
  absenceIndex,
  type PriceChange,
  type Rider,
  type RunningContract,
} from '../../../shared/service/year/day-due.ts';
import { claimKey, type ClaimFacts } from '../../../shared/service/year/reconcile-invoices.ts';

/** Every contract of the register by its reference, with what decides what is due for it. */
export function claimFacts(store: Store, on: IsoDate): ClaimFacts {
  const clients = new Map(store.clients.all().map((each) => [each.id, each]));
  const riders = ridersByContract(store, clients);
  const rules = new Map(store.inYear.contractRules().map((each) => [each.contract_id, each]));
  const usual = standDownRuleAt(store.settings.all(), on);
  const lastDays = new Map<number, IsoDate>();
  // The latest hand-back of a contract comes first.
  for (const { contract_id, last_day } of store.beddingIn.handBacks())
    if (!lastDays.has(contract_id)) lastDays.set(contract_id, last_day);
  const contracts = store.contracts.all().map((contract): [string, RunningContract] => [
    claimKey(contract.ref),
    {
      contract,
      riders: riders.get(contract.id) ?? [],
      last_day: lastDays.get(contract.id) ?? null,
      rule: rules.get(contract.id) ?? usual,
      prices: priceChanges(store, contract),
    },
  ]);
  return {
    contracts: new Map(contracts),
    calendars: calendarsOf(store),
    absences: absenceIndex(store.inYear.absences()),
  };
}

/** The prices of a contract by day: what it was before its first variation, then each from its day on. */
function priceChanges(store: Store, { id, starts_on }: Contract): readonly PriceChange[] {
  const varied = store.lots
    .eventsOf(id)
    .filter(
      (each) =>
        each.price_before_pence !== each.price_after_pence ||
        each.assistant_before_pence !== each.assistant_after_pence,
    )
    .toSorted((a, b) => (a.effective_on < b.effective_on ? -1 : a.effective_on > b.effective_on ? 1 : a.id - b.id)); // prettier-ignore
  const [first] = varied;
  if (first === undefined) return [];
  return [
    {
      from_on: starts_on,
      price_day_pence: first.price_before_pence,
      assistant_day_pence: first.assistant_before_pence,
    },
    ...varied.map((each) => ({
      from_on: each.effective_on,
      price_day_pence: each.price_after_pence,
      assistant_day_pence: each.assistant_after_pence,
    })),
  ];
}

/** Children of each contract: of the register, also those taken off since, and those whom the plan in use has put on it. */
function ridersByContract(
  store: Store,
  clients: ReadonlyMap<number, Client>,
): ReadonlyMap<number, readonly Rider[]> {
  const by = new Map<number, Map<number, Rider>>();
  const add = (contract_id: number, client_id: number, left_on: IsoDate | null): void => {
    const client = clients.get(client_id);
    if (client === undefined) return;
    const of = by.get(contract_id) ?? new Map<number, Rider>();
    by.set(contract_id, of);
    of.set(client_id, {
      client_id,
      urn: client.school_urn,
      year_group: client.year_group,
      days: client.days,
      from_on: client.transport_start_on,
      left_on,
    });
  };
  for (const stop of store.contracts.stops()) add(stop.contract_id, stop.client_id, stop.left_on);
  for (const route of store.plans.current()?.routes ?? []) {
    const { contract_id } = route;
    if (contract_id === null) continue;
    for (const { client_id } of route.stops)
      if (by.get(contract_id)?.has(client_id) !== true) add(contract_id, client_id, null);
  }
  return new Map([...by].map(([id, riders]) => [id, [...riders.values()]]));
}
