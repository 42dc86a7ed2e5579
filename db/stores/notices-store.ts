import type { IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ChangeEvent, ChangeNotice } from '../../shared/model/change-notice.ts';
import { EVENT_KIND_WORDS } from '../../shared/service/notices/event-kinds.ts';
import { recipientWords } from '../../shared/service/notices/recipient.ts';
import type { NoticesStore } from '../notices-aggregate.ts';
import type { Session } from '../session.ts';
import { EVENT_SELECT, IS_OPEN, NOTICE_COLUMNS, NOTICE_TABLES, toEvent, toNotice } from './notice-rows.ts'; // prettier-ignore
import { noticeWriter } from './notice-writer.ts';
import { roundsPart } from './rounds-store.ts';

type Reads =
  | 'events'
  | 'event'
  | 'standing'
  | 'noticesSince'
  | 'countOpen'
  | 'noticesOfEvent'
  | 'noticesOfClient'
  | 'noticesOf'
  | 'standingOnRoute'
  | 'standingOfClient'
  | 'standingByRoute';

function readers({ sql }: Session): Pick<NoticesStore, Reads> {
  const from = `SELECT ${NOTICE_COLUMNS} FROM ${NOTICE_TABLES}`;
  const due = 'ORDER BY n.by_on, n.client_id, n.id';
  const events = sql.prepare(`${EVENT_SELECT} ORDER BY e.id DESC`);
  const event = sql.prepare(`${EVENT_SELECT} WHERE e.id = ?`);
  const open = sql.prepare(`${from} WHERE ${IS_OPEN} ${due}`);
  const since = sql.prepare(
    `${from} WHERE n.withdrawn_on IS NULL AND b.event_id IS NULL AND e.live = 1 AND (t.told_on IS NULL OR t.told_on >= ?) ${due}`,
  );
  const counting = sql.prepare(
    `SELECT count(*) AS open, coalesce(sum(n.by_on < ?), 0) AS overdue FROM ${NOTICE_TABLES} WHERE ${IS_OPEN}`,
  );
  const ofEvent = sql.prepare(`${from} WHERE n.event_id = ? ${due}`);
  const ofClient = sql.prepare(`${from} WHERE n.client_id = ? ORDER BY n.id DESC`);
  const byIds = sql.prepare(`${from} WHERE n.id IN (SELECT value FROM json_each(?)) ${due}`);
  const onRoute = sql.prepare(
    `${from} WHERE ${IS_OPEN} AND (n.old_route = ? OR n.new_route = ?) ${due}`,
  );
  const openOf = sql.prepare(`${from} WHERE ${IS_OPEN} AND n.client_id = ? ${due}`);
  const counts = sql.prepare(
    `SELECT ref, count(*) AS open FROM (
       SELECT n.old_route AS ref, n.id FROM ${NOTICE_TABLES} WHERE ${IS_OPEN}
       UNION SELECT n.new_route, n.id FROM ${NOTICE_TABLES} WHERE ${IS_OPEN})
     WHERE ref <> '' GROUP BY ref`,
  );
  return {
    events: () => events.all().map(toEvent),
    event: (id) => {
      const row = event.get(id);
      return row === undefined ? null : toEvent(row);
    },
    standing: () => open.all().map(toNotice),
    noticesSince: (day) => since.all(day).map(toNotice),
    countOpen: (on) => counting.get(on) as { readonly open: number; readonly overdue: number },
    noticesOfEvent: (id) => ofEvent.all(id).map(toNotice),
    noticesOfClient: (id) => ofClient.all(id).map(toNotice),
    noticesOf: (ids) => byIds.all(JSON.stringify(ids)).map(toNotice),
    standingOnRoute: (ref) => onRoute.all(ref, ref).map(toNotice),
    standingOfClient: (id) => openOf.all(id).map(toNotice),
    standingByRoute: () =>
      new Map(
        (counts.all() as { readonly ref: string; readonly open: number }[]).map(({ ref, open: count }) => [ref, count]), // prettier-ignore
      ),
  };
}

type Tellings = Pick<
  NoticesStore,
  'markTold' | 'markAcknowledged' | 'removeTold' | 'withdrawEvent' | 'override'
>;

