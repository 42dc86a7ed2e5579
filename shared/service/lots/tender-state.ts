import type { Award, Bid, Lot, Moment, Tender } from '../../model/tender.ts';

/** Where a tender stands: `coming` before it opens; `open` for bids; `closed` to them, not all awarded; `awarded`; `cancelled`. */
export type TenderState = 'coming' | 'open' | 'closed' | 'awarded' | 'cancelled';

/** Words for the screen, in the order of a tender's life. */
export const TENDER_STATES: Readonly<Record<TenderState, string>> = {
  coming: 'Not open yet',
  open: 'Open for bids',
  closed: 'Closed, to be awarded',
  awarded: 'Awarded',
  cancelled: 'Cancelled',
};

/** The state at a moment. A tender whose every lot is awarded or withdrawn is over, also before its closing time. */
export function tenderState(
  tender: Tender,
  lots: readonly Lot[],
  awards: readonly Award[],
  now: Moment,
): TenderState {
  if (tender.cancelled !== null) return 'cancelled';
  const given = new Set(awards.filter(isStanding).map(({ lot_id }) => lot_id));
  const left = lots.filter((lot) => lot.withdrawn === null && !given.has(lot.id));
  if (left.length === 0) return 'awarded';
  if (now < tender.opens_at) return 'coming';
  return now <= tender.closes_at ? 'open' : 'closed';
}

/** Whether an award was not taken back. */
export function isStanding(award: Award): boolean {
  return award.withdrawn === null;
}

/** Whether a bid counts: the last of its provider for the lot, and nothing wrong with it, or accepted in spite. */
export function isCounted(bid: Bid): boolean {
  return bid.replaced_by === null && (bid.problems.length === 0 || bid.accepted !== null);
}

/** Whether a bid waits for a person: the last of its provider, with problems that nobody has accepted. */
export function isHeld(bid: Bid): boolean {
  return bid.replaced_by === null && bid.problems.length > 0 && bid.accepted === null;
}
