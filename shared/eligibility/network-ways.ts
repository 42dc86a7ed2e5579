/** Ways that the host measured on a road network, and what they prove. An officer's own measure goes before them. */
import { formatMiles } from '../format/distance.ts';
import type { Measure, Proof } from './measure.ts';
import type { SchoolWays } from './nearer-schools.ts';
import type { Thresholds } from './thresholds.ts';

/** One way between home and school on the network. */
export interface NetworkWay {
  /** From the place of the network nearest the home to that nearest the school, metres. */
  readonly distance_m: number;
  /** How far home and school lie from those places, metres. */
  readonly home_reach_m: number;
  readonly school_reach_m: number;
  /** The network's file and days, in words. */
  readonly source: string;
}

/** The shortest way on foot and the fastest by car, each worked out when it is asked for; null where the network does not reach. */
export interface NetworkWays {
  readonly walking: () => NetworkWay | null;
  readonly driving: () => NetworkWay | null;
  /** On foot from the home to any school. */
  readonly schools: SchoolWays;
}

/**
 * The way on foot as a measure. Its error is that of home and entrance, the reach from both to the network, and a share of the way.
 * Unsafe ways are in it: it is never longer than the safe one, which is what the third group of the law looks at.
 */
export function walkedOnNetwork(
  way: NetworkWay,
  line: Measure,
  thresholds: Pick<Thresholds, 'school_error_m' | 'walked_error_share'>,
): Measure {
  const reach_m = way.home_reach_m + way.school_reach_m;
  return {
    ...line,
    kind: 'walking_network',
    distance_m: way.distance_m,
    error_m:
      line.home_error_m +
      thresholds.school_error_m +
      reach_m +
      way.distance_m * thresholds.walked_error_share,
    how: `shortest way on foot on the roads and paths of ${way.source}; the home lies ${Math.round(way.home_reach_m)} m and the school ${Math.round(way.school_reach_m)} m from them`,
  };
}

/** A millimetre: below it, two lengths are the same. */
const SAME_M = 0.001;

/** Whether a way on foot, give or take its error, is longer than a limit. */
export function walkedExceeds({ distance_m, error_m }: Measure, limit_m: number): Proof {
  const miles = formatMiles(limit_m);
  const way = `The walking distance of ${formatMiles(distance_m)} on the road network, to within ${Math.round(error_m)} m,`;
  if (distance_m - error_m > limit_m + SAME_M)
    return { answer: 'yes', why: `${way} is more than ${miles}.`, missing: [] };
  if (distance_m + error_m <= limit_m + SAME_M)
    return { answer: 'no', why: `${way} is not more than ${miles}.`, missing: [] };
  return {
    answer: 'cannot_tell',
    why: `${way} is too near to ${miles}.`,
    missing: [
      'The walking route, measured from the home’s address point to the nearest usable entrance.',
    ],
  };
}

/** Whether the way by road is no longer than an upper limit; `cannot_tell` within the error. */
export function drivenWithin(
  way: NetworkWay,
  line: Measure,
  asked: { readonly limit_m: number; readonly thresholds: Thresholds },
): Proof {
  const { limit_m, thresholds } = asked;
  const { error_m } = walkedOnNetwork(way, line, thresholds);
  const miles = formatMiles(limit_m);
  const said = `The way by road of ${formatMiles(way.distance_m)} on the road network, to within ${Math.round(error_m)} m,`;
  if (way.distance_m + error_m <= limit_m + SAME_M)
    return { answer: 'yes', why: `${said} is no more than ${miles}.`, missing: [] };
  if (way.distance_m - error_m > limit_m + SAME_M)
    return { answer: 'no', why: `${said} is more than ${miles}.`, missing: [] };
  return {
    answer: 'cannot_tell',
    why: `${said} is too near to ${miles}.`,
    missing: [`The way by road: whether it is more than ${miles}.`],
  };
}
