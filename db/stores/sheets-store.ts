import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Carriage } from '../../shared/model/carriage.ts';
import {
  ROUTE_FIELDS,
  type IssuedSheet,
  type RouteField,
  type SheetContent,
} from '../../shared/model/route-sheet.ts';
import { toRecord } from '../rows.ts';
import type { Session } from '../session.ts';
import type { SheetsStore } from '../sheets-aggregate.ts';
import { toWithdrawal } from './evidence-store.ts';

interface SheetRow {
  readonly id: number;
  readonly route_ref: string;
  readonly version: number;
  readonly contract_ref: string;
  readonly recipient: string;
  readonly plan_id: number;
  readonly issued_on: string;
  readonly issued_by: string;
  readonly content: string;
  readonly shown: string;
  readonly shown_reason: string;
  readonly how: IssuedSheet['how'];
  readonly clients: string;
  readonly withdrawn_on: string | null;
  readonly withdrawn_by: string;
  readonly withdrawn_reason: string;
}

function toSheet(raw: unknown): IssuedSheet {
  const row = raw as SheetRow;
  const { withdrawn_on, withdrawn_by, withdrawn_reason, ...sheet } = row;
  return {
    ...sheet,
    issued_on: row.issued_on as IsoDate,
    content: contentOf(row.content),
    shown: JSON.parse(row.shown) as readonly string[],
    clients: JSON.parse(row.clients) as readonly number[],
    withdrawn: toWithdrawal({ withdrawn_on, withdrawn_by, withdrawn_reason }),
  };
}

const BLANK = Object.fromEntries(Object.keys(ROUTE_FIELDS).map((key) => [key, ''])) as Record<
  RouteField,
  string
>;

/** A sheet of an earlier Kerbside says nothing in the fields that came later. */
function contentOf(text: string): SheetContent {
  const content = JSON.parse(text) as SheetContent;
  return { ...content, route: { ...BLANK, ...content.route } };
}

const SHEET = `id, route_ref, version, contract_ref, recipient, plan_id, issued_on, issued_by, content, shown, shown_reason, how, clients,
  withdrawn_on, withdrawn_by, withdrawn_reason`;
const CARRIAGE = `client_id, from_on, plan_id, route_ref, contract_id, provider, vehicle_class, assistant, school_urn, pick_up_s,
  arrive_s, depart_s, drop_off_s, confirmed`;

function carriageReaders({ sql }: Session): Pick<SheetsStore, 'carriageOn' | 'carriageSince'> {
  const on = sql.prepare(
    `SELECT ${CARRIAGE} FROM carriage
     WHERE id IN (SELECT max(id) FROM carriage WHERE from_on <= ? GROUP BY client_id) ORDER BY client_id`,
  );
  const since = sql.prepare('SELECT min(from_on) FROM carriage').pluck();
  return {
    carriageOn: (day) =>
      on
        .all(day)
        .map((row) => toRecord(row, [], ['assistant', 'confirmed']) as unknown as Carriage),
    carriageSince: () => since.get() as IsoDate | null,
  };
}

