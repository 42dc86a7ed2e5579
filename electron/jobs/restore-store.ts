import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupsFolder, datedName } from '../../db/backup.ts';
import { fileKind, openStore } from '../../db/open.ts';
import { fail, ok, type Failure, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import { roadsLabel } from '../roads/road-travel.ts';
import { roadsOf } from '../roads/roads-file.ts';
import type { JobContext } from './context.ts';

export interface RestoreRequest {
  /** Path of the store to put back. Nobody may have it open. */
  readonly store: string;
  /** The back-up. It stays where it is. */
  readonly from: string;
  readonly passphrase?: string | undefined;
}

/** SQLite's companions of an open file. */
const COMPANIONS = ['-wal', '-shm'];

/** Where the store as it was before the restore went, null where there was none. */
export interface Restored {
  readonly kept_aside: string | null;
}

/**
 * Puts a back-up in the store's place: the back-up is opened with the passphrase and checked whole first, the
 * store as it is is kept aside under a dated name, and the two are swapped by renaming, so that at every
 * moment one whole store has the name.
 */
export function restoreStore(request: RestoreRequest, ctx: JobContext): Result<Restored> {
  const { store, from, passphrase } = request;
  if (resolve(store) === resolve(from)) {
    return fail('same_file', 'The back-up and the store are the same file.', 'Choose a back-up.');
  }
  if (fileKind(store) === 'encrypted' && fileKind(from) === 'plain') {
    return fail(
      'backup_not_encrypted',
      'The store is encrypted and this file is not, so it is no back-up of it.',
      'Choose a back-up of this store, or restore the file under another name.',
      { store, from },
    );
  }
  ctx.stage('Checking the back-up', 0);
  const incoming = `${store}.restoring`;
  try {
    mkdirSync(dirname(resolve(store)), { recursive: true });
    removeWith(incoming);
    copyFileSync(from, incoming);
    const checked = checkWhole(incoming, passphrase, store);
    if (!checked.ok) {
      removeWith(incoming);
      return naming(checked.error, incoming, from);
    }
    if (ctx.cancelled()) {
      removeWith(incoming);
      return fail('cancelled', 'Stopped; the store is as it was.', 'Start again when you like.');
    }
    ctx.stage('Putting the back-up in the store’s place', 0.7);
    const aside = existsSync(store) ? keepAside(store, passphrase) : ok(null);
    if (!aside.ok) {
      removeWith(incoming);
      return aside;
    }
    renameSync(incoming, store);
    ctx.stage('Restored', 1);
    return ok({ kept_aside: aside.value });
  } catch (error) {
    removeWith(incoming);
    return fail(
      'restore_failed',
      `The back-up could not be put back: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that both files can be read and the folder can be written to.',
      { store, from },
    );
  }
}

/** A failure told of the back-up that was named, not of the copy that was tried. */
function naming({ code, cause, action, details }: Failure, copy: string, from: string) {
  return fail(code, cause.replaceAll(copy, from), action, { ...details, path: from });
}

/** Opens the copy (which also brings an older schema up to date), looks for damage, and tells it of the roads beside its place. */
function checkWhole(path: string, passphrase: string | undefined, place: string): Result<void> {
  const opened = openStore(path, { passphrase });
  if (!opened.ok) return opened;
  try {
    const problems = opened.value.integrity();
    if (problems.length === 0) {
      rememberRoads(opened.value, place);
      return ok(undefined);
    }
    return fail(
      'backup_damaged',
      `The back-up is damaged: ${problems[0] ?? ''}`,
      'Choose an older back-up. The store is as it was.',
      { problems },
    );
  } finally {
    opened.value.close();
  }
}

/**
 * The road network lies beside the store and is no part of a back-up: it may be newer, and a plan made before it is then out of date. One that
 * is missing is left to be named as lost.
 */
function rememberRoads(store: Store, place: string): void {
  const roads = roadsOf(place);
  if (!roads.ok || roads.value === null) return;
  const label = roadsLabel(roads.value.meta);
  if (store.meta.beside('roads') === label) return;
  store.write({ who: 'Kerbside', why: 'restore' }, () => {
    store.meta.rememberBeside('roads', label);
  });
}

/** Writes what is still in the log into the store, then moves it to a dated name among the back-ups. */
function keepAside(store: string, passphrase: string | undefined): Result<string> {
  const opened = openStore(store, { passphrase });
  if (opened.ok) opened.value.close();
  // A store that cannot be opened is what a restore is for: its files are kept together as they are.
  const folder = backupsFolder(store);
  mkdirSync(folder, { recursive: true });
  const aside = join(folder, datedName(store, new Date(), 'before restore'));
  if (existsSync(aside)) {
    return fail('file_exists', `There is already a file at ${aside}.`, 'Try again in a second.');
  }
  renameSync(store, aside);
  for (const tail of COMPANIONS) {
    if (existsSync(store + tail)) renameSync(store + tail, aside + tail);
  }
  return ok(aside);
}

function removeWith(path: string): void {
  for (const tail of ['', ...COMPANIONS]) rmSync(path + tail, { force: true });
}
