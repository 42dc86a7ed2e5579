import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import type { ColumnMapping, ImportKind, ImportReport } from '../../shared/model/import.ts';
import type { Store } from '../../db/store.ts';
import type { InputFile } from '../../electron/files/input-file.ts';
import { importFiles } from '../../electron/jobs/import-files.ts';
import { silent, type JobContext } from '../../electron/jobs/context.ts';
import { REAL_DATA } from './real-data.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/files/', import.meta.url));

/** The day of the invented summer. */
export const SUMMER = isoDate('2026-08-31');

/** A file of test/fixtures/files. */
export function fixture(name: string): InputFile {
  return { name, source: { bytes: readFileSync(join(FIXTURES, name)) } };
}

/** A file of the real data. */
export function realFile(path: string): InputFile {
  return { name: path, source: { path: join(REAL_DATA ?? '', path) } };
}

/** A small .csv file from its lines. */
export function csvFile(name: string, ...lines: readonly string[]): InputFile {
  return { name, source: { bytes: Buffer.from(lines.join('\n')) } };
}

export interface ImportOptions {
  readonly mapping?: ColumnMapping;
  readonly on?: IsoDate;
  readonly ctx?: JobContext;
}

/** Imports as a person would, whatever comes of it. */
export function tryImport(
  store: Store,
  kind: ImportKind,
  files: readonly InputFile[],
  options: ImportOptions = {},
) {
  const { mapping = null, on = SUMMER, ctx = silent } = options;
  return importFiles(store, { kind, files, mapping, on }, ctx);
}

/** Imports and throws where it was refused. */
export async function importInto(
  store: Store,
  kind: ImportKind,
  files: readonly InputFile[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const done = await tryImport(store, kind, files, options);
  if (!done.ok) throw new Error(`${done.error.cause} ${done.error.action}`);
  return done.value;
}

/** The counts of a report, and that they add up. */
export function countsOf(report: ImportReport) {
  const { read, added, changed, unchanged, held, refused, warnings } = report;
  return { read, added, changed, unchanged, held, refused, warnings };
}

/** What a store holds that imports brought, by references instead of numbers: for comparing stores. */
export function contentOf(store: Store): unknown {
  const clients = store.clients.all();
  const refOf = new Map(clients.map((client) => [client.id, client.ref]));
  const contractOf = new Map(store.contracts.all().map((contract) => [contract.id, contract.ref]));
  const byJson = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    clients: byJson(clients.map(({ id: _id, ...client }) => client)),
    applications: byJson(
      store.applications.all().map((each) => ({ ...each, client_id: refOf.get(each.client_id) })),
    ),
    contracts: byJson(store.contracts.all().map(({ id: _id, ...contract }) => contract)),
    stops: byJson(
      store.contracts.stops().map((stop) => ({
        ...stop,
        client_id: refOf.get(stop.client_id),
        contract_id: contractOf.get(stop.contract_id),
      })),
    ),
    schools: byJson(store.schools.all()),
    cohort: byJson(store.cohort.all()),
    districts: byJson(store.districts.all()),
    terms: byJson(store.terms.all()),
  };
}
