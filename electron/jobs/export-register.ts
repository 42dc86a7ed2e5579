/** The register of providers as a workbook that imports back unchanged: a sheet a list, headed as the import names its columns. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { Cell, Table } from '../../shared/figures/table.ts';
import { formatDate } from '../../shared/format/date.ts';
import { REGISTER_FIELDS, type RegisterList } from '../../shared/intake/fields/register-fields.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Worker } from '../../shared/model/register.ts';
import { writeWorkbook } from '../files/workbook-writer.ts';
import type { ExportedFile } from './export-report.ts';

const SHEETS: Readonly<Record<RegisterList, string>> = {
  providers: 'Providers',
  fleets: 'Fleets',
  people: 'Drivers and assistants',
  competences: 'Competences',
  vehicles: 'Vehicles',
  assignments: 'Assignments',
};

const ROLES: Readonly<Record<Worker['role'], string>> = {
  driver: 'Driver',
  assistant: 'Assistant',
  both: 'Driver and assistant',
};

/** Rows by field; a column that no row has a value in stands empty. */
type Rows = readonly Readonly<Record<string, Cell>>[];

/** The headings of a list that the workbook fills, in order. */
const COLUMNS: Readonly<Record<RegisterList, readonly string[]>> = {
  providers: ['provider', 'framework', 'districts', 'contact_name', 'phone', 'email', 'notes'],
  fleets: ['provider', 'vehicle_class', 'count', 'districts'],
  people: [
    'ref',
    'name',
    'role',
    'provider',
    'licensing_authority',
    'badge_number',
    'badge_expires_on',
    'dbs_on',
    'training',
    'training_expires_on',
    'phone',
    'left_on',
    'notes',
  ],
  competences: ['ref', 'name', 'provider', 'competence', 'issued_on', 'expires_on'],
  vehicles: [
    'mark',
    'provider',
    'vehicle_class',
    'description',
    'licensing_authority',
    'plate_number',
    'plate_expires_on',
    'mot_expires_on',
    'insurance_expires_on',
    'lift_examined_on',
    'lift_limit_kg',
    'tie_down_limit_kg',
    'layouts',
    'left_on',
    'notes',
  ],
  assignments: ['contract_ref', 'route_ref', 'role', 'ref', 'name', 'mark', 'from_on', 'to_on'],
};

const NUMBERS: ReadonlySet<string> = new Set(['count', 'lift_limit_kg', 'tie_down_limit_kg']);

function tableOf(list: RegisterList, rows: Rows): Table {
  const fields = COLUMNS[list].map((name) =>
    defined(
      REGISTER_FIELDS[list].find(({ field }) => field === name),
      `${list} ${name}`,
    ),
  );
  return {
    key: list,
    title: SHEETS[list],
    columns: fields.map(({ field, label }) => ({
      key: field,
      label,
      kind: NUMBERS.has(field) ? 'count' : 'text',
    })),
    rows: rows.map((row) => fields.map(({ field }) => row[field] ?? null)),
    total: null,
    note: '',
  };
}

/** The workbook. */
export async function exportRegister(
  store: Pick<Store, 'register' | 'contracts' | 'districts' | 'settings' | 'meta'>,
  on: IsoDate,
): Promise<ExportedFile> {
  const { county, demo } = store.meta.get();
  const lists = listsOf(store, on);
  const bytes = await writeWorkbook({
    title: 'Register of providers, people and vehicles',
    author: 'Kerbside',
    foot: `${county}, register on ${formatDate(on)}`,
    warning: demo ? 'Invented data' : '',
    made_on: on,
    sheets: (Object.keys(SHEETS) as RegisterList[]).map((list) => ({
      name: SHEETS[list],
      frozen: true,
      blocks: [{ kind: 'table', table: tableOf(list, lists[list]) }],
    })),
  });
  return { name: `register-${on}.xlsx`, bytes };
}

function listsOf(
  store: Pick<Store, 'register' | 'contracts' | 'districts' | 'settings'>,
  on: IsoDate,
): Readonly<Record<RegisterList, Rows>> {
  const { register } = store;
  const districts = new Map(store.districts.all().map(({ code, name }) => [code, name]));
  const classes = new Map(rateCardAt(store.settings.all(), on).classes.map(({ id, name }) => [id, name])); // prettier-ignore
  const named = (codes: readonly string[]): string =>
    codes.map((code) => districts.get(code) ?? code).join('; ');
  const classOf = (id: string): string => classes.get(id) ?? id;
  const workers = new Map(register.workers().map((each) => [each.id, each]));
  const vehicles = new Map(register.vehicles().map((each) => [each.id, each]));
  const contracts = new Map(store.contracts.all().map((each) => [each.id, each]));
  return {
    providers: register.providers().map(({ districts: codes, name, ...rest }) => ({
      ...rest,
      provider: name,
      districts: named(codes),
    })),
    fleets: register.fleets().map(({ provider, vehicle_class, count, districts: codes }) => ({
      provider,
      vehicle_class: classOf(vehicle_class),
      count,
      districts: named(codes),
    })),
    people: [...workers.values()].map((worker) => ({ ...worker, role: ROLES[worker.role] })),
    competences: register.competences().map(({ worker_id, ...rest }) => {
      const { ref, name, provider } = defined(workers.get(worker_id), `worker ${worker_id}`);
      return { ...rest, ref, name, provider };
    }),
    vehicles: [...vehicles.values()].map(({ layouts, ...vehicle }) => ({
      ...vehicle,
      vehicle_class: classOf(vehicle.vehicle_class),
      layouts: layouts.join('; '),
    })),
    assignments: register.assignments().map((each) => {
      const contract = defined(contracts.get(each.contract_id), `contract ${each.contract_id}`);
      const worker = each.worker_id === null ? null : (workers.get(each.worker_id) ?? null);
      const vehicle = each.vehicle_id === null ? null : (vehicles.get(each.vehicle_id) ?? null);
      return {
        contract_ref: contract.ref,
        route_ref: contract.route_ref,
        role: each.role.charAt(0).toUpperCase() + each.role.slice(1),
        ref: worker?.ref ?? '',
        name: worker?.name ?? '',
        mark: vehicle?.mark ?? '',
        from_on: each.from_on,
        to_on: each.to_on,
      };
    }),
  };
}
