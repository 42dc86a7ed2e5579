/** Where the money stands at the end of a period, as it was known when that was made up: every contract, every line. */
import type { IsoDate } from '../calendar/dates.ts';
import {
  previousPeriod,
  spanOf,
  yearSpan,
  type Period,
  type Span,
} from '../calendar/financial-year.ts';
import { BUDGET_LINES, type BudgetLine } from '../model/budget.ts';
import { coverOf, notInvoicedPence, type Covered } from './accruals.ts';
import { linesOfCodes, SHOWN_LINES } from './budget-lines.ts';
import { addTo, shareLike, yearMoney, type LinePence, type LineSharing, type YearMoney } from './contract-money.ts'; // prettier-ignore
import { DaysReader, type DaysRun } from './days-run.ts';
import type { LineForecast } from '../model/period-closing.ts';
import { chosenForecast, restOfLine, type LineAmounts } from './line-rest.ts';
import { knownContract, type KnownContract } from './known-contract.ts';
import { matchLedger, type Matched } from './match-ledger.ts';
import type { InvoiceSource, MoneyFacts, ShownLine, Standpoint } from './money-facts.ts';

/** One contract at a standpoint. Accrual = not invoiced + invoiced and not posted; commitment = the year less what is due. */
export interface ContractPosition {
  readonly known: KnownContract;
  readonly days: DaysRun;
  readonly money: YearMoney;
  readonly invoiced_pence: number;
  readonly posted_pence: number;
  readonly queried_pence: number;
  readonly not_invoiced_pence: number;
  readonly not_posted_pence: number;
  readonly accrual: LinePence;
  readonly commitment: LinePence;
}

/**
 * `contracts`: days of contracts; `budget`: what of the budget is left of the year's school days, an assumption [A]; `run_rate`: postings a period so far, times
 * 12; `typed`: what a person said.
 */
export type ForecastBasis = 'contracts' | LineForecast['basis'];

export interface Position {
  readonly at: Standpoint;
  readonly matched: readonly Matched[];
  /** Invoices known by then. */
  readonly invoices: readonly InvoiceSource[];
  /** Periods of the year that the ledger has anything of, up to this one. */
  readonly elapsed: number;
  /** What was chosen for lines without contracts; a line that is not there goes on as budgeted. */
  readonly chosen: ReadonlyMap<ShownLine, LineForecast>;
  readonly covered: Covered;
  /** By reference, in the register's order. */
  readonly contracts: ReadonlyMap<string, ContractPosition>;
  readonly original: ReadonlyMap<ShownLine, number>;
  readonly current: ReadonlyMap<ShownLine, number>;
  readonly actual: ReadonlyMap<ShownLine, number>;
  readonly accrual: ReadonlyMap<ShownLine, number>;
  /** Contracts' days to come, or what is left of the budget. */
  readonly commitment: ReadonlyMap<ShownLine, number>;
}

/** What both standpoints of a comparison share. */
export interface Reckoning {
  readonly facts: MoneyFacts;
  readonly reader: DaysReader;
  readonly sharing: LineSharing;
  /** Whether contracts are on a line this year. */
  readonly hasContracts: (line: ShownLine) => boolean;
}

/** The period's end, with what was known by the end of the period after it, or today where that is earlier: a period is made up in the month after it. */
export function standpointOf(period: Period, on: IsoDate): Standpoint {
  const next = period.period === 12 ? { year: period.year + 1, period: 1 } : { year: period.year, period: period.period + 1 }; // prettier-ignore
  const { to } = spanOf(next);
  return { ...period, known_on: to < on ? to : on };
}

/** The standpoint a month earlier; null in the first period of a year. */
export function standpointBefore(at: Standpoint, on: IsoDate): Standpoint | null {
  const before = previousPeriod(at);
  return before === null ? null : standpointOf(before, on);
}

/** From 1 April to the end of the next financial year: this year's days and next year's. */
export function readingSpan(year: number): Span {
  return { from: yearSpan(year).from, to: yearSpan(year + 1).to };
}

/** Prepares the reckoning of a year: what lines rest on is settled once, as things are known today. */
export function reckoningOf(facts: MoneyFacts, year: number): Reckoning {
  const reader = new DaysReader(readingSpan(year), facts);
  const assistants_apart = facts.codes.some(({ line }) => line === 'assistants');
  const sharing = { clients: facts.clients, assistants_apart, on: facts.on };
  const counted = new Set<ShownLine>();
  for (const source of facts.contracts) {
    const known = knownContract(source, facts.on, facts.on);
    if (known === null || known.last < yearSpan(year).from || known.first > yearSpan(year).to) continue; // prettier-ignore
    const days = reader.read(known, facts.on);
    const { total } = yearMoney(days, known, source.riders, { year, period: 12 }, sharing);
    for (const [line, pence] of total) if (pence !== 0) counted.add(line);
  }
  // What is booked on no line yet has no budget to go on from.
  counted.add('not_mapped');
  return { facts, reader, sharing, hasContracts: (line) => counted.has(line) };
}

