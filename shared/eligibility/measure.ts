/** A distance from a home to a school with how it was had, and what it proves against a limit. */
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/distance.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Client } from '../model/client.ts';
import type { School } from '../model/school.ts';
import type { Answer } from './answer.ts';
import type { MeasuredDistance } from './evidence.ts';
import { drivenWithin, walkedExceeds, type NetworkWay } from './network-ways.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * `straight_line` is less than any way on foot; `walking_network` was measured on a road network; `walking_route` was measured and entered
 * by an officer.
 */
export interface Measure {
  readonly kind: 'straight_line' | 'walking_network' | 'walking_route';
  readonly distance_m: number;
  /** How far the distance may be out, either way, metres: home, entrance and method. */
  readonly error_m: number;
  /** The part of the error that comes from the home's position. */
  readonly home_error_m: number;
  readonly from: string;
  readonly to: string;
  /** How it was measured, in words. */
  readonly how: string;
}

/** Haversine on a sphere is within this share of the ellipsoid (see `geo/estimate.ts`). */
const SPHERE_SHARE = 0.005;

const HOMES: Readonly<Record<Client['position_source'], string>> = {
  none: 'the home',
  postcode: "the home, at its postcode's centroid",
  coordinates: 'the home, at the coordinates given',
  pin: 'the home, at the pin set on the map',
};

/** The straight line from home to school with its error: home, entrance and sphere. Null without both positions. */
export function straightMeasure(
  client: Client,
  school: School | null,
  thresholds: Thresholds,
): Measure | null {
  if (client.lat === null || client.lon === null) return null;
  if (school === null || school.lat === null || school.lon === null) return null;
  const distance_m = straightLineMetres(
    { lat: client.lat, lon: client.lon },
    { lat: school.lat, lon: school.lon },
  );
  const home_m = client.position_error_m ?? thresholds.home_error_m;
  return {
    kind: 'straight_line',
    distance_m,
    error_m: home_m + thresholds.school_error_m + distance_m * SPHERE_SHARE,
    home_error_m: home_m,
    from: HOMES[client.position_source],
    to: "the school's position, not yet its nearest usable entrance",
    how: 'straight line, less than any way on foot',
  };
}

/** A kind of measure in words. */
export const MEASURE_WORDS: Readonly<Record<Measure['kind'], string>> = {
  straight_line: 'straight line',
  walking_network: 'walking, on the road network',
  walking_route: 'walking route',
};

/** A distance that an officer measured, as a measure. */
export function measuredRoute(measured: MeasuredDistance): Measure {
  return {
    kind: 'walking_route',
    distance_m: measured.distance_m,
    error_m: measured.error_m,
    home_error_m: 0,
    from: orElse(measured.from, "the home's address point"),
    to: orElse(measured.to, "the school's nearest usable entrance"),
    how: `walking route measured with ${measured.tool} on ${formatDate(measured.on)} by ${measured.by}`,
  };
}

function orElse(text: string | undefined, otherwise: string): string {
  return text === undefined || text === '' ? otherwise : text;
}

/** Whether the nearest way on foot is longer than a limit, and what is missing where that cannot be told. */
export interface Proof {
  readonly answer: Answer;
  readonly why: string;
  readonly missing: readonly string[];
}

/** A millimetre: below it, two lengths are the same. */
const SAME_M = 0.001;

/**
 * Whether the way on foot is longer than a limit ("more than": a way of just the limit is not). A measured route
 * stands as it is. A straight line proves yes where it clears the limit by the home's error, no where
 * `walk_over_straight` times the line and that error still falls short, and nothing between. The entrance's error does not
 * hold a yes back, since no way on foot is as short as the line: the entrance is asked for beside it.
 */
