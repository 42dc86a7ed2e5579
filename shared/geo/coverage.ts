import type { Position } from './position.ts';

/** A box in degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Whether a position lies in a box, its edges with it. */
export function isWithin(box: Box, { lat, lon }: Position): boolean {
  return lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
}

/** A district as far as a map's reach is asked about it. */
interface Area extends Position {
  readonly name: string;
  /** Whether it is the council's own. */
  readonly own: boolean;
}

/** Names of the council's own districts whose middle a map or network leaves out, by the alphabet. */
export function leftOutBy(box: Box, districts: readonly Area[]): readonly string[] {
  return districts
    .filter((district) => district.own && !isWithin(box, district))
    .map(({ name }) => name)
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'));
}
