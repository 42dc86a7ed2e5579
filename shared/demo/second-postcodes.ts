import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { Postcode } from '../model/school.ts';
import { drawPosition } from './homes.ts';
import { demoPlaces } from './places.ts';

/** How far a postcode's centroid may lie from a home in it, metres, as for Code-Point Open's usual quality [A]. */
const ERROR_M = 100;

/** Where the postcodes of the second homes lie: nothing else in the store says it, and a vehicle is to stop there. */
export function secondPostcodes(random: Random, clients: readonly Client[]): readonly Postcode[] {
  const places = new Map(demoPlaces().map((place) => [place.name, place]));
  const rows = new Map<string, Postcode>();
  for (const { second_address, second_postcode } of clients) {
    const place = places.get(second_address.slice(second_address.lastIndexOf(', ') + 2));
    if (second_postcode === '' || place === undefined || rows.has(second_postcode)) continue;
    rows.set(second_postcode, {
      postcode: second_postcode,
      ...drawPosition(random, place),
      district_code: place.district_code,
      country_code: 'E92000001',
      error_m: ERROR_M,
    });
  }
  return [...rows.values()];
}
