/** The records that the status of transport is judged from, as a store reads them. */
import type { DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { ConfirmedSeat, ServiceStep } from '../model/service.ts';
import type { StopPlace } from '../model/stop-place.ts';
import type { ChildNeed } from './child-need.ts';
import type { LetContract } from './states.ts';

/** A route of the plan in use. */
export interface RouteRecord {
  readonly route_id: number;
  readonly route_ref: string;
  readonly contract_id: number | null;
  readonly assistant: boolean;
  readonly arrive_s: number | null;
  readonly depart_s: number | null;
}

/** A stop of the plan in use. */
export interface StopRecord {
  readonly route_id: number;
  readonly client_id: number;
  readonly place: StopPlace;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
  readonly pick_up_s: number | null;
  readonly drop_off_s: number | null;
}

/** A contract with what a child is measured against. */
export interface ContractRecord extends LetContract {
  readonly ref: string;
  readonly route_ref: string;
  readonly provider: string;
  readonly vehicle_class: string;
  readonly wheelchairs: number;
  readonly assistant: boolean;
  readonly arrives_s: number | null;
  readonly departs_s: number | null;
  /** Its provider confirmed child by child: whom the register alone lists joined since. */
  readonly by_name?: boolean;
}

/** A child on a contract by the register. */
export interface SeatRecord {
  readonly contract_id: number;
  readonly client_id: number;
  readonly pick_up_s: number | null;
  readonly released: boolean;
  readonly left_on: IsoDate | null;
}

/** A family or a school that is still to be told of a change which nobody overrode. */
export interface UntoldRecord {
  readonly client_id: number;
  readonly who: 'family' | 'school';
  /** The first day on which the change counts. */
  readonly since: IsoDate;
}

/** Everything of some routes, or of all. */
export interface ServiceRecords {
  /** The day the plan in use was made; null where there is none. */
  readonly plan_made_on: IsoDate | null;
  readonly routes: readonly RouteRecord[];
  readonly stops: readonly StopRecord[];
  /** Whom the plan in use left out, on some days or on all. */
  readonly unallocated: readonly number[];
  readonly contracts: readonly ContractRecord[];
  readonly register_seats: readonly SeatRecord[];
  readonly confirmed_seats: readonly ConfirmedSeat[];
  readonly steps: readonly ServiceStep[];
  readonly untold: readonly UntoldRecord[];
  /** Everyone aboard the routes, at least. */
  readonly needs: readonly ChildNeed[];
  /** What is on the register of people and vehicles and stands in the way of a contract on a day. */
  readonly gaps: GapReader;
}

/** A thing of the register that stands in the way. */
export interface RegisterGap {
  readonly code: 'no_holder' | 'no_cover' | 'out_of_date' | 'left' | 'no_room' | 'too_heavy';
  /** A sentence with whose it is and since when. */
  readonly text: string;
  readonly since: IsoDate | null;
  /** The competence that is missing; '' where it is about everyone aboard. */
  readonly competence: string;
  /** The child whom a weight is of; null where it is about everyone aboard. */
  readonly client_id: number | null;
}

/** A child aboard, with the days of the stop. */
export interface AboardNeed extends ChildNeed {
  readonly stop_mornings: DayMask;
  readonly stop_afternoons: DayMask;
}

/** Gaps that block, of a contract with those aboard on a day. Whom it carries is asked only where it matters. */
export type GapReader = (
  contract_id: number,
  aboard: () => readonly AboardNeed[],
  on: IsoDate,
) => readonly RegisterGap[];
