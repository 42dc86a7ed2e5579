/** Who has transport, as the screens ask: a window of everyone, one child, one route. */
import type { Store } from '../../db/store.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { ChildTransport, ConfirmRow, RouteService, TransportAnswer, TransportPage } from '../../shared/api/views/service.ts'; // prettier-ignore
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { confirmProblems } from '../../shared/service/confirm.ts';
import { NOT_YET } from '../../shared/service/reasons.ts';
import { standingOn } from '../../shared/service/states.ts';
import { foldText } from '../../shared/search/fold.ts';
import { transportStatus, type TransportStatus } from '../jobs/transport-status.ts';
import { confirmRow } from './confirm-contracts.ts';
import { contractsToConfirm } from './to-confirm.ts';

/** The last status that was asked for of each open store: a list is asked for window by window. */
const kept = new WeakMap<Store, { readonly key: string; readonly status: TransportStatus }>();

function statusKept(store: Store, on: IsoDate | null, today: IsoDate): TransportStatus {
  const key = `${store.read.revision()} ${on ?? ''} ${today}`;
  const known = kept.get(store);
  if (known?.key === key) return known.status;
  const status = transportStatus(store, on, today);
  // Reading may have brought the states of a new day into step: what is kept is of the store as it is now.
  kept.set(store, { key: `${store.read.revision()} ${on ?? ''} ${today}`, status });
  return status;
}

/** A window of everyone who is to be carried; those without first, by what is to be mended first, then by name. */
export function transportPage(
  store: Store,
  input: Input<'service/who'>,
  today: IsoDate,
): TransportPage {
  const status = statusKept(store, input.on, today);
  const words = foldText(input.text).split(' ').filter((word) => word !== ''); // prettier-ignore
  const found = status.children.filter(
    (each) =>
      isShown(each, input.show) &&
      (input.school_urn === null || each.school_urn === input.school_urn) &&
      words.every((word) => textOf(each).includes(word)),
  );
  const rows = found.toSorted(byReason).slice(input.offset, input.offset + input.limit);
  const { on, clients, in_place, reasons } = status;
  return {
    on,
    clients,
    in_place,
    reasons,
    schools: schoolsOf(status.children),
    total: found.length,
    offset: input.offset,
    rows,
  };
}

function isShown(each: TransportAnswer, show: Input<'service/who'>['show']): boolean {
  if (show === 'all') return true;
  if (show === 'in_place') return each.in_place;
  if (show === 'without') return !each.in_place;
  return each.reasons[0]?.code === show;
}

const texts = new WeakMap<TransportAnswer, string>();

/** What a child is found by: reference, name, school, routes and providers. */
function textOf(each: TransportAnswer): string {
  let text = texts.get(each);
  if (text === undefined) {
    const rides = each.rides.flatMap(({ route_ref, provider }) => [route_ref, provider]);
    text = foldText([each.ref, each.name, each.school, ...rides].join(' '));
    texts.set(each, text);
  }
  return text;
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** In the order in which reasons are mended. */
function rankOf({ reasons: [first] }: TransportAnswer): number {
  return first === undefined ? 0 : NOT_YET.indexOf(first.code);
}

function byReason(a: TransportAnswer, b: TransportAnswer): number {
  return (
    Number(a.in_place) - Number(b.in_place) ||
    rankOf(a) - rankOf(b) ||
    collator.compare(a.name || '~', b.name || '~') ||
    collator.compare(a.ref, b.ref)
  );
}

function schoolsOf(children: readonly TransportAnswer[]): TransportPage['schools'] {
  const schools = new Map<number, { name: string; without: number }>();
  for (const { school_urn, school, in_place } of children) {
    if (school_urn === null) continue;
    const known = schools.get(school_urn) ?? { name: school, without: 0 };
    if (!in_place) known.without += 1;
    schools.set(school_urn, known);
  }
  return [...schools]
    .map(([urn, each]) => ({ urn, ...each }))
    .toSorted((a, b) => collator.compare(a.name, b.name));
}

/** One child's answer, with the steps of every route that carries them. */
export function childTransport(
  store: Store,
  { client_id, on }: Input<'service/child'>,
  today: IsoDate,
): ChildTransport {
  const [status] = store.read.transport.of([client_id], on, today);
  if (status === undefined) return { status: null, routes: [] };
  const refs = [...new Set(status.rides.map(({ route_ref }) => route_ref))];
  const contracts = new Map(status.rides.map((ride) => [ride.route_ref, ride.contract_id]));
  return {
    status,
    routes: refs.map((route_ref) => ({
      route_ref,
      steps: stepsOf(store, route_ref, contracts.get(route_ref) ?? null),
    })),
  };
}

/** A route's own steps and those of the contract it goes on, the latest first. */
function stepsOf(store: Store, route_ref: string, contract_id: number | null) {
  const own = store.service.stepsOf(route_ref);
  const let_ = contract_id === null ? [] : store.service.stepsOfContract(contract_id);
  return [...new Map([...own, ...let_].map((step) => [step.id, step])).values()].toSorted((a, b) =>
    a.on === b.on ? b.id - a.id : a.on < b.on ? 1 : -1,
  );
}

/** One route; of one that the plan in use has not, what its steps say. */
export function routeService(store: Store, route_ref: string, today: IsoDate): RouteService {
  const route = store.plans.current()?.routes.find(({ ref }) => ref === route_ref);
  const contract_id = route?.contract_id ?? null;
  const contract = contract_id === null ? null : store.contracts.get(contract_id);
  const steps = stepsOf(store, route_ref, contract_id);
  const { state, since } = standingOn(steps, contract, today);
  const ids = [...new Set(route?.stops.map(({ client_id }) => client_id))];
  const [confirming] = contract_id === null ? [] : contractsToConfirm(store, [contract_id], today);
  return {
    route_ref,
    contract_id,
    contract_ref: contract?.ref ?? '',
    provider: contract?.provider ?? '',
    state,
    since,
    steps,
    children: store.read.transport
      .of(ids, null, today)
      .map(({ client_id, ref, name, in_place, reasons }) => ({ client_id, ref, name, in_place, reasons })), // prettier-ignore
    confirm_problems: confirming === undefined ? null : confirmProblems(confirming, today),
    nobody_assigned: confirming?.nobody_assigned ?? true,
  };
}

/** Contracts that wait for their provider's word, those that can be confirmed first. */
export function confirmRows(
  store: Store,
  ids: readonly number[] | null,
  today: IsoDate,
): readonly ConfirmRow[] {
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  const school = (urn: number | null): string => (urn === null ? '' : (schools.get(urn) ?? ''));
  return contractsToConfirm(store, ids, today)
    .map((each) => confirmRow(each, school, today))
    .toSorted(
      (a, b) =>
        Number(a.problems.length > 0) - Number(b.problems.length > 0) ||
        collator.compare(a.provider, b.provider) ||
        collator.compare(a.contract_ref, b.contract_ref),
    );
}
