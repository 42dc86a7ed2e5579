/** Lists made and recorded as issued. Kerbside hands nothing over by itself: a person does. */
import type { Change, Store } from '../../../db/store.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PdfPrinter } from '../../files/pdf-printer.ts';
import { writeZip } from '../../files/zip-writer.ts';
import { silent, type JobContext } from '../context.ts';
import { draftLists, type ListsDraft, type ListsRequest } from './draft-lists.ts';
import { cancelledLists, listFiles } from './list-files.ts';

/**
 * Records new lists as issued; `place` puts the finished files where they belong, last within the same transaction: when it throws
 * nothing is recorded. Lists that are no longer as they were drafted are refused.
 */
export function issueLists(
  store: Store,
  drafted: ListsDraft,
  place: () => void,
  by: Change,
): Result<ListsDraft> {
  return store.write(by, () => {
    const again = draftLists(store, drafted.request, silent);
    const same = again.ok && JSON.stringify(again.value) === JSON.stringify(drafted);
    if (!same)
      return fail(
        'changed_meanwhile',
        'The records changed while the lists were being made, so none was issued.',
        'Make them again.',
      );
    const fresh = drafted.lists.filter(({ is_new }) => is_new);
    store.papers.issue(fresh, { on: drafted.request.on, by: by.who });
    place();
    return ok(drafted);
  });
}

class Stopped extends Error {}

/** An archive of the files, recorded as issued once it is made: whatever fails or is cancelled before leaves nothing recorded. */
export async function issueListsArchive(
  store: Store,
  { by, ...request }: ListsRequest & { readonly by: Change },
  ctx: JobContext,
  printer?: PdfPrinter,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const drafted = draftLists(store, request, ctx);
  if (!drafted.ok) return drafted;
  if (drafted.value.lists.length === 0)
    return fail('no_lists', 'No route of the plan goes to a listed school.', 'Plan the county first.'); // prettier-ignore
  const files = await listFiles(drafted.value, ctx, printer);
  if (!files.ok) return files;
  const [first] = files.value;
  const isOne = drafted.value.lists.length === 1;
  const name = isOne && first !== undefined ? first.name.replace(/\.\w+$/, '.zip') : `${request.kind.replaceAll('_', '-')}s-${request.on}.zip`; // prettier-ignore
  const bytes = await writeZip(files.value);
  ctx.stage('Recording what is issued', null);
  try {
    const stop = (): void => {
      if (ctx.cancelled()) throw new Stopped();
    };
    const issued = issueLists(store, drafted.value, stop, by);
    return issued.ok ? ok({ name, bytes }) : issued;
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return cancelledLists();
  }
}
