/** The cost pressure summary as data: what every export of it says, whatever its format. */
import type { IsoDate } from '../calendar/dates.ts';
import { rateCardAt } from '../costing/read-settings.ts';
import { paperTexts, type PaperTexts } from '../costing/paper-settings.ts';
import type { District } from '../model/school.ts';
import { formatDate } from '../format/date.ts';
import { formatPounds, formatPoundsChange, formatShortPounds } from '../format/money.ts';
import { formatCount, formatPercentChange } from '../format/number.ts';
import { breakdown, type BreakdownRow, type Dimension } from '../pressure/breakdown.ts';
import type { ChangeBar } from '../pressure/change.ts';
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
  restsOf,
  whyTable,
} from './summary-tables.ts';
import { makeOutlook, USUAL_OUTLOOK, type Outlook, type OutlookAsked } from './outlook.ts';
import { routesTable } from './routes-table.ts';
import { isTooFew, toldCount, withheldRows } from './small-numbers.ts';
import { clausesTable } from './clauses-table.ts';
import { splitTable } from './split-figures.ts';
import { cautionsOf, estimatedOf, gapsOf } from './summary-cautions.ts';
import type { Table } from './table.ts';
import { toldBars } from './told-bars.ts';
import { spoiledGroups } from './told-routes.ts';

/** What the summary says of the store that it was made from. */
export interface SummaryMarks {
  readonly county: string;
  readonly demo: boolean;
  readonly on: IsoDate;
  /** The product's version. */
  readonly version: string;
  /** The store's own: its schema's number. */
  readonly store_version?: number;
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
  /** How it may be passed on. */
  readonly handling: string;
  readonly headline: string;
  readonly numbers: readonly HeadlineNumber[];
  /** What a reader must know before using the figures, each a sentence. */
  readonly cautions: readonly string[];
  /** What the store does not hold, and what was taken instead, each a sentence. */
  readonly gaps: readonly string[];
  /** What is estimated, each a sentence. */
  readonly estimated: readonly string[];
  readonly overview: Overview;
  /** What the committee paper says under its headings. */
  readonly texts: PaperTexts;
  /** Districts of the map, each with its cost a head; null where it is not told or nobody is carried. */
  readonly districts: readonly (District & { readonly per_head_pence: number | null })[];
  /** The waterfall's bars as they may be told. */
  readonly bars: readonly ChangeBar[];
  readonly outlook: Outlook;
  readonly tables: {
    readonly why: Table;
    readonly split: Table;
    readonly bill: Table;
    readonly schools: Table;
    readonly districts: Table;
    readonly needs: Table;
    readonly phases: Table;
    readonly providers: Table;
    readonly routes: Table;
    readonly placement: Table;
    readonly fuel: Table;
    readonly clauses: Table;
    readonly assumptions: Table;
    readonly checks: Table;
  };
  readonly marks: SummaryMarks;
  readonly plan_id: number;
  /** Stem for the file's name. */
  readonly file_stem: string;
}

/** Nobody can be told from it, so it needs no mark of OFFICIAL-SENSITIVE. */
const AGGREGATE =
  'Aggregate: counts of 1 to 4 children and what would give them away are withheld; no homes.';

