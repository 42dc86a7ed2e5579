/** A place in words: whose it is, what it changes, for whom. */
import type { OfferView } from '../../../shared/api/views/offers.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';

/** `11 min earlier`, `2 min later`, `at the same time`. */
export function shiftWords(change_s: number): string {
  const by = formatMinutes(Math.abs(change_s));
  if (Math.abs(change_s) < 30) return 'as now';
  return `${by} ${change_s < 0 ? 'earlier' : 'later'}`;
}

/** Whom a place affects, in one line. */
export function affectedWords(offer: OfferView): string {
  const { affected } = offer;
  if (offer.kind === 'new') return 'A vehicle of their own: nobody else is affected';
  if (affected.length === 0) return 'Nobody else travels at another time';
  const most = Math.max(
    ...affected.flatMap((each) => [
      Math.abs(each.pick_up_change_s),
      Math.abs(each.drop_off_change_s),
    ]),
  );
  const times = most < 30 ? 'by less than a minute' : `by at most ${formatMinutes(most)}`;
  return `Moves the times of ${formatQuantity(affected.length, 'other child', 'other children')} ${times}`;
}

/** The route and who runs it. */
export function routeWords(offer: OfferView): string {
  if (offer.kind === 'new') return `New route, ${offer.vehicle.toLowerCase()}`;
  return offer.provider === '' ? `${offer.ref}, not let yet` : `${offer.ref}, ${offer.provider}`;
}
