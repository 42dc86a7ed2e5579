/** How the writes of a route's steps and confirmed seats are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { madePlan, madeRoute, ON } from './made-store.ts';

/** Each way to write: what it does, and what must be there first. */
export const SERVICE_WRITES: Readonly<
  Record<
    string,
    { readonly run: (store: Store) => unknown; readonly first?: (store: Store) => unknown }
  >
> = {
  'service.step': {
    run: (store) =>
      store.service.step({
        route_ref: 'R1',
        contract_id: null,
        state: 'out_to_tender',
        on: ON,
        by: 'S Clarke',
        why: 'Five providers asked.',
      }),
  },
  'service.draftRoutes': {
    first: (store) => store.plans.save(madePlan([madeRoute('R1', [1])])),
    run: (store) => store.service.draftRoutes('S Clarke', ON, 'the plan was approved'),
  },
  'service.confirmSeats': {
    run: (store) => {
      store.service.confirmSeats(1, [
        { client_id: 1, place: 'home', mornings: 31, afternoons: 15 },
      ]);
    },
  },
};