/** Reckons a standpoint. */
export function positionAt(reckoning: Reckoning, at: Standpoint): Position {
  const { facts, reader, sharing, hasContracts } = reckoning;
  const { year } = at;
  const { to: end } = spanOf(at);
  const { from } = yearSpan(year);
  const invoices = facts.invoices.filter(({ known_on }) => known_on <= at.known_on);
  const ledger = facts.ledger.filter((line) => line.year === year && line.period <= at.period);
  const matched = matchLedger(ledger, { codes: facts.codes, contracts: facts.contracts.map(({ contract }) => contract), invoices }); // prettier-ignore
  const covered = coverOf(invoices, matched, (day) => day >= from && day <= end);
  const contracts = new Map<string, ContractPosition>();
  const [accrual, commitment] = [new Map<ShownLine, number>(), new Map<ShownLine, number>()];
  for (const source of facts.contracts) {
    const known = knownContract(source, at.known_on, facts.on);
    if (known === null || known.last < from) continue;
    const position = contractAt(known, reader.read(known, at.known_on), at, { covered, sharing });
    contracts.set(source.contract.ref, position);
    for (const [line, pence] of position.accrual) addTo(accrual, line, pence);
    for (const [line, pence] of position.commitment) addTo(commitment, line, pence);
  }
  const actual = new Map<ShownLine, number>();
  for (const { line, on_line } of matched) addTo(actual, on_line, line.amount_pence);
  const { original, current } = budgetsAt(facts, at);
  const elapsed = ledger.reduce((last, { period }) => Math.max(last, period), 0);
  const chosen = new Map<ShownLine, LineForecast>();
  for (const line of SHOWN_LINES) {
    if (hasContracts(line)) continue;
    const choice = chosenForecast(facts.line_forecasts, { year, line, known_on: at.known_on });
    if (choice !== null) chosen.set(line, choice);
    addTo(commitment, line, restOfLine(facts, at, lineAmounts({ current, actual, accrual, elapsed }, line), choice)); // prettier-ignore
  }
  return { at, matched, invoices, covered, contracts, elapsed, chosen, original, current, actual, accrual, commitment }; // prettier-ignore
}

function contractAt(
  known: KnownContract,
  days: DaysRun,
  at: Standpoint,
  { covered, sharing }: { readonly covered: Covered; readonly sharing: LineSharing },
): ContractPosition {
  const { ref } = known.source.contract;
  const key = ref.toUpperCase();
  const money = yearMoney(days, known, known.source.riders, at, sharing);
  const not_invoiced_pence = notInvoicedPence(money.due_pence, covered, ref);
  const not_posted_pence = covered.not_posted.get(key) ?? 0;
  const commitment = new Map<BudgetLine, number>();
  for (const line of BUDGET_LINES) {
    const pence = (money.total.get(line) ?? 0) - (money.due.get(line) ?? 0);
    if (pence !== 0) commitment.set(line, pence);
  }
  return {
    known,
    days,
    money,
    invoiced_pence: covered.invoiced.get(key) ?? 0,
    posted_pence: covered.posted.get(key) ?? 0,
    queried_pence: covered.queried.get(key) ?? 0,
    not_invoiced_pence,
    not_posted_pence,
    accrual: shareLike(not_invoiced_pence + not_posted_pence, money.due, money.total),
    commitment,
  };
}

/** Original budgets, and what they are with the virements up to the day. */
function budgetsAt(facts: MoneyFacts, at: Standpoint) {
  const lineOf = linesOfCodes(facts.codes);
  const [original, current] = [new Map<ShownLine, number>(), new Map<ShownLine, number>()];
  for (const { year, code, amount_pence } of facts.budgets) {
    if (year !== at.year) continue;
    addTo(original, lineOf(code), amount_pence);
    addTo(current, lineOf(code), amount_pence);
  }
  for (const { year, code, pence, on } of facts.virements)
    if (year === at.year && on <= at.known_on) addTo(current, lineOf(code), pence);
  return { original, current };
}

/** What a line's rest is reckoned from. */
export function lineAmounts(
  {
    current,
    actual,
    accrual,
    elapsed,
  }: Pick<Position, 'current' | 'actual' | 'accrual' | 'elapsed'>,
  line: ShownLine,
): LineAmounts {
  return { current: current.get(line) ?? 0, actual: actual.get(line) ?? 0, accrual: accrual.get(line) ?? 0, elapsed }; // prettier-ignore
}

/** Forecast of a line: actual + accrual + commitment. */
export function forecastOf(position: Position, line: ShownLine): number {
  const of = (map: ReadonlyMap<ShownLine, number>): number => map.get(line) ?? 0;
  return of(position.actual) + of(position.accrual) + of(position.commitment);
}
