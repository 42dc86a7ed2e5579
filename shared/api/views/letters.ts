/** What the Letters screens show. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { NotDue } from '../../casework/reminders/remind.ts';
import type {
  Chase,
  IssuedLetter,
  LetterKey,
  LetterKind,
  LetterNumber,
} from '../../model/letter.ts';

/** Where a fact that a letter lacks is given. */
export type Mend = 'case' | 'cohort' | 'sender' | 'reason';

/** A letter that is called for today. */
export interface LetterDue extends LetterKey {
  /** Its place in the list: a key for the screen. */
  readonly at: number;
  readonly client_id: number | null;
  readonly name: string;
  readonly school: string;
  /** Since when it is due, or the day of its event; null where that is not known. */
  readonly since: IsoDate | null;
  /** A sentence. */
  readonly why: string;
  /** What it cannot be written without, in words; empty where it can. */
  readonly lacks: readonly string[];
  readonly mend: Mend | null;
  /** What it can do without and will not say, a sentence; '' for nothing. */
  readonly note: string;
  /** An officer's own words for it, '' for none. */
  readonly reason: string;
  /** The address is shown on no list; its letter lies in a file of its own. */
  readonly protected_address: boolean;
  readonly social_worker: boolean;
  readonly language_or_format: string;
}

/** How many letters of one kind and number are due. */
export interface LettersOfKind {
  readonly kind: LetterKind;
  readonly number: LetterNumber;
  readonly due: number;
  /** Of them, those that cannot be written yet. */
  readonly lacking: number;
}

export interface LettersToday {
  readonly on: IsoDate;
  readonly kinds: readonly LettersOfKind[];
  readonly due: readonly LetterDue[];
  /** Children who are not reminded today, by chase and reason. */
  readonly not_due: Readonly<Record<Chase, Readonly<Record<NotDue, number>>>>;
}

/** A child who is not reminded, and why. */
export interface NotDueRow {
  readonly at: number;
  readonly chase: Chase;
  readonly ref: string;
  readonly client_id: number | null;
  readonly name: string;
  readonly code: NotDue;
  readonly reason: string;
  readonly due_on: IsoDate | null;
}

export interface NotDuePage {
  readonly total: number;
  /** The first of them. */
  readonly rows: readonly NotDueRow[];
}

/** One letter as it prints. */
export interface LetterPreview {
  readonly ref: string;
  readonly name: string;
  /** The document, the same that the .pdf is printed from; null where it cannot be written. */
  readonly html: string | null;
  readonly lacks: readonly string[];
  /** Fields that the wording names and nobody knows. */
  readonly unknown: readonly string[];
}

/** What issuing would do, before it is done. */
export interface BatchPlan {
  readonly kind: LetterKind;
  readonly letters: number;
  readonly families: number;
  readonly left_out: readonly { readonly ref: string; readonly lacks: readonly string[] }[];
  readonly protected_addresses: number;
  readonly social_workers: number;
  readonly languages: readonly { readonly ref: string; readonly language: string }[];
  /** Names of the files in the archive. */
  readonly files: readonly string[];
}

/** A letter on record with whom it was about. */
export interface IssuedRow extends IssuedLetter {
  readonly name: string;
  /** Its text was kept, so that it can be shown and printed again. */
  readonly has_text: boolean;
}

/** Letters made together. */
export interface BatchRow {
  readonly batch: number;
  readonly kind: LetterKind;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  readonly letters: number;
  readonly withdrawn: number;
}

export interface IssuedPage {
  /** Newest first. */
  readonly batches: readonly BatchRow[];
  readonly total: number;
  /** The first of them, newest first. */
  readonly rows: readonly IssuedRow[];
}

/** One child's letters. */
export interface CaseLettersPage {
  readonly on: IsoDate;
  /** Newest first. */
  readonly issued: readonly IssuedRow[];
  readonly due: readonly LetterDue[];
  readonly not_due: readonly NotDueRow[];
}

/** One of a family as the screen names them. No address: those who live together are known by their postcode. */
export interface FamilyPersonRow {
  readonly kind: 'cohort' | 'client';
  readonly ref: string;
  readonly client_id: number | null;
  readonly name: string;
  readonly school: string;
  /** '' where the address is protected. */
  readonly postcode: string;
}

export interface FamilyGroup {
  readonly members: readonly FamilyPersonRow[];
  /** Why they may be one family; '' where a person linked them. */
  readonly why: string;
}

export interface FamiliesPage {
  readonly linked: readonly FamilyGroup[];
  readonly proposed: readonly FamilyGroup[];
  /** Those who fit the search. */
  readonly found: readonly FamilyPersonRow[];
}

/** A case that a wording can be tried on. */
export interface LetterCase {
  readonly ref: string;
  readonly name: string;
  readonly detail: string;
}
