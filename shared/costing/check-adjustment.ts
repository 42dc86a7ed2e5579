/** What is wrong or odd with an adjustment as a person typed it, and how it reads in the history. */
import { formatDate } from '../format/date.ts';
import { formatPence } from '../format/money.ts';
import { ADJUSTED_BAR_WORDS, ADJUSTMENT_KIND_WORDS, type Adjustment } from './adjustment-settings.ts'; // prettier-ignore

/** Letters of what it is and of its source at most. */
export const MOST_WORDS = 200;

/** A thousand million pounds: more is a slip of the keyboard. */
const MOST_PENCE = 100_000_000_000;

/** Everything that keeps it from being kept, each a sentence; none where it is whole. */
export function adjustmentProblems(given: Adjustment): readonly string[] {
  const { label, from_on, to_on, pence, source, signed_by } = given;
  return [
    ...(label.trim() === '' ? ['Say what it is.'] : []),
    ...(label.trim().length > MOST_WORDS ? [`Say what it is in at most ${MOST_WORDS} letters.`] : []), // prettier-ignore
    ...(from_on > to_on ? ['Its last day lies before its first.'] : []),
    ...(pence === 0 ? ['Give what it comes to in pounds: nothing has no bar.'] : []),
    ...(!Number.isSafeInteger(pence) || Math.abs(pence) > MOST_PENCE ? ['Give what it comes to in whole pence, under a thousand million pounds.'] : []), // prettier-ignore
    ...(source.trim() === '' ? ['Say where it was decided or recorded.'] : []),
    ...(source.trim().length > MOST_WORDS ? [`Give its source in at most ${MOST_WORDS} letters.`] : []), // prettier-ignore
    ...(signed_by.trim() === '' ? ['Sign with your name.'] : []),
  ];
}

/** What may be meant and is worth a second look. */
export function adjustmentWarnings({ kind, pence, within }: Adjustment): readonly string[] {
  return [
    ...((kind === 'savings' || kind === 'income') && pence > 0
      ? [`${ADJUSTMENT_KIND_WORDS[kind]} that add to the cost are rare: say less cost unless an earlier one is taken back.`]
      : []),
    ...(kind === 'savings' && within === 'none'
      ? ['A saving made by changed contract prices or fuller vehicles is in the routes’ cost already: choose the bar that holds it, or it counts twice.']
      : []),
    ...(kind === 'income' && within !== 'none'
      ? ['Contributions and recharges are in no route’s price: choose none, or the bar chosen is told too high.']
      : []),
  ];
} // prettier-ignore

/** It in one line, as the history keeps it. */
export function adjustmentSentence(of: Adjustment): string {
  const part = of.within === 'none' ? 'beside the routes' : `part of ${ADJUSTED_BAR_WORDS[of.within]}`; // prettier-ignore
  const signed = of.signed_by === '' ? '' : `, signed by ${of.signed_by}`;
  return `${ADJUSTMENT_KIND_WORDS[of.kind]}: ${of.label}, ${formatPence(of.pence)} from ${formatDate(of.from_on)} to ${formatDate(of.to_on)}, ${part}${signed}`;
}
