import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { parseBenchmarks } from '../../../shared/intake/benchmarks.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';

/** Published figures a head. The same name, line, year and source again is the same figure, corrected. */
export async function prepareBenchmarks(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const parsed = loaded.value.flatMap(({ label, split }) =>
    parseBenchmarks(split.rows, { columns: split.columns, fields: FIELDS_OF.benchmarks, on: request.on }) // prettier-ignore
      .map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(loaded.value, parsed);
  const rows = usable.flatMap(({ record, ...row }) => (record === null ? [] : [{ ...row, record }])); // prettier-ignore
  return ok({
    usable: rows.length,
    report,
    apply: (builder, check) => {
      inLots(rows, check, (lot) => {
        for (const { line, record, problems, file } of lot)
          builder.row(line, store.money.setBenchmark(record), problems, file);
      });
      rememberMapping(run, loaded.value);
    },
  });
}
