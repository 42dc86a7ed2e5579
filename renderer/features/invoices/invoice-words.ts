/** Periods of invoices in words. */
import { formatDate, formatDayMonth } from '../../../shared/format/date.ts';
import type { InvoiceLine } from '../../../shared/model/invoice.ts';
import { halfDaysInWords } from '../../../shared/service/year/finding-words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-06` is `June 2026`. */
export function monthWords(month: string): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1];
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
}

/** The days of a line: `12 Jun 2026`, `20 days from 1 Jun 2026`. */
export function periodWords({ from_on, to_on, half_days }: InvoiceLine): string {
  if (from_on === to_on) return formatDate(from_on);
  const many = half_days === null ? '' : `${halfDaysInWords(half_days)}, `;
  return `${many}${formatDate(from_on)} to ${formatDate(to_on)}`;
}

/** The same where room is short, its month named once: `21 days, 1 to 30 Jun 2026`. */
export function shortPeriod(line: InvoiceLine): string {
  const { from_on, to_on, half_days } = line;
  if (from_on === to_on || from_on.slice(0, 4) !== to_on.slice(0, 4)) return periodWords(line);
  const many = half_days === null ? '' : `${halfDaysInWords(half_days)}, `;
  const from = from_on.slice(0, 7) === to_on.slice(0, 7) ? String(Number(from_on.slice(8))) : formatDayMonth(from_on); // prettier-ignore
  return `${many}${from} to ${formatDate(to_on)}`;
}
