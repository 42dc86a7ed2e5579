/** Index clauses, what they give, and the contracts that follow them. */
import type { Store } from '../../../db/store.ts';
import type { ClausesPage, ContractIndexing } from '../../../shared/api/views/prices.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { addMonths, firstDayOf, monthOf } from '../../../shared/calendar/months.ts';
import { clauseSentence, clauseWarnings } from '../../../shared/costing/clauses/check-clause.ts';
import { clausePriceOn } from '../../../shared/costing/clauses/clause-price.ts';
import { clauseBaseOf } from '../../../shared/costing/clauses/contract-base.ts';
import { clausesOf, indexedPriceOn } from '../../../shared/costing/clauses/contract-clauses.ts';
import { exampleBase } from '../../../shared/costing/clauses/example-base.ts';
import { indexBook, type IndexBook } from '../../../shared/costing/clauses/index-book.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { IndexClause } from '../../../shared/model/index-clause.ts';
import type { IndexedPriceRow } from '../../../shared/model/price-series.ts';
import type { ContractEvent } from '../../../shared/model/tender.ts';
import { priceOn } from '../../../shared/service/lots/contract-events.ts';

/** All that is needed to price contracts by their clauses, read once. */
export interface Indexing {
  readonly clauses: readonly IndexClause[];
  readonly accepted: readonly IndexedPriceRow[];
  readonly book: IndexBook;
  readonly on: IsoDate;
  readonly next_on: IsoDate;
  readonly routes: ReadonlyMap<number, { readonly id: number; readonly ref: string }>;
  readonly eventsOf: (contract_id: number) => readonly ContractEvent[];
}

/** Reads it. */
export function indexingOf(store: Store, on: IsoDate): Indexing {
  const { prices, clauses } = store;
  const routes = store.plans.current()?.routes ?? [];
  return {
    clauses: clauses.list(),
    accepted: clauses.accepted(),
    book: indexBook({ fuel: prices.fuel(), cpi: prices.cpi(), wages: prices.wages() }),
    on,
    next_on: firstDayOf(addMonths(monthOf(on), 1)),
    routes: new Map(
      routes.flatMap((route) =>
        route.contract_id === null ? [] : [[route.contract_id, route] as const],
      ),
    ),
    eventsOf: (id) => store.lots.eventsOf(id),
  };
}

/** A contract's price by its clauses; null where none holds and none was ever accepted. */
export function contractIndexing(contract: Contract, indexing: Indexing): ContractIndexing | null {
  const { book } = indexing;
  const on = dayOf(contract, indexing.on);
  const next_on = firstDayOf(addMonths(monthOf(on), 1));
  const clauses = clausesOf(contract, indexing.clauses);
  const accepted = indexing.accepted.filter(({ contract_id }) => contract_id === contract.id);
  if (clauses.length === 0 && accepted.length === 0) return null;
  const events = indexing.eventsOf(contract.id);
  const base = clauseBaseOf(contract, accepted);
  const today = indexedPriceOn(clauses, base, { day: on, book });
  const next = indexedPriceOn(clauses, base, { day: next_on, book });
  const route = indexing.routes.get(contract.id);
  const signed = new Map(events.map((event) => [event.id, event.signed]));
  return {
    contract_id: contract.id,
    contract_ref: contract.ref,
    route_id: route?.id ?? null,
    route_ref: route?.ref ?? contract.route_ref,
    provider: contract.provider,
    register_pence: priceOn(contract, events, on).price_day_pence,
    today,
    next,
    today_on: on,
    next_on,
    clauses: clauses.map((clause) => ({
      ref: clause.ref,
      says: clauseSentence(clause),
      source: clause.source,
    })),
    accepted: accepted.toReversed().map((row) => ({
      effective_on: row.effective_on,
      base_pence: row.base_pence,
      price_pence: row.price_pence,
      clauses: row.clauses,
      signed_by: signed.get(row.event_id)?.by ?? '',
      signed_on: signed.get(row.event_id)?.on ?? row.effective_on,
    })),
    gaps: [...new Set([...today.gaps, ...next.gaps])],
  };
}

/** The day that a contract is priced for: today, or its first where it has still to begin. */
function dayOf({ starts_on }: Contract, on: IsoDate): IsoDate {
  return starts_on > on ? starts_on : on;
}

/** Contracts that a clause holds for, or all with a clause, by route. */
export function clauseContracts(
  store: Store,
  clause_id: number | null,
  on: IsoDate,
): readonly ContractIndexing[] {
  const indexing = indexingOf(store, on);
  return runningOn(store, on)
    .filter((contract) => {
      const held = clausesOf(contract, indexing.clauses);
      return clause_id === null ? held.length > 0 : held.some(({ id }) => id === clause_id);
    })
    .flatMap((contract) => contractIndexing(contract, indexing) ?? [])
    .toSorted((a, b) => (a.route_ref < b.route_ref ? -1 : 1));
}

/** Contracts that have not ended. */
function runningOn(store: Store, on: IsoDate): readonly Contract[] {
  return store.contracts.all().filter(({ ends_on }) => ends_on >= on);
}

/** Every clause with what it makes of £100.00 and of its contracts. */
export function clausesPage(store: Store, on: IsoDate): ClausesPage {
  const indexing = indexingOf(store, on);
  const { book, next_on } = indexing;
  const live = indexing.clauses.filter(({ withdrawn }) => !withdrawn);
  const contracts = runningOn(store, on);
  const held = new Map<number, Contract[]>();
  for (const contract of contracts)
    for (const { id } of clausesOf(contract, live))
      held.set(id, [...(held.get(id) ?? []), contract]);
  return {
    on,
    next_on,
    clauses: live.map((clause) => {
      const of = held.get(clause.id) ?? [];
      const named = contracts.filter(({ ref, provider }) =>
        clause.contract_ref === '' ? provider === clause.provider : ref === clause.contract_ref,
      );
      const bases = of.map((contract) => clauseBaseOf(contract, indexing.accepted));
      return {
        clause,
        says: clauseSentence(clause),
        today: clausePriceOn(clause, exampleBase(clause, of), { day: on, book }),
        next: clausePriceOn(clause, exampleBase(clause, of), { day: next_on, book }),
        contracts: of.length,
        overridden: named.length - of.length,
        register_pence: of.reduce((sum, contract) => sum + contract.price_day_pence, 0),
        today_pence: of.reduce(
          (sum, contract, at) =>
            sum +
            indexedPriceOn(clausesOf(contract, live), bases[at] ?? exampleBase(clause, of), {
              day: dayOf(contract, on),
              book,
            }).price_pence,
          0,
        ),
        warnings: [
          ...clauseWarnings(clause),
          ...(of.length === 0 ? ['No running contract follows it.'] : []),
        ],
      };
    }),
    providers: store.contracts.providers(),
    withdrawn: indexing.clauses.length - live.length,
  };
}
