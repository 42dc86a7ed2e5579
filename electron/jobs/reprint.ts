import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { LetterContent } from '../../shared/model/letter.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import { writeZip } from '../files/zip-writer.ts';
import type { JobContext } from './context.ts';
import type { ExportedFile } from './export-report.ts';
import { lettersPaper } from './letters-paper.ts';

/**
 * Prints letters again, as they were issued; nothing is recorded. Addresses that are protected, or were on the day of issue, lie in a
 * file of their own.
 */
export async function reprint(
  store: Store,
  { ids, on }: { readonly ids: readonly number[]; readonly on: IsoDate },
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<ExportedFile>> {
  const wanted = new Set(ids);
  const hidden = store.letters.protectedWhenIssued();
  const open: LetterContent[] = [];
  const apart: LetterContent[] = [];
  for (const letter of store.letters.all()) {
    const content = wanted.has(letter.id) ? store.letters.content(letter.id) : null;
    if (content === null) continue;
    const client = letter.client_id === null ? null : store.clients.get(letter.client_id);
    const isApart = client?.protected_address === true || hidden.has(letter.id);
    (isApart ? apart : open).push(content);
  }
  if (open.length + apart.length === 0) {
    return fail(
      'no_text',
      'The text of these letters was not kept: they were issued by an earlier Kerbside.',
      'Print them from the files that were made then.',
    );
  }
  const warning = store.meta.get().demo ? 'Invented data' : '';
  const stem = `letters-again-${on}`;
  const files: ExportedFile[] = [];
  for (const { name, letters } of [
    { name: `${stem}.pdf`, letters: open },
    { name: `${stem}-protected-addresses.pdf`, letters: apart },
  ]) {
    if (letters.length === 0) continue;
    if (ctx.cancelled()) return fail('cancelled', 'Printing again was cancelled.', 'Start again.');
    ctx.stage('Printing the letters again', null);
    const pdf = await printer(await lettersPaper(letters, { title: name, warning }));
    if (!pdf.ok) return pdf;
    files.push({ name, bytes: pdf.value });
  }
  const [only] = files;
  if (files.length === 1 && only !== undefined) return ok(only);
  return ok({ name: `${stem}.zip`, bytes: await writeZip(files) });
}
