/** What is typed of an adjustment, and the adjustment it makes. */
import { parseIsoDate, type IsoDate } from '../../../shared/calendar/dates.ts';
import type {
  AdjustedBar,
  Adjustment,
  AdjustmentKind,
} from '../../../shared/costing/adjustment-settings.ts';
import {
  adjustmentProblems,
  adjustmentWarnings,
} from '../../../shared/costing/check-adjustment.ts';
import { penceOf } from '../budget/budget-words.ts';

/** As the fields hold it. */
export interface TypedAdjustment {
  readonly kind: AdjustmentKind;
  readonly label: string;
  readonly from_on: string;
  readonly to_on: string;
  /** Pounds, without a sign. */
  readonly pounds: string;
  readonly effect: 'less' | 'more';
  readonly within: AdjustedBar;
  readonly source: string;
  readonly signed_by: string;
}

/** Which way each kind usually goes. */
export const USUAL_EFFECT: Readonly<Record<AdjustmentKind, TypedAdjustment['effect']>> = {
  policy: 'less',
  savings: 'less',
  income: 'less',
  one_offs: 'more',
};

/** The fields as they begin: of one that is kept, or empty for the year told of. */
export function typedOf(
  of: Adjustment | null,
  first: { readonly from_on: string; readonly to_on: string; readonly signed_by: string },
): TypedAdjustment {
  if (of === null)
    return { kind: 'savings', label: '', pounds: '', effect: 'less', within: 'none', source: '', ...first }; // prettier-ignore
  const { pence, ...rest } = of;
  const pounds = (Math.abs(pence) / 100).toFixed(2).replace(/\.00$/, '');
  return { ...rest, pounds, effect: pence < 0 ? 'less' : 'more', signed_by: first.signed_by };
}

/** The adjustment as it would be kept, null where a field cannot be read; all that is wrong; what is odd. */
export function readTyped(typed: TypedAdjustment): {
  readonly now: Adjustment | null;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
} {
  const [from_on, to_on] = [parseIsoDate(typed.from_on), parseIsoDate(typed.to_on)];
  const amount = penceOf(typed.pounds);
  const isSigned = amount !== null && amount < 0;
  const unread = [
    ...(from_on === null ? ['Say from which day it counts.'] : []),
    ...(to_on === null ? ['Say until which day it counts.'] : []),
    ...(amount === null ? ['Give what it comes to in pounds.'] : []),
    ...(isSigned ? ['Give pounds without a sign: whether the cost falls or rises is chosen beside it.'] : []),
  ]; // prettier-ignore
  const pence = Math.abs(amount ?? 1) * (typed.effect === 'less' ? -1 : 1);
  const { kind, label, within, source, signed_by } = typed;
  const none = '0001-01-01' as IsoDate;
  const whole: Adjustment = { kind, label: label.trim(), within, source: source.trim(), signed_by: signed_by.trim(), pence, from_on: from_on ?? none, to_on: to_on ?? from_on ?? none }; // prettier-ignore
  const isRead = from_on !== null && to_on !== null && amount !== null && !isSigned;
  return {
    now: isRead ? whole : null,
    problems: [...unread, ...adjustmentProblems(whole)],
    warnings: isRead && amount !== 0 ? adjustmentWarnings(whole) : [],
  };
}
