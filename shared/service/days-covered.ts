/** Days and ways of a week that are needed, had and missing. */
import type { IsoDate } from '../calendar/dates.ts';
import type { DaysNeeded } from './child-need.ts';
import type { Ride } from './status.ts';

/** All days of some rides together, both ways. */
export function covered(rides: readonly DaysNeeded[]): DaysNeeded {
  return {
    mornings: rides.reduce((days, each) => days | each.mornings, 0),
    afternoons: rides.reduce((days, each) => days | each.afternoons, 0),
  };
}

/** The days needed that are not had. */
export function without(need: DaysNeeded, had: DaysNeeded): DaysNeeded {
  return {
    mornings: need.mornings & ~had.mornings,
    afternoons: need.afternoons & ~had.afternoons,
  };
}

/** Whether a ride would carry on a day that is missing. */
export function isWanted(ride: DaysNeeded, missing: DaysNeeded): boolean {
  return (ride.mornings & missing.mornings) !== 0 || (ride.afternoons & missing.afternoons) !== 0;
}

/** The first day on which one of the rides that count ends; null where none has an end. */
export function firstEnd(rides: readonly Ride[]): IsoDate | null {
  return rides.reduce<IsoDate | null>(
    (first, { reasons, until_on }) =>
      reasons.length > 0 || until_on === null || (first !== null && first <= until_on)
        ? first
        : until_on,
    null,
  );
}
