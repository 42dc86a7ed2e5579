/** Writes .xlsx files. The only file that knows the library, so that it can be changed for another. */
import { PaperSize, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';
import type { Cell, Column, ColumnKind, Table } from '../../shared/figures/table.ts';
import { addForm, addPairs, columnLetter, type FormSpec } from './workbook-form.ts';

/** A line of text across the sheet. */
export interface TextLine {
  readonly text: string;
  readonly style: 'title' | 'subtitle' | 'warning' | 'headline' | 'heading' | 'body' | 'soft';
}

/** Label, value and detail side by side. */
export interface NumberLine {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
}

export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'numbers'; readonly numbers: readonly NumberLine[] }
  | { readonly kind: 'form'; readonly form: FormSpec }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'table'; readonly table: Table; readonly chart?: WaterfallSpec };

/** A waterfall drawn beside its table: amounts in pence, each label with its amount in words. */
export interface WaterfallSpec {
  readonly steps: readonly {
    readonly label: string;
    readonly pence: number;
    readonly kind: 'total' | 'change';
  }[];
}

export interface SheetSpec {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Keeps everything down to the head of the last table in sight and lets its rows be filtered. */
  readonly frozen: boolean;
}

export interface WorkbookSpec {
  readonly title: string;
  readonly author: string;
  /** Printed on every sheet: left, middle and right of the foot. */
  readonly foot: string;
  /** Printed at the head of every sheet, and on it; '' for none. */
  readonly warning: string;
  readonly made_on: string;
  readonly sheets: readonly SheetSpec[];
}

const INK = 'FF1B1F23';
const SOFT = 'FF57606A';
const ACCENT = 'FF0F5E63';
const PALE = 'FFE6EFEF';
const LINE = 'FFD0D7DE';
const RISE = 'B35900';
const FALL = '0060A0';
const FONT = 'Arial';

/** Numbers are kept as pounds, miles and minutes, and shown by these. A minus is red for nobody: it has its sign. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  note: '@',
  mark: '@',
  count: '#,##0',
  pence: '#,##0.00',
  change: '+#,##0.00;-#,##0.00;0.00',
  metres: '0.0',
  seconds: '0',
  share: '0%',
};

/** Widest columns, in characters, and the height of a line of text in points. */
const NOTE_WIDTH = 80;
const TEXT_WIDTH = 46;
const LINE_HEIGHT = 13;

/** The workbook's bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  workbook.title = spec.title;
  workbook.creator = spec.author;
  workbook.created = new Date(`${spec.made_on}T00:00:00Z`);
  for (const sheet of spec.sheets) await addSheet(workbook, spec, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function addSheet(workbook: Workbook, spec: WorkbookSpec, sheet: SheetSpec): Promise<void> {
  const page = workbook.addWorksheet(sheet.name, {
    pageSetup: {
      paperSize: PaperSize.A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddHeader: spec.warning === '' ? '' : `&C&B${plainFoot(spec.warning)}`,
      oddFooter: `&L${plainFoot(spec.foot)}&C${plainFoot(sheet.name)}&RPage &P of &N`,
    },
  });
  const widths: number[] = [];
  let row = 1;
  let head = 0;
  for (const block of sheet.blocks) {
    if (row > 1) row += 1;
    if (block.kind === 'lines') row = addLines(page, row, block.lines);
    else if (block.kind === 'numbers') row = addNumbers(page, row, block.numbers);
    else if (block.kind === 'form') row = addForm(page, row, block.form);
    else if (block.kind === 'pairs') row = addPairs(page, row, block.pairs);
    else {
      const placed = addTable(page, row, block.table, sheet.frozen);
      if (block.chart !== undefined) addWaterfall(page, placed.head, block.chart);
      block.table.columns.forEach((column, at) => {
        widths[at] = Math.max(widths[at] ?? 0, widthOf(block.table, column, at));
      });
      head = placed.head;
      row = placed.next;
    }
  }
  widths.forEach((width, at) => {
    page.getColumn(at + 1).width = width;
  });
  if (sheet.blocks.some((block) => block.kind === 'table' && block.chart !== undefined)) {
    page.pageSetup.printArea = `A1:${CHART_END}${row}`;
  }
  const freeze = { state: 'frozen', ySplit: head, xSplit: 1 } as const;
  page.views = [sheet.frozen ? { ...freeze, showGridLines: false } : PLAIN_VIEW];
  if (sheet.frozen && head > 0) page.pageSetup.printTitlesRow = `${head}:${head}`;
  // What is given cannot be typed over by mistake; without a password, since it guards against nobody.
  if (sheet.blocks.some((block) => block.kind === 'form')) await page.protect('', FORM_MAY);
}

const FORM_MAY = { formatColumns: true, formatRows: true } as const;

const PLAIN_VIEW = { state: 'normal', style: 'pageLayout', showGridLines: false } as const;

/** `&` starts a code in headers and footers. */
function plainFoot(text: string): string {
  return text.replaceAll('&', '&&');
}

