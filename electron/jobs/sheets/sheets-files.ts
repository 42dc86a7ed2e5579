/** The files of a batch of sheets: a .pdf and a .xlsx for each provider, so that nobody is handed another's routes. */
import { availableParallelism } from 'node:os';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { withPress } from '../../files/pdf-press.ts';
import type { PdfPrinter } from '../../files/pdf-printer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import { fileSlug } from './file-slug.ts';
import { cancelled, type SheetDraft, type SheetsDraft } from './draft-sheets.ts';
import { sheetMarks, sheetsPaper } from './sheets-paper.ts';

/** Papers printed at a time: nine parts of ten of the work are Chromium's, and it does one paper on one core. More ask too much memory [A]. */
const MOST_PAGES = 4;

/** Makes every file in memory. Nothing is recorded here. */
export async function sheetsFiles(
  draft: SheetsDraft,
  ctx: JobContext,
  printer?: PdfPrinter,
): Promise<Result<readonly ExportedFile[]>> {
  const pages = printer === undefined ? Math.min(MOST_PAGES, availableParallelism()) : 1;
  return withPress(printer, (print) => printAll(draft, ctx, { print, pages }), pages);
}

async function printAll(
  draft: SheetsDraft,
  ctx: JobContext,
  { print, pages }: { readonly print: PdfPrinter; readonly pages: number },
): Promise<Result<readonly ExportedFile[]>> {
  // Four hundred modules, which the host must not load before its first screen.
  const { sheetsWorkbook } = await import('./sheets-workbook.ts');
  const parts = partsOf(draft);
  const files: (readonly ExportedFile[])[] = parts.map(() => []);
  const failed: Result<never>[] = [];
  let begun = 0;
  const printNext = async (): Promise<void> => {
    for (let at = begun++; failed.length === 0; at = begun++) {
      const part = parts[at];
      if (part === undefined) return;
      if (ctx.cancelled()) {
        failed.push(cancelled());
        return;
      }
      const { name, recipient, sheets } = part;
      ctx.stage(`Printing for ${recipient}, ${at + 1} of ${parts.length} files`, 0.3 + (at / parts.length) * 0.7); // prettier-ignore
      const marks = sheetMarks(draft, recipient);
      const pdf = await print(await sheetsPaper(sheets, marks));
      if (!pdf.ok) {
        failed.push(pdf);
        return;
      }
      const workbook = await sheetsWorkbook(sheets, marks, draft.request.on);
      files[at] = [
        { name: `${name}.pdf`, bytes: pdf.value },
        { name: `${name}.xlsx`, bytes: workbook },
      ];
    }
  };
  await Promise.all(Array.from({ length: pages }, printNext));
  return failed[0] ?? ok(files.flat());
}

interface Part {
  readonly name: string;
  readonly recipient: string;
  readonly sheets: readonly SheetDraft[];
}

/** One part a provider; a sheet that shows a protected address lies in a part of its own, which its name says. */
function partsOf({ sheets, request }: SheetsDraft): readonly Part[] {
  const [only, another] = sheets;
  if (only !== undefined && another === undefined && request.refs !== null) {
    const name = `route-${fileSlug(only.route_ref)}-version-${only.version}${marked(only)}`;
    return [{ name, recipient: only.recipient, sheets }];
  }
  const taken = new Set<string>();
  const groups = Map.groupBy(sheets, (sheet) => `${sheet.recipient}\n${marked(sheet)}`);
  return [...groups.values()].flatMap((group): Part[] => {
    const [first] = group;
    if (first === undefined) return [];
    const plain = `sheets-${fileSlug(first.recipient)}${marked(first)}-${request.on}`;
    let name = plain;
    for (let at = 2; taken.has(name); at++) name = `${plain}-${at}`;
    taken.add(name);
    return [{ name, recipient: first.recipient, sheets: group }];
  });
}

function marked({ shown }: SheetDraft): string {
  return shown.length > 0 ? '-protected-address' : '';
}
