import type { ColumnMapping, ReportRow } from '../model/import.ts';
import type { Field } from './field.ts';
import { matchHeadings, type Columns } from './headings.ts';
import { compact } from './normalise.ts';
import type { RawRow, RawTable } from './table.ts';

/** A table with its heading line found: the records, and the lines that are none. */
export interface SplitTable {
  /** Line of the headings as a spreadsheet shows it; 0 where the table has none. */
  readonly heading_line: number;
  readonly columns: Columns;
  readonly rows: readonly RawRow[];
  readonly not_records: readonly ReportRow[];
}

/** How far down the headings are looked for. */
const HEADING_SEARCH = 40;
const TOTAL =
  /^(grand|sub|column)?\s*-?totals?\b|^(record|row)?\s*count\b|^sum\b|^end of (report|file|list)\b/i;
const REMARK =
  /^(source|note|notes|report|printed|produced|generated|exported|run|filter|page|©|copyright|confidential|official)\b/i;

/**
 * Finds the heading line (the one of the first 40 with the most headings understood) and sets titles, empty and total
 * lines aside. Null where no line has a heading that means anything.
 */
export function splitRows(
  table: RawTable,
  fields: readonly Field[],
  recall: (headings: readonly string[]) => ColumnMapping | null,
): SplitTable | null {
  let best: { index: number; columns: Columns } | null = null;
  for (const [index, row] of table.rows.slice(0, HEADING_SEARCH).entries()) {
    if (row.cells.every(isBlank)) continue;
    const headings = row.cells.map((cell) => cell.trim());
    const columns = matchHeadings(headings, fields, recall(headings));
    if (columns.at.size > (best?.columns.at.size ?? 0)) best = { index, columns };
  }
  if (best === null) return null;
  const heading = table.rows[best.index];
  const above = table.rows.slice(0, best.index).map((row) => notRecord(row, titleReason(row)));
  const rows: RawRow[] = [];
  const not_records = [...above];
  const isHeadingAgain = sameAs(heading);
  const width = best.columns.headings.length;
  for (const row of table.rows.slice(best.index + 1)) {
    const reason = reasonNotRecord(row, width, isHeadingAgain);
    if (reason === null) rows.push(row);
    else not_records.push(notRecord(row, reason));
  }
  return {
    heading_line: heading?.line ?? 0,
    columns: best.columns,
    rows,
    not_records: mergeRuns(not_records),
  };
}

/** A line reported as not being a record. `code` is the reason in one word. */
export function notRecord(row: RawRow, why: { code: string; reason: string }): ReportRow {
  const value = row.cells.filter((cell) => !isBlank(cell)).join(' ');
  return {
    line: row.line,
    column: '',
    value: value.length > 120 ? `${value.slice(0, 119)}…` : value,
    outcome: 'not_record',
    code: why.code,
    reason: why.reason,
    remedy: '',
  };
}

/** Neighbouring lines that are no records for the same reason, as one entry. */
export function mergeRuns(rows: readonly ReportRow[]): readonly ReportRow[] {
  const merged: { row: ReportRow; last: number }[] = [];
  for (const row of rows) {
    const before = merged[merged.length - 1];
    if (
      before &&
      before.row.code === row.code &&
      row.line === before.last + 1 &&
      MERGED.has(row.code)
    )
      before.last = row.line;
    else merged.push({ row, last: row.line });
  }
  return merged.map(({ row, last }) =>
    last === row.line
      ? row
      : { ...row, reason: `${row.reason.replace(/\.$/, '')} (lines ${row.line} to ${last}).` },
  );
}

const MERGED = new Set(['empty_line', 'metadata', 'other_period', 'outside_areas', 'no_position']);

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

/** Whether a row repeats another: the first cell settles nearly every one. */
function sameAs(heading: RawRow | undefined): (row: RawRow) => boolean {
  const first = heading?.cells[0]?.trim() ?? '';
  const key = (row: RawRow | undefined) => (row?.cells ?? []).map(compact).join('|');
  const whole = key(heading);
  return (row) => (row.cells[0]?.trim() ?? '') === first && key(row) === whole;
}

function titleReason(row: RawRow): { code: string; reason: string } {
  return row.cells.every(isBlank)
    ? { code: 'empty_line', reason: 'The line is empty.' }
    : { code: 'title_line', reason: 'The line stands above the headings.' };
}

function reasonNotRecord(
  row: RawRow,
  width: number,
  isHeadingAgain: (row: RawRow) => boolean,
): { code: string; reason: string } | null {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const first = filled[0]?.trim();
  if (first === undefined) return { code: 'empty_line', reason: 'The line is empty.' };
  const few = filled.length <= Math.max(2, width / 4);
  if (few && TOTAL.test(first)) return { code: 'total_line', reason: 'The line is a total.' };
  const alone = filled.length === 1 && width > 3;
  if (alone && (REMARK.test(first) || first.split(/\s+/).length >= 4))
    return { code: 'remark_line', reason: 'The line is a remark.' };
  if (isHeadingAgain(row)) return { code: 'heading_again', reason: 'The headings are repeated.' };
  return null;
}
