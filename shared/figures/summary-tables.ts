/** The tables of the cost pressure summary. */
import { planDistanceWords } from '../model/plan-distances.ts';
import { isOverLimit } from '../model/plan-rides.ts';
import { formatDate } from '../format/date.ts';
import { formatPumpPrice } from '../format/money.ts';
import { formatCount } from '../format/number.ts';
import type { BreakdownRow, Dimension } from '../pressure/breakdown.ts';
import type { CostFacts } from '../pressure/facts.ts';
import { fuelEffect, todayLabel } from '../pressure/fuel.ts';
import { ADJUSTMENT_KINDS } from '../costing/adjustment-settings.ts';
import { NOTHING_RECORDED } from '../pressure/split/bar-notes.ts';
import type { Overview } from '../pressure/overview.ts';
import { isTooFew, tellTable, toldCount, withheldRows } from './small-numbers.ts';
import { withTotal, type Cell, type Column, type Table } from './table.ts';
import { toldBars } from './told-bars.ts';

const text = (key: string, label: string): Column => ({ key, label, kind: 'text' });
const note = (key: string, label: string): Column => ({ key, label, kind: 'note' });
const count = (key: string, label: string): Column => ({ key, label, kind: 'count' });
const money = (key: string, label: string): Column => ({ key, label, kind: 'pence' });
const sum = (column: Column): Column => ({ ...column, total: 'sum' });
const est = (estimated: boolean): Cell => (estimated ? 'est.' : '');

/** Last year, each change, this year. The changes and last year add up to this year. */
export function whyTable(overview: Overview): Table {
  const whole = (overview.waterfall.at(-1)?.pence ?? 0) - (overview.waterfall[0]?.pence ?? 0);
  const isAdjusted = overview.waterfall.some(({ key }) => ADJUSTMENT_KINDS.some((kind) => kind === key)); // prettier-ignore
  const rows = toldBars(overview.waterfall).map((bar): readonly Cell[] => [
    bar.kind === 'total' ? `Cost in ${bar.label}` : bar.label,
    bar.pence,
    bar.kind === 'total' || whole === 0 ? null : bar.pence / whole,
    est(bar.estimated),
    bar.note,
  ]);
  return {
    key: 'why',
    title: `Why the cost changed from ${overview.last_year} to ${overview.year}`,
    columns: [
      text('bar', 'What changed'),
      { key: 'pence', label: '£ a year', kind: 'change' },
      { key: 'share', label: 'Share of change', kind: 'share' },
      { key: 'estimated', label: 'Est.', kind: 'mark' },
      note('note', 'How it was reckoned'),
    ],
    rows,
    total: null,
    strong: [0, rows.length - 1],
    closes: true,
    note: `The changes add up to the difference of the two years to the penny. A force of which nothing is known has no line.${isAdjusted ? '' : ` ${NOTHING_RECORDED}`}`,
  };
}

/** The bill by kind of line. */
export function billTable(overview: Overview): Table {
  return withTotal(
    {
      key: 'bill',
      title: 'What the cost is made of',
      columns: [
        text('line', 'Line'),
        sum(money('day', '£ a day')),
        sum(money('year', '£ a year')),
        { key: 'estimated', label: 'Est.', kind: 'mark' },
      ],
      rows: overview.lines.map((line) => [
        line.label,
        line.day_pence,
        line.year_pence,
        est(line.estimated),
      ]),
      note: '',
    },
    'All lines',
  );
}

/** One breakdown with both years. */
export function breakdownTable(from: {
  readonly by: Dimension;
  readonly title: string;
  readonly routes: number;
  readonly overview: Overview;
  readonly rows: readonly BreakdownRow[];
}): Table {
  const { overview } = from;
  const table = withTotal(
    {
      key: from.by,
      title: from.title,
      columns: [
        text('label', HEADS[from.by]),
        sum(count('clients', 'Clients')),
        from.by === 'school' ? sum(count('routes', 'Routes')) : count('routes', 'Routes'),
        sum(money('day', '£ a day')),
        sum(money('year', `£ ${overview.year}`)),
        sum(money('last', `£ ${overview.last_year}`)),
        sum({ key: 'change', label: 'Change £', kind: 'change' }),
        money('per_client', '£ a client, a year'),
        {
          key: 'distance',
          label: `Mean miles, ${overview.distance_basis === 'road' ? overview.distances : 'estimated'}`,
          kind: 'metres',
        },
      ],
      rows: from.rows.map((row) => [
        row.label,
        row.clients,
        row.routes,
        row.cost_day_pence,
        row.cost_year_pence,
        row.last_year_pence,
        row.cost_year_pence - row.last_year_pence,
        row.clients === 0 ? null : row.per_client_pence,
        row.mean_distance_m,
      ]),
      note: 'A route’s cost is shared among its clients by the rule named under Assumptions, to the penny. A route that serves several rows is counted in each.',
    },
    'All',
    { routes: from.routes, per_client: overview.per_client_pence },
  );
  return tellTable(table, restsOf(from.rows));
}

