/** What a line without contracts is still taken to come to: as budgeted, at its run rate, or what somebody typed. */
import { spanOf, yearSpan, type Period } from '../calendar/financial-year.ts';
import { academicYearOf } from '../calendar/years.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { LineForecast } from '../model/period-closing.ts';
import type { MoneyFacts, ShownLine } from './money-facts.ts';

/** What it is reckoned from. Whole pence. */
export interface LineAmounts {
  readonly current: number;
  readonly actual: number;
  readonly accrual: number;
  /** Periods of the year that the ledger has anything of, up to the one made up. */
  readonly elapsed: number;
}

/** What a person chose for a line of a year, as known on a day; null: nothing, so it goes on as budgeted. */
export function chosenForecast(
  choices: readonly LineForecast[],
  { year, line, known_on }: { readonly year: number; readonly line: ShownLine; readonly known_on: IsoDate }, // prettier-ignore
): LineForecast | null {
  let chosen: LineForecast | null = null;
  for (const each of choices) {
    if (each.year !== year || each.line !== line || each.on > known_on) continue;
    if (chosen === null || each.on > chosen.on || (each.on === chosen.on && each.id > chosen.id)) chosen = each; // prettier-ignore
  }
  return chosen;
}

/** The year’s forecast at the run rate: postings a period so far, times 12; without any posting nothing. */
export function runRate({ actual, elapsed }: Pick<LineAmounts, 'actual' | 'elapsed'>): number {
  return elapsed === 0 ? 0 : Math.round((actual * 12) / elapsed);
}

/** What is still to come after a period’s end, so that actual + accrual + it is the forecast. */
export function restOfLine(
  facts: Pick<MoneyFacts, 'calendars'>,
  at: Period,
  amounts: LineAmounts,
  chosen: Pick<LineForecast, 'basis' | 'pence'> | null,
): number {
  const { current, actual, accrual } = amounts;
  if (chosen === null || chosen.basis === 'budget') return restOfBudget(facts, at, current);
  const forecast = chosen.basis === 'run_rate' ? runRate(amounts) : (chosen.pence ?? 0);
  return forecast - actual - accrual;
}

/** What of a budget is left at a period’s end: by the county's school days of the year, by months where a year has no term dates. */
function restOfBudget(
  facts: Pick<MoneyFacts, 'calendars'>,
  at: Period,
  budget_pence: number,
): number {
  const { from, to } = yearSpan(at.year);
  const { to: end } = spanOf(at);
  const { calendars } = facts;
  const isKnown = calendars.isKnown(null, academicYearOf(from)) && calendars.isKnown(null, academicYearOf(to)); // prettier-ignore
  const whole = isKnown ? calendars.openDays(null, null, { from, to }).length : 0;
  const left = whole === 0 ? 0 : calendars.openDays(null, null, { from, to }).filter((day) => day > end).length; // prettier-ignore
  const share = whole === 0 ? (12 - at.period) / 12 : left / whole;
  return Math.round(budget_pence * share);
}
