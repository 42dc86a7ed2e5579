/**
 * Where a vehicle stops for a client, and for which journey: `home` is the way between the home and the school of the record. On some
 * days: `second` (the record's second address) or `address 12` (one kept by its number); `home to 3`, `address 12 to 3` on the days of
 * the setting of education kept as number 3.
 */
export type StopPlace = string;

/** The way from the home of the record to its school. */
export const HOME: StopPlace = 'home';

/** The number of a kept address; null for the home and the second address of the record. */
export function addressNumber(place: StopPlace): number | null {
  const match = /^address (\d+)( to \d+)?$/.exec(place);
  return match === null ? null : Number(match[1]);
}

/** The same address on the days of another setting of education. */
export function placeFor(place: StopPlace, placement_id: number): StopPlace {
  return `${place} to ${placement_id}`;
}

/** Whether the stop is at the home of the record, to whichever school. */
export function isAtHome(place: StopPlace): boolean {
  return place === HOME || place.startsWith(`${HOME} to `);
}
