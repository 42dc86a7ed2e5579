/** Sheets made and recorded as issued. Kerbside hands nothing over by itself: a person does. */
import type { Change, Store } from '../../../db/store.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { whyDestroy } from '../../../shared/service/papers/destroy.ts';
import type { PdfPrinter } from '../../files/pdf-printer.ts';
import { writeZip } from '../../files/zip-writer.ts';
import { silent, type JobContext } from '../context.ts';
import { cancelled, draftSheets, type SheetsDraft, type SheetsRequest } from './draft-sheets.ts';
import { sheetsFiles } from './sheets-files.ts';

/**
 * Records new sheets as issued; `place` puts the finished files where they belong, last within the same transaction: when it throws
 * nothing is recorded. Sheets that are no longer as they were drafted are refused.
 */
export function issueSheets(
  store: Store,
  drafted: SheetsDraft,
  place: () => void,
  by: Change,
): Result<SheetsDraft> {
  return store.write(by, () => {
    const again = draftSheets(store, drafted.request, silent);
    const same = again.ok && JSON.stringify(again.value) === JSON.stringify(drafted);
    if (!same) {
      return fail(
        'changed_meanwhile',
        'The records changed while the sheets were being made, so none was issued.',
        'Make them again.',
      );
    }
    const fresh = drafted.sheets.filter(({ is_new }) => is_new);
    const recorded = { on: drafted.request.on, by: by.who };
    const standing = store.sheets.inForce();
    store.sheets.issue(fresh, recorded);
    // Who may not keep the sheet that was replaced is asked to destroy it.
    for (const sheet of fresh) {
      const before = standing.get(sheet.route_ref);
      const why = before === undefined ? '' : whyDestroy(before, sheet);
      if (before !== undefined && why !== '') store.papers.prepareNote(before.id, why, recorded);
    }
    place();
    return ok(drafted);
  });
}

class Stopped extends Error {}

/** An archive of the files, recorded as issued once it is made: whatever fails or is cancelled before leaves nothing recorded. */
export async function issueSheetsArchive(
  store: Store,
  { by, ...request }: SheetsRequest & { readonly by: Change },
  ctx: JobContext,
  printer?: PdfPrinter,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const drafted = draftSheets(store, request, ctx);
  if (!drafted.ok) return drafted;
  const [nothing] = drafted.value.sheets.length === 0 ? drafted.value.left_out : [];
  if (drafted.value.sheets.length === 0)
    return fail(
      'no_sheets',
      `There is no sheet to give out. ${nothing?.why ?? ''}`.trim(),
      'A sheet goes to the provider whose contract carries the route.',
    );
  const files = await sheetsFiles(drafted.value, ctx, printer);
  if (!files.ok) return files;
  const [first, , third] = files.value;
  const name = third === undefined && first !== undefined ? first.name.replace(/\.pdf$/, '.zip') : `route-sheets-${request.on}.zip`; // prettier-ignore
  const bytes = await writeZip(files.value);
  ctx.stage('Recording what is issued', null);
  try {
    const stop = (): void => {
      if (ctx.cancelled()) throw new Stopped();
    };
    const issued = issueSheets(store, drafted.value, stop, by);
    return issued.ok ? ok({ name, bytes }) : issued;
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return cancelled();
  }
}
