/** How the writes of what a person names (lists, scenarios) are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import { ON } from './made-store.ts';
import { PLACEMENT_WRITES } from './placement-writes.ts';

const view = { name: 'Mine', filter: {}, sort: 'ref', descending: false } as const;

/** Each write, and what has to be there first. */
export const NAMED_WRITES: Readonly<
  Record<
    string,
    { readonly first?: (store: Store) => unknown; readonly run: (store: Store) => unknown }
  >
> = {
  ...PLACEMENT_WRITES,
  'scenarios.save': { run: (store) => store.scenarios.save(CENTRAL, ON) },
  'scenarios.delete': {
    first: (store) => store.scenarios.save(CENTRAL, ON),
    run: (store) => store.scenarios.delete(1),
  },
  'views.save': { run: (store) => store.views.save(view) },
  'views.delete': {
    first: (store) => store.views.save(view),
    run: (store) => store.views.delete(1),
  },
};
