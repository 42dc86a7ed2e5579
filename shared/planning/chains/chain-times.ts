/** Whether one vehicle could do some runs one after the other on the morning and on the afternoon, and by how much times would move. */
import type { ChainRun } from './chain-run.ts';

/** What is allowed, seconds; from dated settings. */
export interface ChainRules {
  readonly turnaround_s: number;
  /** Kept in hand on the way between the runs. */
  readonly margin_s: number;
  readonly earlier_s: number;
  readonly later_s: number;
  readonly wait_s: number;
}

/** A way without passengers. Whole seconds and metres. */
export interface EmptyWay {
  readonly duration_s: number;
  readonly distance_m: number;
  readonly by_road: boolean;
}

/** An empty way by the clock: leaves the end of one run, reaches the beginning of the next. */
export interface Hop {
  readonly leaves_s: number;
  readonly reaches_s: number;
  readonly way: EmptyWay;
}

/** The morning: each school, the empty way, the first home of the next run. */
export interface ChainMorning {
  /** By run: so much later than planned it reaches its school; below 0 earlier. */
  readonly moves_s: readonly number[];
  readonly hops: readonly Hop[];
  /** How much longer the tightest way, or the run before it, could take before the runs no longer fit. */
  readonly spare_s: number;
}

/** The afternoon: the last home of one run, the empty way, the school of the next. */
export interface ChainAfternoon {
  /** Whether the runs go in the order of the morning; else turned round. */
  readonly same_order: boolean;
  /** By run, in the order of the morning: its children wait so long at school beyond the planned departure. */
  readonly waits_s: readonly number[];
  /** In the order of the afternoon. */
  readonly hops: readonly Hop[];
  readonly spare_s: number;
}

/** How much later than planned a run may reach its schools. */
export function latenessOf(run: ChainRun, rules: ChainRules): number {
  return Math.min(rules.later_s, run.clocks.later_s);
}

/** How much earlier. */
function earlierOf(run: ChainRun, rules: ChainRules): number {
  return Math.min(rules.earlier_s, run.clocks.earlier_s);
}

/** How long its children may wait in the afternoon. */
function waitOf(run: ChainRun, rules: ChainRules): number {
  return Math.min(rules.wait_s, run.clocks.wait_s);
}

/** Longest way between two runs that the morning leaves time for with all moved that may be; below 0 where none does. */
export function morningRoom(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  return morningSlack(first, second, rules) + earlierOf(first, rules) + latenessOf(second, rules);
}

/** Longest way between two runs that the afternoon leaves time for; below 0 where none does. */
export function afternoonRoom(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  return afternoonSlack(first, second, rules) + waitOf(second, rules);
}

/** Time for the way between two runs as planned. */
function morningSlack(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  const ready = first.route.arrive_s + rules.turnaround_s + rules.margin_s;
  return second.first_pick_up_s - ready;
}

function afternoonSlack(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  return second.route.depart_s - first.home_at_s - rules.margin_s;
}

/**
 * The morning of runs in order, by the ways between them; null where they do not fit. Times move by whole minutes and as little as need
 * be: earlier runs earlier before later ones later. Every move is one for the run, whatever comes before and after it.
 */
export function morningOf(
  runs: readonly ChainRun[],
  ways: readonly EmptyWay[],
  rules: ChainRules,
): ChainMorning | null {
  const slacks = ways.map((way, i) => morningSlack(at(runs, i), at(runs, i + 1), rules) - way.duration_s); // prettier-ignore
  const spare_s = spareOf(slacks, {
    least: runs.map((run) => 0 - earlierOf(run, rules)),
    most: runs.map((run) => latenessOf(run, rules)),
  });
  if (spare_s < 0) return null;
  const moves_s = runs.map(() => 0);
  for (let i = runs.length - 2; i >= 0; i--) {
    const missing = Math.max(0, -(at(moves_s, i + 1) + at(slacks, i)));
    moves_s[i] = 0 - Math.min(wholeMinutes(missing), earlierOf(at(runs, i), rules));
  }
  for (let i = 1; i < runs.length; i++) {
    const needed = wholeMinutes(at(moves_s, i - 1) - at(slacks, i - 1));
    const most = latenessOf(at(runs, i), rules);
    moves_s[i] = Math.max(at(moves_s, i), Math.min(needed, most));
  }
  const hops = ways.map((way, i): Hop => {
    const leaves_s = at(runs, i).route.arrive_s + rules.turnaround_s + at(moves_s, i);
    return { leaves_s, reaches_s: leaves_s + way.duration_s, way };
  });
  return { moves_s, hops, spare_s };
}

/** The afternoon of runs in this order, by the ways between them; null where they do not fit. Waits are in the order given. */
export function afternoonOf(
  runs: readonly ChainRun[],
  ways: readonly EmptyWay[],
  rules: ChainRules,
): Omit<ChainAfternoon, 'same_order'> | null {
  const slacks = ways.map((way, i) => afternoonSlack(at(runs, i), at(runs, i + 1), rules) - way.duration_s); // prettier-ignore
  const spare_s = spareOf(slacks, {
    least: runs.map(() => 0),
    most: runs.map((run) => waitOf(run, rules)),
  });
  if (spare_s < 0) return null;
  const waits_s = runs.map(() => 0);
  const hops = ways.map((way, i): Hop => {
    const wait = wholeMinutes(Math.max(0, at(waits_s, i) - at(slacks, i)));
    waits_s[i + 1] = Math.min(waitOf(at(runs, i + 1), rules), wait);
    const leaves_s = at(runs, i).home_at_s + at(waits_s, i);
    return { leaves_s, reaches_s: leaves_s + way.duration_s, way };
  });
  return { waits_s, hops, spare_s };
}

/** The tightest hop's time in hand when every run before it moves as early, and every run after it as late, as may be; below 0: no fit. */
function spareOf(
  slacks: readonly number[],
  move: { readonly least: readonly number[]; readonly most: readonly number[] },
): number {
  const latest = [...move.most];
  for (let i = latest.length - 2; i >= 0; i--)
    latest[i] = Math.min(at(latest, i), at(latest, i + 1) + at(slacks, i));
  let spare = Infinity;
  let earliest = at(move.least, 0);
  slacks.forEach((slack, i) => {
    spare = Math.min(spare, at(latest, i + 1) + slack - earliest);
    earliest = Math.max(at(move.least, i + 1), earliest - slack);
  });
  return spare;
}

/** Up to the next whole minute: nobody is told seconds. */
function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / 60) * 60;
}

function at<T>(list: readonly T[], i: number): T {
  const value = list[i];
  if (value === undefined) throw new Error(`There is no ${i} of ${list.length}`);
  return value;
}
