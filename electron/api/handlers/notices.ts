/** Change notices, the events they tell of, and how they are told. */
import type { Store } from '../../../db/store.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ChangeNotice } from '../../../shared/model/change-notice.ts';
import { textAsTold } from '../../../shared/service/notices/notice-text.ts';
import { isHolding, isOpenNotice } from '../../../shared/service/notices/open-notices.ts';
import { noticeNames, openNoticesOf, readEvent, readNotices } from '../../jobs/notices/notices-list.ts'; // prettier-ignore
import { notComplete } from '../client-case.ts';
import { keptPlan } from '../edit-desk.ts';
import type { Handlers } from '../handler.ts';
import { tryGate } from '../notices-gate.ts';
import { recordEvent } from '../record-event.ts';
import { usePlan } from '../use-plan.ts';

/** The notices of these numbers that are as they must be, or why not; whoever pressed twice is told so. */
function noticesThat(
  store: Store,
  ids: readonly number[],
  { are, otherwise }: { readonly are: (notice: ChangeNotice) => boolean; readonly otherwise: string }, // prettier-ignore
): Result<readonly ChangeNotice[]> {
  const found = store.notices.noticesOf(ids).filter(are);
  return found.length === 0
    ? fail('no_notices', otherwise, 'Look at the list again: it may have changed.')
    : ok(found);
}

export const noticesHandlers: Handlers<
  | 'notices/list'
  | 'notices/counts'
  | 'notices/event'
  | 'notices/open-of'
  | 'notices/tell'
  | 'notices/untell'
  | 'notices/acknowledge'
  | 'notices/record'
  | 'notices/take-back'
  | 'notices/override'
  | 'notices/prepare'
  | 'notices/export'
> = {
  'notices/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(readNotices(store.value, host.today())) : store;
  },

  'notices/counts': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(store.value.notices.countOpen(host.today())) : store;
  },

  'notices/event': ({ event_id }, host) => {
    const store = host.store();
    return store.ok ? readEvent(store.value, event_id, host.today()) : store;
  },

  'notices/open-of': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const names = noticeNames(store.value, host.today());
    return ok(openNoticesOf(store.value, input).map(names.row));
  },

  'notices/tell': ({ ids, how, on, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const by = name.trim();
    const problems = [
      ...(by === '' ? ['Say who told them.'] : []),
      ...(on > host.today() ? [`${formatDate(on)} has not come yet.`] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const found = noticesThat(store, ids, { are: isOpenNotice, otherwise: 'None of these is still to be told.' }); // prettier-ignore
    if (!found.ok) return found;
    const names = noticeNames(store, host.today());
    const texts = new Map(found.value.map((each) => [each.id, textAsTold(names.text(each))]));
    store.write({ ...host.byHand(), who: by }, () => {
      store.notices.markTold(found.value, { on, how, by, texts });
    });
    host.changed('plan');
    return ok({ told: found.value.length });
  },

  'notices/untell': ({ ids }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const found = noticesThat(store, ids, { are: ({ told }) => told !== null, otherwise: 'None of these was marked as told.' }); // prettier-ignore
    if (!found.ok) return found;
    store.write(host.byHand(), () => {
      store.notices.removeTold(found.value);
    });
    host.changed('plan');
    return ok({ open: found.value.length });
  },

  'notices/acknowledge': ({ ids, on, by, recorded_by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const given = { on, by: by.trim(), recorded_by: recorded_by.trim() };
    const problems = [
      ...(given.by === '' ? ['Say who confirmed it.'] : []),
      ...(given.recorded_by === '' ? ['Sign with your name.'] : []),
      ...(on > host.today() ? [`${formatDate(on)} has not come yet.`] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const are = ({ told, acknowledged }: ChangeNotice): boolean =>
      told !== null && acknowledged === null;
    const found = noticesThat(store, ids, { are, otherwise: 'None of these was told and waits to be confirmed.' }); // prettier-ignore
    if (!found.ok) return found;
    store.write({ ...host.byHand(), who: given.recorded_by }, () => {
      store.notices.markAcknowledged(found.value, given);
    });
    host.changed('plan');
    return ok({ acknowledged: found.value.length });
  },

  'notices/record': (given, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const on = host.today();
    const made = recordEvent(open.value, given, { change: host.byHand(), on });
    if (!made.ok) return made;
    host.changed('plan');
    return readEvent(open.value, made.value.id, on);
  },

  'notices/take-back': ({ event_id, reason: words, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const [reason, by] = [words.trim(), name.trim()];
    const problems = [
      ...(reason === '' ? ['Write why it does not come.'] : []),
      ...(by === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const event = store.notices.event(event_id);
    if (event === null || event.taken_back !== null)
      return fail('no_such_record', 'There is no such change any more.', 'Look at the list again.');
    const follows = store.notices.noticesOfEvent(event_id).some((each) => isOpenNotice(each) && event.kind !== 'crew' && event.kind !== 'suspension'); // prettier-ignore
    if (follows)
      return fail(
        'follows_plan',
        'The plan in use was changed for it: its notices follow the plan.',
        'Undo the change of the plan; the notices that nobody was told of are withdrawn by that.',
      );
    store.write({ ...host.byHand(), who: by }, () => {
      store.notices.withdrawEvent(event, { on: host.today(), by, reason });
    });
    host.changed('plan');
    return readEvent(store, event_id, host.today());
  },

  'notices/override': ({ event_id, reason: words, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const [reason, by] = [words.trim(), name.trim()];
    const problems = [
      ...(reason === '' ? ['Write why it counts before everybody is told.'] : []),
      ...(by === '' ? ['Sign with your name.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const event = store.notices.event(event_id);
    if (event === null || event.taken_back !== null)
      return fail('no_such_record', 'There is no such change any more.', 'Look at the list again.');
    if (!store.notices.noticesOfEvent(event_id).some((each) => isHolding(each, event)))
      return fail('no_notices', 'No family or school of this change is still to be told, or it was overridden already.', 'Nothing needs to be done.'); // prettier-ignore
    store.write({ ...host.byHand(), who: by }, () => {
      store.notices.override(event, { on: host.today(), by, reason });
    });
    host.changed('plan');
    return readEvent(store, event_id, host.today());
  },

  'notices/prepare': ({ plan_id, effective_on }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const plan = keptPlan(store, plan_id);
    if (!plan.ok) return plan;
    if (plan.value.status !== 'superseded')
      return fail('in_use', 'This plan is in use already.', 'Choose a trial.', { plan_id });
    const on = host.today();
    const change = host.byHand();
    const found = tryGate(
      { kind: 'plan_in_use', change, given: undefined, subject: { plan_id } },
      (by) => {
        usePlan(store, plan.value, {
          name: `Tried ${on} ${plan_id}`,
          release: true,
          on,
          change: by,
        });
        return ok(null);
      },
    );
    if (!found.ok) return found;
    if (found.value.length === 0)
      return fail('no_notices', 'Putting this trial in use changes nothing that anybody must be told of.', 'Nothing needs to be done.'); // prettier-ignore
    const event = store.write(change, () =>
      store.notices.prepareFor(
        {
          kind: 'plan_in_use',
          effective_on,
          what: '',
          override_reason: '',
          contract_id: null,
          route_ref: null,
          client_id: null,
          school_urn: null,
          plan_id,
          round_id: null,
        },
        found.value,
      ),
    );
    host.changed('plan');
    return readEvent(store, event.id, on);
  },

  'notices/export': ({ ids }, host) =>
    host.startJob({
      kind: 'export',
      label: `Letters of ${formatQuantity(ids.length, 'change notice')}`,
      report: 'notices',
      ids,
    }),
};
