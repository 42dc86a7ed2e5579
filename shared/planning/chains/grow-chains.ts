/** Every chain of runs that one vehicle could do: pairs, and longer ones grown run by run. */
import type { Link } from './chain-links.ts';
import type { ChainRun } from './chain-run.ts';
import { mayKeep, mayShareProvider, savingOf, type ChainSaving } from './chain-saving.ts';
import {
  afternoonOf,
  morningOf,
  type ChainAfternoon,
  type ChainMorning,
  type ChainRules,
  type EmptyWay,
} from './chain-times.ts';

/** Runs that one vehicle could do, in the order of the morning. */
export interface GrownChain {
  readonly runs: readonly ChainRun[];
  readonly morning: ChainMorning;
  readonly afternoon: ChainAfternoon;
  /** null where nothing is saved. */
  readonly saving: ChainSaving | null;
}

/** More are not tried: a screen could not show them, and at half the minutes asked there are fewer. [A] */
const MOST_CHAINS = 30_000;

/**
 * All chains, the pairs first. Whatever fits as a chain fits without its last run as well, so each is grown from one that fits. In the
 * afternoon the runs go in the order of the morning or just the other way round. `isCut` where there were too many.
 */
export function growChains(
  links: readonly Link[],
  basis: { readonly rules: ChainRules; readonly saved_percent: number },
): { readonly chains: readonly GrownChain[]; readonly isCut: boolean } {
  const from = new Map<ChainRun, Link[]>();
  for (const link of links) {
    const list = from.get(link.first);
    if (list === undefined) from.set(link.first, [link]);
    else list.push(link);
  }
  const chains: GrownChain[] = [];
  let growing: readonly (readonly Link[])[] = links.map((link) => [link]);
  while (growing.length > 0) {
    const next: (readonly Link[])[] = [];
    for (const path of growing) {
      const chain = chainOf(path, basis);
      if (chain === null) continue;
      if (chains.length >= MOST_CHAINS) return { chains, isCut: true };
      chains.push(chain);
      const last = path.at(-1);
      for (const link of last === undefined ? [] : (from.get(last.second) ?? []))
        if (mayJoin(chain.runs, link.second)) next.push([...path, link]);
    }
    growing = next;
  }
  return { chains, isCut: false };
}

function mayJoin(runs: readonly ChainRun[], run: ChainRun): boolean {
  const all = [...runs, run];
  return (
    !runs.includes(run) &&
    runs.every((other) => mayShareProvider(other, run)) &&
    all.some((kept) => mayKeep(kept, all))
  );
}

function chainOf(
  path: readonly Link[],
  { rules, saved_percent }: { readonly rules: ChainRules; readonly saved_percent: number },
): GrownChain | null {
  const runs = path.flatMap((link, i) => (i === 0 ? [link.first, link.second] : [link.second]));
  const ways = path.map((link) => link.morning);
  const morning = morningOf(runs, ways, rules);
  const afternoon = morning === null ? null : afternoonBothWays(runs, path, rules);
  if (morning === null || afternoon === null) return null;
  const empty_m = ways.reduce((sum, way) => sum + way.distance_m, 0);
  return { runs, morning, afternoon, saving: savingOf(runs, { empty_m, saved_percent }) };
}

/** The order in which children wait the least; that of the morning where both are equal. */
function afternoonBothWays(
  runs: readonly ChainRun[],
  path: readonly Link[],
  rules: ChainRules,
): ChainAfternoon | null {
  const waysAll = (of: 'same' | 'turned'): readonly EmptyWay[] | null => {
    const ways = path.flatMap((link) => link[of] ?? []);
    return ways.length === path.length ? ways : null;
  };
  const [there, back] = [waysAll('same'), waysAll('turned')];
  const same = there === null ? null : afternoonOf(runs, there, rules);
  const turned = back === null ? null : afternoonOf(runs.toReversed(), back.toReversed(), rules);
  const total = (waits: readonly number[]): number => waits.reduce((sum, each) => sum + each, 0);
  if (same !== null && (turned === null || total(same.waits_s) <= total(turned.waits_s)))
    return { ...same, same_order: true };
  return turned === null
    ? null
    : { ...turned, waits_s: turned.waits_s.toReversed(), same_order: false };
}
