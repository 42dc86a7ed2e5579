/** The years to come as a fan, and what each assumption does to the last of them. */
import { formatShortPounds } from '../format/money.ts';
import type { Forecast } from '../pressure/forecast/forecast.ts';
import type { FigureColours } from './colours.ts';
import { amountAxis, figureBase, FIT_LABELS, moneyScale, nameAxis, type Figure } from './figure.ts';

/** A forecast with the names of its years. */
export interface FanLine {
  readonly base_year: string;
  readonly names: readonly string[];
  readonly forecast: Forecast;
}

/** P10 to P90 as a band about the P50, from the base year on; the budget as a dashed line. The axis starts at zero. */
export function fanFigure({ base_year, names, forecast }: FanLine, colours: FigureColours): Figure {
  const { base_pence, years } = forecast;
  const largest = Math.max(base_pence, ...years.map(({ p90_pence }) => p90_pence));
  const scale = moneyScale(largest);
  const units = (pence: number): number => pence / scale.divide;
  const band = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } }; // prettier-ignore
  const line = { type: 'line', symbol: 'circle', symbolSize: 5 };
  const isHeld = years.some(({ budget_pence }) => budget_pence !== null);
  return {
    ...figureBase(colours, describeFan({ base_year, names, forecast })),
    grid: { left: 8, right: 88, top: 20, bottom: 8, ...FIT_LABELS },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [base_year, ...names],
      axisLabel: { color: colours.ink_soft },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: colours.ink_soft, formatter: scale.axis },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      { ...band, data: [base_pence, ...years.map(({ p10_pence }) => p10_pence)].map(units) },
      {
        ...band,
        areaStyle: { color: colours.band, opacity: 1 },
        data: [0, ...years.map(({ p10_pence, p90_pence }) => p90_pence - p10_pence)].map(units),
      },
      {
        ...line,
        lineStyle: { color: colours.accent, width: 2 },
        itemStyle: { color: colours.accent },
        endLabel: { show: true, color: colours.ink, formatter: `P50 ${formatShortPounds(years.at(-1)?.p50_pence ?? base_pence)}` }, // prettier-ignore
        data: [base_pence, ...years.map(({ p50_pence }) => p50_pence)].map(units),
      },
      ...(isHeld
        ? [
            {
              ...line,
              symbol: 'none',
              lineStyle: { color: colours.ink_soft, width: 1.5, type: 'dashed' },
              endLabel: { show: true, color: colours.ink_soft, formatter: 'budget' },
              data: [null, ...years.map(({ budget_pence }) => budget_pence)].map((pence) => (pence === null ? null : units(pence))), // prettier-ignore
            },
          ]
        : []),
    ],
  };
}

/** The fan in a sentence, for those who hear it. */
export function describeFan({ base_year, names, forecast }: FanLine): string {
  const years = forecast.years.map(
    ({ p10_pence, p50_pence, p90_pence }, at) =>
      `${names[at] ?? ''} ${formatShortPounds(p50_pence)}, from ${formatShortPounds(p10_pence)} to ${formatShortPounds(p90_pence)} in 8 of 10 draws`,
  );
  return `Cost from ${formatShortPounds(forecast.base_pence)} in ${base_year}: ${years.join('; ')}.`;
}

/** The last year with each assumption at its P10 and P90, widest first, about the cost with all at their means. */
export function tornadoFigure(forecast: Forecast, colours: FigureColours): Figure {
  const bars = forecast.tornado;
  const all = bars.flatMap(({ low_pence, high_pence }) => [low_pence, high_pence]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const scale = moneyScale(most);
  const units = (pence: number): number => pence / scale.divide;
  const room = (most - least) * 0.3;
  return {
    ...figureBase(colours, describeTornado(forecast)),
    grid: { left: 8, right: 64, top: 8, bottom: 8, ...FIT_LABELS },
    xAxis: { ...amountAxis(colours, scale), ...roundEnds(units(least - room), units(most + room)) },
    yAxis: nameAxis(colours, bars.map(({ label }) => label)), // prettier-ignore
    series: [
      { type: 'bar', stack: 'bars', silent: true, itemStyle: { color: 'transparent' }, data: bars.map(({ low_pence, high_pence }) => units(Math.min(low_pence, high_pence))) }, // prettier-ignore
      {
        type: 'bar',
        stack: 'bars',
        barCategoryGap: '36%',
        itemStyle: { color: colours.accent, borderRadius: 2 },
        data: bars.map(({ low, high, low_pence, high_pence }) => ({
          value: units(Math.abs(high_pence - low_pence)),
          label: { show: true, position: 'right', color: colours.ink, formatter: `${tenths(low)} to ${tenths(high)}% a year` }, // prettier-ignore
        })),
      },
    ],
  };
}

/** Ends of an axis that does not begin at zero, on whole steps of 1, 2 or 5, so that every mark is a round figure. */
function roundEnds(least: number, most: number): { min: number; max: number; interval: number } {
  const rough = Math.max((most - least) / 6, Number.EPSILON);
  const tens = 10 ** Math.floor(Math.log10(rough));
  const interval = tens * ([1, 2, 5, 10].find((step) => step * tens >= rough) ?? 10);
  const on = (value: number): number => Number((value * interval).toFixed(9));
  return { min: on(Math.floor(least / interval)), max: on(Math.ceil(most / interval)), interval };
}

/** The tornado in a sentence. */
export function describeTornado({ tornado }: Forecast): string {
  const bars = tornado.map(
    ({ label, low, high, low_pence, high_pence }) =>
      `${label} from ${tenths(low)} to ${tenths(high)}% a year: ${formatShortPounds(low_pence)} to ${formatShortPounds(high_pence)}`,
  );
  return `What moves the last year: ${bars.join('; ')}.`;
}

function tenths(percent: number): string {
  return `${percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(1)}`;
}
