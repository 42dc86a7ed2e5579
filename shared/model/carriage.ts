import type { DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { StopPlace } from './stop-place.ts';

/** How one child was carried from a day on, as a plan had it. Times in seconds after midnight. */
export interface Carriage {
  readonly client_id: number;
  /** The day of the plan that brought it. */
  readonly from_on: IsoDate;
  readonly plan_id: number;
  /** '' where the plan could not place the child. */
  readonly route_ref: string;
  readonly contract_id: number | null;
  /** '' where the route is not let yet. */
  readonly provider: string;
  readonly vehicle_class: string;
  readonly assistant: boolean;
  readonly school_urn: number | null;
  readonly pick_up_s: number | null;
  readonly arrive_s: number | null;
  readonly depart_s: number | null;
  readonly drop_off_s: number | null;
  readonly confirmed: boolean;
}

/** How one child was carried on some days from a day on: another address or school, or the home on a part of the week. */
export interface PartCarriage {
  readonly client_id: number;
  readonly place: StopPlace;
  readonly from_on: IsoDate;
  readonly plan_id: number;
  /** '' where the stop is made no longer. */
  readonly route_ref: string;
  readonly provider: string;
  readonly vehicle_class: string;
  readonly assistant: boolean;
  readonly school_urn: number | null;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
  readonly pick_up_s: number | null;
  /** At the child's own school, of several on the route. */
  readonly arrive_s: number | null;
  readonly depart_s: number | null;
  readonly drop_off_s: number | null;
}

/** A school whose day was other, in seconds after midnight; null where it was not given. */
export interface SchoolDay {
  readonly urn: number;
  readonly starts_s: number | null;
  readonly ends_s: number | null;
}
