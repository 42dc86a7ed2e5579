import type { IsoDate } from '../calendar/dates.ts';

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
