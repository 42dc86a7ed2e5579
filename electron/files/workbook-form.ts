/** A form within a workbook: what is given is locked, what is to be filled in is open, checked as it is typed, and added up by formulas. */
import type { DataValidation, Worksheet } from './workbook-parts.ts';

/** One column of a form. */
export interface FormColumn {
  readonly label: string;
  /** Characters. */
  readonly width: number;
  readonly kind: 'text' | 'count' | 'money';
  /** What may be typed; absent: the cell is given, and locked. */
  readonly entry?:
    | { readonly kind: 'money'; readonly most: number; readonly prompt: string }
    | { readonly kind: 'list'; readonly options: readonly string[]; readonly prompt: string }
    | { readonly kind: 'text'; readonly most: number; readonly prompt: string };
  /** The row's own formula, from the letters of the columns by their place; without the leading `=`. */
  readonly formula?: (row: number) => string;
  /** Whether the foot adds the column up. */
  readonly adds?: boolean;
}

/** The form: rows of what is given; null where something is to be filled in or worked out. */
export interface FormSpec {
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Words of the foot; '' for no foot. */
  readonly foot: string;
}

const FONT = 'Arial';
const INK = 'FF1B1F23';
const ACCENT = 'FF0F5E63';
const PALE = 'FFE6EFEF';
const ENTRY = 'FFFFF8E1';
const LINE = 'FFD0D7DE';
const MONEY = '#,##0.00';
const LINE_HEIGHT = 13;
/** Numbers stand to the right, save counts: a text may follow them without a gap. */
const ALIGN = { text: 'left', count: 'center', money: 'right' } as const;

/** Letters of a column, counted from 1. */
export function columnLetter(index: number): string {
  const left = Math.floor((index - 1) / 26);
  const letter = String.fromCharCode(65 + ((index - 1) % 26));
  return left === 0 ? letter : columnLetter(left) + letter;
}

/** Label and value side by side, by which a file is known again. */
export function addPairs(
  page: Worksheet,
  from: number,
  pairs: readonly (readonly [string, string])[],
): number {
  pairs.forEach((pair, at) => {
    pair.forEach((text, column) => {
      const cell = page.getCell(from + at, column + 1);
      cell.value = text;
      cell.numFmt = '@';
      cell.font = { name: FONT, size: 10, bold: column === 1, color: { argb: INK } };
    });
  });
  return from + pairs.length;
}

/** Draws the form from a row on; returns the first free row. */
export function addForm(page: Worksheet, from: number, form: FormSpec): number {
  const { columns, rows } = form;
  columns.forEach((column, at) => {
    const cell = page.getCell(from, at + 1);
    cell.value = column.label;
    cell.numFmt = '@';
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ACCENT } };
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: ALIGN[column.kind] }; // prettier-ignore
    page.getColumn(at + 1).width = column.width;
  });
  page.getRow(from).height = 30;
  rows.forEach((row, index) => {
    addFormRow(page, from + 1 + index, form, row);
  });
  const last = from + rows.length;
  if (form.foot === '') return last + 1;
  addFoot(page, form, { row: last + 1, first: from + 1, last });
  return last + 2;
}

function addFormRow(
  page: Worksheet,
  row: number,
  { columns }: FormSpec,
  cells: readonly (string | number | null)[],
): void {
  const lines = columns.map(({ width }, at) => {
    const text = cells[at];
    return typeof text === 'string' ? Math.ceil(text.length / (width * 0.95)) : 1;
  });
  page.getRow(row).height = Math.max(2, ...lines) * LINE_HEIGHT;
  columns.forEach((column, at) => {
    const cell = page.getCell(row, at + 1);
    const value = cells[at] ?? null;
    if (column.formula !== undefined) cell.value = { formula: column.formula(row), result: '' };
    else if (value !== null) cell.value = value;
    cell.numFmt = column.kind === 'text' ? '@' : column.kind === 'money' ? MONEY : '#,##0';
    cell.font = { name: FONT, size: 10, color: { argb: INK } };
    cell.alignment = { wrapText: true, vertical: 'top', horizontal: ALIGN[column.kind] }; // prettier-ignore
    cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
    if (column.entry === undefined) return;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ENTRY } };
    cell.border = { ...thin('top'), ...thin('bottom'), ...thin('left'), ...thin('right') };
    cell.protection = { locked: false };
    cell.dataValidation = validationOf(column.entry);
  });
}

function thin(side: 'top' | 'bottom' | 'left' | 'right') {
  return { [side]: { style: 'thin', color: { argb: LINE } } } as const;
}

function validationOf(entry: NonNullable<FormColumn['entry']>): DataValidation {
  const said = { allowBlank: true, showErrorMessage: true, showInputMessage: true, promptTitle: 'To fill in', prompt: entry.prompt, errorTitle: 'Not as asked', error: entry.prompt }; // prettier-ignore
  if (entry.kind === 'money')
    return { ...said, type: 'decimal', operator: 'between', formulae: [0, entry.most] };
  if (entry.kind === 'list')
    return { ...said, type: 'list', formulae: [`"${entry.options.join(',')}"`] };
  return { ...said, type: 'textLength', operator: 'lessThanOrEqual', formulae: [entry.most] };
}

function addFoot(
  page: Worksheet,
  { columns, foot }: FormSpec,
  at: { readonly row: number; readonly first: number; readonly last: number },
): void {
  columns.forEach((column, index) => {
    const cell = page.getCell(at.row, index + 1);
    const letter = columnLetter(index + 1);
    if (column.adds === true && at.last >= at.first)
      cell.value = { formula: `SUM(${letter}${at.first}:${letter}${at.last})`, result: 0 };
    else if (index === 0) cell.value = foot;
    cell.numFmt = column.kind === 'money' ? MONEY : '@';
    cell.font = { name: FONT, size: 10, bold: true, color: { argb: INK } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: PALE } };
    cell.border = { top: { style: 'thin', color: { argb: ACCENT } } };
    cell.alignment = { horizontal: ALIGN[column.kind] };
  });
}
