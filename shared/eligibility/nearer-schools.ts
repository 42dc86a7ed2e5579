/** Schools nearer to a home than the one named: on foot or by road on a network where one reaches, else in a straight line. */
import { formatMiles } from '../format/distance.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Position } from '../geo/position.ts';
import type { School } from '../model/school.ts';
import type { Answer } from './answer.ts';
import { isSuitable, type Placing } from './nearest-suitable.ts';

/** How schools are compared: the shortest way on foot, the length of the fastest by car, or the straight line. */
export type DistanceKind = 'walking' | 'road' | 'straight_line';

/** Lengths from one home to schools on a network. */
export interface SchoolWays {
  readonly kind: 'walking' | 'road';
  /** The network's file and days, in words. */
  readonly source: string;
  /** Metres by the schools' order; NaN where the network does not reach home or school. */
  readonly to: (schools: readonly School[]) => Float64Array;
}

/** A school that is, or might be, both nearer than the one named and suitable. */
export interface NearerSchool {
  readonly school: School;
  readonly distance_m: number;
  /** `straight_line` beside ways on a network: the school lies beyond it, and its way is at least so long. */
  readonly by: DistanceKind;
  /** `cannot_tell`: its straight line is shorter than the way to the school named, its own way is not known. */
  readonly is_nearer: Exclude<Answer, 'no'>;
  readonly suitable: Exclude<Answer, 'no'>;
}

/** The schools nearer than the one named, and how that was measured. */
export interface Compared {
  /** To the school named, by the same measure. */
  readonly named_m: number;
  readonly by: DistanceKind;
  /** The network's file and days; '' for straight lines. */
  readonly source: string;
  /** Nearest first. */
  readonly schools: readonly NearerSchool[];
}

/** What schools are compared with. */
export interface Comparison {
  readonly named: School;
  readonly candidates: readonly School[];
  /** Absent or null: by straight line. */
  readonly ways?: SchoolWays | null;
  /** How much further still counts as nearest, metres; 0 unless told. */
  readonly tolerance_m?: number;
}

/** Metres to a degree of latitude, a little less than the true 110,574 to 111,694 so that nothing near is passed over. */
const METRES_PER_DEGREE = 110_000;

/**
 * Every school nearer to the home than the one named that is not ruled out. All are measured alike: where the network does not reach home
 * and school named, everything is by straight line. Null without both positions.
 */
export function compareSchools(placing: Placing, comparison: Comparison): Compared | null {
  const { lat, lon } = placing.client;
  const { named, ways = null } = comparison;
  if (lat === null || lon === null || named.lat === null || named.lon === null) return null;
  const home = { lat, lon };
  if (ways !== null) {
    const named_m = ways.to([named])[0] ?? Number.NaN;
    if (!Number.isNaN(named_m)) {
      const schools = nearerByWay({ placing, home, named_m, ways }, comparison);
      return { named_m, by: ways.kind, source: ways.source, schools };
    }
  }
  const named_m = straightLineMetres(home, { lat: named.lat, lon: named.lon });
  const schools = nearerByLine({ placing, home, named_m }, comparison);
  return { named_m, by: 'straight_line', source: '', schools };
}

interface From {
  readonly placing: Placing;
  readonly home: Position;
  readonly named_m: number;
}

function nearerByWay(
  { placing, home, named_m, ways }: From & { readonly ways: SchoolWays },
  { named, candidates, tolerance_m = 0 }: Comparison,
): readonly NearerSchool[] {
  const metres = ways.to(candidates);
  const nearer: NearerSchool[] = [];
  candidates.forEach((school, at) => {
    if (school.urn === named.urn) return;
    const way_m = metres[at] ?? Number.NaN;
    const isBeyond = Number.isNaN(way_m);
    // A way is never shorter than its line, so a school beyond the network may only be nearer where its line is.
    const distance_m = isBeyond ? lineMetres(home, school, named_m) : way_m;
    if (distance_m === null || distance_m + tolerance_m >= named_m) return;
    const suitable = isSuitable(school, placing);
    if (suitable === 'no') return;
    const [by, is_nearer] = isBeyond
      ? (['straight_line', 'cannot_tell'] as const)
      : ([ways.kind, 'yes'] as const);
    nearer.push({ school, distance_m, by, is_nearer, suitable });
  });
  return nearer.sort(nearestFirst);
}

function nearerByLine(
  { placing, home, named_m }: From,
  { named, candidates, tolerance_m = 0 }: Comparison,
): readonly NearerSchool[] {
  const nearer: NearerSchool[] = [];
  for (const school of candidates) {
    if (school.urn === named.urn) continue;
    const distance_m = lineMetres(home, school, named_m);
    if (distance_m === null || distance_m + tolerance_m >= named_m) continue;
    const suitable = isSuitable(school, placing);
    if (suitable === 'no') continue;
    nearer.push({ school, distance_m, by: 'straight_line', is_nearer: 'yes', suitable });
  }
  return nearer.sort(nearestFirst);
}

function nearestFirst(a: NearerSchool, b: NearerSchool): number {
  return a.distance_m - b.distance_m || a.school.urn - b.school.urn;
}

/** The straight line from home to school, metres; null where it is surely longer than `within_m`, or the school has no position. */
function lineMetres(home: Position, { lat, lon }: School, within_m: number): number | null {
  if (lat === null || lon === null) return null;
  if (Math.abs(lat - home.lat) * METRES_PER_DEGREE > within_m) return null;
  return straightLineMetres(home, { lat, lon });
}

/** `3.1 miles walking`, `3.1 miles in a straight line`. */
export function comparedWords(distance_m: number, by: DistanceKind): string {
  return `${formatMiles(distance_m)} ${KIND_WORDS[by]}`;
}

const KIND_WORDS: Readonly<Record<DistanceKind, string>> = {
  walking: 'walking',
  road: 'by road',
  straight_line: 'in a straight line',
};
