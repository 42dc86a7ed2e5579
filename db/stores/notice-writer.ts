/** Writes events and their notices: what follows the plan and is therefore never undone by exact values, but worked out again. */
import type { AcademicYear, IsoDate } from '../../shared/calendar/dates.ts';
import { COUNTY_URN, schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { addWorkingDays } from '../../shared/calendar/working-days.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import type { ChangeEvent, ChangeNotice, EventGiven } from '../../shared/model/change-notice.ts';
import { EVENT_KIND_WORDS } from '../../shared/service/notices/event-kinds.ts';
import { byWhen, leadTimesAt } from '../../shared/service/notices/lead-times.ts';
import { noticeKey } from '../../shared/service/notices/reconcile.ts';
import type { NeededNotice } from '../../shared/service/notices/work-out.ts';
import type { Recorded } from '../evidence-store.ts';
import type { Session } from '../session.ts';
import { settingsStore } from './settings-store.ts';
import { dayRulesPart } from './day-rules-store.ts';
import { termsStore } from './terms-store.ts';
import { toNotice, NOTICE_COLUMNS, NOTICE_TABLES } from './notice-rows.ts';

/** Writes that follow the plan. */
export interface NoticeWriter {
  /** The id of the event. Recorded now by whoever writes, where nothing else is said. */
  readonly announce: (given: EventGiven, recorded?: Recorded) => number;
  readonly open: (
    event: Pick<ChangeEvent, 'id' | 'effective_on' | 'recorded_on'>,
    needed: readonly NeededNotice[],
    how: {
      readonly follows_plan: boolean;
      readonly as_of?: number;
      readonly known_on?: IsoDate;
      readonly route_ref?: string;
    },
  ) => readonly number[];
  readonly withdraw: (notice: ChangeNotice, reason: string, on: IsoDate) => void;
  readonly prepare: (
    given: EventGiven & { readonly plan_id: number },
    found: readonly ChangeNotice[],
  ) => number;
  /** The first school day that is left: the next working day, or the first day of term where that lies ahead. */
  readonly nextDay: (on: IsoDate) => IsoDate;
}

/** Prepares the statements. */
export function noticeWriter(session: Session, today: () => IsoDate): NoticeWriter {
  const { sql } = session;
  const settings = settingsStore(session);
  const terms = termsStore(session);
  const { dayRules } = dayRulesPart(session);
  const addEvent = sql.prepare(
    `INSERT INTO change_event (kind, recorded_on, effective_on, contract_id, route_ref, client_id, school_urn, plan_id, round_id,
       what, by, override_reason, live, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const add = sql.prepare(
    `INSERT INTO change_notice (event_id, client_id, who, name, kind, changes, old_route, new_route, as_of, prepared_on, by_on,
       follows_plan) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const end = sql.prepare(
    'UPDATE change_notice SET withdrawn_on = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const who = sql.prepare('SELECT who FROM change WHERE id = ?').pluck();
  const year = sql.prepare(`SELECT year FROM plan WHERE status <> 'superseded'`).pluck();
  const routeOf = sql.prepare('SELECT route_ref FROM carriage WHERE client_id = ? AND id <= ? ORDER BY id DESC LIMIT 1').pluck(); // prettier-ignore
  const watermark = sql.prepare('SELECT coalesce(max(id), 0) FROM carriage').pluck();
  const waiting = sql.prepare(
    `SELECT ${NOTICE_COLUMNS} FROM ${NOTICE_TABLES} WHERE e.live = 0 AND e.plan_id = ? AND n.withdrawn_on IS NULL`,
  );
  const waitingEvent = sql.prepare('SELECT id FROM change_event WHERE live = 0 AND plan_id = ? ORDER BY id DESC LIMIT 1').pluck(); // prettier-ignore
  const nextDay = (on: IsoDate): IsoDate => {
    const next = addWorkingDays(on, 1);
    const planned = year.get() as AcademicYear | undefined;
    if (planned === undefined) return next;
    const calendars = schoolCalendars(terms.all(), dayRules());
    const first = calendars.firstDay(COUNTY_URN, null, planned);
    return next < first ? first : next;
  };
  const insert = (given: EventGiven, live: boolean, recorded?: Recorded): number => {
    session.mustWrite();
    const { kind, contract_id, route_ref, client_id, school_urn, plan_id, round_id, what } = given;
    const change = session.changeId();
    const { on, by } = recorded ?? { on: today(), by: String(who.get(change)) };
    const effective = given.effective_on ?? nextDay(on);
    const subject = [contract_id, route_ref, client_id, school_urn, plan_id, round_id] as const;
    const { lastInsertRowid } = addEvent.run(kind, on, effective, ...subject, what, by, given.override_reason, live ? 1 : 0, change); // prettier-ignore
    const reason = given.override_reason === '' ? '' : `; not everybody told first: ${given.override_reason}`; // prettier-ignore
    session.log({
      entity: 'change_event',
      ref: EVENT_KIND_WORDS[kind].label,
      client_id,
      field: 'change_event',
      before: '',
      after: `${live ? 'takes effect' : 'prepared, to take effect'} ${formatDate(effective)}${what === '' ? '' : `, ${what}`}${reason}`,
    });
    return Number(lastInsertRowid);
  };
  const open: NoticeWriter['open'] = (
    event,
    needed,
    { follows_plan, as_of, known_on, route_ref },
  ) => {
    session.mustWrite();
    const leads = leadTimesAt(settings.all(), event.recorded_on);
    const mark = as_of ?? Number(watermark.get());
    return needed.map(({ client_id, who: recipient, name, kind, changes }) => {
      session.touched.notified.add(client_id);
      const route = changes.find(({ field }) => field === 'route');
      const now = route_ref ?? (routeOf.get(client_id, mark) as string | undefined) ?? '';
      const [old_route, new_route] = route === undefined ? [now, now] : [route.old, route.now];
      const prepared = known_on ?? event.recorded_on;
      const by_on = byWhen(leads[recipient], event.effective_on, prepared);
      const said = JSON.stringify(changes.map(({ field, old, now: is }) => ({ field, old, now: is }))); // prettier-ignore
      const values = [event.id, client_id, recipient, name, kind, said, old_route, new_route, mark, prepared, by_on] as const; // prettier-ignore
      return Number(add.run(...values, follows_plan ? 1 : 0).lastInsertRowid);
    });
  };
  const withdraw: NoticeWriter['withdraw'] = ({ id, client_id }, reason, on) => {
    session.touched.notified.add(client_id);
    end.run(on, reason, id);
  };
  return {
    announce: (given, recorded) => insert(given, true, recorded),
    open,
    withdraw,
    prepare: (given, found) => {
      const before = waitingEvent.get(given.plan_id);
      const kept = new Map(
        waiting.all(given.plan_id).map(toNotice).map((each) => [noticeKey(each), each]), // prettier-ignore
      );
      const fresh = found.filter((each) => !kept.delete(noticeKey(each)));
      const on = today();
      const id = typeof before === 'number' ? before : insert(given, false);
      open({ id, effective_on: given.effective_on ?? nextDay(on), recorded_on: on }, fresh, { follows_plan: true }); // prettier-ignore
      for (const old of kept.values())
        if (old.told === null) withdraw(old, 'The trial no longer changes this', on);
      session.log({
        entity: 'change_event',
        ref: EVENT_KIND_WORDS[given.kind].label,
        client_id: null,
        field: 'change_event',
        before: '',
        after: `${formatQuantity(found.length, 'notice')} prepared for a trial`,
      });
      return id;
    },
    nextDay,
  };
}
