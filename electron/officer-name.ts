/** The officer who works at this machine: one name in a small file of the data folder. It signs the history; it is no account. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name kept; '' where nobody gave one. */
export function readOfficer(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'officer.txt'), 'utf8').trim();
  } catch {
    return '';
  }
}

/** Keeps the name. Written by a temporary name and renamed, so that a crash leaves the old one. */
export function keepOfficer(dataFolder: string, name: string): void {
  const file = join(dataFolder, 'officer.txt');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(`${file}.new`, `${name.trim()}\n`);
  renameSync(`${file}.new`, file);
}
