/** Opens and makes stores. The only file that names the SQLite driver: a plain build of it swaps in here. */
import { mkdirSync, existsSync, openSync, readSync, rmSync, closeSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { IsoDate } from '../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../shared/costing/default-settings.ts';
import { fail, ok, type Failure, type Result } from '../shared/kernel/result.ts';
import { backupsFolder, copyStore, datedName } from './backup.ts';
import { placeOf } from './device.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { APPLICATION_ID, migrate, versionOf } from './migrate.ts';
import { startSession } from './session.ts';
import type { Sql } from './sql.ts';
import type { Store } from './store.ts';
import { writeMeta } from './stores/meta-store.ts';
import { assembleStore } from './assemble.ts';

/** What a new store is told about itself. */
export interface NewStore {
  /** Required unless `demo`: a council's files lie encrypted from the first day. */
  readonly passphrase?: string | undefined;
  readonly county: string;
  readonly demo: boolean;
  /** The invented county's own day; null for a council's store. */
  readonly own_day: IsoDate | null;
}

type FileKind = 'missing' | 'empty' | 'plain' | 'encrypted' | 'other';

const SQLITE_HEADER = 'SQLite format 3\0';
/** The page size of stores: SQLCipher 4's, and SQLite's own default. */
const PAGE_BYTES = 4096;

/** What a file is by its first bytes. An encrypted store has no header: only whole pages of noise. */
export function fileKind(path: string): FileKind {
  if (!existsSync(path)) return 'missing';
  const stat = statSync(path);
  if (!stat.isFile()) return 'other';
  if (stat.size === 0) return 'empty';
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString('latin1') === SQLITE_HEADER) return 'plain';
  return stat.size % PAGE_BYTES === 0 ? 'encrypted' : 'other';
}

function notAStore(path: string): { readonly ok: false; readonly error: Failure } {
  return fail(
    'not_a_store',
    `${path} is not a Kerbside store.`,
    'Choose a file that Kerbside made, or make a new store.',
    { path },
  );
}

const wrongPassphrase = (path: string) =>
  fail(
    'wrong_passphrase',
    'The store could not be opened with this passphrase.',
    'Type it again. If it is certainly right, the file may be damaged: restore a back-up.',
    { path },
  );

/** Whether a passphrase fits the file, before the driver is asked. */
function checkFile(path: string, passphrase: string | undefined): Result<void> {
  const kind = fileKind(path);
  if (kind === 'missing') {
    return fail(
      'store_not_found',
      `There is no store at ${path}.`,
      'Check the path, or make a new store there.',
      { path },
    );
  }
  if (kind === 'empty' || kind === 'other') return notAStore(path);
  if (kind === 'encrypted' && passphrase === undefined) {
    return fail(
      'passphrase_needed',
      'The store is encrypted and needs its passphrase.',
      'Type the passphrase, or give --passphrase-file.',
      { path },
    );
  }
  if (kind === 'plain' && passphrase !== undefined) {
    return fail(
      'store_not_encrypted',
      'The store is not encrypted, and a passphrase was given.',
      'Open it without a passphrase if it is the invented county.',
      { path },
    );
  }
  return ok(undefined);
}

function connect(path: string, passphrase: string | undefined): Sql {
  const database = new Database(path);
  try {
    if (passphrase !== undefined) {
      database.pragma(`cipher = 'sqlcipher'`);
      database.pragma(`key = '${passphrase.replaceAll("'", "''")}'`);
    }
    // The first read of the file: a wrong passphrase is heard here.
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    database.pragma('busy_timeout = 10000');
    database.pragma('foreign_keys = ON');
    // What was deleted is overwritten where that costs no further writing.
    database.pragma('secure_delete = FAST');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function driverCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

function asFailure(error: unknown, path: string, encrypted: boolean): Result<never> {
  const code = driverCode(error);
  if (code === 'SQLITE_NOTADB') return encrypted ? wrongPassphrase(path) : notAStore(path);
  if (code.startsWith('SQLITE_CORRUPT')) {
    return fail(
      'store_damaged',
      'The store is damaged.',
      'Restore a back-up from the folder beside the store.',
      { path },
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return fail(
      'store_busy',
      'Another program is writing to the store.',
      'Wait until its work is done, or close it, then try again.',
      { path },
    );
  }
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)|E[A-Z]+$)/.test(code)) {
    return fail(
      'store_not_writable',
      'The store cannot be opened for writing.',
      'Check that the folder exists and that you may write to it.',
      { path, code },
    );
  }
  throw error;
}

