import { formatPoundsChange, formatShortPounds } from '../format/money.ts';
import type { FigureColours } from './colours.ts';
import { FIT_LABELS, amountAxis, figureBase, moneyScale, nameAxis, type Figure } from './figure.ts';

/** A bar to draw; `total` stands on zero, `change` floats. Money in pence. */
export interface WaterfallStep {
  readonly key: string;
  readonly label: string;
  readonly pence: number;
  readonly kind: 'total' | 'change';
  readonly estimated: boolean;
}

interface Placed {
  readonly step: WaterfallStep;
  readonly from: number;
  readonly to: number;
}

/** Floating bars from the first total to the last, each labelled with its amount; the axis starts at zero. */
export function waterfallFigure(steps: readonly WaterfallStep[], colours: FigureColours): Figure {
  const placed = placeSteps(steps);
  const largest = Math.max(0, ...placed.flatMap(({ from, to }) => [from, to]));
  const scale = moneyScale(largest);
  const units = (pence: number): number => pence / scale.divide;
  return {
    ...figureBase(colours, describeWaterfall(steps)),
    grid: { left: 8, right: 72, top: 8, bottom: 8, ...FIT_LABELS },
    xAxis: amountAxis(colours, scale),
    yAxis: nameAxis(
      colours,
      steps.map((step) => step.label),
    ),
    series: [
      {
        type: 'bar',
        stack: 'bars',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: placed.map(({ from, to }) => units(Math.min(from, to))),
      },
      {
        type: 'bar',
        stack: 'bars',
        barCategoryGap: '28%',
        data: placed.map(({ step, from, to }) => ({
          name: step.key,
          value: units(Math.abs(to - from)),
          itemStyle: { color: colourOf(step, colours), borderRadius: 2 },
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            fontWeight: step.kind === 'total' ? 600 : 400,
            formatter: labelOf(step),
          },
        })),
        markLine: connectors(placed, units, colours),
      },
    ],
  };
}

function placeSteps(steps: readonly WaterfallStep[]): Placed[] {
  let level = 0;
  return steps.map((step) => {
    const from = step.kind === 'total' ? 0 : level;
    level = from + step.pence;
    return { step, from, to: level };
  });
}

function colourOf(step: WaterfallStep, colours: FigureColours): string {
  if (step.kind === 'total') return colours.accent;
  return step.pence > 0 ? colours.rise : colours.fall;
}

function labelOf(step: WaterfallStep): string {
  const amount =
    step.kind === 'total' ? formatShortPounds(step.pence) : formatPoundsChange(step.pence);
  return step.estimated ? `${amount} est.` : amount;
}

/** Thin lines that carry the level from one bar to the next. */
function connectors(
  placed: readonly Placed[],
  units: (pence: number) => number,
  colours: FigureColours,
): Figure {
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { color: colours.ink_soft, width: 1, type: 'dotted' },
    data: placed
      .slice(0, -1)
      .map(({ to }, at) => [{ coord: [units(to), at] }, { coord: [units(to), at + 1] }]),
  };
}

/** The chart in a sentence, for those who hear it. */
export function describeWaterfall(steps: readonly WaterfallStep[]): string {
  const parts = steps.map((step) => `${step.label} ${labelOf(step)}`);
  return `Waterfall of the change in cost: ${parts.join(', ')}.`;
}
