/** The map that lies beside a store: one archive, taken in whole or not at all. Without one the built-in map is drawn. */
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { TileInfo } from '../../shared/api/views/map.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { InputFile } from './input-file.ts';
import { openTileArchive, type TileArchive } from './tile-archive.ts';

/** Where the map of a store lies. Its name says nothing of its kind: that is read from its first bytes. */
export function mapPathOf(store: string): string {
  return `${store}.map`;
}

/** Opens the map beside a store; null where there is none. */
export async function openMapBeside(store: string): Promise<Result<TileArchive> | null> {
  const path = mapPathOf(store);
  return existsSync(path) ? openTileArchive(path) : null;
}

/**
 * Takes an archive for the map of a store. It is copied under another name, opened and tried there, and only then takes the
 * place of the one before: what cannot be used leaves the map as it was.
 */
export async function takeMap(store: string, file: InputFile): Promise<Result<TileInfo>> {
  const path = mapPathOf(store);
  const incoming = `${path}.incoming`;
  try {
    if ('path' in file.source) copyFileSync(file.source.path, incoming);
    else writeFileSync(incoming, file.source.bytes);
    const opened = await openTileArchive(incoming);
    if (!opened.ok) return opened;
    const { info } = opened.value;
    await opened.value.close();
    renameSync(incoming, path);
    return ok(info);
  } catch (error) {
    return fail(
      'map_not_taken',
      `The map could not be taken in: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that the file can be read and that there is room on the disk. The map is as it was.',
    );
  } finally {
    rmSync(incoming, { force: true });
  }
}

/** Goes back to the built-in map. False: there was none beside the store. */
export function dropMap(store: string): boolean {
  const path = mapPathOf(store);
  const there = existsSync(path);
  rmSync(path, { force: true });
  return there;
}
