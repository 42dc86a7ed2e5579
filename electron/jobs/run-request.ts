/** What each kind of long work calls. Every job is loaded only when it is asked for. */
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import { openStore } from '../../db/open.ts';
import type { PdfPrinter } from '../files/pdf-printer.ts';
import type { JobContext } from './context.ts';
import type { JobOutcome, StorePlace, WorkerData } from './messages.ts';

type Work = Pick<WorkerData, 'request' | 'place' | 'today' | 'version'> & {
  /** Absent: a Chromium on this machine prints. */
  readonly print?: PdfPrinter | undefined;
};

/** Runs one request to its end. */
export async function runRequest(work: Work, ctx: JobContext): Promise<Result<JobOutcome>> {
  const { request, place } = work;
  if (request.kind === 'demo') {
    const { prepareDemo } = await import('./prepare-demo.ts');
    const made = prepareDemo(request, ctx);
    return made.ok ? ok({ kind: 'demo', path: made.value.path }) : made;
  }
  if (place === null) return fail('no_store', 'No store is open.', 'Open a store first.');
  if (request.kind === 'restore') {
    const { restoreStore } = await import('./restore-store.ts');
    const { path, passphrase } = place;
    const done = restoreStore({ store: path, from: request.from, passphrase }, ctx);
    return done.ok ? ok({ kind: 'restore', path }) : done;
  }
  if (request.kind === 'map-print') {
    const { printSheet } = await import('./print-sheet.ts');
    const done = await printSheet(request.sheet, ctx, work.print);
    return done.ok ? ok({ kind: 'export', ...done.value }) : done;
  }
  return withStore(place, (store) => runOnStore(store, work, ctx));
}