function isStore(sql: Sql): boolean {
  return Number(sql.pragma('application_id', { simple: true })) === APPLICATION_ID;
}

function today(): IsoDate {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}` as IsoDate;
}

function assemble(sql: Sql, path: string, passphrase: string | undefined): Store {
  sql.pragma('journal_mode = WAL');
  // What an officer typed is on the disk when the screen says that it is kept: a power cut takes no commit back.
  sql.pragma('synchronous = FULL');
  sql.pragma('temp_store = MEMORY');
  sql.pragma('cache_size = -65536');
  return assembleStore({
    session: startSession(sql, placeOf(path)),
    path,
    encrypted: passphrase !== undefined,
    machineDay: today,
    reopen: (copy) => connect(copy, passphrase),
  });
}

/** Opens a foreign SQLite file for reading alone. What is no SQLite file, or a damaged one, throws. */
export function connectForeign(path: string): Sql {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes a SQLite file that is no store, such as a tile archive. There must be none at the path. */
export function createForeign(path: string): Sql {
  return new Database(path);
}

/** Opens a store, bringing its schema up to date (a back-up is made first). */
export function openStore(
  path: string,
  options: { readonly passphrase?: string | undefined } = {},
): Result<Store> {
  const { passphrase } = options;
  const checked = checkFile(path, passphrase);
  if (!checked.ok) return checked;
  let sql: Sql;
  try {
    sql = connect(path, passphrase);
  } catch (error) {
    return asFailure(error, path, passphrase !== undefined);
  }
  try {
    const opened = openConnected(sql, path, passphrase);
    if (!opened.ok) sql.close();
    return opened;
  } catch (error) {
    sql.close();
    return asFailure(error, path, passphrase !== undefined);
  }
}

function openConnected(sql: Sql, path: string, passphrase: string | undefined): Result<Store> {
  if (!isStore(sql) || versionOf(sql) === 0) return notAStore(path);
  const migrated = migrate(sql, MIGRATIONS, (from) =>
    copyStore({
      sql,
      out: `${backupsFolder(path)}/${datedName(path, new Date(), `before upgrade from ${from}`)}`,
      reopen: (copy) => connect(copy, passphrase),
    }),
  );
  if (!migrated.ok) return migrated;
  const store = assemble(sql, path, passphrase);
  if (passphrase === undefined && !store.meta.get().demo) {
    store.close();
    return fail(
      'store_in_clear',
      'This store says that it holds a council’s own files, and it is not encrypted.',
      'Make a new encrypted store and import the files there; delete this one.',
      { path },
    );
  }
  return ok(store);
}

/** Makes a new store with the default settings. A council's own store is refused without a passphrase. */
export function createStore(path: string, options: NewStore): Result<Store> {
  const { county, demo, own_day } = options;
  const passphrase = options.passphrase === '' ? undefined : options.passphrase;
  if (passphrase === undefined && !demo) {
    return fail(
      'passphrase_needed',
      'A store for a council’s own files is encrypted, and no passphrase was given.',
      'Choose a passphrase and keep it safe: nobody can open the store without it.',
    );
  }
  if (existsSync(path)) {
    return fail(
      'store_exists',
      `There is already a file at ${path}.`,
      'Open it, or choose another name.',
      { path },
    );
  }
  let sql: Sql | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    sql = connect(path, passphrase);
    const migrated = migrate(sql, MIGRATIONS, () => ok(undefined));
    if (!migrated.ok) return migrated;
    writeMeta(sql, { county, demo, own_day, made_at: new Date().toISOString() });
    const store = assemble(sql, path, passphrase);
    store.write({ who: 'Kerbside', why: 'the making of the store' }, () =>
      store.settings.upsertMany(DEFAULT_SETTINGS),
    );
    return ok(store);
  } catch (error) {
    sql?.close();
    // Nothing half made stays behind: there was no file here before.
    if (sql !== null) rmSync(path, { force: true });
    return asFailure(error, path, passphrase !== undefined);
  }
}
