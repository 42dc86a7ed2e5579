import type { Store } from '../../db/store.ts';
import type { WeekRecords } from '../../shared/casework/week.ts';
import type { Client } from '../../shared/model/client.ts';

/** What the weeks of clients are read from: further addresses and settings, and where their second postcodes lie. Only of those who have any. */
export function weekRecords(
  store: Pick<Store, 'particulars' | 'postcodes'>,
  clients: readonly Client[],
): ReadonlyMap<number, WeekRecords> {
  const kept = store.particulars.weeks();
  const elsewhere = clients.filter((each) => each.second_days.length > 0);
  const places = store.postcodes.lookup(elsewhere.map((each) => each.second_postcode));
  const found = new Map<number, WeekRecords>();
  for (const [client_id, own] of kept) found.set(client_id, { ...own, second: null });
  for (const { id, second_postcode } of elsewhere) {
    const at = places.get(second_postcode);
    const second = at === undefined ? null : { lat: at.lat, lon: at.lon };
    found.set(id, { ...(found.get(id) ?? { addresses: [], placements: [] }), second });
  }
  return found;
}
