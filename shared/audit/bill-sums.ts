/** The sums that a bill is checked with. */
import type { CostLine } from '../model/plan.ts';

/** Pence of some kinds of lines; of all where none is named. */
export function sumOf(lines: readonly CostLine[], ...kinds: readonly CostLine['kind'][]): number {
  let sum = 0;
  for (const line of lines) if (kinds.length === 0 || kinds.includes(line.kind)) sum += line.pence;
  return sum;
}

/** Pence for metres at pence a kilometre, half up. */
export function forDistance(perKm: number, metres: number): number {
  return Math.floor((perKm * metres) / 1000 + 0.5);
}

/** Pence for seconds at pence an hour, half up. */
export function forTime(perHour: number, seconds: number): number {
  return Math.floor((perHour * seconds) / 3600 + 0.5);
}
