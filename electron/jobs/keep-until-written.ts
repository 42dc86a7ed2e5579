/** Answers that hold as long as nothing is written to their store. */
import type { Store } from '../../db/store.ts';

/**
 * Keeps the last answer of each open store. It is worked out again once anything in the store has been written, by whoever, or `also` is
 * another: what the answer rests on besides, such as the day. What throws is not kept.
 */
export function keepUntilWritten<T>(): (store: Store, also: string, work: () => T) => T {
  const kept = new WeakMap<Store, { readonly mark: string; readonly answer: T }>();
  return (store, also, work) => {
    const mark = `${store.read.revision()} ${also}`;
    const last = kept.get(store);
    if (last?.mark === mark) return last.answer;
    const answer = work();
    kept.set(store, { mark, answer });
    return answer;
  };
}
