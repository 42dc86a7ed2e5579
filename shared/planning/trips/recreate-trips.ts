import type { Random } from '../../kernel/random.ts';
import { insertStop } from './insert-stop.ts';
import type { TripInstance } from './trip-instance.ts';
import type { TripState } from './trip-state.ts';

/** Orders in which stops go back, with their weights, as SISR (Christiaens and Vanden Berghe, 2020). */
const ORDERS: readonly (readonly [Key | null, number])[] = [
  [null, 4],
  [(instance, stop) => -(instance.pupils[stop] as number), 4],
  [(instance, stop) => -(instance.alone[stop] as number), 2],
  [(instance, stop) => instance.alone[stop] as number, 1],
];
type Key = (instance: TripInstance, stop: number) => number;

/** Puts back what is missing, in an order drawn by lot; what finds no place stays missing. */
export function recreateTrips(state: TripState, blink: number, random: Random): void {
  const { missing, instance } = state;
  for (let i = missing.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = missing[i] as number;
    missing[i] = missing[j] as number;
    missing[j] = held;
  }
  const key = random.weighted(ORDERS);
  if (key !== null) missing.sort((a, b) => key(instance, a) - key(instance, b));
  const count = missing.length;
  let left = 0;
  for (let i = 0; i < count; i++) {
    const stop = missing[i] as number;
    if (!insertStop(state, stop, blink, random)) missing[left++] = stop;
  }
  // Behind the list: stops that lost their trip while others were put back (where travel breaks the triangle rule).
  for (let i = count; i < missing.length; i++) missing[left++] = missing[i] as number;
  missing.length = left;
}
