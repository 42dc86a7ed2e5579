/** When a shared route is at each of its schools, so that both bells are kept. */
import type { SharingRules } from '../../casework/shared-routes.ts';

/** A school as a call. Seconds after midnight. */
export interface CallSchool {
  readonly starts_s: number;
  readonly ends_s: number;
}

/** How long before a day begins a vehicle arrives, how long after it ends it leaves, and what a shared route may add. */
export interface CallRules extends Pick<SharingRules, 'early_s' | 'stand_s'> {
  readonly arrive_before_s: number;
  readonly leave_after_s: number;
}

/** A time that a contract states for one of the calls; absent: none does. */
export interface Anchor {
  /** Its place in the order of the calls. */
  readonly at: number;
  readonly s: number;
}

/**
 * Arrivals at the calls in their order, as late as all of them allow. `ways_s[i]` leads from call i to the next. Null where a school would be
 * reached earlier than its staff are there.
 */
export function arrivals(
  schools: readonly CallSchool[],
  ways_s: readonly number[],
  rules: CallRules,
  anchor?: Anchor,
): readonly number[] | null {
  const after = ahead(ways_s, rules.stand_s);
  const latest = schools.map((each) => Math.max(0, each.starts_s - rules.arrive_before_s));
  const first =
    anchor === undefined
      ? Math.min(...latest.map((time, i) => time - (after[i] ?? 0)))
      : anchor.s - (after[anchor.at] ?? 0);
  const times = schools.map((_, i) => first + (after[i] ?? 0));
  if (anchor !== undefined) return times.map((time) => Math.max(0, time));
  const isKept = schools.every(
    (each, i) => (times[i] ?? 0) >= Math.min(latest[i] ?? 0, each.starts_s - rules.early_s),
  );
  return isKept && first >= 0 ? times : null;
}

/** Departures from the calls in the order of the afternoon, as early as the bells allow; null where children of one would wait too long. */
export function departures(
  schools: readonly CallSchool[],
  ways_s: readonly number[],
  rules: CallRules,
  anchor?: Anchor,
): readonly number[] | null {
  const ready = schools.map((each) => each.ends_s + rules.leave_after_s);
  const times: number[] = [];
  schools.forEach((_, i) => {
    const last = times[i - 1];
    const there = last === undefined ? 0 : last + (ways_s[i - 1] ?? 0) + rules.stand_s;
    times.push(Math.max(ready[i] ?? 0, there));
  });
  if (anchor !== undefined) {
    const moved = anchor.s - (times[anchor.at] ?? 0);
    return times.map((time) => time + moved);
  }
  const isKept = schools.every(
    (each, i) => (times[i] ?? 0) - each.ends_s <= Math.max(rules.early_s, rules.leave_after_s),
  );
  return isKept && (times.at(-1) ?? 0) < 24 * 3600 ? times : null;
}

/** Seconds from the first call's arrival to each call's. */
function ahead(ways_s: readonly number[], stand_s: number): readonly number[] {
  const out = [0];
  for (const way of ways_s) out.push((out.at(-1) ?? 0) + stand_s + way);
  return out;
}
