import { stopAddress, type StopAddress } from '../../shared/casework/stop-address.ts';
import type { PlannedStop } from '../../shared/model/plan.ts';
import { addressNumber, isAtHome } from '../../shared/model/stop-place.ts';
import type { Store } from '../../db/store.ts';

/** The address of a planned stop; null where the client is not in the store. */
export function addressOfStop(
  store: Pick<Store, 'clients' | 'particulars' | 'postcodes'>,
  { client_id, place }: Pick<PlannedStop, 'client_id' | 'place'>,
): StopAddress | null {
  const client = store.clients.get(client_id);
  if (client === null) return null;
  if (isAtHome(place)) return stopAddress(client, place, { addresses: [], second: null });
  const isKept = addressNumber(place) !== null;
  const at = isKept ? null : store.postcodes.get(client.second_postcode);
  return stopAddress(client, place, {
    addresses: isKept ? store.particulars.of(client_id).addresses : [],
    second: at === null ? null : { lat: at.lat, lon: at.lon },
  });
}
