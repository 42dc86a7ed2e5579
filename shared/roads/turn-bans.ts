/** Turn rules as bans: runs that may not be driven one after another. */
import type { BuiltNetwork } from './build-network.ts';
import type { RunNumber } from './network.ts';
import { STOPS_CAR } from './node-rules.ts';
import { positionIn, type RoadInput } from './road-input.ts';
import { RunsAt } from './runs-at.ts';
import { chainsOver } from './turn-chains.ts';
import type { NodeTurnRule, WayTurnRule } from './turn-rules.ts';

/**
 * Chains of two runs or more of which the last may not follow when the others came just before, each by its name (`banName`): of two
 * where the rule holds at a node, of more where it holds over ways between.
 */
export type Bans = ReadonlyMap<string, readonly RunNumber[]>;

/** The name of a chain. */
export const banName = (chain: readonly RunNumber[]): string => chain.join(' ');

/** The bans, and how the rules fared. */
export interface BansMade {
  readonly bans: Bans;
  /** Rules in force at a junction of the network. */
  readonly applied: number;
  /** How many of them hold over a way between. */
  readonly over_ways: number;
  /** Rules whose ways do not meet, lie outside the extract, or forbid what nobody can do. */
  readonly without_effect: number;
}

/** Positions of the nodes where turning has rules: each becomes a junction. Ways of other rules meet at junctions in any case. */
export function turnNodes(input: RoadInput): ReadonlySet<number> {
  const nodes = new Set<number>();
  for (const rule of input.turns) {
    if (!('via' in rule)) continue;
    const node = positionIn(input.nodeIds, rule.via);
    if (node >= 0) nodes.add(node);
  }
  return nodes;
}

/** Works the rules out on the network's runs. */
export function makeBans(input: RoadInput, built: BuiltNetwork): BansMade {
  const at = new RunsAt(built);
  const ways = wayPositions(input);
  const bans = new Map<string, readonly RunNumber[]>();
  let applied = 0;
  let over_ways = 0;
  for (const rule of input.turns) {
    const isOver = 'via_ways' in rule;
    const chain = isOver ? chainOver(rule, at, ways, built) : chainAt(rule, at, ways, input, built);
    const last = chain?.at(-1);
    if (chain === null || last === undefined) continue;
    applied++;
    if (isOver) over_ways++;
    const before = chain.slice(0, -1);
    const forbidden =
      rule.kind === 'no'
        ? [last]
        : at.leaving(at.endOf(before.at(-1) ?? -1), null).filter((run) => run !== last);
    for (const run of forbidden) ban(bans, [...before, run]);
  }
  const without_effect = input.turns.length - applied;
  banTurningRound(bans, at, built);
  return { bans, applied, over_ways, without_effect };
}

function ban(bans: Map<string, readonly RunNumber[]>, chain: readonly RunNumber[]): void {
  bans.set(banName(chain), chain);
}

type Ways = ReadonlyMap<number, number>;

/** The run that arrives and the one that leaves; null where it is left open which are meant, as where a way runs on through the node. */
function chainAt(
  { from, via, to }: NodeTurnRule,
  at: RunsAt,
  ways: Ways,
  input: RoadInput,
  built: BuiltNetwork,
): readonly RunNumber[] | null {
  const junction = built.junctionOf[positionIn(input.nodeIds, via)] ?? -1;
  const [fromWay, toWay] = [ways.get(from) ?? -1, ways.get(to) ?? -1];
  if (junction < 0 || fromWay < 0 || toWay < 0) return null;
  const arriving = at.arriving(junction, fromWay);
  const leaving = at.leaving(junction, toWay);
  return arriving.length === 1 && leaving.length === 1 ? [...arriving, ...leaving] : null;
}

/** The one chain of runs from way to way over those between; null where there is none, or more than one. */
function chainOver(
  { from, via_ways, to }: WayTurnRule,
  at: RunsAt,
  ways: Ways,
  built: BuiltNetwork,
): readonly RunNumber[] | null {
  const chains = chainsOver(
    [from, ...via_ways, to].map((id) => ways.get(id) ?? -1),
    at,
    built,
  );
  return chains.length === 1 ? (chains[0] ?? null) : null;
}

/**
 * Whoever may not turn left must not go on to the next junction, turn round there and come back: where a turn is banned, turning
 * round at the next junction is too, unless the road ends there.
 */
function banTurningRound(
  bans: Map<string, readonly RunNumber[]>,
  at: RunsAt,
  { stops }: BuiltNetwork,
): void {
  const ruled = new Map(bans);
  for (const chain of ruled.values()) {
    const before = chain.slice(0, -1);
    const run = before.at(-1) ?? -1;
    for (const next of at.leaving(at.endOf(run), null)) {
      if (ruled.has(banName([...before, next])) || ruled.has(banName([run, next]))) continue;
      const end = at.endOf(next);
      const back = next ^ 1;
      const onward = at.leaving(end, null);
      const isDeadEnd =
        ((stops[end] as number) & STOPS_CAR) !== 0 || onward.every((each) => each === back);
      if (!isDeadEnd && onward.includes(back)) ban(bans, [next, back]);
    }
  }
}

/** Positions of the ways that turn rules name. */
function wayPositions({ turns, wayIds }: RoadInput): Ways {
  const wanted = new Set(
    turns.flatMap((rule) => [rule.from, rule.to, ...('via_ways' in rule ? rule.via_ways : [])]),
  );
  const found = new Map<number, number>();
  wayIds.forEach((id, way) => {
    if (wanted.has(id)) found.set(id, way);
  });
  return found;
}
