import type { IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import { formatPercent } from '../format/number.ts';
import { formatPumpPrice, formatShortPounds } from '../format/money.ts';
import type { FigureColours } from './colours.ts';
import { FIT_LABELS, figureBase, moneyScale, type Figure } from './figure.ts';
import { priceSeriesFigure, WEEKS_APART_DAYS } from './price-series-figure.ts';

/** What the fuel figures need. Prices in hundredths of a penny a litre, money in pence a year. */
export interface FuelLine {
  readonly base: number;
  readonly today: number | null;
  readonly today_on: IsoDate | null;
  readonly share_low: number;
  readonly share_high: number;
  readonly litres_year: number;
  readonly cost_year_pence: number;
  readonly history: readonly { readonly on: IsoDate; readonly diesel: number }[];
}

/** The span of pump prices drawn: what Great Britain has seen since 2018 and a margin, hundredths of a penny. */
const LOWEST = 10_000;
const HIGHEST = 25_000;

/** The change in the year's cost over the pump price: the line by litres, the band by fuel's share; base and today marked. */
export function fuelEffectFigure(
  fuel: FuelLine,
  colours: FigureColours,
  chosen: number | null = null,
): Figure {
  const ends = [LOWEST, fuel.base, HIGHEST].sort((a, b) => a - b);
  const at = (share: number, diesel: number): number =>
    fuel.cost_year_pence * share * (diesel / fuel.base - 1);
  const middle = (diesel: number): number => (fuel.litres_year * (diesel - fuel.base)) / 100;
  const largest = Math.max(...ends.map((end) => Math.abs(at(fuel.share_high, end))));
  const scale = moneyScale(largest);
  const point = (diesel: number, pence: number) => [diesel / 100, pence / scale.divide];
  const edges = ends.map((end) => {
    const pair = [at(fuel.share_low, end), at(fuel.share_high, end)].sort((a, b) => a - b);
    return { end, low: pair[0] ?? 0, high: pair[1] ?? 0 };
  });
  const bandLine = { type: 'line', stack: 'band', stackStrategy: 'all', symbol: 'none' };
  const named = (formatter: string) => ({ show: true, formatter, color: colours.ink });
  const hidden = { lineStyle: { opacity: 0 }, silent: true };
  return {
    ...figureBase(colours, describeFuel(fuel, middle)),
    grid: { left: 8, right: 76, top: 28, bottom: 8, ...FIT_LABELS },
    xAxis: {
      type: 'value',
      min: LOWEST / 100,
      max: HIGHEST / 100,
      interval: 25,
      axisLabel: { color: colours.ink_soft, formatter: '{value}p' },
      axisLine: { lineStyle: { color: colours.line } },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      axisLabel: { color: colours.ink_soft, formatter: scale.axis },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        ...bandLine,
        ...hidden,
        endLabel: named(`share ${formatPercent(fuel.share_low, 0)}`),
        data: edges.map((edge) => point(edge.end, edge.low)),
      },
      {
        ...bandLine,
        ...hidden,
        endLabel: named(`share ${formatPercent(fuel.share_high, 0)}`),
        areaStyle: { color: colours.band, opacity: 1 },
        data: edges.map((edge) => point(edge.end, edge.high - edge.low)),
      },
      {
        type: 'line',
        symbol: 'none',
        lineStyle: { color: colours.accent, width: 2 },
        endLabel: named('by litres'),
        data: ends.map((end) => point(end, middle(end))),
        markLine: priceMarks(fuel, colours),
        ...(chosen === null ? {} : chosenMark(point(chosen, middle(chosen)), colours)),
      },
    ],
  };
}

function describeFuel(fuel: FuelLine, middle: (diesel: number) => number): string {
  const today =
    fuel.today === null || fuel.today_on === null
      ? ''
      : ` At ${formatPumpPrice(fuel.today)}, the price of ${formatDate(fuel.today_on)}, it is ${formatShortPounds(middle(fuel.today))}.`;
  return `Change in the year's cost by the pump price of diesel; none at ${formatPumpPrice(fuel.base)}.${today}`;
}

function priceMarks(fuel: FuelLine, colours: FigureColours): Figure {
  const mark = (diesel: number, name: string, type: string) => ({
    xAxis: diesel / 100,
    lineStyle: { color: colours.ink_soft, width: 1, type },
    label: { show: true, position: 'end', formatter: name, color: colours.ink, fontSize: 11 },
  });
  const near = fuel.today !== null && Math.abs(fuel.today - fuel.base) < 1500;
  const base = mark(fuel.base, `priced at ${(fuel.base / 100).toFixed(1)}p`, 'dashed');
  const today =
    fuel.today === null
      ? []
      : [mark(fuel.today, `today ${(fuel.today / 100).toFixed(1)}p`, 'solid')];
  const raised = near ? { ...base, label: { ...base.label, distance: [0, 18] } } : base;
  return { silent: true, symbol: 'none', data: [raised, ...today] };
}

function chosenMark(coord: readonly number[], colours: FigureColours): Figure {
  const itemStyle = { color: colours.surface, borderColor: colours.accent, borderWidth: 3 };
  return {
    markPoint: {
      symbol: 'circle',
      symbolSize: 12,
      silent: true,
      label: { show: false },
      data: [{ coord, itemStyle }],
    },
  };
}

/** Diesel at the pump week by week, with the newest price named and the price of the contracts drawn; missing weeks are not bridged. */
export function fuelHistoryFigure(fuel: FuelLine, colours: FigureColours): Figure {
  const last = fuel.history.at(-1);
  const named =
    last === undefined
      ? 'Diesel at the pump: no weeks imported.'
      : `Diesel at the pump, ${fuel.history.length} weeks to ${formatDate(last.on)}: ${formatPumpPrice(last.diesel)}.`;
  return priceSeriesFigure(
    {
      points: fuel.history.map(({ on, diesel }) => ({ day: on, value: diesel / 100, corrected: false })), // prettier-ignore
      breaks_after_days: WEEKS_APART_DAYS,
      unit: 'p',
      steps: false,
      description: named,
      level: {
        value: fuel.base / 100,
        words: `contracts priced at ${(fuel.base / 100).toFixed(1)}p`,
      },
    },
    colours,
  );
}
