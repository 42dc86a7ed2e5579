/** What a personal transport budget (PTB) comes to for one client: band by straight line, contribution, part of a year, payments. */
import { daysBetween, isoDate, type AcademicYear, type IsoDate } from '../../calendar/dates.ts';
import { firstDateOf, startYearOf } from '../../calendar/years.ts';
import { splitPence } from '../../costing/attribute.ts';
import { bandAt } from '../../costing/ptb-bands.ts';
import type { PtbGroup, PtbPolicy } from '../../costing/value-settings-at.ts';
import { formatPounds } from '../../format/money.ts';
import { METRES_PER_MILE, type Pence } from '../../kernel/units.ts';
import type { Phase } from '../../model/client.ts';

/** What the sum rests on. */
export interface PtbCase {
  readonly group: PtbGroup;
  /** Home to school in a straight line, metres. */
  readonly straight_m: number;
  /** Half the contribution, or what the setting says, is taken off at sixth-form age. */
  readonly low_income: boolean;
  /** Low income is claimed by a basis that does not settle it: the whole contribution is taken off until it is proved. */
  readonly is_claimed?: boolean;
  /** Days of the school week that the client travels, 0 to 5. */
  readonly days_a_week: number;
}

/** A year's sum and how it came about. */
export interface PtbSum {
  readonly year_pence: number;
  /** The band's own sum. */
  readonly band_pence: number;
  readonly contribution_pence: number;
  /** `under 5 miles`, `5 to 10 miles`, `over 10 miles`. */
  readonly band: string;
  /** How it was reckoned, in words with its numbers. */
  readonly working: string;
}

/** Whose bands a phase takes; null where the phase is not known. Adults are taken as sixth form [A]. */
export function ptbGroupOf(phase: Phase | null): PtbGroup | null {
  if (phase === null) return null;
  return phase === 'sixth_form' || phase === 'adult' ? 'sixth_form' : 'under_16';
}

/**
 * The sum of a whole academic year, whole pence, never below nothing. A part week is paid in proportion to its days; the contribution is taken off
 * whole, "even if they only attend part time" (Kent County Council, Personal transport budgets, kent.gov.uk, read November 2026).
 */
export function ptbYear(policy: PtbPolicy, given: PtbCase): PtbSum {
  const bands = policy.bands[given.group];
  const at = bandAt(bands, given.straight_m / METRES_PER_MILE);
  const band_pence = bands[at]?.pence_a_year ?? 0;
  const isSixth = given.group === 'sixth_form';
  const contribution_pence = !isSixth
    ? 0
    : given.low_income
      ? policy.contribution_low_income_pence
      : policy.contribution_pence;
  const days = Math.min(5, Math.max(0, given.days_a_week));
  const paid_pence = Math.round((band_pence * days) / 5);
  const band = bandWords(bands, at);
  const parts = [
    `${band} in a straight line: ${formatPounds(band_pence)} a year`,
    ...(days === 5 ? [] : [`for ${days} of 5 days a week`]),
    ...(isSixth ? [`less the contribution of ${formatPounds(contribution_pence)}${given.low_income ? ' (low income)' : given.is_claimed === true ? ' (low income is claimed, not proved)' : ''}`] : []), // prettier-ignore
  ];
  return {
    year_pence: Math.max(0, paid_pence - contribution_pence),
    band_pence,
    contribution_pence,
    band,
    working: parts.join(', '),
  };
}

/** A band's reach, as Kent words it. */
export function bandWords(bands: PtbPolicy['bands'][PtbGroup], at: number): string {
  const before = bands[at - 1]?.under_miles ?? null;
  const edge = bands[at]?.under_miles ?? null;
  if (before === null) return edge === null ? 'any distance' : `under ${edge} miles`;
  return edge === null ? `over ${before} miles` : `${before} to ${edge} miles`;
}

/** The part of a year that a budget begun or ended within it is paid for, and its payments. */
export interface PtbPart {
  readonly pence: number;
  /** From 1 September to 31 July. */
  readonly days: number;
  readonly of_days: number;
  /** One a month, as many as the part has, never more than the year's; they add up to `pence`. */
  readonly payments: readonly Pence[];
}

/** Pro rata by days from 1 September to 31 July; nothing outside them. `to` null: to the end of the year. Half a penny goes up. */
export function ptbPart(
  year_pence: number,
  span: { readonly year: AcademicYear; readonly from: IsoDate; readonly to: IsoDate | null },
  policy: Pick<PtbPolicy, 'payments_a_year'>,
): PtbPart {
  const first = firstDateOf(span.year);
  const last = isoDate(`${startYearOf(span.year) + 1}-07-31`);
  const from = span.from > first ? span.from : first;
  const to = span.to !== null && span.to < last ? span.to : last;
  const of_days = daysBetween(first, last) + 1;
  const days = Math.max(0, daysBetween(from, to) + 1);
  const pence = Math.round((year_pence * days) / of_days);
  const months = days === 0 ? 0 : Math.min(policy.payments_a_year, monthsOf(from, to));
  return { pence, days, of_days, payments: splitPence(pence, Array<number>(months).fill(1)) };
}

/** Calendar months that a span touches. */
function monthsOf(from: IsoDate, to: IsoDate): number {
  const at = (day: IsoDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return at(to) - at(from) + 1;
}
