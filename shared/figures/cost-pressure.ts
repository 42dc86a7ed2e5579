/** The cost pressure summary as data: what every export of it says, whatever its format. */
import { estimatedRoutes } from '../model/plan-distances.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { rateCardAt } from '../costing/read-settings.ts';
import { formatDate } from '../format/date.ts';
import { formatPounds, formatPoundsChange, formatShortPounds } from '../format/money.ts';
import {
  formatCount,
  formatCountOf,
  formatPercentChange,
  formatQuantity,
} from '../format/number.ts';
import { breakdown } from '../pressure/breakdown.ts';
import type { CostFacts } from '../pressure/facts.ts';
import { buildLedger } from '../pressure/ledger.ts';
import { makeOverview, type Overview } from '../pressure/overview.ts';
import {
  assumptionsTable,
  billTable,
  breakdownTable,
  checksTable,
  fuelTable,
  placementTable,
  whyTable,
} from './summary-tables.ts';
import { routesTable } from './routes-table.ts';
import type { Table } from './table.ts';

/** What the summary says of the store that it was made from. */
export interface SummaryMarks {
  readonly county: string;
  readonly demo: boolean;
  readonly on: IsoDate;
  /** The product's version. */
  readonly version: string;
}

/** One of the numbers that stand first. */
export interface HeadlineNumber {
  readonly label: string;
  readonly value: string;
  /** What it is of, or how sure. */
  readonly detail: string;
}

export interface CostPressureSummary {
  readonly title: string;
  /** `Kent, 2026/27, made 10 Aug 2026 from plan 3` */
  readonly subtitle: string;
  /** 'Invented data' or ''. */
  readonly warning: string;
  readonly headline: string;
  readonly numbers: readonly HeadlineNumber[];
  /** What a reader must know before using the figures, each a sentence. */
  readonly cautions: readonly string[];
  readonly overview: Overview;
  readonly tables: {
    readonly why: Table;
    readonly bill: Table;
    readonly schools: Table;
    readonly districts: Table;
    readonly needs: Table;
    readonly routes: Table;
    readonly placement: Table;
    readonly fuel: Table;
    readonly assumptions: Table;
    readonly checks: Table;
  };
  readonly marks: SummaryMarks;
  readonly plan_id: number;
  /** Stem for the file's name. */
  readonly file_stem: string;
}

/** Makes the whole summary. Every total in it equals the store's to the penny. */
export function costPressureSummary(facts: CostFacts, marks: SummaryMarks): CostPressureSummary {
  const ledger = buildLedger(facts);
  const overview = makeOverview(facts, ledger);
  const routes = facts.plan.routes.length;
  const split = (by: 'school' | 'district' | 'need', title: string): Table =>
    breakdownTable({ by, title, routes, overview, rows: breakdown(facts, ledger, by) });
  const warning = marks.demo ? 'Invented data: no real child, provider or price' : '';
  return {
    title: 'Cost pressure summary',
    subtitle: `SEN home-to-school transport, ${marks.county}, ${facts.year}. Made ${formatDate(marks.on)} from plan ${facts.plan.id}.`,
    warning,
    headline: `${overview.headline}.`,
    numbers: headlineNumbers(facts, overview),
    cautions: cautionsOf(facts, overview),
    overview,
    tables: {
      why: whyTable(overview),
      bill: billTable(overview),
      schools: split('school', 'By school'),
      districts: split('district', 'By district of the home'),
      needs: split('need', 'By primary need'),
      routes: routesTable(facts, rateCardAt(facts.settings, facts.on)),
      placement: placementTable(overview),
      fuel: fuelTable(overview),
      assumptions: assumptionsTable(overview),
      checks: checksTable(facts),
    },
    marks,
    plan_id: facts.plan.id,
    file_stem: `cost-pressure-${facts.year.replace('/', '-')}-${marks.on}`,
  };
}

