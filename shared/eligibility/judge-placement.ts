/** Whether a placement is beyond the nearest suitable school. */
import type { School } from '../model/school.ts';
import { compareSchools, type Comparison, type DistanceKind } from './nearer-schools.ts';
import type { Placing } from './nearest-suitable.ts';

/** Where a placement stands. Both distances, metres, are by the same measure. */
export type PlacementFinding =
  | {
      readonly kind: 'beyond';
      readonly nearest: School;
      readonly named_m: number;
      readonly nearest_m: number;
      readonly by: DistanceKind;
    }
  | { readonly kind: 'nearest'; readonly by: DistanceKind }
  | {
      readonly kind: 'cannot_tell';
      readonly why: string;
      /** What is missing: a position, or facts of a nearer school. */
      readonly missing: 'position' | 'nearer_school';
      /** The nearest school that might be suitable, or might be nearer. */
      readonly might: School | null;
    };

/**
 * Compares a placement with the schools nearer to the home. A school that is surely suitable and nearer by more than the tolerance makes it
 * `beyond`; where none is but some might be, it cannot be told.
 */
export function judgePlacement(placing: Placing, comparison: Comparison): PlacementFinding {
  const { lat, lon } = placing.client;
  if (lat === null || lon === null) return noPosition('The home has no position.');
  const compared = compareSchools(placing, comparison);
  if (compared === null) return noPosition('The school has no position.');
  const { named_m, by, schools } = compared;
  const nearest = schools.find((each) => each.suitable === 'yes' && each.is_nearer === 'yes');
  if (nearest !== undefined) {
    const { school, distance_m } = nearest;
    return { kind: 'beyond', nearest: school, named_m, nearest_m: distance_m, by };
  }
  if (schools.length === 0) return { kind: 'nearest', by };
  const why = schools.every((each) => each.is_nearer === 'cannot_tell')
    ? 'A school beyond the road network might be nearer.'
    : 'A nearer school might be suitable: its ages, needs or places are not known.';
  return { kind: 'cannot_tell', why, missing: 'nearer_school', might: schools[0]?.school ?? null };
}

/** Nothing can be compared without both positions. */
export function noPosition(why: string): PlacementFinding {
  return { kind: 'cannot_tell', why, missing: 'position', might: null };
}