/** The children behind each row, this year and last. */
export function restsOf(rows: readonly BreakdownRow[]): readonly (readonly number[])[] {
  return rows.map(({ clients, clients_before }) => [clients, clients_before]);
}

const HEADS: Readonly<Record<Dimension, string>> = {
  school: 'School',
  district: 'District',
  need: 'Need',
  phase: 'Phase',
  provider: 'Provider',
  vehicle: 'Vehicle',
  client: 'Client',
};

/** Placement beyond the nearest suitable school, by the school named. */
export function placementTable(overview: Overview): Table {
  const { placement } = overview;
  const table = withTotal(
    {
      key: 'placement',
      title: 'Cost due to placement beyond the nearest suitable school, est.',
      columns: [
        text('school', 'School'),
        sum(count('clients', 'Clients beyond')),
        sum(money('excess', '£ a year, est.')),
        {
          key: 'metres',
          label: `Mean extra miles, one way, ${placement.distances}`,
          kind: 'metres',
        },
      ],
      rows: placement.rows.map((row) => [
        row.school,
        row.clients,
        row.excess_year_pence,
        row.mean_excess_m,
      ]),
      note: placement.note,
    },
    'All',
  );
  return tellTable(table, placement.rows.map(({ clients }) => [clients])); // prettier-ignore
}

/** Prices that the paper shows besides the base and today's, hundredths of a penny a litre. */
const SHOWN_PRICES = [12_500, 15_000, 17_500, 20_000];

/** The year at other pump prices. */
export function fuelTable(overview: Overview): Table {
  const { fuel } = overview;
  const prices = new Map<number, string>(SHOWN_PRICES.map((price) => [price, '']));
  prices.set(fuel.base, 'the contracts’ price');
  if (fuel.today !== null) prices.set(fuel.today, todayLabel(fuel));
  return {
    key: 'fuel',
    title: 'What diesel at another price does to the year',
    columns: [
      text('price', 'Diesel at the pump'),
      text('what', 'Which is'),
      { key: 'change', label: 'Change £ a year, by litres', kind: 'change' },
      { key: 'low', label: `£ if fuel is ${percent(fuel.share_low)}`, kind: 'change' },
      { key: 'high', label: `£ if fuel is ${percent(fuel.share_high)}`, kind: 'change' },
    ],
    rows: [...prices]
      .sort(([a], [b]) => a - b)
      .map(([price, what]) => {
        const effect = fuelEffect(fuel, price);
        return [
          formatPumpPrice(price),
          what,
          effect.change_year_pence,
          effect.low_share_pence,
          effect.high_share_pence,
        ];
      }),
    total: null,
    note: `${fuel.note} Base: ${fuel.base_label}.`,
  };
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 100)}%`;
}

/** Every assumption with its source. */
export function assumptionsTable(overview: Overview): Table {
  return {
    key: 'assumptions',
    title: 'Assumptions and sources',
    columns: [
      text('label', 'Assumption'),
      text('value', 'Value'),
      text('unit', 'Unit'),
      text('from', 'In force from'),
      { key: 'estimated', label: 'Est.', kind: 'mark' },
      note('source', 'Source'),
    ],
    rows: overview.assumptions.map((line) => [
      line.label,
      line.value,
      line.unit,
      formatDate(line.from_on),
      est(line.estimated),
      line.source,
    ]),
    total: null,
    note: 'est.: an engineering assumption, to be replaced by the council’s own figure in Settings.',
  };
}

/** What was checked, and what is open. */
export function checksTable(facts: CostFacts): Table {
  const { plan } = facts;
  const stops = plan.routes.flatMap((route) => route.stops);
  const provisional = stops.filter((stop) => stop.provisional).length;
  const over = stops.filter(isOverLimit).length;
  const broken = plan.audit.violations.filter((each) => each.severity === 'broken').length;
  const reasons = new Map<string, number>();
  for (const { reason } of plan.unallocated) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const few = withheldRows([...reasons.values()].map((n) => [n]));
  return {
    key: 'checks',
    title: 'Checks and open points',
    columns: [text('check', 'Check'), text('result', 'Result')],
    rows: [
      ['Plan', `${plan.id}, ${plan.status}, made ${formatDate(plan.made_on)}, seed ${plan.seed}`],
      ['Independent audit', plan.audit.passed ? 'passed' : `${broken} rules broken`],
      ['Routes checked', String(plan.audit.checked_routes)],
      // With few left over, everybody checked less those carried would be their number.
      ...(isTooFew(plan.unallocated.length)
        ? []
        : [['Clients checked', formatCount(plan.audit.checked_clients)]]),
      ['Distances', planDistanceWords(plan)],
      ['Clients provisional', `${toldCount(provisional)} of ${formatCount(stops.length)}`],
      ['Rides over their limit', toldCount(over)],
      ['Clients without a route', toldCount(plan.unallocated.length)],
      ...[...reasons].map(([reason, n], at): readonly Cell[] => [
        `  of them: ${reason.replaceAll('_', ' ')}`,
        few.has(at) ? 'withheld' : formatCount(n),
      ]),
    ],
    total: null,
    note: '',
  };
}
