/** What happens to an application besides its decision: steps after it, and what is asked of others before it. */
import type { IsoDate } from '../calendar/dates.ts';

/** Steps after a decision, in their order. The status stays the decision's outcome; ending alone closes it. */
export const LIFE_STEPS = ['handed_over', 'in_place', 'ended'] as const;
export type LifeStepKind = (typeof LIFE_STEPS)[number];

/** What is signed with a step. */
export interface StepGiven {
  readonly kind: LifeStepKind;
  readonly on: IsoDate;
  readonly signed_by: string;
  /** Why, for an end; what Client Transport should know, for a hand-over. */
  readonly note: string;
}

/** One signed step. Never changed; one signed in error is taken back, with the reason, and stays to be seen. */
export interface LifeStep extends StepGiven {
  readonly id: number;
  readonly application_ref: string;
  readonly taken_back: { readonly on: IsoDate; readonly by: string; readonly why: string } | null;
}

/** What is asked of somebody before an application can be decided. */
export interface InformationAsked {
  readonly asked_for: string;
  /** Whom: the parent, a school, a clinician, a social worker. */
  readonly asked_of: string;
  readonly asked_on: IsoDate;
  /** The day on which it is chased where no answer has come. */
  readonly chase_on: IsoDate;
  readonly signed_by: string;
}

/** A request for information and what came of it. */
export interface InformationRequest extends InformationAsked {
  readonly id: number;
  readonly application_ref: string;
  /** The days on which it was chased, oldest first. */
  readonly chased_on: readonly IsoDate[];
  readonly answer: { readonly on: IsoDate; readonly by: string; readonly note: string } | null;
}

/** Where an application is, in one word; the status says how it was decided. */
export const STAGES = [
  'received',
  'checking',
  'more_information',
  'decided',
  'appealed',
  'handed_over',
  'in_place',
  'ended',
] as const;
export type Stage = (typeof STAGES)[number];
