import type { AcademicYear } from '../shared/calendar/dates.ts';
import type { Client } from '../shared/model/client.ts';
import type {
  TifAnswers,
  TifConfirmation,
  TifDraft,
  TifSignature,
  TifVersion,
} from '../shared/model/tif.ts';

/** An answer that is given to the form being written. */
export interface TifGiven {
  readonly key: string;
  readonly answer: string;
}

/** A signed version as it goes into the store: numbered there. */
export interface TifSigning {
  readonly client_id: number;
  readonly answers: TifAnswers;
  readonly signature: TifSignature;
  readonly complete: boolean;
  readonly year: AcademicYear;
}

/** The Transport Information Form of every client. */
export interface TifStore {
  /** All versions of a client, oldest first. */
  readonly versions: (client_id: number) => readonly TifVersion[];
  readonly lastSigned: (client_id: number) => TifVersion | null;
  readonly draft: (client_id: number) => TifDraft | null;
  readonly yearsConfirmed: (client_id: number) => readonly TifConfirmation[];
  /**
   * Keeps one answer of the form being written, beside all that was given before. The first one starts the form from
   * the last version, or from what the record says, which is kept as imported.
   */
  readonly answer: (client: Client, given: TifGiven) => void;
  /** Keeps what the record says as the first version, unsigned; returns its number. */
  readonly keepImported: (client: Client) => number;
  /** Keeps a version as signed. The form being written becomes it. What it changes of the record is the caller's. */
  readonly sign: (signing: TifSigning) => TifVersion;
  /** Puts in signed forms and confirmations whose clients' records say already where they stand: for a store that is being made. */
  readonly load: (
    signed: readonly TifSigning[],
    confirmed: readonly Omit<TifConfirmation, 'id'>[],
  ) => void;
  readonly confirm: (given: Omit<TifConfirmation, 'id'>) => void;
  /** What the last signed versions answer to one question, by client; only of those who answered it. */
  readonly lastSaid: (question: string) => ReadonlyMap<number, string>;
  /** The answers of every form that is being written; and of these clients, where nothing is, of the last signed version. */
  readonly working: (
    signed_of: readonly number[],
  ) => ReadonlyMap<number, { readonly answers: TifAnswers; readonly signed: boolean }>;
}
