import type { Store } from '../../../db/store.ts';
import type { Client } from '../../../shared/model/client.ts';

/** Reads each client once, while nothing is written: a county's papers ask for each of them many times. */
export function clientReader(store: Pick<Store, 'clients'>): (id: number) => Client | null {
  const known = new Map<number, Client | null>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const read = store.clients.get(id);
    known.set(id, read);
    return read;
  };
}
