/**
 * The road network's own file beside the store: eight bytes of name, the length of a JSON header, the header, the arrays, and a SHA-256
 * of all before it. Written by a temporary name and renamed, so that there is the whole network or the old one.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import {
  packRoads,
  ROADS_VERSION,
  unpackRoads,
  up8,
  type RoadsHeader,
} from '../../shared/roads/pack-roads.ts';
import type { RoadsData } from '../../shared/roads/roads-data.ts';
import { makeWhole } from '../files/whole-file.ts';

const MAGIC = Buffer.from('KBROADS\n');
/** Magic and length of the header. */
const FIXED = 16;
const HASH_BYTES = 32;

/** Where a store's network lies: `kent.kerbside.roads` beside `kent.kerbside`, as its map does. */
export function roadsPath(store: string): string {
  return `${store}.roads`;
}

/** Writes a network; the file before stays unless all of it is written. Returns the bytes. */
export function writeRoads(path: string, data: RoadsData): Result<number> {
  const { header, arrays } = packRoads(data);
  const text = Buffer.from(JSON.stringify(header));
  const head = Buffer.alloc(up8(FIXED + text.length));
  MAGIC.copy(head);
  head.writeUInt32LE(text.length, 8);
  text.copy(head, FIXED);
  return makeWhole(path, (temporary) => {
    const hash = createHash('sha256');
    const file = openSync(temporary, 'wx');
    let written = 0;
    const put = (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      hash.update(bytes);
      written += bytes.length;
    };
    try {
      put(head);
      for (const each of arrays) {
        put(new Uint8Array(each.buffer, each.byteOffset, each.byteLength));
        put(new Uint8Array(up8(each.byteLength) - each.byteLength));
      }
      const sum = hash.digest();
      writeSync(file, sum);
    } finally {
      closeSync(file);
    }
    return ok(written + HASH_BYTES);
  });
}

function damaged(path: string) {
  return fail(
    'roads_damaged',
    `The road network at ${path} is damaged or of another version of Kerbside.`,
    'Import the extract again. Until then distances are estimated.',
    { path },
  );
}

/** Reads a network; null where no file is there. */
export function readRoadsFile(path: string): Result<RoadsData | null> {
  if (!existsSync(path)) return ok(null);
  const bytes = readFileSync(path);
  const end = bytes.length - HASH_BYTES;
  if (end < FIXED || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return damaged(path);
  const sum = createHash('sha256').update(bytes.subarray(0, end)).digest();
  if (!sum.equals(bytes.subarray(end))) return damaged(path);
  const length = bytes.readUInt32LE(8);
  const header = JSON.parse(bytes.toString('utf8', FIXED, FIXED + length)) as RoadsHeader;
  if (header.version !== ROADS_VERSION) return damaged(path);
  // Arrays are read in place, so their buffer must begin where a number may.
  const buffer = bytes.byteOffset % 8 === 0 ? bytes.buffer : bytes.slice().buffer;
  const from = buffer === bytes.buffer ? bytes.byteOffset : 0;
  return ok(unpackRoads(header, buffer, from + up8(FIXED + length)));
}

let lastRead: { readonly key: string; readonly roads: Result<RoadsData | null> } | null = null;

/** The network of a store, read once and kept until its file changes. */
export function roadsOf(store: string): Result<RoadsData | null> {
  const path = roadsPath(store);
  if (!existsSync(path)) return ok(null);
  const { mtimeMs, size } = statSync(path);
  const key = `${path} ${mtimeMs} ${size}`;
  if (lastRead?.key !== key) lastRead = { key, roads: readRoadsFile(path) };
  return lastRead.roads;
}
