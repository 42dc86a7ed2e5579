/** Zip archives, guarded: every archive is looked at before anything is taken out of it. */
import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { InputFile } from './input-file.ts';

/** How much an archive may hold before it is taken for an attack. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes once inflated, all entries together. */
  readonly bytes: number;
  /** Inflated over packed, judged from 10 MB inflated on. */
  readonly ratio: number;
}

/** A workbook: 20,000 applications inflate to 26 MB at a ratio of 10. */
export const WORKBOOK_LIMITS: ArchiveLimits = { entries: 2000, bytes: 400_000_000, ratio: 150 };
/** A directory of postcodes: the ONS's inflates to about 1.5 GB. */
export const DIRECTORY_LIMITS: ArchiveLimits = {
  entries: 20_000,
  bytes: 6_000_000_000,
  ratio: 150,
};
const RATIO_FROM = 10_000_000;

export interface ArchiveEntry {
  readonly name: string;
  /** Inflated, as the archive declares it; reading more than that fails. */
  readonly bytes: number;
  readonly open: () => Promise<Readable>;
}

export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  readonly close: () => void;
}

/** Opens an archive and lists its files. Refused: broken, encrypted or too large once inflated. */
export async function openArchive(
  file: Pick<InputFile, 'name' | 'source'>,
  limits: ArchiveLimits,
): Promise<Result<Archive>> {
  let zip: ZipFile;
  try {
    zip = await openZip(file);
  } catch {
    return broken(file.name);
  }
  try {
    const entries = await listEntries(zip);
    const refused = refusal(file.name, entries, limits);
    if (refused !== null) {
      zip.close();
      return refused;
    }
    const listed = entries
      .filter((entry) => !entry.fileName.endsWith('/'))
      .map((entry) => ({
        name: entry.fileName,
        bytes: entry.uncompressedSize,
        open: () => zip.openReadStreamPromise(entry),
      }));
    return ok({ entries: listed, close: () => zip.close() });
  } catch {
    zip.close();
    return broken(file.name);
  }
}

function openZip(file: Pick<InputFile, 'source'>): Promise<ZipFile> {
  const options = {
    lazyEntries: true,
    autoClose: false,
    validateEntrySize: true,
    decodeStrings: true,
  };
  return 'path' in file.source
    ? yauzl.openPromise(file.source.path, options)
    : yauzl.fromBufferPromise(Buffer.from(file.source.bytes), options);
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > DIRECTORY_LIMITS.entries) break;
  }
  return entries;
}

function broken(name: string) {
  return fail(
    'file_broken',
    `${name} is damaged: it cannot be unpacked.`,
    'Download or save the file again and choose the new one.',
  );
}

function refusal(name: string, entries: readonly Entry[], limits: ArchiveLimits) {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0);
  const bytes = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (entries.some((entry) => entry.isEncrypted()))
    return fail(
      'file_encrypted',
      `${name} is protected by a password.`,
      'Save it without a password and choose that file.',
    );
  const tooMany = entries.length > limits.entries;
  const tooDense = bytes > RATIO_FROM && bytes > limits.ratio * Math.max(1, packed);
  if (!tooMany && !tooDense && bytes <= limits.bytes) return null;
  return fail(
    'file_too_large',
    `${name} would unpack to ${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB in ${entries.length} parts, more than such a file can hold.`,
    'Save only the sheet that is needed as a new file and choose that one.',
    { bytes, packed, entries: entries.length },
  );
}
