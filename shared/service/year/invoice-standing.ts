/** Where each line of an invoice stands: what is accepted, in query and credited adds up to what was invoiced, to the penny. */
import type { InvoiceLine, InvoiceStep } from '../../model/invoice.ts';

/** `clear`: nothing to say against it; `to_query`: found, and not yet asked; the others as a person answered. */
export type LineState = 'clear' | 'to_query' | 'queried' | 'accepted' | 'credited';

export const LINE_STATE_WORDS: Readonly<Record<LineState, string>> = {
  clear: 'Nothing found',
  to_query: 'To ask back',
  queried: 'Queried',
  accepted: 'Accepted',
  credited: 'Credited',
};

/** Parts of a line's amount, whole pence. They add up to it. */
export interface LineStanding {
  readonly state: LineState;
  readonly accepted_pence: number;
  readonly queried_pence: number;
  readonly credited_pence: number;
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(value, most));

/**
 * The standing of a line by what was found against it and what was answered. What is found anew after an answer is in query again; a credit
 * (an amount below 0) is accepted as it is.
 */
export function lineStanding(
  { amount_pence }: Pick<InvoiceLine, 'amount_pence'>,
  over_pence: number,
  steps: readonly Pick<InvoiceStep, 'kind' | 'pence'>[],
): LineStanding {
  if (amount_pence <= 0)
    return { state: 'clear', accepted_pence: amount_pence, queried_pence: 0, credited_pence: 0 };
  const sum = (kind: InvoiceStep['kind']): number =>
    steps.reduce((total, step) => (step.kind === kind ? total + step.pence : total), 0);
  const asked = Math.max(0, ...steps.filter(({ kind }) => kind === 'queried').map(({ pence }) => pence)); // prettier-ignore
  const credited_pence = clamp(sum('credited'), amount_pence);
  const queried_pence = clamp(
    Math.max(over_pence, asked) - sum('accepted') - credited_pence,
    amount_pence - credited_pence,
  );
  const accepted_pence = amount_pence - queried_pence - credited_pence;
  const isAsked = steps.some(({ kind }) => kind === 'queried');
  const state: LineState =
    queried_pence > 0
      ? isAsked
        ? 'queried'
        : 'to_query'
      : credited_pence > 0
        ? 'credited'
        : steps.length > 0
          ? 'accepted'
          : 'clear';
  return { state, accepted_pence, queried_pence, credited_pence };
}
