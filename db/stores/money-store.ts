import { formatPence } from '../../shared/format/money.ts';
import { financialYearName } from '../../shared/calendar/financial-year.ts';
import type { BudgetEntry, CostCode, Virement } from '../../shared/model/budget.ts';
import { BUDGET_LINE_WORDS } from '../../shared/model/budget-words.ts';
import type { MoneyStore } from '../money-aggregate.ts';
import type { Session } from '../session.ts';
import { closingsPart } from './closings-store.ts';
import { ledgerPart } from './ledger-store.ts';
import { savingsPart } from './savings-store.ts';

type BudgetPart = Pick<
  MoneyStore,
  'codes' | 'knowCode' | 'setCodeLine' | 'budgets' | 'setBudget' | 'virements' | 'addVirement'
>;

function budgetPart(session: Session): BudgetPart {
  const { sql } = session;
  const codes = sql.prepare('SELECT code, line, label FROM cost_code ORDER BY code');
  const code = sql.prepare('SELECT code, line, label FROM cost_code WHERE code = ?');
  const addCode = sql.prepare('INSERT INTO cost_code (code, line, label) VALUES (?, NULL, ?)');
  const putLine = sql.prepare('UPDATE cost_code SET line = ? WHERE code = ?');
  const budgets = sql.prepare('SELECT year, code, amount_pence FROM budget_entry ORDER BY year, code'); // prettier-ignore
  const budget = sql.prepare('SELECT amount_pence FROM budget_entry WHERE year = ? AND code = ?').pluck(); // prettier-ignore
  const putBudget = sql.prepare(
    `INSERT INTO budget_entry (year, code, amount_pence) VALUES (?, ?, ?)
     ON CONFLICT (year, code) DO UPDATE SET amount_pence = excluded.amount_pence`,
  );
  const virements = sql.prepare('SELECT id, year, code, pence, "on", reason, by FROM virement ORDER BY year, "on", id'); // prettier-ignore
  const addVirement = sql.prepare('INSERT INTO virement (year, code, pence, "on", reason, by) VALUES (?, ?, ?, ?, ?, ?)'); // prettier-ignore
  const log = (ref: string, field: string, before: string, after: string): void => {
    session.log({ entity: 'budget', ref, client_id: null, field, before, after });
  };
  const words = (line: CostCode['line']): string => (line === null ? '' : BUDGET_LINE_WORDS[line]);
  return {
    codes: () => codes.all() as CostCode[],
    knowCode: (given, label) => {
      session.mustWrite();
      if (code.get(given) !== undefined) return 'unchanged';
      addCode.run(given, label);
      log(given, '', '', 'added');
      return 'added';
    },
    setCodeLine: (given, line) => {
      session.mustWrite();
      const before = code.get(given) as CostCode | undefined;
      if (before === undefined || before.line === line) return 'unchanged';
      putLine.run(line, given);
      log(given, 'budget_line', words(before.line), words(line));
      return 'changed';
    },
    budgets: () => budgets.all() as BudgetEntry[],
    setBudget: ({ year, code: of, amount_pence }) => {
      session.mustWrite();
      const before = budget.get(year, of) as number | undefined;
      if (before === amount_pence) return 'unchanged';
      putBudget.run(year, of, amount_pence);
      const ref = `${of} ${financialYearName(year)}`;
      log(ref, 'budget', before === undefined ? '' : formatPence(before), formatPence(amount_pence)); // prettier-ignore
      return before === undefined ? 'added' : 'changed';
    },
    virements: () => virements.all() as Virement[],
    addVirement: (given) => {
      session.mustWrite();
      const { year, code: of, pence, on, reason, by } = given;
      const { lastInsertRowid } = addVirement.run(year, of, pence, on, reason, by);
      log(`${of} ${financialYearName(year)}`, 'virement', '', `${formatPence(pence)} from ${on}: ${reason}`); // prettier-ignore
      return { ...given, id: Number(lastInsertRowid) };
    },
  };
}

/** The money as the council keeps it, put together of its parts. */
export function moneyStore(session: Session): MoneyStore {
  return {
    ...budgetPart(session),
    ...ledgerPart(session),
    ...savingsPart(session),
    ...closingsPart(session),
  };
}
