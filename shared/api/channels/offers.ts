/** Places for a late applicant. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { OffersView, PlaceTaken } from '../views/offers.ts';
import { gateInput, idInput } from './inputs.ts';

/** Which of a child's journeys. */
const place = z.string().min(1).max(60);

export const offersChannels = {
  /** The three best places on the plan in use for one of a child's journeys, and a route of its own. Nothing is changed. */
  'offers/find': channel<OffersView>()(
    z.object({ client_id: idInput, place: place.optional() }).strict(),
  ),
  /** Takes a place, on a route of the plan or with null on a new one, at the price that was shown: refused where it has changed. */
  'offers/take': channel<PlaceTaken>()(
    z
      .object({
        client_id: idInput,
        place,
        route_id: idInput.nullable(),
        added_day_pence: z.number().int(),
        notices: gateInput,
      })
      .strict(),
  ),
};
