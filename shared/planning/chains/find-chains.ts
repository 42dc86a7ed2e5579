/** Which runs of a plan one vehicle could do one after the other: every pair that fits, and the most that can be had at once. */
import type { IsoDate } from '../../calendar/dates.ts';
import { numberAt, rateCardAt } from '../../costing/read-settings.ts';
import { straightLineMetres } from '../../geo/estimate.ts';
import type { Position } from '../../geo/position.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Client } from '../../model/client.ts';
import type { Setting } from '../../model/money.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { NOT_A_RUN, toChainRun, type ChainRun, type NotARun } from './chain-run.ts';
import { mayKeep, mayShareProvider, savingOf, type ChainSaving } from './chain-saving.ts';
import {
  afternoonOf,
  afternoonRoom,
  morningOf,
  morningRoom,
  type ChainAfternoon,
  type ChainMorning,
  type ChainRules,
} from './chain-times.ts';
import { emptyWays } from './empty-ways.ts';
import { matchPairs } from './match-pairs.ts';

/** What a planner tries out, seconds; null: by the setting. */
export interface ChainsAsked {
  /** How much earlier the first run may reach its school. */
  readonly earlier_s: number | null;
  /** How long children may wait at school in the afternoon. */
  readonly wait_s: number | null;
}

/** What is needed to look: the plan's routes and what they are made of. */
export interface ChainFacts {
  readonly on: IsoDate;
  readonly settings: readonly Setting[];
  readonly routes: readonly PlannedRoute[];
  readonly clients: ReadonlyMap<number, Client>;
  readonly schools: ReadonlyMap<number, School>;
  readonly travel: Travel;
  readonly asked: ChainsAsked;
}

/** Two runs that one vehicle could do. */
export interface ChainPair {
  readonly first: ChainRun;
  readonly second: ChainRun;
  readonly morning: ChainMorning;
  readonly afternoon: ChainAfternoon;
  readonly saving: ChainSaving;
  /** Among those that can be had at once: no run stands in two of them. */
  readonly chosen: boolean;
}

/** What was found, and what was not looked at. */
export interface Chains {
  readonly rules: ChainRules;
  readonly saved_percent: number;
  readonly runs: number;
  readonly left_out: Readonly<Record<NotARun, number>>;
  /** Largest saving first; the chosen are as many as can be. */
  readonly pairs: readonly ChainPair[];
  /** Pairs that fit in time but save nothing. */
  readonly unpaying: number;
}

/** No way is driven faster: the limit on a motorway, 70 miles an hour, in metres a second. */
const FASTEST_MPS = 31.3;

/** Looks at every pair of runs. */
export function findChains(facts: ChainFacts): Chains {
  const rules = rulesOf(facts);
  const saved_percent = numberAt(facts.settings, 'chain_saved_percent', facts.on);
  const { runs, left_out } = runsOf(facts);
  const mornings = withMorning(runs, rules, facts.travel);
  const both = withAfternoon(mornings, rules, facts.travel);
  const paying = both.flatMap((pair) => {
    const empty_m = pair.morning.way.distance_m;
    const saving = savingOf(pair.first, pair.second, { empty_m, saved_percent });
    return saving === null ? [] : [{ ...pair, saving }];
  });
  paying.sort(
    (a, b) =>
      b.saving.day_pence - a.saving.day_pence ||
      b.morning.spare_s - a.morning.spare_s ||
      a.first.route.id - b.first.route.id ||
      a.second.route.id - b.second.route.id,
  );
  const number = new Map(runs.map((run, i) => [run, i]));
  const chosen = new Set(
    matchPairs(
      runs.length,
      paying.map(({ first, second }) => ({
        a: number.get(first) ?? -1,
        b: number.get(second) ?? -1,
      })),
    ),
  );
  return {
    rules,
    saved_percent,
    runs: runs.length,
    left_out,
    pairs: paying.map((pair, at) => ({ ...pair, chosen: chosen.has(at) })),
    unpaying: both.length - paying.length,
  };
}

