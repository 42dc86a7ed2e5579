/** How the writes of what a person names (lists, scenarios, claims) are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ClaimGivenIn } from '../../shared/model/claim.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import { ON } from './made-store.ts';
import { PLACEMENT_WRITES } from './placement-writes.ts';

const claim: ClaimGivenIn = {
  provider: 'Old Cars',
  contract_ref: 'C1',
  asked: 0.12,
  received_on: ON,
  priced_on: null,
  said: 'Fuel is dearer.',
  weighed: {
    on: ON,
    contracts: 1,
    year_pence: 1_000_000,
    asked_year_pence: 120_000,
    fuel: [0.019, 0.048],
    explained: [0.019, 0.048],
    sentences: [],
    gaps: [],
  },
  recorded_on: ON,
  recorded_by: 'S Clarke',
};

const view = { name: 'Mine', filter: {}, sort: 'ref', descending: false } as const;

/** Each write, and what has to be there first. */
export const NAMED_WRITES: Readonly<
  Record<
    string,
    { readonly first?: (store: Store) => unknown; readonly run: (store: Store) => unknown }
  >
> = {
  ...PLACEMENT_WRITES,
  'settings.put': {
    run: (store) => {
      store.settings.put({ ...defined(DEFAULT_SETTINGS[0], 'one'), value: 8 }, [
        { field: 'One of its parts', before: '7', after: '8' },
      ]);
    },
  },
  'claims.keep': { run: (store) => store.claims.keep(claim) },
  'providerNames.rename': {
    first: (store) => store.claims.keep(claim),
    run: (store) => store.providerNames.rename('old cars', 'New Cars'),
  },
  'claims.answer': {
    first: (store) => store.claims.keep(claim),
    run: (store) => {
      store.claims.answer({
        claim_id: 1,
        outcome: 'part',
        agreed: 0.04,
        on: ON,
        by: 'S Clarke',
        why: 'What fuel explains.',
      });
    },
  },
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
