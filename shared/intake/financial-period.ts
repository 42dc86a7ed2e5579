import { PERIOD_MONTHS, periodOf, spanOf, type Period } from '../calendar/financial-year.ts';
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import type { Problem } from './problem.ts';
import { parseMonth } from './prices.ts';
import type { RowReader } from './row-reader.ts';

/** A ledger is open for a year's postings until the end of May after it: an assumption [A] about closing. */
const CLOSING_DAYS = 61;

const refuse = (
  code: string,
  reason: string,
  remedy: string,
): Omit<Problem, 'column' | 'value'> => ({
  severity: 'refuse',
  code,
  reason,
  remedy,
});

/** `2026/27`, `2026-27`, `2026-2027`, `26/27`, `FY27`, `2026`: the calendar year it starts in; null for none. */
export function parseFinancialYear(text: string): number | null {
  const cell = text.trim().toLowerCase();
  const pair = /^(?:fy ?)?(\d{4}|\d{2}) ?[/–-] ?(\d{4}|\d{2})$/u.exec(cell);
  const full = (part: string | undefined): number => (part?.length === 2 ? 2000 + Number(part) : Number(part)); // prettier-ignore
  if (pair !== null) {
    const [from, to] = [full(pair[1]), full(pair[2])];
    return to === from + 1 ? from : null;
  }
  const ends = /^fy ?(\d{4}|\d{2})$/u.exec(cell);
  if (ends !== null) return full(ends[1]) - 1;
  return /^20\d\d$/u.test(cell) ? Number(cell) : null;
}

/** `4`, `04`, `P4`, `Period 4`, `Jul`, `July`, `2026-04` (the year's fourth period) or a month with its year; null for none of these. */
function parsePeriod(
  text: string,
): { readonly year: number | null; readonly period: number } | null {
  const cell = text.trim().toLowerCase();
  const plain = /^(?:p|per|period)? ?(\d{1,3})(?:\.0+)?$/u.exec(cell);
  if (plain !== null) return { year: null, period: Number(plain[1]) };
  const keyed = /^(\d{4}) ?[-/]? ?p?(\d{2})$/u.exec(cell);
  if (keyed !== null) return { year: Number(keyed[1]), period: Number(keyed[2]) };
  const month = parseMonth(cell);
  if (month !== null) return periodOf(`${month}-01` as IsoDate);
  const named = PERIOD_MONTHS.findIndex((each) => cell.length >= 3 && each.toLowerCase().startsWith(cell)); // prettier-ignore
  return named === -1 ? null : { year: null, period: named + 1 };
}

/** The financial year of a row by its column, or that of `usual`; null with its problem. */
export function readFinancialYear(row: RowReader, usual: number | null): number | null {
  const text = row.text('year');
  if (text === '') return usual;
  const year = parseFinancialYear(text);
  if (year !== null && year >= 2000 && year <= 2100) return year;
  row.add('year', refuse('financial_year', 'The financial year was not understood.', 'Write it like 2026/27 and import the file again.')); // prettier-ignore
  return null;
}

/** The period of a posting, by its columns and else by its day; null with its problem. */
export function readPeriod(row: RowReader, posted_on: IsoDate | null): Period | null {
  const stated = row.text('period');
  const read = stated === '' ? null : parsePeriod(stated);
  if (stated !== '' && (read === null || read.period < 1 || read.period > 12)) {
    row.add('period', refuse('period', read === null ? 'The period was not understood.' : `There is no period ${read.period}: a financial year has periods 1 (April) to 12 (March).`, 'Give the period as 1 to 12; closing entries of a period 13 belong to 12.')); // prettier-ignore
    return null;
  }
  const by_day = posted_on === null ? null : periodOf(posted_on);
  const year = readFinancialYear(row, read?.year ?? by_day?.year ?? null);
  if (row.problems.some(({ severity }) => severity === 'refuse')) return null;
  const period = read?.period ?? by_day?.period ?? null;
  if (year === null || period === null) {
    row.add('period', refuse('no_period', 'The row names no financial year and period, nor a day.', 'Add the columns and import the file again.')); // prettier-ignore
    return null;
  }
  const found = { year, period };
  if (posted_on !== null && !isOpenOn(found, posted_on)) {
    row.add('year', refuse('wrong_year', `The day posted, ${formatDate(posted_on)}, is not in that financial year, nor in the two months after it.`, 'Correct the year or the day in the file and import it again.')); // prettier-ignore
    return null;
  }
  return found;
}

function isOpenOn({ year }: Period, day: IsoDate): boolean {
  const { from } = spanOf({ year, period: 1 });
  return day >= from && day <= addDays(spanOf({ year, period: 12 }).to, CLOSING_DAYS);
}
