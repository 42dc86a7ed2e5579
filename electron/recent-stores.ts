/** The stores opened before, newest first: paths, names and the day of the last change, in one small file of the data folder. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LastWrite } from '../db/last-write.ts';
import type { AppInfo } from '../shared/api/views/app.ts';

/** A store opened before, and the newest change that was seen in it. */
export type Recent = AppInfo['recent'][number] & { readonly last?: LastWrite };

const KEPT = 8;
const schema = z.array(
  z.object({
    path: z.string(),
    name: z.string(),
    encrypted: z.boolean(),
    last: z.object({ change_id: z.number(), at: z.string() }).exactOptional(),
  }),
);

/** Reads the list; a missing or spoilt file is an empty list, for nothing depends on it. */
export function readRecent(dataFolder: string): readonly Recent[] {
  try {
    const text = readFileSync(join(dataFolder, 'recent.json'), 'utf8');
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** Puts a store first. Written by a temporary name and renamed, so that a crash leaves the old list. */
export function rememberStore(dataFolder: string, store: Recent): void {
  const others = readRecent(dataFolder).filter((recent) => recent.path !== store.path);
  const file = join(dataFolder, 'recent.json');
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify([store, ...others].slice(0, KEPT), null, 1));
  renameSync(`${file}.new`, file);
}
