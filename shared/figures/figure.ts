/** A chart as plain data: an ECharts option without functions, so that it can cross a wire. */
import type { FigureColours } from './colours.ts';

export type Figure = Readonly<Record<string, unknown>>;

/** Keeps axis labels inside the grid's margins (ECharts 6: what containLabel was). */
export const FIT_LABELS = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

/** What every figure has: type, description for a screen reader, no motion, room for its labels. */
export function figureBase(colours: FigureColours, description: string): Figure {
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: colours.font, color: colours.ink, fontSize: 12 },
    aria: { enabled: true, label: { enabled: true, description } },
    grid: { left: 8, right: 16, top: 12, bottom: 8, ...FIT_LABELS },
  };
}

/** An axis of amounts that begins at zero, in quiet lines. */
export function amountAxis(colours: FigureColours, scale: MoneyScale): Figure {
  return {
    type: 'value',
    min: 0,
    axisLabel: { color: colours.ink_soft, formatter: scale.axis, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colours.line } },
  };
}

/** An axis of names, first on top. */
export function nameAxis(colours: FigureColours, names: readonly string[]): Figure {
  return {
    type: 'category',
    inverse: true,
    data: names,
    axisLabel: { color: colours.ink, interval: 0, width: 150, overflow: 'break' },
    axisLine: { lineStyle: { color: colours.ink_soft } },
    axisTick: { show: false },
  };
}

/** Axis labels that begin with an amount: the sign belongs before the pound. */
const AMOUNT = '£{value}';
const MINUS = '\u2212';

/** The option ECharts draws from: a label's template cannot put a sign before the pound, a function can. */
export function drawable(figure: Figure): Figure {
  return { ...figure, xAxis: signed(figure['xAxis']), yAxis: signed(figure['yAxis']) };
}

function signed(axis: unknown): unknown {
  if (!isRecord(axis) || !isRecord(axis['axisLabel'])) return axis;
  const { formatter } = axis['axisLabel'];
  if (typeof formatter !== 'string' || !formatter.startsWith(AMOUNT)) return axis;
  const unit = formatter.slice(AMOUNT.length);
  const label = (value: number): string =>
    `${value < 0 ? MINUS : ''}£${Math.abs(value)}${value === 0 ? '' : unit}`;
  return { ...axis, axisLabel: { ...axis['axisLabel'], formatter: label } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Pence on an axis: what to divide by, and the label's template. */
export interface MoneyScale {
  readonly divide: number;
  readonly axis: string;
}

/** Millions, thousands or pounds, by the largest amount in pence. */
export function moneyScale(largest: number): MoneyScale {
  if (largest >= 200_000_000) return { divide: 100_000_000, axis: '£{value}m' };
  if (largest >= 500_000) return { divide: 100_000, axis: '£{value}k' };
  return { divide: 100, axis: '£{value}' };
}