async function withStore(
  place: StorePlace,
  work: (store: Store) => Promise<Result<JobOutcome>>,
): Promise<Result<JobOutcome>> {
  const { path, passphrase } = place;
  const opened = openStore(path, { passphrase });
  if (!opened.ok) return opened;
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

async function runOnStore(store: Store, work: Work, ctx: JobContext): Promise<Result<JobOutcome>> {
  const { request, today: on, version, print } = work;
  switch (request.kind) {
    case 'import': {
      const { importFiles } = await import('./import-files.ts');
      const { import_kind: kind, files, mapping, received_at = null } = request;
      const done = await importFiles(store, { kind, files, mapping, on, received_at }, ctx);
      return done.ok ? ok({ kind: 'import', report: done.value }) : done;
    }
    case 'plan': {
      const { makePlan } = await import('./make-plan.ts');
      const { school_urn, seconds, iterations, settle, seed } = request;
      const done = makePlan(store, { school_urn, seconds, iterations, settle, seed, on }, ctx);
      return done.ok ? ok({ kind: 'plan', plan_id: done.value.id }) : done;
    }
    case 'export': {
      if (request.report === 'history') {
        const { exportHistory } = await import('./export-history.ts');
        const { format, filter } = request;
        const done = await exportHistory(store, { format, filter, on }, ctx);
        return done.ok ? ok({ kind: 'export', ...done.value }) : done;
      }
      if (request.report === 'changes') {
        const { exportChanges } = await import('./sheets/changes-list.ts');
        ctx.stage('Comparing the two days', null);
        const { since, format } = request;
        const done = await exportChanges(store, { since, format, on });
        return done.ok ? ok({ kind: 'export', ...done.value }) : done;
      }
      if (request.report === 'family-details') {
        const { familyDetailsFiles } = await import('./sheets/family-details.ts');
        const { writeZip } = await import('../files/zip-writer.ts');
        ctx.stage('Reading who carries whom', null);
        const bytes = await writeZip(await familyDetailsFiles(store, on));
        return ok({ kind: 'export', name: `transport-details-${on}.zip`, bytes });
      }
      if (request.report === 'register') {
        const { exportRegister } = await import('./export-register.ts');
        ctx.stage('Writing the register', null);
        return ok({ kind: 'export', ...(await exportRegister(store, on)) });
      }
      if (request.report === 'notices') {
        const { noticesArchive } = await import('./notices/notices-files.ts');
        const done = await noticesArchive(store, { ids: request.ids, on }, ctx, print);
        return done.ok ? ok({ kind: 'export', ...done.value }) : done;
      }
      if (request.report === 'withdrawal-note') {
        const { withdrawalNote } = await import('./papers/withdrawal-note.ts');
        const done = await withdrawalNote(store, { note_id: request.note_id, on }, ctx, print);
        return done.ok ? ok({ kind: 'export', ...done.value }) : done;
      }
      if (request.report === 'claim-note') {
        const { claimNote } = await import('./value/claim-note.ts');
        const done = await claimNote(store, { claim_id: request.claim_id, on }, ctx, print);
        return done.ok ? ok({ kind: 'export', ...done.value }) : done;
      }
      if (request.report === 'monitoring') {
        const { exportMonitoring } = await import('./money/export-monitoring.ts');
        ctx.stage('Making the period up', null);
        const { period, format } = request;
        return ok({ kind: 'export', ...(await exportMonitoring(store, { period, format, on })) });
      }
      if (request.report === 'invoices') {
        const { exportInvoices } = await import('./invoices/export-invoices.ts');
        ctx.stage('Setting invoices against the days that ran', null);
        return ok({
          kind: 'export',
          ...(await exportInvoices(store, { month: request.month, on })),
        });
      }
      const { exportReport } = await import('./export-report.ts');
      const { report, format } = request;
      const { scenario } = request;
      const asked = {
        report,
        format,
        on,
        version,
        ...(scenario === undefined ? {} : { scenario }),
      };
      const done = await exportReport(store, asked, ctx, print);
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'appeal-pack': {
      const { appealPack } = await import('./appeal-pack.ts');
      const done = await appealPack(store, { ref: request.ref, on }, ctx, print);
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'letters': {
      const { issueBatch } = await import('./issue-batch.ts');
      const { letter_kind: kind, refs, except, by } = request;
      const done = await issueBatch(store, { kind, refs, except, on, by }, ctx, print);
      return done.ok ? ok({ kind: 'letters', ...done.value }) : done;
    }
    case 'route-sheets': {
      const { issueSheetsArchive } = await import('./sheets/issue-sheets.ts');
      const { refs, shown, shown_reason, how, by } = request;
      const done = await issueSheetsArchive(store, { refs, shown, shown_reason, how, by, on }, ctx, print); // prettier-ignore
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'lots': {
      const { writeLotsArchive } = await import('./lots/write-lots.ts');
      const { tender_id, providers, at, by } = request;
      const done = await writeLotsArchive(store, { tender_id, providers, at, by }, ctx, print);
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'lists': {
      const { issueListsArchive } = await import('./papers/issue-lists.ts');
      const { list: kind, subjects, how, by } = request;
      const done = await issueListsArchive(store, { kind, subjects, how, on, by }, ctx, print);
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'naming': {
      const { namingFor } = await import('./naming.ts');
      const { client_id, also, may_look } = request;
      const done = namingFor(store, { client_id, also, may_look, on }, ctx);
      return done.ok ? ok({ kind: 'naming', view: done.value }) : done;
    }
    case 'provision': {
      const { tryProvisions } = await import('./new-provision.ts');
      const { provisions, with_routes, may_look } = request;
      const done = tryProvisions(store, { provisions, with_routes, may_look, on }, ctx);
      return done.ok ? ok({ kind: 'provision', views: done.value }) : done;
    }
    case 'what-if': {
      const { whatIf } = await import('./what-if.ts');
      const { asked, keep_as, by } = request;
      const done = whatIf(store, { asked, keep_as, on, by }, ctx);
      return done.ok ? ok({ kind: 'what-if', view: done.value }) : done;
    }
    case 'value': {
      const { reckonValue } = await import('./value/reckon-value.ts');
      const done = reckonValue(store, { what: request.what, on }, ctx);
      return done.ok ? ok({ kind: 'value', what: done.value }) : done;
    }
    case 'reprint': {
      const { reprint } = await import('./reprint.ts');
      const done = await reprint(store, { ids: request.ids, on }, ctx, print);
      return done.ok ? ok({ kind: 'export', ...done.value }) : done;
    }
    case 'bulk': {
      const { runBulk } = await import('./bulk/run-bulk.ts');
      const { action, client_ids, digest, change } = request;
      const done = runBulk(store, { action, client_ids, digest, change, on }, ctx);
      return done.ok ? ok({ kind: 'bulk', ...done.value }) : done;
    }
    case 'map': {
      const { takeMap } = await import('../files/map-beside.ts');
      ctx.stage('Taking the map in', null);
      const taken = await takeMap(store.path, request.file);
      if (!taken.ok) return taken;
      const info = taken.value;
      store.write({ who: 'Kerbside', why: `map of ${request.file.name}` }, () => {
        store.meta.rememberBeside('map', request.file.name);
      });
      return ok({ kind: 'map', info });
    }
    case 'roads': {
      const { takeRoads } = await import('./take-roads.ts');
      const done = await takeRoads(store, { file: request.file, cut: request.cut, on }, ctx);
      return done.ok ? ok({ kind: 'roads', ...done.value }) : done;
    }
    case 'backup': {
      const { backupBeside } = await import('./backup-store.ts');
      const done = backupBeside(store, request.reason, ctx);
      return done.ok ? ok({ kind: 'backup', ...done.value }) : done;
    }
    default:
      throw new Error(`No work of kind ${request.kind} is done on an open store.`);
  }
}
