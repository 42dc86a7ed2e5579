/** How the writes of hand-backs and route problems are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { ON } from './made-store.ts';

const report = (store: Store) =>
  store.beddingIn.reportProblem({
    route_ref: 'R1',
    client_id: 1,
    kind: 'late',
    happened_on: ON,
    what: 'Twenty minutes late, the driver had another address.',
    told_by: 'parent',
    recorded_on: ON,
    recorded_by: 'S Clarke',
  });

/** Each way to write: what it does, and what must be there first. */
export const BEDDING_IN_WRITES: Readonly<
  Record<
    string,
    { readonly run: (store: Store) => unknown; readonly first?: (store: Store) => unknown }
  >
> = {
  'beddingIn.recordHandBack': {
    run: (store) =>
      store.beddingIn.recordHandBack({
        contract_id: 1,
        on: ON,
        last_day: ON,
        reason: 'No drivers.',
        by: 'S Clarke',
        children: 4,
      }),
  },
  'beddingIn.reportProblem': { run: report },
  'beddingIn.closeProblem': {
    first: report,
    run: (store) => {
      store.beddingIn.closeProblem(1, { on: ON, by: 'S Clarke', outcome: 'Address put right.' });
    },
  },
};
