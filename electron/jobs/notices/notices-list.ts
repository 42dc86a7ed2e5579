/** Notices and events read from the store with the words that people know them by. */
import type { Store } from '../../../db/store.ts';
import type { EventChild, EventPage, EventRow, NoticeRow, NoticesPage } from '../../../shared/api/views/notices.ts'; // prettier-ignore
import { addDays, type IsoDate } from '../../../shared/calendar/dates.ts';
import { addWorkingDays } from '../../../shared/calendar/working-days.ts';
import { letterSenderAt } from '../../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ChangeEvent, ChangeNotice } from '../../../shared/model/change-notice.ts';
import type { Client } from '../../../shared/model/client.ts';
import { isNoticeField, NOTICE_FIELDS } from '../../../shared/service/notices/allowed-fields.ts';
import { EVENT_KIND_WORDS } from '../../../shared/service/notices/event-kinds.ts';
import { noticeText, type NoticeText } from '../../../shared/service/notices/notice-text.ts';
import { byDueDay, isOpenNotice, noticeState } from '../../../shared/service/notices/open-notices.ts'; // prettier-ignore
import { recipientWords } from '../../../shared/service/notices/recipient.ts';

/** How long a notice stays in the list once it was told, in days: a half term, so that what is not acknowledged is seen. */
const SHOWN_DAYS = 42;

/** Reads clients once each, and names what a list names. */
export interface NoticeNames {
  readonly client: (id: number) => Client | null;
  readonly event: (id: number) => ChangeEvent;
  readonly row: (notice: ChangeNotice) => NoticeRow;
  readonly text: (notice: ChangeNotice) => NoticeText;
}

/** Prepares the names as they stand on a day. */
export function noticeNames(store: Store, on: IsoDate): NoticeNames {
  const clients = new Map<number, Client | null>();
  const events = new Map(store.notices.events().map((each) => [each.id, each]));
  const { team, contact } = letterSenderAt(store.settings.all(), on);
  const office = contact.trim() === '' ? '' : `${team}, ${contact.trim()}`;
  const client = (id: number): Client | null => {
    const known = clients.get(id);
    if (known !== undefined) return known;
    const read = store.clients.get(id);
    clients.set(id, read);
    return read;
  };
  const event = (id: number): ChangeEvent => {
    const found = events.get(id);
    if (found === undefined) throw new Error(`Event ${id} is not in the store`);
    return found;
  };
  return {
    client,
    event,
    row: (notice) => {
      const of = client(notice.client_id);
      const { kind, effective_on } = event(notice.event_id);
      return {
        ...notice,
        ref: of?.ref ?? '',
        child: [of?.surname ?? '', of?.forename ?? ''].filter((part) => part !== '').join(', '),
        recipient: recipientWords(notice.who, notice.name),
        state: noticeState(notice, on),
        event: EVENT_KIND_WORDS[kind].label,
        effective_on,
      };
    },
    text: (notice) => {
      const { forename, surname, ref } = client(notice.client_id) ?? { forename: '', surname: '', ref: '' }; // prettier-ignore
      const { effective_on } = event(notice.event_id);
      return noticeText({ notice, effective_on, child: { forename, surname, ref }, office });
    },
  };
}

/** Every open notice, overdue ones first, and what was told lately. */
export function readNotices(store: Store, on: IsoDate): NoticesPage {
  const names = noticeNames(store, on);
  const rows = store.notices
    .noticesSince(addDays(on, -SHOWN_DAYS))
    .toSorted((a, b) => Number(isOpenNotice(b)) - Number(isOpenNotice(a)) || byDueDay(a, b))
    .map(names.row);
  const count = (is: (row: NoticeRow) => boolean): number => rows.filter(is).length;
  return {
    on,
    open: count(isOpenNotice),
    overdue: count(({ state }) => state === 'overdue'),
    due_today: count(({ state }) => state === 'due'),
    unacknowledged: count(({ state }) => state === 'told'),
    rows,
    events: store.notices.events().map((event) => eventRow(store, event, { names, on })),
  };
}

