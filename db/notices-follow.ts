/** At the end of a write: brings the notices into step with how the plan in use carries children now. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import { COUNTY_URN, schoolCalendars } from '../shared/calendar/school-calendars.ts';
import type { AcademicYear } from '../shared/calendar/dates.ts';
import { formatQuantity } from '../shared/format/number.ts';
import type { Carriage } from '../shared/model/carriage.ts';
import type { ChangeEvent, ChangeNotice, EventGiven, EventKind } from '../shared/model/change-notice.ts'; // prettier-ignore
import { EVENT_KIND_WORDS } from '../shared/service/notices/event-kinds.ts';
import { recipientKey } from '../shared/service/notices/recipient.ts';
import { noticeKey, reconcileNotices } from '../shared/service/notices/reconcile.ts';
import { workOutNotices } from '../shared/service/notices/work-out.ts';
import type { Session } from './session.ts';
import { EVENT_SELECT, NOTICE_COLUMNS, NOTICE_TABLES, toEvent, toNotice } from './stores/notice-rows.ts'; // prettier-ignore
import { basisReader, dayReader, partsReader } from './stores/notice-days.ts';
import { providerNamesStore } from './stores/provider-names.ts';
import { noticeWriter } from './stores/notice-writer.ts';
import { dayRulesPart } from './stores/day-rules-store.ts';
import { termsStore } from './stores/terms-store.ts';

/** What the write says of itself. */
export interface FollowGiven {
  /** The last row of `carriage` before the write. */
  readonly before: number;
  /** What the write is, where it opens notices; an edit or an award only where the plan is live. */
  readonly event: EventGiven | null;
  readonly undoes: boolean;
}

const ONLY_WHERE_LIVE: ReadonlySet<EventKind> = new Set(['plan_edit', 'award']);

/** Follows the plan: answers the notices that this write opened and nobody was told of. */
export type NoticesFollow = (given: FollowGiven) => readonly ChangeNotice[];

const NO_SUBJECT = { contract_id: null, route_ref: null, client_id: null, school_urn: null, plan_id: null, round_id: null }; // prettier-ignore

/**
 * A child whose contract came to be confirmed is told of it all by the letter with the details: what was different before that, while
 * nothing was certain, is no change. Wants the last row of `carriage` before the write. Whoever was told, or is to be, keeps what they know.
 */
export const FORGET_UNCONFIRMED = `DELETE FROM notice_basis AS b
  WHERE EXISTS (SELECT 1 FROM carriage c WHERE c.client_id = b.client_id AND c.id > ? AND c.confirmed = 1)
    AND NOT EXISTS (SELECT 1 FROM change_notice n WHERE n.client_id = b.client_id AND n.follows_plan = 1 AND n.withdrawn_on IS NULL)
    AND coalesce((SELECT c.confirmed FROM carriage c WHERE c.client_id = b.client_id AND c.id <= b.as_of ORDER BY c.id DESC LIMIT 1), 0) = 0`;

