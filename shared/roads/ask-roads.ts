/** Questions to a road network in the product's own units: metres, seconds, positions. */
import type { Position } from '../geo/position.ts';
import type { Profile } from './network.ts';
import { findPath, pathSearches, type PathSearches } from './road-path.ts';
import { costTable } from './road-table.ts';
import type { RoadsData } from './roads-data.ts';
import { snap, type Snapped } from './snap.ts';
import { mphToMps } from './speed-table.ts';

/** How costs become times. */
export interface Pace {
  /** Times the time outside the peak; 1 for none. */
  readonly peak_factor: number;
  readonly walking_mph: number;
}

/** A point and what the network has near it. */
export interface PlacedPoint {
  /** The nearest place of the largest component, however far; null only where the network is empty. */
  readonly place: Snapped | null;
  /** Whether that place lies within the reach asked for. */
  readonly within: boolean;
  /** Whether a road of a smaller component lies nearer. */
  readonly island: boolean;
}

/** Finds each point's place. */
export function placePoints(
  data: RoadsData,
  profile: Profile,
  points: readonly Position[],
  reach_m: number,
): readonly PlacedPoint[] {
  const { partOf } = data[profile];
  return points.map((at) => {
    const { main, island } = snap(data.network, data.grid, partOf, at);
    return {
      place: main,
      within: main !== null && main.reach_m <= reach_m,
      island: island !== null && (main === null || island.reach_m < main.reach_m),
    };
  });
}

/** Seconds of a cost: milliseconds by car with the peak factor, or millimetres walked. */
export function secondsOf(profile: Profile, weight: number, pace: Pace): number {
  return profile === 'car'
    ? (weight / 1000) * pace.peak_factor
    : weight / 1000 / mphToMps(pace.walking_mph);
}

/** Times and distances between points, `[from * n + to]`, not rounded; NaN to and from a point out of reach, 0 from a point to itself. */
export interface PointTable {
  readonly n: number;
  readonly durations: Float64Array;
  readonly distances: Float64Array;
  readonly points: readonly PlacedPoint[];
}

/** The table between all points. */
export function pointTable(
  data: RoadsData,
  profile: Profile,
  asked: { readonly points: readonly Position[]; readonly reach_m: number; readonly pace: Pace },
): PointTable {
  const points = placePoints(data, profile, asked.points, asked.reach_m);
  const n = points.length;
  const durations = new Float64Array(n * n).fill(Number.NaN);
  const distances = new Float64Array(n * n).fill(Number.NaN);
  const known: { readonly at: number; readonly place: Snapped }[] = [];
  points.forEach(({ place, within }, at) => {
    if (place !== null && within) known.push({ at, place });
  });
  const places = known.map(({ place }) => place);
  const { weight, length, columns } = costTable(data.network, data[profile], places, places);
  known.forEach((from, row) => {
    known.forEach((to, column) => {
      const cell = row * columns + column;
      const at = from.at * n + to.at;
      const isSame = row === column;
      durations[at] = isSame ? 0 : secondsOf(profile, weight[cell] as number, asked.pace);
      distances[at] = isSame ? 0 : (length[cell] as number) / 1000;
    });
  });
  return { n, durations, distances, points };
}

/** A way between two points. */
export interface PointPath {
  readonly distance_m: number;
  readonly duration_s: number;
  /** From the place on the road nearest the first point to that nearest the second. */
  readonly shape: readonly Position[];
  readonly from: PlacedPoint;
  readonly to: PlacedPoint;
}

const kept = new WeakMap<RoadsData, Partial<Record<Profile, PathSearches>>>();

function searchesOf(data: RoadsData, profile: Profile): PathSearches {
  const known = kept.get(data) ?? {};
  const made = known[profile] ?? pathSearches(data[profile]);
  kept.set(data, { ...known, [profile]: made });
  return made;
}

/** The way from one point to another; null where either is out of reach. */
export function pointPath(
  data: RoadsData,
  profile: Profile,
  asked: {
    readonly from: Position;
    readonly to: Position;
    readonly reach_m: number;
    readonly pace: Pace;
  },
): PointPath | null {
  const [from, to] = placePoints(data, profile, [asked.from, asked.to], asked.reach_m);
  if (from === undefined || to === undefined) return null;
  if (from.place === null || to.place === null || !from.within || !to.within) return null;
  const ends = { from: from.place, to: to.place };
  const path = findPath(data.network, data[profile], searchesOf(data, profile), ends);
  return {
    distance_m: path.length / 1000,
    duration_s: secondsOf(profile, path.weight, asked.pace),
    shape: path.shape,
    from,
    to,
  };
}
