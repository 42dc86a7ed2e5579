import type { Result } from '../../shared/kernel/result.ts';
import type { Change, Store } from '../../db/store.ts';
import type { Host } from './handler.ts';

/** Does something to the register by hand, and tells the screens where it was done. */
export function saveBy<T>(host: Host, work: (store: Store, by: Change) => Result<T>): Result<T> {
  const store = host.store();
  if (!store.ok) return store;
  const done = work(store.value, host.byHand());
  if (done.ok) host.changed('plan', 'data');
  return done;
}
