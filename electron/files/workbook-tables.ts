/** Tables of a workbook: headings, rows, and totals as formulas. */
import type { Cell, Column, Table } from '../../shared/figures/table.ts';
import { columnLetter } from './workbook-form.ts';
import { addLines } from './workbook-lines.ts';
import {
  ACCENT,
  alignmentOf,
  FONT,
  FORMATS,
  INK,
  LINE,
  LINE_HEIGHT,
  PALE,
  SOFT,
  toSheet,
} from './workbook-look.ts';
import type { Worksheet } from './workbook-parts.ts';

/** Widest columns, in characters. */
const NOTE_WIDTH = 80;
const TEXT_WIDTH = 46;

/** Where a table came to stand. */
export interface PlacedTable {
  /** Row of the headings. */
  readonly head: number;
  /** First free row. */
  readonly next: number;
}

/** Draws a table from a row on. */
export function addTable(
  page: Worksheet,
  from: number,
  table: Table,
  filter: boolean,
): PlacedTable {
  let row = addLines(page, from, [
    { text: table.title, style: 'heading' },
    ...(table.note === '' ? [] : [{ text: table.note, style: 'soft' as const }]),
  ]);
  if (table.note !== '') wrapNote(page, row - 1, table);
  const head = row;
  table.columns.forEach((column, at) => {
    const cell = page.getCell(head, at + 1);
    cell.value = column.label;
    cell.numFmt = '@';
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ACCENT } };
    cell.alignment = { ...alignmentOf(column.kind), wrapText: true, vertical: 'middle' };
  });
  page.getRow(head).height = 30;
  table.rows.forEach((cells, at) => {
    row += 1;
    const closes = table.closes === true && at === table.rows.length - 1;
    const place = {
      row,
      strong: table.strong?.includes(at) ?? false,
      first: closes ? head + 1 : null,
    };
    addRow(page, place, table.columns, cells);
  });
  const last = row;
  if (filter && table.rows.length > 0) {
    page.autoFilter = `A${head}:${columnLetter(table.columns.length)}${last}`;
  }
  if (table.total !== null) {
    row += 1;
    addTotal(page, { row, first: head + 1, last }, table);
  }
  return { head, next: row + 1 };
}

/** A note longer than its table is folded over the table's width: a printed page is as wide as its widest text. */
function wrapNote(page: Worksheet, row: number, table: Table): void {
  const width = table.columns.reduce((sum, column, at) => sum + widthOf(table, column, at), 0);
  // At 9 points more letters fit than the width counts, which is in figures of 11.
  const lines = Math.ceil(table.note.length / (width * 1.2));
  if (lines < 2) return;
  page.mergeCells(row, 1, row, table.columns.length);
  page.getCell(row, 1).alignment = { wrapText: true, vertical: 'top' };
  page.getRow(row).height = lines * LINE_HEIGHT;
}

function addRow(
  page: Worksheet,
  place: {
    readonly row: number;
    readonly strong: boolean;
    /** The first row that this one adds up; null for a row of its own. */
    readonly first: number | null;
  },
  columns: readonly Column[],
  cells: readonly Cell[],
): void {
  const { row, strong: bold } = place;
  const lines = Math.max(1, ...columns.map((column, at) => linesOf(column, cells[at] ?? null)));
  if (lines > 1) page.getRow(row).height = lines * LINE_HEIGHT;
  columns.forEach((column, at) => {
    const cell = page.getCell(row, at + 1);
    const value = toSheet(column.kind, cells[at] ?? null);
    const formula = formulaOf(place, column, at);
    if (typeof value === 'number' && formula !== null) cell.value = { formula, result: value };
    else if (value !== null) cell.value = value;
    cell.numFmt = FORMATS[bold && column.kind === 'change' ? 'pence' : column.kind];
    const color = { argb: column.kind === 'mark' ? SOFT : INK };
    cell.font = { name: FONT, size: 10, bold, color };
    const wrapText = linesOf(column, cells[at] ?? null) > 1;
    cell.alignment = { ...alignmentOf(column.kind), wrapText, vertical: 'top' };
    cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
  });
}

/** What adds the cell up: those above it, or those to its left; null for an amount of its own. */
function formulaOf(
  { row, first }: { readonly row: number; readonly first: number | null },
  column: Column,
  at: number,
): string | null {
  const letter = columnLetter(at + 1);
  if (first !== null && (column.kind === 'pence' || column.kind === 'change'))
    return `SUM(${letter}${first}:${letter}${row - 1})`;
  return column.adds === 'row' ? `SUM(B${row}:${columnLetter(at)}${row})` : null;
}

/** Lines that a text needs at its column's greatest width; letters are a little narrower than figures. */
function linesOf(column: Column, cell: Cell): number {
  if (typeof cell !== 'string') return 1;
  if (column.width !== undefined) return Math.ceil(cell.length / (column.width * 0.95));
  return Math.ceil(cell.length / (column.kind === 'note' ? NOTE_WIDTH * 1.05 : TEXT_WIDTH));
}

/** Totals are formulas, with the sum that the store gives as their kept value. */
function addTotal(
  page: Worksheet,
  at: { readonly row: number; readonly first: number; readonly last: number },
  table: Table,
): void {
  table.columns.forEach((column, index) => {
    const cell = page.getCell(at.row, index + 1);
    const value = toSheet(column.kind, table.total?.[index] ?? null);
    if (column.total === 'sum' && typeof value === 'number' && at.last >= at.first) {
      const letter = columnLetter(index + 1);
      cell.value = { formula: `SUM(${letter}${at.first}:${letter}${at.last})`, result: value };
    } else if (value !== null) cell.value = value;
    cell.numFmt = FORMATS[column.kind];
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: INK } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: PALE } };
    cell.alignment = alignmentOf(column.kind);
    cell.border = { top: { style: 'thin', color: { argb: ACCENT } } };
  });
}

/** Column width in characters: what the values need, within reason. */
export function widthOf(table: Table, column: Column, at: number): number {
  if (column.width !== undefined) return column.width;
  if (column.kind === 'note') return NOTE_WIDTH;
  if (column.kind === 'pence' || column.kind === 'change') return 17;
  if (column.kind !== 'text') return 12;
  let longest = 10;
  for (const row of table.rows) longest = Math.max(longest, String(row[at] ?? '').length);
  return Math.min(TEXT_WIDTH, longest + 3);
}
