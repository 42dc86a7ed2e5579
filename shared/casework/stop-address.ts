/** The address behind a stop of a plan: the record's home, its second address, or one kept by its number. */
import type { Position } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import type { ClientAddress } from '../model/particulars.ts';
import { addressNumber, isAtHome, type StopPlace } from '../model/stop-place.ts';
import { ADDRESS_WORDS } from './particulars-words.ts';

/** Where a vehicle stops, as it may be told by whoever may know it. */
export interface StopAddress {
  /** `Other parent`, `Second address`; '' for the home of the record. */
  readonly words: string;
  readonly address: string;
  readonly postcode: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly protected: boolean;
}

/** The address of a stop; of one that was taken out of the record since, only that it is not known. */
export function stopAddress(
  client: Client,
  place: StopPlace,
  records: { readonly addresses: readonly ClientAddress[]; readonly second: Position | null },
): StopAddress {
  const hidden = client.protected_address;
  if (isAtHome(place)) {
    const { home_address: address, postcode, lat, lon } = client;
    return { words: '', address, postcode, lat, lon, protected: hidden };
  }
  const number = addressNumber(place);
  if (number === null) {
    const { second_address: address, second_postcode: postcode } = client;
    const at = records.second ?? { lat: null, lon: null };
    return { words: 'Second address', address, postcode, ...at, protected: hidden };
  }
  const kept = records.addresses.find((each) => each.id === number);
  if (kept === undefined) {
    const words = 'An address no longer in the record';
    return { words, address: '', postcode: '', lat: null, lon: null, protected: hidden };
  }
  const { kind, address, postcode, lat, lon } = kept;
  const isHidden = hidden || kept.protected;
  return { words: ADDRESS_WORDS[kind], address, postcode, lat, lon, protected: isHidden };
}
