/** The files of a batch of sheets: a .pdf and a .xlsx for each provider, so that nobody is handed another's routes. */
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { withPress } from '../../files/pdf-press.ts';
import type { PdfPrinter } from '../../files/pdf-printer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import { fileSlug } from './file-slug.ts';
import { cancelled, type SheetDraft, type SheetsDraft } from './draft-sheets.ts';
import { sheetMarks, sheetsPaper } from './sheets-paper.ts';

/** Makes every file in memory. Nothing is recorded here. */
export async function sheetsFiles(
  draft: SheetsDraft,
  ctx: JobContext,
  printer?: PdfPrinter,
): Promise<Result<readonly ExportedFile[]>> {
  return withPress(printer, (print) => printAll(draft, ctx, print));
}

async function printAll(
  draft: SheetsDraft,
  ctx: JobContext,
  print: PdfPrinter,
): Promise<Result<readonly ExportedFile[]>> {
  // Four hundred modules, which the host must not load before its first screen.
  const { sheetsWorkbook } = await import('./sheets-workbook.ts');
  const parts = partsOf(draft);
  const files: ExportedFile[] = [];
  for (const [at, { name, recipient, sheets }] of parts.entries()) {
    if (ctx.cancelled()) return cancelled();
    ctx.stage(`Printing for ${recipient}, ${at + 1} of ${parts.length} files`, 0.3 + (at / parts.length) * 0.7); // prettier-ignore
    const marks = sheetMarks(draft, recipient);
    const pdf = await print(await sheetsPaper(sheets, marks));
    if (!pdf.ok) return pdf;
    const workbook = await sheetsWorkbook(sheets, marks, draft.request.on);
    files.push(
      { name: `${name}.pdf`, bytes: pdf.value },
      { name: `${name}.xlsx`, bytes: workbook },
    );
  }
  return ok(files);
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
