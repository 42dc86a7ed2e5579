/** Days run and not in the ledger: what is not invoiced, and what is invoiced and not posted. */
import { splitPence } from '../costing/attribute.ts';
import type { InvoiceSource } from './money-facts.ts';
import type { Matched } from './match-ledger.ts';

/** What of a contract is covered. Whole pence, by the contract's reference, upper case. */
export interface Covered {
  /** Accepted on invoices for days of the year up to the period's end. */
  readonly invoiced: ReadonlyMap<string, number>;
  /** Of that, on invoices that the ledger does not have yet. */
  readonly not_posted: ReadonlyMap<string, number>;
  /** Posted in the ledger under the contract's number, without an invoice that was imported. */
  readonly posted: ReadonlyMap<string, number>;
  /** In query on invoices: counted nowhere until it is answered. */
  readonly queried: ReadonlyMap<string, number>;
  /** By invoice: accepted and posted. */
  readonly invoices: ReadonlyMap<number, { readonly accepted: number; readonly posted: number }>;
}

function add<Key>(into: Map<Key, number>, key: Key, pence: number): void {
  if (pence !== 0) into.set(key, (into.get(key) ?? 0) + pence);
}

/** Goes through invoices and postings of a year up to a period. What is posted of an invoice goes first; the rest is shared by its lines. */
export function coverOf(
  invoices: readonly InvoiceSource[],
  matched: readonly Matched[],
  isWithin: (day: InvoiceSource['lines'][number]['from_on']) => boolean,
): Covered {
  const postedOf = new Map<number, number>();
  const posted = new Map<string, number>();
  for (const { kind, line, invoice_id, contract_ref } of matched) {
    if (invoice_id !== null) add(postedOf, invoice_id, line.amount_pence);
    else if (kind === 'contract') add(posted, contract_ref.toUpperCase(), line.amount_pence);
  }
  const [invoiced, not_posted, queried] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]; // prettier-ignore
  const byInvoice = new Map<number, { accepted: number; posted: number }>();
  for (const { id, lines } of invoices) {
    const within = lines.filter(({ from_on }) => isWithin(from_on));
    const accepted = within.reduce((sum, each) => sum + each.accepted_pence, 0);
    const of = postedOf.get(id) ?? 0;
    byInvoice.set(id, { accepted, posted: of });
    const left = splitPence(Math.max(0, accepted - Math.max(0, of)), within.map((each) => Math.max(0, each.accepted_pence))); // prettier-ignore
    for (const [at, line] of within.entries()) {
      const ref = line.contract_ref.toUpperCase();
      add(invoiced, ref, line.accepted_pence);
      add(not_posted, ref, left[at] ?? 0);
      add(queried, ref, line.queried_pence);
    }
  }
  return { invoiced, not_posted, posted, queried, invoices: byInvoice };
}

/** Days run and not invoiced, nor posted without an invoice: never below 0. */
export function notInvoicedPence(due_pence: number, covered: Covered, ref: string): number {
  const key = ref.toUpperCase();
  const by = (covered.invoiced.get(key) ?? 0) + (covered.posted.get(key) ?? 0);
  return Math.max(0, due_pence - Math.max(0, by));
}
