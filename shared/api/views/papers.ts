/** Papers that left the office, as the screens ask for them. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Withdrawal } from '../../model/evidence.ts';
import type { LetterKind } from '../../model/letter.ts';
import type { Handed, PaperKind, WithdrawalNote } from '../../model/paper.ts';
import type { StaleReason } from '../../service/papers/stale.ts';

/** How a paper stands: `stands` as it was given out, `stale` no longer so, `withdrawn` by hand or by what replaced it. */
export type PaperState = 'stands' | 'stale' | 'withdrawn';

/** One paper that was given out. */
export interface PaperRow {
  /** A number of its own across kinds. */
  readonly key: number;
  readonly kind: PaperKind;
  readonly id: number;
  readonly letter: LetterKind | null;
  /** What it is of, for a person: `Route MEA-014`, `Oakley School`, `Letter about A-17`. */
  readonly of: string;
  readonly route_ref: string;
  /** The school of the route or list; '' where there is none. */
  readonly school: string;
  readonly recipient: string;
  /** 0 for letters, which have none. */
  readonly version: number;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  readonly how: Handed | '';
  readonly state: PaperState;
  /** Why it is stale; empty otherwise. */
  readonly why: readonly StaleReason[];
  readonly withdrawn: Withdrawal | null;
  /** Whom it names. */
  readonly clients: readonly number[];
}

/** Every paper ever given out, the latest first. */
export interface PapersPage {
  readonly on: IsoDate;
  readonly rows: readonly PaperRow[];
}

/** A note to a provider, with its words. */
export interface NoteRow extends WithdrawalNote {
  readonly words: string;
}

/** Where a school's list stands. */
export interface SchoolListRow {
  readonly urn: number;
  readonly school: string;
  readonly children: number;
  readonly routes: number;
  /** Of its children, those without a confirmed contract yet. */
  readonly not_sure: number;
  readonly state: 'none' | 'changed' | 'current';
  readonly version: number | null;
  readonly issued_on: IsoDate | null;
  readonly why: readonly StaleReason[];
}

/** Every school of the plan in use with its list. */
export interface SchoolListsPage {
  /** Why no list can be made at all; null where they can. */
  readonly problem: string | null;
  readonly plan: { readonly id: number; readonly made_on: IsoDate; readonly draft: boolean } | null;
  readonly rows: readonly SchoolListRow[];
}

/** A school's list as it would be given out now. */
export interface SchoolListPreview {
  readonly urn: number;
  readonly school: string;
  readonly state: SchoolListRow['state'];
  readonly version: number;
  readonly html: string;
  readonly why: readonly StaleReason[];
}
