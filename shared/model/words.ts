/** The glossary's words for the codes of the records: one way on every screen, paper and line of history. */
import type { AppealGround, AppealResult, AwardLegs, AwardPower, TravelMode } from './decision.ts';
import type { ApplicationStatus, Assistant, Mobility, Need, Phase } from './client.ts';
import type { LetterKind, LetterNumber } from './letter.ts';
import type { LifeStepKind, Stage } from './life.ts';
import type { UnallocatedReason } from './plan.ts';

/** Primary needs as the Department for Education names them (SEN statistics, 2025). */
export const NEED_WORDS: Readonly<Record<Need, string>> = {
  ASD: 'Autistic spectrum disorder',
  HI: 'Hearing impairment',
  MLD: 'Moderate learning difficulty',
  MSI: 'Multi-sensory impairment',
  OTH: 'Other difficulty or disability',
  PD: 'Physical disability',
  PMLD: 'Profound and multiple learning difficulty',
  SEMH: 'Social, emotional and mental health',
  SLCN: 'Speech, language and communication',
  SLD: 'Severe learning difficulty',
  SPLD: 'Specific learning difficulty',
  VI: 'Vision impairment',
};

/** How a client moves. */
export const MOBILITY_WORDS: Readonly<Record<Mobility, string>> = {
  walks: 'Walks',
  walks_with_aid: 'Walks with an aid',
  wheelchair_transfers: 'Wheelchair, moves to a seat',
  wheelchair_travels: 'Travels in the wheelchair',
};

/** The passenger assistant a client needs. */
export const ASSISTANT_WORDS: Readonly<Record<Assistant, string>> = {
  none: 'None',
  shared: 'Shared',
  own: 'Own',
  medical: 'Own, medically trained',
};

/** Where a request stands. */
export const STATUS_WORDS: Readonly<Record<ApplicationStatus, string>> = {
  received: 'Received',
  checking: 'Checking',
  more_information: 'More information',
  awarded: 'Awarded',
  part_awarded: 'Part awarded',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  not_ours: 'Not ours',
  ended: 'Ended',
};

/** The stage an application is at. */
export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  received: 'Received',
  checking: 'Being checked',
  more_information: 'More information',
  decided: 'Decided',
  appealed: 'Appealed',
  handed_over: 'Handed over',
  in_place: 'In place',
  ended: 'Ended',
};

/** Steps after a decision, as they are signed. */
export const STEP_WORDS: Readonly<Record<LifeStepKind, string>> = {
  handed_over: 'Handed to Client Transport',
  in_place: 'Transport in place',
  ended: 'Ended',
};

/** How an award lets a child travel. */
export const MODE_WORDS: Readonly<Record<TravelMode, string>> = {
  seat: 'Seat in a vehicle',
  pick_up_point: 'Seat from a pick-up point',
  pass: 'Pass for public transport',
  walking_escort: 'Walking escort',
  travel_training: 'Travel training',
  mileage: 'Mileage for a parent',
  ptb: 'Personal transport budget',
};

/** Which legs of the day an award covers. */
export const LEGS_WORDS: Readonly<Record<AwardLegs, string>> = {
  both: 'To and from school',
  morning: 'To school only',
  afternoon: 'From school only',
};

/** The power of a decision, Education Act 1996. */
export const POWER_WORDS: Readonly<Record<AwardPower | 'not_ours' | 'cannot_tell', string>> = {
  s508B: 's508B, duty',
  s508C: 's508C, discretion',
  s509AA: 's509AA, sixth-form age',
  s508F: 's508F, adult',
  not_ours: 'Not this authority',
  cannot_tell: 'Cannot tell yet',
};

/** What an appeal is about. */
export const GROUND_WORDS: Readonly<Record<AppealGround, string>> = {
  eligibility: 'Eligibility',
  distance: 'Distance',
  route_safety: 'Safety of the route',
  suitability: 'Suitability of the arrangement',
};

/** How an appeal ended. */
export const APPEAL_RESULT_WORDS: Readonly<Record<AppealResult, string>> = {
  upheld: 'Upheld',
  part: 'Upheld in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

/** Phases of education. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  early_years: 'Early years',
  primary: 'Primary',
  secondary: 'Secondary',
  sixth_form: 'Sixth form',
  adult: 'Adult',
};

/** Why an active client has no route; the last two are the store's own, for clients no plan knows. */
export const REASON_WORDS: Readonly<
  Record<UnallocatedReason | 'new_since_plan' | 'no_plan', string>
> = {
  no_position: 'No position',
  no_school: 'No school',
  school_no_position: 'School without a position',
  clinical_limit: 'Clinical limit',
  no_vehicle: 'No vehicle fits',
  conflict: 'May not travel together',
  held: 'Held for a decision',
  taken_off: 'Taken off a route by hand',
  too_heavy: 'Too heavy for every vehicle',
  no_access: 'No vehicle gets to the door',
  contradiction: 'Facts exclude each other',
  unreachable: 'No way between home and school',
  new_since_plan: 'New since the plan',
  no_plan: 'No plan made yet',
};

/** Gaps in the data, by the key of the filter that lists them, in the order they are shown. */
export const GAP_WORDS = {
  no_position: 'No position',
  no_school: 'No school',
  school_no_position: 'School without a position',
  no_tif: 'No TIF',
  tif_incomplete: 'TIF incomplete',
  questions: 'Open questions',
  same_child: 'Same name and birthday',
} as const;

/** Where a client's transport stands, by the states of the lists and the map. */
export const TRANSPORT_WORDS = {
  in_place: 'In place',
  planned: 'Planned, not confirmed',
  unallocated: 'Unallocated',
  not_planned: 'Not planned yet',
  closed: 'Closed',
} as const;

/** The same states of a home on the map, where `Unallocated` alone would not say of what. */
export const HOME_WORDS = {
  ...TRANSPORT_WORDS,
  in_place: 'Transport in place',
  unallocated: 'Without a route',
} as const;

/** A code's words, or the code itself made readable where the list does not know it. */
export function wordsFor(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code.replaceAll('_', ' ');
}

/** The words as they stand within a sentence: `no school`, but `TIF incomplete`. */
export function withinSentence(words: string): string {
  return /^[A-Z]{2}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

const LETTER_WORDS: Readonly<Record<LetterKind, string>> = {
  apply: 'reminder to apply',
  tif: 'reminder to complete the TIF',
  awarded: 'Transport awarded',
  part_awarded: 'Transport awarded in part',
  refused: 'Transport refused',
  not_ours: 'Not this authority',
  received: 'Application received',
  more_information: 'More information asked for',
  appeal_received: 'Appeal received',
  appeal_result: 'Result of an appeal',
  review: 'Award to be reviewed, or ending',
  transport_details: 'Transport details',
  transport_changes: 'Transport changes',
  transport_arranging: 'Transport still being arranged',
};
const ORDER_WORDS = ['', 'First ', 'Second ', 'Third '] as const;

/** A letter's name: `Second reminder to apply`, `Transport awarded`. */
export function letterName(kind: LetterKind, number: LetterNumber): string {
  return `${ORDER_WORDS[number]}${LETTER_WORDS[kind]}`;
}
