import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { readRoads } from '../../electron/files/osm/read-roads.ts';
import { silent } from '../../electron/jobs/context.ts';
import { seededRandom } from '../../shared/kernel/random.ts';
import { STOPS_CAR } from '../../shared/roads/node-rules.ts';
import { NO_PLACE } from '../../shared/roads/road-input.ts';
import { roadGrid } from '../../shared/roads/snap.ts';
import { makeRoads } from '../helpers/made-roads.ts';
import { frame, osmFile, type Making, type MadeMap } from '../helpers/osm-writer.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { madeFolder } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let files = 0;

function fileOf(bytes: Uint8Array | string): string {
  const path = join(folder.path, `${files++}.osm.pbf`);
  writeFileSync(path, bytes);
  return path;
}

const read = (bytes: Uint8Array | string) => readRoads(fileOf(bytes), silent);
const codeOf = async (bytes: Uint8Array | string): Promise<string> => {
  const done = await read(bytes);
  if (!done.ok) expect(done.error.action.length).toBeGreaterThan(10);
  return done.ok ? 'read' : done.error.code;
};

const MAP: MadeMap = {
  nodes: [
    { id: 10, lat: 52.1234567, lon: -0.7654321 },
    { id: 11, lat: 52.13, lon: -0.77, tags: { barrier: 'bollard' } },
    { id: 9_000_000_000_012, lat: -33.9, lon: 151.2 },
    { id: 9_000_000_000_013, lat: 52.14, lon: -0.78, tags: { amenity: 'cafe' } },
  ],
  ways: [
    {
      id: 5,
      nodes: [10, 11, 9_000_000_000_012],
      tags: { highway: 'residential', name: 'Long Lane' },
    },
    { id: 6, nodes: [10, 9_000_000_000_013], tags: { building: 'yes' } },
    { id: 7, nodes: [10, 9_000_000_000_013], tags: { route: 'ferry', name: 'Old Ferry' } },
    { id: 8, nodes: [11, 99], tags: { highway: 'service' } },
  ],
  relations: [
    {
      id: 3,
      tags: { type: 'restriction', restriction: 'no_left_turn' },
      members: [
        { type: 'way', id: 5, role: 'from' },
        { type: 'node', id: 11, role: 'via' },
        { type: 'way', id: 8, role: 'to' },
      ],
    },
  ],
};

describe('a sound extract', () => {
  it.each<[string, Making]>([
    ['packed, with dense nodes', {}],
    ['not packed', { packing: 'raw' }],
    ['with a message for each node', { dense: false }],
  ])('is read %s', async (_how, making) => {
    const done = await read(osmFile(MAP, making));
    if (!done.ok) throw new Error(done.error.cause);
    const { input, map_on, left_out, missing_nodes } = done.value;
    expect(map_on).toBe('2026-03-01');
    expect([...input.wayIds]).toEqual([5, 8]);
    expect(input.uses[0]).toMatchObject({ road: 'residential', name: 'Long Lane' });
    expect([...input.nodeIds]).toEqual([10, 11, 99, 9_000_000_000_012]);
    expect([...input.wayNodes]).toEqual([0, 1, 3, 1, 2]);
    expect([...input.wayStart]).toEqual([0, 3, 5]);
    expect([...input.lat]).toEqual([521_234_567, 521_300_000, NO_PLACE, -339_000_000]);
    expect(input.lon[0]).toBe(-7_654_321);
    expect(input.lon[3]).toBe(1_512_000_000);
    expect([...input.stops]).toEqual([0, STOPS_CAR, 0, 0]);
    expect(input.turns).toEqual([{ kind: 'no', from: 5, via: 11, to: 8 }]);
    expect(left_out).toEqual([{ why: 'ferry', ways: 1, names: ['Old Ferry'] }]);
    expect(missing_nodes).toBe(1);
  });

  it('may hold its nodes in any order', async () => {
    const nodes = [...(MAP.nodes ?? [])].reverse();
    const done = await read(osmFile({ ...MAP, nodes }));
    if (!done.ok) throw new Error(done.error.cause);
    expect([...done.value.input.lat]).toEqual([521_234_567, 521_300_000, NO_PLACE, -339_000_000]);
  });

  it('is left where it is when a person cancels', async () => {
    const path = fileOf(osmFile(MAP));
    const done = await readRoads(path, { stage: () => undefined, cancelled: () => true });
    expect(done.ok ? 'read' : done.error.code).toBe('cancelled');
  });
});

