/** Which runs of a plan one vehicle could do one after the other: every chain that fits, and those that save the most at once. */
import type { IsoDate } from '../../calendar/dates.ts';
import { numberAt, rateCardAt } from '../../costing/read-settings.ts';
import type { Travel } from '../../geo/travel.ts';
import type { Client } from '../../model/client.ts';
import type { Setting } from '../../model/money.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { School } from '../../model/school.ts';
import { linksOf } from './chain-links.ts';
import { NOT_A_RUN, toChainRun, type ChainRun, type NotARun } from './chain-run.ts';
import type { ChainSaving } from './chain-saving.ts';
import type { ChainAfternoon, ChainMorning, ChainRules } from './chain-times.ts';
import { mostVehiclesFewer } from './fewest-vehicles.ts';
import { growChains } from './grow-chains.ts';
import { matchPairs } from './match-pairs.ts';
import { selectChains } from './select-chains.ts';

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

/** Runs that one vehicle could do, in the order of the morning: two or more. */
export interface Chain {
  readonly runs: readonly ChainRun[];
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
  /** Largest saving first. */
  readonly chains: readonly Chain[];
  /** Chains that fit in time but save nothing. */
  readonly unpaying: number;
  /** Whether no other choice of these chains saves more; else none better was found. */
  readonly proven: boolean;
  /** There were too many chains to list them all. */
  readonly is_cut: boolean;
  /** However times were moved and vehicles chosen, no more vehicles could be saved by runs that follow each other. */
  readonly at_most: number;
}

/** Looks at every chain of runs. */
export function findChains(facts: ChainFacts): Chains {
  const rules = rulesOf(facts);
  const saved_percent = numberAt(facts.settings, 'chain_saved_percent', facts.on);
  const { runs, left_out } = runsOf(facts);
  const links = linksOf(runs, rules, facts.travel);
  const grown = growChains(links, { rules, saved_percent });
  const paying = grown.chains.flatMap((chain) =>
    chain.saving === null ? [] : [{ ...chain, saving: chain.saving }],
  );
  paying.sort(
    (a, b) =>
      b.saving.day_pence - a.saving.day_pence ||
      b.morning.spare_s - a.morning.spare_s ||
      byRoutes(a.runs, b.runs),
  );
  const number = new Map(runs.map((run, i) => [run, i]));
  const numberOf = (run: ChainRun | undefined): number =>
    run === undefined ? -1 : (number.get(run) ?? -1);
  const pairs = paying.flatMap((chain, at) => (chain.runs.length === 2 ? [{ chain, at }] : []));
  const matched = matchPairs(
    runs.length,
    pairs.map(({ chain }) => ({ a: numberOf(chain.runs[0]), b: numberOf(chain.runs[1]) })),
  );
  const { chosen, proven } = selectChains(
    paying.map((chain) => ({ members: chain.runs.map(numberOf), pence: chain.saving.day_pence })),
    matched.flatMap((at) => pairs[at]?.at ?? []),
  );
  const isChosen = new Set(chosen);
  return {
    rules,
    saved_percent,
    runs: runs.length,
    left_out,
    chains: paying.map((chain, at) => ({ ...chain, chosen: isChosen.has(at) })),
    unpaying: grown.chains.length - paying.length,
    proven: proven && !grown.isCut,
    is_cut: grown.isCut,
    at_most: mostVehiclesFewer(
      runs.length,
      links.map(({ first, second }) => ({ from: numberOf(first), to: numberOf(second) })),
    ),
  };
}

/** Vehicles that a choice of chains spares: one less than its runs for each. */
export function vehiclesFewer(chains: readonly Pick<Chain, 'runs'>[]): number {
  return chains.reduce((sum, { runs }) => sum + runs.length - 1, 0);
}

function byRoutes(a: readonly ChainRun[], b: readonly ChainRun[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const apart = (a[i]?.route.id ?? 0) - (b[i]?.route.id ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
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
  const setting = (key: Parameters<typeof numberAt>[1]): number =>
    numberAt(facts.settings, key, facts.on);
  const bells = {
    day_starts_s: setting('school_day_starts_s'),
    day_ends_s: setting('school_day_ends_s'),
    sharing_early_s: setting('sharing_early_s'),
  };
  const left_out: Record<NotARun, number> = { no_school: 0, no_position: 0, no_clients: 0 };
  const runs: ChainRun[] = [];
  for (const route of facts.routes) {
    const run = toChainRun(route, { ...facts, card, ...bells });
    const reason = NOT_A_RUN.find((each) => each === run);
    if (reason !== undefined) left_out[reason]++;
    else if (typeof run !== 'string') runs.push(run);
  }
  return { runs, left_out };
}