/** Prepares the following. */
export function noticesFollow(session: Session, today: () => IsoDate): NoticesFollow {
  const { sql } = session;
  const writer = noticeWriter(session, today);
  const readDay = dayReader(session);
  const namesNow = providerNamesStore(session).today;
  const readParts = partsReader(session);
  const basisOn = basisReader(session);
  const terms = termsStore(session);
  const { dayRules } = dayRulesPart(session);
  const watermark = sql.prepare('SELECT coalesce(max(id), 0) FROM carriage').pluck();
  const changedSince = sql.prepare('SELECT DISTINCT client_id FROM carriage WHERE id > ?').pluck();
  const everybody = sql.prepare('SELECT DISTINCT client_id FROM carriage').pluck();
  const line = sql.prepare('SELECT as_of, year FROM notice_line');
  const setLine = sql.prepare(
    `INSERT INTO notice_line (only, as_of, year) VALUES (1, ?, ?)
     ON CONFLICT (only) DO UPDATE SET as_of = excluded.as_of, year = excluded.year`,
  );
  const year = sql.prepare(`SELECT year FROM plan WHERE status <> 'superseded'`).pluck();
  const basisRow = sql.prepare('SELECT as_of FROM notice_basis WHERE client_id = ?').pluck();
  const setBasis = sql.prepare(
    `INSERT INTO notice_basis (client_id, as_of) VALUES (?, ?)
     ON CONFLICT (client_id) DO UPDATE SET as_of = excluded.as_of`,
  );
  const dropBasis = sql.prepare('DELETE FROM notice_basis WHERE client_id = ?');
  const hasAny = sql.prepare('SELECT EXISTS (SELECT 1 FROM change_notice)').pluck();
  const hadNotice = sql
    .prepare('SELECT EXISTS (SELECT 1 FROM change_notice WHERE client_id = ? AND follows_plan = 1)')
    .pluck();
  const standing = sql.prepare(
    `SELECT ${NOTICE_COLUMNS} FROM ${NOTICE_TABLES} WHERE n.follows_plan = 1 AND e.live = 1 AND n.withdrawn_on IS NULL
       AND n.client_id IN (SELECT value FROM json_each(?)) ORDER BY n.id`,
  );
  const renew = sql.prepare('UPDATE change_notice SET as_of = ?, event_id = ? WHERE id = ?');
  const awaiting = sql.prepare(
    `${EVENT_SELECT} WHERE e.live = 1 AND b.event_id IS NULL AND e.effective_on >= ? ORDER BY e.id DESC`,
  );
  const prepared = sql.prepare(`${EVENT_SELECT} WHERE e.live = 0 AND e.plan_id = ? ORDER BY e.id DESC LIMIT 1`); // prettier-ignore
  const preparedNotices = sql.prepare(
    `SELECT ${NOTICE_COLUMNS} FROM ${NOTICE_TABLES} WHERE n.event_id = ? AND n.withdrawn_on IS NULL`,
  );
  const goLive = sql.prepare('UPDATE change_event SET live = 1, override_reason = ? WHERE id = ?');
  const byIds = sql.prepare(
    `SELECT ${NOTICE_COLUMNS} FROM ${NOTICE_TABLES} WHERE n.id IN (SELECT value FROM json_each(?))`,
  );
  const eventById = sql.prepare(`${EVENT_SELECT} WHERE e.id = ?`);
  const override = sql.prepare(
    `INSERT INTO change_overridden (event_id, overridden_on, by, reason)
     SELECT ?, ?, who, ? FROM change WHERE id = ?`,
  );

  const isLive = (on: IsoDate): boolean => {
    const planned = year.get() as AcademicYear | undefined;
    if (planned === undefined) return false;
    const known = line.get() as { readonly year: string } | undefined;
    if (known?.year === planned) return true;
    const calendars = schoolCalendars(terms.all(), dayRules());
    return on >= calendars.firstDay(COUNTY_URN, null, planned);
  };
  const routesOf = (day: readonly Carriage[], clients: ReadonlySet<number>): string[] =>
    day.flatMap(({ client_id, route_ref }) => clients.has(client_id) && route_ref !== '' ? [route_ref] : []); // prettier-ignore

  return ({ before, event: given, undoes }) => {
    const on = today();
    const isApproval = given?.kind === 'plan_approved';
    const after = Number(watermark.get());
    const lineAt = line.get() as { readonly as_of: number } | undefined;
    const isForced = given !== null && !ONLY_WHERE_LIVE.has(given.kind);
    const isFollowed = isForced || isLive(on);
    // Announced at once, so that it stands on record even where nobody need be told.
    const announced = isForced && given.kind !== 'plan_in_use' ? writer.announce(given) : null;
    const changed = new Set((isApproval ? everybody.all() : changedSince.all(before)) as number[]);
    if (isApproval) setLine.run(after, String(year.get()));
    if (changed.size === 0 || (!isFollowed && hasAny.get() === 0)) return [];

    const nameOf = namesNow();
    const renamed = <T extends { readonly provider: string }>(all: readonly T[]): readonly T[] =>
      all.map((each) => ({ ...each, provider: nameOf(each.provider) }));
    const dayOf = (...given: Parameters<typeof readDay>) => renamed(readDay(...given));
    const partsOf = (...given: Parameters<typeof readParts>) => renamed(readParts(...given));
    const none = new Set<string>();
    const routes = new Set([
      ...routesOf(dayOf(before, none, changed), changed),
      ...routesOf(dayOf(after, none, changed), changed),
    ]);
    const now = dayOf(after, routes, changed);
    const aboardBefore = dayOf(before, routes, changed);
    const everyone = new Set([...changed, ...now.map((each) => each.client_id), ...aboardBefore.map((each) => each.client_id)]); // prettier-ignore
    // Where the plan is not live yet, only what notices said already is kept true; redoing opens again what undoing withdrew.
    const concerned = isFollowed && !(isApproval && lineAt === undefined)
      ? everyone
      : new Set([...everyone].filter((id) => basisRow.get(id) !== undefined || (undoes && hadNotice.get(id) === 1))); // prettier-ignore
    if (concerned.size === 0) return [];
    const notices = standing.all(JSON.stringify([...concerned])).map(toNotice);
    const openOf = Map.groupBy(notices.filter(({ told }) => told === null), ({ client_id }) => client_id); // prettier-ignore
    const toldOf = Map.groupBy(notices.filter(({ told }) => told !== null), ({ client_id }) => client_id); // prettier-ignore
    const byDefault = isApproval && lineAt !== undefined ? lineAt.as_of : before;
    const known = new Map<number, number>();
    const toldSince = new Map<number, ReadonlyMap<string, number>>();
    for (const id of concerned) {
      const row = basisRow.get(id);
      const base = typeof row === 'number' ? row : byDefault;
      const told = (toldOf.get(id) ?? []).filter(({ as_of }) => as_of > base);
      const latest = Math.max(base, ...told.map(({ as_of }) => as_of));
      // Everybody who had to be told was: what they were told last is what is known.
      const isSettled = told.length > 0 && (openOf.get(id)?.length ?? 0) === 0;
      known.set(id, isSettled ? latest : base);
      toldSince.set(id, new Map(isSettled ? [] : told.map((each) => [recipientKey(each.who, nameOf(each.name)), each.as_of]))); // prettier-ignore
    }
    const worked = workOutNotices({
      concerned,
      now,
      dayAt: (as_of) => (as_of === before ? aboardBefore : dayOf(as_of, routes, everyone)),
      partsNow: partsOf(after, everyone),
      partsAt: (as_of) => partsOf(as_of, everyone),
      knownSince: (id) => known.get(id) ?? before,
      toldSince: (id) => toldSince.get(id) ?? new Map<string, number>(),
      basis: basisOn(on),
    });
    for (const id of concerned)
      if (worked.differing.has(id) || (toldSince.get(id)?.size ?? 0) > 0)
        setBasis.run(id, known.get(id) ?? before);
      else dropBasis.run(id);
    const { open, withdraw, keep } = reconcileNotices(worked.needed, [...openOf.values()].flat());

    const eventFor = (): ChangeEvent => {
      if (announced !== null) return toEvent(eventById.get(announced));
      const plain: EventGiven = given ?? {
        ...NO_SUBJECT,
        kind: undoes ? 'undone' : 'plan_edit',
        effective_on: null,
        what: '',
        override_reason: '',
      };
      const awaited = plain.kind === 'plan_edit' ? awaitedBy(changed, aboardBefore) : null;
      if (awaited === null) return toEvent(eventById.get(writer.announce(plain)));
      // The reason given at the gate of this change goes with the event that waited for it.
      if (plain.override_reason !== '' && awaited.override_reason === '')
        override.run(awaited.id, on, plain.override_reason, session.changeId());
      return awaited;
    };
    /** An event recorded by hand that waited for the plan to follow. */
    const awaitedBy = (ids: ReadonlySet<number>, was: readonly Carriage[]): ChangeEvent | null => {
      const moved = was.filter(({ client_id }) => ids.has(client_id));
      const found = awaiting.all(on).map(toEvent).find((each) =>
        EVENT_KIND_WORDS[each.kind].awaits_plan &&
        ((each.client_id !== null && ids.has(each.client_id)) ||
          (each.contract_id !== null && moved.some((of) => of.contract_id === each.contract_id)) ||
          (each.school_urn !== null && moved.some((of) => of.school_urn === each.school_urn)))); // prettier-ignore
      return found ?? null;
    };

    const ready = given?.kind === 'plan_in_use' && given.plan_id !== null ? prepared.get(given.plan_id) : undefined; // prettier-ignore
    for (const { notice, reason } of withdraw) writer.withdraw(notice, reason, on);
    for (const notice of keep) renew.run(after, notice.event_id, notice.id);
    if (ready === undefined) {
      if (open.length === 0 && given?.kind !== 'plan_in_use') return logged(withdraw.length, given?.kind); // prettier-ignore
      const event = eventFor();
      const ids = writer.open(event, open, { follows_plan: true, as_of: after, known_on: on });
      return byIds.all(JSON.stringify(ids)).map(toNotice);
    }
    // Prepared while it was a trial: those told already need no telling again.
    const event = toEvent(ready);
    goLive.run(given?.override_reason ?? '', event.id);
    const kept = new Map(preparedNotices.all(event.id).map(toNotice).map((each) => [noticeKey(each), each])); // prettier-ignore
    const fresh = open.filter((each) => !kept.has(noticeKey(each)));
    const wanted = new Set(open.map(noticeKey));
    const still: ChangeNotice[] = [];
    for (const [key, notice] of kept)
      if (wanted.has(key)) {
        renew.run(after, event.id, notice.id);
        session.touched.notified.add(notice.client_id);
        if (notice.told === null) still.push(notice);
      } else if (notice.told === null) writer.withdraw(notice, 'No longer as it was prepared', on);
    const ids = writer.open(event, fresh, { follows_plan: true, as_of: after, known_on: on });
    return [...still, ...byIds.all(JSON.stringify(ids)).map(toNotice)];
  };

  function logged(withdrawn: number, kind: EventKind | undefined): readonly ChangeNotice[] {
    if (withdrawn > 0)
      session.log({
        entity: 'change_event',
        ref: EVENT_KIND_WORDS[kind ?? 'undone'].label,
        client_id: null,
        field: 'change_event',
        before: '',
        after: `${formatQuantity(withdrawn, 'open notice')} withdrawn`,
      });
    return [];
  }
}
