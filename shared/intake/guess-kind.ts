import { IMPORT_KINDS, type ImportKind } from '../model/import.ts';
import { FIELDS_OF } from './fields/all-fields.ts';
import { isCodePointRow } from './postcodes.ts';
import { parseMonth } from './prices.ts';
import { registerTable } from './register-lists.ts';
import { splitRows } from './split-rows.ts';
import { longTermTable } from './term-tables.ts';
import type { RawTable } from './table.ts';

/** The kind whose headings fit best, all required ones among them; null where none fits. */
export function guessKind(table: RawTable): ImportKind | null {
  const head = { ...table, rows: table.rows.slice(0, 60) };
  if (head.rows.length > 0 && head.rows.slice(0, 5).every((row) => isCodePointRow(row.cells)))
    return 'postcodes';
  if (isOnsSeries(table)) return 'cpi';
  let best: { kind: ImportKind; fit: number } | null = null;
  for (const kind of IMPORT_KINDS) {
    if (kind === 'boundaries' || kind === 'cpi') continue;
    const split =
      kind === 'register'
        ? (registerTable(head, () => null)?.split ?? null)
        : splitRows(kind === 'term-dates' ? (longTermTable(head) ?? head) : head, FIELDS_OF[kind], () => null); // prettier-ignore
    if (split === null || split.columns.missing.length > 0) continue;
    const fit = split.columns.at.size;
    if (best === null || fit > best.fit) best = { kind, fit };
  }
  return best?.kind ?? null;
}

/** An ONS time series as downloaded: a CDID line at the top, months in the first column further down. */
function isOnsSeries(table: RawTable): boolean {
  const named = table.rows.slice(0, 10).some((row) => row.cells[0]?.trim() === 'CDID');
  return (
    named ||
    table.rows
      .slice(-3)
      .every((row) => row.cells.length === 2 && parseMonth(row.cells[0] ?? '') !== null)
  );
}
