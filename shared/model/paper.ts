import type { IsoDate } from '../calendar/dates.ts';
import type { Withdrawal } from './evidence.ts';

/** Papers that leave the office: who reads each. Sheets and letters have tables of their own; the log tells of all. */
export const PAPER_KINDS = ['route_sheet', 'family_letter', 'school_list', 'duty_list'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Papers kept in the table of papers: the list of a school, and the office's own. */
export type ListKind = 'school_list' | 'duty_list';

/** How a person handed a paper over. Kerbside sends nothing by itself. */
export const HANDED = ['email', 'portal', 'post', 'by_hand'] as const;
export type Handed = (typeof HANDED)[number];

/** What a school is told of one child: exactly the fields of its list. */
export type SchoolField =
  'child' | 'days' | 'arrives' | 'leaves' | 'route' | 'provider' | 'vehicle' | 'assistant' | 'receives' | 'confirmed'; // prettier-ignore

/** What stands at the head of a school's list. */
export type SchoolHeadField = 'school' | 'office';

/** One child's line of a school's list; '' for what is not known. */
export type SchoolLine = Readonly<Record<SchoolField, string>>;

/** A school's list without its version and day. */
export interface SchoolListContent {
  readonly head: Readonly<Record<SchoolHeadField, string>>;
  /** By time of arrival, then route, then child. */
  readonly lines: readonly SchoolLine[];
  readonly warnings: readonly string[];
}

/** What the duty officer is told of one child. */
export type DutyField =
  'route' | 'provider' | 'provider_phone' | 'child' | 'ref' | 'school' | 'pick_up' | 'home_time' | 'ring' | 'emergency' | 'nobody_in'; // prettier-ignore

export type DutyLine = Readonly<Record<DutyField, string>>;

/** The office's own list for the morning: no address, whoever is on duty looks that up. */
export interface DutyListContent {
  readonly head: Readonly<Record<'office', string>>;
  readonly lines: readonly DutyLine[];
  readonly warnings: readonly string[];
}

/** A list as it goes into the log. */
export interface PaperToIssue {
  readonly kind: ListKind;
  /** The school's URN; '' for the duty list. */
  readonly subject: string;
  readonly version: number;
  readonly recipient: string;
  readonly how: Handed | '';
  readonly plan_id: number;
  readonly content: SchoolListContent | DutyListContent;
  /** Whom it names, a client a line. */
  readonly clients: readonly number[];
}

/** A list on record. Never changed; withdrawn once, by hand or by the version that replaces it. */
export interface IssuedPaper extends PaperToIssue {
  readonly id: number;
  readonly issued_on: IsoDate;
  readonly issued_by: string;
  readonly withdrawn: Withdrawal | null;
}

/** That a provider is asked to destroy a sheet: prepared when it is withdrawn, told by a person, answered by the provider. */
export interface WithdrawalNote {
  readonly id: number;
  readonly sheet_id: number;
  readonly route_ref: string;
  readonly version: number;
  readonly recipient: string;
  readonly reason: string;
  readonly prepared_on: IsoDate;
  readonly prepared_by: string;
  readonly told: { readonly on: IsoDate; readonly by: string; readonly how: Handed } | null;
  /** Who at the provider said that it is destroyed. */
  readonly destroyed: { readonly on: IsoDate; readonly said: string } | null;
}
