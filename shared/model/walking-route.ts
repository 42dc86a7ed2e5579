/** The register of walked assessments: a route is walked once and used again for every home that it covers. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Withdrawal } from './evidence.ts';

/** Where a route starts: round a position, or at every home of a postcode. */
export type RoutePlace =
  | {
      readonly kind: 'around';
      readonly lat: number;
      readonly lon: number;
      readonly radius_m: number;
    }
  | { readonly kind: 'postcode'; readonly postcode: string };

/** What an assessor writes of one walked route. */
export interface WalkingRouteGiven {
  /** What the team calls it: `Harbour Way to Oakley School`. */
  readonly name: string;
  readonly place: RoutePlace;
  readonly school_urn: number;
  readonly assessed_on: IsoDate;
  readonly assessor: string;
  /** When it was walked: `08:05 to 08:40 and 15:20 to 16:00`. */
  readonly times: string;
  readonly season: string;
  readonly lighting: string;
  readonly traffic: string;
  /** Safe in reason for a child accompanied as necessary. */
  readonly safe: boolean;
  /** What was found. */
  readonly finding: string;
  /** The safe way round where the direct one is not safe; '' for none. */
  readonly way_round: string;
  /** Its length, metres; null where there is none. */
  readonly safe_way_m: number | null;
  readonly review_on: IsoDate | null;
}

/** One assessment as it is kept: never changed; a later one supersedes it. */
export interface WalkingRoute extends WalkingRouteGiven {
  readonly id: number;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  /** The assessment that this one takes the place of; null for none. */
  readonly supersedes: number | null;
  /** The assessment that took this one's place; null while it stands. */
  readonly superseded_by: number | null;
  readonly withdrawn: Withdrawal | null;
}
