/** Map archives: what is drawn, what is refused and why, and that a bad one never takes the place of a good one. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { createForeign } from '../../db/open.ts';
import { writeTileTable } from '../../db/tile-table.ts';
import { dropMap, mapPathOf, takeMap } from '../../electron/files/map-beside.ts';
import { openTileArchive, type TileArchive } from '../../electron/files/tile-archive.ts';
import { REAL_DATA } from '../helpers/real-data.ts';
import { zipOf } from '../helpers/zip-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'kerbside-tiles-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const text = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : Buffer.from(bytes).toString();

/** A small archive of our own: one tile in the north-west corner of zoom 2, one below it. */
function made(name: string, format = 'pbf', pack: (text: string) => Uint8Array = gzipSync): string {
  const path = at(name);
  writeTileTable(
    path,
    {
      name: 'Meadow',
      format,
      bounds: '0.1,51.0,1.4,51.5',
      attribution: '<a href="x">&copy; Somebody</a> &amp; others',
    },
    [
      { z: 2, x: 0, y: 0, data: pack('north') },
      { z: 2, x: 0, y: 1, data: pack('below') },
    ],
  );
  return path;
}

async function opened(path: string): Promise<TileArchive> {
  const archive = await openTileArchive(path);
  if (!archive.ok) throw new Error(archive.error.cause);
  return archive.value;
}

async function refusal(path: string): Promise<string> {
  const archive = await openTileArchive(path);
  if (archive.ok) {
    await archive.value.close();
    return 'opened';
  }
  expect(archive.error.code).toBe('not_tiles');
  return archive.error.cause;
}

describe('an .mbtiles archive', () => {
  it('gives its tiles counted from the north, unpacked, whatever they are packed with', async () => {
    for (const [name, pack] of [
      ['gzip', gzipSync],
      ['plain', (words: string) => Buffer.from(words)],
    ] as const) {
      const archive = await opened(made(`${name}.mbtiles`, 'pbf', pack));
      expect(text(await archive.tile(2, 0, 0))).toBe('north');
      expect(text(await archive.tile(2, 0, 1))).toBe('below');
      expect(await archive.tile(2, 3, 3)).toBeNull();
      await archive.close();
    }
  });

  it('says what it is, its attribution without markup', async () => {
    const archive = await opened(made('info.mbtiles'));
    expect(archive.info).toEqual({
      name: 'Meadow',
      format: 'vector',
      minzoom: 2,
      maxzoom: 2,
      bounds: { west: 0.1, south: 51, east: 1.4, north: 51.5 },
      attribution: '© Somebody & others',
      made_here: false,
    });
    await archive.close();
  });

  it('of pictures is shown as it is', async () => {
    const archive = await opened(made('pictures.mbtiles', 'png', (words) => Buffer.from(words)));
    expect(archive.info.format).toBe('picture');
    await archive.close();
  });

  it('does not unpack a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2));
    const archive = await opened(made('bomb.mbtiles', 'pbf', () => bomb));
    await expect(archive.tile(2, 0, 0)).rejects.toThrow(/larger|exceed|buffer/i);
    await archive.close();
  });
});

describe('what is no archive of tiles', () => {
  it.each([
    ['an empty file', () => Buffer.alloc(0), 'The file is empty.'],
    ['a page', () => Buffer.from('<html>'), 'The file is neither .pmtiles nor .mbtiles.'],
    ['a zip', () => zipOf({ 'a.txt': 'a' }), 'The file is neither .pmtiles nor .mbtiles.'],
    [
      'a .pmtiles of an older kind',
      () => Buffer.from('PMTiles\u0002rest of it'),
      /could not be read|version/,
    ],
  ])('is refused in a sentence: %s', async (name, bytes, cause) => {
    const path = at(`${name.replaceAll(' ', '-')}.file`);
    writeFileSync(path, bytes());
    expect(await refusal(path)).toMatch(cause);
  });

  it('is refused in a sentence: a database of something else, and tiles of an unknown kind', async () => {
    const other = createForeign(at('other.db'));
    other.exec('CREATE TABLE children (id INTEGER)');
    other.close();
    expect(await refusal(at('other.db'))).toBe('The file is a database without map tiles.');
    expect(await refusal(made('odd.mbtiles', 'tiff'))).toContain('"tiff"');
  });
});

describe('the map beside a store', () => {
  const store = at('county.kerbside');

  it('is taken in whole, stays when the next one is bad, and goes when it is no longer wanted', async () => {
    const taken = await takeMap(store, { name: 'm', source: { path: made('good.mbtiles') } });
    expect(taken).toMatchObject({ ok: true, value: { name: 'Meadow' } });
    const before = readFileSync(mapPathOf(store));
    const bad = await takeMap(store, {
      name: 'm',
      source: { bytes: Buffer.from('PMTiles\u0003') },
    });
    expect(bad).toMatchObject({ ok: false, error: { code: 'not_tiles' } });
    const gone = await takeMap(store, { name: 'm', source: { path: at('nowhere') } });
    expect(gone).toMatchObject({ ok: false, error: { code: 'map_not_taken' } });
    expect(readFileSync(mapPathOf(store))).toEqual(before);
    expect(existsSync(`${mapPathOf(store)}.incoming`)).toBe(false);
    expect(dropMap(store)).toBe(true);
    expect(dropMap(store)).toBe(false);
  });
});

describe.skipIf(REAL_DATA === null)('archives as their makers published them', () => {
  const real = (name: string): string => join(REAL_DATA ?? '', 'basemap', name);

  it.each([
    ['bostonbuildings.mbtiles', 'vector', 13],
    ['stamen_toner_raster_z3.pmtiles', 'picture', 3],
    ['test_fixture_1.pmtiles', 'vector', 0],
  ] as const)('open: %s', async (name, format, maxzoom) => {
    const archive = await opened(real(name));
    expect(archive.info).toMatchObject({ format, maxzoom });
    await archive.close();
  });

  it('give a picture that is one', async () => {
    const archive = await opened(real('stamen_toner_raster_z3.pmtiles'));
    const png = await archive.tile(3, 4, 2);
    expect(Buffer.from(png ?? []).toString('latin1', 1, 4)).toBe('PNG');
    await archive.close();
  });

  it('are refused when cut short', async () => {
    const path = at('short.pmtiles');
    copyFileSync(real('stamen_toner_raster_z3.pmtiles'), path);
    writeFileSync(path, readFileSync(path).subarray(0, 400_000));
    expect(await refusal(path)).toBe('The map is cut short: part of it is missing.');
  });
});
