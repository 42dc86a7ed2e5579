import type { IsoDate } from '../calendar/dates.ts';

/** What a family is written to about: applying, the TIF, a decision, and the other steps of an application. */
export const LETTER_KINDS = [
  'apply',
  'tif',
  'awarded',
  'part_awarded',
  'refused',
  'not_ours',
  'received',
  'more_information',
  'appeal_received',
  'appeal_result',
  'review',
  'transport_details',
  'transport_changes',
  'transport_arranging',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The two chases: to apply, over the cohort; to complete the TIF, over applications. */
export const CHASES = ['apply', 'tif'] as const;
export type Chase = (typeof CHASES)[number];

/** Letters that tell a family what was decided. */
export const DECISION_LETTERS = ['awarded', 'part_awarded', 'refused', 'not_ours'] as const;
export type DecisionLetter = (typeof DECISION_LETTERS)[number];

/** Letters that tell a family who carries its child, that this changes, or that it is not arranged yet. */
export const TRANSPORT_LETTERS = [
  'transport_details',
  'transport_changes',
  'transport_arranging',
] as const;
export type TransportLetterKind = (typeof TRANSPORT_LETTERS)[number];

/** Whether letters of a kind tell of the running service. */
export function isTransportLetter(kind: LetterKind): kind is TransportLetterKind {
  return (TRANSPORT_LETTERS as readonly LetterKind[]).includes(kind);
}

/** What a letter about transport tells that may change, with its words on paper. In the order of the letter. */
export const TOLD_FIELDS = {
  first_day: 'First day',
  days: 'Days',
  provider: 'Provider',
  vehicle: 'Vehicle',
  driver: 'Driver',
  assistant: 'Passenger assistant',
  route: 'Route',
  pick_up: 'Pick-up time',
  pick_up_place: 'Pick-up place',
  arrive: 'At school',
  depart: 'Leaves school',
  home: 'Home time',
  other_days: 'On other days',
} as const;
export type ToldField = keyof typeof TOLD_FIELDS;

/** What a family was told, field by field; all '' in a letter that says it is not arranged yet. */
export type TransportTold = Readonly<Record<ToldField, string>>;

/** Letters that are no reminder: each about one event of one application. */
export type EventLetter = Exclude<LetterKind, Chase>;

/** Whether letters of a kind are reminders. */
export function isChase(kind: LetterKind): kind is Chase {
  return (CHASES as readonly LetterKind[]).includes(kind);
}

/** Each reminder goes out once, in this order; 0 for a letter that is no reminder. */
export type LetterNumber = 0 | 1 | 2 | 3;

/** That a letter was never posted: it does not count as sent, and the record says so. */
export interface Withdrawal {
  readonly on: IsoDate;
  readonly by: string;
  readonly reason: string;
}

/** What one letter is: no two that stand are the same. */
export interface LetterKey {
  readonly kind: LetterKind;
  readonly number: LetterNumber;
  /** The cohort's reference for `apply`, the application's for every other kind. */
  readonly ref: string;
  /** The decision, appeal or date that it tells of, such as `decision 12`; '' for reminders and for what only the council's record knows. */
  readonly about: string;
}

/** A letter that was issued. Kerbside prepares and records; a person posts. Never changed, never deleted; it may be withdrawn once. */
export interface IssuedLetter extends LetterKey {
  readonly id: number;
  readonly client_id: number | null;
  /** Letters that were made together. */
  readonly batch: number;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  /** The family written to, as it was known that day. */
  readonly family: string;
  readonly addressee: string;
  /** Why, for a decision that must say so; '' otherwise. */
  readonly reason: string;
  readonly withdrawn: Withdrawal | null;
}

/** Everything that stands on the paper of one letter. */
export interface LetterContent {
  readonly team: string;
  readonly county: string;
  readonly contact: string;
  readonly addressee: string;
  readonly address: string;
  readonly postcode: string;
  readonly date: string;
  readonly ref: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** What an officer wrote for one letter, where no record holds it: why a decision was made, what is asked for. */
export interface LetterReason extends Omit<LetterKey, 'number'> {
  readonly text: string;
}

/** A child of the cohort or a client, by reference. */
export interface FamilyMember {
  readonly kind: 'cohort' | 'client';
  readonly ref: string;
}

/** One who a person said belongs to a family: all with the same number are one. */
export interface FamilyLink extends FamilyMember {
  readonly family: number;
}

/** A letter's wording: `{field}` stands for a fact of the case. A paragraph left empty is not printed; lines that begin with `- ` are a list. */
export interface LetterTemplate {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** What a template may ask for, with the words that name it where it is missing. */
export const LETTER_FIELDS = {
  addressee: 'Parent or carer',
  child: "Child's name",
  ref: 'Reference',
  address: 'Home address',
  postcode: 'Home postcode',
  school: 'School',
  date: 'Date of the letter',
  county: 'Council',
  team: 'Team that writes (setting "Who writes the letters")',
  contact: 'How to reach the team (setting "Who writes the letters")',
  received: 'Date the application was received',
  missing: 'Answers missing from the TIF',
  reason: 'Reason for the decision',
  appeal_by: 'Last day to appeal',
  year: 'School year',
  decide_by: 'Day by which the application is to be decided',
  asked: 'What more is asked of the family',
  answer_by: 'Day by which an answer is asked for',
  award_terms: 'Terms of the award, as a list',
  mode: 'How the child travels',
  legs: 'Journeys awarded',
  days: 'Days of travel',
  starts: 'First day of the award',
  ends: 'End or review of the award',
  power: 'Power the decision is made under',
  rules: 'The rules tried, with what the law says, as a list',
  appeal_days: 'Working days to ask for a review',
  appeal_answer_days: 'Working days for the answer to a review',
  panel_days: 'Working days for the answer of the panel',
  appeal_stage: 'Stage of the appeal',
  appeal_lodged: 'Date the appeal came',
  appeal_how: 'How the appeal is heard',
  appeal_answer_by: 'Day by which the appeal is to be answered',
  appeal_meanwhile: 'Whether transport goes on meanwhile',
  appeal_result: 'Result of the appeal',
  appeal_reason: 'Reasons for the result of the appeal',
  appeal_next: 'What the family can do next',
  review: 'What is to be reviewed or ends, and when',
  transport_terms: 'Who collects the child, when and where, as a list',
  transport_changed: 'What changes, before and now, as a list',
  transport_why: 'Why transport is not arranged yet',
  provider: 'Provider',
  vehicle: 'Vehicle',
  driver: 'Driver',
  assistant: 'Passenger assistant',
  route: 'Route',
  pick_up: 'Pick-up time',
  pick_up_place: 'Pick-up place',
  arrive: 'Time at school',
  depart: 'Time of leaving school',
  home_time: 'Time back home',
  first_day: 'First day of transport',
  travel_days: 'Days on which the vehicle comes',
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;

/** Fields that may be empty: what only a signed decision holds. The paragraph that names one alone is then left out. */
export const MAY_BE_EMPTY: readonly LetterField[] = ['award_terms', 'rules', 'driver'];

const EVERY_LETTER = [
  'addressee',
  'child',
  'ref',
  'address',
  'postcode',
  'school',
  'date',
  'county',
  'team',
  'contact',
  'year',
] as const;
const AWARD = [
  'received',
  'award_terms',
  'mode',
  'legs',
  'days',
  'starts',
  'ends',
  'power',
  'appeal_by',
  'appeal_days',
  'appeal_answer_days',
  'panel_days',
] as const;
const REFUSAL = [
  'received',
  'reason',
  'rules',
  'appeal_by',
  'appeal_days',
  'appeal_answer_days',
  'panel_days',
] as const;
const APPEAL = [
  'appeal_stage',
  'appeal_lodged',
  'appeal_how',
  'appeal_answer_by',
  'appeal_meanwhile',
] as const;

const TRANSPORT = [
  'transport_terms',
  'first_day',
  'travel_days',
  'provider',
  'vehicle',
  'driver',
  'assistant',
  'route',
  'pick_up',
  'pick_up_place',
  'arrive',
  'depart',
  'home_time',
] as const;

const OF_KIND: Readonly<Record<LetterKind, readonly LetterField[]>> = {
  apply: [],
  tif: ['received', 'missing'],
  awarded: [...AWARD, 'reason', 'rules'],
  part_awarded: [...AWARD, 'reason', 'rules'],
  refused: [...REFUSAL, 'power'],
  not_ours: [...REFUSAL, 'power'],
  received: ['received', 'decide_by', 'missing'],
  more_information: ['received', 'asked', 'answer_by'],
  appeal_received: APPEAL,
  appeal_result: ['appeal_stage', 'appeal_lodged', 'appeal_result', 'appeal_reason', 'appeal_next'],
  review: ['review', 'award_terms', 'mode', 'legs', 'days', 'starts', 'ends'],
  transport_details: TRANSPORT,
  transport_changes: [...TRANSPORT, 'transport_changed'],
  transport_arranging: ['first_day', 'transport_why'],
};

/** The fields that letters of a kind can fill. */
export function fieldsOfKind(kind: LetterKind): readonly LetterField[] {
  return [...EVERY_LETTER, ...OF_KIND[kind]];
}

/** Letters by the thousand share a wording: its fields are looked for once. */
const named = new WeakMap<LetterTemplate, readonly string[]>();

/** The fields that a template names, each once, in order; also those that nobody knows. */
export function fieldsNamed(template: LetterTemplate): readonly string[] {
  const known = named.get(template);
  if (known !== undefined) return known;
  const text = [template.subject, ...template.paragraphs].join('\n');
  const found = [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ''))];
  named.set(template, found);
  return found;
}

/** Whether a name in braces is a field that a letter can fill. */
export function isLetterField(name: string): name is LetterField {
  return Object.hasOwn(LETTER_FIELDS, name);
}