function rulesOf({ settings, on, asked }: ChainFacts): ChainRules {
  return {
    turnaround_s: numberAt(settings, 'chain_turnaround_s', on),
    margin_s: numberAt(settings, 'chain_margin_s', on),
    earlier_s: asked.earlier_s ?? numberAt(settings, 'chain_earlier_s', on),
    later_s: numberAt(settings, 'chain_later_s', on),
    wait_s: asked.wait_s ?? numberAt(settings, 'chain_wait_s', on),
  };
}

function runsOf(facts: ChainFacts): {
  readonly runs: readonly ChainRun[];
  readonly left_out: Record<NotARun, number>;
} {
  const card = rateCardAt(facts.settings, facts.on);
  const day_starts_s = numberAt(facts.settings, 'school_day_starts_s', facts.on);
  const left_out: Record<NotARun, number> = { no_school: 0, no_position: 0, no_clients: 0 };
  const runs: ChainRun[] = [];
  for (const route of facts.routes) {
    const run = toChainRun(route, { ...facts, card, day_starts_s });
    const reason = NOT_A_RUN.find((each) => each === run);
    if (reason !== undefined) left_out[reason]++;
    else if (typeof run !== 'string') runs.push(run);
  }
  return { runs, left_out };
}

interface Timed {
  readonly first: ChainRun;
  readonly second: ChainRun;
  readonly morning: ChainMorning;
}

/** Every ordered pair whose morning fits; ways are only measured where the straight line could be driven in time. */
function withMorning(
  runs: readonly ChainRun[],
  rules: ChainRules,
  travel: Travel,
): readonly Timed[] {
  const likely: { first: ChainRun; second: ChainRun }[] = [];
  for (const first of runs)
    for (const second of runs) {
      const room = morningRoom(first, second, rules);
      if (room < 0 || first === second || !mayShareProvider(first, second)) continue;
      if (!mayKeep(first, second) && !mayKeep(second, first)) continue;
      const could =
        isWithin(first.at, second.first_home, room) &&
        (isWithin(first.last_home, second.at, afternoonRoom(first, second, rules)) ||
          isWithin(second.last_home, first.at, afternoonRoom(second, first, rules)));
      if (could) likely.push({ first, second });
    }
  const ways = emptyWays(
    travel,
    likely.map(({ first, second }) => ({ school: first.at, home: second.first_home, to: 'home' })),
  );
  return likely.flatMap(({ first, second }, i) => {
    const way = ways[i];
    const morning = way === undefined ? null : morningOf(first, second, rules, way);
    return morning === null ? [] : [{ first, second, morning }];
  });
}

function isWithin(from: Position, to: Position, room_s: number): boolean {
  return room_s >= 0 && straightLineMetres(from, to) <= room_s * FASTEST_MPS;
}

/** Those whose afternoon fits as well, in the order in which children wait the least. */
function withAfternoon(
  pairs: readonly Timed[],
  rules: ChainRules,
  travel: Travel,
): readonly (Timed & { readonly afternoon: ChainAfternoon })[] {
  const ways = emptyWays(
    travel,
    pairs.flatMap(({ first, second }) => [
      { school: second.at, home: first.last_home, to: 'school' as const },
      { school: first.at, home: second.last_home, to: 'school' as const },
    ]),
  );
  return pairs.flatMap((pair, i): readonly (Timed & { readonly afternoon: ChainAfternoon })[] => {
    const { first, second } = pair;
    const [there, back] = [ways[2 * i], ways[2 * i + 1]];
    const same = there === undefined ? null : afternoonOf(first, second, rules, there);
    const turned = back === undefined ? null : afternoonOf(second, first, rules, back);
    if (same !== null && (turned === null || same.wait_s <= turned.wait_s))
      return [{ ...pair, afternoon: { ...same, same_order: true } }];
    return turned === null ? [] : [{ ...pair, afternoon: { ...turned, same_order: false } }];
  });
}
