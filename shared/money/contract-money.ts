/** What a contract comes to in a financial year: due to date, still to come, next year's; by budget line, to the penny. */
import { daysBetween, type IsoDate } from '../calendar/dates.ts';
import { spanOf, yearSpan, type Period } from '../calendar/financial-year.ts';
import { academicYearOf, firstDateOf, lastDateOf } from '../calendar/years.ts';
import { splitPence } from '../costing/attribute.ts';
import type { BudgetLine } from '../model/budget.ts';
import type { Rider } from '../service/year/day-due.ts';
import { lineOfClient } from './budget-lines.ts';
import type { DaysRun } from './days-run.ts';
import type { KnownContract } from './known-contract.ts';
import type { LineClient } from './money-facts.ts';

/** Whole pence by line; a line that is not there has none. */
export type LinePence = ReadonlyMap<BudgetLine, number>;

/** What a year's days come to. `total` = due + to come. */
export interface YearMoney {
  readonly total: LinePence;
  readonly due: LinePence;
  readonly total_pence: number;
  readonly due_pence: number;
  /** Of the next financial year, as far as the contract goes. */
  readonly next_year_pence: number;
  /** Days, part days as parts, to date and to come. */
  readonly days_run: number;
  readonly days_left: number;
}

/** How a contract's money goes to lines. */
export interface LineSharing {
  readonly clients: ReadonlyMap<number, LineClient>;
  /** Assistants have a line of their own. */
  readonly assistants_apart: boolean;
  readonly on: IsoDate;
}

/** Sums of one academic year's part. */
interface Part {
  readonly year: ReturnType<typeof academicYearOf>;
  /** Pence x percent, vehicle and assistant: all of the year, and up to the period's end. */
  readonly all: { vehicle: number; assistant: number };
  readonly run: { vehicle: number; assistant: number };
}

/**
 * Values the days of a contract. Each academic year's part is rounded once, shared out equally among the children aboard in it, and what is still to come is
 * the year less what is due: nothing is lost between the two.
 */
export function yearMoney(
  days: DaysRun,
  price: Pick<KnownContract, 'priceOn' | 'price_days'>,
  riders: readonly Rider[],
  period: Period,
  sharing: LineSharing,
): YearMoney {
  const year = yearSpan(period.year);
  const end = daysBetween(days.from, spanOf(period).to);
  const [first, last] = [daysBetween(days.from, year.from), daysBetween(days.from, year.to)];
  const parts: Part[] = [];
  let [days_run, days_left, next, until] = [0, 0, 0, 0];
  let prices = { vehicle: 0, assistant: 0 };
  for (let at = Math.max(0, first); at < days.percent.length; at++) {
    const percent = days.percent[at] ?? 0;
    if (percent === 0) continue;
    const day = days.days[at] ?? days.from;
    if (at >= until) {
      prices = price.priceOn(day);
      const next_change = price.price_days.find((each) => each > day);
      until = next_change === undefined ? Infinity : daysBetween(days.from, next_change);
    }
    const { vehicle, assistant } = prices;
    if (at > last) {
      next += (vehicle + assistant) * percent;
      continue;
    }
    const part = partOf(parts, days.years[at] ?? academicYearOf(day));
    part.all.vehicle += vehicle * percent;
    part.all.assistant += assistant * percent;
    if (at <= end) {
      part.run.vehicle += vehicle * percent;
      part.run.assistant += assistant * percent;
      days_run += percent / 100;
    } else days_left += percent / 100;
  }
  const [total, due] = [new Map<BudgetLine, number>(), new Map<BudgetLine, number>()];
  for (const { year: of, all, run } of parts) {
    const lines = linesOf(riders, of, sharing);
    shareOut(total, all, lines, sharing);
    shareOut(due, run, lines, sharing);
  }
  return {
    total,
    due,
    total_pence: sumLines(total),
    due_pence: sumLines(due),
    next_year_pence: Math.round(next / 100),
    days_run,
    days_left,
  };
}

function partOf(parts: Part[], year: Part['year']): Part {
  let part = parts.find((each) => each.year === year);
  if (part === undefined) {
    part = { year, all: { vehicle: 0, assistant: 0 }, run: { vehicle: 0, assistant: 0 } };
    parts.push(part);
  }
  return part;
}

/** Children of each line aboard in an academic year; whoever the contract has at all where nobody is aboard in it. */
export function linesOf(
  riders: readonly Rider[],
  year: Part['year'],
  { clients, on }: LineSharing,
): ReadonlyMap<BudgetLine, number> {
  // prettier-ignore
  const [from, to] = [firstDateOf(year), lastDateOf(year)];
  const aboard = riders.filter(({ from_on, left_on }) => (from_on === null || from_on <= to) && (left_on === null || left_on > from)); // prettier-ignore
  const counted = aboard.length === 0 ? riders : aboard;
  const lines = new Map<BudgetLine, number>();
  for (const { client_id } of counted) {
    const line = lineOfClient(clients.get(client_id), year, on);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  if (lines.size === 0) lines.set('pre_16_sen', 1);
  return lines;
}

function shareOut(
  into: Map<BudgetLine, number>,
  sums: Readonly<Part['all']>,
  lines: ReadonlyMap<BudgetLine, number>,
  { assistants_apart }: LineSharing,
): void {
  const assistant = Math.round(sums.assistant / 100);
  const vehicle = Math.round((sums.vehicle + sums.assistant) / 100) - assistant;
  if (assistants_apart && assistant !== 0) addTo(into, 'assistants', assistant);
  const amounts = splitPence(assistants_apart ? vehicle : vehicle + assistant, [...lines.values()]);
  for (const [at, line] of [...lines.keys()].entries()) addTo(into, line, amounts[at] ?? 0);
}

/** Adds pence to a line. */
export function addTo<Line>(into: Map<Line, number>, line: Line, pence: number): void {
  into.set(line, (into.get(line) ?? 0) + pence);
}

/** All lines together. */
export function sumLines(lines: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const pence of lines.values()) sum += pence;
  return sum;
}

/** Shares an amount out as a contract's money goes to its lines; by the year's where nothing is due yet. */
export function shareLike(pence: number, due: LinePence, total: LinePence): LinePence {
  const like = sumLines(due) > 0 ? due : total;
  const lines = [...like.keys()];
  if (lines.length === 0) return new Map(pence === 0 ? [] : [['pre_16_sen', pence]]);
  const amounts = splitPence(pence, lines.map((line) => Math.max(0, like.get(line) ?? 0))); // prettier-ignore
  return new Map(lines.map((line, at) => [line, amounts[at] ?? 0]));
}
