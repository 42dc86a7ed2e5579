import { join } from 'node:path';
import { backupsFolder, datedName, pruneBackups } from '../../db/backup.ts';
import type { Store } from '../../db/store.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { JobContext } from './context.ts';

/** Writes a verified copy of an open store, under its own key, to a path that must not exist. */
export function backupStore(
  store: Store,
  out: string,
  ctx: JobContext,
): Result<{ readonly bytes: number }> {
  if (ctx.cancelled()) {
    return fail('cancelled', 'Stopped before the copy was begun.', 'Start it again when you like.');
  }
  ctx.stage('Copying the store and checking the copy', null);
  const copied = store.copyTo(out);
  if (!copied.ok) return copied;
  ctx.stage('The copy is whole', 1);
  return copied;
}

/**
 * A back-up in the folder beside the store, named by the moment and the reason (`before import`, `daily`); older
 * ones are thinned out afterwards: all of the last 14 days are kept, and the newest of each month.
 */
export function backupBeside(
  store: Store,
  reason: string,
  ctx: JobContext,
): Result<{ readonly path: string; readonly bytes: number }> {
  const now = new Date();
  const path = join(backupsFolder(store.path), datedName(store.path, now, reason));
  const copied = backupStore(store, path, ctx);
  if (!copied.ok) {
    // Two within one second: the first is as good.
    return copied.error.code === 'file_exists' ? ok({ path, bytes: 0 }) : copied;
  }
  pruneBackups(store.path, now.toISOString());
  return ok({ path, bytes: copied.value.bytes });
}
