import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';

/** Writes a file by a temporary name beside it and renames it: there is the whole file or the old one, never half. */
export function writeWhole(path: string, bytes: Uint8Array | string): Result<null> {
  return makeWhole(path, (temporary) => {
    writeFileSync(temporary, bytes);
    return ok(null);
  });
}

/** The same for a file that `make` writes itself. Nothing stays behind when it fails. */
export function makeWhole<T>(path: string, make: (temporary: string) => Result<T>): Result<T> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.new`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const made = make(temporary);
    if (made.ok) renameSync(temporary, path);
    else rmSync(temporary, { force: true });
    return made;
  } catch (error) {
    tidy(temporary);
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail(
      'not_writable',
      `${path} could not be written (${error.message}).`,
      'Choose another folder, or free some space, and try again.',
      { path },
    );
  }
}

/** Removes what was begun. Where not even the folder can be read, there is nothing to remove. */
function tidy(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The failure that brought us here says more than this one would.
  }
}
