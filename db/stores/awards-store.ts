import { formatDate } from '../../shared/format/date.ts';
import { formatPence } from '../../shared/format/money.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { wholeDayPence, type Award, type ContractEvent, type Signed } from '../../shared/model/tender.ts'; // prettier-ignore
import type { AwardsPart } from '../lots-aggregate.ts';
import type { Session } from '../session.ts';
import { tenderLog, toSigned } from '../tender-rows.ts';

type Row = Readonly<Record<string, unknown>>;

function signedOf(row: Row): Signed {
  return defined(toSigned(row, 'signed'), 'a signature');
}

function toAward(raw: unknown): Award {
  const row = raw as Row;
  const { signed_on: _s, signed_by: _b, signed_reason: _r, withdrawn_on: _w, withdrawn_by: _wb, withdrawn_reason: _wr, ...rest } = row; // prettier-ignore
  return {
    ...(rest as unknown as Omit<Award, 'signed' | 'withdrawn'>),
    signed: signedOf(row),
    withdrawn: toSigned(row, 'withdrawn'),
  };
}

function toEvent(raw: unknown): ContractEvent {
  const row = raw as Row;
  const { signed_on: _s, signed_by: _b, signed_reason: _r, ...rest } = row;
  return { ...(rest as unknown as Omit<ContractEvent, 'signed'>), signed: signedOf(row) };
}

const AWARD = `id, lot_id, bid_id, route_ref, contract_id, provider, price_day_pence, assistant_day_pence, starts_on, ends_on,
  notice_days, standstill_until, signed_on, signed_by, signed_reason, withdrawn_on, withdrawn_by, withdrawn_reason`;
const EVENT = `id, contract_id, kind, effective_on, price_before_pence, price_after_pence, assistant_before_pence,
  assistant_after_pence, ends_before, ends_after, signed_on, signed_by, signed_reason`;

/** Awards, and what happened to contracts afterwards. */
export function awardsPart(session: Session): AwardsPart {
  const { sql } = session;
  const log = tenderLog(session);
  const all = sql.prepare(`SELECT ${AWARD} FROM award ORDER BY id`);
  const one = sql.prepare(`SELECT ${AWARD} FROM award WHERE id = ?`);
  const ofContract = sql.prepare(`SELECT ${AWARD} FROM award WHERE contract_id = ?`);
  const add = sql.prepare(
    `INSERT INTO award (lot_id, bid_id, route_ref, contract_id, provider, price_day_pence, assistant_day_pence, starts_on, ends_on,
       notice_days, standstill_until, signed_on, signed_by, signed_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const withdraw = sql.prepare(
    'UPDATE award SET withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ?',
  );
  const events = sql.prepare(`SELECT ${EVENT} FROM contract_event WHERE contract_id = ? ORDER BY id`); // prettier-ignore
  const addEvent = sql.prepare(
    `INSERT INTO contract_event (contract_id, kind, effective_on, price_before_pence, price_after_pence, assistant_before_pence,
       assistant_after_pence, ends_before, ends_after, signed_on, signed_by, signed_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();
  const tenderOf = sql
    .prepare('SELECT t.ref FROM lot l JOIN tender t ON t.id = l.tender_id WHERE l.id = ?')
    .pluck();
  const award = (id: number): Award | null => {
    const row = one.get(id);
    return row === undefined ? null : toAward(row);
  };
  /** A direct award has no tender: its line is the contract's. */
  const note = (lot_id: number | null, contract_id: number, field: string, after: string): void => {
    const ref = String(contractRef.get(contract_id));
    if (lot_id !== null) log(String(tenderOf.get(lot_id)), field, `contract ${ref}, ${after}`);
    else session.log({ entity: 'contract', ref, client_id: null, field, before: '', after });
  };
  return {
    awards: () => all.all().map(toAward),
    award,
    awardOfContract: (id) => {
      const row = ofContract.get(id);
      return row === undefined ? null : toAward(row);
    },
    recordAward: (given) => {
      session.mustWrite();
      const { lot_id, bid_id, route_ref, contract_id, provider, starts_on, ends_on, signed } = given; // prettier-ignore
      const prices = [given.price_day_pence, given.assistant_day_pence] as const;
      const { lastInsertRowid } = add.run(
        ...([lot_id, bid_id, route_ref, contract_id, provider, ...prices] as const),
        ...([starts_on, ends_on, given.notice_days, given.standstill_until] as const),
        ...([signed.on, signed.by, signed.reason] as const),
      );
      note(lot_id, contract_id, 'awarded', `route ${route_ref} to ${provider} at ${formatPence(wholeDayPence(given))} a day: ${signed.reason}`); // prettier-ignore
      return defined(award(Number(lastInsertRowid)), 'the award');
    },
    withdrawAward: (each, { on, by, reason }) => {
      session.mustWrite();
      withdraw.run(on, by, reason, each.id);
      note(each.lot_id, each.contract_id, 'award_withdrawn', reason);
    },
    eventsOf: (id) => events.all(id).map(toEvent),
    recordEvent: (given) => {
      session.mustWrite();
      const { contract_id, kind, effective_on, ends_before, ends_after, signed } = given;
      const prices = [given.price_before_pence, given.price_after_pence, given.assistant_before_pence, given.assistant_after_pence] as const; // prettier-ignore
      const { lastInsertRowid } = addEvent.run(
        ...([contract_id, kind, effective_on, ...prices, ends_before, ends_after] as const),
        ...([signed.on, signed.by, signed.reason] as const),
      );
      session.log({
        entity: 'contract',
        ref: String(contractRef.get(contract_id)),
        client_id: null,
        field: `contract_${kind}`,
        before: '',
        after: `from ${formatDate(effective_on)}: ${signed.reason}`,
      });
      return { ...given, id: Number(lastInsertRowid) };
    },
  };
}
