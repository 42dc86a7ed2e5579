/** How the writes of hand-backs are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { ON } from './made-store.ts';

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
};
