/** Flags that several commands share, and what they are turned into. */
import { existsSync, readFileSync } from 'node:fs';
import { parseIsoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Change, Store } from '../../db/store.ts';
import { openStore } from '../../db/open.ts';
import { dataFolder } from '../data-folder.ts';
import { machineDate } from '../machine-date.ts';
import { readOfficer } from '../officer-name.ts';
import type { CommandInput, FlagHelp } from './command.ts';

export const STORE_FLAG: FlagHelp = { value: 'FILE', help: 'the store', required: true };
export const ON_FLAG: FlagHelp = {
  value: 'DATE',
  help: "the day to count from, YYYY-MM-DD (default: today, or the invented county's own day)",
};
export const PASSPHRASE_FLAG: FlagHelp = {
  value: 'FILE',
  help: 'a file whose first line is the passphrase of the store',
};
export const SEED_FLAG: FlagHelp = { value: 'S', help: 'seed, 0 to 4294967295 (default 1)' };

/** Failures of wrong use end with 2; all others with 1. */
const USE_CODES: ReadonlySet<string> = new Set(['usage', 'file_missing', 'store_not_found']);

/** Whether a failure is one of use: an unknown flag, a missing argument, a file that is not there. */
export function isUseFailure(code: string): boolean {
  return USE_CODES.has(code);
}

/** Wrong use of the command line. */
export function usage(cause: string, action: string) {
  return fail('usage', cause, action);
}

/** A text flag; '' counts as absent. */
export function textFlag(input: CommandInput, name: string): string | undefined {
  const value = input.flags[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A path flag, resolved where the command was typed. The command line has checked that required ones are there. */
export function pathFlag(input: CommandInput, name: string): string {
  return input.resolve(textFlag(input, name) ?? '');
}

/** A path flag naming a file or folder that must be there. */
export function existingFlag(input: CommandInput, name: string): Result<string> {
  return existing(pathFlag(input, name));
}

/** The path itself, or `file_missing`. */
export function existing(path: string): Result<string> {
  if (existsSync(path)) return ok(path);
  return fail('file_missing', `There is no file at ${path}.`, 'Check the path and try again.', {
    path,
  });
}

/** A number flag within a range, or undefined where absent. `whole` refuses fractions. */
export function numberFlag(
  input: CommandInput,
  name: string,
  range: { readonly min: number; readonly max: number; readonly whole: boolean },
): Result<number | undefined> {
  const text = textFlag(input, name);
  if (text === undefined) return ok(undefined);
  const value = Number(text);
  const fits = value >= range.min && value <= range.max;
  if (Number.isFinite(value) && fits && (!range.whole || Number.isInteger(value))) return ok(value);
  return usage(
    `--${name} is ${text}, which is not a ${range.whole ? 'whole ' : ''}number from ${range.min} to ${range.max}.`,
    `Give a number in that range.`,
  );
}

/** The seed, 1 unless given. */
export function seedFlag(input: CommandInput): Result<number> {
  const seed = numberFlag(input, 'seed', { min: 0, max: 4_294_967_295, whole: true });
  return seed.ok ? ok(seed.value ?? 1) : seed;
}

/** How long to search: `--seconds`, `--iterations` or neither, never both. */
export function effortFlags(
  input: CommandInput,
): Result<{ readonly seconds: number | null; readonly iterations: number | null }> {
  const seconds = numberFlag(input, 'seconds', { min: 0, max: 86_400, whole: false });
  if (!seconds.ok) return seconds;
  const iterations = numberFlag(input, 'iterations', { min: 0, max: 1e9, whole: true });
  if (!iterations.ok) return iterations;
  if (seconds.value !== undefined && iterations.value !== undefined) {
    return usage('--seconds and --iterations were both given.', 'Give one of them.');
  }
  return ok({ seconds: seconds.value ?? null, iterations: iterations.value ?? null });
}

/** The day asked for, or null. */
export function onFlag(input: CommandInput): Result<IsoDate | null> {
  const text = textFlag(input, 'on');
  if (text === undefined) return ok(null);
  const date = parseIsoDate(text);
  if (date !== null) return ok(date);
  return usage(`--on is ${text}, which is not a date.`, 'Give a date such as 2026-08-10.');
}

/** The text of a small file, or why it could not be read (a folder, no permission). */
export function readText(path: string): Result<string> {
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail(
      'file_unreadable',
      `${path} could not be read (${error.message}).`,
      'Name a file that you may read.',
      { path },
    );
  }
}

/** The first line of the passphrase file, or undefined where no file was named. */
export function passphraseFlag(input: CommandInput): Result<string | undefined> {
  if (textFlag(input, 'passphrase-file') === undefined) return ok(undefined);
  const path = existingFlag(input, 'passphrase-file');
  if (!path.ok) return path;
  const text = readText(path.value);
  if (!text.ok) return text;
  const line = text.value.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '';
  if (line !== '') return ok(line);
  return fail(
    'passphrase_empty',
    `The first line of ${path.value} is empty.`,
    'Write the passphrase on the first line of the file.',
  );
}

/** Whoever works at this machine, as on the screens: the history names them for what a command writes. */
export function byHand(why = 'hand'): Change {
  return { who: readOfficer(dataFolder()) || 'Officer', why };
}

/** An open store and the day to count from. */
export interface OpenStore {
  readonly store: Store;
  readonly on: IsoDate;
  readonly path: string;
  readonly passphrase: string | undefined;
}

type MakeStore = (path: string, passphrase: string | undefined) => Result<Store>;

/**
 * Runs work on the store named by `--store`, and closes it whatever happens. `make` makes one where none is there; without it that is
 * a failure.
 */
export async function withStore<T>(
  input: CommandInput,
  work: (open: OpenStore) => Result<T> | Promise<Result<T>>,
  make: MakeStore | null = null,
): Promise<Result<T>> {
  const isNew = make !== null && !existsSync(pathFlag(input, 'store'));
  const path = isNew ? ok(pathFlag(input, 'store')) : existingFlag(input, 'store');
  if (!path.ok) return path;
  const passphrase = passphraseFlag(input);
  if (!passphrase.ok) return passphrase;
  const day = onFlag(input);
  if (!day.ok) return day;
  const opened = isNew
    ? make(path.value, passphrase.value)
    : openStore(path.value, { passphrase: passphrase.value });
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const on = day.value ?? store.meta.get().own_day ?? machineDate();
    return await work({ store, on, path: path.value, passphrase: passphrase.value });
  } finally {
    store.close();
  }
}
