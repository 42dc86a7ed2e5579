import type { IsoDate } from '../calendar/dates.ts';

/** What a family is written to about: applying, the TIF, or a decision. */
export const LETTER_KINDS = ['apply', 'tif', 'awarded', 'part_awarded', 'refused'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The two chases: to apply, over the cohort; to complete the TIF, over applications. */
export type Chase = 'apply' | 'tif';

/** Each reminder goes out once, in this order; 0 for a letter that is no reminder. */
export type LetterNumber = 0 | 1 | 2 | 3;

/** A letter that was issued. Kerbside prepares and records; a person posts. Never changed, never deleted. */
export interface IssuedLetter {
  readonly kind: LetterKind;
  readonly number: LetterNumber;
  /** The cohort's reference for `apply`, the application's for every other kind. */
  readonly ref: string;
  readonly client_id: number | null;
  /** Letters that were made together. */
  readonly batch: number;
  readonly issued_on: IsoDate;
  /** The family written to, as it was known that day. */
  readonly family: string;
  readonly addressee: string;
  /** Why, for a decision that must say so; '' otherwise. */
  readonly reason: string;
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

/** A letter's wording: `{field}` stands for a fact of the case. A paragraph left empty is not printed. */
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
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;

/** The fields that a template names, each once, in order; also those that nobody knows. */
export function fieldsNamed(template: LetterTemplate): readonly string[] {
  const text = [template.subject, ...template.paragraphs].join('\n');
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? ''))];
}

/** Whether a name in braces is a field that a letter can fill. */
export function isLetterField(name: string): name is LetterField {
  return Object.hasOwn(LETTER_FIELDS, name);
}
