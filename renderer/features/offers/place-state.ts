/** Who a place is looked for on the map, and which of the places is looked at. */
import { create } from 'zustand';
import { call } from '../../bridge/bridge.ts';
import { notify, notifyFailure } from '../../state/notices.ts';
import { throughGate } from '../notices/gate-state.ts';
import { select } from '../../state/selection.ts';
import type { OffersView, OfferView } from '../../../shared/api/views/offers.ts';
import { endMeasure } from '../map/map-measure.ts';
import { useMapState } from '../map/map-state.ts';

interface Placing {
  readonly client_id: number | null;
  /** Which of the child's journeys; null: the first that has no route, else the one from home. */
  readonly journey: string | null;
  /** The place shown on the map, by its reference; null: the best. */
  readonly ref: string | null;
}

/** The search for a place on the map; it outlives the screen. */
export const usePlacing = create<Placing>(() => ({ client_id: null, journey: null, ref: null }));

/** Looks for a place on the map, with a place to show first. */
export function findPlace(
  client_id: number,
  { journey = null, ref = null }: Partial<Omit<Placing, 'client_id'>> = {},
): void {
  endMeasure();
  useMapState.setState({ asTable: false });
  usePlacing.setState({ client_id, journey, ref });
}

/** Puts the panel and its preview away. */
export function endPlacing(): void {
  usePlacing.setState({ client_id: null, journey: null, ref: null });
}

/** What is asked of the host: the places of a child, for one journey where one is chosen. */
export function placesAsked(client_id: number | null, journey: string | null) {
  if (client_id === null) return null;
  return { client_id, ...(journey === null ? {} : { place: journey }) };
}

/** The places in the order they are shown; a route of their own last where it is none of the best. */
export function shownOffers(view: OffersView): readonly OfferView[] {
  const { offers, new_route } = view;
  return new_route === null || offers.some(({ kind }) => kind === 'new')
    ? offers
    : [...offers, new_route];
}

/** The place looked at: the one chosen, else the best. */
export function chosenOffer(view: OffersView, ref: string | null): OfferView | null {
  const shown = shownOffers(view);
  return shown.find((offer) => offer.ref === ref) ?? shown[0] ?? null;
}

/** Takes a place and says so; true where it was taken. */
export async function takePlace(
  { client_id, place }: Pick<OffersView, 'client_id' | 'place'>,
  offer: OfferView,
): Promise<boolean> {
  const { route_id, added_day_pence } = offer;
  const answer = await throughGate((gate) =>
    call('offers/take', { client_id, place, route_id, added_day_pence, ...gate }),
  );
  if (!answer.ok) {
    notifyFailure(answer.error);
    return false;
  }
  notify({ tone: 'good', text: answer.value.sentence });
  endPlacing();
  select({ kind: 'route', id: answer.value.route_id });
  return true;
}