describe('a bad file is refused with its sentence', () => {
  const whole = osmFile(MAP);
  const header = whole.subarray(0, Buffer.from(whole).indexOf('OSMData') - 6);

  it.each<[string, Uint8Array | string, string]>([
    ['0 bytes', '', 'extract_empty'],
    ['a zip', Buffer.from('PK\u0003\u0004rest of an archive'), 'extract_zip'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'extract_packed'],
    ['bzip2', 'BZh91AY&SY', 'extract_packed'],
    ['XML', '<?xml version="1.0"?><osm>', 'extract_other'],
    ['GeoJSON', '{"type":"FeatureCollection"}', 'extract_other'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'extract_other'],
    ['one byte', 'x', 'extract_other'],
    ['cut off in a block', whole.subarray(0, whole.length - 9), 'extract_truncated'],
    ['cut off in a length', Buffer.concat([whole, Buffer.from([0, 0])]), 'extract_truncated'],
    ['a header alone', header, 'extract_without_roads'],
    ['no roads', osmFile({ nodes: MAP.nodes ?? [] }), 'extract_without_roads'],
    [
      'roads without places',
      osmFile({ ...MAP, nodes: [{ id: 10, lat: 52, lon: 0 }] }),
      'extract_incomplete',
    ],
    ['a whole history', osmFile(MAP, { features: ['HistoricalInformation'] }), 'extract_history'],
    ['a new feature', osmFile(MAP, { features: ['Sort.Geo-V9'] }), 'extract_feature'],
    ['another packing', osmFile(MAP, { packing: 'lzma' }), 'extract_packing'],
    ['no header first', whole.subarray(header.length), 'extract_other'],
    [
      'a block that says it is huge',
      Buffer.concat([header, Buffer.from([0, 1, 0, 1])]),
      'extract_corrupted',
    ],
    [
      'a block of noise',
      Buffer.concat([header, frame('OSMData', Buffer.alloc(500, 0xff))]),
      'extract_corrupted',
    ],
    ['a bomb', Buffer.concat([header, bomb()]), 'extract_corrupted'],
  ])('%s', async (_what, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('a folder', async () => {
    const done = await readRoads(folder.path, silent);
    expect(done.ok ? 'read' : done.error.code).toBe('file_unreadable');
  });
});

/** 64 MB of zeros in 64 kB, in a block that says it holds a hundred bytes. */
function bomb(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024));
  const blob = Buffer.concat([Buffer.from([0x10, 100, 0x1a]), varint(packed.length), packed]);
  const head = Buffer.concat([
    Buffer.from([0x0a, 7]),
    Buffer.from('OSMData'),
    Buffer.from([0x18]),
    varint(blob.length),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, blob]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    bytes.push(left < 128 ? left : (left % 128) | 128);
    if (left < 128) return Buffer.from(bytes);
  }
}

describe('files changed at random', () => {
  const data = REAL_DATA;

  /** Flips, cuts, doubles and swaps bytes. */
  function mutate(bytes: Uint8Array, seed: number): Uint8Array {
    const random = seededRandom(seed);
    let out = Buffer.from(bytes);
    for (let i = random.below(6); i >= 0; i--) {
      const at = random.below(out.length);
      const length = 1 + random.below(40);
      const kind = random.below(5);
      if (kind === 0) out = out.subarray(0, at + 1);
      else if (kind === 1) out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
      else if (kind === 2) out = Buffer.concat([out.subarray(0, at + length), out.subarray(at)]);
      else if (kind === 3)
        out.fill(random.pick([0, 0xff, 0x7f, 0x80]), at, Math.min(out.length, at + length));
      else out[at] = random.below(256);
      if (out.length === 0) return out;
    }
    return out;
  }

  it('are read or refused: nothing else happens', async () => {
    const codes = new Map<string, number>();
    // Not packed: damage then reaches the blocks themselves, which zlib's checksum would otherwise catch.
    for (const packing of ['raw', 'zlib'] as const) {
      const whole = osmFile(MAP, { packing });
      for (let seed = 0; seed < 800; seed++) {
        const bytes = mutate(whole, seed);
        const code = await codeOf(bytes);
        const done = code === 'read' ? await read(bytes) : null;
        // What was read of a damaged file must not trip up what follows either.
        if (done?.ok === true) roadGrid(makeRoads(done.value.input).built.network);
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    expect(codes.get('extract_corrupted')).toBeGreaterThan(200);
    expect(codes.get('extract_truncated')).toBeGreaterThan(60);
    expect(codes.get('read')).toBeGreaterThan(15);
    for (const code of codes.keys()) expect(code).toMatch(/^(read|extract_\w+)$/);
  });

  it.skipIf(data === null)('are refused in bounded memory where they are real ones', async () => {
    const whole = readFileSync(join(data ?? '', 'osm/monaco_small.osm.pbf'));
    const before = process.memoryUsage().rss;
    for (let seed = 0; seed < 40; seed++)
      expect(await codeOf(mutate(whole, seed))).toMatch(/^(read|extract_\w+)$/);
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024);
  });
});
