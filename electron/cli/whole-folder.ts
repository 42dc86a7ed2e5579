import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result } from '../../shared/kernel/result.ts';
import type { ExportedFile } from '../jobs/export-report.ts';

/**
 * Writes files into a folder, all or none: each by a temporary name, then `commit` is called, which calls `place` to give
 * them their own names. Whatever fails before `commit` is done leaves no file behind. One that is there is not
 * overwritten unless `replace`.
 */
export function writeFolder<T>(
  folder: string,
  files: readonly ExportedFile[],
  how: { readonly replace: boolean },
  commit: (place: () => void) => Result<T>,
): Result<T> {
  const mark = randomBytes(4).toString('hex');
  const moves = files.map(({ name, bytes }) => ({
    bytes,
    temporary: join(folder, `.${name}.${mark}.new`),
    path: join(folder, name),
  }));
  const there = how.replace ? undefined : moves.find(({ path }) => existsSync(path));
  if (there !== undefined) {
    return fail(
      'file_exists',
      `There is a file at ${there.path} already, so nothing was made.`,
      'Move it away, or choose another folder.',
      { path: there.path },
    );
  }
  const placed: string[] = [];
  const place = (): void => {
    for (const { temporary, path } of moves) {
      renameSync(temporary, path);
      placed.push(path);
    }
  };
  const tidy = (): void => {
    for (const path of [...moves.map(({ temporary }) => temporary), ...placed]) remove(path);
  };
  try {
    mkdirSync(folder, { recursive: true });
    for (const { temporary, bytes } of moves) writeFileSync(temporary, bytes);
    const done = commit(place);
    if (!done.ok) tidy();
    return done;
  } catch (error) {
    tidy();
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail(
      'not_writable',
      `The files could not be written to ${folder} (${error.message}).`,
      'Choose another folder, or free some space, and try again. Nothing was recorded.',
      { folder },
    );
  }
}

/** Removes what was begun. Where not even the folder can be read, there is nothing to remove. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The failure that brought us here says more than this one would.
  }
}
