/** Which line a child, a contract and a code are counted on, and what each line's forecast rests on. */
import { ageOn, isoDate, type AcademicYear } from '../calendar/dates.ts';
import { planningYearOf, startYearOf } from '../calendar/years.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { BUDGET_LINES, type BudgetLine, type CostCode } from '../model/budget.ts';
import { BUDGET_LINE_WORDS } from '../model/budget-words.ts';
import type { LineClient, ShownLine } from './money-facts.ts';

/** Lines that contracts are counted on. The others are paid to families or are income, and go on as budgeted. */
const CONTRACT_LINES: ReadonlySet<ShownLine> = new Set([
  'pre_16_sen',
  'post_16_sen',
  'adult_sen',
  'mainstream',
  'assistants',
  'not_mapped',
]);
const INCOME: ReadonlySet<ShownLine> = new Set([
  'contributions',
  'recharge_care',
  'recharge_authorities',
]);

/** The lines in their order, with what is booked on no line at the end. */
export const SHOWN_LINES: readonly ShownLine[] = [...BUDGET_LINES, 'not_mapped'];

/** Whether postings on a line are for contracts. */
export function isContractLine(line: ShownLine): boolean {
  return CONTRACT_LINES.has(line);
}

/** Whether a line is income, which stands below 0. */
export function isIncome(line: ShownLine): boolean {
  return INCOME.has(line);
}

/** A line in words. */
export function shownLineWords(line: ShownLine): string {
  return line === 'not_mapped' ? 'On no line yet' : BUDGET_LINE_WORDS[line];
}

/** The line of each code. */
export function linesOfCodes(codes: readonly CostCode[]): (code: string) => ShownLine {
  const by = new Map(codes.map(({ code, line }) => [code, line]));
  return (code) => by.get(code) ?? 'not_mapped';
}

/** Sixth-form age is 16 to 18 on 31 August before the academic year, adult from 19 (Education Act 1996 ss509AA, 508F). */
const SIXTH_FORM_AGE = 16;
const ADULT_AGE = 19;

/**
 * The line that a child's seat is counted on in an academic year: by age on 31 August before it; where the date of birth is not known, by year
 * group, which is that of the year planned on `on`. A child without an EHCP and without a need on record is mainstream.
 */
export function lineOfClient(
  client: LineClient | undefined,
  year: AcademicYear,
  on: IsoDate,
): BudgetLine {
  // prettier-ignore
  if (client === undefined) return 'pre_16_sen';
  if (client.ehcp === false && client.need === null) return 'mainstream';
  const age = ageIn(client, year, on);
  if (age >= ADULT_AGE) return 'adult_sen';
  return age >= SIXTH_FORM_AGE ? 'post_16_sen' : 'pre_16_sen';
}

function ageIn({ date_of_birth, year_group }: LineClient, year: AcademicYear, on: IsoDate): number {
  const start = startYearOf(year);
  if (date_of_birth !== null) return ageOn(date_of_birth, isoDate(`${start}-08-31`));
  // Year 12 begins at 16; a year group is that of the year planned.
  return (year_group ?? 0) + 4 - (startYearOf(planningYearOf(on)) - start);
}
