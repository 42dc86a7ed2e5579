/** Invoices set against what is due, line by line, with sums to the penny. */
import type { Store } from '../../../db/store.ts';
import type {
  InvoiceRow,
  InvoiceTotals,
  InvoiceView,
  ProviderTotals,
} from '../../../shared/api/views/invoices.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { lineStanding } from '../../../shared/service/year/invoice-standing.ts';
import {
  reconcileInvoices,
  type NotInvoiced,
} from '../../../shared/service/year/reconcile-invoices.ts';
import type { InvoiceStep } from '../../../shared/model/invoice.ts';
import { keepUntilWritten } from '../keep-until-written.ts';
import { claimFacts } from './claim-facts.ts';

export interface InvoiceAsked {
  /** `2026-06`; '' for every month. */
  readonly month: string;
  /** '' for all. */
  readonly provider: string;
}

/** Every line with what was found against it, of all months, as the store stands. */
interface AllLines {
  readonly rows: readonly InvoiceRow[];
  readonly not_invoiced: readonly NotInvoiced[];
}

const kept = keepUntilWritten<AllLines>();

function allLines(store: Store, on: IsoDate): AllLines {
  return kept(store, on, () => JSON.parse(invoiceLinesText(store, on)) as AllLines);
}

/** Every line with what was found against it, as text: kept in the store until anything changes, since all are gone through together. */
export function invoiceLinesText(store: Store, on: IsoDate): string {
  return store.read.derived('invoice_lines', on, () => JSON.stringify(reconcileAll(store, on)));
}

/** Lines of all months are gone through together, since a day may be asked for twice. */
function reconcileAll(store: Store, on: IsoDate): AllLines {
  // An invoice says what its sender was called then: it is the same provider's since.
  const called = store.providerNames.today();
  const invoices = new Map(store.inYear.invoices().map((each) => [each.id, { ...each, provider: called(each.provider) }])); // prettier-ignore
  const claims = store.inYear.invoiceLines().flatMap((line) => {
    const invoice = invoices.get(line.invoice_id);
    return invoice === undefined ? [] : [{ line, invoice }];
  });
  if (claims.length === 0) return { rows: [], not_invoiced: [] };
  const found = reconcileInvoices(claims, claimFacts(store, on));
  const steps = new Map<number, InvoiceStep[]>();
  for (const step of store.inYear.invoiceSteps()) {
    const list = steps.get(step.line_id);
    if (list === undefined) steps.set(step.line_id, [step]);
    else list.push(step);
  }
  const rows = claims.map(({ line, invoice }): InvoiceRow => {
    const result = found.lines.get(line.id);
    const over_pence = result?.over_pence ?? 0;
    const answered = steps.get(line.id) ?? [];
    return {
      ...lineStanding(line, over_pence, answered),
      line,
      invoice_ref: invoice.ref,
      provider: invoice.provider,
      dated_on: invoice.dated_on,
      over_pence,
      under_pence: result?.under_pence ?? 0,
      findings: result?.findings ?? [],
      steps: answered,
    };
  });
  return { rows, not_invoiced: found.not_invoiced };
}

/** Every line of a month with what was found against it, sums and what ran and was not invoiced. */
export function invoiceView(store: Store, asked: InvoiceAsked, on: IsoDate): InvoiceView {
  const all = allLines(store, on);
  const isAsked = (month: string, provider: string): boolean =>
    (asked.month === '' || month === asked.month) &&
    (asked.provider === '' || provider === asked.provider);
  const rows = all.rows.filter(({ line, provider }) => isAsked(line.from_on.slice(0, 7), provider));
  const months = new Set(all.rows.map(({ line }) => line.from_on.slice(0, 7)));
  return {
    months: [...months].sort().reverse(),
    month: asked.month,
    totals: totalsOf(rows),
    providers: byProvider(rows),
    rows,
    not_invoiced: all.not_invoiced.filter(({ month, provider }) => isAsked(month, provider)),
  };
}

/** Sums of lines. */
function totalsOf(rows: readonly InvoiceRow[]): InvoiceTotals {
  const sum = (of: (row: InvoiceRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const toQuery = rows.filter(({ state }) => state === 'to_query');
  return {
    lines: rows.length,
    invoiced_pence: sum(({ line }) => line.amount_pence),
    accepted_pence: sum(({ accepted_pence }) => accepted_pence),
    queried_pence: sum(({ queried_pence }) => queried_pence),
    credited_pence: sum(({ credited_pence }) => credited_pence),
    to_query: toQuery.length,
    to_query_pence: toQuery.reduce((total, row) => total + row.queried_pence, 0),
  };
}

function byProvider(rows: readonly InvoiceRow[]): readonly ProviderTotals[] {
  const by = new Map<string, InvoiceRow[]>();
  for (const row of rows) {
    const list = by.get(row.provider);
    if (list === undefined) by.set(row.provider, [row]);
    else list.push(row);
  }
  return [...by]
    .map(([provider, of]) => ({ provider, ...totalsOf(of) }))
    .toSorted((a, b) => b.queried_pence - a.queried_pence || (a.provider < b.provider ? -1 : 1));
}
