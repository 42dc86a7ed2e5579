/** Places for a late applicant. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { OffersView, PlaceTaken } from '../views/offers.ts';
import { idInput } from './inputs.ts';

export const offersChannels = {
  /** The three best places on the plan in use, and a route of the child's own. Nothing is changed. */
  'offers/find': channel<OffersView>()(z.object({ client_id: idInput }).strict()),
  /** Takes a place, on a route of the plan or with null on a new one, at the price that was shown: refused where it has changed. */
  'offers/take': channel<PlaceTaken>()(
    z
      .object({
        client_id: idInput,
        route_id: idInput.nullable(),
        added_day_pence: z.number().int(),
      })
      .strict(),
  ),
};
