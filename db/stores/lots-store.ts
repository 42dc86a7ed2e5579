import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { formatMoment } from '../../shared/service/lots/moment.ts';
import type {
  Invitation,
  Lot,
  LotSpecification,
  Tender,
  TenderRules,
} from '../../shared/model/tender.ts';
import type { LotsStore, TendersPart } from '../lots-aggregate.ts';
import type { Session } from '../session.ts';
import { tenderLog, toSigned } from '../tender-rows.ts';
import { awardsPart } from './awards-store.ts';
import { bidsPart } from './bids-store.ts';

type Row = Readonly<Record<string, unknown>>;

function toTender(raw: unknown): Tender {
  const row = raw as Row;
  const { cancelled_on: _on, cancelled_by: _by, cancelled_reason: _reason, rules, ...rest } = row;
  return {
    ...(rest as unknown as Omit<Tender, 'rules' | 'cancelled'>),
    rules: JSON.parse(String(rules)) as TenderRules,
    cancelled: toSigned(row, 'cancelled'),
  };
}

function toLot(raw: unknown): Lot {
  const row = raw as Row;
  const { withdrawn_on: _on, withdrawn_by: _by, withdrawn_reason: _reason, specification, ...rest } = row; // prettier-ignore
  return {
    ...(rest as unknown as Omit<Lot, 'specification' | 'withdrawn'>),
    specification: JSON.parse(String(specification)) as LotSpecification,
    withdrawn: toSigned(row, 'withdrawn'),
  };
}

function toInvitation(raw: unknown): Invitation {
  const { handed_on, handed_by, handed_how, ...rest } = raw as Row;
  const handed = typeof handed_on === 'string' ? { on: handed_on as IsoDate, by: String(handed_by), how: String(handed_how) } : null; // prettier-ignore
  return { ...(rest as unknown as Omit<Invitation, 'handed'>), handed };
}

const TENDER = `id, ref, title, opens_at, closes_at, starts_on, ends_on, notice_days, rules, made_on, made_by, cancelled_on,
  cancelled_by, cancelled_reason`;
const LOT = `id, tender_id, ref, route_ref, plan_id, specification, model_day_pence, withdrawn_on, withdrawn_by,
  withdrawn_reason`;
const INVITATION = `id, tender_id, provider, invited_on, invited_by, written_at, written_by, handed_on, handed_by, handed_how`;

/** Everything of tenders and awards, one aggregate. */
export function lotsStore(session: Session): LotsStore {
  return { ...tendersPart(session), ...bidsPart(session), ...awardsPart(session) };
}

function tendersPart(session: Session): TendersPart {
  const { sql } = session;
  const log = tenderLog(session);
  const all = sql.prepare(`SELECT ${TENDER} FROM tender ORDER BY id DESC`);
  const one = sql.prepare(`SELECT ${TENDER} FROM tender WHERE id = ?`);
  const byRef = sql.prepare(`SELECT ${TENDER} FROM tender WHERE ref = ?`);
  const addTender = sql.prepare(
    `INSERT INTO tender (ref, title, opens_at, closes_at, starts_on, ends_on, notice_days, rules, made_on, made_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const cancel = sql.prepare(
    'UPDATE tender SET cancelled_on = ?, cancelled_by = ?, cancelled_reason = ? WHERE id = ?',
  );
  const everyLot = sql.prepare(`SELECT ${LOT} FROM lot ORDER BY tender_id, id`);
  const lotsOf = sql.prepare(`SELECT ${LOT} FROM lot WHERE tender_id = ? ORDER BY id`);
  const oneLot = sql.prepare(`SELECT ${LOT} FROM lot WHERE id = ?`);
  const addLot = sql.prepare(
    'INSERT INTO lot (tender_id, ref, route_ref, plan_id, specification, model_day_pence) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const endLot = sql.prepare(
    'UPDATE lot SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const invited = sql.prepare(
    `SELECT ${INVITATION} FROM tender_invitation WHERE tender_id = ? ORDER BY provider`,
  );
  const invite = sql.prepare(
    `INSERT INTO tender_invitation (tender_id, provider, invited_on, invited_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (tender_id, provider) DO NOTHING`,
  );
  const wrote = sql.prepare(
    'UPDATE tender_invitation SET written_at = ?, written_by = ? WHERE tender_id = ? AND provider = ?',
  );
  const handed = sql.prepare(
    'UPDATE tender_invitation SET handed_on = ?, handed_by = ?, handed_how = ? WHERE id = ?',
  );
  const tender = (id: number): Tender | null => {
    const row = one.get(id);
    return row === undefined ? null : toTender(row);
  };
  const refOf = (id: number): string => defined(tender(id), `tender ${id}`).ref;
  const addInvited: TendersPart['addInvited'] = ({ id, ref }, providers, { on, by }) => {
    session.mustWrite();
    const fresh = providers.filter((name) => invite.run(id, name, on, by).changes > 0);
    if (fresh.length > 0) log(ref, 'invited', fresh.join(', '));
  };
  return {
    tenders: () => all.all().map(toTender),
    tender,
    tenderByRef: (ref) => {
      const row = byRef.get(ref);
      return row === undefined ? null : toTender(row);
    },
    put: (given, lots, providers) => {
      session.mustWrite();
      const { ref, title, opens_at, closes_at, starts_on, ends_on, notice_days, rules, made_on, made_by } = given; // prettier-ignore
      const head = [ref, title, opens_at, closes_at, starts_on, ends_on, notice_days] as const;
      const { lastInsertRowid } = addTender.run(...head, JSON.stringify(rules), made_on, made_by);
      const made = defined(tender(Number(lastInsertRowid)), 'the tender');
      for (const lot of lots) {
        const { route_ref, plan_id, model_day_pence } = lot;
        addLot.run(made.id, lot.ref, route_ref, plan_id, JSON.stringify(lot.specification), model_day_pence); // prettier-ignore
      }
      log(ref, 'put_out', `${formatQuantity(lots.length, 'lot')} (${lots.map((lot) => lot.route_ref).join(', ')}), open until ${formatMoment(closes_at)}`); // prettier-ignore
      addInvited(made, providers, { on: made_on, by: made_by });
      return made;
    },
    cancelTender: ({ id, ref }, { on, by, reason }) => {
      session.mustWrite();
      cancel.run(on, by, reason, id);
      log(ref, 'cancelled', reason);
    },
    lots: () => everyLot.all().map(toLot),
    lotsOf: (id) => lotsOf.all(id).map(toLot),
    lot: (id) => {
      const row = oneLot.get(id);
      return row === undefined ? null : toLot(row);
    },
    withdrawLot: (lot, { on, by, reason }) => {
      session.mustWrite();
      endLot.run(on, by, reason, lot.id);
      log(refOf(lot.tender_id), 'lot_withdrawn', `${lot.ref}: ${reason}`);
    },
    invitationsOf: (id) => invited.all(id).map(toInvitation),
    addInvited,
    recordWritten: ({ id, ref }, providers, { at, by }) => {
      session.mustWrite();
      for (const provider of providers) wrote.run(at, by, id, provider);
      log(ref, 'files_written', providers.join(', '));
    },
    recordHanded: (invitation, { on, by, how }) => {
      session.mustWrite();
      handed.run(on, by, how, invitation.id);
      log(refOf(invitation.tender_id), 'handed_over', `to ${invitation.provider} on ${formatDate(on)} by ${by}, ${how}`); // prettier-ignore
    },
  };
}
