/** A price series over time; the line breaks where weeks or months are missing, so that a gap is seen. */
import { daysBetween, type IsoDate } from '../calendar/dates.ts';
import type { FigureColours } from './colours.ts';
import { FIT_LABELS, figureBase, type Figure } from './figure.ts';

/** A point in the unit that is drawn: pence a litre, points, pounds an hour. */
export interface SeriesPoint {
  readonly day: IsoDate;
  readonly value: number;
  readonly corrected: boolean;
}

/** What is drawn of a series. */
export interface SeriesLine {
  readonly points: readonly SeriesPoint[];
  /** Points further apart than this are not joined, days. */
  readonly breaks_after_days: number;
  /** `p`, '' or `£`. */
  readonly unit: 'p' | '' | '£';
  /** Whether a value holds until the next: a wage floor. */
  readonly steps: boolean;
  readonly description: string;
  /** A value drawn across, with its words. */
  readonly level?: { readonly value: number; readonly words: string };
}

/** Weeks further apart than this are not joined, days. */
export const WEEKS_APART_DAYS = 14;

/** The line, with lone points and corrected ones marked. */
export function priceSeriesFigure(line: SeriesLine, colours: FigureColours): Figure {
  const { points, breaks_after_days: most } = line;
  const last = points.at(-1);
  const data = points.flatMap(({ day, value }, at) => {
    const before = points[at - 1];
    const broken = before !== undefined && daysBetween(before.day, day) > most;
    return broken ? [[before.day, null], [day, value]] : [[day, value]];
  }); // prettier-ignore
  const isFar = (a: SeriesPoint | undefined, b: SeriesPoint | undefined): boolean =>
    a === undefined || b === undefined || daysBetween(a.day, b.day) > most;
  const lone = points.filter((point, at) => isFar(points[at - 1], point) && isFar(point, points[at + 1])); // prettier-ignore
  const dots = (name: string, shown: readonly SeriesPoint[], color: string, symbol: string) => ({
    type: 'scatter',
    name,
    symbol,
    symbolSize: 5,
    silent: true,
    itemStyle: { color },
    data: shown.map(({ day, value }) => [day, value]),
  });
  const [before, after] = line.unit === '£' ? ['£', ''] : ['', line.unit];
  return {
    ...figureBase(colours, line.description),
    grid: { left: 8, right: 72, top: 12, bottom: 8, ...FIT_LABELS },
    xAxis: {
      type: 'time',
      axisLabel: { color: colours.ink_soft, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colours.ink_soft, formatter: `${before}{value}${after}` },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        symbol: 'none',
        ...(line.steps ? { step: 'end' } : {}),
        connectNulls: false,
        lineStyle: { color: colours.accent, width: 1.5 },
        data,
        endLabel: {
          show: last !== undefined,
          color: colours.ink,
          formatter: last === undefined ? '' : `${before}${last.value}${after}`,
        },
        ...(line.level === undefined ? {} : { markLine: levelLine(line.level, colours) }),
      },
      dots('alone', lone, colours.accent, 'circle'),
      dots(
        'corrected',
        points.filter(({ corrected }) => corrected),
        colours.rise,
        'diamond',
      ),
    ],
  };
}

function levelLine(level: { readonly value: number; readonly words: string }, colours: FigureColours) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.ink_soft, type: 'dashed' },
    label: { position: 'insideStartTop', formatter: level.words, color: colours.ink_soft },
    data: [{ yAxis: level.value }],
  };
} // prettier-ignore
