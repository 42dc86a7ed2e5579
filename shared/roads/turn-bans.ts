/** Turn rules as bans: after this run, not that run. */
import type { BuiltNetwork } from './build-network.ts';
import type { RoadNetwork, RunNumber } from './network.ts';
import { STOPS_CAR } from './node-rules.ts';
import { positionIn, type RoadInput } from './road-input.ts';

/** Runs that may not follow a run. */
export type Bans = ReadonlyMap<RunNumber, ReadonlySet<RunNumber>>;

/** The bans, and how the rules fared. */
export interface BansMade {
  readonly bans: Bans;
  /** Rules in force at a junction of the network. */
  readonly applied: number;
  /** Rules whose ways do not meet at the node, lie outside the extract, or forbid what nobody can do. */
  readonly without_effect: number;
}

/** Positions of the nodes where turning has rules: each becomes a junction. */
export function turnNodes(input: RoadInput): ReadonlySet<number> {
  const nodes = new Set<number>();
  for (const { via } of input.turns) {
    const node = positionIn(input.nodeIds, via);
    if (node >= 0) nodes.add(node);
  }
  return nodes;
}

/** The roads at each junction: those of junction j stand at `list[start[j]]` to `list[start[j + 1] - 1]`, a loop twice. */
interface Incidence {
  readonly start: Int32Array;
  readonly list: Int32Array;
}

function incidenceOf({ junctions, from, to }: RoadNetwork): Incidence {
  const start = new Int32Array(junctions + 1);
  for (let road = 0; road < from.length; road++) {
    start[(from[road] as number) + 1] = (start[(from[road] as number) + 1] as number) + 1;
    start[(to[road] as number) + 1] = (start[(to[road] as number) + 1] as number) + 1;
  }
  for (let j = 0; j < junctions; j++)
    start[j + 1] = (start[j + 1] as number) + (start[j] as number);
  const next = start.slice();
  const list = new Int32Array(2 * from.length);
  for (let road = 0; road < from.length; road++) {
    for (const junction of [from[road] as number, to[road] as number]) {
      list[next[junction] as number] = road;
      next[junction] = (next[junction] as number) + 1;
    }
  }
  return { start, list };
}

class Turning {
  readonly banned = new Map<RunNumber, Set<RunNumber>>();
  private readonly built: BuiltNetwork;
  private readonly incidence: Incidence;

  constructor(built: BuiltNetwork) {
    this.built = built;
    this.incidence = incidenceOf(built.network);
  }

  /** Runs by car that end at a junction (`arriving`) or begin there; of one way, or of all. */
  runsAt(junction: number, arriving: boolean, way: number | null): readonly RunNumber[] {
    const { network, wayOf } = this.built;
    const { start, list } = this.incidence;
    const runs = new Set<RunNumber>();
    for (let i = start[junction] as number; i < (start[junction + 1] as number); i++) {
      const road = list[i] as number;
      if (way !== null && wayOf[road] !== way) continue;
      const forwardEnd = arriving ? network.to[road] : network.from[road];
      const backwardEnd = arriving ? network.from[road] : network.to[road];
      if (forwardEnd === junction && network.carForward[road] !== 0) runs.add(2 * road);
      if (backwardEnd === junction && network.carBackward[road] !== 0) runs.add(2 * road + 1);
    }
    return [...runs];
  }

  ban(run: RunNumber, next: RunNumber): void {
    const set = this.banned.get(run);
    if (set === undefined) this.banned.set(run, new Set([next]));
    else set.add(next);
  }

  endOf(run: RunNumber): number {
    const { from, to } = this.built.network;
    return ((run & 1) === 1 ? from[run >> 1] : to[run >> 1]) as number;
  }
}

/** Works the rules out on the network's runs. */
export function makeBans(input: RoadInput, built: BuiltNetwork): BansMade {
  const turning = new Turning(built);
  const ways = wayPositions(input);
  let applied = 0;
  for (const { kind, from, via, to } of input.turns) {
    const junction = built.junctionOf[positionIn(input.nodeIds, via)] ?? -1;
    const [fromWay, toWay] = [ways.get(from) ?? -1, ways.get(to) ?? -1];
    if (junction < 0 || fromWay < 0 || toWay < 0) continue;
    const arriving = turning.runsAt(junction, true, fromWay);
    const leaving = turning.runsAt(junction, false, toWay);
    const [run] = arriving;
    const [next] = leaving;
    // A way that runs on through the junction leaves it open which of its sides is meant.
    if (run === undefined || next === undefined || arriving.length > 1 || leaving.length > 1)
      continue;
    applied++;
    if (kind === 'no') turning.ban(run, next);
    else
      for (const other of turning.runsAt(junction, false, null))
        if (other !== next) turning.ban(run, other);
  }
  const without_effect = input.turns.length - applied;
  banTurningRound(turning, built);
  return { bans: turning.banned, applied, without_effect };
}

/**
 * Whoever may not turn left must not go on to the next junction, turn round there and come back: where a turn is banned, turning
 * round at the next junction is too, unless the road ends there.
 */
function banTurningRound(turning: Turning, { stops }: BuiltNetwork): void {
  const ruled = [...turning.banned];
  for (const [run, banned] of ruled) {
    for (const next of turning.runsAt(turning.endOf(run), false, null)) {
      if (banned.has(next)) continue;
      const end = turning.endOf(next);
      const back = next ^ 1;
      const onward = turning.runsAt(end, false, null);
      const isDeadEnd =
        ((stops[end] as number) & STOPS_CAR) !== 0 || onward.every((each) => each === back);
      if (!isDeadEnd && onward.includes(back)) turning.ban(next, back);
    }
  }
}

/** Positions of the ways that turn rules name. */
function wayPositions({ turns, wayIds }: RoadInput): ReadonlyMap<number, number> {
  const wanted = new Set(turns.flatMap(({ from, to }) => [from, to]));
  const found = new Map<number, number>();
  wayIds.forEach((id, way) => {
    if (wanted.has(id)) found.set(id, way);
  });
  return found;
}
