import { formatShortPounds } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import type { FigureColours } from './colours.ts';
import { FIT_LABELS, amountAxis, figureBase, moneyScale, nameAxis, type Figure } from './figure.ts';

/** A row to draw; money in pence a year. */
export interface BreakdownBar {
  readonly key: string;
  readonly label: string;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
}

/** The dearest rows and the rest in one bar, so that the bars still add up to the whole. At least 2. */
export function topAndRest(rows: readonly BreakdownBar[], most: number): BreakdownBar[] {
  if (rows.length <= most) return [...rows];
  const top = rows.slice(0, most - 1);
  const others = rows.slice(most - 1);
  const sum = (pick: (row: BreakdownBar) => number): number =>
    others.reduce((total, row) => total + pick(row), 0);
  return [
    ...top,
    {
      key: '*',
      label: `${formatCount(others.length)} others`,
      cost_year_pence: sum((row) => row.cost_year_pence),
      last_year_pence: sum((row) => row.last_year_pence),
    },
  ];
}

/** Bars of this year, dearest first, with last year's as a mark across each. */
export function breakdownFigure(
  rows: readonly BreakdownBar[],
  colours: FigureColours,
  most = 12,
): Figure {
  const shown = topAndRest(rows, most);
  const largest = Math.max(
    0,
    ...shown.flatMap((row) => [row.cost_year_pence, row.last_year_pence]),
  );
  const scale = moneyScale(largest);
  const described = shown.map((row) => `${row.label} ${formatShortPounds(row.cost_year_pence)}`);
  return {
    ...figureBase(colours, `Cost a year: ${described.join(', ')}.`),
    grid: { left: 8, right: 64, top: 8, bottom: 8, ...FIT_LABELS },
    xAxis: amountAxis(colours, scale),
    yAxis: nameAxis(
      colours,
      shown.map((row) => row.label),
    ),
    series: [
      {
        type: 'bar',
        name: 'This year',
        barCategoryGap: '32%',
        itemStyle: { color: colours.accent, borderRadius: 2 },
        data: shown.map((row) => ({
          name: row.key,
          value: row.cost_year_pence / scale.divide,
          label: {
            show: true,
            position: 'right',
            color: colours.ink,
            formatter: formatShortPounds(row.cost_year_pence),
          },
        })),
      },
      {
        type: 'scatter',
        name: 'Last year',
        symbol: 'rect',
        symbolSize: [2, 18],
        silent: true,
        itemStyle: { color: colours.ink },
        data: shown.map((row, at) => [row.last_year_pence / scale.divide, at]),
      },
    ],
  };
}
