/** What monitoring rests on, as the store has it. */
import { calendarsOf } from '../../../db/client-facts.ts';
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { firstDateOf, lastDateOf } from '../../../shared/calendar/years.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { PlannedRoute } from '../../../shared/model/plan.ts';
import { schoolOfStop } from '../../../shared/model/route-schools.ts';
import type { ServiceStep } from '../../../shared/model/service.ts';
import type { ContractSource, InvoiceSource, LineClient, MoneyFacts, PlanRouteSource } from '../../../shared/money/money-facts.ts'; // prettier-ignore
import type { PlanDays } from '../../../shared/money/plan-adds.ts';
import { claimKey } from '../../../shared/service/year/reconcile-invoices.ts';
import { claimFacts } from '../invoices/claim-facts.ts';
import { invoiceView } from '../invoices/invoice-view.ts';

/** The register writes its own steps under this name: of such a contract only the mark is known, not when it came. */
const REGISTER = 'Contract register';

/** Reads it in one go. `plan_days` is null where nothing is planned. */
export function readMoneyFacts(
  store: Store,
  on: IsoDate,
): { readonly facts: MoneyFacts; readonly plan_days: PlanDays | null } {
  // prettier-ignore
  const plan = store.plans.current();
  const called = store.providerNames.today();
  const clients = new Map(store.clients.all().map((each): [number, LineClient & { days: PlanRouteSource['riders'][number]['days']; school_urn: number | null; transport_start_on: IsoDate | null }] => [each.id, each])); // prettier-ignore
  const routes = (plan?.routes ?? []).map((route) => routeSource(route, clients));
  const facts: MoneyFacts = {
    on,
    codes: store.money.codes(),
    budgets: store.money.budgets(),
    virements: store.money.virements(),
    line_forecasts: store.money.lineForecasts(),
    ledger: store.money.ledger().map((line) => (line.provider === '' ? line : { ...line, provider: called(line.provider) })), // prettier-ignore
    contracts: contractSources(store, on),
    invoices: invoiceSources(store, on),
    routes,
    clients,
    calendars: calendarsOf(store),
    by_year_group: new Set(store.inYear.dayRules().filter(({ year_groups }) => year_groups.length > 0).map(({ urn }) => urn)), // prettier-ignore
    absences: store.inYear.absences(),
  };
  return {
    facts,
    plan_days: plan === null ? null : { from: firstDateOf(plan.year), to: lastDateOf(plan.year), on }, // prettier-ignore
  };
}

function contractSources(store: Store, on: IsoDate): readonly ContractSource[] {
  const running = claimFacts(store, on).contracts;
  const contracts = store.contracts.all();
  const sourceOf = contractSource(store, contracts);
  return contracts.map((contract): ContractSource => {
    const of = running.get(claimKey(contract.ref));
    return of === undefined ? sourceOf(contract) : { ...sourceOf(contract), riders: of.riders, rule: of.rule }; // prettier-ignore
  });
}

/** What happened to a contract and when it was known; without its children, which a price needs not. `contracts` are all there are. */
export function contractSource(
  store: Store,
  contracts: readonly Contract[],
): (contract: Contract) => ContractSource {
  const steps = Map.groupBy(store.service.steps(), ({ contract_id }) => contract_id);
  const backs = Map.groupBy(store.beddingIn.handBacks(), ({ contract_id }) => contract_id);
  const byRoute = Map.groupBy(contracts, ({ route_ref }) => route_ref);
  return (contract) => {
    const hand_backs = (backs.get(contract.id) ?? []).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id - b.id)); // prettier-ignore
    const has_earlier = contract.route_ref !== '' && (byRoute.get(contract.route_ref) ?? []).some((each) => each.id !== contract.id && each.starts_on < contract.starts_on); // prettier-ignore
    return {
      contract,
      riders: [],
      rule: { days_before: 1, by_s: 64_800, share_percent: 100 },
      hand_backs,
      events: store.lots.eventsOf(contract.id).toSorted((a, b) => a.id - b.id),
      confirmed_on: confirmedOn(steps.get(contract.id) ?? []),
      has_earlier,
    };
  };
}

/** The first day that a person signed a confirmation of; null where the register alone says so. */
function confirmedOn(steps: readonly ServiceStep[]): IsoDate | null {
  const confirmed = steps.filter(({ state }) => state === 'confirmed');
  if (confirmed.some(({ by }) => by === REGISTER)) return null;
  return confirmed.map(({ on }) => on).toSorted()[0] ?? null;
}

function invoiceSources(store: Store, on: IsoDate): readonly InvoiceSource[] {
  const rows = Map.groupBy(invoiceView(store, { month: '', provider: '' }, on).rows, ({ line }) => line.invoice_id); // prettier-ignore
  const called = store.providerNames.today();
  return store.inYear.invoices().map((invoice) => ({
    id: invoice.id,
    ref: invoice.ref,
    provider: called(invoice.provider),
    known_on: invoice.dated_on ?? invoice.imported_on,
    lines: (rows.get(invoice.id) ?? []).map(({ line, accepted_pence, queried_pence }) => ({
      contract_ref: line.contract_ref,
      from_on: line.from_on,
      accepted_pence,
      queried_pence,
    })),
  }));
}

function routeSource(
  route: PlannedRoute,
  clients: ReadonlyMap<number, { readonly year_group: number | null; readonly days: PlanRouteSource['riders'][number]['days']; readonly transport_start_on: IsoDate | null }>, // prettier-ignore
): PlanRouteSource {
  const assistants = route.cost.filter(({ kind }) => kind === 'assistant' || kind === 'contract_assistant'); // prettier-ignore
  return {
    ref: route.ref,
    contract_id: route.contract_id,
    day_pence: route.cost_day_pence,
    assistant_pence: assistants.reduce((sum, { pence }) => sum + pence, 0),
    days_a_year: route.days_a_year,
    school_urn: route.school_urn,
    riders: route.stops.flatMap((stop) => {
      const client = clients.get(stop.client_id);
      if (client === undefined) return [];
      const { year_group, days, transport_start_on } = client;
      return [{ client_id: stop.client_id, urn: schoolOfStop(route, stop), year_group, days, from_on: transport_start_on, left_on: null }]; // prettier-ignore
    }),
  };
}
