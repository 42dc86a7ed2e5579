import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../../shared/figures/table.ts';

/**
 * A .csv file for machines and for Excel: UTF-8 with a byte order mark, CRLF, one heading line, raw
 * numbers in the unit that the heading names. Text that a spreadsheet would run as a formula
 * (beginning with = + - @, tab or return, or their full-width forms) gets an apostrophe before it;
 * numbers are left alone.
 */
export function writeCsv(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array {
  const text = stringify([[...headings], ...rows.map((row) => row.map(plain))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}

function plain(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell;
}
