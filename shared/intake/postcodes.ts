import { gridToPosition, isGridReference } from '../geo/grid.ts';
import type { Postcode } from '../model/school.ts';
import type { Columns } from './headings.ts';
import { parsePostcode, postcodeArea } from './parse-postcode.ts';
import type { RawRow } from './table.ts';

/** What a row of a postcode file is. `outside`: another area; `no_position`: the publisher gives none; `terminated`: no longer in use. */
export type PostcodeRow =
  | { readonly kind: 'postcode'; readonly record: Postcode }
  | { readonly kind: 'outside' }
  | { readonly kind: 'no_position' }
  | { readonly kind: 'terminated' }
  | {
      readonly kind: 'refused';
      readonly column: string;
      readonly value: string;
      readonly reason: string;
    };

/** Where the facts of a postcode stand in a row, -1 for nowhere. */
export interface PostcodeColumns {
  readonly postcode: number;
  readonly quality: number;
  readonly easting: number;
  readonly northing: number;
  readonly lat: number;
  readonly lon: number;
  readonly district_code: number;
  readonly country_code: number;
  readonly terminated: number;
}

/** Code-Point Open has no headings (its column list is a file of its own, in Doc). */
export const CODE_POINT_COLUMNS: PostcodeColumns = {
  postcode: 0,
  quality: 1,
  easting: 2,
  northing: 3,
  lat: -1,
  lon: -1,
  district_code: 8,
  country_code: 4,
  terminated: -1,
};

/** Whether a row looks like one of Code-Point Open: a postcode, a quality, two grid coordinates. */
export function isCodePointRow(cells: readonly string[]): boolean {
  return (
    cells.length >= 9 &&
    parsePostcode(cells[0] ?? '').kind !== 'not_understood' &&
    /^\d{2}$/.test(cells[1] ?? '') &&
    /^\d{1,7}$/.test(cells[2] ?? '') &&
    /^\d{1,7}$/.test(cells[3] ?? '')
  );
}

/** The columns of a file with headings. */
export function postcodeColumns(columns: Columns): PostcodeColumns {
  const at = (field: string) => columns.at.get(field) ?? -1;
  return {
    postcode: at('postcode'),
    quality: at('quality'),
    easting: at('easting'),
    northing: at('northing'),
    lat: at('lat'),
    lon: at('lon'),
    district_code: at('district_code'),
    country_code: at('country_code'),
    terminated: at('terminated'),
  };
}

/**
 * How far a home may lie from its postcode's centroid, metres, by the positional quality of Code-Point Open (10: a matched address nearest
 * the mean, to 60: the mean of the sector; User guide, 2024) or of the ONS directory (1 to 6 in the same order).
 * Planning assumption: the guide gives no lengths.
 */
const ERROR_BY_QUALITY: Readonly<Record<string, number>> = {
  '10': 100,
  '20': 150,
  '30': 200,
  '40': 300,
  '50': 500,
  '60': 2500,
  '1': 100,
  '2': 150,
  '3': 200,
  '4': 300,
  '5': 500,
  '6': 2500,
};
const ERROR_NOT_SAID = 200;

/** Reads one row; `areas` limits what is kept (empty: everything). Written for many rows: no reader, no problems list. */
export function parsePostcodeRow(
  row: RawRow,
  at: PostcodeColumns,
  areas: ReadonlySet<string>,
): PostcodeRow {
  const given = row.cells[at.postcode] ?? '';
  const read = parsePostcode(given);
  if (read.kind !== 'postcode')
    return {
      kind: 'refused',
      column: 'Postcode',
      value: given,
      reason: 'The postcode was not understood.',
    };
  if (areas.size > 0 && !areas.has(postcodeArea(read.postcode))) return { kind: 'outside' };
  if (/\d/.test(row.cells[at.terminated] ?? '')) return { kind: 'terminated' };
  const position = positionOf(row.cells, at);
  if (position === null) return { kind: 'no_position' };
  return {
    kind: 'postcode',
    record: {
      postcode: read.postcode,
      lat: position.lat,
      lon: position.lon,
      district_code: row.cells[at.district_code] ?? '',
      country_code: row.cells[at.country_code] ?? '',
      error_m: ERROR_BY_QUALITY[row.cells[at.quality] ?? ''] ?? ERROR_NOT_SAID,
    },
  };
}

/** Null for 0, 0 and for the directory's 99.999999 N, which stand for no position. */
function positionOf(cells: readonly string[], at: PostcodeColumns) {
  const easting = Number(cells[at.easting] || Number.NaN);
  const northing = Number(cells[at.northing] || Number.NaN);
  if (isGridReference(easting, northing)) {
    const position = gridToPosition(easting, northing);
    return inRange(position) ? position : null;
  }
  const position = {
    lat: Number(cells[at.lat] || Number.NaN),
    lon: Number(cells[at.lon] || Number.NaN),
  };
  return inRange(position) ? position : null;
}

function inRange({ lat, lon }: { lat: number; lon: number }): boolean {
  return lat > 49 && lat < 61 && lon > -9 && lon < 3;
}
