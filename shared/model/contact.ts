/** The contact log: what was said of a child, a route or a provider while transport runs, and what was done about it. */
import type { IsoDate } from '../calendar/dates.ts';

export const CONTACT_KINDS = [
  'concern',
  'late',
  'no_show',
  'behaviour',
  'vehicle',
  'assistant',
  'handover',
  'accident',
  'complaint',
  'safeguarding',
  'other',
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const COMPLAINT_STEPS = [
  'acknowledged',
  'stage_1_answered',
  'stage_2_asked',
  'stage_2_answered',
  'ombudsman_asked',
  'ombudsman_answered',
] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

export const CONTACT_STEPS = [
  ...COMPLAINT_STEPS,
  'told',
  'done',
  'follow_up',
  'closed',
  'reopened',
  'withdrawn',
] as const;
/** `told`: somebody was told; `done`: something was done; `follow_up`: a day to look again; `withdrawn`: entered by mistake. */
export type ContactStepKind = (typeof CONTACT_STEPS)[number];

/** An entry of the log as it stands. Of a restricted one the words are blank, but for whoever may read it. */
export interface Contact {
  readonly id: number;
  readonly kind: ContactKind;
  /** The child it is about; null for a whole route or provider. */
  readonly client_id: number | null;
  /** '' where it is about no route. */
  readonly route_ref: string;
  readonly provider: string;
  readonly urn: number | null;
  readonly happened_on: IsoDate;
  readonly what: string;
  /** Who told the council: a parent, the school, the provider. */
  readonly told_by: string;
  readonly recorded_on: IsoDate;
  readonly recorded_by: string;
  /** The day to look again; null for none. */
  readonly follow_up_on: IsoDate | null;
  /** null while it is open. */
  readonly closed: { readonly on: IsoDate; readonly by: string; readonly outcome: string } | null;
  readonly withdrawn: boolean;
  /** Safeguarding: read by named persons alone. */
  readonly restricted: boolean;
}

/** Something that was done about an entry, in order. */
export interface ContactStep {
  readonly id: number;
  readonly contact_id: number;
  readonly kind: ContactStepKind;
  readonly on: IsoDate;
  readonly by: string;
  /** Who was told, what was done, the outcome; '' where the kind says it all. */
  readonly words: string;
}

/** A new entry, before it has a number. */
export type ContactGiven = Omit<
  Contact,
  'id' | 'follow_up_on' | 'closed' | 'withdrawn' | 'restricted'
> & { readonly follow_up_on: IsoDate | null };
