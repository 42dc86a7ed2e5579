/** Map tiles from a file that a council has, .pmtiles or .mbtiles, told apart by what they hold and not by their names. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Compression, PMTiles, TileType, type RangeResponse, type Source } from 'pmtiles';
import type { TileInfo } from '../../shared/api/views/map.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { MADE_BY } from './osm/map-kinds.ts';
import { openTileTable, type TileTable } from '../../db/tile-table.ts';

/** An open archive of tiles. */
export interface TileArchive {
  readonly info: TileInfo;
  /** One tile unpacked, null where there is none; `y` counts from the north. */
  readonly tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
}

/** Largest tile once unpacked, bytes: published ones stay under one MB; more is a bomb or no map. */
const LIMIT_TILE = 16 * 1024 ** 2;

/** Opens an archive and looks at its head; what cannot be drawn is refused in a sentence. */
export async function openTileArchive(path: string): Promise<Result<TileArchive>> {
  try {
    const kind = archiveKind(path);
    if (kind === 'pmtiles') return await openPmtiles(path);
    if (kind === 'sqlite') return openMbtiles(path);
    return notTiles(
      kind === 'empty' ? 'The file is empty.' : 'The file is neither .pmtiles nor .mbtiles.',
    );
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return notTiles(`The map could not be read: ${cause}.`);
  }
}

function notTiles(cause: string) {
  return fail(
    'not_tiles',
    cause,
    'Choose a map archive of vector or picture tiles, .pmtiles (version 3) or .mbtiles.',
  );
}

function archiveKind(path: string): 'pmtiles' | 'sqlite' | 'empty' | 'other' {
  if (statSync(path).size === 0) return 'empty';
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  const text = head.toString('latin1');
  if (text.startsWith('PMTiles')) return 'pmtiles';
  return text === 'SQLite format 3\0' ? 'sqlite' : 'other';
}

/** A file as the library asks for it: by range. */
class FileSource implements Source {
  readonly #file: FileHandle;
  readonly #size: number;
  readonly #key: string;
  constructor(file: FileHandle, size: number, key: string) {
    this.#file = file;
    this.#size = size;
    this.#key = key;
  }
  getKey(): string {
    return this.#key;
  }
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const wanted = Math.max(0, Math.min(length, this.#size - offset));
    const bytes = new Uint8Array(wanted);
    await this.#file.read(bytes, 0, wanted, offset);
    return { data: bytes.buffer };
  }
}

async function openPmtiles(path: string): Promise<Result<TileArchive>> {
  const size = statSync(path).size;
  const file = await open(path, 'r');
  try {
    const archive = new PMTiles(new FileSource(file, size, path), undefined, unpackLater);
    const header = await archive.getHeader();
    if (header.specVersion < 3) {
      await file.close();
      return notTiles(`The file is .pmtiles of version ${header.specVersion}.`);
    }
    const end = header.tileDataOffset + (header.tileDataLength ?? 0);
    if (end > size) {
      await file.close();
      return notTiles('The map is cut short: part of it is missing.');
    }
    const metadata = ((await archive.getMetadata()) ?? {}) as Record<string, unknown>;
    const format = FORMATS.get(header.tileType);
    if (format === undefined) {
      await file.close();
      return notTiles('The map holds tiles of a kind that is not known here.');
    }
    const said = (name: string): string =>
      typeof metadata[name] === 'string' ? metadata[name] : '';
    return ok({
      info: {
        name: said('name'),
        format,
        minzoom: header.minZoom,
        maxzoom: header.maxZoom,
        bounds: {
          west: header.minLon,
          south: header.minLat,
          east: header.maxLon,
          north: header.maxLat,
        },
        attribution: plain(said('attribution')),
        made_here: false,
      },
      tile: async (z, x, y) => {
        const found = await archive.getZxy(z, x, y);
        return found === undefined ? null : new Uint8Array(found.data);
      },
      close: () => file.close(),
    });
  } catch (error) {
    await file.close();
    throw error;
  }
}

const FORMATS: ReadonlyMap<TileType, TileInfo['format']> = new Map([
  [TileType.Mvt, 'vector'],
  [TileType.Png, 'picture'],
  [TileType.Jpeg, 'picture'],
  [TileType.Webp, 'picture'],
  [TileType.Avif, 'picture'],
]);

async function unpackLater(data: ArrayBuffer, by: Compression): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(data);
  const options = { maxOutputLength: LIMIT_TILE };
  if (by === Compression.None || by === Compression.Unknown) return data;
  if (by === Compression.Gzip) return whole(gunzipSync(bytes, options));
  if (by === Compression.Brotli) return whole(brotliDecompressSync(bytes, options));
  return Promise.reject(new Error('its tiles are packed in a way that is not known here'));
}

function whole(bytes: Uint8Array): ArrayBuffer {
  const copy = new Uint8Array(bytes.byteLength);
  copy.set(bytes);
  return copy.buffer;
}

function openMbtiles(path: string): Result<TileArchive> {
  const table = openTileTable(path);
  if (table === null) return notTiles('The file is a database without map tiles.');
  const format = (table.metadata.get('format') ?? '').toLowerCase();
  const vector = format === 'pbf' || format === 'mvt';
  if (!vector && !['png', 'jpg', 'jpeg', 'webp'].includes(format)) {
    table.close();
    return notTiles(`The map holds tiles of the kind "${format}", which is not known here.`);
  }
  return ok({
    info: {
      name: table.metadata.get('name') ?? '',
      format: vector ? 'vector' : 'picture',
      minzoom: table.minzoom,
      maxzoom: table.maxzoom,
      bounds: boundsOf(table),
      attribution: plain(table.metadata.get('attribution') ?? ''),
      made_here: table.metadata.get('generator') === MADE_BY,
    },
    // oxlint-disable-next-line typescript/require-await -- a tile that cannot be unpacked is a rejection, as it is of the other kind
    tile: async (z, x, y) => {
      const packed = table.tile(z, x, y);
      return packed === null ? null : unpacked(packed);
    },
    close: () => {
      table.close();
      return Promise.resolve();
    },
  });
}

function boundsOf(table: TileTable): TileInfo['bounds'] {
  const [west, south, east, north] = (table.metadata.get('bounds') ?? '').split(',').map(Number);
  const all = [west, south, east, north];
  if (all.length !== 4 || all.some((value) => value === undefined || !Number.isFinite(value))) {
    return { west: -180, south: -85.0511, east: 180, north: 85.0511 };
  }
  return { west: west ?? -180, south: south ?? -85, east: east ?? 180, north: north ?? 85 };
}

/** By their first bytes, since makers do not always say: gzip, zlib, or as they are. */
function unpacked(bytes: Uint8Array): Uint8Array {
  const options = { maxOutputLength: LIMIT_TILE };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes, options);
  if (bytes[0] === 0x78 && ((bytes[0] << 8) | (bytes[1] ?? 0)) % 31 === 0)
    return inflateSync(bytes, options);
  return bytes;
}

/** Words of an attribution that is written as a piece of a page. */
function plain(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
