/** Short sentences about a case, used by the inspector and the case page alike. */
import type { CasePage, OtherStop } from '../../../shared/api/views/case.ts';
import { dayWords, WHOLE_WEEK } from '../../../shared/calendar/day-mask.ts';
import { placeOnRoute } from '../../../shared/model/plan-rides.ts';
import { isAtHome } from '../../../shared/model/stop-place.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatMinutes, formatTimeOfDay } from '../../../shared/format/time.ts';
import {
  REASON_WORDS,
  STATUS_WORDS,
  TRANSPORT_WORDS,
  withinSentence,
} from '../../../shared/model/words.ts';

/** `4.2 miles by road; 3.9 miles walking (FILE, DAYS)`, `4.2 miles by road, estimated`, or the straight line where no more is known; '' for neither. */
export function distanceWords(page: CasePage): string {
  if (page.distance_m !== null) {
    const how = page.distance_basis === 'road' ? 'by road' : 'by road, estimated';
    return `${formatMiles(page.distance_m)} ${how}${roadsWords(page)}`;
  }
  return page.straight_line_m === null
    ? ''
    : `${formatMiles(page.straight_line_m)} in a straight line`;
}

/** The way on foot and the network it was measured on; '' where none is loaded or reaches. */
function roadsWords({ on_roads }: CasePage): string {
  if (on_roads === undefined) return '';
  const { walking_m, source } = on_roads;
  const walking = walking_m === null ? '' : `; ${formatMiles(walking_m)} walking`;
  return `${walking} (${source})`;
}

/** How the home's position is known, with how far off it may be. */
export function positionWords(page: CasePage): string {
  const { position_source, position_error_m, postcode } = page.client;
  const error =
    position_error_m === null || position_error_m === 0
      ? ''
      : `, to within some ${Math.round(position_error_m)} m`;
  if (page.client.protected_address && position_source !== 'none')
    return 'Known, and not shown: the address is protected';
  if (position_source === 'pin') return 'Placed by a person on the map';
  if (position_source === 'coordinates') return `From coordinates in the file${error}`;
  if (position_source === 'postcode') return `Middle of postcode ${postcode}${error}`;
  return 'Not known: no postcode could be matched';
}

/** What carries the client, or why nothing does. */
export function transportSentence(page: CasePage): string {
  const { route, reason, client } = page;
  if (page.transport === 'closed') {
    const why =
      page.application === null
        ? 'There is no request, and no running contract carries this child.'
        : `The request is closed: ${withinSentence(STATUS_WORDS[page.application.status])}.`;
    return route === null
      ? `${why} Nothing is planned.`
      : `${why} The plan shown still has this child on route ${route.ref}: plan again to take them off.`;
  }
  if (route !== null) {
    const stop = route.stops[placeOnRoute(route.stops, client.id)];
    const days =
      stop === undefined || stop.mornings === WHOLE_WEEK || stop.mornings === 0
        ? ''
        : ` on ${dayWords(stop.mornings)}`;
    const times =
      stop === undefined
        ? ''
        : `: picked up ${formatTimeOfDay(stop.pick_up_s)}, at school ${formatTimeOfDay(route.arrive_s)}, ride ${formatMinutes(stop.ride_s)}; home ${formatTimeOfDay(stop.drop_off_s)}, ride ${formatMinutes(stop.home_ride_s)}`;
    const without =
      page.transport === 'unallocated' && reason !== null
        ? ` Not on all days. ${reason.detail}`
        : '';
    return `Route ${route.ref}${days}${times}.${without}`;
  }
  if (reason !== null)
    return reason.detail === '' ? `${REASON_WORDS[reason.reason]}.` : reason.detail;
  if (page.transport === 'not_planned') return 'No plan has been made since this child came in.';
  if (page.contract !== null) {
    return page.transport === 'in_place'
      ? `Contract ${page.contract.ref} carries this child.`
      : `Contract ${page.contract.ref} names this child, but is not confirmed for the first day.`;
  }
  return `${transportWord(page)}.`;
}

/** A state of transport in a word; without a request there is nothing that could be closed. */
export function transportWord(page: Pick<CasePage, 'transport' | 'application'>): string {
  return page.transport === 'closed' && page.application === null
    ? 'No transport asked for'
    : TRANSPORT_WORDS[page.transport];
}

/** Where that which keeps a child from a seat is mended; null where there is nothing to mend on a screen. */
export function transportRemedy(
  page: Pick<CasePage, 'transport' | 'reason'>,
): { readonly at: 'places' | 'tif' | 'map'; readonly label: string } | null {
  if (page.transport === 'not_planned') return { at: 'map', label: 'Plan again on the map.' };
  if (page.transport !== 'unallocated' || page.reason === null) return null;
  switch (page.reason.reason) {
    case 'no_position':
      return { at: 'places', label: 'Place the home.' };
    case 'no_school':
    case 'school_no_position':
      return { at: 'places', label: 'See the school.' };
    case 'held':
      return null;
    default:
      return { at: 'map', label: 'Look at the school’s routes on the map.' };
  }
}

/** `Born 3 Sep 2014`, or that it is not known. */
export function bornWords(page: CasePage): string {
  const born = page.client.date_of_birth;
  return born === null ? 'Date of birth not known' : `Born ${formatDate(born)}`;
}

/** `Thu, Fri: another address`, `Wed: Invented College`. */
export function otherStopDays({ place, mornings, afternoons, school }: OtherStop): string {
  const where = isAtHome(place) ? school : 'another address';
  return `${dayWords(mornings | afternoons)}: ${where}`;
}

/** The route of some days, and its times. */
export function otherStopWords(stop: OtherStop): string {
  const there =
    stop.mornings === 0
      ? 'no morning'
      : `picked up ${formatTimeOfDay(stop.pick_up_s)}, at school ${formatTimeOfDay(stop.arrive_s)}`;
  const back = stop.afternoons === 0 ? 'no afternoon' : `home ${formatTimeOfDay(stop.drop_off_s)}`;
  return `Route ${stop.route_ref}, ${there}; ${back}`;
}