const LINE_FONTS: Readonly<Record<TextLine['style'], object>> = {
  title: { size: 18, bold: true, color: { argb: INK } },
  subtitle: { size: 10, color: { argb: SOFT } },
  warning: { size: 10, bold: true, color: { argb: 'FF8A4B00' } },
  headline: { size: 13, bold: true, color: { argb: ACCENT } },
  heading: { size: 12, bold: true, color: { argb: INK } },
  body: { size: 10, color: { argb: INK } },
  soft: { size: 9, color: { argb: SOFT } },
};

function addLines(page: Worksheet, from: number, lines: readonly TextLine[]): number {
  lines.forEach((line, at) => {
    const cell = page.getCell(from + at, 1);
    cell.value = line.text;
    cell.font = { name: FONT, ...LINE_FONTS[line.style] };
    cell.numFmt = '@';
    if (line.style === 'title' || line.style === 'headline') page.getRow(from + at).height = 26;
    cell.alignment = { vertical: 'middle' };
  });
  return from + lines.length;
}

function addNumbers(page: Worksheet, from: number, numbers: readonly NumberLine[]): number {
  numbers.forEach((number, at) => {
    const cells = [number.label, number.value, number.detail].map((text, column) => {
      const cell = page.getCell(from + at, column + 1);
      cell.value = text;
      cell.numFmt = '@';
      cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
      cell.font = { name: FONT, size: 10, color: { argb: column === 2 ? SOFT : INK } };
      return cell;
    });
    const value = cells[1];
    if (value !== undefined) {
      value.font = { name: FONT, size: 13, bold: true, color: { argb: ACCENT } };
      value.alignment = { horizontal: 'right' };
    }
    if (cells[2] !== undefined) cells[2].alignment = { horizontal: 'left', indent: 1 };
    page.getRow(from + at).height = 19;
  });
  return from + numbers.length;
}

interface PlacedTable {
  /** Row of the headings. */
  readonly head: number;
  /** First free row. */
  readonly next: number;
}