function eventRow(
  store: Store,
  event: ChangeEvent,
  { names, on }: { readonly names: NoticeNames; readonly on: IsoDate },
): EventRow {
  const own = store.notices.noticesOfEvent(event.id);
  const standing = event.taken_back === null ? own.filter(({ withdrawn }) => withdrawn === null) : own.filter(({ told }) => told !== null); // prettier-ignore
  const open = standing.filter(isOpenNotice);
  return {
    ...event,
    label: EVENT_KIND_WORDS[event.kind].label,
    about: aboutOf(store, event, names),
    children: new Set(standing.map(({ client_id }) => client_id)).size,
    notices: standing.length,
    open: open.length,
    overdue: open.filter((each) => noticeState(each, on) === 'overdue').length,
    told: standing.length - open.length,
  };
}

function aboutOf(store: Store, event: ChangeEvent, names: NoticeNames): string {
  if (event.client_id !== null) {
    const of = names.client(event.client_id);
    return of === null ? '' : `${of.forename} ${of.surname}`.trim() || of.ref;
  }
  if (event.contract_id !== null) {
    const contract = store.contracts.get(event.contract_id);
    return contract === null ? '' : `contract ${contract.ref} of ${contract.provider}`;
  }
  if (event.route_ref !== null) return `route ${event.route_ref}`;
  if (event.school_urn !== null)
    return store.schools.get(event.school_urn)?.name ?? `URN ${event.school_urn}`;
  if (event.plan_id !== null) {
    const trial = store.trials.summary(event.plan_id)?.trial ?? null;
    return trial === null ? '' : `trial “${trial.name}”`;
  }
  return '';
}

/** One event with every child and notice, old and new values side by side. */
export function readEvent(store: Store, event_id: number, on: IsoDate): Result<EventPage> {
  const event = store.notices.event(event_id);
  if (event === null)
    return fail('no_such_record', 'There is no such change.', 'Look at the list of notices again.', { event_id }); // prettier-ignore
  const names = noticeNames(store, on);
  const byChild = Map.groupBy(store.notices.noticesOfEvent(event_id), ({ client_id }) => client_id);
  const children = [...byChild].flatMap(([client_id, all]): readonly EventChild[] => {
    const standing = all.filter(({ withdrawn }) => withdrawn === null);
    // Of a child whose change was taken back only what was told is shown, or that it was taken back.
    const shown = standing.length > 0 ? standing : all;
    const fullest = shown.reduce((most, each) => each.changes.length > most.changes.length ? each : most); // prettier-ignore
    const row = names.row(fullest);
    return [
      {
        client_id,
        ref: row.ref,
        child: row.child,
        kind: fullest.kind,
        changes: fullest.changes.map(({ field, old, now }) => ({
          label: isNoticeField(field) ? NOTICE_FIELDS[field] : field,
          old,
          now,
        })),
        notices: shown.toSorted(byDueDay).map((each) => ({ ...names.row(each), text: names.text(each) })), // prettier-ignore
      },
    ];
  });
  return ok({
    event: eventRow(store, event, { names, on }),
    consequences: EVENT_KIND_WORDS[event.kind].consequences.map((each) => ({
      ...each,
      by_on: dayOf(each.days_before, event),
    })),
    children: children.toSorted((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)),
  });
}

/** No day before it was known. */
function dayOf(days_before: number | null, { effective_on, recorded_on }: ChangeEvent): IsoDate {
  if (days_before === null) return recorded_on;
  const due = days_before === 0 ? effective_on : addWorkingDays(effective_on, -days_before);
  return due < recorded_on ? recorded_on : due;
}

/** Open notices of a route or of a child: what is still to be told before the change is good. */
export function openNoticesOf(
  store: Store,
  of: { readonly route_ref: string } | { readonly client_id: number },
): readonly ChangeNotice[] {
  return 'route_ref' in of
    ? store.notices.standingOnRoute(of.route_ref)
    : store.notices.standingOfClient(of.client_id);
}
