/** The ten runs of a school week as one number: five bits of mornings, then five of afternoons. */
import { WHOLE_WEEK, type DayMask } from '../calendar/day-mask.ts';

/** 0 to 1,023. */
export type RunMask = number;

const DAYS = 5;

/** Every morning and every afternoon. */
export const EVERY_RUN: RunMask = (1 << (2 * DAYS)) - 1;

/** The runs of some mornings and some afternoons. */
export function runsOf(mornings: DayMask, afternoons: DayMask): RunMask {
  return mornings | (afternoons << DAYS);
}

/** The days on which there is either. */
export function daysOfRuns(runs: RunMask): DayMask {
  return (runs | (runs >> DAYS)) & WHOLE_WEEK;
}

/** Whether two ever ride on the same morning or afternoon. */
export function doMeet(one: OfRuns, other: OfRuns): boolean {
  return ((one.runs ?? EVERY_RUN) & (other.runs ?? EVERY_RUN)) !== 0;
}

/** Who rides on each run of the week; all of them once where everyone rides on every run. */
export function crewsOf<T extends OfRuns>(pupils: readonly T[]): readonly (readonly T[])[] {
  if (pupils.every(({ runs = EVERY_RUN }) => runs === EVERY_RUN)) return [pupils];
  return Array.from({ length: 2 * DAYS }, (_, run) =>
    pupils.filter(({ runs = EVERY_RUN }) => (runs & (1 << run)) !== 0),
  );
}

interface OfRuns {
  readonly runs?: RunMask;
}
