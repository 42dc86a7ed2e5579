import type { PlannedStop } from './plan.ts';

type Rides = Pick<PlannedStop, 'ride_s' | 'home_ride_s' | 'limit_s'>;

/** The longer of a client's two rides of the day, seconds. */
export function longerRide({ ride_s, home_ride_s }: Omit<Rides, 'limit_s'>): number {
  return Math.max(ride_s, home_ride_s);
}

/** Whether a client rides over their limit in the morning or in the afternoon. */
export function isOverLimit(stop: Rides): boolean {
  return longerRide(stop) > stop.limit_s;
}
