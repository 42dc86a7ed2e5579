/** Makes roads and base map from an extract that a person gave, cut to the county, a boundary, or not at all. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { RoadsTaken } from '../../shared/api/views/roads.ts';
import { leftOutBy } from '../../shared/geo/coverage.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Store } from '../../db/store.ts';
import type { InputFile } from '../files/input-file.ts';
import type { JobContext } from './context.ts';
import { importRoads, type RoadsRequest } from './import-roads.ts';
import type { RoadsCut } from './request.ts';

/** Imports an extract. What fails or is cancelled leaves network and map as they were. */
export async function takeRoads(
  store: Store,
  asked: { readonly file: InputFile; readonly cut: RoadsCut; readonly on: IsoDate },
  ctx: JobContext,
): Promise<Result<RoadsTaken>> {
  // Files sent by the screens are bytes in memory; the reader streams from a file.
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-roads-'));
  try {
    const clip = clipOf(store, asked.cut, folder);
    if (!clip.ok) return clip;
    const path = pathOf(asked.file, folder);
    const made = await importRoads(store, { path, clip: clip.value, on: asked.on }, ctx);
    if (!made.ok) return made;
    const { bytes, meta, map } = made.value;
    return ok({ bytes, meta, map, missing: missingOf(store, meta.bounds) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Own districts whose middle lies outside a network, by name. */
export function missingOf(
  store: Store,
  [west, south, east, north]: RoadsTaken['meta']['bounds'],
): readonly string[] {
  return leftOutBy({ west, south, east, north }, store.districts.all());
}

/** Boundaries of the council's own districts, as the text of GeoJSON geometries. */
export function ownBoundaries(store: Store): readonly string[] {
  return store.districts.all().flatMap(({ own, boundary }) => (own && boundary ? [boundary] : []));
}

/** Where a file lies; one that came as bytes is written down under its own name, which the network is called by. */
function pathOf({ name, source }: InputFile, folder: string): string {
  if ('path' in source) return source.path;
  const path = join(folder, basename(name.replaceAll('\\', '/')) || 'extract.osm.pbf');
  writeFileSync(path, source.bytes);
  return path;
}

function clipOf(store: Store, cut: RoadsCut, folder: string): Result<RoadsRequest['clip']> {
  if (cut.kind === 'all') return ok(null);
  const { margin_m } = cut;
  if (cut.kind === 'boundary') return ok({ path: pathOf(cut.file, folder), margin_m });
  const boundaries = ownBoundaries(store);
  if (boundaries.length === 0)
    return fail(
      'no_boundaries',
      'The store holds no boundary of a district to cut the extract to.',
      'Import the district boundaries first, give a boundary file, or keep all of the extract.',
    );
  const path = join(folder, 'districts of the county');
  const features = boundaries.map(
    (text) => `{"type":"Feature","properties":{},"geometry":${text}}`,
  );
  writeFileSync(path, `{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  return ok({ path, margin_m });
}
