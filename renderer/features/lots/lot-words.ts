/** Words and tones of tenders for the screen. */
import type { BidView, LotView } from '../../../shared/api/views/lots.ts';
import { formatPercentChange } from '../../../shared/format/number.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import type { TenderState } from '../../../shared/service/lots/tender-state.ts';

/** Tone of each state: something waits to be done in `closed`. */
export const STATE_TONES: Readonly<Record<TenderState, 'info' | 'warning' | 'good' | 'neutral'>> = {
  coming: 'info',
  open: 'info',
  closed: 'warning',
  awarded: 'good',
  cancelled: 'neutral',
};

/** Typed pounds as whole pence; null for no amount. */
export function penceOf(text: string): number | null {
  const plain = text.trim().replace(/^£\s*/, '').replaceAll(',', '');
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

/** Pence as somebody would type them. */
export function typedPounds(pence: number): string {
  return (pence / 100).toFixed(2);
}

/** `12% over the model`, `at the model’s price`. */
export function modelWords({ benchmarks }: BidView): string {
  const { over_model } = benchmarks;
  return over_model === null ? 'no model’s price' : `${formatPercentChange(over_model, 0)} on the model`; // prettier-ignore
}

/** What stands in the way of a lot, in few words; '' where nothing does. */
export function lotMark({ lot, bids, held, award }: LotView): string {
  if (lot.withdrawn !== null) return 'Withdrawn';
  if (award !== null) return award.confirmed ? 'Confirmed' : 'Awarded';
  if (bids.length === 0) return held.length === 0 ? 'No bid' : 'Held bids only';
  return bids.length === 1 ? 'Only one bid' : '';
}

/** A price a day, or a dash. */
export function dayPrice(pence: number | null): string {
  return pence === null ? '–' : formatPounds(pence);
}
