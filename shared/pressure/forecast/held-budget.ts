/** What each year forecast is held against: a budget typed in the scenario, or the recorded one turned into academic years. */
import { financialYearName } from '../../calendar/financial-year.ts';
import { startYearOf, academicYearFrom } from '../../calendar/years.ts';
import type { AcademicYear } from '../../calendar/dates.ts';
import type { SchoolCalendars } from '../../calendar/school-calendars.ts';
import { schoolCalendars } from '../../calendar/school-calendars.ts';
import { splitPence } from '../../costing/attribute.ts';
import { financialDays } from '../../costing/financial-split.ts';
import type { TransportBudget } from '../../money/transport-budget.ts';
import type { Scenario } from './assumptions.ts';

/** School days of a financial year: April to August belong to the academic year that ends in it, September to March to the one that begins in it. */
export interface BudgetDays {
  /** The calendar year in which the financial year starts. */
  readonly year: number;
  readonly summer: number;
  readonly autumn: number;
}

/** The recorded budget with the days that share it out to academic years. */
export interface RecordedBudget extends TransportBudget {
  readonly days: readonly BudgetDays[];
}

/** The part of a financial year's budget that an academic year gets. Whole pence. */
export interface HeldPart {
  readonly financial_year: number;
  /** The recorded budget it comes from, and what that is in this year. */
  readonly from_pence: number;
  readonly whole_pence: number;
  readonly pence: number;
  readonly days: number;
  readonly of_days: number;
  /** The financial year whose recorded budget stands in for it; null where its own is recorded. */
  readonly carried_from: number | null;
}

/** One year forecast: `parts` add up to `pence`; a typed budget has none. */
export interface HeldYear {
  /** 1 is the first after the base. */
  readonly year: number;
  readonly name: AcademicYear;
  /** null: nothing is recorded for it, nor before it. */
  readonly pence: number | null;
  readonly parts: readonly HeldPart[];
}

export interface HeldBudget {
  /** `typed` in the scenario; `recorded` under Costs > Budget; `none`: there is neither. */
  readonly source: 'typed' | 'recorded' | 'none';
  readonly years: readonly HeldYear[];
}

/** Academic years after the base that a forecast may go to. */
export const MOST_YEARS = 10;

/**
 * The county's school days of every financial year that the years to come lie in. Where the terms of either half are not known, weekdays from September to
 * July that are no bank holiday stand in for both: the proportion alone counts.
 */
export function budgetDays(base: AcademicYear, calendars: SchoolCalendars): readonly BudgetDays[] {
  const none = schoolCalendars([]);
  const first = startYearOf(base) + 1;
  return Array.from({ length: MOST_YEARS + 1 }, (_, at): BudgetDays => {
    const year = first + at;
    const [ending, beginning] = [academicYearFrom(year - 1), academicYearFrom(year)];
    const known = calendars.isKnown(null, ending) && calendars.isKnown(null, beginning);
    const by = { calendars: known ? calendars : none, runs: null };
    const [, summer = 0] = financialDays(null, ending, by).days;
    const [autumn = 0] = financialDays(null, beginning, by).days;
    return { year, summer, autumn };
  });
}

/** What the years are held against. A typed budget goes before the recorded one. */
export function heldBudget(
  scenario: Scenario,
  recorded: RecordedBudget | null,
  { base, years }: { readonly base: AcademicYear; readonly years: number },
): HeldBudget {
  const first = startYearOf(base);
  const all = Array.from({ length: years }, (_, at) => at + 1);
  const name = (year: number): AcademicYear => academicYearFrom(first + year);
  const { budget } = scenario;
  if (budget !== null)
    return {
      source: 'typed',
      years: all.map((year) => ({ year, name: name(year), parts: [], pence: Math.round(budget.first_year_pence * (1 + budget.mean_percent / 100) ** (year - 1)) })), // prettier-ignore
    };
  const held = all.map((year): HeldYear => {
    const begins = recorded === null ? null : financialPart(recorded, first + year, 'autumn', scenario); // prettier-ignore
    const ends = recorded === null ? null : financialPart(recorded, first + year + 1, 'summer', scenario); // prettier-ignore
    if (begins === null || ends === null) return { year, name: name(year), pence: null, parts: [] };
    return { year, name: name(year), pence: begins.pence + ends.pence, parts: [begins, ends] };
  });
  const isHeld = held.some(({ pence }) => pence !== null);
  return { source: isHeld ? 'recorded' : 'none', years: held };
}

/** One half of a financial year's budget; a year without one has the last one's before it, moved by the scenario's uplift. */
function financialPart(
  { years, days }: RecordedBudget,
  year: number,
  half: 'summer' | 'autumn',
  { budget_uplift_percent }: Scenario,
): HeldPart | null {
  const from = years.findLast((each) => each.year <= year);
  const of = days.find((each) => each.year === year);
  if (from === undefined || of === undefined) return null;
  const whole_pence = Math.round(from.pence * (1 + budget_uplift_percent / 100) ** (year - from.year)); // prettier-ignore
  const [summer = 0, autumn = 0] = splitPence(whole_pence, [of.summer, of.autumn]);
  return {
    financial_year: year,
    from_pence: from.pence,
    whole_pence,
    pence: half === 'summer' ? summer : autumn,
    days: of[half],
    of_days: of.summer + of.autumn,
    carried_from: from.year === year ? null : from.year,
  };
}

/** Financial years that the years shown take a budget from, and of these, those that stand in for later ones. */
export function carriedYears({ years }: HeldBudget): {
  readonly recorded: readonly string[];
  readonly carried: readonly string[];
  readonly from: string;
} {
  const parts = years.flatMap((each) => each.parts);
  const names = (own: boolean): readonly string[] => [...new Set(parts.filter(({ carried_from }) => (carried_from === null) === own).map(({ financial_year }) => financial_year))].toSorted((a, b) => a - b).map(financialYearName); // prettier-ignore
  const last = parts.findLast(({ carried_from }) => carried_from !== null)?.carried_from;
  return { recorded: names(true), carried: names(false), from: last === undefined || last === null ? '' : financialYearName(last) }; // prettier-ignore
}
