import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import {
  costPressureSummary,
  type CostPressureSummary,
} from '../../shared/figures/cost-pressure.ts';
import { USUAL_OUTLOOK } from '../../shared/figures/outlook.ts';
import type { Scenario } from '../../shared/pressure/forecast/assumptions.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import type { JobContext } from './context.ts';
import { readCostFacts } from './cost-facts.ts';
import { recordedBudget } from './money/recorded-budget.ts';

export interface ExportRequest {
  readonly report: 'cost-pressure';
  readonly format: 'xlsx' | 'csv' | 'pdf';
  readonly on: IsoDate;
  /** The product's version, printed in the workbook's properties. */
  readonly version?: string;
  /** What the years to come rest on; absent: the central scenario. */
  readonly scenario?: Scenario;
}

/** A file ready to be saved. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the cost pressure summary of the current plan. Its sums equal the store's to the penny. Writers are
 * loaded only when their format is asked for; a .pdf is printed by `printer`.
 */
export async function exportReport(
  store: Store,
  request: ExportRequest,
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  ctx.stage('Reckoning the cost', null);
  const facts = readCostFacts(store, request.on);
  if (!facts.ok) return facts;
  const { county, demo } = store.meta.get();
  const { on, version = '' } = request;
  const marks = { county, demo, on, version, store_version: MIGRATIONS.at(-1)?.version ?? 0 };
  const summary = costPressureSummary(facts.value, marks, {
    ...USUAL_OUTLOOK,
    scenario: request.scenario ?? USUAL_OUTLOOK.scenario,
    recorded: recordedBudget(store, facts.value),
  });
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Writing the file', 0.4);
  const bytes = await write(summary, request.format, printer);
  if (!bytes.ok) return bytes;
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Done', 1);
  return ok({ name: `${summary.file_stem}.${request.format}`, bytes: bytes.value });
}

async function write(
  summary: CostPressureSummary,
  format: ExportRequest['format'],
  printer: PdfPrinter,
): Promise<Result<Uint8Array>> {
  if (format === 'xlsx') {
    const { reportWorkbook } = await import('./report-workbook.ts');
    return ok(await reportWorkbook(summary));
  }
  if (format === 'csv') {
    const { reportCsv } = await import('./report-csv.ts');
    return ok(reportCsv(summary));
  }
  const { reportPaper } = await import('./report-paper.ts');
  return printer(await reportPaper(summary));
}

function cancelled() {
  return fail('cancelled', 'The export was cancelled.', 'Nothing was written; start it again.');
}
