/** Letters made together: what was asked for, and what came of it. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { LetterFacts } from '../../shared/casework/letters/fill-letter.ts';
import type { LetterSubject } from '../../shared/casework/letters/letter-facts.ts';
import type {
  LetterContent,
  LetterKey,
  LetterKind,
  LetterNumber,
  TransportTold,
} from '../../shared/model/letter.ts';

/** One of the letters of a kind: whose, and about what. */
export interface LetterOf {
  readonly ref: string;
  readonly about: string;
}

/** Which letters to make. */
export interface LettersRequest {
  readonly kind: LetterKind;
  /** These alone; null: all who are due (or decided and not yet written to). */
  readonly refs: readonly string[] | null;
  /** But not these: a child may have two letters of one kind, about two decisions. */
  readonly except?: readonly LetterOf[];
  readonly on: IsoDate;
  /** Why, for a decision that must say so; '' for none. */
  readonly reason: string;
  /** Made to be looked at: marked, and not recorded. A reminder of one child may be looked at before it is due. */
  readonly preview: boolean;
  /** Makes the others where some lack a fact; else none is made. */
  readonly leave_out: boolean;
}

/** One letter, ready to be printed and recorded. */
export interface LetterDraft extends LetterKey {
  readonly client_id: number | null;
  readonly family: string;
  readonly facts: LetterFacts;
  readonly content: LetterContent;
  /** What a letter about transport tells, as it is kept; absent for every other. */
  readonly told?: TransportTold;
  readonly protected_address: boolean;
  readonly social_worker: boolean;
  readonly language_or_format: string;
}

/** One that cannot be written, and why. */
export interface LeftOut {
  readonly ref: string;
  readonly client_id: number | null;
  readonly about: string;
  readonly name: string;
  readonly lacks: readonly string[];
}

/** Letters made together. */
export interface LetterBatch {
  readonly request: LettersRequest;
  /** The number they are recorded under; null for a preview. */
  readonly batch: number | null;
  readonly demo: boolean;
  readonly letters: readonly LetterDraft[];
  readonly left_out: readonly LeftOut[];
}

/** One to be written to, before the wording is filled. */
export interface ToWrite {
  readonly number: LetterNumber;
  readonly about: string;
  readonly client_id: number | null;
  readonly family: string;
  readonly subject: LetterSubject;
  readonly told?: TransportTold;
  readonly social_worker: boolean;
}
