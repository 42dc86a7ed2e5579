/** What is recorded of rides over their limit. */
import { schoolOfStop } from '../../../shared/model/route-schools.ts';
import type { RideRecords } from '../../../shared/api/views/sheets.ts';
import { withdrawalProblems } from '../../../shared/casework/check-evidence.ts';
import { guideReasonProblems, waiverProblems } from '../../../shared/casework/ride-records.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { isOverLimit } from '../../../shared/model/plan-rides.ts';
import type { GuideReasonGiven } from '../../../shared/model/ride-record.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { Store } from '../../../db/store.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';
import { longerLeg, overLimitPage, rideRecords, ridesOf, type PlannedRide } from '../over-limit.ts';

function clientOf(
  host: Host,
  client_id: number,
): Result<{ readonly store: Store; readonly client: Client }> {
  const open = host.store();
  if (!open.ok) return open;
  const client = open.value.clients.get(client_id);
  return client === null
    ? fail('no_client', 'This child is not in the store.', 'Choose a child of the list.', {
        client_id,
      })
    : ok({ store: open.value, client });
}

function recordsOf(host: Host, client_id: number): Result<RideRecords> {
  const found = clientOf(host, client_id);
  return found.ok ? ok(rideRecords(found.value.store, found.value.client, host.today())) : found;
}

const notThere = () =>
  fail('no_such_record', 'There is no such record in force.', 'Look at the case again.');

/** Withdraws one of a child's records, found by its id and still in force. */
function withdraw<T extends { readonly id: number; readonly withdrawn: unknown }>(
  host: Host,
  input: { readonly id: number; readonly client_id: number; readonly reason: string; readonly by: string }, // prettier-ignore
  of: {
    readonly all: (store: Store) => readonly T[];
    readonly withdraw: (store: Store, record: T, given: { on: ReturnType<Host['today']>; by: string; reason: string }) => void; // prettier-ignore
  },
): Result<RideRecords> {
  const found = clientOf(host, input.client_id);
  if (!found.ok) return found;
  const { store } = found.value;
  const given = { reason: input.reason.trim(), by: input.by.trim() };
  const problems = withdrawalProblems(given);
  if (problems.length > 0) return notComplete(problems);
  const record = of.all(store).find(({ id }) => id === input.id);
  if (record === undefined || record.withdrawn !== null) return notThere();
  store.write({ who: given.by, why: given.by }, () => {
    of.withdraw(store, record, { on: host.today(), ...given });
  });
  host.changed('applications', 'plan');
  return recordsOf(host, input.client_id);
}

/** The longest ride to each school: a reason covers all that are shorter. */
function toExplain(rides: readonly PlannedRide[]): readonly Omit<GuideReasonGiven, 'reason'>[] {
  const bySchool = Map.groupBy(rides, ({ route, stop }) => schoolOfStop(route, stop));
  return [...bySchool].flatMap(([school_urn, all]) => {
    const [longest] = all.toSorted((a, b) => longerLeg(b.stop).planned_s - longerLeg(a.stop).planned_s); // prettier-ignore
    return longest === undefined
      ? []
      : [{ route_ref: longest.route.ref, school_urn, ...longerLeg(longest.stop) }];
  });
}

export const ridesHandlers: Handlers<
  | 'rides/records'
  | 'rides/record-waiver'
  | 'rides/withdraw-waiver'
  | 'rides/record-reasons'
  | 'rides/withdraw-reason'
  | 'rides/over-limit'
> = {
  'rides/records': ({ client_id }, host) => recordsOf(host, client_id),

  'rides/record-waiver': ({ client_id, given: asGiven, by: name }, host) => {
    const found = clientOf(host, client_id);
    if (!found.ok) return found;
    const { store, client } = found.value;
    const recorded = { on: host.today(), by: name.trim() };
    const given = {
      ...asGiven,
      granted_by: asGiven.granted_by.trim(),
      reason: asGiven.reason.trim(),
      evidence: asGiven.evidence.trim(),
    };
    const problems = waiverProblems(given, client, recorded);
    if (problems.length > 0) return notComplete(problems);
    store.write({ who: recorded.by, why: recorded.by }, () => {
      store.rideRecords.recordWaiver(client_id, given, recorded);
    });
    host.changed('applications', 'plan');
    return recordsOf(host, client_id);
  },

  'rides/withdraw-waiver': (input, host) =>
    withdraw(host, input, {
      all: (store) => store.rideRecords.waiversOf(input.client_id),
      withdraw: (store, waiver, given) => {
        store.rideRecords.withdrawWaiver(waiver, given);
      },
    }),

  'rides/record-reasons': ({ client_ids, reason: words, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const recorded = { on: host.today(), by: name.trim() };
    const reason = words.trim();
    const problems = guideReasonProblems({ reason }, recorded.by);
    if (problems.length > 0) return notComplete(problems);
    const children = [...new Set(client_ids)].map((id) => ({
      id,
      rides: ridesOf(store, id).filter(({ stop }) => stop.limit_kind === 'advisory' && isOverLimit(stop)), // prettier-ignore
    }));
    const not = children.filter(({ rides }) => rides.length === 0);
    if (not.length > 0)
      return fail(
        'not_over_guide',
        `${formatQuantity(not.length, 'child does', 'children do')} not ride over the guide in the plan in use.`,
        'Look at the list again: a plan was made meanwhile. A clinical limit needs a waiver.',
        { refs: not.flatMap(({ id }) => store.clients.get(id)?.ref ?? []) },
      );
    store.write({ who: recorded.by, why: recorded.by }, () => {
      for (const { id, rides } of children) {
        for (const given of toExplain(rides))
          store.rideRecords.recordReason(id, { ...given, reason }, recorded);
      }
    });
    host.changed('applications', 'plan');
    return ok({ recorded: children.length });
  },

  'rides/withdraw-reason': (input, host) =>
    withdraw(host, input, {
      all: (store) => store.rideRecords.reasonsOf(input.client_id),
      withdraw: (store, reason, given) => {
        store.rideRecords.withdrawReason(reason, given);
      },
    }),

  'rides/over-limit': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(overLimitPage(open.value, host.today())) : open;
  },
};
