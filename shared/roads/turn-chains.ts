/** Runs that lead from a way over ways between to another: what a turn rule over ways means on the network. */
import type { BuiltNetwork } from './build-network.ts';
import type { RunNumber } from './network.ts';
import type { RunsAt } from './runs-at.ts';

/** A rule whose ways between are cut into more roads is a slip of the mapper. */
const LONGEST = 64;
/** More than one chain leaves it open which is meant: no need to find all. */
const ENOUGH = 2;

/**
 * Chains of runs by car: one run of the first way, then one or more of each way between in order, then one of the last. No road is
 * driven twice, nobody turns round. `ways` are positions in the input, -1 for a way outside it; at most two chains are looked for.
 */
export function chainsOver(
  ways: readonly number[],
  at: RunsAt,
  built: BuiltNetwork,
): readonly (readonly RunNumber[])[] {
  const [first, ...rest] = ways;
  if (first === undefined || ways.includes(-1)) return [];
  const found: (readonly RunNumber[])[] = [];
  const follow = (chain: readonly RunNumber[], next: number): void => {
    const last = chain.at(-1) ?? -1;
    const isFree = (run: RunNumber): boolean => chain.every((each) => each >> 1 !== run >> 1);
    const junction = at.endOf(last);
    for (const run of at.leaving(junction, rest[next] ?? -1)) {
      if (found.length >= ENOUGH) return;
      if (!isFree(run)) continue;
      if (next === rest.length - 1) found.push([...chain, run]);
      else follow([...chain, run], next + 1);
    }
    // The way between that was come by may be cut into several roads.
    if (next === 0 || chain.length > LONGEST) return;
    for (const run of at.leaving(junction, rest[next - 1] ?? -1))
      if (isFree(run) && found.length < ENOUGH) follow([...chain, run], next);
  };
  for (const run of runsOfWay(first, built)) follow([run], 0);
  return found;
}

function runsOfWay(way: number, { wayOf, network }: BuiltNetwork): readonly RunNumber[] {
  const runs: RunNumber[] = [];
  // Roads stand in the order of their ways.
  for (let road = firstRoadOf(wayOf, way); wayOf[road] === way; road++) {
    if (network.carForward[road] !== 0) runs.push(2 * road);
    if (network.carBackward[road] !== 0) runs.push(2 * road + 1);
  }
  return runs;
}

function firstRoadOf(wayOf: Int32Array, way: number): number {
  let low = 0;
  let high = wayOf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wayOf[middle] as number) < way) low = middle + 1;
    else high = middle;
  }
  return low;
}
