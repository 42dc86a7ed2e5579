import { BadExtract } from './bad-extract.ts';

const RIGHT = 'Choose an extract that ends in .osm.pbf, such as Geofabrik offers for each county.';

/** Beginnings of files that people mistake for an extract: the bytes, and what the file is. */
const KNOWN: readonly (readonly [readonly number[], string, string, string])[] = [
  [
    [0x50, 0x4b, 3, 4],
    'extract_zip',
    'a zip archive',
    'Unpack it, then choose the .osm.pbf in it.',
  ],
  [[0x50, 0x4b, 5, 6], 'extract_zip', 'an empty zip archive', RIGHT],
  [[0x1f, 0x8b], 'extract_packed', 'packed with gzip', 'Unpack it first, or choose the .osm.pbf.'],
  [[0x42, 0x5a, 0x68], 'extract_packed', 'packed with bzip2 (.osm.bz2)', RIGHT],
  [[0x25, 0x50, 0x44, 0x46], 'extract_other', 'a .pdf document', RIGHT],
  [[...Buffer.from('SQLite format 3')], 'extract_other', 'a database', RIGHT],
  [[...Buffer.from('PMTiles')], 'extract_other', 'an archive of map tiles', RIGHT],
];
const TEXT = /^\uFEFF?\s*(<\?xml|<osm|<!|[{[])/;

/** What a file is by its first bytes, as a failure; null where it begins like an extract. */
export function whatItIs(head: Uint8Array): BadExtract | null {
  for (const [bytes, code, what, action] of KNOWN)
    if (bytes.every((byte, i) => head[i] === byte))
      return new BadExtract(code, `The file is ${what}, not an OpenStreetMap extract.`, action);
  const text = new TextDecoder('latin1').decode(head);
  if (TEXT.test(text)) {
    const isOsm = text.includes('<osm') || text.includes('<?xml');
    return new BadExtract(
      'extract_other',
      `The file is ${isOsm ? 'OpenStreetMap XML or another' : 'a'} text, not a packed extract.`,
      RIGHT,
    );
  }
  if (text.includes('OSMHeader')) return null;
  return new BadExtract('extract_other', 'The file is not an OpenStreetMap extract.', RIGHT);
}
