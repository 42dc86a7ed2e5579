/** A child's answer in a few words. */
import { dayWords, WHOLE_WEEK } from '../../../shared/calendar/day-mask.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import type { TransportAnswer } from '../../../shared/api/views/service.ts';
import type { RouteState } from '../../../shared/model/service.ts';
import type { Ride } from '../../../shared/service/status.ts';

/** The tone of a route's state: nothing is red here, since a route is not a child. */
export const STATE_TONES: Readonly<Record<RouteState, 'good' | 'info' | 'warning' | 'neutral'>> = {
  drafted: 'neutral',
  out_to_tender: 'info',
  bids_in: 'info',
  awarded: 'warning',
  confirmed: 'good',
  running: 'good',
  ended: 'warning',
  handed_back: 'warning',
};

/** The ride of most mornings first. */
export function mainRide({ rides }: TransportAnswer): Ride | undefined {
  return rides[0];
}

/** `MEA-014, Swift Cars`, and how many others on other days; '' where there is none. */
export function byWords(answer: TransportAnswer): string {
  const ride = mainRide(answer);
  if (ride === undefined) return '';
  const others = answer.rides.length - 1;
  const provider = ride.provider === '' ? 'not let yet' : ride.provider;
  return `${ride.route_ref}, ${provider}${others === 0 ? '' : ` and ${others} more`}`;
}

/** `07:42 to 08:45`; '' where no time is planned. */
export function timeWords(ride: Ride | undefined): string {
  if (ride?.pick_up_s === null || ride === undefined) return '';
  const there = ride.arrive_s === null ? '' : ` to ${formatTimeOfDay(ride.arrive_s)}`;
  return `${formatTimeOfDay(ride.pick_up_s)}${there}`;
}

/** On which days a ride goes; '' for the whole week both ways. */
export function rideDays({ mornings, afternoons }: Pick<Ride, 'mornings' | 'afternoons'>): string {
  if (mornings === WHOLE_WEEK && afternoons === WHOLE_WEEK) return '';
  if (mornings === afternoons) return dayWords(mornings);
  if (mornings === 0) return `home only, ${dayWords(afternoons)}`;
  if (afternoons === 0) return `there only, ${dayWords(mornings)}`;
  return `there ${dayWords(mornings)}, home ${dayWords(afternoons)}`;
}

/** `Confirmed to 31 Jul 2027`. */
export function confirmedWords({ until_on }: Pick<TransportAnswer, 'until_on'>): string {
  return until_on === null ? 'Confirmed' : `Confirmed to ${formatDate(until_on)}`;
}
