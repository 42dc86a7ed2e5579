/** What officers recorded for one application. The rules read it; where there is none they say what to ask. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';

/** A walked or measured route, from the home's address point to the nearest usable entrance. */
export interface MeasuredDistance {
  readonly distance_m: number;
  readonly error_m: number;
  /** What it was measured with. */
  readonly tool: string;
  readonly on: IsoDate;
  readonly by: string;
}

/** Whether the child could walk accompanied, and whether a parent can reasonably accompany: weighed one by one. */
export interface Accompaniment {
  /** Null: not answered. */
  readonly walks_accompanied: boolean | null;
  readonly parent_can_accompany: boolean | null;
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
  /** A temporary problem's end; null for a lasting one. */
  readonly ends_on: IsoDate | null;
}

/** One walked assessment from the register of routes. */
export interface RouteAssessment {
  readonly assessed_on: IsoDate;
  readonly assessor: string;
  /** Times, season, lighting and traffic, in words. */
  readonly conditions: string;
  /** Safe for a child accompanied as necessary. */
  readonly safe: boolean;
  /** Length of the safe way round where the direct one is not safe; null where there is none. */
  readonly safe_way_m: number | null;
  readonly review_on: IsoDate | null;
}

/** Proof of low income: once granted it holds for the academic year. */
export interface LowIncomeEvidence {
  readonly seen_on: IsoDate;
  readonly year: AcademicYear;
  readonly checked_by: string;
  /** What was proved: whether it is a basis that counts for travel. */
  readonly counts: boolean;
}

/** The parent's stated religion or belief (or none) and whether this school is the nearest preferred on that ground. */
export interface BeliefEvidence {
  readonly stated_on: IsoDate;
  readonly nearest_preferred: boolean;
}

/** Whether another, nearer school was suitable and had a place on the date the school was named. */
export interface NearerAnswer {
  readonly urn: number;
  readonly suitable: boolean;
  readonly on: IsoDate;
  /** Who was asked, and what they answered. */
  readonly source: string;
}

/** All that is recorded for one application. */
export interface Evidence {
  readonly measured: MeasuredDistance | null;
  readonly accompaniment: Accompaniment | null;
  /** What was said against the route's safety; '' where nobody raised it. */
  readonly route_concern: string;
  readonly route: RouteAssessment | null;
  readonly low_income: LowIncomeEvidence | null;
  readonly belief: BeliefEvidence | null;
  readonly nearer: readonly NearerAnswer[];
  /** When the post-16 course began or begins. */
  readonly course_began_on: IsoDate | null;
}

/** Nothing recorded. */
export const NO_EVIDENCE: Evidence = {
  measured: null,
  accompaniment: null,
  route_concern: '',
  route: null,
  low_income: null,
  belief: null,
  nearer: [],
  course_began_on: null,
};
