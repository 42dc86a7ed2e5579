import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ON, SCHOOL } from './made-store.ts';

const SAID = { reason: 'One road', recorded_on: ON, recorded_by: 'S Clarke' };

/** A second school, and a planner's word on the two. */
function allow(store: Store): void {
  const school = defined(store.schools.get(SCHOOL), 'the school');
  store.schools.upsertMany([{ ...school, urn: SCHOOL + 1, name: 'Harbour School' }]);
  store.sharing.setPair({ school_a: SCHOOL, school_b: SCHOOL + 1, allowed: true, ...SAID });
}
const keepApart = (store: Store) =>
  store.sharing.setApart({ client_id: 1, ground: 'medical', ...SAID });

/** By aggregate and method; `first` is done in a write before. */
export const SHARING_WRITES = {
  'sharing.setPair': { run: allow },
  'sharing.clearPair': {
    first: allow,
    run: (store: Store) => {
      const [pair] = store.sharing.records().pairs;
      store.sharing.clearPair(defined(pair, 'the pair'));
    },
  },
  'sharing.setApart': { run: keepApart },
  'sharing.clearApart': {
    first: keepApart,
    run: (store: Store) => {
      const [apart] = store.sharing.records().apart;
      store.sharing.clearApart(defined(apart, 'the child'));
    },
  },
} as const;
