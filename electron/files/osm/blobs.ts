/** The blocks of an .osm.pbf file, one after another (wiki, `PBF Format`): whatever a file says of itself is held to its limits. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync, zstdDecompressSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { BadExtract, corrupted, truncated } from './bad-extract.ts';
import { whatItIs } from './what-it-is.ts';

/** Limits of the format: a block's header at most 64 KiB, a block at most 32 MiB packed and unpacked. */
const MOST_HEADER = 64 * 1024;
const MOST_BLOCK = 32 * 1024 * 1024;

/** One block, unpacked. */
export interface Blob {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Where the block begins in the file, and how long the file is: for progress, and to read it again. */
  readonly at: number;
  readonly size: number;
}

/**
 * Reads blocks from the beginning, or only those that begin at the given places. Not more than one block is in memory at a time.
 * Throws `BadExtract`.
 */
export function* readBlobs(path: string, places: readonly number[] | null): Generator<Blob> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (places === null) {
      refuseOther(file, size);
      for (let at = 0; at < size;) {
        const [blob, next] = readBlob(file, at, size);
        yield blob;
        at = next;
      }
    } else {
      for (const at of places) yield readBlob(file, at, size)[0];
    }
  } finally {
    closeSync(file);
  }
}

function refuseOther(file: number, size: number): void {
  if (size === 0)
    throw new BadExtract(
      'extract_empty',
      'The file is empty (0 bytes).',
      'Download the extract again.',
    );
  const head = new Uint8Array(Math.min(64, size));
  readSync(file, head, 0, head.length, 0);
  const other = whatItIs(head);
  if (other !== null) throw other;
}

function readAt(file: number, at: number, length: number, size: number): Uint8Array {
  if (at + length > size) throw truncated();
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, at + read);
    if (more === 0) throw truncated();
    read += more;
  }
  return bytes;
}

function readBlob(file: number, at: number, size: number): [Blob, number] {
  const four = readAt(file, at, 4, size);
  const headerSize = new DataView(four.buffer).getUint32(0);
  if (headerSize === 0 || headerSize > MOST_HEADER) throw corrupted('the length of a block');
  const header = readHeader(readAt(file, at + 4, headerSize, size));
  const begin = at + 4 + headerSize;
  const packed = readAt(file, begin, header.size, size);
  const bytes = unpack(packed);
  return [{ type: header.type, bytes, at, size }, begin + header.size];
}

/** Runs a reader of bytes; whatever it trips over is damage. */
export function orCorrupted<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadExtract) throw error;
    throw corrupted(what);
  }
}

function readHeader(bytes: Uint8Array): { readonly type: string; readonly size: number } {
  return orCorrupted('the header of a block', () => {
    const header = { type: '', size: -1 };
    new PbfReader(bytes).readFields((tag, out, pbf) => {
      if (tag === 1) out.type = pbf.readString();
      else if (tag === 3) out.size = pbf.readVarint();
    }, header);
    if (header.size < 0 || header.size > MOST_BLOCK) throw corrupted('the size of a block');
    return header;
  });
}

/** Ways of packing that the format names, by field. */
const PACKINGS: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4' };

function unpack(packed: Uint8Array): Uint8Array {
  return orCorrupted('a block cannot be unpacked', () => {
    const blob: {
      raw: Uint8Array | null;
      zlib: Uint8Array | null;
      zstd: Uint8Array | null;
      size: number;
    } = { raw: null, zlib: null, zstd: null, size: -1 };
    new PbfReader(packed).readFields((tag, out, pbf) => {
      if (tag === 1) out.raw = pbf.readBytes();
      else if (tag === 2) out.size = pbf.readVarint();
      else if (tag === 3) out.zlib = pbf.readBytes();
      else if (tag === 7) out.zstd = pbf.readBytes();
      else if (PACKINGS[tag] !== undefined)
        throw new BadExtract(
          'extract_packing',
          `The extract is packed with ${PACKINGS[tag]}, which Kerbside does not read.`,
          'Download an extract packed with zlib, as Geofabrik offers them.',
        );
    }, blob);
    // What a block says of its size is a promise; the unpacker is stopped where it is broken.
    const limit = { maxOutputLength: MOST_BLOCK };
    const bytes =
      blob.raw ??
      (blob.zlib !== null
        ? inflateSync(blob.zlib, limit)
        : blob.zstd === null
          ? null
          : zstdDecompressSync(blob.zstd, limit));
    if (bytes === null || bytes.length > MOST_BLOCK) throw corrupted('a block without content');
    if (blob.raw === null && blob.size !== bytes.length) throw corrupted('the size of a block');
    return bytes;
  });
}