/** Sheets as they were issued, one row a version for ever, and how children were carried. */
export function sheetsStore(session: Session): SheetsStore {
  const { sql } = session;
  const all = sql.prepare(`SELECT ${SHEET} FROM route_sheet ORDER BY id DESC`);
  const inForce = sql.prepare(
    `SELECT ${SHEET} FROM route_sheet WHERE withdrawn_on IS NULL ORDER BY route_ref`,
  );
  const one = sql.prepare(`SELECT ${SHEET} FROM route_sheet WHERE id = ?`);
  const standing = sql.prepare(
    `SELECT ${SHEET} FROM route_sheet WHERE route_ref = ? AND withdrawn_on IS NULL`,
  );
  const ofRoute = sql.prepare(
    `SELECT ${SHEET} FROM route_sheet WHERE route_ref = ? ORDER BY version DESC`,
  );
  const next = sql
    .prepare('SELECT coalesce(max(version), 0) + 1 FROM route_sheet WHERE route_ref = ?')
    .pluck();
  const add = sql.prepare(
    `INSERT INTO route_sheet (route_ref, version, contract_ref, recipient, plan_id, issued_on, issued_by, content, shown,
       shown_reason, how, clients, change_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const end = sql.prepare(
    'UPDATE route_sheet SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const log = (ref: string, before: string, after: string): void => {
    const field = 'route_sheet';
    session.log({ entity: 'sheet', ref, client_id: null, field, before, after });
  };
  const withdraw: SheetsStore['withdraw'] = (sheet, withdrawal) => {
    session.mustWrite();
    end.run(withdrawal.on, withdrawal.by, withdrawal.reason, sheet.id);
    log(sheet.route_ref, `version ${sheet.version}`, `withdrawn: ${withdrawal.reason}`);
  };
  return {
    all: () => all.all().map(toSheet),
    inForce: () =>
      new Map(
        inForce
          .all()
          .map(toSheet)
          .map((each) => [each.route_ref, each]),
      ),
    get: (id) => {
      const row = one.get(id);
      return row === undefined ? null : toSheet(row);
    },
    ofRoute: (route_ref) => ofRoute.all(route_ref).map(toSheet),
    nextVersion: (route_ref) => Number(next.get(route_ref)),
    issue: (sheets, { on, by }) => {
      session.mustWrite();
      for (const sheet of sheets) {
        const { route_ref, version, contract_ref, recipient, plan_id, shown_reason } = sheet;
        const before = standing.get(route_ref);
        if (before !== undefined)
          withdraw(toSheet(before), { on, by, reason: `replaced by version ${version}` });
        const kept = [JSON.stringify(sheet.content), JSON.stringify(sheet.shown), shown_reason, sheet.how, JSON.stringify(sheet.clients)]; // prettier-ignore
        const change = session.changeId();
        add.run(route_ref, version, contract_ref, recipient, plan_id, on, by, ...kept, change);
        const shown = sheet.shown.length === 0 ? '' : `, shows the protected address of ${sheet.shown.join(', ')}: ${shown_reason}`; // prettier-ignore
        log(route_ref, '', `version ${version} for ${recipient}${shown}`);
      }
    },
    withdraw,
    ...carriageReaders(session),
  };
}

/**
 * Notes how a plan that was just saved or changed carries each child, where that is another way than before: also those whom it no longer
 * carries. The way from home alone: what runs on some days besides is in the plan. From the day given, or the day it was made. One statement over the
 * whole plan; told once each, since a hand's edit waits for it.
 */
export function carriageWriter({ sql }: Session): (plan_id: number, from_on?: IsoDate) => void {
  const note = sql.prepare(
    `WITH saved AS (SELECT id, coalesce(?, made_on) AS made_on FROM plan WHERE id = ?),
     now AS MATERIALIZED (
       SELECT s.client_id, p.made_on, p.id AS plan_id, r.ref, r.contract_id, r.provider, r.vehicle_class, r.assistant,
         r.school_urn, s.pick_up_s, r.arrive_s, r.depart_s, s.drop_off_s, coalesce(k.confirmed, 0) AS confirmed
       FROM saved p JOIN plan_route r ON r.plan_id = p.id JOIN plan_stop s ON s.route_id = r.id
       LEFT JOIN contract k ON k.id = r.contract_id
       WHERE s.place = 'home'
       UNION ALL
       SELECT u.client_id, p.made_on, p.id, '', NULL, '', '', 0, NULL, NULL, NULL, NULL, NULL, 0
       FROM saved p JOIN plan_unallocated u ON u.plan_id = p.id
       WHERE NOT EXISTS (SELECT 1 FROM plan_stop s CROSS JOIN plan_route r ON r.id = s.route_id
         WHERE r.plan_id = p.id AND s.client_id = u.client_id AND s.place = 'home')
     ),
     last AS MATERIALIZED (SELECT * FROM carriage WHERE id IN (SELECT max(id) FROM carriage GROUP BY client_id)),
     gone AS (
       SELECT l.client_id, p.made_on, p.id, '', NULL, '', '', 0, NULL, NULL, NULL, NULL, NULL, 0
       FROM last l, saved p WHERE l.route_ref <> '' AND l.client_id NOT IN (SELECT client_id FROM now)
     )
     INSERT INTO carriage (${CARRIAGE})
     SELECT told.* FROM (SELECT * FROM now UNION ALL SELECT * FROM gone) AS told
     LEFT JOIN last ON last.client_id = told.client_id
     WHERE last.id IS NULL OR (told.ref, told.provider, told.vehicle_class, told.assistant, told.confirmed) <>
         (last.route_ref, last.provider, last.vehicle_class, last.assistant, last.confirmed)
       OR told.contract_id IS NOT last.contract_id OR told.school_urn IS NOT last.school_urn
       OR told.pick_up_s IS NOT last.pick_up_s OR told.arrive_s IS NOT last.arrive_s OR told.depart_s IS NOT last.depart_s
       OR told.drop_off_s IS NOT last.drop_off_s
    ORDER BY told.client_id`,
  );
  return (plan, from_on) => {
    note.run(from_on ?? null, plan);
  };
}
