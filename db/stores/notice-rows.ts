/** Rows of events and notices as records. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type {
  ChangeEvent,
  ChangeNotice,
  NoticeChange,
  NoticeTold,
} from '../../shared/model/change-notice.ts';

type NoticeRow = Omit<ChangeNotice, 'changes' | 'told' | 'acknowledged' | 'withdrawn'> & {
  readonly changes: string;
  readonly told_on: IsoDate | null;
  readonly how: NoticeTold['how'];
  readonly told_by: string;
  readonly text: string;
  readonly acknowledged_on: IsoDate | null;
  readonly acknowledged_by: string;
  readonly recorded_by: string;
  readonly withdrawn_on: IsoDate | null;
  readonly withdrawn_reason: string;
};

/** The columns of a notice with what was recorded of it. */
export const NOTICE_COLUMNS = `n.id, n.event_id, n.client_id, n.who, n.name, n.kind, n.changes, n.as_of, n.prepared_on, n.by_on,
  n.withdrawn_on, n.withdrawn_reason, t.told_on, t.how, t.by AS told_by, t.text, a.acknowledged_on, a.by AS acknowledged_by,
  a.recorded_by`;

/** Where they come from. */
export const NOTICE_TABLES = `change_notice n JOIN change_event e ON e.id = n.event_id
  LEFT JOIN notice_told t ON t.notice_id = n.id LEFT JOIN notice_acknowledged a ON a.notice_id = n.id
  LEFT JOIN change_taken_back b ON b.event_id = e.id`;

/**
 * Open notices that keep their child from having transport: to the family or the school, of a change of how the child is carried that
 * nobody overrode. Wants `change_overridden o` joined to the event. A child who stays away is not collected: no journey hangs on it.
 */
export const HOLDING = {
  columns: `n.client_id, n.who, e.effective_on AS since`,
  tables: `change_notice n JOIN change_event e ON e.id = n.event_id
  LEFT JOIN notice_told t ON t.notice_id = n.id LEFT JOIN change_taken_back b ON b.event_id = e.id
  LEFT JOIN change_overridden o ON o.event_id = e.id`,
  are: `n.withdrawn_on IS NULL AND t.notice_id IS NULL AND b.event_id IS NULL AND e.live = 1 AND e.override_reason = ''
  AND o.event_id IS NULL AND n.who IN ('family', 'school') AND e.kind <> 'suspension'`,
} as const;

/** Neither told nor withdrawn, of an event that is in use and was not taken back. */
export const IS_OPEN = `n.withdrawn_on IS NULL AND t.notice_id IS NULL AND b.event_id IS NULL AND e.live = 1`;

/** A notice of `NOTICE_COLUMNS`. */
export function toNotice(raw: unknown): ChangeNotice {
  const row = raw as NoticeRow;
  return {
    id: row.id,
    event_id: row.event_id,
    client_id: row.client_id,
    who: row.who,
    name: row.name,
    kind: row.kind,
    changes: JSON.parse(row.changes) as readonly NoticeChange[],
    as_of: row.as_of,
    prepared_on: row.prepared_on,
    by_on: row.by_on,
    told:
      row.told_on === null
        ? null
        : { on: row.told_on, how: row.how, by: row.told_by, text: row.text },
    acknowledged:
      row.acknowledged_on === null
        ? null
        : { on: row.acknowledged_on, by: row.acknowledged_by, recorded_by: row.recorded_by },
    withdrawn:
      row.withdrawn_on === null ? null : { on: row.withdrawn_on, reason: row.withdrawn_reason },
  };
}

type EventRow = Omit<ChangeEvent, 'taken_back' | 'live'> & {
  readonly live: number;
  readonly taken_back_on: IsoDate | null;
  readonly taken_back_by: string;
  readonly taken_back_reason: string;
};

/** The columns of an event with whether it was taken back. */
export const EVENT_SELECT = `SELECT e.id, e.kind, e.recorded_on, e.effective_on, e.contract_id, e.route_ref, e.client_id, e.school_urn,
  e.plan_id, e.round_id, e.what, e.by, e.live, b.taken_back_on, b.by AS taken_back_by, b.reason AS taken_back_reason,
  iif(e.override_reason = '', coalesce(o.reason, ''), e.override_reason) AS override_reason
  FROM change_event e LEFT JOIN change_taken_back b ON b.event_id = e.id
  LEFT JOIN change_overridden o ON o.event_id = e.id`;

/** An event of `EVENT_SELECT`. */
export function toEvent(raw: unknown): ChangeEvent {
  const { taken_back_on, taken_back_by, taken_back_reason, live, ...rest } = raw as EventRow;
  return {
    ...rest,
    live: live === 1,
    taken_back:
      taken_back_on === null
        ? null
        : { on: taken_back_on, by: taken_back_by, reason: taken_back_reason },
  };
}
