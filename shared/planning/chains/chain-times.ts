/** Whether one vehicle could do two runs on the morning and on the afternoon, and by how much times would move. */
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

/** The morning: one school, the empty way, the first home of the other run. */
export interface ChainMorning {
  /** The first run reaches its school so much earlier than planned, the second so much later. */
  readonly earlier_s: number;
  readonly later_s: number;
  /** Leaves the first school, reaches the first home of the second run. */
  readonly leaves_s: number;
  readonly reaches_s: number;
  readonly way: EmptyWay;
  /** How much longer the way or the first run could take before the two no longer fit. */
  readonly spare_s: number;
}

/** The afternoon: the last home of one run, the empty way, the school of the other. */
export interface ChainAfternoon {
  /** Whether the run that is first in the morning is first in the afternoon too. */
  readonly same_order: boolean;
  readonly leaves_s: number;
  readonly reaches_s: number;
  /** Children of the later run wait so long at school beyond the planned departure. */
  readonly wait_s: number;
  readonly way: EmptyWay;
  readonly spare_s: number;
}

/** How much later than planned a run may reach its school. */
export function latenessOf(run: ChainRun, rules: ChainRules): number {
  return Math.max(0, Math.min(rules.later_s, run.day_starts_s - run.route.arrive_s));
}

/** Longest way between the runs that the morning leaves time for; below 0 where none does. */
export function morningRoom(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  const ready = first.route.arrive_s - rules.earlier_s + rules.turnaround_s + rules.margin_s;
  return second.first_pick_up_s + latenessOf(second, rules) - ready;
}

/** Longest way between the runs that the afternoon leaves time for; below 0 where none does. */
export function afternoonRoom(first: ChainRun, second: ChainRun, rules: ChainRules): number {
  return second.route.depart_s + rules.wait_s - first.home_at_s - rules.margin_s;
}

/** The morning by a way that the room allows; times move by whole minutes and as little as need be, the first run's before the second's. */
export function morningOf(
  first: ChainRun,
  second: ChainRun,
  rules: ChainRules,
  way: EmptyWay,
): ChainMorning | null {
  const spare_s = morningRoom(first, second, rules) - way.duration_s;
  if (spare_s < 0) return null;
  const ready = first.route.arrive_s + rules.turnaround_s;
  const wanted = ready + way.duration_s + rules.margin_s;
  const missing = Math.max(0, wanted - second.first_pick_up_s);
  const earlier_s = Math.min(wholeMinutes(missing), rules.earlier_s);
  const later_s = wholeMinutes(Math.max(0, missing - earlier_s));
  return {
    earlier_s,
    later_s: Math.min(later_s, latenessOf(second, rules)),
    leaves_s: ready - earlier_s,
    reaches_s: ready - earlier_s + way.duration_s,
    way,
    spare_s,
  };
}

/** Up to the next whole minute: nobody is told seconds. */
function wholeMinutes(seconds: number): number {
  return Math.ceil(seconds / 60) * 60;
}

/** The afternoon with `first` before `second`, by a way that the room allows. */
export function afternoonOf(
  first: ChainRun,
  second: ChainRun,
  rules: ChainRules,
  way: EmptyWay,
): Omit<ChainAfternoon, 'same_order'> | null {
  const spare_s = afternoonRoom(first, second, rules) - way.duration_s;
  if (spare_s < 0) return null;
  const reaches_s = first.home_at_s + way.duration_s;
  return {
    leaves_s: first.home_at_s,
    reaches_s,
    wait_s: Math.min(
      rules.wait_s,
      wholeMinutes(Math.max(0, reaches_s + rules.margin_s - second.route.depart_s)),
    ),
    way,
    spare_s,
  };
}
