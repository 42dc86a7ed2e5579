/** Records a change that no plan shows, or that the plan has still to answer. */
import type { Change, Store } from '../../db/store.ts';
import type { Input } from '../../shared/api/contract.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { Carriage } from '../../shared/model/carriage.ts';
import type { ChangeEvent, NoticeChange } from '../../shared/model/change-notice.ts';
import { noticesBesides } from '../../shared/service/notices/besides.ts';
import { EVENT_KIND_WORDS } from '../../shared/service/notices/event-kinds.ts';
import { notComplete } from './client-case.ts';

type Given = Input<'notices/record'>;

/** Records it with the notices that need no plan, or says all that is wrong with it. */
export function recordEvent(
  store: Store,
  asked: Given,
  { change, on }: { readonly change: Change; readonly on: IsoDate },
): Result<ChangeEvent> {
  const given = ofContract(store, asked);
  const problems = problemsOf(store, given, on);
  if (problems.length > 0) return notComplete(problems);
  const by = given.by.trim();
  const { kind, effective_on } = given;
  return ok(
    store.write({ ...change, who: by }, () => {
      const event = store.notices.announce({
        kind,
        effective_on,
        what: given.what.trim(),
        override_reason: '',
        contract_id: given.contract_id,
        route_ref: given.route_ref,
        client_id: given.client_id,
        school_urn: given.school_urn,
        plan_id: null,
        round_id: null,
      });
      const notices = noticesBesides(kind, touchedBy(store, given, on), changesOf(given), {
        schoolName: (urn) =>
          urn === null ? 'no listed school' : (store.schools.get(urn)?.name ?? `URN ${urn}`),
        hasSocialWorker: (id) => store.clients.get(id)?.social_worker === true,
      });
      store.notices.tellBesides(event, notices);
      return event;
    }),
  );
}

/** A contract may be named by its route of the plan in use. */
function ofContract(store: Store, given: Given): Given {
  if (EVENT_KIND_WORDS[given.kind].about !== 'contract' || given.contract_id !== null) return given;
  const route = store.plans.current()?.routes.find(({ ref }) => ref === given.route_ref);
  return { ...given, contract_id: route?.contract_id ?? null, route_ref: null };
}

function changesOf({ kind, crew, effective_on, away_until }: Given): readonly NoticeChange[] {
  if (kind === 'crew') return crew.filter(({ now }) => now !== '');
  if (kind !== 'suspension') return [];
  const from = formatDate(effective_on);
  const now =
    away_until === null
      ? `from ${from} until we say so`
      : away_until === effective_on
        ? `on ${from}`
        : `${from} to ${formatDate(away_until)}`;
  return [{ field: 'away', old: '', now }];
}

/** Children whom an event is about, as they are carried now. */
function touchedBy(store: Store, given: Given, on: IsoDate): readonly Carriage[] {
  return store.sheets
    .carriageOn(on)
    .filter(
      (each) =>
        each.client_id === given.client_id ||
        (given.route_ref !== null && each.route_ref === given.route_ref),
    );
}

function problemsOf(store: Store, given: Given, on: IsoDate): readonly string[] {
  const { kind, effective_on, away_until, crew } = given;
  const { about, by_hand, label } = EVENT_KIND_WORDS[kind];
  const lacks: Readonly<Record<typeof about, boolean>> = {
    contract: given.contract_id === null || store.contracts.get(given.contract_id) === null,
    route: given.route_ref === null || !isRoute(store, given.route_ref),
    client: given.client_id === null || store.clients.get(given.client_id) === null,
    school: given.school_urn === null || store.schools.get(given.school_urn) === null,
    plan: false,
  };
  return [
    ...(by_hand ? [] : [`“${label}” is recorded with the change itself, not by hand.`]),
    ...(lacks[about] ? [WANTED[about]] : []),
    ...(given.by.trim() === '' ? ['Sign with your name.'] : []),
    ...(given.what.trim() === '' ? ['Write what happened, for the office.'] : []),
    ...(kind === 'crew' && crew.every(({ now }) => now === '')
      ? ['Say who or what is new: driver, assistant or vehicle.']
      : []),
    ...(kind === 'suspension' && away_until !== null && away_until < effective_on
      ? [`The last day away lies before the first, ${formatDate(effective_on)}.`]
      : []),
    ...(kind !== 'suspension' && kind !== 'provider_failure' && effective_on < on
      ? ['The day it takes effect has passed.']
      : []),
  ];
}

function isRoute(store: Store, ref: string): boolean {
  return store.plans.current()?.routes.some((route) => route.ref === ref) === true;
}

const WANTED = {
  contract: 'Choose a route that runs under a contract.',
  route: 'Choose a route of the plan in use.',
  client: 'Choose the child.',
  school: 'Choose the school.',
  plan: '',
} as const;
