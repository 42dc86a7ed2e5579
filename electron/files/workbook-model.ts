/** A small model within a workbook: cells by row and column, some to be changed, the others formulas with their kept values. */
import { ACCENT, ENTRY, FONT, INK, LINE, LINE_HEIGHT, PALE, SOFT } from './workbook-look.ts';
import type { Worksheet } from './workbook-parts.ts';

/** How a number is shown. */
export type ModelFormat =
  'text' | 'count' | 'pounds' | 'change' | 'percent' | 'rate' | 'factor' | 'pump';

/** What a cell is: `entry` may be changed and says so by its fill. */
export type ModelLook = 'label' | 'soft' | 'head' | 'entry' | 'plain' | 'total';

export interface ModelCell {
  /** A text or number; with a formula the value it has now. */
  readonly value: string | number;
  /** Without the leading `=`. */
  readonly formula?: string;
  readonly format: ModelFormat;
  readonly look: ModelLook;
  /** Columns that a long text is folded over, this one counted. */
  readonly over?: number;
}

/** Rows from the first row on that the sheet gives it; null leaves a cell empty. */
export interface ModelSpec {
  readonly rows: (first: number) => readonly (readonly (ModelCell | null)[])[];
  /** Characters, by column. */
  readonly widths: readonly number[];
}

/** Letters of a folded text to a column. */
const FOLDED = 17;

const FORMATS: Readonly<Record<ModelFormat, string>> = {
  text: '@',
  count: '#,##0',
  pounds: '#,##0',
  change: '+#,##0;-#,##0;0',
  percent: '0%',
  rate: '0.0##',
  factor: '0.0000',
  pump: '0.0',
};

/** Draws the model; returns the first free row. */
export function addModel(page: Worksheet, first: number, model: ModelSpec): number {
  const rows = model.rows(first);
  rows.forEach((cells, at) => {
    cells.forEach((cell, column) => {
      if (cell !== null) putCell(page, [first + at, column + 1], cell);
    });
  });
  model.widths.forEach((width, at) => {
    page.getColumn(at + 1).width = width;
  });
  return first + rows.length;
}

function putCell(page: Worksheet, [row, column]: readonly [number, number], of: ModelCell): void {
  const cell = page.getCell(row, column);
  cell.value = of.formula === undefined ? of.value : { formula: of.formula, result: of.value };
  cell.numFmt = FORMATS[of.format];
  const { look } = of;
  const color = look === 'head' ? 'FFFFFFFF' : look === 'soft' ? SOFT : INK;
  cell.font = { name: FONT, size: 10, bold: look === 'head' || look === 'total', color: { argb: color } }; // prettier-ignore
  const isNumber = typeof of.value === 'number';
  cell.alignment = { ...(look === 'soft' ? { indent: 1 } : {}), horizontal: isNumber || (look === 'head' && column > 1) ? 'right' : 'left', vertical: 'middle', wrapText: look === 'head' }; // prettier-ignore
  if (of.over !== undefined) {
    page.mergeCells(row, column, row, column + of.over - 1);
    cell.alignment = { wrapText: true, vertical: 'top' };
    page.getRow(row).height = Math.ceil(String(of.value).length / (of.over * FOLDED)) * LINE_HEIGHT;
  }
  if (look === 'soft') return;
  cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
  if (look === 'head') cell.fill = solid(ACCENT);
  if (look === 'total') {
    cell.fill = solid(PALE);
    cell.border = { top: { style: 'thin', color: { argb: ACCENT } } };
  }
  if (look !== 'entry') return;
  cell.fill = solid(ENTRY);
  const thin = { style: 'thin', color: { argb: LINE } } as const;
  cell.border = { top: thin, bottom: thin, left: thin, right: thin };
}

function solid(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const;
}
