/** What is said of a line that asks for more than is due. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import type { InvoiceLine } from '../../model/invoice.ts';
import type { DueReason, LegDue, RunningContract } from './day-due.ts';
import { daysInWords, halfDaysInWords, type FindingCode } from './finding-words.ts';

/** Half a day of a contract that a line asks for, or could. */
export interface HalfDay {
  readonly day: IsoDate;
  readonly leg: 'morning' | 'afternoon';
  readonly due: LegDue;
  /** What the day costs by contract, for what the line asks for. */
  readonly day_pence: number;
  /** The line that asked for it before, null for none. */
  readonly taken_by: string | null;
}

/** A line with the half days it is taken to mean. */
export interface Weighed {
  readonly line: InvoiceLine;
  readonly running: RunningContract;
  /** Price a day as invoiced, pence; not whole where it is worked out from the amount. */
  readonly unit: number;
  /** Half days asked for. */
  readonly asked: number;
  readonly chosen: readonly HalfDay[];
  /** Half days of the line's days that ran. */
  readonly ran: number;
}

/** Of a single day the reason itself; of a period, days that are not due are more days than ran, but for those with a reason of their own. */
export function codeOf({ due, taken_by }: HalfDay, line: InvoiceLine): FindingCode {
  const reason = REASON_CODES[due.because];
  if (due.percent > 0 && taken_by !== null) return 'twice';
  if (line.from_on === line.to_on || due.because === 'no_show' || due.because === 'stood_down')
    return reason;
  return 'more_days';
}

const REASON_CODES: Readonly<Record<DueReason, FindingCode>> = {
  ran: 'twice',
  told_late: 'twice',
  stood_down: 'stood_down',
  no_show: 'no_show',
  not_open: 'not_open',
  nobody: 'nobody',
  before_start: 'before_start',
  after_end: 'after_end',
  after_hand_back: 'after_hand_back',
};

/** What was found, as a sentence with days, prices and what to compare. */
export function sentenceOf(code: FindingCode, weighed: Weighed): string {
  const { line, running, unit, asked, chosen, ran } = weighed;
  const { contract } = running;
  const of = chosen.filter((half) => codeOf(half, line) === code);
  const days = daysInWords(of.map(({ day }) => day));
  const why = of[0]?.due.why ?? '';
  const price = chosen.find(({ due }) => due.percent > 0)?.day_pence ?? chosen[0]?.day_pence ?? 0;
  switch (code) {
    case 'not_open':
      return `No school of contract ${contract.ref} was open on ${days}: ${why}.`;
    case 'nobody':
      return `Contract ${contract.ref} had nobody to carry on ${days}.`;
    case 'no_show':
      return `The provider did not come on ${days}${why === 'the provider did not come' ? '' : `: ${why}`}.`;
    case 'stood_down':
      return `Stood down in time on ${days} (${why}): ${running.rule.share_percent}% is due.`;
    case 'before_start':
      return `${days} is before contract ${contract.ref} began on ${formatDate(contract.starts_on)}.`;
    case 'after_end':
      return `${days} is after contract ${contract.ref} ended on ${formatDate(contract.ends_on)}.`;
    case 'after_hand_back':
      return `${days} is after contract ${contract.ref} was handed back; its last day was ${formatDate(running.last_day ?? contract.ends_on)}.`;
    case 'twice':
      return `Already invoiced: ${days}, on ${of[0]?.taken_by ?? 'an earlier line'}.`;
    case 'more_days':
      return moreDaysSentence(weighed);
    case 'wrong_price':
      return `${formatPence(Math.round(unit))} a day is asked; contract ${contract.ref} is ${formatPence(price)} a day then.`;
    case 'wrong_sum':
      return `${halfDaysInWords(asked)} at ${formatPence(Math.round(unit))} come to ${formatPence(Math.round((asked * unit) / 2))}, and ${formatPence(line.amount_pence)} is asked.`;
    case 'under_price':
      return `${formatPence(Math.round(unit))} a day is asked; contract ${contract.ref} is ${formatPence(price)} a day.`;
    default:
      return `${halfDaysInWords(ran)} ran.`;
  }
}

/** How many days ran of those asked for, and which weekdays did not and why. */
function moreDaysSentence({ line, running, asked, chosen, ran }: Weighed): string {
  const { last_day, contract } = running;
  const period = `from ${formatDate(line.from_on)} to ${formatDate(line.to_on)}`;
  const head = `${halfDaysInWords(asked)} are asked for ${period}; ${ran === 0 ? 'none' : halfDaysInWords(ran)} ran.`;
  if (last_day !== null && line.to_on > last_day)
    return `${head} Contract ${contract.ref} was handed back; its last day was ${formatDate(last_day)}.`;
  if (line.from_on < contract.starts_on)
    return `${head} Contract ${contract.ref} began on ${formatDate(contract.starts_on)}.`;
  if (line.to_on > contract.ends_on)
    return `${head} Contract ${contract.ref} ended on ${formatDate(contract.ends_on)}.`;
  const shut = chosen.filter((half) => half.due.percent === 0);
  if (shut.length === 0) return head;
  const why = [...new Set(shut.map(({ due }) => due.why))].join(', ');
  return `${head} Not run: ${daysInWords(shut.map(({ day }) => day))} (${why}).`;
}
