import { periodWords } from '../../../shared/calendar/financial-year.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { parseLedger, type ParsedLedgerLine } from '../../../shared/intake/ledger.ts';
import { gravest, type Problem } from '../../../shared/intake/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { LedgerLine } from '../../../shared/model/budget.ts';
import type { ReportRow } from '../../../shared/model/import.ts';
import type { Store } from '../../../db/store.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';
import { withoutTotals } from './stated-totals.ts';

type Row = ParsedLedgerLine & { readonly file: string };
type Usable = Row & { readonly record: NonNullable<Row['record']> };

const CODE_UNKNOWN: Omit<Problem, 'column' | 'value'> = {
  severity: 'hold',
  code: 'code_not_known',
  reason:
    'Nobody has said yet on which budget line this code is counted. The line is kept and counted apart.',
  remedy: 'Say on Costs, Budget which line the code belongs to.',
};
const DOCUMENT_AGAIN: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'document_again',
  reason:
    'The ledger has another line of this document that the file does not have. Both are counted.',
  remedy: 'Where this line replaces it, take the old one out on Costs, Budget.',
};

/**
 * The council's ledger. A posting that is there already is not added again, however often its file comes; an amount is never written over. What a
 * file lacks of the periods it covers stays and is told of.
 */
export async function prepareLedger(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const totals = loaded.value.map(withoutTotals);
  const tables = totals.map((each) => each.loaded);
  const parsed = tables.map(({ label, split }): Row[] =>
    parseLedger(split.rows, { columns: split.columns, fields: FIELDS_OF.ledger, on: request.on }) // prettier-ignore
      .map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(tables, parsed.flat());
  const lines = usable.flatMap((row): Usable[] => row.record === null ? [] : [{ ...row, record: row.record }]); // prettier-ignore
  return ok({
    usable: lines.length,
    report: (builder) => {
      report(builder);
      for (const [at, { loaded: table, check }] of totals.entries()) {
        const amount = (parsed[at] ?? []).reduce((sum, { record }) => sum + (record?.amount_pence ?? 0), 0); // prettier-ignore
        builder.notRecords(check('ledger', { amount }), table.label);
      }
    },
    apply: (builder, check) => {
      const before = store.money.ledger();
      const claims = claimLines(before, lines);
      const write = writer(store, claims, run.request.on);
      inLots(lines, check, (lot, from) => {
        lot.forEach((row, at) => {
          const { outcome, problems } = write(row, from + at);
          builder.row(row.line, gravest(problems) === 'hold' ? 'held' : outcome, problems, row.file); // prettier-ignore
        });
      });
      builder.notRecords(missingLines(before, claims, lines));
      rememberMapping(run, tables);
    },
  });
}

/** Which line of the store each row is, null for a new one; and its place among those alike. */
interface Claims {
  readonly of: readonly { readonly line: LedgerLine | null; readonly nth: number }[];
  readonly claimed: ReadonlySet<number>;
  /** Documents of lines that the file does not have. */
  readonly documents: ReadonlySet<string>;
}

type Record_ = Usable['record'] & { readonly given?: string };

/** What names a posting: its document where it has one, else everything it says; always with its amount. */
function keyOf(line: Record_): string {
  const place = `${line.year} ${line.period} ${line.code} ${line.amount_pence} ${line.held} ${line.given}`; // prettier-ignore
  if (line.document !== '') return `${place} document ${line.document}`;
  return [place, line.posted_on, line.provider, line.contract_ref, line.invoice_ref, line.narrative].join('\n'); // prettier-ignore
}

const documentOf = (line: Record_): string => `${line.year} ${line.period} ${line.code} ${line.document}`; // prettier-ignore

function claimLines(before: readonly LedgerLine[], rows: readonly Usable[]): Claims {
  const free = Map.groupBy(before, keyOf);
  const came = new Map<string, number>();
  const claimed = new Set<number>();
  const of = rows.map(({ record }) => {
    const key = keyOf(record);
    const at = came.get(key) ?? 0;
    came.set(key, at + 1);
    const line = free.get(key)?.[at] ?? null;
    if (line !== null) claimed.add(line.id);
    return { line, nth: at + 1 };
  });
  const documents = new Set(
    before.filter(({ id, document }) => document !== '' && !claimed.has(id)).map(documentOf),
  );
  return { of, claimed, documents };
}

function writer(store: Store, claims: Claims, on: LedgerLine['imported_on']) {
  const { money } = store;
  const lineOf = new Map(money.codes().map((each) => [each.code, each.line]));
  return (row: Usable, at: number) => {
    const { record, guess, label, file } = row;
    const { code } = record;
    if (!lineOf.has(code)) {
      money.knowCode(code, label);
      if (guess !== null) money.setCodeLine(code, guess);
      lineOf.set(code, guess);
    }
    const { line, nth } = claims.of[at] ?? { line: null, nth: 1 };
    const outcome = line === null ? ('added' as const) : money.changeLedgerLine(line.id, record);
    if (line === null) money.addLedgerLine({ ...record, nth, file, imported_on: on });
    const again = line === null && record.document !== '' && claims.documents.has(documentOf(record)); // prettier-ignore
    const problems: Problem[] = [
      ...row.problems,
      ...(lineOf.get(code) === null ? [{ ...CODE_UNKNOWN, column: 'Cost code', value: code }] : []),
      ...(again ? [{ ...DOCUMENT_AGAIN, column: 'Document', value: record.document }] : []),
    ];
    return { outcome, problems };
  };
}

/** Lines of the periods and codes that the file covers and that it does not have, by period. */
function missingLines(
  before: readonly LedgerLine[],
  { claimed }: Claims,
  rows: readonly Usable[],
): readonly ReportRow[] {
  const covered = new Set(rows.map(({ record }) => `${record.year} ${record.period} ${record.code}`)); // prettier-ignore
  const missing = before.filter((line) => !claimed.has(line.id) && covered.has(`${line.year} ${line.period} ${line.code}`)); // prettier-ignore
  return [...Map.groupBy(missing, ({ year, period }) => `${year} ${period}`).values()].flatMap(
    (lines): ReportRow[] => {
      // prettier-ignore
      const [first] = lines;
      if (first === undefined) return [];
      const pence = lines.reduce((sum, { amount_pence }) => sum + amount_pence, 0);
      return [
        {
          line: 0,
          column: '',
          value: formatPence(pence),
          outcome: 'warning',
          code: 'not_in_file',
          reason: `${periodWords(first)}: ${formatQuantity(lines.length, 'line')} taken in before, ${formatPence(pence)} together, ${lines.length === 1 ? 'is' : 'are'} not in this file and ${lines.length === 1 ? 'stays' : 'stay'}.`,
          remedy: 'Where your ledger no longer has them, take them out on Costs, Budget.',
        },
      ];
    },
  );
}
