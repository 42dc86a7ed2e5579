/** The files of lists: a .pdf, a .xlsx and a .csv for each reader, so that no school is handed another's. */
import type { Table } from '../../../shared/figures/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { withPress } from '../../files/pdf-press.ts';
import type { PdfPrinter } from '../../files/pdf-printer.ts';
import type { JobContext } from '../context.ts';
import type { ExportedFile } from '../export-report.ts';
import { fileSlug } from '../sheets/file-slug.ts';
import type { ListDraft, ListsDraft } from './draft-lists.ts';
import { lookOf, type ListLook } from './list-looks.ts';
import { listPaper, listStamp, type ListMarks } from './list-paper.ts';

/** Makes every file in memory. Nothing is recorded here. */
export async function listFiles(
  draft: ListsDraft,
  ctx: JobContext,
  printer?: PdfPrinter,
): Promise<Result<readonly ExportedFile[]>> {
  const made = await withPress(printer, (print) => allFiles(draft, ctx, print));
  // The office's own list is what a morning without a printer needs most: the workbook and the .csv come all the same.
  const isWithoutPaper = !made.ok && made.error.code === 'pdf_needs_chromium' && draft.request.kind === 'duty_list'; // prettier-ignore
  return isWithoutPaper ? allFiles(draft, ctx, null) : made;
}

/** Without a printer no paper is made. */
async function allFiles(
  draft: ListsDraft,
  ctx: JobContext,
  print: PdfPrinter | null,
): Promise<Result<readonly ExportedFile[]>> {
  const { lists, request } = draft;
  const look = lookOf(request.kind);
  const files: ExportedFile[] = [];
  for (const [at, list] of lists.entries()) {
    if (ctx.cancelled()) return cancelledLists();
    ctx.stage(`Printing for ${list.recipient}, ${at + 1} of ${lists.length} lists`, at / lists.length); // prettier-ignore
    const marks = listMarks(draft, list.recipient);
    const pdf = print === null ? null : await print(await listPaper([list], look, marks));
    if (pdf !== null && !pdf.ok) return pdf;
    const name = listFileName(list);
    const table = tableOf(list, look);
    files.push(
      ...(pdf === null ? [] : [{ name: `${name}.pdf`, bytes: pdf.value }]),
      { name: `${name}.xlsx`, bytes: await workbookOf(table, { list, marks }) },
      { name: `${name}.csv`, bytes: writeCsv(table.columns.map(({ label }) => label), table.rows) }, // prettier-ignore
    );
  }
  return ok(files);
}

/** What stands on every page for one reader. */
export function listMarks({ demo, request }: ListsDraft, recipient: string): ListMarks {
  return {
    title: lookOf(request.kind).title(recipient),
    warning: demo ? 'Invented data' : '',
  };
}

/** Two schools may have one name: the URN tells them apart. */
function listFileName({ kind, subject, recipient, version, issued_on }: ListDraft): string {
  const whose = kind === 'duty_list' ? '' : `-${fileSlug(recipient)}-${subject}`;
  return `${kind.replaceAll('_', '-')}${whose}-version-${version}-${issued_on}`;
}

function tableOf({ content, kind }: ListDraft, look: ListLook): Table {
  return {
    key: kind,
    title: '',
    columns: look.columns.map(({ label, width }) => ({ key: label, label, kind: 'text', width })),
    rows: look.rowsOf(content),
    total: null,
    note: '',
  };
}

async function workbookOf(
  table: Table,
  { list, marks }: { readonly list: ListDraft; readonly marks: ListMarks },
): Promise<Uint8Array> {
  // Four hundred modules, which the host must not load before its first screen.
  const { writeWorkbook } = await import('../../files/workbook-writer.ts');
  const { head, warnings } = list.content;
  return writeWorkbook({
    title: marks.title,
    author: 'Kerbside',
    foot: 'Keep out of sight of others',
    warning: marks.warning,
    made_on: list.issued_on,
    sheets: [
      {
        name: list.kind === 'duty_list' ? 'Duty list' : 'Children',
        frozen: false,
        blocks: [
          {
            kind: 'lines',
            lines: [
              { text: marks.title, style: 'title' },
              { text: listStamp(list, marks), style: 'subtitle' },
              ...warnings.map((text) => ({ text, style: 'warning' as const })),
              { text: `Ring the office: ${head.office}`, style: 'body' },
            ],
          },
          { kind: 'table', table },
        ],
      },
    ],
  });
}

/** The failure of a person's own making. */
export function cancelledLists() {
  return fail('cancelled', 'The lists were cancelled.', 'None was issued; start again.');
}
