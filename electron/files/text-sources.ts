/** Large text files as pieces: from disk, from memory, or out of an archive without unpacking it first. */
import { createReadStream, openSync, readSync, closeSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { InputFile } from './input-file.ts';
import { DIRECTORY_LIMITS, openArchive, type Archive } from './open-archive.ts';
import { fileKind, fileSize } from './read-tables.ts';

/** One text file, wherever it lies. */
export interface TextSource {
  readonly name: string;
  readonly bytes: number;
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

export interface TextSources {
  readonly sources: readonly TextSource[];
  /** Files that came with them and hold no rows: licences, guides, column lists. */
  readonly left_out: string[];
  readonly close: () => void;
}

/** The text files among those given; archives are looked into. */
export async function textSources(files: readonly InputFile[]): Promise<Result<TextSources>> {
  const sources: TextSource[] = [];
  const left_out: string[] = [];
  const archives: Archive[] = [];
  const close = () => archives.forEach((archive) => archive.close());
  for (const file of files) {
    const kind = fileKind(headOf(file));
    if (kind === 'zip') {
      const archive = await openArchive(file, DIRECTORY_LIMITS);
      if (!archive.ok) {
        close();
        return archive;
      }
      archives.push(archive.value);
      const { data, rest } = dataFiles(archive.value);
      sources.push(...data);
      left_out.push(...rest);
    } else if (kind === 'text' && /\.(csv|txt|tsv)$/i.test(file.name) && !isPaper(file.name)) {
      sources.push({
        name: basename(file.name),
        bytes: fileSize(file),
        open: () => Promise.resolve(openFile(file)),
      });
    } else if (files.length > 1) {
      left_out.push(basename(file.name));
    } else {
      return fail(
        'wrong_format',
        `${file.name} holds no list of postcodes.`,
        'Choose the .csv files or the .zip as downloaded.',
      );
    }
  }
  return ok({ sources, left_out, close });
}

/** Licences, guides and column lists that publishers put beside the data. */
function isPaper(name: string): boolean {
  return /licen[cs]e|readme|column_headers|codelist|metadata|user.?guide|(^|[\\/])doc(ument)?s?[\\/]/i.test(
    name,
  );
}

/** The rows of a download lie in a folder Data; the ONS repeats them, area by area, one folder deeper. */
function dataFiles(archive: Archive): { data: readonly TextSource[]; rest: readonly string[] } {
  const csv = archive.entries.filter(
    (entry) => /\.(csv|txt)$/i.test(entry.name) && !isPaper(entry.name),
  );
  const inData = csv.filter((entry) => /(^|\/)data\//i.test(entry.name));
  const pool = inData.length > 0 ? inData : csv;
  const depth = (name: string) => name.split('/').length;
  const shallowest = Math.min(...pool.map((entry) => depth(entry.name)));
  const chosen = new Set(pool.filter((entry) => depth(entry.name) === shallowest));
  return {
    data: [...chosen].map((entry) => ({
      name: basename(entry.name),
      bytes: entry.bytes,
      open: entry.open,
    })),
    rest: archive.entries
      .filter((entry) => !chosen.has(entry))
      .map((entry) => basename(entry.name)),
  };
}

function openFile(file: InputFile): AsyncIterable<Uint8Array> {
  if ('path' in file.source)
    return createReadStream(file.source.path, {
      highWaterMark: 4 << 20,
    }) as AsyncIterable<Uint8Array>;
  return inPieces(file.source.bytes);
}

// eslint-disable-next-line require-await -- an async source of what is already there
async function* inPieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 4 << 20)
    yield bytes.subarray(from, from + (4 << 20));
}

function headOf(file: InputFile): Uint8Array {
  if (!('path' in file.source)) return file.source.bytes.subarray(0, 16);
  const head = new Uint8Array(16);
  const descriptor = openSync(file.source.path, 'r');
  try {
    return head.subarray(0, readSync(descriptor, head, 0, 16, 0));
  } finally {
    closeSync(descriptor);
  }
}
