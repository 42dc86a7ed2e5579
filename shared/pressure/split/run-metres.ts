import { straightLineMetres } from '../../geo/estimate.ts';
import type { Position } from '../../geo/position.ts';

type Placed = { readonly lat: number | null; readonly lon: number | null } | undefined;

/** A run by straight lines, metres: from home to home in the order given and on to the school; places without a position are passed over. */
export function runMetres(homes: readonly Placed[], school: Placed): number {
  const places = [...homes, school].flatMap((each) => positionOf(each));
  return places.reduce((sum, place, at) => {
    const before = places[at - 1];
    return before === undefined ? 0 : sum + straightLineMetres(before, place);
  }, 0);
}

function positionOf(place: Placed): readonly Position[] {
  if (place === undefined || place.lat === null || place.lon === null) return [];
  return [{ lat: place.lat, lon: place.lon }];
}