/** Made so that the same inputs give the same content: no clock, no chance but the seed's. */
export function costPressureSummary(
  facts: CostFacts,
  marks: SummaryMarks,
  asked: OutlookAsked = USUAL_OUTLOOK,
): CostPressureSummary {
  const ledger = buildLedger(facts);
  const overview = makeOverview(facts, ledger);
  const routes = facts.plan.routes.length;
  const rowsBy = (by: Dimension) => breakdown(facts, ledger, by);
  const split = (by: Dimension, title: string, rows = rowsBy(by)): Table =>
    breakdownTable({ by, title, routes, overview, rows });
  const schools = rowsBy('school');
  const rests = restsOf(schools);
  const spoiled = spoiledGroups(
    schools.map(({ key }, at) => ({ key, rests: rests[at] ?? [] })),
    facts.plan.routes,
  );
  const byDistrict = rowsBy('district');
  const byProvider = rowsBy('provider');
  const warning = marks.demo ? 'Invented data: no real child, provider or price' : '';
  const bars = toldBars(overview.waterfall);
  return {
    title: 'Cost pressure summary',
    subtitle: `SEN home-to-school transport, ${marks.county}, ${facts.year}. Made ${formatDate(marks.on)} from plan ${facts.plan.id}.`,
    warning,
    handling: AGGREGATE,
    headline: `${overview.headline}.`,
    numbers: headlineNumbers(facts, overview),
    cautions: cautionsOf(facts, overview),
    gaps: gapsOf(facts, overview),
    estimated: estimatedOf(overview),
    overview,
    texts: paperTexts(facts.settings, facts.on),
    districts: mapDistricts(facts, byDistrict),
    bars,
    outlook: makeOutlook(facts, ledger, asked),
    tables: {
      why: whyTable(overview),
      split: splitTable(facts, overview.change.split, overview.waterfall),
      bill: billTable(overview),
      schools: split('school', 'By school', schools),
      districts: split('district', 'By district of the home', byDistrict),
      needs: split('need', 'By primary need'),
      phases: split('phase', 'By phase'),
      providers: split('provider', 'By provider', byProvider),
      routes: routesTable({ facts, ledger, spoiled, card: rateCardAt(facts.settings, facts.on) }),
      placement: placementTable(overview),
      fuel: fuelTable(overview),
      clauses: clausesTable(facts, ledger, byProvider),
      assumptions: assumptionsTable(overview),
      checks: checksTable(facts),
    },
    marks,
    plan_id: facts.plan.id,
    file_stem: `cost-pressure-${facts.year.replace('/', '-')}-${marks.on}`,
  };
}

/** What the map may say of each district: as its row of the table. */
function mapDistricts(
  { districts }: CostFacts,
  rows: readonly BreakdownRow[],
): CostPressureSummary['districts'] {
  const withheld = withheldRows(restsOf(rows));
  const told = new Map(
    rows.flatMap((row, at) => (withheld.has(at) || row.clients === 0 ? [] : [[row.key, row.per_client_pence]])), // prettier-ignore
  );
  return [...districts.values()].map((each) => ({ ...each, per_head_pence: told.get(each.code) ?? null })); // prettier-ignore
}

function headlineNumbers(facts: CostFacts, overview: Overview): HeadlineNumber[] {
  const { cost_year_pence, beside_pence, pressure_pence, change, placement } = overview;
  const before_pence = overview.last_year_pence + overview.last_beside_pence;
  const rise = before_pence === 0 ? '' : formatPercentChange(pressure_pence / before_pence);
  const beside =
    beside_pence === 0 ? '' : `; ${formatPoundsChange(beside_pence)} beside the routes`;
  const fresh = facts.plan.routes.filter((route) => route.contract_id === null).length;
  return [
    {
      label: `Cost in ${overview.year}`,
      value: formatShortPounds(cost_year_pence + beside_pence),
      detail: `${formatPounds(overview.cost_day_pence)} a school day${beside}`,
    },
    {
      label: `Change on ${overview.last_year}`,
      value: formatPoundsChange(pressure_pence),
      detail: `${rise} on ${formatShortPounds(before_pence)}`,
    },
    {
      label: 'Children on a route',
      value: formatCount(overview.clients),
      detail: movedWords(change),
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
      detail: `${toldCount(placement.clients_beyond)} children; cannot tell for ${toldCount(placement.cannot_tell)}`,
    },
  ];
}

function beforeAChild(overview: Overview): string {
  const before = overview.change.clients_before;
  if (before === 0) return 'none carried last year';
  return `${formatPounds(Math.round(overview.last_year_pence / before))} in ${overview.last_year}`;
}

/** Joiners, leavers and those not placed make the difference of two told numbers: with one of 1 to 4 none is told. */
function movedWords({ joiners, leavers, unplaced }: Overview['change']): string {
  if ([joiners, leavers, unplaced].some(isTooFew)) return 'joined and left: too few to tell apart';
  return `${formatCount(joiners)} joined, ${formatCount(leavers)} left`;
}
