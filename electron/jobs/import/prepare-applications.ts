import { parseApplications, type ParsedApplication } from '../../../shared/intake/applications.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import type { RowOutcome } from '../../../shared/intake/report-builder.ts';
import {
  heldAndQuestions,
  settle,
  type Settled,
  type Surroundings,
} from '../../../shared/intake/settle.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Application, Client } from '../../../shared/model/client.ts';
import type { Outcome } from '../../../db/store.ts';
import { keepEdits } from './keep-edits.ts';
import { signedQuestions } from './keep-signed.ts';
import { mergeClient, UNPLACED } from './merge-client.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { inLots, type ImportRun, type LoadedTable, type Prepared } from './prepared.ts';
import { rematchOthers } from './rematch.ts';
import { surroundingsOf } from './surroundings.ts';

interface Row extends ParsedApplication {
  readonly file: string;
  readonly table: LoadedTable;
  readonly cells: readonly string[];
}

/** Applications: recognised by the council's reference, placed and matched as they go in. */
export async function prepareApplications(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  run.ctx.stage('Checking the rows', null);
  const seen = new Map<string, ParsedApplication>();
  const rows = loaded.value.flatMap((table): Row[] => {
    const context = {
      columns: table.split.columns,
      fields: FIELDS_OF.applications,
      on: run.request.on,
    };
    return parseApplications(table.split.rows, context, seen).map((row, i) => ({
      ...row,
      file: table.label,
      table,
      cells: table.split.rows[i]?.cells ?? [],
    }));
  });
  const { usable, report } = sortOut(loaded.value, rows);
  return ok({
    usable: usable.length,
    report,
    apply: (report, check) => {
      const { write, others, surroundings } = writer(run, usable);
      inLots(usable, check, (lot) => {
        for (const { row, outcome, problems } of write(lot))
          report.row(row.line, outcome, problems, row.file);
      });
      rematchOthers(run.store, others, surroundings, check);
      rememberMapping(run, loaded.value);
    },
  });
}

interface Written {
  readonly row: Row;
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
}

interface Writer {
  readonly write: (lot: readonly Row[]) => readonly Written[];
  /** Clients that the files do not name. */
  readonly others: readonly Client[];
  readonly surroundings: Surroundings;
}

function writer(run: ImportRun, usable: readonly Row[]): Writer {
  const { store } = run;
  const clients = new Map(store.clients.all().map((client) => [client.ref, client]));
  const applications = new Map(store.applications.all().map((each) => [each.ref, each]));
  const postcodes = new Set<string>();
  for (const client of clients.values()) postcodes.add(client.postcode);
  for (const row of usable) postcodes.add(row.client.postcode ?? '');
  const surroundings = surroundingsOf(store, run.request.on, postcodes);
  const write = (lot: readonly Row[]): readonly Written[] => {
    const settled = lot.map((row) =>
      settleRow(run, row, clients.get(row.client.ref) ?? null, surroundings),
    );
    const written = store.clients.upsertMany(settled.map((each) => each.client));
    const facts = settled.map((each, i) => {
      const row = each.row;
      const client_id = written.ids[i] ?? 0;
      const before = applications.get(row.application.ref) ?? null;
      return applicationPatch(run, each, before, client_id);
    });
    const outcomes = store.applications.upsertMany(facts.map((each) => each.patch));
    return settled.map((each, i): Written => {
      const held = facts[i]?.held ?? false;
      const problems = allProblems(each.row, each.settled, held);
      const outcome = held ? 'held' : eitherOutcome(outcomes.outcomes[i], written.outcomes[i]);
      return { row: each.row, outcome, problems };
    });
  };
  const imported = new Set(usable.map((row) => row.client.ref));
  const others = [...clients.values()].filter((client) => !imported.has(client.ref));
  return { write, others, surroundings };
}

function settleRow(run: ImportRun, row: Row, before: Client | null, surroundings: Surroundings) {
  const merged = mergeClient(run, row.client, before);
  const settled = settle({ ...UNPLACED, ...before, ...merged }, surroundings);
  return {
    row,
    settled,
    client: { ...merged, ...settled.place, ref: row.client.ref },
    signed_otherwise: signedQuestions(run.store, row.client, before),
  };
}

function applicationPatch(
  run: ImportRun,
  {
    row,
    settled,
    signed_otherwise,
  }: {
    readonly row: Row;
    readonly settled: Settled;
    readonly signed_otherwise: readonly string[];
  },
  before: Application | null,
  client_id: number,
) {
  const kept =
    before === null
      ? row.application
      : keepEdits(
          run.store,
          { client_id, record: before },
          row.application as Partial<Application>,
        );
  const asked = row.problems.filter(
    (problem) => problem.severity === 'warn' && !REPORTED_ONLY.has(problem.code),
  );
  const questions = [
    ...asked.map((problem) => `${problem.column}: ${problem.reason}`),
    ...signed_otherwise,
  ];
  const stands = heldAndQuestions(
    { held_accepted: before?.held_accepted ?? '', questions },
    settled,
  );
  const patch = {
    ...kept,
    ...assignedSince(kept.assigned_to, before, run.request.on),
    ...stands,
    ref: row.application.ref,
    client_id,
  };
  return { patch, held: stands.held_reason !== '' };
}

/** An officer named by the file has the application from the day of the import. */
function assignedSince(
  officer: string | undefined,
  before: Application | null,
  on: IsoDate,
): { readonly assigned_on?: IsoDate | null } {
  if (officer === undefined || officer === (before?.assigned_to ?? '')) return {};
  return { assigned_on: officer === '' ? null : on };
}

/** Asked by the case page itself, from the facts as they stand. */
const REPORTED_ONLY: ReadonlySet<string> = new Set(['rescue_without_assistant']);

/** Problems of the row and of its matching. What a person has accepted does not hold again and is not told again. */
function allProblems(row: Row, settled: Settled, held: boolean): readonly Problem[] {
  const { columns } = row.table.split;
  const matched = settled.problems.flatMap(({ field, ...problem }): Problem[] => {
    if (problem.severity === 'hold' && !held) return [];
    const at = columns.at.get(field) ?? -1;
    const label = FIELDS_OF.applications.find((each) => each.field === field)?.label ?? field;
    return [{ ...problem, column: columns.headings[at] ?? label, value: row.cells[at] ?? '' }];
  });
  return [...row.problems, ...matched];
}

export function eitherOutcome(main: Outcome | undefined, other: Outcome | undefined): Outcome {
  if (main === 'added') return 'added';
  return main === 'changed' || other === 'changed' || other === 'added' ? 'changed' : 'unchanged';
}
