/** Providers' invoices as they came, and what the council answered to each line. Money in whole pence, without VAT. */
import type { IsoDate } from '../calendar/dates.ts';

export const INVOICE_ITEMS = ['', 'vehicle', 'assistant'] as const;
/** What a line asks for: the vehicle, the passenger assistant, or ('') the day as the contract prices it. */
export type InvoiceItem = (typeof INVOICE_ITEMS)[number];

export const HELD_REASONS = ['', 'currency', 'formula', 'unclear'] as const;
/** Why nothing of a line is counted: not in pounds; a formula instead of a figure; neither price nor days. */
export type HeldReason = (typeof HELD_REASONS)[number];

/** One invoice of a provider. */
export interface Invoice {
  readonly id: number;
  /** As the file names it, else as the contract of its first line does; '' where neither is known. */
  readonly provider: string;
  /** The provider's own number. */
  readonly ref: string;
  readonly dated_on: IsoDate | null;
  readonly file: string;
  readonly imported_on: IsoDate;
}

/** A line of an invoice: a day, or a number of days in a period. */
export interface InvoiceLine {
  readonly id: number;
  readonly invoice_id: number;
  /** Its place in the invoice, from 1. */
  readonly line: number;
  /** The contract as the line names it. */
  readonly contract_ref: string;
  readonly item: InvoiceItem;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  /** Days claimed, in halves (a leg is one); null where the line does not say. */
  readonly half_days: number | null;
  /** Price a day as invoiced; null where the line does not say. */
  readonly unit_pence: number | null;
  /** What the line asks for, without VAT. Below 0: a credit. 0 where it is held. */
  readonly amount_pence: number;
  readonly vat_pence: number | null;
  readonly note: string;
  readonly held: HeldReason;
  /** What the cell said that could not be counted. */
  readonly given: string;
}

export const INVOICE_ANSWERS = ['queried', 'accepted', 'credited'] as const;
/** `queried`: asked of the provider; `accepted`: paid as it stands, with a reason; `credited`: the provider gave it back. */
export type InvoiceAnswer = (typeof INVOICE_ANSWERS)[number];

/** An answer to a line. Later ones stand beside earlier ones. */
export interface InvoiceStep {
  readonly id: number;
  readonly line_id: number;
  readonly kind: InvoiceAnswer;
  /** What it is about: asked back, let pass, or credited. 0 or more. */
  readonly pence: number;
  readonly on: IsoDate;
  readonly by: string;
  readonly why: string;
}
