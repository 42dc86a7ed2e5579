import { parseCohort } from '../../../shared/intake/cohort.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import { gravest } from '../../../shared/intake/problem.ts';
import { schoolIndex } from '../../../shared/intake/school-match.ts';
import { parseTermDates } from '../../../shared/intake/term-dates.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { loadTables, noteLines, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type Prepared } from './prepared.ts';
import { rematch } from './rematch.ts';

/** The cohort who should apply. */
export async function prepareCohort(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const seen = new Map<string, number>();
  const rows = loaded.value.flatMap(({ label, split }) =>
    parseCohort(
      split.rows,
      { columns: split.columns, fields: FIELDS_OF.cohort, on: request.on },
      seen,
    ).map((row) => ({ ...row, file: label })),
  );
  const { usable, report } = sortOut(loaded.value, rows);
  return ok({
    usable: usable.length,
    report,
    apply: (report, check) => {
      const schools = schoolIndex(store.schools.all());
      const before = new Map(store.cohort.all().map((member) => [member.ref, member]));
      inLots(usable, check, (lot) => {
        const members = lot.map(({ member, school_urn_given }) => {
          const match = schools.match(member.school_given, school_urn_given);
          const known = before.get(member.ref);
          return {
            ...member,
            // A match made before stays until the file itself names the application.
            application_ref: member.application_ref || (known?.application_ref ?? ''),
            // The day a child came into the cohort, where the file does not say when the family was told.
            told_on: member.told_on ?? known?.told_on ?? request.on,
            school_urn: match.kind === 'matched' ? match.school.urn : null,
          };
        });
        const { outcomes } = store.cohort.upsertMany(members);
        lot.forEach((row, i) =>
          report.row(row.line, outcomes[i] ?? 'unchanged', row.problems, row.file),
        );
      });
      rematch(store, request.on, check);
      rememberMapping(run, loaded.value);
    },
  });
}

/** Term dates by school, and the county's own. */
export async function prepareTermDates(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  const { store, request } = run;
  const schools = schoolIndex(store.schools.all());
  const rows = loaded.value.flatMap(({ label, split }) =>
    parseTermDates(split.rows, {
      columns: split.columns,
      fields: FIELDS_OF['term-dates'],
      on: request.on,
      schools,
    }).map((row) => ({ ...row, file: label })),
  );
  const isUsable = (row: (typeof rows)[number]): boolean =>
    (row.span !== null || row.rule !== null) && gravest(row.problems) !== 'refuse';
  const usable = rows.filter(isUsable);
  return ok({
    usable: usable.length,
    report: (report) => {
      noteLines(report, loaded.value);
      for (const row of rows)
        if (!isUsable(row)) report.row(row.line, 'refused', row.problems, row.file);
    },
    apply: (report, check) => {
      inLots(usable, check, (lot) => {
        for (const { span, rule, problems, line, file } of lot) {
          const [outcome = 'unchanged'] =
            rule !== null
              ? store.inYear.setDayRules([rule])
              : span !== null
                ? store.terms.upsertMany([span]).outcomes
                : [];
          report.row(line, gravest(problems) === 'hold' ? 'held' : outcome, problems, file);
        }
      });
      rememberMapping(run, loaded.value);
    },
  });
}
