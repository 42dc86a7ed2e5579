import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { InputFile } from './input-file.ts';

/** A path as input files: the file itself, or every file of a folder and its folders, by name. */
export function inputFilesAt(path: string): readonly InputFile[] {
  if (!statSync(path).isDirectory()) return [{ name: basename(path), source: { path } }];
  const folder = basename(path);
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: join(folder, relative(path, file)), source: { path: file } }));
}
