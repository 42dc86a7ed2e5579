/** Amounts and periods as Budget writes them. */
import { PERIODS, PERIOD_MONTHS } from '../../../shared/calendar/financial-year.ts';
import { formatPence, formatPounds } from '../../../shared/format/money.ts';

/** Whole pounds; the heading says that it is pounds. */
export function pounds(pence: number): string {
  return formatPounds(pence).replace('£', '');
}

/** The same with its sign always shown. */
export function change(pence: number): string {
  const text = pounds(pence);
  return pence > 0 && text !== '0' ? `+${text}` : text;
}

/** Pounds and pence; the heading says that it is pounds. */
export function exact(pence: number): string {
  return formatPence(pence).replace('£', '');
}

/** The same with its sign always shown; nothing is 0. */
export function exactChange(pence: number): string {
  if (pence === 0) return '0';
  return pence > 0 ? `+${exact(pence)}` : exact(pence);
}

/** The periods of a year to choose from. */
export const PERIOD_OPTIONS = PERIODS.map((period) => ({
  id: String(period),
  label: `${period}, ${PERIOD_MONTHS[period - 1] ?? ''}`,
}));

/** Pounds as typed, as whole pence, with a sign where it has one; null for anything else. */
export function penceOf(text: string): number | null {
  const match = /^([-−]?)£?\s*(\d{1,9})(?:\.(\d{1,2}))?$/u.exec(text.trim().replaceAll(',', ''));
  if (match === null) return null;
  const pence = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '' ? pence : -pence;
}
