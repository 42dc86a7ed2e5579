import type { Position } from '../geo/position.ts';
import type { Random } from '../kernel/random.ts';
import { isOnLand } from './coast.ts';
import { STREET_ENDS, STREET_STARTS } from './names.ts';
import type { Place } from './places.ts';

/** Where an invented child lives. */
export interface Home extends Position {
  readonly address: string;
  readonly postcode: string;
  readonly district_code: string;
  readonly place: string;
}

const METRES_PER_DEGREE = 111_195;
/** Letters that never stand in the second half of a real postcode (Royal Mail, PAF digest), so that no invented home is anyone's. */
const NEVER_USED = ['C', 'I', 'K', 'M', 'O', 'V'] as const;
/** Share of the children who live in a hamlet or on a farm about a place [A], and how far out. */
const RURAL_SHARE = 0.09;
const RURAL_SPREAD_M = 2600;

/** Five decimals of a degree: about a metre. */
export function roundDegrees(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

/** Draws a home about one of the places, on land, with an address and postcode that do not exist. */
export function drawHome(random: Random, places: readonly (readonly [Place, number])[]): Home {
  const place = random.weighted(places);
  const position = drawPosition(random, place);
  return {
    ...position,
    address: `${drawStreet(random)}, ${place.name}`,
    postcode: drawPostcode(random, place),
    district_code: place.district_code,
    place: place.name,
  };
}

/** A house number and a street that is nowhere. */
export function drawStreet(random: Random): string {
  return `${1 + random.below(140)} ${random.pick(STREET_STARTS)} ${random.pick(STREET_ENDS)}`;
}

/** A postcode that looks right and cannot exist, such as `ME14 1CV`. */
export function drawPostcode(random: Random, place: Place): string {
  const letters = `${random.pick(NEVER_USED)}${random.pick(NEVER_USED)}`;
  return `${random.pick(place.outwards)} ${1 + random.below(9)}${letters}`;
}

/** A position about a place, on land. */
export function drawPosition(random: Random, place: Place): Position {
  for (let tries = 0; tries < 60; tries++) {
    const spread = random.chance(RURAL_SHARE) ? RURAL_SPREAD_M : place.spread_m;
    const east = random.normal() * spread;
    const north = random.normal() * spread;
    if (Math.hypot(east, north) > 2.4 * spread) continue;
    const position = {
      lat: roundDegrees(place.lat + north / METRES_PER_DEGREE),
      lon: roundDegrees(
        place.lon + east / (METRES_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180)),
      ),
    };
    if (isOnLand(position)) return position;
  }
  return { lat: place.lat, lon: place.lon };
}
