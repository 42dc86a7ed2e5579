/** The files of a batch: letters to print, and the same as mail merge. Protected addresses lie in files of their own. */
import type { Cell, Table } from '../../shared/figures/table.ts';
import { formatDate } from '../../shared/format/date.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { fieldsOfKind, LETTER_FIELDS, type LetterField } from '../../shared/model/letter.ts';
import { letterName } from '../../shared/model/words.ts';
import { writeCsv } from '../files/csv-writer.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import type { JobContext } from './context.ts';
import type { ExportedFile } from './export-report.ts';
import type { LetterBatch, LetterDraft } from './letter-batch.ts';
import { lettersPaper } from './letters-paper.ts';

/** Makes every file of a batch in memory; an empty batch has none. Nothing is recorded here. */
export async function lettersFiles(
  batch: LetterBatch,
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<readonly ExportedFile[]>> {
  const stem = lettersStem(batch);
  const files: ExportedFile[] = [];
  const parts = partsOf(batch);
  for (const [at, { name, letters }] of parts.entries()) {
    if (ctx.cancelled()) return cancelled();
    ctx.stage('Writing the letters', at / parts.length);
    const marks = { title: name, warning: warningOf(batch) };
    const pdf = await printer(
      await lettersPaper(
        letters.map(({ content }) => content),
        marks,
      ),
    );
    if (!pdf.ok) return pdf;
    const table = mergeTable(letters, name);
    files.push(
      { name: `${name}.pdf`, bytes: pdf.value },
      { name: `${name}.csv`, bytes: csvOf(table) },
      { name: `${name}.xlsx`, bytes: await workbookOf(table, batch) },
    );
  }
  const workers = batch.letters.filter((letter) => letter.social_worker);
  if (workers.length > 0) {
    files.push({ name: `${stem}-social-workers.csv`, bytes: csvOf(workerTable(workers)) });
  }
  if (ctx.cancelled()) return cancelled();
  ctx.stage('Done', 1);
  return ok(files);
}

/** Names of the files that a batch will have. */
export function lettersFileNames(batch: LetterBatch): readonly string[] {
  const stem = lettersStem(batch);
  const workers = batch.letters.some((letter) => letter.social_worker);
  return [
    ...partsOf(batch).flatMap(({ name }) => ['pdf', 'csv', 'xlsx'].map((end) => `${name}.${end}`)),
    ...(workers ? [`${stem}-social-workers.csv`] : []),
  ];
}

/** Protected addresses lie apart. */
function partsOf(batch: LetterBatch) {
  const stem = lettersStem(batch);
  return [
    { name: stem, letters: batch.letters.filter((letter) => !letter.protected_address) },
    {
      name: `${stem}-protected-addresses`,
      letters: batch.letters.filter((letter) => letter.protected_address),
    },
  ].filter(({ letters }) => letters.length > 0);
}

/** What the files of a batch are called, before what each adds. */
export function lettersStem({ request, batch }: LetterBatch): string {
  const kind = request.kind.replaceAll('_', '-');
  return `letters-${kind}-${request.on}-${batch === null ? 'preview' : `batch-${batch}`}`;
}

function warningOf({ request, demo }: LetterBatch): string {
  const marks = [request.preview ? 'Preview, not issued' : '', demo ? 'Invented data' : ''];
  return marks.filter((mark) => mark !== '').join('. ');
}

const text = (key: string, label: string) => ({ key, label, kind: 'text' }) as const;

/** One line a letter: every field a wording of its kind may name, in columns of its own, the same for every batch of the kind. */
function mergeTable(letters: readonly LetterDraft[], title: string): Table {
  const fields = fieldsOfKind(letters[0]?.kind ?? 'apply');
  const columns = [
    text('letter', 'Letter'),
    ...fields.map((field) => text(field, mergeLabel(field))),
    text('subject', 'Subject'),
    text('language', 'Language or format'),
    text('social_worker', 'Social worker'),
  ];
  const rows = letters.map((letter): Cell[] => [
    letterName(letter.kind, letter.number),
    ...fields.map((field) => letter.facts[field]),
    letter.content.subject,
    letter.language_or_format,
    letter.social_worker,
  ]);
  return { key: 'letters', title, columns, rows, total: null, note: '' };
}

/** A heading for mail merge; what says where a field is set is no part of it. */
function mergeLabel(field: LetterField): string {
  return LETTER_FIELDS[field].replace(/ \(.*\)$/, '');
}

/** For the social workers of the families: who was written to about what. No address. */
function workerTable(letters: readonly LetterDraft[]): Table {
  return {
    key: 'social_workers',
    title: 'Families with a social worker',
    columns: [
      text('ref', 'Reference'),
      text('child', "Child's name"),
      text('letter', 'Letter'),
      text('date', 'Date of the letter'),
      text('missing', LETTER_FIELDS.missing),
    ],
    rows: letters.map(({ kind, number, facts }) => [
      facts.ref,
      facts.child,
      letterName(kind, number),
      facts.date,
      facts.missing,
    ]),
    total: null,
    note: '',
  };
}

function csvOf({ columns, rows }: Table): Uint8Array {
  return writeCsv(
    columns.map(({ label }) => label),
    rows,
  );
}

async function workbookOf(table: Table, batch: LetterBatch): Promise<Uint8Array> {
  // Four hundred modules, which the host must not load before its first screen.
  const { writeWorkbook } = await import('../files/workbook-writer.ts');
  const { on } = batch.request;
  return writeWorkbook({
    title: table.title,
    author: 'Kerbside',
    foot: `${table.title}, ${formatDate(on)}`,
    warning: warningOf(batch),
    made_on: on,
    sheets: [{ name: 'Letters', frozen: true, blocks: [{ kind: 'table', table }] }],
  });
}

function cancelled() {
  return fail('cancelled', 'The letters were cancelled.', 'None was issued; start again.');
}
