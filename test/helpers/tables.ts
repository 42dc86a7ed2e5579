/** Tables of cells written down in a test, as the readers of files would give them. */
import { isoDate } from '../../shared/calendar/dates.ts';
import { FIELDS_OF } from '../../shared/intake/fields/all-fields.ts';
import { splitRows } from '../../shared/intake/split-rows.ts';
import type { RawTable } from '../../shared/intake/table.ts';
import type { ImportKind } from '../../shared/model/import.ts';

const ON = isoDate('2026-08-10');

/** A .csv table of these lines. */
export function table(...lines: readonly (readonly string[])[]): RawTable {
  return {
    file: 'test.csv',
    format: 'CSV',
    sheet: '',
    rows: lines.map((cells, i) => ({ line: i + 1, cells })),
  };
}

/** The rows and columns of a table, as an import would read them. */
export function read(kind: ImportKind, ...lines: readonly (readonly string[])[]) {
  const split = splitRows(table(...lines), FIELDS_OF[kind], () => null);
  if (split === null) throw new Error('No headings');
  return {
    rows: split.rows,
    context: { columns: split.columns, fields: FIELDS_OF[kind], on: ON },
    split,
  };
}
