import type { AcademicYear, IsoDate } from '../calendar/dates.ts';

/**
 * Answers by the key of their question, each as text: a code for a choice, an ISO date, `08:50`, `Mon, Tue`, a number without
 * its unit. What could not be understood stands as it was typed. '' or no key: not answered.
 */
export type TifAnswers = Readonly<Record<string, string>>;

/** Whether the last signed version of a client's form is complete; `none`: no version was signed in Kerbside. */
export const TIF_SIGNED = ['none', 'incomplete', 'complete'] as const;
export type TifSigned = (typeof TIF_SIGNED)[number];

/** Who signs a form: somebody with parental responsibility or a carer, or the young person. */
export const TIF_SIGNERS = ['parent_or_carer', 'young_person'] as const;
export type TifSigner = (typeof TIF_SIGNERS)[number];

/** A signature as it was given. */
export interface TifSignature {
  readonly signed_by: string;
  readonly signer: TifSigner;
  /** Mother, foster carer, social worker; '' for a young person. */
  readonly relationship: string;
  readonly signed_on: IsoDate;
  /** The day on which the council received the form. */
  readonly received_on: IsoDate;
  /** The officer who entered it. */
  readonly entered_by: string;
}

/** One version of a client's form. It is never changed. */
export interface TifVersion {
  readonly id: number;
  readonly client_id: number;
  /** 1, 2, 3 within one client. */
  readonly number: number;
  /** `imported`: what the files had said when the form was first worked on; nobody signed it. */
  readonly kind: 'imported' | 'signed';
  readonly answers: TifAnswers;
  readonly signature: TifSignature | null;
  /** By Kerbside's check on the day of the signature. */
  readonly complete: boolean;
  /** The academic year that it was signed for, by the day on which it was received; null for an imported one. */
  readonly year: AcademicYear | null;
}

/** The version that is being written: kept answer by answer, until it is signed. */
export interface TifDraft {
  readonly client_id: number;
  /** The number of the version that it started from. */
  readonly from_version: number;
  /** Counts the answers kept, so that a signature knows what it was put under. */
  readonly revision: number;
  readonly answers: TifAnswers;
  /** Who gave each answer that differs from the version it started from, and when. */
  readonly given: Readonly<Record<string, { readonly who: string; readonly at: string }>>;
  readonly started_by: string;
  readonly started_at: string;
}

/** Nothing has changed since a version was signed: said for one academic year, and good until its end. */
export interface TifConfirmation {
  readonly id: number;
  readonly client_id: number;
  readonly version: number;
  readonly year: AcademicYear;
  readonly confirmed_by: string;
  readonly relationship: string;
  readonly confirmed_on: IsoDate;
  readonly entered_by: string;
}
