import type { IsoDate } from '../calendar/dates.ts';
import { gridToPosition, GRID_ERROR_M, isGridReference } from '../geo/grid.ts';
import type { Position } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import type { RowReader } from './row-reader.ts';

/** What is known of a client from a file: fields without a column are left out. */
export type ClientFacts = Partial<Omit<Client, 'id'>> & Pick<Client, 'ref'>;

/** Surname and forename from their columns, or from one column `Rhodes, Alfie` or `Alfie Rhodes`. */
export function readName(row: RowReader): { surname: string; forename: string } {
  const surname = row.text('surname');
  const forename = row.text('forename');
  if (surname !== '' || forename !== '') return { surname, forename };
  const full = row.text('full_name');
  const comma = full.indexOf(',');
  if (comma > 0)
    return { surname: full.slice(0, comma).trim(), forename: full.slice(comma + 1).trim() };
  const space = full.lastIndexOf(' ');
  return { surname: full.slice(space + 1), forename: space < 0 ? '' : full.slice(0, space) };
}

/** A date of birth: one that cannot be, or lies after the import, refuses the row. */
export function readBirth(row: RowReader, on: IsoDate): IsoDate | null {
  const born = row.date('date_of_birth', 'refuse');
  if (born === null || born <= on) return born;
  row.add('date_of_birth', {
    severity: 'refuse',
    code: 'date_future',
    reason: 'The date of birth is in the future.',
    remedy: 'Correct it in the file and import it again.',
  });
  return null;
}

/** A position from a grid reference or from degrees; null where there is none, with a warning where it cannot be. */
export function readPosition(row: RowReader): Position | null {
  const lat = row.number('lat', { min: -90, max: 90 });
  const lon = row.number('lon', { min: -180, max: 180 });
  if (lat !== null && lon !== null && (lat !== 0 || lon !== 0))
    return inBritain(row, { lat, lon }, 'lat');
  const easting = row.number('easting', { min: 0, max: 10_000_000 });
  const northing = row.number('northing', { min: 0, max: 10_000_000 });
  if (easting === null || northing === null || easting === 0 || northing === 0) return null;
  if (!isGridReference(easting, northing)) return inBritain(row, { lat: 0, lon: 0 }, 'easting');
  return inBritain(row, gridToPosition(easting, northing), 'easting');
}

function inBritain(row: RowReader, position: Position, field: string): Position | null {
  const { lat, lon } = position;
  if (lat > 49 && lat < 61 && lon > -9 && lon < 3) return position;
  row.add(field, {
    severity: 'warn',
    code: 'coordinates',
    reason: 'The coordinates lie outside Great Britain and were left out.',
    remedy: 'Check that easting and northing are not swapped, or set the pin on the case page.',
  });
  return null;
}

/** The fields of a home's position where the file gives coordinates. Nothing where it gives none. */
export function positionFacts(
  row: RowReader,
): Pick<ClientFacts, 'lat' | 'lon' | 'position_source' | 'position_error_m'> {
  const position = readPosition(row);
  if (position === null) return {};
  return { ...position, position_source: 'coordinates', position_error_m: GRID_ERROR_M };
}

/** A reference in one form: trimmed, upper case, single spaces. */
export function readRef(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
