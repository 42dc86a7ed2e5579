import { financialYearName } from '../../shared/calendar/financial-year.ts';
import { formatPence } from '../../shared/format/money.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { BUDGET_LINE_WORDS, CHOSEN_BASIS_WORDS } from '../../shared/model/budget-words.ts';
import type { ClosedLine, LineForecast, PeriodClosing, SignedOff } from '../../shared/model/period-closing.ts'; // prettier-ignore
import type { ClosingsStore } from '../closings-aggregate.ts';
import type { Session } from '../session.ts';

interface HeadRow extends Omit<PeriodClosing, 'reopened'> {
  readonly prices: string;
  readonly reopened_on: PeriodClosing['closed_on'] | null;
  readonly reopened_by: string | null;
  readonly reopened_reason: string | null;
}

const LINE = ['line', 'original_pence', 'current_pence', 'actual_pence', 'accrual_pence', 'commitment_pence', 'plan_pence', 'basis', 'contracts'] as const; // prettier-ignore

function toClosing(raw: unknown): PeriodClosing {
  const { prices: _prices, reopened_on, reopened_by, reopened_reason, ...head } = raw as HeadRow;
  const reopened = reopened_on === null ? null : { on: reopened_on, by: reopened_by ?? '', reason: reopened_reason ?? '' }; // prettier-ignore
  return { ...head, reopened };
}

function toLine(raw: unknown): ClosedLine {
  const row = raw as Omit<ClosedLine, 'contracts'> & { readonly contracts: string };
  return { ...row, contracts: JSON.parse(row.contracts) as ClosedLine['contracts'] };
}

/** Periods as they were signed off, and chosen forecasts. Rows are only added, and a closing is opened again. */
export function closingsPart(session: Session): ClosingsStore {
  const { sql } = session;
  const heads = `SELECT c.*, (SELECT coalesce(sum(actual_pence + accrual_pence + commitment_pence), 0) FROM period_closing_line WHERE closing_id = c.id) AS forecast_pence
    FROM period_closing c`;
  const all = sql.prepare(`${heads} ORDER BY c.year, c.period, c.id`);
  const one = sql.prepare(`${heads} WHERE c.id = ?`);
  const standing = sql.prepare(`${heads} WHERE c.year = ? AND c.period = ? AND c.reopened_on IS NULL`); // prettier-ignore
  const linesOf = sql.prepare(`SELECT ${LINE.join(', ')} FROM period_closing_line WHERE closing_id = ? ORDER BY line`); // prettier-ignore
  const add = sql.prepare('INSERT INTO period_closing (year, period, known_on, closed_on, closed_by, reason, last_ledger_id, prices) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'); // prettier-ignore
  const addLine = sql.prepare(`INSERT INTO period_closing_line (closing_id, ${LINE.join(', ')}) VALUES (?, ${LINE.map(() => '?').join(', ')})`); // prettier-ignore
  const reopen = sql.prepare('UPDATE period_closing SET reopened_on = ?, reopened_by = ?, reopened_reason = ? WHERE id = ?'); // prettier-ignore
  const lastLedger = sql.prepare('SELECT coalesce(max(id), 0) FROM ledger_line').pluck();
  const forecasts = sql.prepare('SELECT id, year, line, basis, pence, "on", by, reason FROM line_forecast ORDER BY year, line, "on", id'); // prettier-ignore
  const addForecast = sql.prepare('INSERT INTO line_forecast (year, line, basis, pence, "on", by, reason) VALUES (?, ?, ?, ?, ?, ?, ?)'); // prettier-ignore
  const log = (entity: string, ref: string, field: string, before: string, after: string): void => {
    session.log({ entity, ref, client_id: null, field, before, after });
  };
  const refOf = ({ year, period }: Pick<PeriodClosing, 'year' | 'period'>): string => `${financialYearName(year)} period ${period}`; // prettier-ignore
  const words = ({ basis, pence }: Pick<LineForecast, 'basis' | 'pence'>): string =>
    pence === null ? CHOSEN_BASIS_WORDS[basis] : `${CHOSEN_BASIS_WORDS[basis]}, ${formatPence(pence)}`; // prettier-ignore
  return {
    closings: () => all.all().map(toClosing),
    closingOf: (year, period) => {
      const raw = standing.get(year, period);
      if (raw === undefined) return null;
      const head = toClosing(raw);
      const terms = JSON.parse((raw as HeadRow).prices) as SignedOff['terms'];
      return { ...head, terms, lines: linesOf.all(head.id).map(toLine) };
    },
    closePeriod: ({ lines, terms, ...given }) => {
      session.mustWrite();
      const { year, period, known_on, closed_on, closed_by, reason } = given;
      const id = Number(add.run(year, period, known_on, closed_on, closed_by, reason, Number(lastLedger.get()), JSON.stringify(terms)).lastInsertRowid); // prettier-ignore
      for (const line of lines)
        addLine.run(id, ...LINE.map((column) => (column === 'contracts' ? JSON.stringify(line.contracts) : line[column]))); // prettier-ignore
      const made = toClosing(defined(one.get(id), `closing ${id}`));
      log('period', refOf(given), 'closing', '', `closed at a forecast of ${formatPence(made.forecast_pence)}: ${reason}`); // prettier-ignore
      return made;
    },
    reopenPeriod: (id, { on, by, reason }) => {
      session.mustWrite();
      const raw = one.get(id);
      if (raw === undefined || toClosing(raw).reopened !== null) return 'unchanged';
      reopen.run(on, by, reason, id);
      const { forecast_pence, ...head } = toClosing(raw);
      log('period', refOf(head), 'closing', `closed at a forecast of ${formatPence(forecast_pence)}`, `opened again: ${reason}`); // prettier-ignore
      return 'changed';
    },
    lineForecasts: () => forecasts.all() as LineForecast[],
    chooseForecast: (given) => {
      session.mustWrite();
      const { year, line, basis, pence, on, by, reason } = given;
      const of = (forecasts.all() as LineForecast[]).filter((each) => each.year === year && each.line === line); // prettier-ignore
      const before = of.at(-1) ?? { basis: 'budget' as const, pence: null };
      const { lastInsertRowid } = addForecast.run(year, line, basis, pence, on, by, reason);
      log('line_forecast', `${BUDGET_LINE_WORDS[line]} ${financialYearName(year)}`, 'forecast_basis', words(before), `${words(given)}: ${reason}`); // prettier-ignore
      return { ...given, id: Number(lastInsertRowid) };
    },
  };
}
