/** Files sent by the screens and files made for them, in memory only: nothing of a child's is left on disk. */
import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../shared/kernel/result.ts';
import type { InputFile } from './files/input-file.ts';

/** Bytes the shelf holds before the oldest files are let go: 1 GiB, more than any published file it is meant for. */
const LIMIT_BYTES = 1024 ** 3;

/** Holds files by unguessable ids, oldest let go first when it is full. */
export class FilesShelf {
  readonly #files = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>();
  readonly #limit: number;
  #held = 0;

  constructor(limitBytes: number = LIMIT_BYTES) {
    this.#limit = limitBytes;
  }

  /** Keeps a file and returns its id. */
  put(name: string, bytes: Uint8Array): string {
    const id = randomBytes(12).toString('base64url');
    this.#files.set(id, { name, bytes });
    this.#held += bytes.byteLength;
    for (const [old, file] of this.#files) {
      if (this.#held <= this.#limit || old === id) break;
      this.#files.delete(old);
      this.#held -= file.bytes.byteLength;
    }
    return id;
  }

  /** The file of an id, or `file_gone`. */
  get(id: string): Result<InputFile & { readonly source: { readonly bytes: Uint8Array } }> {
    const file = this.#files.get(id);
    if (file === undefined) {
      return fail('file_gone', 'This file is no longer held.', 'Choose the file again.', { id });
    }
    return ok({ name: file.name, source: { bytes: file.bytes } });
  }
}