function headlineNumbers(facts: CostFacts, overview: Overview): HeadlineNumber[] {
  const { cost_year_pence, last_year_pence, pressure_pence, change, placement } = overview;
  const rise = last_year_pence === 0 ? '' : formatPercentChange(pressure_pence / last_year_pence);
  const fresh = facts.plan.routes.filter((route) => route.contract_id === null).length;
  return [
    {
      label: `Cost in ${overview.year}`,
      value: formatShortPounds(cost_year_pence),
      detail: `${formatPounds(overview.cost_day_pence)} a school day`,
    },
    {
      label: `Change on ${overview.last_year}`,
      value: formatPoundsChange(pressure_pence),
      detail: `${rise} on ${formatShortPounds(last_year_pence)}`,
    },
    {
      label: 'Children on a route',
      value: formatCount(overview.clients),
      detail: `${formatCount(change.joiners)} joined, ${formatCount(change.leavers)} left`,
    },
    {
      label: 'A child, a year',
      value: formatPounds(overview.per_client_pence),
      detail: beforeAChild(overview),
    },
    {
      label: 'Routes',
      value: formatCount(facts.plan.routes.length),
      detail: `${formatCount(fresh)} of them new`,
    },
    {
      label: 'Placement beyond nearest suitable',
      value: `${formatShortPounds(placement.excess_year_pence)} est.`,
      detail: `${formatQuantity(placement.clients_beyond, 'child', 'children')}; cannot tell for ${formatCount(placement.cannot_tell)}`,
    },
  ];
}

function beforeAChild(overview: Overview): string {
  const before = overview.change.clients_before;
  if (before === 0) return 'none carried last year';
  return `${formatPounds(Math.round(overview.last_year_pence / before))} in ${overview.last_year}`;
}

/** How distances were had, on which network, and whether another would be used now. */
function distanceCautions({ plan, roads }: CostFacts): readonly string[] {
  const network = plan.roads ?? '';
  const cautions: string[] = [];
  if (plan.distance_basis === 'estimated') {
    cautions.push('Distances are estimated from straight lines, not measured by road.');
  } else if (estimatedRoutes(plan) > 0) {
    cautions.push(
      `${formatCountOf(estimatedRoutes(plan), plan.routes.length)} routes have distances estimated in part: the road network (${network}) does not reach all of their homes or schools.`,
    );
  } else cautions.push(`Distances are fastest ways by road on ${network}.`);
  if (roads !== undefined && roads.source !== network)
    cautions.push(
      `${network === '' ? 'A' : 'Another'} road network is loaded since the plan was made (${roads.source}): plan again to have its distances.`,
    );
  return cautions;
}

/** What would make the figures wrong, said before somebody relies on them. */
function cautionsOf(facts: CostFacts, overview: Overview): string[] {
  const { plan } = facts;
  const stops = plan.routes.flatMap((route) => route.stops);
  const provisional = stops.filter((stop) => stop.provisional).length;
  const cautions = [...distanceCautions(facts)];
  if (provisional > 0) {
    cautions.push(
      `${formatCountOf(provisional, stops.length)} clients are provisional: no decision yet, or the TIF is not complete.`,
    );
  }
  if (plan.unallocated.length > 0) {
    cautions.push(
      `${formatQuantity(plan.unallocated.length, 'client')} without a route ${plan.unallocated.length === 1 ? 'is' : 'are'} not in the cost.`,
    );
  }
  if (overview.change.prices_unknown > 0) {
    cautions.push(
      `${formatCountOf(overview.change.prices_unknown, facts.contracts.length)} contracts have no price for last year and are counted at their present price.`,
    );
  }
  const broken = plan.audit.violations.filter((each) => each.severity === 'broken').length;
  cautions.push(
    plan.audit.passed
      ? `The audit passed: ${formatQuantity(plan.audit.checked_routes, 'route')} and ${formatQuantity(plan.audit.checked_clients, 'client')} checked.`
      : `The audit found ${formatQuantity(broken, 'broken rule')}.`,
  );
  if (plan.status !== 'approved') cautions.push('The plan is a draft: nobody has approved it.');
  return cautions;
}
