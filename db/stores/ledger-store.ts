import { financialYearName } from '../../shared/calendar/financial-year.ts';
import { formatPence } from '../../shared/format/money.ts';
import type { LedgerLine } from '../../shared/model/budget.ts';
import type { MoneyStore } from '../money-aggregate.ts';
import type { Session } from '../session.ts';

type LedgerPart = Pick<
  MoneyStore,
  'ledger' | 'addLedgerLine' | 'changeLedgerLine' | 'removeLedgerLines'
>;

const COLUMNS = [
  'year',
  'period',
  'code',
  'posted_on',
  'document',
  'provider',
  'contract_ref',
  'invoice_ref',
  'narrative',
  'amount_pence',
  'held',
  'given',
  'nth',
  'file',
  'imported_on',
] as const;
/** What may be learnt anew. */
const DETAILS = ['provider', 'contract_ref', 'invoice_ref', 'narrative', 'posted_on'] as const;

/** Postings of the ledger. An amount is never written over: the council posts another line. */
export function ledgerPart(session: Session): LedgerPart {
  const { sql } = session;
  const list = COLUMNS.join(', ');
  const all = sql.prepare(`SELECT id, ${list} FROM ledger_line ORDER BY year, period, code, id`);
  const ofYear = sql.prepare(`SELECT id, ${list} FROM ledger_line WHERE year = ? ORDER BY period, code, id`); // prettier-ignore
  const one = sql.prepare(`SELECT id, ${list} FROM ledger_line WHERE id = ?`);
  const add = sql.prepare(
    `INSERT INTO ledger_line (${list}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  );
  const change = sql.prepare(`UPDATE ledger_line SET ${DETAILS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`); // prettier-ignore
  const remove = sql.prepare('DELETE FROM ledger_line WHERE id = ?');
  const refOf = ({ year, period, code }: Pick<LedgerLine, 'year' | 'period' | 'code'>): string =>
    `${financialYearName(year)} period ${period}, ${code}`;
  const log = (line: LedgerLine, before: string, after: string): void => {
    session.log({ entity: 'ledger', ref: refOf(line), client_id: null, field: 'ledger', before, after }); // prettier-ignore
  };
  const words = (line: LedgerLine): string =>
    [formatPence(line.amount_pence), line.provider, line.contract_ref, line.invoice_ref, line.narrative] // prettier-ignore
      .filter((each) => each !== '')
      .join(', ');
  return {
    ledger: (year) => (year === undefined ? all.all() : ofYear.all(year)) as LedgerLine[],
    addLedgerLine: (given) => {
      session.mustWrite();
      const { lastInsertRowid } = add.run(...COLUMNS.map((column) => given[column]));
      const made = { ...given, id: Number(lastInsertRowid) };
      log(made, '', words(made));
      return made;
    },
    changeLedgerLine: (id, given) => {
      session.mustWrite();
      const before = one.get(id) as LedgerLine | undefined;
      if (before === undefined || DETAILS.every((column) => before[column] === given[column]))
        return 'unchanged';
      change.run(...DETAILS.map((column) => given[column]), id);
      log(before, words(before), words({ ...before, ...given }));
      return 'changed';
    },
    removeLedgerLines: (ids, reason) => {
      session.mustWrite();
      let removed = 0;
      for (const id of ids) {
        const before = one.get(id) as LedgerLine | undefined;
        if (before === undefined) continue;
        remove.run(id);
        log(before, words(before), `taken out: ${reason}`);
        removed += 1;
      }
      return removed;
    },
  };
}
