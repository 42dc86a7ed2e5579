/** The second opinion on ways: a plain search over runs (Dijkstra, 1959), which knows turn rules and barriers by itself. */
import type { BuiltNetwork } from '../../shared/roads/build-network.ts';
import type { Profile, RoadNetwork } from '../../shared/roads/network.ts';
import type { RoadPlace } from '../../shared/roads/profile-roads.ts';
import type { RoadInput } from '../../shared/roads/road-input.ts';

interface Reference {
  /** Costs from a place to other places; Infinity where there is no way. */
  readonly costs: (from: RoadPlace, to: readonly RoadPlace[]) => readonly number[];
}

const cost = (network: RoadNetwork, profile: Profile, run: number): number => {
  const road = Math.floor(run / 2);
  if (profile === 'foot') return network.foot[road] === 1 ? (network.length[road] ?? 0) : 0;
  return (run % 2 === 0 ? network.carForward[road] : network.carBackward[road]) ?? 0;
};

/**
 * Makes a reference for a network and the turn rules it was read with. `isOpen` says which runs lie in the largest component: a run from
 * which bans leave no way on is a trap, and no journey ends there.
 */
export function roadReference(
  input: RoadInput,
  built: BuiltNetwork,
  profile: Profile,
  isOpen: (run: number) => boolean = () => true,
): Reference {
  const { network } = built;
  const runs = Array.from({ length: 2 * network.from.length }, (_, run) => run).filter(
    (run) => cost(network, profile, run) > 0,
  );
  const begin = (run: number) => (run % 2 === 0 ? network.from : network.to)[run >> 1] ?? -1;
  const end = (run: number) => (run % 2 === 0 ? network.to : network.from)[run >> 1] ?? -1;
  const leaving = new Map<number, number[]>();
  for (const run of runs) {
    const list = leaving.get(begin(run)) ?? [];
    list.push(run);
    leaving.set(begin(run), list);
  }
  const bit = profile === 'car' ? 1 : 2;
  const isBlocked = (junction: number) => ((built.stops[junction] ?? 0) & bit) !== 0;
  const banned =
    profile === 'car' ? rulesOf(input, built, runs, { begin, end }) : new Set<string>();
  const onward = (run: number): readonly number[] => {
    if (isBlocked(end(run))) return [run ^ 1].filter((back) => runs.includes(back));
    return (leaving.get(end(run)) ?? []).filter((next) => !banned.has(`${run} ${next}`));
  };
  const next = new Map(runs.map((run) => [run, onward(run)]));
  return { costs: (from, to) => search({ network, profile, next, isOpen }, from, to) };
}

function rulesOf(
  input: RoadInput,
  built: BuiltNetwork,
  runs: readonly number[],
  { begin, end }: Record<'begin' | 'end', (run: number) => number>,
): Set<string> {
  const banned = new Set<string>();
  const wayId = (run: number) => input.wayIds[built.wayOf[run >> 1] ?? -1];
  const by = (junctionOf: (run: number) => number) => {
    const groups = new Map<number, number[]>();
    for (const run of runs) {
      const list = groups.get(junctionOf(run)) ?? [];
      list.push(run);
      groups.set(junctionOf(run), list);
    }
    return (junction: number): readonly number[] => groups.get(junction) ?? [];
  };
  const [ending, beginning] = [by(end), by(begin)];
  for (const { kind, from, via, to } of input.turns) {
    const junction = built.junctionOf[input.nodeIds.indexOf(via)] ?? -1;
    const arriving = ending(junction).filter((run) => wayId(run) === from);
    const out = beginning(junction);
    const wanted = out.filter((run) => wayId(run) === to);
    if (junction < 0 || arriving.length !== 1 || wanted.length !== 1) continue;
    const hit = kind === 'no' ? wanted : out.filter((run) => run !== wanted[0]);
    for (const each of hit) banned.add(`${arriving[0]} ${each}`);
  }
  // Nobody turns round at the next junction to get about a ban, unless the road ends there.
  const pairs = [...banned];
  for (const pair of pairs) {
    const [run = -1] = pair.split(' ').map(Number);
    for (const next of beginning(end(run))) {
      if (banned.has(`${run} ${next}`)) continue;
      if (((built.stops[end(next)] ?? 0) & 1) !== 0) continue;
      const others = beginning(end(next)).filter((each) => each !== (next ^ 1));
      if (others.length > 0) banned.add(`${next} ${next ^ 1}`);
    }
  }
  return banned;
}

function search(
  {
    network,
    profile,
    next,
    isOpen,
  }: {
    readonly network: RoadNetwork;
    readonly profile: Profile;
    readonly next: ReadonlyMap<number, readonly number[]>;
    readonly isOpen: (run: number) => boolean;
  },
  from: RoadPlace,
  to: readonly RoadPlace[],
): readonly number[] {
  const share = (run: number, part: number) =>
    Math.round((cost(network, profile, run) * part) / (network.length[run >> 1] ?? 1));
  const along = (place: RoadPlace, run: number) =>
    run % 2 === 0 ? place.along : (network.length[place.road] ?? 0) - place.along;
  /** Cost at the end of each run, and at the beginning of each. */
  const atEnd = new Map<number, number>();
  const atBegin = new Map<number, number>();
  const waiting: [number, number][] = [];
  const push = (key: number, run: number): void => {
    let at = waiting.length;
    waiting.push([key, run]);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const [a, b] = [waiting[at], waiting[up]];
      if (a === undefined || b === undefined || b[0] <= a[0]) break;
      [waiting[at], waiting[up]] = [b, a];
      at = up;
    }
  };
  const pop = (): [number, number] | undefined => {
    const first = waiting[0];
    const last = waiting.pop();
    if (last === undefined || waiting.length === 0) return first;
    waiting[0] = last;
    for (let at = 0; ;) {
      let kid = 2 * at + 1;
      if (kid >= waiting.length) break;
      if ((waiting[kid + 1]?.[0] ?? Infinity) < (waiting[kid]?.[0] ?? 0)) kid++;
      const [a, b] = [waiting[at], waiting[kid]];
      if (a === undefined || b === undefined || a[0] <= b[0]) break;
      [waiting[at], waiting[kid]] = [b, a];
      at = kid;
    }
    return first;
  };
  for (const run of [2 * from.road, 2 * from.road + 1]) {
    if (!next.has(run) || !isOpen(run)) continue;
    push(share(run, (network.length[from.road] ?? 0) - along(from, run)), run);
  }
  for (;;) {
    const taken = pop();
    if (taken === undefined) break;
    const [here, run] = taken;
    if (atEnd.has(run)) continue;
    atEnd.set(run, here);
    for (const each of next.get(run) ?? []) {
      if (!atBegin.has(each) || here < (atBegin.get(each) ?? 0)) atBegin.set(each, here);
      if (!atEnd.has(each)) push(here + cost(network, profile, each), each);
    }
  }
  return to.map((place) => {
    let best = Infinity;
    for (const run of [2 * place.road, 2 * place.road + 1]) {
      if (!next.has(run) || !isOpen(run)) continue;
      const begun = atBegin.get(run);
      if (begun !== undefined) best = Math.min(best, begun + share(run, along(place, run)));
      const part = along(place, run) - along(from, run);
      if (place.road === from.road && part >= 0) best = Math.min(best, share(run, part));
    }
    return best;
  });
}
