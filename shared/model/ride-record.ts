/** What officers record about rides that go over their limit: added to and withdrawn with a reason, never changed. Times in seconds. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Withdrawal } from './evidence.ts';

/** A waiver of a clinical limit as it is given: a clinician lets one client ride longer, until a day. */
export interface WaiverGiven {
  /** The longest ride that it allows; more than the clinical limit. */
  readonly allowed_s: number;
  /** The clinician, with their office. */
  readonly granted_by: string;
  readonly reason: string;
  /** The paper that says so: a letter with its date, a plan. */
  readonly evidence: string;
  readonly from_on: IsoDate;
  /** The last day on which it counts. */
  readonly until_on: IsoDate;
}

/** A waiver on record. */
export interface ClinicalWaiver extends WaiverGiven {
  readonly id: number;
  readonly client_id: number;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  readonly withdrawn: Withdrawal | null;
}

/** Why a client rides longer than the advisory guide, with both times as they stood when it was recorded. */
export interface GuideReasonGiven {
  readonly route_ref: string;
  readonly school_urn: number | null;
  readonly direct_s: number;
  readonly planned_s: number;
  readonly reason: string;
}

/** A reason on record; `recorded_by` is the named officer. */
export interface GuideReason extends GuideReasonGiven {
  readonly id: number;
  readonly client_id: number;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  readonly withdrawn: Withdrawal | null;
}
