/** The ledger against what it was matched to: by line and kind, and invoices against what is posted of them. The sums agree to the penny. */
import type { InvoiceSource, ShownLine } from './money-facts.ts';
import { MATCH_KINDS, type MatchKind, type Matched } from './match-ledger.ts';
import type { Covered } from './accruals.ts';

/** Postings of a line by what they were matched to; together its actual. */
export interface ReconciledLine {
  readonly line: ShownLine;
  readonly pence: Readonly<Record<MatchKind, number>>;
  readonly lines: Readonly<Record<MatchKind, number>>;
  readonly actual_pence: number;
}

/** An invoice whose postings are not what is accepted of it. */
export interface InvoiceDifference {
  readonly invoice_id: number;
  readonly ref: string;
  readonly provider: string;
  readonly accepted_pence: number;
  readonly posted_pence: number;
  readonly sentence: string;
}

const zeros = (): Record<MatchKind, number> =>
  Object.fromEntries(MATCH_KINDS.map((kind) => [kind, 0])) as Record<MatchKind, number>;

/** Sums of every line that anything is booked on, in the order given. */
export function reconciledLines(
  matched: readonly Matched[],
  order: readonly ShownLine[],
): readonly ReconciledLine[] {
  // prettier-ignore
  const by = Map.groupBy(matched, ({ on_line }) => on_line);
  return order.flatMap((line): ReconciledLine[] => {
    const own = by.get(line);
    if (own === undefined) return [];
    const [pence, lines] = [zeros(), zeros()];
    let actual_pence = 0;
    for (const { kind, line: { amount_pence } } of own) {
      pence[kind] += amount_pence;
      lines[kind] += 1;
      actual_pence += amount_pence;
    } // prettier-ignore
    return [{ line, pence, lines, actual_pence }];
  });
}

/** Invoices of the year of which the ledger has less or more than is accepted; the largest difference first. */
export function invoiceDifferences(
  invoices: readonly InvoiceSource[],
  { invoices: sums }: Covered,
): readonly InvoiceDifference[] {
  // prettier-ignore
  return invoices
    .flatMap((invoice): InvoiceDifference[] => {
      const { accepted, posted } = sums.get(invoice.id) ?? { accepted: 0, posted: 0 };
      if (accepted === posted) return [];
      return [{
        invoice_id: invoice.id,
        ref: invoice.ref,
        provider: invoice.provider,
        accepted_pence: accepted,
        posted_pence: posted,
        sentence: posted === 0 ? 'The ledger has nothing of it yet: it is accrued.' : posted < accepted ? 'The ledger has less than is accepted: the rest is accrued.' : 'The ledger has more than is accepted of it.',
      }]; // prettier-ignore
    })
    .toSorted((a, b) => Math.abs(b.accepted_pence - b.posted_pence) - Math.abs(a.accepted_pence - a.posted_pence) || a.invoice_id - b.invoice_id); // prettier-ignore
}
