/** The order in which places of a new provision go, and the sums of those who have one. */
import { sumPence } from '../../kernel/units.ts';
import type { NewProvision } from '../../model/placement.ts';
import type { Candidate } from './provision-candidates.ts';

/** Before and after of some clients, added up. Lengths one way in metres, money in pence a year (average method), times in seconds. */
export interface ProvisionSums {
  readonly clients: number;
  readonly from_m: number;
  readonly to_m: number;
  readonly cost_pence: number;
  readonly cost_after_pence: number;
}

/**
 * Those whom the provision is nearer for, in the order that places go: by most miles saved, or most pounds of transport saved; ties by reference.
 * Each client's saving stands by itself, so the first so many are the best that so many places can do.
 */
export function inOrderOf(
  { rule }: Pick<NewProvision, 'rule'>,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const gain = (each: Candidate): number =>
    rule === 'distance' ? each.from_m - each.to_m : each.cost_pence - each.cost_after_pence;
  return candidates
    .filter((each) => each.to_m < each.from_m && gain(each) > 0)
    .toSorted(
      (a, b) =>
        gain(b) - gain(a) ||
        (a.client.ref < b.client.ref ? -1 : a.client.ref > b.client.ref ? 1 : 0),
    );
}

/** Adds clients up. */
export function sumsOf(clients: readonly Candidate[]): ProvisionSums {
  return {
    clients: clients.length,
    from_m: metresOf(clients, (each) => each.from_m),
    to_m: metresOf(clients, (each) => each.to_m),
    cost_pence: sumPence(clients.map((each) => each.cost_pence)),
    cost_after_pence: sumPence(clients.map((each) => each.cost_after_pence)),
  };
}

/** Metres of clients added up. */
export function metresOf(clients: readonly Candidate[], of: (each: Candidate) => number): number {
  return clients.reduce((sum, each) => sum + of(each), 0);
}
