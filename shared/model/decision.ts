/** What an officer decides on an application, and what a family says against it. Kept as it was signed. */
import type { IsoDate, Weekday } from '../calendar/dates.ts';

export const DECISION_OUTCOMES = [
  'awarded',
  'part_awarded',
  'refused',
  'withdrawn',
  'not_ours',
] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** Sections of the Education Act 1996 that an award can be made under. */
export const AWARD_POWERS = ['s508B', 's508C', 's509AA', 's508F'] as const;
export type AwardPower = (typeof AWARD_POWERS)[number];

/** How a child travels at public cost. */
export const TRAVEL_MODES = [
  'seat',
  'pick_up_point',
  'pass',
  'walking_escort',
  'travel_training',
  'mileage',
  'ptb',
] as const;
export type TravelMode = (typeof TRAVEL_MODES)[number];

/** Modes that stand only with a parent's dated consent; without it, a seat (Education Act 1996 s508B(4)(c) and (5)). */
export const CONSENT_MODES: readonly TravelMode[] = ['travel_training', 'mileage', 'ptb'];

export const AWARD_LEGS = ['both', 'morning', 'afternoon'] as const;
export type AwardLegs = (typeof AWARD_LEGS)[number];

/** What is awarded. Dates are whole days, both ends included. */
export interface Award {
  readonly power: AwardPower;
  readonly mode: TravelMode;
  readonly legs: AwardLegs;
  readonly days: readonly Weekday[];
  readonly starts_on: IsoDate;
  /** The last day, or null where it goes on until it is reviewed. */
  readonly ends_on: IsoDate | null;
  readonly review_on: IsoDate | null;
  /** When a parent agreed to a mode that needs it, and who did; null and '' for the others. */
  readonly consent_on: IsoDate | null;
  readonly consent_by: string;
}

/** What an officer signs. */
export interface DecisionGiven {
  readonly outcome: DecisionOutcome;
  /** Null for every outcome but awarded and part awarded. */
  readonly award: Award | null;
  /** Why it departs from the proposal, or what settled what the rules could not tell; '' where it follows the proposal. */
  readonly reason: string;
  readonly signed_by: string;
}

/** A signed decision. Never changed: a later one supersedes it. */
export interface Decision extends DecisionGiven {
  readonly id: number;
  readonly application_ref: string;
  readonly client_id: number;
  readonly decided_on: IsoDate;
  /** It is not what the rules proposed on the facts as they stood. */
  readonly departs: boolean;
  /** The decision that this one takes the place of; null for the first. */
  readonly supersedes: number | null;
}

export const APPEAL_GROUNDS = ['eligibility', 'distance', 'route_safety', 'suitability'] as const;
export type AppealGround = (typeof APPEAL_GROUNDS)[number];

export const APPEAL_RESULTS = ['upheld', 'part', 'refused', 'withdrawn'] as const;
export type AppealResult = (typeof APPEAL_RESULTS)[number];

/** 1: an officer's review; 2: an independent panel. */
export type AppealStage = 1 | 2;

/** What is written down when an appeal comes in. */
export interface AppealGiven {
  readonly stage: AppealStage;
  readonly grounds: readonly AppealGround[];
  readonly lodged_on: IsoDate;
  /** Whether transport goes on until the result. */
  readonly transport_goes_on: boolean;
  /** What the family says; why it is heard where it came too late. */
  readonly note: string;
  readonly signed_by: string;
}

/** How an appeal ended. */
export interface AppealEnd {
  readonly result: AppealResult;
  readonly on: IsoDate;
  readonly note: string;
  readonly signed_by: string;
}

/** One stage of an appeal against one decision. */
export interface Appeal extends AppealGiven {
  readonly id: number;
  readonly application_ref: string;
  readonly decision_id: number;
  /** Null until it is heard. */
  readonly end: AppealEnd | null;
}
