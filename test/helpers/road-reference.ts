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
 * Makes a reference for a network and the turn rules it was read with. `isOpen` says which runs lie in the largest component: where bans
 * leave no way on is a trap, and no journey ends there. What is searched are runs with the runs driven just before, as far back as a ban begins.
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
  const by = (junctionOf: (run: number) => number) => {
    const groups = new Map<number, number[]>();
    for (const run of runs) {
      const list = groups.get(junctionOf(run)) ?? [];
      list.push(run);
      groups.set(junctionOf(run), list);
    }
    return (junction: number): readonly number[] => groups.get(junction) ?? [];
  };
  const at = { begin, end, ending: by(end), beginning: by(begin) };
  const bit = profile === 'car' ? 1 : 2;
  const isBlocked = (junction: number) => ((built.stops[junction] ?? 0) & bit) !== 0;
  const banned = profile === 'car' ? rulesOf(input, built, runs, at) : new Set<string>();
  const begun = new Set<string>();
  for (const name of banned) {
    const list = name.split(' ');
    for (let length = 1; length < list.length; length++) begun.add(list.slice(0, length).join(' '));
  }
  const known = new Map<string, State>();
  const stateOf = (driven: readonly number[]): State => {
    let from = 0;
    while (from < driven.length - 1 && !begun.has(driven.slice(from).join(' '))) from++;
    const kept = driven.slice(from);
    const name = kept.join(' ');
    const found = known.get(name) ?? { name, runs: kept, run: kept.at(-1) ?? -1 };
    known.set(name, found);
    return found;
  };
  const onward = new Map<string, readonly State[]>();
  const next = (state: State): readonly State[] => {
    const had = onward.get(state.name);
    if (had !== undefined) return had;
    const { run, runs: driven } = state;
    const ahead = isBlocked(end(run))
      ? at.beginning(end(run)).filter((back) => back === (run ^ 1))
      : at
          .beginning(end(run))
          .filter(
            (each) => !driven.some((_, i) => banned.has([...driven.slice(i), each].join(' '))),
          );
    const states = ahead.map((each) => stateOf([...driven, each]));
    onward.set(state.name, states);
    return states;
  };
  const starts = new Map(runs.map((run) => [run, stateOf([run])]));
  const lives = banned.size === 0 ? () => true : liveStates([...starts.values()], next, isOpen);
  return {
    costs: (from, to) => search({ network, profile, starts, next, isOpen, lives }, from, to),
  };
}

/** A run, and those driven just before it that a ban begins with. */
interface State {
  readonly name: string;
  readonly runs: readonly number[];
  readonly run: number;
}

/** Whether the largest component can be reached from a state: some open run has one state only, which must lie in it. */
function liveStates(
  starts: readonly State[],
  next: (state: State) => readonly State[],
  isOpen: (run: number) => boolean,
): (state: State) => boolean {
  const all = new Map(starts.map((state) => [state.name, state]));
  const before = new Map<string, string[]>();
  const states = new Map<number, number>();
  for (const state of all.values()) {
    states.set(state.run, (states.get(state.run) ?? 0) + 1);
    for (const each of next(state)) {
      all.set(each.name, each);
      before.set(each.name, [...(before.get(each.name) ?? []), state.name]);
    }
  }
  const sure = [...all.values()].find(({ run }) => isOpen(run) && states.get(run) === 1);
  if (sure === undefined) return () => true;
  const live = new Set([sure.name]);
  const waiting = [sure.name];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const each of before.get(name) ?? []) {
      if (live.has(each)) continue;
      live.add(each);
      waiting.push(each);
    }
  return ({ name }) => live.has(name);
}

interface At extends Record<'begin' | 'end', (run: number) => number> {
  readonly ending: (junction: number) => readonly number[];
  readonly beginning: (junction: number) => readonly number[];
}