function addTable(page: Worksheet, from: number, table: Table, filter: boolean): PlacedTable {
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
    addRow(page, { row, strong: table.strong?.includes(at) ?? false }, table.columns, cells);
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
  place: { readonly row: number; readonly strong: boolean },
  columns: readonly Column[],
  cells: readonly Cell[],
): void {
  const { row, strong: bold } = place;
  const lines = Math.max(1, ...columns.map((column, at) => linesOf(column, cells[at] ?? null)));
  if (lines > 1) page.getRow(row).height = lines * LINE_HEIGHT;
  columns.forEach((column, at) => {
    const cell = page.getCell(row, at + 1);
    const value = toSheet(column.kind, cells[at] ?? null);
    if (value !== null) cell.value = value;
    cell.numFmt = FORMATS[bold && column.kind === 'change' ? 'pence' : column.kind];
    const color = { argb: column.kind === 'mark' ? SOFT : INK };
    cell.font = { name: FONT, size: 10, bold, color };
    const wrapText = linesOf(column, cells[at] ?? null) > 1;
    cell.alignment = { ...alignmentOf(column.kind), wrapText, vertical: 'top' };
    cell.border = { bottom: { style: 'hair', color: { argb: LINE } } };
  });
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

/** What stands in the cell: text stays text, whatever it begins with; a formula is only ever ours. */
function toSheet(kind: ColumnKind, cell: Cell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (typeof cell === 'string') return cell;
  if (kind === 'pence' || kind === 'change') return cell / 100;
  if (kind === 'metres') return cell / METRES_PER_MILE;
  if (kind === 'seconds') return cell / 60;
  return cell;
}

function alignmentOf(kind: ColumnKind): { readonly horizontal: 'left' | 'right' | 'center' } {
  if (kind === 'text' || kind === 'note') return { horizontal: 'left' };
  return { horizontal: kind === 'mark' ? 'center' : 'right' };
}

/** Column width in characters: what the values need, within reason. */
function widthOf(table: Table, column: Column, at: number): number {
  if (column.width !== undefined) return column.width;
  if (column.kind === 'note') return NOTE_WIDTH;
  if (column.kind === 'pence' || column.kind === 'change') return 17;
  if (column.kind !== 'text') return 12;
  let longest = 10;
  for (const row of table.rows) longest = Math.max(longest, String(row[at] ?? '').length);
  return Math.min(TEXT_WIDTH, longest + 3);
}

/** Columns of the chart's own numbers: beyond the print area, in sight of whoever asks where the bars come from. */
const CHART_COLUMN = 18;
const CHART_HEADS = ['Chart data, £', 'Beneath', 'Total', 'Rise', 'Fall'] as const;

/** The column, counted from 0, and the last column of the print area beside a chart. */
const CHART_AT = 4;
const CHART_END = 'M';
const SMALL = { size: 900, color: { srgb: INK.slice(2) } } as const;
/**
 * A native chart of floating bars: stacked bars over an invisible one. LibreOffice and old Excels do
 * not draw Excel's own waterfall type.
 */
function addWaterfall(page: Worksheet, head: number, spec: WaterfallSpec): void {
  CHART_HEADS.forEach((text, at) => putSoft(page, head, CHART_COLUMN + at, text));
  let level = 0;
  spec.steps.forEach((step, at) => {
    const from = step.kind === 'total' ? 0 : level;
    level = from + step.pence;
    const row = head + 1 + at;
    putSoft(page, row, CHART_COLUMN, step.label);
    const size = Math.abs(step.pence) / 100;
    if (step.kind === 'total') putSoft(page, row, CHART_COLUMN + 2, size);
    else {
      putSoft(page, row, CHART_COLUMN + 1, Math.min(from, level) / 100);
      putSoft(page, row, CHART_COLUMN + (step.pence > 0 ? 3 : 4), size);
    }
  });
  const last = head + spec.steps.length;
  const range = (at: number): string => {
    const letter = columnLetter(CHART_COLUMN + at);
    return `'${page.name}'!$${letter}$${head + 1}:$${letter}$${last}`;
  };
  const largest = Math.max(0, ...spec.steps.map((step) => Math.abs(step.pence)));
  const format = largest >= 1_000_000_000 ? '£#,##0,,"m"' : '£#,##0,"k"';
  const series = (at: number, fill: string) => ({
    name: CHART_HEADS[at] ?? '',
    categories: range(0),
    values: range(at),
    fill,
  });
  page.addBarChart(
    {
      title: null,
      grouping: 'stacked',
      overlap: 100,
      gapWidth: 40,
      showLegend: false,
      series: [
        { name: 'Beneath', categories: range(0), values: range(1), spPr: { noFill: true } },
        series(2, ACCENT.slice(2)),
        series(3, RISE),
        series(4, FALL),
      ],
      categoryAxis: {
        orientation: 'maxMin',
        majorTickMark: 'none',
        minorTickMark: 'none',
        txPr: SMALL,
      },
      valueAxis: {
        min: 0,
        numFmt: format,
        numFmtLinked: false,
        majorGridlines: true,
        majorGridlinesStyle: { border: LINE.slice(2), borderWidth: 0.5 },
        minorTickMark: 'none',
        majorTickMark: 'none',
        tickLblPos: 'high',
        txPr: SMALL,
      },
    },
    { tl: { col: CHART_AT, row: head - 9 }, ext: { cx: 6_300_000, cy: 4_300_000 } },
  );
}

function putSoft(page: Worksheet, row: number, column: number, value: string | number): void {
  const cell = page.getCell(row, column);
  cell.value = value;
  cell.numFmt = typeof value === 'number' ? FORMATS.pence : FORMATS.text;
  cell.font = { name: FONT, size: 8, color: { argb: SOFT } };
}
