/** Map tiles in an .mbtiles file: SQLite, with a table of tiles and one of metadata (MBTiles 1.3). */
import { connectForeign, createForeign } from './open.ts';
import type { Sql } from './sql.ts';

/** An open .mbtiles file. */
export interface TileTable {
  /** Name, format, bounds, zooms, attribution and what else the maker wrote. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** The tile as it lies in the file (vector tiles mostly gzipped); null where there is none. `y` counts from the north. */
  readonly tile: (z: number, x: number, y: number) => Uint8Array | null;
  readonly close: () => void;
}

/** Opens an .mbtiles file for reading; null where it has no tiles. Throws where it cannot be read. */
export function openTileTable(path: string): TileTable | null {
  const sql = connectForeign(path);
  try {
    const table = readTable(sql);
    if (table === null) sql.close();
    return table;
  } catch (error) {
    sql.close();
    throw error;
  }
}

function readTable(sql: Sql): TileTable | null {
  const named = sql
    .prepare(
      `SELECT count(*) FROM sqlite_master
       WHERE name IN ('tiles', 'metadata') AND type IN ('table', 'view')`,
    )
    .pluck();
  if (named.get() !== 2) return null;
  const rows = sql.prepare('SELECT name, value FROM metadata').raw().all() as string[][];
  const zooms = sql.prepare('SELECT min(zoom_level), max(zoom_level) FROM tiles').raw().get();
  const [minzoom, maxzoom] = zooms as (number | null)[];
  if (typeof minzoom !== 'number' || typeof maxzoom !== 'number') return null;
  const one = sql
    .prepare(
      'SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
    )
    .pluck();
  return {
    metadata: new Map(rows.map(([name, value]) => [String(name), String(value)])),
    minzoom,
    maxzoom,
    // The format counts rows from the south, as TMS does.
    tile: (z, x, y) => (one.get(z, x, 2 ** z - 1 - y) as Uint8Array | undefined) ?? null,
    close: () => {
      sql.close();
    },
  };
}

/** A tile to write; `y` counts from the north. */
export interface NewTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly data: Uint8Array;
}

/** Writes a new .mbtiles file. The path must be free; a failed write leaves a file that is not whole: write under another name. */
export function writeTileTable(
  path: string,
  metadata: Readonly<Record<string, string>>,
  tiles: Iterable<NewTile>,
): number {
  const sql = createForeign(path);
  try {
    sql.exec(`
      PRAGMA journal_mode = OFF;
      PRAGMA synchronous = OFF;
      PRAGMA application_id = 0x4d504258;
      CREATE TABLE metadata (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE tiles (
        zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, tile_row INTEGER NOT NULL,
        tile_data BLOB NOT NULL, PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
      BEGIN;`);
    const say = sql.prepare('INSERT INTO metadata (name, value) VALUES (?, ?)');
    for (const [name, value] of Object.entries(metadata)) say.run(name, value);
    const add = sql.prepare(
      'INSERT INTO tiles (zoom_level, tile_column, tile_row, tile_data) VALUES (?, ?, ?, ?)',
    );
    let count = 0;
    for (const { z, x, y, data } of tiles) {
      add.run(z, x, 2 ** z - 1 - y, data);
      count++;
    }
    sql.exec('COMMIT');
    return count;
  } finally {
    sql.close();
  }
}
