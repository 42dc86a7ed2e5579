import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(
  import.meta.dirname,
  '../..',
  process.env['KERBSIDE_REAL_DATA'] ?? '../shared/data',
);

/** The folder of files as published, or null where it is not there: what reads them is then skipped, and counted. */
export const REAL_DATA: string | null = existsSync(FOLDER) ? FOLDER : null;
