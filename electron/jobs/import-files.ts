/** An import from beginning to end: files read, back-up made, everything written in one transaction, the report kept. */
import { basename } from 'node:path';
import { reportBuilder } from '../../shared/intake/report-builder.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { ImportKind, ImportReport } from '../../shared/model/import.ts';
import type { Store } from '../../db/store.ts';
import { backupBeside } from './backup-store.ts';
import type { JobContext } from './context.ts';
import { IMPORTER } from './import/keep-edits.ts';
import { prepareApplications } from './import/prepare-applications.ts';
import { prepareBids } from './import/prepare-bids.ts';
import { prepareContracts } from './import/prepare-contracts.ts';
import { prepareBenchmarks } from './import/prepare-benchmarks.ts';
import { prepareBudget } from './import/prepare-budget.ts';
import { prepareFees } from './import/prepare-fees.ts';
import { prepareInvoices } from './import/prepare-invoices.ts';
import { prepareLedger } from './import/prepare-ledger.ts';
import { prepareCohort, prepareTermDates } from './import/prepare-people-and-terms.ts';
import { prepareBoundaries, prepareSchools } from './import/prepare-places.ts';
import { preparePostcodes } from './import/prepare-postcodes.ts';
import { prepareRegister } from './import/prepare-register.ts';
import { prepareClauses } from './import/prepare-clauses.ts';
import { prepareCpi, prepareFuel, prepareWages } from './import/prepare-prices.ts';
import { Cancelled, type ImportRequest, type ImportRun, type Prepared } from './import/prepared.ts';

const PREPARE: Readonly<Record<ImportKind, (run: ImportRun) => Promise<Result<Prepared>>>> = {
  applications: prepareApplications,
  contracts: prepareContracts,
  register: prepareRegister,
  invoices: prepareInvoices,
  bids: prepareBids,
  ledger: prepareLedger,
  budget: prepareBudget,
  benchmarks: prepareBenchmarks,
  fees: prepareFees,
  cohort: prepareCohort,
  'term-dates': prepareTermDates,
  schools: prepareSchools,
  postcodes: preparePostcodes,
  fuel: prepareFuel,
  cpi: prepareCpi,
  wages: prepareWages,
  clauses: prepareClauses,
  boundaries: prepareBoundaries,
};

/**
 * Imports files of one kind. A verified back-up comes first (of a new store there is nothing to back up); then everything is written in one transaction, so that a
 * refused or cancelled import leaves the store as it was. The report accounts for every row read.
 */
export async function importFiles(
  store: Store,
  request: ImportRequest,
  ctx: JobContext,
): Promise<Result<ImportReport>> {
  if (request.files.length === 0)
    return fail('no_files', 'No file was given.', 'Choose a file to import.');
  const prepared = await PREPARE[request.kind]({ store, request, ctx });
  if (!prepared.ok) return prepared;
  if (prepared.value.usable === 0) return noUsableRow(request, prepared.value);
  if (ctx.cancelled()) return cancelled();
  if (!store.isUntouched()) {
    const backup = backupBeside(store, 'before import', ctx);
    if (!backup.ok) return backup;
  }
  return write(store, request, ctx, prepared.value);
}

function write(
  store: Store,
  request: ImportRequest,
  ctx: JobContext,
  prepared: Prepared,
): Result<ImportReport> {
  const files = request.files.map((file) => basename(file.name));
  const why = `import of ${files.length > 3 ? `${files.length} files` : files.join(', ')}`;
  const check = (progress: number) => {
    if (ctx.cancelled()) throw new Cancelled();
    ctx.stage('Writing', progress);
  };
  try {
    const report = store.write({ who: IMPORTER, why }, () => {
      const builder = reportBuilder();
      prepared.report(builder);
      prepared.apply(builder, check);
      check(1);
      return store.imports.save(builder.build({ kind: request.kind, files, on: request.on }));
    });
    return ok(report);
  } catch (error) {
    if (error instanceof Cancelled) return cancelled();
    throw error;
  }
}

function cancelled() {
  return fail(
    'cancelled',
    'The import was cancelled; nothing was changed.',
    'Start it again when you like.',
  );
}

/** Every row refused: the store stays as it is, and the first reasons are told. */
function noUsableRow(request: ImportRequest, prepared: Prepared) {
  const builder = reportBuilder();
  prepared.report(builder);
  const { rows } = builder.build({
    kind: request.kind,
    files: request.files.map((file) => basename(file.name)),
    on: request.on,
  });
  const first = rows.find((row) => row.outcome === 'refused');
  return fail(
    'no_usable_row',
    `No row of ${request.files.map((file) => basename(file.name)).join(', ')} can be used${first ? ` (line ${first.line}: ${first.reason})` : '.'}`,
    'Correct the file, or check that the kind and the columns are right.',
    { rows: rows.slice(0, 50) },
  );
}
