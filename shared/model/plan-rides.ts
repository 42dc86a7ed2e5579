import type { DayMask } from '../calendar/day-mask.ts';
import type { PlannedStop } from './plan.ts';
import { HOME } from './stop-place.ts';

type Rides = Pick<PlannedStop, 'ride_s' | 'home_ride_s' | 'limit_s'>;

/** The longer of a client's two rides of the day, seconds. */
export function longerRide({ ride_s, home_ride_s }: Omit<Rides, 'limit_s'>): number {
  return Math.max(ride_s, home_ride_s);
}

/** Whether a client rides over their limit in the morning or in the afternoon. */
export function isOverLimit(stop: Rides): boolean {
  return longerRide(stop) > stop.limit_s;
}

/** The days on which a route runs, there or home. */
export function daysRun(stops: readonly Pick<PlannedStop, 'mornings' | 'afternoons'>[]): DayMask {
  return stops.reduce<DayMask>((days, stop) => days | stop.mornings | stop.afternoons, 0);
}

/** Where a client's stop stands on a route: that of their home before one of another address; -1 for none. */
export function placeOnRoute(stops: readonly PlannedStop[], client_id: number): number {
  const home = stops.findIndex((stop) => stop.client_id === client_id && stop.place === HOME);
  return home >= 0 ? home : stops.findIndex((stop) => stop.client_id === client_id);
}
