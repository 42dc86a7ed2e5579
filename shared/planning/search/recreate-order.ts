import type { Random } from '../../kernel/random.ts';
import type { Ruin } from '../operators/remove-strings.ts';
import type { Instance } from './instance.ts';

/** Orders in which pupils go back, with their weights: as SISR, and the tightest limit first. */
const ORDERS = ['random', 'load', 'far', 'near', 'tight'] as const;
type Order = (typeof ORDERS)[number];
const WEIGHTS: readonly (readonly [Order, number])[] = [
  ['random', 4],
  ['load', 4],
  ['far', 2],
  ['near', 1],
  ['tight', 1],
];

/** Sorts the removed pupils for putting back. Ties keep the random order. */
export function orderRemoved(instance: Instance, ruin: Ruin, random: Random): void {
  const { removed, count } = ruin;
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = removed[i] as number;
    removed[i] = removed[j] as number;
    removed[j] = held;
  }
  const order = random.weighted(WEIGHTS);
  if (order === 'random') return;
  const key = KEYS[order];
  for (let i = 1; i < count; i++) {
    const p = removed[i] as number;
    const rank = key(instance, p);
    let j = i - 1;
    while (j >= 0 && key(instance, removed[j] as number) > rank) {
      removed[j + 1] = removed[j] as number;
      j--;
    }
    removed[j + 1] = p;
  }
}

/** A wheelchair space is scarcer than a seat. */
const CHAIR_WEIGHT = 3;

const KEYS: Readonly<Record<Exclude<Order, 'random'>, (instance: Instance, p: number) => number>> =
  {
    load: (instance, p) =>
      -(
        (instance.seats[p] as number) +
        (instance.assistant[p] as number) +
        CHAIR_WEIGHT * (instance.chairs[p] as number)
      ),
    far: (instance, p) => -(instance.distances[p * instance.n] as number),
    near: (instance, p) => instance.distances[p * instance.n] as number,
    tight: (instance, p) =>
      (instance.limit[p] as number) - (instance.durations[p * instance.n] as number),
  };
