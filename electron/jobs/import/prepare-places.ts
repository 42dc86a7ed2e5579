import { parseBoundaries, type ParsedDistrict } from '../../../shared/intake/boundaries.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { parseSchools } from '../../../shared/intake/schools.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { decodeText, encodingOf } from '../../files/decode-text.ts';
import { fileBytes } from '../../files/read-tables.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';
import { rematch, schoolMoved } from './rematch.ts';
import { countyBounds } from './surroundings.ts';

/** Schools: by URN. Homes, contracts and the cohort are matched again afterwards. */
export async function prepareSchools(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  run.ctx.stage('Checking the rows', null);
  const { store, request } = run;
  const seen = new Map<number, number>();
  const rows = loaded.value.flatMap(({ label, split }) =>
    parseSchools(
      split.rows,
      { columns: split.columns, fields: FIELDS_OF.schools, on: request.on },
      seen,
    ).map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(loaded.value, rows);
  return ok({
    usable: usable.length,
    report,
    apply: (report, check) => {
      const before = new Map(store.schools.all().map((school) => [school.urn, school]));
      inLots(usable, check, (lot) => {
        const patches = lot.map(({ school }) => ({
          ...school,
          ...schoolMoved(before.get(school.urn) ?? null, school),
        }));
        const { outcomes } = store.schools.upsertMany(patches);
        lot.forEach((row, i) =>
          report.row(row.line, outcomes[i] ?? 'unchanged', row.problems, row.file),
        );
      });
      rematch(store, request.on, check);
      rememberMapping(run, loaded.value);
    },
  });
}

/** District boundaries from GeoJSON; homes are matched to their district again afterwards. */
export function prepareBoundaries(run: ImportRun): Promise<Result<Prepared>> {
  return Promise.resolve(readBoundaries(run));
}

function readBoundaries(run: ImportRun): Result<Prepared> {
  const { store, request } = run;
  const { own_districts } = countyBounds(store, request.on);
  const rows: (ParsedDistrict & { readonly file: string })[] = [];
  for (const file of request.files) {
    const bytes = fileBytes(file);
    if (!bytes.ok) return bytes;
    const encoding = encodingOf(bytes.value, true);
    const text = encoding === null ? '' : decodeText(bytes.value, encoding);
    const parsed = parseBoundaries(text, { mapping: request.mapping, own_districts });
    if (!parsed.ok)
      return {
        ok: false,
        error: { ...parsed.error, cause: `${file.name}: ${parsed.error.cause}` },
      };
    rows.push(...parsed.value.map((row) => ({ ...row, file: file.name })));
  }
  if (rows.length === 0)
    return fail(
      'file_empty',
      'There is no boundary in the file.',
      'Download the boundaries again and choose the new file.',
    );
  const usable = rows.flatMap((row) =>
    row.district === null ? [] : [{ ...row, district: row.district }],
  );
  return ok({
    usable: usable.length,
    report: (report) => {
      for (const row of rows)
        if (row.district === null) report.row(row.line, 'refused', row.problems, row.file);
    },
    apply: (report, check) => {
      const { outcomes } = store.districts.upsertMany(usable.map((row) => row.district));
      usable.forEach((row, i) =>
        report.row(row.line, outcomes[i] ?? 'unchanged', row.problems, row.file),
      );
      rematch(store, request.on, check);
    },
  });
}
