/** What officers record of a case so that the rules of eligibility can answer. Added to and withdrawn, never changed. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';

/** Kinds of evidence; of each the latest one counts (of `nearer` the latest of a school, of `low_income` any that grants a year). */
export const EVIDENCE_KINDS = [
  'measured',
  'road',
  'accompaniment',
  'route_concern',
  'low_income',
  'belief',
  'nearer',
  'course',
  'post_16',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A way measured from a point of the home to an entrance of the school: `measured` on foot, `road` passable by car. */
export interface WayGiven {
  readonly kind: 'measured' | 'road';
  readonly distance_m: number;
  /** How far it may be out, either way, metres. */
  readonly error_m: number;
  readonly tool: string;
  readonly measured_on: IsoDate;
  readonly measured_by: string;
  readonly from: string;
  readonly to: string;
}

/** Whether the child could walk accompanied; and what was weighed of a parent's accompanying, one by one. */
export interface AccompanimentGiven {
  readonly kind: 'accompaniment';
  /** Null: not answered yet. */
  readonly walks_accompanied: boolean | null;
  readonly parent_can_accompany: boolean | null;
  readonly parent_disability: string;
  readonly other_children: string;
  readonly work: string;
  /** Whose view it is and on what it rests. */
  readonly reason: string;
  readonly answered_on: IsoDate;
  /** The last day of a temporary problem; null for a lasting one. */
  readonly ends_on: IsoDate | null;
}

/** What somebody said against the safety of the route; '' says that the concern is settled. */
export interface RouteConcernGiven {
  readonly kind: 'route_concern';
  readonly concern: string;
  readonly raised_by: string;
  readonly raised_on: IsoDate;
}

/** Proof of low income for one academic year. */
export interface LowIncomeGiven {
  readonly kind: 'low_income';
  readonly basis: string;
  /** Whether the basis counts for travel. */
  readonly counts: boolean;
  readonly seen_on: IsoDate;
  readonly year: AcademicYear;
  readonly checked_by: string;
}

/** Religion or belief as the parent states it; '' for none. A school's denomination is not evidence. */
export interface BeliefGiven {
  readonly kind: 'belief';
  readonly stated: string;
  readonly stated_by: string;
  readonly stated_on: IsoDate;
  /** Whether this school is the nearest suitable one preferred on that ground. */
  readonly nearest_preferred: boolean;
}

/** One nearer school on the date on which the school was named. */
export interface NearerGiven {
  readonly kind: 'nearer';
  readonly urn: number;
  readonly school: string;
  readonly suitable: boolean;
  readonly had_place: boolean;
  readonly named_on: IsoDate;
  /** Who was asked. */
  readonly asked: string;
  readonly answered_on: IsoDate;
  /** What was answered, or where it can be read. */
  readonly answer: string;
}

/** The course of a young person over compulsory school age. */
export interface CourseGiven {
  readonly kind: 'course';
  readonly course: string;
  readonly began_on: IsoDate;
}

/** Whether arrangements are necessary for a young person to attend (s508F), or fall under the post-16 statement (s509AA). */
export interface Post16Given {
  readonly kind: 'post_16';
  readonly necessary: boolean;
  /** What the learner could do instead: training, a pass, a budget, help of others. */
  readonly instead: string;
  readonly reason: string;
  readonly answered_on: IsoDate;
}

/** One piece of evidence as it is given. */
export type EvidenceGiven =
  | WayGiven
  | AccompanimentGiven
  | RouteConcernGiven
  | LowIncomeGiven
  | BeliefGiven
  | NearerGiven
  | CourseGiven
  | Post16Given;

/** Why something that was recorded by mistake counts no more. */
export interface Withdrawal {
  readonly on: IsoDate;
  readonly by: string;
  readonly reason: string;
}

/** One piece of evidence as it is kept. */
export interface EvidenceRecord {
  readonly id: number;
  readonly application_ref: string;
  readonly given: EvidenceGiven;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  readonly withdrawn: Withdrawal | null;
}

/** What an officer writes of section I of an EHCP. */
export interface SectionIGiven {
  /** Word for word. */
  readonly words: string;
  /** The date of the plan, from which these words are in force; null only of the first version, as imported. */
  readonly plan_on: IsoDate | null;
  /** The schools named, by URN; none where it names a type only. */
  readonly urns: readonly number[];
  /** The condition under which the school is named; '' for none. */
  readonly condition: string;
  /** The date on which the school was named. */
  readonly named_on: IsoDate | null;
  /** When the plan is reviewed next: within twelve months (Children and Families Act 2014 s44(1)). */
  readonly review_on: IsoDate | null;
}

/** One version of section I. `imported`: the words as a file brought them, its schools and dates not known. */
export interface SectionIVersion extends SectionIGiven {
  readonly id: number;
  readonly client_id: number;
  /** Counted from 1 for each client. */
  readonly version: number;
  readonly source: 'imported' | 'officer';
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  readonly withdrawn: Withdrawal | null;
}
