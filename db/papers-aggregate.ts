/** Lists for schools and the office, the notes that ask providers to destroy sheets, and one log across all papers. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { Withdrawal } from '../shared/model/evidence.ts';
import type {
  Handed,
  IssuedPaper,
  ListKind,
  PaperKind,
  PaperToIssue,
  WithdrawalNote,
} from '../shared/model/paper.ts';
import type { IssuedSheet } from '../shared/model/route-sheet.ts';
import type { LetterKind } from '../shared/model/letter.ts';
import type { Recorded } from './evidence-store.ts';

/** One paper that was given out, whichever table keeps it. */
export interface PaperLine {
  readonly kind: PaperKind;
  /** Of its own kind: a letter and a sheet may have the same. */
  readonly id: number;
  /** Of a letter, which; null for every other paper. */
  readonly letter: LetterKind | null;
  /** The route of a sheet, the URN of a school's list, the application of a letter; '' for the office's own. */
  readonly subject: string;
  readonly recipient: string;
  /** 0 for a letter: its number is its place among the child's letters. */
  readonly version: number;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  readonly how: Handed | '';
  readonly withdrawn: Withdrawal | null;
  /** Whom it names. */
  readonly clients: readonly number[];
}

export interface PapersStore {
  /** Every paper ever given out, the latest first, withdrawn ones among them. */
  readonly log: () => readonly PaperLine[];
  /** Lists in force of one kind, by subject. */
  readonly inForce: (kind: ListKind) => ReadonlyMap<string, IssuedPaper>;
  readonly get: (id: number) => IssuedPaper | null;
  readonly nextVersion: (kind: ListKind, subject: string) => number;
  /** Keeps lists as issued; each withdraws the one before it, naming the version that replaced it. */
  readonly issue: (papers: readonly PaperToIssue[], recorded: Recorded) => void;
  readonly withdraw: (paper: IssuedPaper, withdrawal: Withdrawal) => void;
  /** Withdraws a sheet and prepares the note that asks its provider to destroy it. */
  readonly withdrawSheet: (sheet: IssuedSheet, withdrawal: Withdrawal) => WithdrawalNote;
  /** The same for every sheet in force of a contract: of one that was handed back or ended. Returns how many. */
  readonly withdrawFor: (contract_id: number, on: IsoDate, reason?: string) => number;
  /** Prepares the note for a sheet that a later version replaced, where the provider must not keep it. */
  readonly prepareNote: (sheet_id: number, reason: string, recorded: Recorded) => void;
  /** Every note, the open ones first, then the latest first. */
  readonly withdrawalNotes: () => readonly WithdrawalNote[];
  readonly withdrawalNote: (id: number) => WithdrawalNote | null;
  /** That a person told the provider. Once. */
  readonly noteTold: (note: WithdrawalNote, told: Recorded & { readonly how: Handed }) => void;
  /** That the provider said the sheet is destroyed. Once, after it was told. */
  readonly noteDestroyed: (note: WithdrawalNote, destroyed: { readonly on: IsoDate; readonly said: string }) => void; // prettier-ignore
}
