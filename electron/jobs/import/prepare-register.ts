import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import {
  REGISTER_FIELDS,
  type RegisterList,
} from '../../../shared/intake/fields/register-fields.ts';
import { words } from '../../../shared/intake/normalise.ts';
import {
  parseAssignments,
  parseCompetences,
  parsePeople,
  parseRole,
} from '../../../shared/intake/register-people.ts';
import {
  parseFleets,
  parseProviders,
  parseVehicles,
  type RegisterContext,
  type RegisterRow,
} from '../../../shared/intake/register-rows.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { ownCompetencesAt } from '../../../shared/service/register/rules.ts';
import { gravest } from '../../../shared/intake/problem.ts';
import type { RawRow } from '../../../shared/intake/table.ts';
import { loadRegister, type LoadedList } from './load-register.ts';
import { rememberMapping, sortOut } from './load-tables.ts';
import { registerEdits } from './keep-register-edits.ts';
import type { ImportRun, Prepared } from './prepared.ts';
import type { FiledRow } from './register-run.ts';
import { providerNames, settleProviders } from './settle-providers.ts';
import { writeAssignments } from './write-register-assignments.ts';
import { writeCompetences, writePeople } from './write-register-people.ts';
import { writeFleets, writeProviders, writeVehicles } from './write-register-places.ts';

/** The register of providers, people and vehicles: lists in any number and order, written in the order that each needs the others. */
export async function prepareRegister(run: ImportRun): Promise<Result<Prepared>> {
  const loaded = await loadRegister(run);
  if (!loaded.ok) return loaded;
  run.ctx.stage('Checking the rows', null);
  const contextOf = contextMaker(run, loaded.value);
  const readList = <Facts>(
    list: RegisterList,
    parse: (rows: readonly RawRow[], context: RegisterContext) => readonly RegisterRow<Facts>[],
  ): readonly FiledRow<Facts>[] =>
    loaded.value
      .filter((each) => each.list === list)
      .flatMap((each) =>
        parse(each.split.rows, contextOf(each)).map((row) => ({ ...row, loaded: each })),
      );
  const rows = {
    providers: readList('providers', parseProviders),
    fleets: readList('fleets', parseFleets),
    people: readList('people', parsePeople),
    competences: readList('competences', parseCompetences),
    vehicles: readList('vehicles', parseVehicles),
    assignments: readList('assignments', parseAssignments),
  };
  const every = Object.values(rows).flat();
  const { usable, report } = sortOut(
    loaded.value,
    every.map(({ line, problems, loaded: { label } }) => ({ line, problems, file: label })),
  );
  const good = <Row extends RegisterRow<unknown>>(list: readonly Row[]): readonly Row[] =>
    list.filter(({ problems }) => gravest(problems) !== 'refuse');
  return ok({
    usable: usable.length,
    report,
    apply: (builder, check) => {
      const { store } = run;
      const writing = { store, report: builder, keep: registerEdits(store.register.lastEdits()) };
      writeProviders(writing, good(rows.providers));
      writeFleets(writing, good(rows.fleets));
      check(0.2);
      writePeople(writing, good(rows.people));
      check(0.5);
      writeCompetences(writing, good(rows.competences));
      check(0.7);
      writeVehicles(writing, good(rows.vehicles));
      check(0.9);
      writeAssignments(writing, good(rows.assignments), run.request.on);
      settleProviders(store);
      rememberMapping(run, loaded.value);
    },
  });
}

function contextMaker(
  { store, request }: ImportRun,
  loaded: readonly LoadedList[],
): (table: LoadedList) => RegisterContext {
  const settings = store.settings.all();
  const shared = {
    on: request.on,
    providers: providerNames(store, providersOf(loaded)),
    classes: rateCardAt(settings, request.on).classes,
    districts: store.districts.all(),
    own_competences: ownCompetencesAt(settings, request.on),
  };
  return ({ list, split, table }) => ({
    ...shared,
    columns: split.columns,
    fields: REGISTER_FIELDS[list],
    role: roleOfSheet(`${table.sheet} ${table.file}`),
  });
}

/** What a sheet called `PAs` or a file called `drivers.csv` says of its people; null where it names both or neither. */
function roleOfSheet(name: string): RegisterContext['role'] {
  const role = parseRole(words(name.replaceAll(/[._]/g, ' ')));
  return role === 'both' ? null : role;
}

/** Names on the lists of providers, as they are written there. */
function providersOf(loaded: readonly LoadedList[]): readonly string[] {
  return loaded
    .filter(({ list }) => list === 'providers')
    .flatMap(({ split }) => {
      const at = split.columns.at.get('provider');
      return split.rows.map(({ cells }) => (at === undefined ? '' : (cells[at] ?? '').trim()));
    });
}
