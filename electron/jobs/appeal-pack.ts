/** The appeal pack of one application as one .pdf: printed twice, the second time with page numbers in its index. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import { sectionPages } from '../files/pdf-pages.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import { appealFacts } from './appeal-facts.ts';
import { appealPaper } from './appeal-paper.ts';
import type { JobContext } from './context.ts';
import type { ExportedFile } from './export-report.ts';

/** Makes the pack. Nothing in the store changes. */
export async function appealPack(
  store: Store,
  { ref, on }: { readonly ref: string; readonly on: IsoDate },
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  ctx.stage('Gathering the facts as they stood', null);
  const pack = appealFacts(store, ref, on);
  if (!pack.ok) return pack;
  ctx.stage('Laying out the pages', 0.2);
  const first = await printer(await appealPaper(pack.value, new Map()));
  if (!first.ok) return first;
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Numbering the index', 0.6);
  const numbered = await printer(await appealPaper(pack.value, sectionPages(first.value)));
  if (!numbered.ok) return numbered;
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Done', 1);
  const name = `appeal-pack-${ref.replaceAll(/[^\w-]+/g, '-')}-${on}.pdf`;
  return ok({ name, bytes: numbered.value });
}

function cancelled() {
  return fail(
    'cancelled',
    'The appeal pack was cancelled.',
    'Nothing was written; start it again.',
  );
}
