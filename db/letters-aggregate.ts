/** What the store keeps of letters and families. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { DecisionOutcome, Appeal, Award } from '../shared/model/decision.ts';
import type {
  FamilyLink,
  FamilyMember,
  IssuedLetter,
  LetterContent,
  LetterKind,
  LetterReason,
  TransportTold,
  Withdrawal,
} from '../shared/model/letter.ts';

/** A letter to be recorded; who issues it is whoever writes. */
export type NewLetter = Omit<IssuedLetter, 'id' | 'batch' | 'issued_by' | 'withdrawn'> & {
  readonly content: LetterContent;
  /** What a letter about transport tells, field by field; absent for every other. */
  readonly told?: TransportTold;
};

/** A letter about transport that stands, with what it told. */
export interface TransportLetter {
  readonly id: number;
  readonly kind: LetterKind;
  readonly ref: string;
  readonly about: string;
  readonly client_id: number;
  readonly issued_on: IsoDate;
  readonly told: TransportTold;
}

/** The decision in force on an application, without the facts it rests on. */
export interface DecisionInForce {
  readonly id: number;
  readonly application_ref: string;
  readonly outcome: DecisionOutcome;
  readonly decided_on: IsoDate;
  readonly award: Award | null;
}

/** When more information was last asked for, and the note that was written with it. */
export interface Asked {
  /** ISO date. */
  readonly on: string;
  readonly note: string;
}

export interface LettersStore {
  /** Every letter issued, by batch; those withdrawn too. */
  readonly all: () => readonly IssuedLetter[];
  /** The text of a letter as it was issued; null for one of a version that did not keep it. */
  readonly content: (id: number) => LetterContent | null;
  /** Letters to children whose address was protected on the day of issue, whatever it is now. */
  readonly protectedWhenIssued: () => ReadonlySet<number>;
  /** The letters about transport that were not withdrawn, oldest first. */
  readonly transport: () => readonly TransportLetter[];
  /** Letters whose text was kept. */
  readonly withText: () => ReadonlySet<number>;
  /** The number that the next letters issued together get. */
  readonly nextBatch: () => number;
  /** Records letters as issued, each in its child's history; returns their batch. One that stands already throws. */
  readonly issue: (letters: readonly NewLetter[]) => number;
  /** Says of letters that they were never posted; those withdrawn before are left. Returns how many. */
  readonly withdraw: (ids: readonly number[], how: Withdrawal) => number;
  /** What officers wrote for single letters. */
  readonly reasons: () => readonly LetterReason[];
  /** Keeps an officer's words for one letter; '' takes them back. */
  readonly setReason: (reason: LetterReason) => void;
  /** Every decision in force. */
  readonly decisions: () => readonly DecisionInForce[];
  /** Every appeal, oldest first. */
  readonly appeals: () => readonly Appeal[];
  readonly asked: (client_id: number, ref: string) => Asked | null;
  readonly links: () => readonly FamilyLink[];
  /** Makes these one family, with all whom any of them was linked to before; returns its number. */
  readonly link: (members: readonly FamilyMember[]) => number;
  /** Takes one out of the family they were linked to by hand. False: was in none. */
  readonly unlink: (member: FamilyMember) => boolean;
}
