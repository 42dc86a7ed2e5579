import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../electron/files/chart-svg.ts';
import { breakdownFigure, topAndRest } from '../../shared/figures/breakdown-figure.ts';
import { PAPER } from '../../shared/figures/colours.ts';
import type { Figure } from '../../shared/figures/figure.ts';
import { fuelEffectFigure, fuelHistoryFigure } from '../../shared/figures/fuel-figures.ts';
import { rideTimesFigure } from '../../shared/figures/ride-times.ts';
import {
  describeWaterfall,
  waterfallFigure,
  type WaterfallStep,
} from '../../shared/figures/waterfall.ts';
import { isoDate } from '../../shared/calendar/dates.ts';

const steps: readonly WaterfallStep[] = [
  { key: 'last', label: '2025/26', pence: 4_000_000_000, kind: 'total', estimated: false },
  { key: 'joiners', label: 'Joiners', pence: 600_000_000, kind: 'change', estimated: true },
  { key: 'sharing', label: 'Sharing', pence: -200_000_000, kind: 'change', estimated: true },
  { key: 'this', label: '2026/27', pence: 4_400_000_000, kind: 'total', estimated: false },
];
const fuel = {
  base: 14_350,
  today: 18_660,
  today_on: isoDate('2026-05-18'),
  share_low: 0.13,
  share_high: 0.33,
  litres_year: 2_000_000,
  cost_year_pence: 4_400_000_000,
  history: [
    { on: isoDate('2026-05-11'), diesel: 18_814 },
    { on: isoDate('2026-05-18'), diesel: 18_656 },
  ],
};
const rows = Array.from({ length: 20 }, (_, at) => ({
  key: String(at),
  label: `Row ${at}`,
  cost_year_pence: 1000 * (20 - at),
  last_year_pence: 900 * (20 - at),
}));
const rides = Array.from({ length: 40 }, (_, at) => ({
  client_id: at + 1,
  ride_s: at * 100,
  limit_s: 2700,
  limit_kind: at % 5 === 0 ? ('clinical' as const) : ('advisory' as const),
}));
const figures: readonly (readonly [string, Figure])[] = [
  ['waterfall', waterfallFigure(steps, PAPER)],
  ['fuel', fuelEffectFigure(fuel, PAPER, 16_000)],
  ['pump prices', fuelHistoryFigure(fuel, PAPER)],
  ['pump prices, none', fuelHistoryFigure({ ...fuel, history: [] }, PAPER)],
  ['breakdown', breakdownFigure(rows, PAPER)],
  ['ride times', rideTimesFigure(rides, PAPER)],
];

describe.each(figures)('the figure of %s', (_name, figure) => {
  it('is plain data with a description', () => {
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
    expect(figure['aria']).toMatchObject({
      enabled: true,
      label: { description: expect.any(String) },
    });
  });

  it('draws', () => {
    expect(chartSvg(figure, { width: 600, height: 300 })).toMatch(/^<svg[\s\S]*<\/svg>$/);
  });
});

it('puts the sign of an amount before the pound', () => {
  const svg = chartSvg(fuelEffectFigure(fuel, PAPER), { width: 600, height: 300 });
  expect(svg).toContain('>−£3m<');
  expect(svg).toContain('>£0<');
  expect(svg).not.toContain('£-');
});

interface Bars {
  readonly series: readonly { readonly data: readonly unknown[] }[];
  readonly xAxis: { readonly min: number };
}

describe('the waterfall', () => {
  const { series, xAxis } = waterfallFigure(steps, PAPER) as unknown as Bars;

  it('stands on zero and floats each change at the level reached', () => {
    expect(xAxis.min).toBe(0);
    expect(series[0]?.data).toEqual([0, 40, 44, 0]);
    expect(series[1]?.data).toMatchObject([
      { value: 40 },
      { value: 6 },
      { value: 2 },
      { value: 44 },
    ]);
  });

  it('labels every bar, with its sign and whether it is estimated, and tells a rise from a fall', () => {
    expect(series[1]?.data).toMatchObject([
      { label: { formatter: '£40.0m' }, itemStyle: { color: PAPER.accent } },
      { label: { formatter: '+£6.0m est.' }, itemStyle: { color: PAPER.rise } },
      { label: { formatter: '\u2212£2.0m est.' }, itemStyle: { color: PAPER.fall } },
      { label: { formatter: '£44.0m' } },
    ]);
    expect(describeWaterfall(steps)).toContain('Joiners +£6.0m est.');
  });
});

describe('the dearest rows', () => {
  it('keep the whole when the rest is put in one', () => {
    const short = topAndRest(rows, 6);
    const sum = (list: readonly { readonly cost_year_pence: number }[]) =>
      list.reduce((total, row) => total + row.cost_year_pence, 0);
    expect(short).toHaveLength(6);
    expect(sum(short)).toBe(sum(rows));
    expect(short.at(-1)?.label).toBe('15 others');
  });
});
