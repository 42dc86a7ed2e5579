import type { IsoDate } from '../../shared/calendar/dates.ts';
import {
  ROUTE_FIELDS,
  type IssuedSheet,
  type RouteField,
  type SheetContent,
} from '../../shared/model/route-sheet.ts';
import type { Session } from '../session.ts';
import type { SheetsStore } from '../sheets-aggregate.ts';
import { carriageReaders } from './carriage-store.ts';
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
