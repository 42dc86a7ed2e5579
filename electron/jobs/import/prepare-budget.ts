import { periodOf } from '../../../shared/calendar/financial-year.ts';
import { parseBudget, type ParsedBudget } from '../../../shared/intake/budget.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { gravest, type Problem } from '../../../shared/intake/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { IMPORTER } from './keep-edits.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';
import { withoutTotals } from './stated-totals.ts';

type Row = ParsedBudget & { readonly file: string };
type Usable = Row & { readonly record: NonNullable<Row['record']> };

const NO_LINE: Omit<Problem, 'column' | 'value'> = {
  severity: 'hold',
  code: 'code_not_known',
  reason:
    'Nobody has said yet on which budget line this code is counted. Its budget is kept and stands apart.',
  remedy: 'Say on Costs, Budget which line the code belongs to.',
};

/**
 * The year's budget by code. A row sets the code's original budget; where its current one is another, the difference is a virement, dated and with its reason, so that
 * the same file again changes nothing.
 */
export async function prepareBudget(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const usual = periodOf(request.on).year;
  const totals = loaded.value.map(withoutTotals);
  const tables = totals.map((each) => each.loaded);
  const parsed = tables.map(({ label, split }): Row[] =>
    parseBudget(split.rows, { columns: split.columns, fields: FIELDS_OF.budget, on: request.on }, usual) // prettier-ignore
      .map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(tables, parsed.flat());
  const rows = usable.flatMap((row): Usable[] => row.record === null ? [] : [{ ...row, record: row.record }]); // prettier-ignore
  return ok({
    usable: rows.length,
    report: (builder) => {
      report(builder);
      for (const [at, { loaded: table, check }] of totals.entries()) {
        const records = (parsed[at] ?? []).flatMap(({ record }) => (record === null ? [] : [record])); // prettier-ignore
        const original = records.reduce((sum, each) => sum + each.original_pence, 0);
        const current = records.reduce((sum, each) => sum + (each.current_pence ?? each.original_pence), 0); // prettier-ignore
        const sums = table.split.columns.at.has('current') ? { original, current } : { original };
        builder.notRecords(check('budget', sums), table.label);
      }
    },
    apply: (builder, check) => {
      const write = writer(store, run);
      inLots(rows, check, (lot) => {
        for (const row of lot) {
          const { outcome, problems } = write(row);
          builder.row(row.line, gravest(problems) === 'hold' ? 'held' : outcome, problems, row.file); // prettier-ignore
        }
      });
      rememberMapping(run, tables);
    },
  });
}

function writer({ money }: Store, { request }: ImportRun) {
  const lineOf = new Map(money.codes().map((each) => [each.code, each.line]));
  const vired = new Map<string, number>();
  for (const { year, code, pence } of money.virements())
    vired.set(`${year} ${code}`, (vired.get(`${year} ${code}`) ?? 0) + pence);
  const seen = new Set<string>();
  return ({ record, file, problems: read }: Usable) => {
    const { year, code, original_pence, current_pence } = record;
    const key = `${year} ${code}`;
    const problems: Problem[] = [...read];
    if (seen.has(key))
      return {
        outcome: 'unchanged' as const,
        problems: [...problems, { severity: 'hold' as const, column: 'Cost code', value: code, code: 'code_twice', reason: 'The file gives this code a budget twice. The first one counts; this row is not used.', remedy: 'Add the two up in the file and import it again.' }], // prettier-ignore
      };
    seen.add(key);
    money.knowCode(code, record.label);
    if ((lineOf.get(code) ?? null) === null && record.guess !== null) {
      money.setCodeLine(code, record.guess);
      lineOf.set(code, record.guess);
    }
    if ((lineOf.get(code) ?? null) === null) problems.push({ ...NO_LINE, column: 'Cost code', value: code }); // prettier-ignore
    const outcome = money.setBudget({ year, code, amount_pence: original_pence });
    const change = (current_pence ?? original_pence) - original_pence - (vired.get(key) ?? 0);
    if (current_pence === null || change === 0) return { outcome, problems };
    vired.set(key, (vired.get(key) ?? 0) + change);
    money.addVirement({
      year,
      code,
      pence: change,
      on: record.changed_on ?? request.on,
      reason: record.reason || `As the budget in ${file} gives it`,
      by: IMPORTER,
    });
    return { outcome: outcome === 'unchanged' ? ('changed' as const) : outcome, problems };
  };
}
