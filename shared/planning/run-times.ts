import type { SchoolWork } from './county.ts';
import type { RunTimes } from './problem.ts';
import type { PlanBasis } from './school-problem.ts';

/** A time of day never runs past midnight. */
export const LAST_SECOND = 24 * 3600 - 1;

/** When a new route reaches the school and leaves it. */
export function newRouteTimes({ school }: Pick<SchoolWork, 'school'>, basis: PlanBasis): RunTimes {
  return {
    arrive: Math.max(0, (school.day_starts_s ?? basis.day_starts_s) - basis.arrive_before_s),
    depart: Math.min(LAST_SECOND, (school.day_ends_s ?? basis.day_ends_s) + basis.leave_after_s),
  };
}