export function walkExceeds(measure: Measure, limit_m: number, thresholds: Thresholds): Proof {
  if (measure.kind === 'walking_route') return byRoute(measure, limit_m);
  if (measure.kind === 'walking_network') return walkedExceeds(measure, limit_m);
  const { distance_m, error_m, home_error_m } = measure;
  const factor = thresholds.walk_over_straight;
  const miles = formatMiles(limit_m);
  const line = formatMiles(distance_m);
  if (distance_m - home_error_m > limit_m + SAME_M)
    return {
      answer: 'yes',
      why: `The straight line of ${line} alone is more than ${miles}.`,
      missing: distance_m - error_m > limit_m ? [] : [ENTRANCE],
    };
  if ((distance_m + home_error_m) * factor <= limit_m + SAME_M)
    return {
      answer: 'no',
      why: `Even ${factor} times the straight line of ${line} is not more than ${miles}.`,
      missing: (distance_m + error_m) * factor <= limit_m ? [] : [ENTRANCE],
    };
  if (distance_m > limit_m || distance_m * factor <= limit_m)
    return {
      answer: 'cannot_tell',
      why: `The straight line of ${line} is too near to what ${miles} needs for a home known to within ${Math.round(home_error_m)} m.`,
      missing: [EXACT_HOME, ENTRANCE],
    };
  return {
    answer: 'cannot_tell',
    why: `The straight line of ${line} may be a walk of more or less than ${miles}.`,
    missing: ['The walking route: its length from the home to the nearest usable entrance.'],
  };
}

/**
 * The same of a case: a straight line that is longer than the limit proves it whatever a network says; otherwise the way measured on the
 * network counts, also where the line's usual factor would have said no.
 */
export function walkProof(
  { line, measure }: { readonly line: Measure | null; readonly measure: Measure },
  limit_m: number,
  thresholds: Thresholds,
): Proof {
  if (measure.kind === 'walking_network' && line !== null) {
    const byLine = walkExceeds(line, limit_m, thresholds);
    if (byLine.answer === 'yes') return byLine;
  }
  return walkExceeds(measure, limit_m, thresholds);
}

const EXACT_HOME = 'The exact home: its address point, or a pin on the map.';
const ENTRANCE = "The school's nearest usable entrance.";

function byRoute({ distance_m }: Measure, limit_m: number): Proof {
  const over = distance_m > limit_m + SAME_M;
  return {
    answer: over ? 'yes' : 'no',
    why: `The measured walking route of ${formatMiles(distance_m)} is ${over ? '' : 'not '}more than ${formatMiles(limit_m)}.`,
    missing: [],
  };
}

/** What is known of the way by road: the straight line, an officer's measure, the road network. */
export interface WaysByRoad {
  readonly line: Measure;
  readonly road: MeasuredDistance | null;
  readonly driving: () => NetworkWay | null;
}

/**
 * Whether the way by road is no longer than an upper limit: as an officer measured it, else as a straight line proves in `walkExceeds`,
 * else as the road network has it.
 */
export function roadWithin(
  { line, road, driving }: WaysByRoad,
  limit_m: number,
  thresholds: Thresholds,
): Proof {
  const miles = formatMiles(limit_m);
  if (road !== null) {
    const within = road.distance_m <= limit_m + SAME_M;
    const said = `The measured way by road of ${formatMiles(road.distance_m)} is ${within ? 'no more' : 'more'} than ${miles}.`;
    return { answer: within ? 'yes' : 'no', why: said, missing: [] };
  }
  const { distance_m, home_error_m } = line;
  if (distance_m - home_error_m > limit_m + SAME_M)
    return { answer: 'no', why: `The straight line alone is more than ${miles}.`, missing: [] };
  if ((distance_m + home_error_m) * thresholds.walk_over_straight <= limit_m + SAME_M)
    return { answer: 'yes', why: `The way by road is no more than ${miles}.`, missing: [] };
  const way = driving();
  if (way !== null) return drivenWithin(way, line, { limit_m, thresholds });
  return {
    answer: 'cannot_tell',
    why: `The way by road may be more or less than ${miles}.`,
    missing: [`The way by road: whether it is more than ${miles}.`],
  };
}
