import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { parseInvoices, type ParsedInvoiceLine } from '../../../shared/intake/invoices.ts';
import { gravest, type Problem } from '../../../shared/intake/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { InvoiceLine } from '../../../shared/model/invoice.ts';
import type { Store } from '../../../db/store.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';

interface Row extends ParsedInvoiceLine {
  readonly file: string;
}
type Usable = Row & { readonly record: NonNullable<Row['record']> };

const ANSWERED: Omit<Problem, 'column' | 'value'> = {
  severity: 'hold',
  code: 'line_answered',
  reason: 'The line was answered already and stays as it was when it was.',
  remedy: 'Where the provider sends the invoice again, have it come under a number of its own.',
};

/**
 * Providers' invoices. A line that is there already, by its contract, days and place among its like, is changed, not added; a line in another
 * currency or with a formula for its amount is kept and held.
 */
export async function prepareInvoices(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { on } = run.request;
  const rows = loaded.value.flatMap(({ label, split }): Row[] =>
    parseInvoices(split.rows, {
      columns: split.columns,
      fields: FIELDS_OF.invoices,
      on,
    }).map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(loaded.value, rows);
  const lines = usable.flatMap((row): Usable[] =>
    row.record === null ? [] : [{ ...row, record: row.record }],
  );
  return ok({
    usable: lines.length,
    report,
    apply: (report, check) => {
      const write = writer(run.store, on);
      inLots(lines, check, (lot) => {
        for (const row of lot) {
          const outcome = write(row);
          const isHeld = outcome === null || gravest(row.problems) === 'hold';
          const problems =
            outcome === null ? [...row.problems, { ...ANSWERED, column: 'Invoice', value: row.invoice_ref }] : row.problems; // prettier-ignore
          report.row(row.line, isHeld ? 'held' : (outcome ?? 'held'), problems, row.file);
        }
      });
      rememberMapping(run, loaded.value);
    },
  });
}

/** What names a line within its invoice, but for its place among those alike. */
function keyOf(line: Pick<InvoiceLine, 'contract_ref' | 'item' | 'from_on' | 'to_on'>): string {
  return `${line.contract_ref} ${line.item} ${line.from_on} ${line.to_on}`;
}

/** Writes line after line; of each invoice it knows which lines were there, and how many alike came by now. */
function writer(store: Store, on: ImportRun['request']['on']) {
  const providerOf = new Map(store.contracts.all().map((each) => [each.ref.toUpperCase(), each.provider])); // prettier-ignore
  const known = new Map<
    number,
    { lines: InvoiceLine[]; came: Map<string, number>; last: number }
  >();
  for (const line of store.inYear.invoiceLines()) {
    const of = known.get(line.invoice_id) ?? {
      lines: [],
      came: new Map<string, number>(),
      last: 0,
    };
    of.lines.push(line);
    of.last = Math.max(of.last, line.line);
    known.set(line.invoice_id, of);
  }
  return ({ record, invoice_ref, provider, dated_on, file }: Usable) => {
    const named = provider === '' ? (providerOf.get(record.contract_ref) ?? '') : provider;
    const { id } = store.inYear.addInvoice({
      provider: named,
      ref: invoice_ref,
      dated_on,
      file,
      imported_on: on,
    });
    const of = known.get(id) ?? { lines: [], came: new Map<string, number>(), last: 0 };
    known.set(id, of);
    const key = keyOf(record);
    const nth = of.came.get(key) ?? 0;
    of.came.set(key, nth + 1);
    const before = of.lines.filter((line) => keyOf(line) === key)[nth];
    const line = before?.line ?? (of.last += 1);
    return store.inYear.setInvoiceLine(id, { ...record, line });
  };
}
