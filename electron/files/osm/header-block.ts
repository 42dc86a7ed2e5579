/** The first block of an extract: what a reader must understand, and when the map was as it is (wiki, `PBF Format`, HeaderBlock). */
import { PbfReader } from 'pbf';
import { BadExtract } from './bad-extract.ts';

/** The map's own day as `YYYY-MM-DD`, '' where the extract does not say. */
export interface ExtractHeader {
  readonly map_on: string;
}

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);
/** Seconds from 1970 to 2004, OpenStreetMap's first year, and to 2200. */
const FIRST_S = 1_072_915_200;
const LAST_S = 7_258_118_400;

/** Reads the header; refuses what needs more than this reader has. */
export function readHeaderBlock(bytes: Uint8Array): ExtractHeader {
  const features: string[] = [];
  let at_s = 0;
  const pbf = new PbfReader(bytes);
  pbf.readFields((tag) => {
    if (tag === 4) features.push(pbf.readString());
    else if (tag === 32) at_s = pbf.readVarint(true);
  }, null);
  if (features.includes('HistoricalInformation'))
    throw new BadExtract(
      'extract_history',
      'The file holds the whole history of the map, not the map of one day.',
      'Choose the extract without history.',
    );
  const unknown = features.find((each) => !KNOWN_FEATURES.has(each));
  if (unknown !== undefined)
    throw new BadExtract(
      'extract_feature',
      `The extract needs a reader that understands ${JSON.stringify(unknown.slice(0, 60))}.`,
      'Choose an ordinary .osm.pbf extract, such as Geofabrik offers.',
    );
  const isDated = at_s >= FIRST_S && at_s <= LAST_S;
  return { map_on: isDated ? new Date(at_s * 1000).toISOString().slice(0, 10) : '' };
}
