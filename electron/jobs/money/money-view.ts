/** Monitoring of a period as the store stands, and what is behind each of its numbers. */
import type { Store } from '../../../db/store.ts';
import type { CodeRow, LedgerRow, MoneyView } from '../../../shared/api/views/money.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { periodOf, previousPeriod, type Period } from '../../../shared/calendar/financial-year.ts';
import { monitorOf, type Monitor } from '../../../shared/money/monitor.ts';
import type { PeriodClosing, SignedOff } from '../../../shared/model/period-closing.ts';
import { SHOWN_LINES } from '../../../shared/money/budget-lines.ts';
import type { ShownLine } from '../../../shared/money/money-facts.ts';
import { restatedOf, signedForecast } from '../../../shared/money/restated.ts';
import { reckoningOf, type Reckoning } from '../../../shared/money/position.ts';
import { keepUntilWritten } from '../keep-until-written.ts';
import { readMoneyFacts } from './money-facts.ts';

interface Kept {
  readonly facts: ReturnType<typeof readMoneyFacts>;
  /** By financial year, and by year and period. */
  readonly reckonings: Map<number, Reckoning>;
  readonly monitors: Map<string, Monitor>;
}

/** What was reckoned last of each open store and day. */
const kept = keepUntilWritten<Kept>();

function keptOf(store: Store, on: IsoDate): Kept {
  return kept(store, on, () => ({
    facts: readMoneyFacts(store, on),
    reckonings: new Map<number, Reckoning>(),
    monitors: new Map<string, Monitor>(),
  }));
}

/** The last period that has ended on a day. */
export function lastPeriod(on: IsoDate): Period {
  const now = periodOf(on);
  return previousPeriod(now) ?? { year: now.year - 1, period: 12 };
}

/** Monitoring of a period; the same answer until something changes. */
export function monitorAt(store: Store, period: Period, on: IsoDate): Monitor {
  const { facts, monitors, reckonings } = keptOf(store, on);
  const key = `${period.year} ${period.period}`;
  let monitor = monitors.get(key);
  if (monitor === undefined) {
    let reckoning = reckonings.get(period.year);
    if (reckoning === undefined)
      reckonings.set(period.year, (reckoning = reckoningOf(facts.facts, period.year)));
    monitor = monitorOf(reckoning, { period, plan_days: facts.plan_days, signedOff: (of) => store.money.closingOf(of.year, of.period), savings: store.money.savings(), benchmarks: store.money.benchmarks() }); // prettier-ignore
    monitors.set(key, monitor);
  }
  return monitor;
}

/** The last period's view as text, which is what the screen opens with: kept in the store until anything changes. */
export function lastPeriodText(store: Store, on: IsoDate): string {
  return store.read.derived('money_last', on, () => JSON.stringify(moneyView(store, null, on)));
}

/** The screen's view of a period. */
export function moneyView(store: Store, asked: Period | null, on: IsoDate): MoneyView {
  const period = asked ?? lastPeriod(on);
  const { facts } = keptOf(store, on).facts;
  const monitor = monitorAt(store, period, on);
  const years = new Set([period.year, ...facts.budgets.map(({ year }) => year), ...facts.ledger.map(({ year }) => year)]); // prettier-ignore
  const booked = facts.ledger.filter(({ year }) => year === period.year).map((line) => line.period);
  const unmatched = monitor.position.matched.filter(({ kind, why }) => kind === 'provider' || kind === 'none' || why !== ''); // prettier-ignore
  return {
    ...period,
    known_on: monitor.at.known_on,
    last_booked: Math.max(0, ...booked),
    years: [...years].toSorted((a, b) => b - a),
    empty: facts.budgets.length === 0 && facts.ledger.length === 0,
    lines: monitor.lines,
    total: monitor.total,
    total_movement_pence: monitor.total_movement_pence,
    reconciled: monitor.reconciled,
    unmatched: unmatched.map(({ invoice_id: _id, ...row }): LedgerRow => row).toSorted((a, b) => Math.abs(b.line.amount_pence) - Math.abs(a.line.amount_pence) || a.line.id - b.line.id), // prettier-ignore
    invoices: monitor.invoices,
    savings: monitor.savings,
    heads: monitor.heads,
    benchmarks: monitor.benchmarks,
    codes: codeRows(store, monitor, period.year),
    virements: facts.virements.filter(({ year }) => year === period.year),
    closings: store.money.closings().filter(({ year }) => year === period.year),
    signed_off: signedView(monitor),
    compared_with: comparedWith(monitor),
    notes: monitor.notes,
  };
}

/** The period as it was signed off beside what is known of it now. */
function signedView({ signed, lines, position }: Monitor): MoneyView['signed_off'] {
  if (signed === null) return null;
  const shown = new Set<ShownLine>([...lines.map(({ line }) => line), ...signed.lines.map(({ line }) => line)]); // prettier-ignore
  return {
    ...headOf(signed),
    lines: SHOWN_LINES.filter((line) => shown.has(line)).map((line) => {
      const { pence, sentence, aboard } = restatedOf(position, signed, line);
      const aboard_pence = aboard.reduce((sum, each) => sum + each.pence, 0);
      const signed_pence = signedForecast(signed, line);
      return { line, signed_pence, aboard_pence, restated_pence: pence, now_pence: signed_pence + aboard_pence + pence, sentence }; // prettier-ignore
    }),
  };
}

function comparedWith({
  signed_before,
  total_movement_pence,
}: Monitor): MoneyView['compared_with'] {
  if (total_movement_pence === null) return null;
  return signed_before === null ? { with: 'reckoned', closing: null } : { with: 'signed_off', closing: headOf(signed_before) }; // prettier-ignore
}

const headOf = ({ terms: _terms, lines: _lines, ...head }: SignedOff): PeriodClosing => head;

function codeRows(store: Store, { position }: Monitor, year: number): readonly CodeRow[] {
  const sum = <T extends { readonly code: string }>(
    rows: readonly T[],
    code: string,
    of: (row: T) => number,
  ): number =>
    // prettier-ignore
    rows.reduce((total, row) => (row.code === code ? total + of(row) : total), 0);
  const budgets = store.money.budgets().filter((each) => each.year === year);
  const virements = store.money.virements().filter((each) => each.year === year && each.on <= position.at.known_on); // prettier-ignore
  const ledger = position.matched.map(({ line }) => line);
  return store.money.codes().map((code): CodeRow => {
    const original_pence = sum(budgets, code.code, ({ amount_pence }) => amount_pence);
    return {
      ...code,
      original_pence,
      current_pence: original_pence + sum(virements, code.code, ({ pence }) => pence),
      actual_pence: sum(ledger, code.code, ({ amount_pence }) => amount_pence),
    };
  });
}
