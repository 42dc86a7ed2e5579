import { straightLineMetres } from '../../geo/estimate.ts';
import { knownPosition } from '../../geo/position.ts';

type Placed = { readonly lat: number | null; readonly lon: number | null } | undefined;

/** A run by straight lines, metres: from home to home in the order given and on to the school; places without a position are passed over. */
export function runMetres(homes: readonly Placed[], school: Placed): number {
  const places = [...homes, school].map(knownPosition).filter((each) => each !== null);
  return places.reduce((sum, place, at) => {
    const before = places[at - 1];
    return before === undefined ? 0 : sum + straightLineMetres(before, place);
  }, 0);
}
