import type { TifCurveDay } from '../casework/tif/completion.ts';
import { formatDate, formatDayMonth } from '../format/date.ts';
import { formatPercent, formatQuantity } from '../format/number.ts';
import type { FigureColours } from './colours.ts';
import { figureBase, type Figure } from './figure.ts';

/** The two lines that completion is held against, 0 to 1. */
export interface TifLines {
  readonly target: number;
  readonly commissioning: number;
}

/** Completion of TIFs over time, with the target and the commissioning line drawn and named. */
export function tifCurveFigure(
  curve: readonly TifCurveDay[],
  lines: TifLines,
  colours: FigureColours,
): Figure {
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  const line = (name: string, share: number, type: 'solid' | 'dashed', position: string) => ({
    name,
    yAxis: percent(share),
    lineStyle: { color: colours.ink_soft, type, width: 1 },
    label: {
      position,
      formatter: `${name} ${formatPercent(share, 0)}`,
      color: colours.ink_soft,
      fontSize: 12,
    },
  });
  const last = curve.at(-1);
  return {
    ...figureBase(colours, describeTifCurve(curve, lines)),
    grid: { left: 8, right: 56, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }, // prettier-ignore
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: curve.map(({ on }) => formatDayMonth(on)),
      axisLabel: { color: colours.ink_soft, hideOverlap: true },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { color: colours.ink_soft, formatter: '{value}%' },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'line',
        name: 'TIFs complete',
        data: curve.map(({ share }) => percent(share)),
        symbol: 'none',
        lineStyle: { color: colours.accent, width: 2 },
        areaStyle: { color: colours.band },
        ...(last === undefined
          ? {}
          : {
              endLabel: {
                show: true,
                formatter: formatPercent(last.share, 0),
                color: colours.accent,
                fontWeight: 600,
              },
            }),
        markLine: {
          silent: true,
          symbol: 'none',
          // The names stand on either side of the pair, which may lie close together.
          data: [
            line('Target', lines.target, 'solid', 'insideStartTop'),
            line('Commissioning', lines.commissioning, 'dashed', 'insideStartBottom'),
          ],
        },
      },
    ],
  };
}

/** The curve in a sentence. */
export function describeTifCurve(curve: readonly TifCurveDay[], lines: TifLines): string {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return 'No request is open.';
  const reached = curve.find(({ share }) => share >= lines.commissioning);
  const line = formatPercent(lines.commissioning, 0);
  const crossed =
    reached === undefined
      ? `The commissioning line of ${line} has not been reached.`
      : last.share >= lines.commissioning
        ? `The commissioning line of ${line} is reached.`
        : `The commissioning line of ${line} was reached on ${formatDate(reached.on)} and is not held.`;
  return `${formatPercent(last.share, 0)} of ${formatQuantity(last.asked, 'request')} have a complete TIF on ${formatDate(last.on)}. ${crossed}`;
}
