import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fail, ok, type Result } from '../shared/kernel/result.ts';
import type { BackupInfo } from '../shared/api/views/data.ts';
import { APPLICATION_ID } from './migrate.ts';
import type { Sql } from './sql.ts';

/** Back-ups lie in a folder beside their store. */
export function backupsFolder(store: string): string {
  return join(dirname(store), 'backups');
}

const stem = (store: string): string => basename(store, extname(store));

/** `kent 2026-08-10 08-15-00 before import.kerbside`: the store's name, the moment (UTC), the reason. */
export function datedName(store: string, at: Date, reason: string): string {
  const moment = at.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const words = reason
    .replaceAll(/[^\p{L}\p{N} -]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${stem(store)} ${moment} ${words}${extname(store)}`;
}

const NAME = /^(.*) (\d{4}-\d{2}-\d{2}) (\d{2})-(\d{2})-(\d{2}) (.*)$/;

/** Back-ups of a store, newest first. They were verified when they were made, or would not have their name. */
export function listBackups(store: string): readonly BackupInfo[] {
  const folder = backupsFolder(store);
  if (!existsSync(folder)) return [];
  const found: BackupInfo[] = [];
  for (const name of readdirSync(folder)) {
    const extension = extname(store);
    if (!name.endsWith(extension)) continue;
    const parts = NAME.exec(extension === '' ? name : name.slice(0, -extension.length));
    if (parts === null || parts[1] !== stem(store)) continue;
    const path = join(folder, name);
    found.push({
      path,
      name,
      made_at: `${parts[2]}T${parts[3]}:${parts[4]}:${parts[5]}.000Z`,
      bytes: statSync(path).size,
      verified: true,
      reason: parts[6] ?? '',
    });
  }
  return found.sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Days for which every back-up is kept. */
const KEEP_ALL_DAYS = 14;

/**
 * Which back-ups may go: those older than 14 days, except the newest of each month. `now` is an ISO moment.
 */
export function prunable(backups: readonly BackupInfo[], now: string): readonly BackupInfo[] {
  const limit = new Date(Date.parse(now) - KEEP_ALL_DAYS * 86_400_000).toISOString();
  const months = new Set<string>();
  const newestFirst = [...backups].sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
  return newestFirst.filter((backup) => {
    const month = backup.made_at.slice(0, 7);
    const firstOfMonth = !months.has(month);
    months.add(month);
    return backup.made_at < limit && !firstOfMonth;
  });
}

/** Deletes what `prunable` names. */
export function pruneBackups(store: string, now: string): number {
  const gone = prunable(listBackups(store), now);
  for (const backup of gone) rmSync(backup.path, { force: true });
  return gone.length;
}

/** Every table and how many rows it holds. */
export function rowCounts(sql: Sql): Record<string, number> {
  const names = sql
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_text%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const counts: Record<string, number> = {};
  for (const name of names) {
    counts[name] = Number(sql.prepare(`SELECT count(*) FROM "${name}"`).pluck().get());
  }
  return counts;
}

/** Whether an error of the driver says that the file itself is damaged. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** Problems that SQLite itself finds in a file, each a sentence. A page that cannot be read at all ends the search. */
export function integrityProblems(sql: Sql): string[] {
  try {
    return findProblems(sql);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return ['The file is damaged: part of it cannot be read.'];
  }
}

function findProblems(sql: Sql): string[] {
  const found: string[] = [];
  const lines = sql.prepare('PRAGMA integrity_check').pluck().all() as string[];
  for (const line of lines) {
    // SQLite says one thing a line, under a heading of its own.
    const [first = '', ...more] = line.split('\n').filter((each) => !each.startsWith('***'));
    const rest = more.length === 0 ? '' : `, and ${more.length} more`;
    if (line !== 'ok') found.push(`The file is damaged: ${first}${rest}.`);
  }
  const broken = sql.prepare('PRAGMA foreign_key_check').all() as {
    readonly table: string;
    readonly rowid: number | null;
    readonly parent: string;
  }[];
  for (const { table, rowid, parent } of broken) {
    found.push(`A row of ${table} (${rowid ?? 'no number'}) names a ${parent} that is not there.`);
  }
  return found;
}

export interface CopyOptions {
  readonly sql: Sql;
  readonly out: string;
  /** Opens the copy with the same key. */
  readonly reopen: (path: string) => Sql;
}

function verify(copy: Sql, expected: Readonly<Record<string, number>>): string[] {
  const problems = integrityProblems(copy);
  if (Number(copy.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    problems.push('The copy does not say that it is a store.');
  }
  const found = rowCounts(copy);
  for (const [table, rows] of Object.entries(expected)) {
    if (found[table] !== rows) {
      problems.push(`The copy holds ${found[table] ?? 0} rows of ${table}, the store ${rows}.`);
    }
  }
  return problems;
}

/** How often the copy is made again because somebody wrote to the store meanwhile. */
const TRIES = 3;

/** Copies and checks; counts differ honestly where another connection wrote between counting and copying. */
function copyAndVerify({ sql, reopen }: CopyOptions, unfinished: string): string[] {
  const version = (): number => Number(sql.pragma('data_version', { simple: true }));
  let problems: string[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    rmSync(unfinished, { force: true });
    const before = version();
    const expected = rowCounts(sql);
    sql.prepare('VACUUM INTO ?').run(unfinished);
    const undisturbed = version() === before;
    const copy = reopen(unfinished);
    try {
      problems = verify(copy, expected);
    } finally {
      copy.close();
    }
    if (problems.length === 0 || undisturbed) return problems;
  }
  return problems;
}

/**
 * Writes a copy beside its final name, opens it with the key, checks it whole and counts its rows, and only
 * then gives it its name. `VACUUM INTO` copies under the same key; the driver's own back-up cannot.
 */
export function copyStore(options: CopyOptions): Result<{ readonly bytes: number }> {
  const { out } = options;
  if (existsSync(out)) {
    return fail('file_exists', `There is already a file at ${out}.`, 'Choose another name.', {
      path: out,
    });
  }
  const unfinished = `${out}.unfinished`;
  try {
    mkdirSync(dirname(out), { recursive: true });
    const problems = copyAndVerify(options, unfinished);
    if (problems.length > 0) {
      rmSync(unfinished, { force: true });
      return fail(
        'backup_failed',
        `The copy did not pass its check: ${problems[0] ?? ''}`,
        'Check the disk and try again.',
        { problems },
      );
    }
    renameSync(unfinished, out);
    return ok({ bytes: statSync(out).size });
  } catch (error) {
    if (existsSync(unfinished)) rmSync(unfinished, { force: true });
    return fail(
      'backup_failed',
      `The copy could not be written: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that the folder can be written to and the disk is not full, then try again.',
      { path: out },
    );
  }
}
