import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../../shared/figures/table.ts';

/**
 * A .csv file for machines and for Excel: UTF-8 with a byte order mark, CRLF, one heading line, raw
 * numbers in the unit that the heading names. Text that a spreadsheet would run as a formula
 * (beginning with = + - @, tab or return) gets an apostrophe before it; numbers are left alone.
 */
export function writeCsv(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array {
  const text = stringify(
    rows.map((row) => row.map(neutralised)),
    { header: true, columns: [...headings], bom: true, record_delimiter: 'windows' },
  );
  return new TextEncoder().encode(text);
}

/** OWASP, CSV injection: the characters that make a cell a formula. */
const RISKY = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function neutralised(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'number') return cell;
  return RISKY.test(cell) ? `'${cell}` : cell;
}