/** What a person records of notices: each a row of its own, so that undoing takes back that row and nothing else. */
function tellings(session: Session): Tellings {
  const { sql, touched } = session;
  const override = sql.prepare('INSERT INTO change_overridden (event_id, overridden_on, by, reason) VALUES (?, ?, ?, ?)'); // prettier-ignore
  const toldOf = sql.prepare('SELECT client_id FROM change_notice WHERE event_id = ?').pluck();
  const notify = (event: ChangeEvent): void => {
    for (const id of toldOf.all(event.id) as number[]) touched.notified.add(id);
  };
  const tell = sql.prepare('INSERT INTO notice_told (notice_id, told_on, how, by, text) VALUES (?, ?, ?, ?, ?)'); // prettier-ignore
  const untell = sql.prepare('DELETE FROM notice_told WHERE notice_id = ?');
  const hear = sql.prepare('INSERT INTO notice_acknowledged (notice_id, acknowledged_on, by, recorded_by) VALUES (?, ?, ?, ?)'); // prettier-ignore
  const unhear = sql.prepare('DELETE FROM notice_acknowledged WHERE notice_id = ?');
  const takeBack = sql.prepare('INSERT INTO change_taken_back (event_id, taken_back_on, by, reason) VALUES (?, ?, ?, ?)'); // prettier-ignore
  const refOf = sql.prepare('SELECT ref FROM client WHERE id = ?').pluck();
  const log = (notice: ChangeNotice, before: string, after: string): void => {
    const { client_id, who, name } = notice;
    session.log({
      entity: 'notice',
      ref: String(refOf.get(client_id)),
      client_id,
      field: 'notice',
      before: before === '' ? '' : `${recipientWords(who, name)} ${before}`,
      after: after === '' ? '' : `${recipientWords(who, name)} ${after}`,
    });
  };
  return {
    markTold: (notices, { on, how, by, texts }) => {
      session.mustWrite();
      for (const notice of notices) {
        touched.notified.add(notice.client_id);
        tell.run(notice.id, on, how, by, defined(texts.get(notice.id), 'the text that was told'));
        log(notice, '', `told ${TOLD_WORDS[how]} on ${on} by ${by}`);
      }
    },
    markAcknowledged: (notices, { on, by, recorded_by }) => {
      session.mustWrite();
      for (const notice of notices) {
        hear.run(notice.id, on, by, recorded_by);
        log(notice, '', `acknowledged by ${by} on ${on}`);
      }
    },
    removeTold: (notices) => {
      session.mustWrite();
      for (const notice of notices) {
        touched.notified.add(notice.client_id);
        unhear.run(notice.id);
        untell.run(notice.id);
        log(notice, `told on ${notice.told?.on ?? ''}`, '');
      }
    },
    withdrawEvent: (event, { on, by, reason }) => {
      session.mustWrite();
      notify(event);
      takeBack.run(event.id, on, by, reason);
      session.log({
        entity: 'change_event',
        ref: EVENT_KIND_WORDS[event.kind].label,
        client_id: event.client_id,
        field: 'change_event',
        before: 'recorded',
        after: `taken back: ${reason}`,
      });
    },
    override: (event, { on, by, reason }) => {
      session.mustWrite();
      notify(event);
      override.run(event.id, on, by, reason);
      session.log({
        entity: 'change_event',
        ref: EVENT_KIND_WORDS[event.kind].label,
        client_id: event.client_id,
        field: 'change_event',
        before: '',
        after: `counts though not everybody is told: ${reason}`,
      });
    },
  };
}

const TOLD_WORDS = {
  telephone: 'by telephone',
  email: 'by email',
  letter: 'by letter',
  in_person: 'in person',
  portal: 'in the portal',
} as const;

/** Events, notices and rounds of one open file. */
export function noticesStore(session: Session, today: () => IsoDate): NoticesStore {
  const reads = readers(session);
  const writer = noticeWriter(session, today);
  const event = (id: number) => defined(reads.event(id), `event ${id}`);
  return {
    ...reads,
    ...tellings(session),
    ...roundsPart(session),
    announce: (given, recorded) => event(writer.announce(given, recorded)),
    tellBesides: (of, notices) => {
      for (const { route_ref, ...notice } of notices)
        writer.open(of, [{ ...notice, kind: 'changed' }], { follows_plan: false, route_ref });
    },
    prepareFor: (given, found) => event(writer.prepare(given, found)),
  };
}
