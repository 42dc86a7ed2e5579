/** The map beside the open store, opened when first asked for and again when another took its place. */
import { statSync } from 'node:fs';
import type { TileInfo } from '../shared/api/views/map.ts';
import type { Result } from '../shared/kernel/result.ts';
import { mapPathOf, openMapBeside } from './files/map-beside.ts';
import type { TileArchive } from './files/tile-archive.ts';

/** What the host offers of the map beside its store. */
export interface TileHolder {
  /** What the map is; null where there is none and the built-in one is drawn; a failure where it cannot be read. */
  readonly info: () => Promise<Result<TileInfo> | null>;
  /** One tile, null where there is none. */
  readonly tile: (z: number, x: number, y: number) => Promise<Uint8Array | null>;
  readonly close: () => Promise<void>;
}

interface Held {
  readonly stamp: string;
  readonly archive: Promise<Result<TileArchive> | null>;
}

/** `store` gives the path of the open store, null for none. */
export function createTileHolder(store: () => string | null): TileHolder {
  let held: Held | null = null;
  const close = async (): Promise<void> => {
    const before = held;
    held = null;
    const opened = await before?.archive;
    if (opened?.ok === true) await opened.value.close();
  };
  const archive = async (): Promise<Result<TileArchive> | null> => {
    const path = store();
    const stamp = path === null ? '' : stampOf(mapPathOf(path));
    if (held !== null && held.stamp !== stamp) await close();
    if (path === null || stamp === '') return null;
    held ??= { stamp, archive: openMapBeside(path) };
    return held.archive;
  };
  return {
    info: async () => {
      const opened = await archive();
      if (opened === null || !opened.ok) return opened;
      return { ok: true, value: opened.value.info };
    },
    tile: async (z, x, y) => {
      const opened = await archive();
      // A tile that cannot be unpacked leaves its square to the built-in map.
      return opened?.ok === true ? opened.value.tile(z, x, y).catch(() => null) : null;
    },
    close,
  };
}

/** Tells one file at a path from another that took its place; '' where there is none. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${path} ${stat.ino} ${stat.mtimeMs} ${stat.size}`;
}
