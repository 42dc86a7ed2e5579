/** Native charts of a workbook, with their numbers beside the print area. */
import { columnLetter } from './workbook-form.ts';
import { ACCENT, FONT, FORMATS, INK, LINE, SOFT } from './workbook-look.ts';
import type { Worksheet } from './workbook-parts.ts';

const RISE = 'B35900';
const FALL = '0060A0';

/** A waterfall drawn beside its table: amounts in pence, each label with its amount in words. */
export interface WaterfallSpec {
  readonly steps: readonly {
    readonly label: string;
    readonly pence: number;
    readonly kind: 'total' | 'change';
  }[];
}

/** Columns of the chart's own numbers: beyond the print area, in sight of whoever asks where the bars come from. */
const CHART_COLUMN = 18;
const CHART_HEADS = ['Chart data, £', 'Beneath', 'Total', 'Rise', 'Fall'] as const;

/** The column, counted from 0, and the last column of the print area beside a chart. */
const CHART_AT = 4;
export const CHART_END = 'M';
const SMALL = { size: 900, color: { srgb: INK.slice(2) } } as const;
/**
 * A native chart of floating bars: stacked bars over an invisible one. LibreOffice and old Excels do
 * not draw Excel's own waterfall type.
 */
export function addWaterfall(page: Worksheet, head: number, spec: WaterfallSpec): void {
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

/** Where a model's years stand: rows of the names and the lines, letters of the first and last column. */
export interface FanSpec {
  readonly names: number;
  readonly p10: number;
  readonly central: number;
  readonly p90: number;
  readonly budget: number;
  readonly from: number;
  readonly to: number;
  /** Row that the chart begins beside, and how many rows it is high. */
  readonly row: number;
  readonly rows: number;
}

const FAN: readonly { readonly key: 'p90' | 'central' | 'p10' | 'budget'; readonly name: string; readonly line: string; readonly dash: 'solid' | 'dash'; readonly width: number }[] = [
  { key: 'p90', name: 'P90', line: '8AA9AB', dash: 'solid', width: 1.25 },
  { key: 'central', name: 'Central path', line: ACCENT.slice(2), dash: 'solid', width: 2.5 },
  { key: 'p10', name: 'P10', line: '8AA9AB', dash: 'solid', width: 1.25 },
  { key: 'budget', name: 'Budget', line: RISE, dash: 'dash', width: 1.5 },
]; // prettier-ignore

/** Row height of a sheet as it comes, in the drawing's own units. */
const ROW_EMU = 190_500;

/** The column, counted from 0, that the fan begins in: right of the assumptions’ units. */
const FAN_AT = 4;

/** The years to come as lines from the base year on; the numbers are taken from the model, so they follow what is changed there. */
export function addFan(page: Worksheet, spec: FanSpec): void {
  const head = spec.names;
  putSoft(page, head, CHART_COLUMN, 'Chart data, £');
  const hasBudget = typeof keptNumber(page, spec.budget, spec.to) === 'number';
  // Without a budget its line would lie on the axis.
  const lines = FAN.filter(({ key }) => key !== 'budget' || hasBudget);
  lines.forEach(({ name }, at) => putSoft(page, head, CHART_COLUMN + 1 + at, name));
  const years = spec.to - spec.from + 1;
  for (let year = 0; year < years; year++) {
    const from = spec.from + year;
    const letter = columnLetter(from);
    const name = page.getCell(spec.names, from).value;
    putSoft(page, head + 1 + year, CHART_COLUMN, typeof name === 'string' ? name : '');
    lines.forEach(({ key }, at) => {
      const ref = `${letter}${spec[key]}`;
      const result = keptNumber(page, spec[key], from);
      // A year that never has a value, as the base year has no budget, is left empty: an error in its place is drawn at nothing.
      if (result === null && year === 0) return;
      const cell = page.getCell(head + 1 + year, CHART_COLUMN + 1 + at);
      putSoft(page, head + 1 + year, CHART_COLUMN + 1 + at, 0);
      cell.value = { formula: `IF(${ref}="",NA(),${ref})`, result: result ?? { error: '#N/A' } };
    });
  }
  const range = (at: number): string => {
    const letter = columnLetter(CHART_COLUMN + at);
    return `'${page.name}'!$${letter}$${head + 1}:$${letter}$${head + years}`;
  };
  page.addLineChart(
    {
      title: null,
      grouping: 'standard',
      showLegend: true,
      legendPosition: 'r',
      displayBlanksAs: 'gap',
      series: lines.map(({ name, line, dash, width }, at) => ({
        name,
        categories: range(0),
        values: range(at + 1),
        line,
        lineWidth: width,
        lineDash: dash,
        marker: { symbol: 'none' },
        smooth: false,
      })),
      categoryAxis: { majorTickMark: 'none', minorTickMark: 'none', txPr: SMALL },
      valueAxis: {
        min: 0,
        numFmt: '£#,##0,,"m"',
        numFmtLinked: false,
        majorGridlines: true,
        majorGridlinesStyle: { border: LINE.slice(2), borderWidth: 0.5 },
        minorTickMark: 'none',
        majorTickMark: 'none',
        txPr: SMALL,
      },
    },
    { tl: { col: FAN_AT, row: spec.row - 1 }, ext: { cx: 6_000_000, cy: spec.rows * ROW_EMU } },
  );
}

/** The number that a cell shows as it is written; null for none. */
function keptNumber(page: Worksheet, row: number, column: number): number | null {
  const { value } = page.getCell(row, column);
  const kept =
    typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  return typeof kept === 'number' ? kept : null;
}

function putSoft(page: Worksheet, row: number, column: number, value: string | number): void {
  const cell = page.getCell(row, column);
  cell.value = value;
  cell.numFmt = typeof value === 'number' ? FORMATS.pence : FORMATS.text;
  cell.font = { name: FONT, size: 8, color: { argb: SOFT } };
}
