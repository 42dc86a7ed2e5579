/** The base map of an extract: what is drawn, cut into tiles, written beside the store under another name and renamed once whole. */
import { renameSync, rmSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../../jobs/context.ts';
import { BadExtract } from './bad-extract.ts';
import { clipThings } from './clip-things.ts';
import { cutTiles } from './cut-tiles.ts';
import type { Box } from './land-of-coast.ts';
import { readMapThings } from './map-things.ts';

/** What to draw from where, and where to. */
export interface BaseMapRequest {
  /** The .osm.pbf file. */
  readonly extract: string;
  /** Where the map is to lie; what lies there is replaced once the new one is whole. */
  readonly out: string;
  /** The name of the extract, and the map's own day, '' where not known. */
  readonly name: string;
  readonly map_on: string;
  /** West, south, east, north: what lies outside is not drawn. */
  readonly box: Box;
}

/** The map as it was written. */
export interface BaseMapMade {
  readonly tiles: number;
  readonly bytes: number;
}

/** Reads, cuts and writes. What fails or is cancelled leaves the map as it was. */
export async function makeBaseMap(
  request: BaseMapRequest,
  ctx: JobContext,
): Promise<Result<BaseMapMade>> {
  const incoming = `${request.out}.incoming`;
  rmSync(incoming, { force: true });
  try {
    const things = await readMapThings(request.extract, {
      progress: (share) => {
        ctx.stage('Reading the base map', share);
      },
      cancelled: ctx.cancelled,
    });
    const { name, map_on, box } = request;
    const tiles = cutTiles(
      clipThings(things, box),
      { path: incoming, name, map_on },
      {
        progress: (share) => {
          ctx.stage('Cutting the base map into tiles', share);
        },
        cancelled: ctx.cancelled,
      },
    );
    if (tiles === null) return cancelled();
    const bytes = statSync(incoming).size;
    renameSync(incoming, request.out);
    return ok({ tiles, bytes });
  } catch (error) {
    if (error instanceof BadExtract) return { ok: false, error: error.failure };
    return fail(
      'map_not_made',
      `The base map could not be drawn: ${error instanceof Error ? error.message : String(error)}.`,
      'Check that there is room on the disk. The map is as it was.',
    );
  } finally {
    rmSync(incoming, { force: true });
  }
}

function cancelled() {
  return fail(
    'cancelled',
    'Drawing the base map was cancelled; the map is as it was.',
    'Import the extract again when you are ready.',
  );
}
