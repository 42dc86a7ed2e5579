/** Whether the extra public cost of one placement over another may be weighed, and the sentence that says so. */
import { formatPounds } from '../../format/money.ts';
import type { SchoolOption } from './side-by-side.ts';

/** What may be said of two schools. */
export interface Weighing {
  readonly may: boolean;
  /** The first less the second, pence a year; null where not both are known. */
  readonly extra_fee_pence: number | null;
  readonly extra_transport_pence: number | null;
  readonly extra_whole_pence: number | null;
  readonly sentence: string;
}

/** Holds a school that is preferred against another one. Never a recommendation. */
export function weigh(preferred: SchoolOption, other: SchoolOption): Weighing {
  const extra_fee_pence = less(preferred.fee.fee_pence, other.fee.fee_pence);
  const extra_transport_pence = less(transportOf(preferred), transportOf(other));
  const extra_whole_pence = less(preferred.whole_pence, other.whole_pence);
  const figures = { extra_fee_pence, extra_transport_pence, extra_whole_pence };
  const open = [preferred, other].filter((each) => each.answer !== 'yes');
  if (open.length > 0) {
    const why = open.map((each) => `${each.name}: ${each.reasons.join(' ')}`).join(' ');
    const hard = open.some((each) => each.answer === 'no');
    const sentence = `${hard ? 'May not be weighed' : 'Cannot tell whether it may be weighed'}: both schools have to be suitable and have a place. ${why}`;
    return { may: false, ...figures, sentence };
  }
  const both = 'Both schools are suitable and have a place';
  if (extra_whole_pence === null) {
    const sentence = `${both}, so the extra public cost may be weighed, but it is not known whole: ${lacking(preferred, other)}`;
    return { may: true, ...figures, sentence };
  }
  const difference = `${formatPounds(Math.abs(extra_whole_pence))} a year (whole public cost, two budgets)`;
  const sentence =
    extra_whole_pence > 0
      ? `${both}: what ${preferred.name} costs more than ${other.name}, ${difference}, may be weighed.`
      : `${both}, and ${preferred.name} costs ${extra_whole_pence === 0 ? 'the same' : `${difference} less`}: there is no extra public cost to weigh.`;
  return { may: true, ...figures, sentence };
}

function transportOf({ marginal }: SchoolOption): number | null {
  return marginal?.kind === 'place' ? marginal.year_pence : null;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function lacking(...options: readonly SchoolOption[]): string {
  return options
    .flatMap((each) => [
      ...(each.fee.fee_pence === null ? [`the fee of ${each.name} is not entered`] : []),
      ...(transportOf(each) === null ? [`transport to ${each.name} is not reckoned`] : []),
    ])
    .join('; ')
    .concat('.');
}
