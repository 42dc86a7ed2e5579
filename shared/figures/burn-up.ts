import type { BurnUp, BurnUpDay } from '../casework/work/burn-up.ts';
import type { Forecast } from '../casework/work/forecast.ts';
import { formatDate, formatDayMonth } from '../format/date.ts';
import { formatCount } from '../format/number.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { FigureColours } from './colours.ts';
import { FIT_LABELS, figureBase, type Figure } from './figure.ts';
import type { Table } from './table.ts';

interface Curve {
  readonly name: string;
  readonly colour: (colours: FigureColours) => string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
  readonly valueOf: (day: BurnUpDay) => number | null;
}

/** Told apart by dash as well as by colour. */
const CURVES: readonly Curve[] = [
  {
    name: 'Received',
    colour: ({ ink_soft }) => ink_soft,
    dash: 'solid',
    valueOf: (day) => day.received,
  },
  { name: 'Decided', colour: ({ accent }) => accent, dash: 'solid', valueOf: (day) => day.decided },
  {
    name: 'Handed over',
    colour: ({ fall }) => fall,
    dash: 'dashed',
    valueOf: (day) => day.handed_over,
  },
  { name: 'Planned', colour: ({ rise }) => rise, dash: 'dotted', valueOf: (day) => day.planned },
  { name: 'In place', colour: ({ rise }) => rise, dash: 'solid', valueOf: (day) => day.in_place },
];

/** The curves of the summer against the deadline, and the span in which the last decision is forecast. */
export function burnUpFigure(
  burn: BurnUp,
  at: { readonly deadline_on: IsoDate; readonly forecast: Forecast },
  colours: FigureColours,
): Figure {
  const { days } = burn;
  const shown = CURVES.filter(({ valueOf }) => days.some((day) => (valueOf(day) ?? 0) > 0));
  return {
    ...figureBase(colours, describeBurnUp(burn)),
    grid: { left: 8, right: 32, top: 28, bottom: 8, ...FIT_LABELS },
    xAxis: {
      type: 'time',
      axisLabel: { color: colours.ink_soft, formatter: '{d} {MMM}', hideOverlap: true },
      axisLine: { lineStyle: { color: colours.ink_soft } },
      axisTick: { show: false },
      splitLine: { show: false },
      ...(at.forecast.kind === 'told' ? { max: at.forecast.p90 } : {}),
    },
    yAxis: {
      type: 'value',
      min: 0,
      // Room above the highest curve, so that its label stands clear of the deadline's.
      boundaryGap: [0, '14%'],
      axisLabel: { color: colours.ink_soft, hideOverlap: true },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      ...shown.map((curve, index) =>
        curveSeries(curve, days, {
          colours,
          index,
          marks: index === 0 ? marksOf(at, colours) : null,
        }),
      ),
      ...forecastSeries(burn, at.forecast, colours),
    ],
  };
}

function curveSeries(
  { name, colour, dash, valueOf }: Curve,
  days: readonly BurnUpDay[],
  at: { readonly colours: FigureColours; readonly index: number; readonly marks: Figure | null },
): Figure {
  const last = days.at(-1);
  return {
    type: 'line',
    name,
    step: 'end',
    showSymbol: name === 'Planned' || name === 'In place',
    symbolSize: 6,
    lineStyle: { color: colour(at.colours), width: name === 'Decided' ? 2.5 : 1.5, type: dash },
    itemStyle: { color: colour(at.colours) },
    endLabel: {
      show: true,
      color: at.colours.ink,
      // Left of the end, so that the forecast has the right to itself.
      align: 'right',
      verticalAlign: 'bottom',
      offset: [-10, -3],
      backgroundColor: at.colours.surface,
      padding: [1, 3],
      formatter: `${name} ${last === undefined ? '' : formatCount(valueOf(last) ?? 0)}`,
    },
    labelLayout: { moveOverlap: 'shiftY' },
    data: days.flatMap((day) => {
      const value = valueOf(day);
      return value === null ? [] : [[day.on, value]];
    }),
    ...(at.marks === null ? {} : { markLine: at.marks }),
  };
}

/** The deadline, drawn with its name. */
function marksOf(
  { deadline_on }: { readonly deadline_on: IsoDate },
  colours: FigureColours,
): Figure {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: colours.ink, type: 'dashed', width: 1 },
    label: {
      show: true,
      color: colours.ink,
      formatter: `Deadline ${formatDayMonth(deadline_on)}`,
      position: 'end',
    },
    data: [{ xAxis: deadline_on }],
  };
}

/** From what is decided today to all of them: by the middle day, and by the day nine in ten futures keep. */
function forecastSeries(
  burn: BurnUp,
  forecast: Forecast,
  colours: FigureColours,
): readonly Figure[] {
  const last = burn.days.at(-1);
  if (forecast.kind !== 'told' || last === undefined) return [];
  return [forecast.p50, forecast.p90].map((day, index) => ({
    type: 'line',
    name: index === 0 ? 'Forecast, middle' : 'Forecast, nine in ten',
    showSymbol: true,
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { color: colours.accent, width: 1.5, type: index === 0 ? 'dashed' : 'dotted' },
    itemStyle: { color: colours.accent },
    endLabel: {
      show: true,
      color: colours.ink,
      align: index === 0 ? 'right' : 'left',
      verticalAlign: 'bottom',
      offset: [index === 0 ? -6 : -18, -6],
      formatter: formatDayMonth(day),
    },
    data: [
      [last.on, last.decided],
      [day, burn.requests],
    ],
  }));
}

/** The chart in a sentence, for those who hear it. */
export function describeBurnUp({ days, requests }: BurnUp): string {
  const last = days.at(-1);
  if (last === undefined) return 'No request has been received yet.';
  return (
    `By ${formatDate(last.on)} ${formatCount(last.received)} of ${formatCount(requests)} requests received, ` +
    `${formatCount(last.decided)} decided, ${formatCount(last.handed_over)} handed over, ` +
    `${formatCount(last.planned ?? 0)} planned, ${formatCount(last.in_place ?? 0)} in place.`
  );
}

/** The same days as a table, for screen and .csv file. */
export function burnUpTable(burn: BurnUp, days: readonly BurnUpDay[] = burn.days): Table {
  return {
    key: 'burn-up',
    title: 'Requests by the end of each day',
    columns: [
      { key: 'on', label: 'Day', kind: 'text' },
      { key: 'received', label: 'Received', kind: 'count' },
      { key: 'decided', label: 'Decided', kind: 'count' },
      { key: 'handed_over', label: 'Handed over', kind: 'count' },
      { key: 'planned', label: 'Planned', kind: 'count' },
      { key: 'in_place', label: 'In place', kind: 'count' },
    ],
    rows: days.map((day) => [
      day.on,
      day.received,
      day.decided,
      day.handed_over,
      day.planned,
      day.in_place,
    ]),
    total: null,
    note: '',
  };
}