function rulesOf(
  input: RoadInput,
  built: BuiltNetwork,
  runs: readonly number[],
  { end, ending, beginning }: At,
): Set<string> {
  const banned = new Set<string>();
  const wayId = (run: number) => input.wayIds[built.wayOf[run >> 1] ?? -1];
  /** All chains of runs over these ways in order, one or more runs of each between: grown from the end backwards. */
  const over = (ids: readonly number[]): readonly (readonly number[])[] => {
    const [from = -1, ...between] = ids.slice(0, -1);
    let growing = runs.filter((run) => wayId(run) === ids.at(-1)).map((run) => [run]);
    for (const id of between.toReversed()) {
      const done: number[][] = [];
      let tips = growing;
      while (tips.length > 0) {
        tips = tips.flatMap((chain) =>
          ending(startOf(chain))
            .filter((run) => wayId(run) === id && chain.every((each) => each >> 1 !== run >> 1))
            .map((run) => [run, ...chain]),
        );
        done.push(...tips);
      }
      growing = done;
    }
    return growing.flatMap((chain) =>
      ending(startOf(chain))
        .filter((run) => wayId(run) === from && chain.every((each) => each >> 1 !== run >> 1))
        .map((run) => [run, ...chain]),
    );
  };
  const startOf = ([run = -1]: readonly number[]) => end(run ^ 1);
  for (const rule of input.turns) {
    let chain: readonly number[] = [];
    if ('via' in rule) {
      const junction = built.junctionOf[input.nodeIds.indexOf(rule.via)] ?? -1;
      const arriving = ending(junction).filter((run) => wayId(run) === rule.from);
      const wanted = beginning(junction).filter((run) => wayId(run) === rule.to);
      if (junction < 0 || arriving.length !== 1 || wanted.length !== 1) continue;
      chain = [...arriving, ...wanted];
    } else {
      const chains = over([rule.from, ...rule.via_ways, rule.to]);
      if (chains.length !== 1) continue;
      chain = chains[0] ?? [];
    }
    const before = chain.slice(0, -1);
    const out = beginning(end(before.at(-1) ?? -1));
    const hit = rule.kind === 'no' ? chain.slice(-1) : out.filter((run) => run !== chain.at(-1));
    for (const each of hit) banned.add([...before, each].join(' '));
  }
  // Nobody turns round at the next junction to get about a ban, unless the road ends there.
  const ruled = new Set(banned);
  for (const name of ruled) {
    const before = name.split(' ').slice(0, -1);
    const run = Number(before.at(-1));
    for (const next of beginning(end(run))) {
      if (ruled.has([...before, next].join(' ')) || ruled.has(`${run} ${next}`)) continue;
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
    starts,
    next,
    isOpen,
    lives,
  }: {
    readonly network: RoadNetwork;
    readonly profile: Profile;
    readonly starts: ReadonlyMap<number, State>;
    readonly next: (state: State) => readonly State[];
    readonly isOpen: (run: number) => boolean;
    readonly lives: (state: State) => boolean;
  },
  from: RoadPlace,
  to: readonly RoadPlace[],
): readonly number[] {
  const share = (run: number, part: number) =>
    Math.round((cost(network, profile, run) * part) / (network.length[run >> 1] ?? 1));
  const along = (place: RoadPlace, run: number) =>
    run % 2 === 0 ? place.along : (network.length[place.road] ?? 0) - place.along;
  /** Cost at the end of each state, and at the beginning of each run. */
  const atEnd = new Map<string, number>();
  const atBegin = new Map<number, number>();
  const waiting: [number, State][] = [];
  const push = (key: number, state: State): void => {
    let at = waiting.length;
    waiting.push([key, state]);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const [a, b] = [waiting[at], waiting[up]];
      if (a === undefined || b === undefined || b[0] <= a[0]) break;
      [waiting[at], waiting[up]] = [b, a];
      at = up;
    }
  };
  const pop = (): [number, State] | undefined => {
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
    const state = starts.get(run);
    if (state === undefined || !isOpen(run)) continue;
    push(share(run, (network.length[from.road] ?? 0) - along(from, run)), state);
  }
  for (;;) {
    const taken = pop();
    if (taken === undefined) break;
    const [here, state] = taken;
    if (atEnd.has(state.name)) continue;
    atEnd.set(state.name, here);
    for (const each of next(state)) {
      if (!lives(each)) continue;
      if (here < (atBegin.get(each.run) ?? Infinity)) atBegin.set(each.run, here);
      if (!atEnd.has(each.name)) push(here + cost(network, profile, each.run), each);
    }
  }
  return to.map((place) => {
    let best = Infinity;
    for (const run of [2 * place.road, 2 * place.road + 1]) {
      if (!starts.has(run) || !isOpen(run)) continue;
      const begun = atBegin.get(run);
      if (begun !== undefined) best = Math.min(best, begun + share(run, along(place, run)));
      const part = along(place, run) - along(from, run);
      if (place.road === from.road && part >= 0) best = Math.min(best, share(run, part));
    }
    return best;
  });
}
