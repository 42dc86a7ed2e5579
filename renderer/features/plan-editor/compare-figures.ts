/** The figures of two plans line by line, with their difference. */
import type { ComparisonView } from '../../../shared/api/views/edits.ts';
import type { PlanFigures } from '../../../shared/edits/compare-plans.ts';
import { formatMiles } from '../../../shared/format/distance.ts';
import { formatPounds } from '../../../shared/format/money.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { formatMinutes } from '../../../shared/format/time.ts';

/** One line of the table of figures, in words. */
export interface FigureLine {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  /** b less a, with its sign; empty where nothing differs. */
  readonly difference: string;
}

type Words = (value: number) => string;

const LINES: readonly (readonly [string, (of: PlanFigures) => number, Words])[] = [
  ['Cost a year', (of) => of.cost_year_pence, formatPounds],
  ['Cost a day', (of) => of.cost_day_pence, formatPounds],
  ['Clients on a route', (of) => of.clients, formatCount],
  ['Unallocated', (of) => of.unallocated, formatCount],
  ['Routes', (of) => of.routes, formatCount],
  ['New routes, not let yet', (of) => of.new_routes, formatCount],
  ['Routes with one client', (of) => of.alone, formatCount],
  ['Routes with an assistant', (of) => of.with_assistant, formatCount],
  ['Mean ride to school', (of) => of.mean_ride_s, formatMinutes],
  ['Longest ride', (of) => of.longest_ride_s, formatMinutes],
  ['Clients over their ride limit', (of) => of.over_limit, formatCount],
  ['Morning miles', (of) => of.distance_m, formatMiles],
  ['Broken rules', (of) => of.broken, formatCount],
];

/** All lines: money, children, rides, then a line for each vehicle class. */
export function figureLines({ a, b, vehicles }: ComparisonView): readonly FigureLine[] {
  const classes = [...new Set([...a.vehicles, ...b.vehicles].map((each) => each.vehicle_class))];
  const countOf =
    (id: string) =>
    (of: PlanFigures): number =>
      of.vehicles.find((each) => each.vehicle_class === id)?.routes ?? 0;
  const lines = [
    ...LINES,
    ...classes.map((id) => [vehicles[id] ?? id, countOf(id), formatCount] as const),
  ];
  return lines.map(([label, of, words]) => {
    const [one, two] = [of(a), of(b)];
    const by = two - one;
    const size = words(Math.abs(by));
    const isNone = size === words(0);
    return {
      label,
      a: words(one),
      b: words(two),
      difference: isNone ? '' : `${by > 0 ? '+' : '\u2212'}${size}`,
    };
  });
}
