/** Days run against days invoiced, as the screen, the terminal and the workbook show it. Money in whole pence, without VAT. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { InvoiceLine, InvoiceStep } from '../../model/invoice.ts';
import type { LineStanding } from '../../service/year/invoice-standing.ts';
import type { Finding, NotInvoiced } from '../../service/year/reconcile-invoices.ts';

/** A line of an invoice with what was found against it and where it stands. */
export interface InvoiceRow extends LineStanding {
  readonly line: InvoiceLine;
  readonly invoice_ref: string;
  readonly provider: string;
  readonly dated_on: IsoDate | null;
  readonly over_pence: number;
  readonly under_pence: number;
  readonly findings: readonly Finding[];
  readonly steps: readonly InvoiceStep[];
}

/** Sums of lines: accepted + queried + credited = invoiced, to the penny. */
export interface InvoiceTotals {
  readonly lines: number;
  readonly invoiced_pence: number;
  readonly accepted_pence: number;
  readonly queried_pence: number;
  readonly credited_pence: number;
  /** Lines with something found that nobody has answered. */
  readonly to_query: number;
  /** Of `queried_pence`, what was found and not asked yet. */
  readonly to_query_pence: number;
}

export interface ProviderTotals extends InvoiceTotals {
  readonly provider: string;
}

export interface InvoiceView {
  /** Months of which there are lines, the latest first: `2026-06`. */
  readonly months: readonly string[];
  /** The month shown; '' for all. */
  readonly month: string;
  readonly totals: InvoiceTotals;
  readonly providers: readonly ProviderTotals[];
  readonly rows: readonly InvoiceRow[];
  /** Days that ran and that no line asks for: the council will be asked for them yet. */
  readonly not_invoiced: readonly NotInvoiced[];
}
