import type { Change, Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { LetterKind } from '../../shared/model/letter.ts';
import { chromiumPrinter, type PdfPrinter } from '../files/pdf-printer.ts';
import { writeZip } from '../files/zip-writer.ts';
import type { JobContext } from './context.ts';
import type { LetterOf } from './letter-batch.ts';
import { draftLetters, issueLetters } from './letters.ts';
import { lettersFiles, lettersStem } from './letters-files.ts';

/** Which letters, for which day, in whose name. */
export interface BatchRequest {
  readonly kind: LetterKind;
  readonly refs: readonly string[];
  /** Letters of these that are not to be made. */
  readonly except?: readonly LetterOf[];
  readonly on: IsoDate;
  readonly by: Change;
}

/** An archive of the files of a batch, and what was recorded with it. */
export interface IssuedBatch {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly batch: number;
  readonly letters: number;
  readonly files: readonly string[];
}

class Stopped extends Error {}

/**
 * Makes the files of a batch and only then records it: whatever fails or is cancelled before leaves nothing recorded. The
 * letters' text is kept with the record, so that a file that is lost can be printed again.
 */
export async function issueBatch(
  store: Store,
  { kind, refs, except = [], on, by }: BatchRequest,
  ctx: JobContext,
  printer: PdfPrinter = chromiumPrinter,
): Promise<Result<IssuedBatch>> {
  ctx.stage('Reading the cases', null);
  const request = { kind, refs, except, on, reason: '', preview: false, leave_out: false };
  const drafted = draftLetters(store, request);
  if (!drafted.ok) return drafted;
  const { batch, letters } = drafted.value;
  if (batch === null || letters.length === 0)
    return fail('nothing_due', 'None of these letters is due.', 'Look at the list again.');
  const files = await lettersFiles(drafted.value, ctx, printer);
  if (!files.ok) return files;
  const name = `${lettersStem(drafted.value)}.zip`;
  const bytes = await writeZip(files.value);
  ctx.stage('Recording what is issued', null);
  try {
    const issued = issueLetters(
      store,
      drafted.value,
      () => {
        if (ctx.cancelled()) throw new Stopped();
      },
      by,
    );
    if (!issued.ok) return issued;
  } catch (stopped) {
    if (!(stopped instanceof Stopped)) throw stopped;
    return fail('cancelled', 'The letters were cancelled.', 'None was issued; start again.');
  }
  const made = files.value.map((file) => file.name);
  return ok({ name, bytes, batch, letters: letters.length, files: made });
}
