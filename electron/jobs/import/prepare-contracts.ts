import { numberAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import {
  contractsSeen,
  parseContracts,
  type ContractFacts,
  type ParsedStop,
} from '../../../shared/intake/contracts.ts';
import { FIELDS_OF } from '../../../shared/intake/fields/all-fields.ts';
import type { Problem } from '../../../shared/intake/problem.ts';
import { settle, type Surroundings } from '../../../shared/intake/settle.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { ClientPatch, ContractPatch, Outcome } from '../../../db/store.ts';
import { loadTables, rememberMapping, sortOut } from './load-tables.ts';
import { mergeClient, UNPLACED } from './merge-client.ts';
import { inLots, type ImportRun, type LoadedTable, type Prepared } from './prepared.ts';
import { rematch } from './rematch.ts';
import { settleProviders } from './settle-providers.ts';
import { surroundingsOf } from './surroundings.ts';

interface Row extends ParsedStop {
  readonly file: string;
  readonly table: LoadedTable;
}

/** The county that already runs: contracts, their clients in pick-up order, and the clients themselves. */
export async function prepareContracts(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadTables(run);
  if (!loaded.ok) return loaded;
  run.ctx.stage('Checking the rows', null);
  const { on } = run.request;
  const settings = run.store.settings.all();
  const shared = {
    on,
    fields: FIELDS_OF.contracts,
    classes: rateCardAt(settings, on).classes,
    days_a_year: numberAt(settings, 'days_a_year', on),
  };
  const seen = contractsSeen();
  const rows = loaded.value.flatMap((table): Row[] =>
    parseContracts(table.split.rows, { ...shared, columns: table.split.columns }, seen).map(
      (row) => ({
        ...row,
        file: table.label,
        table,
      }),
    ),
  );
  const { usable, report } = sortOut(loaded.value, rows);
  return ok({
    usable: usable.length,
    report,
    apply: (report, check) => {
      const surroundings = surroundingsFor(run, usable);
      const people = writePeople(run, usable, surroundings, check);
      const contracts = writeContracts(run, usable, surroundings);
      const stops = writeStops(run, usable, people.ids, contracts.ids);
      const left = markLeft(run, usable, people.ids, contracts.ids);
      usable.forEach((row, i) => {
        const stop = stops[i] ?? 'unchanged';
        const others = [
          contracts.outcomes.get(row.contract.ref),
          people.outcomes.get(row.client.ref),
        ];
        const touched = others.some((each) => each === 'changed' || each === 'added');
        const outcome = stop === 'unchanged' && touched ? 'changed' : stop;
        const problems = [
          ...row.problems,
          ...(people.problems.get(row.client.ref) ?? []),
          ...(left.get(i) ?? []),
        ];
        report.row(row.line, outcome, problems, row.file);
      });
      rematch(run.store, on, check);
      settleProviders(run.store);
      rememberMapping(run, loaded.value);
    },
  });
}

function surroundingsFor(run: ImportRun, rows: readonly Row[]): Surroundings {
  const postcodes = new Set(run.store.clients.all().map((client) => client.postcode));
  for (const row of rows) postcodes.add(row.client.postcode ?? '');
  return surroundingsOf(run.store, run.request.on, postcodes);
}

interface People {
  readonly ids: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Clients of the register. One who has an application keeps the facts of the application: it is the fuller source. */
function writePeople(
  run: ImportRun,
  rows: readonly Row[],
  surroundings: Surroundings,
  check: (progress: number) => void,
): People {
  const { store } = run;
  const known = new Map(store.clients.all().map((client) => [client.ref, client]));
  const applied = new Set(store.applications.all().map((each) => each.client_id));
  const problems = new Map<string, readonly Problem[]>();
  const patches = new Map<string, ClientPatch>();
  for (const row of rows) {
    const before = known.get(row.client.ref) ?? null;
    if (patches.has(row.client.ref) || (before !== null && applied.has(before.id))) continue;
    const merged = mergeClient(run, withoutBlanks(row, before), before);
    const settled = settle({ ...UNPLACED, ...before, ...merged }, surroundings);
    patches.set(row.client.ref, { ...merged, ...settled.place, ref: row.client.ref });
    problems.set(row.client.ref, matchProblems(row, settled.problems));
  }
  const outcomes = new Map<string, Outcome>();
  inLots([...patches.values()], check, (lot) => {
    const written = store.clients.upsertMany(lot);
    lot.forEach((patch, i) => outcomes.set(patch.ref, written.outcomes[i] ?? 'unchanged'));
  });
  return { ids: store.clients.ids(), outcomes, problems };
}

/** A register that names nobody takes no name away. */
function withoutBlanks(row: Row, before: Client | null): Row['client'] {
  if (before === null || (row.client.surname ?? '') !== '' || (row.client.forename ?? '') !== '')
    return row.client;
  const { surname: _surname, forename: _forename, ...rest } = row.client;
  return rest;
}

/** Reasons to hold are for applications; whoever is carried already goes on being carried. */
function matchProblems(row: Row, found: ReturnType<typeof settle>['problems']): readonly Problem[] {
  const { columns, rows } = row.table.split;
  return found.flatMap(({ field, ...problem }): Problem[] => {
    if (problem.severity !== 'warn') return [];
    const at = columns.at.get(field) ?? -1;
    const cells = rows.find((each) => each.line === row.line)?.cells ?? [];
    return [{ ...problem, column: columns.headings[at] ?? field, value: cells[at] ?? '' }];
  });
}

function writeContracts(run: ImportRun, rows: readonly Row[], { schools }: Surroundings) {
  const facts = new Map<string, ContractFacts>();
  for (const { contract } of rows) if (!facts.has(contract.ref)) facts.set(contract.ref, contract);
  const patches = [...facts.values()].map(({ school_urn_given, ...contract }): ContractPatch => {
    const match = schools.match(contract.school_given, school_urn_given);
    return { ...contract, school_urn: match.kind === 'matched' ? match.school.urn : null };
  });
  const written = run.store.contracts.upsertMany(patches);
  return {
    ids: new Map(patches.map((patch, i) => [patch.ref, written.ids[i] ?? 0])),
    outcomes: new Map(patches.map((patch, i) => [patch.ref, written.outcomes[i] ?? 'unchanged'])),
  };
}

type Ids = ReadonlyMap<string, number>;

/** Stops in the file's order where it gives none. */
function writeStops(
  run: ImportRun,
  rows: readonly Row[],
  clients: Ids,
  contracts: Ids,
): readonly Outcome[] {
  const order = new Map<string, number>();
  const stops = rows.map((row) => {
    const next = (order.get(row.contract.ref) ?? 0) + 1;
    order.set(row.contract.ref, next);
    return {
      contract_id: contracts.get(row.contract.ref) ?? 0,
      client_id: clients.get(row.client.ref) ?? 0,
      stop_order: row.stop_order ?? next,
      pick_up_s: row.pick_up_s,
      left_on: row.left_on,
    };
  });
  return run.store.contracts.upsertStops(stops).outcomes;
}

/** A client whom a contract carried and whom its lines no longer name has left it; told on the contract's first line. */
function markLeft(
  run: ImportRun,
  rows: readonly Row[],
  clients: Ids,
  contracts: Ids,
): ReadonlyMap<number, readonly Problem[]> {
  const { store, request } = run;
  const named = new Set(
    rows.map((row) => `${contracts.get(row.contract.ref)}:${clients.get(row.client.ref)}`),
  );
  const firstRow = new Map<number, number>();
  rows.forEach((row, i) => {
    const id = contracts.get(row.contract.ref) ?? 0;
    if (!firstRow.has(id)) firstRow.set(id, i);
  });
  const told = new Map<number, Problem[]>();
  const gone = store.contracts
    .stops()
    .filter((stop) => stop.left_on === null && firstRow.has(stop.contract_id))
    .filter((stop) => !named.has(`${stop.contract_id}:${stop.client_id}`));
  for (const stop of gone) {
    const index = firstRow.get(stop.contract_id) ?? 0;
    const ref = store.clients.get(stop.client_id)?.ref ?? '';
    told.set(index, [
      ...(told.get(index) ?? []),
      noLongerNamed(ref, rows[index]?.contract.ref ?? ''),
    ]);
  }
  if (gone.length > 0)
    store.contracts.upsertStops(gone.map((stop) => ({ ...stop, left_on: request.on })));
  return told;
}

function noLongerNamed(client: string, contract: string): Problem {
  return {
    severity: 'warn',
    column: 'Client reference',
    value: client,
    code: 'client_left',
    reason: `${client} is no longer named on contract ${contract}, and was marked as having left it.`,
    remedy: 'If the child is still carried, put the line back and import the register again.',
  };
}
