/**
 * Prices that stand out from like-for-like routes. Never a verdict: what may explain a price stands beside it. Compared is a running contract's
 * price a day, vehicle and assistants, with the line (Theil-Sen) of price by miles through the routes of its group.
 */
import { academicYearOf } from '../../calendar/years.ts';
import type { AcademicYear } from '../../calendar/dates.ts';
import { competencesAsked } from '../../casework/competences.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import { formatQuantity } from '../../format/number.ts';
import { METRES_PER_MILE } from '../../kernel/units.ts';
import type { Client } from '../../model/client.ts';
import type { Contract } from '../../model/contract.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { schoolsOfRoute } from '../../model/route-schools.ts';
import type { CostFacts } from '../facts.ts';
import { theilSen, type Line } from './theil-sen.ts';

/** What is read. `reasons`: of direct awards and the like, in words, by contract. */
export interface OutOfLineFacts extends Pick<
  CostFacts,
  'on' | 'settings' | 'plan' | 'clients' | 'contracts'
> {
  readonly reasons: ReadonlyMap<number, string>;
}

/** One running contract as it is compared. */
export interface PricedRoute {
  readonly contract_id: number;
  readonly contract_ref: string;
  readonly route_id: number;
  readonly route_ref: string;
  readonly provider: string;
  readonly school_urn: number | null;
  readonly clients: number;
  /** The morning's run, miles. */
  readonly miles: number;
  readonly day_pence: number;
  readonly days_a_year: number;
  /** The academic year in which the price was set. */
  readonly priced: AcademicYear;
  readonly group: string;
  /** What is known that may explain a price. */
  readonly notes: readonly string[];
}

/** Routes alike: the same class, assistant or none, needs, number of clients and year of the price. */
export interface PriceGroup {
  readonly key: string;
  readonly vehicle_class: string;
  readonly assistant: boolean;
  /** `Nothing named`, `Wheelchair`, `Sole occupancy, trained crew`. */
  readonly needs: string;
  readonly clients: string;
  /** Null where prices of several years had to be put together to have enough. */
  readonly priced: AcademicYear | null;
  /** Pence a day by miles. */
  readonly line: Line;
  /** Dearest beside its line first. */
  readonly routes: readonly (PricedRoute & { readonly ratio: number })[];
}

/** One price above the line by the stated share or more. */
export interface OutOfLine extends PricedRoute {
  readonly line_day_pence: number;
  /** Price over line. */
  readonly ratio: number;
  /** The share of the other routes alike whose price lies lower beside the line. */
  readonly above_share: number;
  readonly peers: number;
  readonly above_day_pence: number;
  readonly above_year_pence: number;
}

/** The comparison whole. */
export interface PriceComparison {
  readonly running: number;
  readonly compared: number;
  readonly rows: readonly OutOfLine[];
  readonly above_year_pence: number;
  readonly groups: readonly PriceGroup[];
  /** Contracts that nothing was set beside, and why. */
  readonly apart: readonly { readonly contract_ref: string; readonly route_ref: string; readonly because: string }[]; // prettier-ignore
  readonly threshold_percent: number;
  readonly fewest_peers: number;
}

/** Sets every running contract of the plan beside routes alike. */
export function pricesOutOfLine(facts: OutOfLineFacts): PriceComparison {
  const threshold_percent = numberAt(facts.settings, 'out_of_line_percent', facts.on);
  const fewest_peers = numberAt(facts.settings, 'out_of_line_peers', facts.on);
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const priced = facts.plan.routes.flatMap((route): readonly PricedRoute[] => {
    const contract = route.contract_id === null ? undefined : contracts.get(route.contract_id);
    return contract === undefined ? [] : [pricedRoute(route, contract, facts)];
  });
  const apart = priced.flatMap((each) => {
    const because = apartBecause(each);
    return because === null ? [] : [{ ...each, because }];
  });
  const usable = priced.filter((each) => apartBecause(each) === null);
  const { groups, small } = grouped(usable, fewest_peers);
  const rows = groups.flatMap((group) => outOf(group, threshold_percent));
  return {
    running: priced.length,
    compared: groups.reduce((sum, { routes }) => sum + routes.length, 0),
    rows: rows.toSorted((a, b) => b.above_year_pence - a.above_year_pence || (a.route_ref < b.route_ref ? -1 : 1)), // prettier-ignore
    above_year_pence: rows.reduce((sum, each) => sum + each.above_year_pence, 0),
    groups,
    apart: [...apart, ...small].map(({ contract_ref, route_ref, because }) => ({ contract_ref, route_ref, because })), // prettier-ignore
    threshold_percent,
    fewest_peers,
  };
}

function pricedRoute(route: PlannedRoute, contract: Contract, facts: OutOfLineFacts): PricedRoute {
  const ids = [...new Set(route.stops.map(({ client_id }) => client_id))];
  const aboard = ids.flatMap((id) => facts.clients.get(id) ?? []);
  const priced_on = contract.last_indexed_on ?? contract.starts_on;
  const reason = facts.reasons.get(contract.id) ?? '';
  const schools = schoolsOfRoute(route).length;
  return {
    contract_id: contract.id,
    contract_ref: contract.ref,
    route_id: route.id,
    route_ref: route.ref,
    provider: contract.provider,
    school_urn: route.school_urn,
    clients: ids.length,
    miles: route.distance_m / METRES_PER_MILE,
    day_pence: contract.price_day_pence + contract.assistant_day_pence,
    days_a_year: contract.days_a_year,
    priced: academicYearOf(priced_on),
    group: [contract.vehicle_class, contract.assistant ? 'assistant' : 'no assistant', needsOf(aboard), clientsBand(ids.length)].join(' · '), // prettier-ignore
    notes: [
      ...(reason === '' ? [] : [reason]),
      ...aboard.filter((each) => each.sole_occupancy).map(soleWords),
      ...askedWords(aboard),
      ...(schools > 1 ? [`Serves ${schools} schools`] : []),
      ...(contract.days_a_year < 180 ? [`Runs ${contract.days_a_year} days a year`] : []),
      ...(contract.last_indexed_on === null ? [] : [`Indexed ${formatDate(contract.last_indexed_on)}`]), // prettier-ignore
    ],
  };
}

/** What the crew must be able to do, as one reason. */
function askedWords(aboard: readonly Client[]): readonly string[] {
  const asked = competencesAsked(aboard.map((client) => ({ client, answers: {} })));
  return asked.length === 0
    ? []
    : [`Asks for ${asked.map((each) => each.toLowerCase()).join(', ')}`];
}

function soleWords({ sole_until }: Client): string {
  return `Sole occupancy${sole_until === null ? ', no review date' : ` until ${formatDate(sole_until)}`}`;
}

/** Wheelchairs, sole occupancy and trained crews are never set beside routes that have none of them. */
function needsOf(aboard: readonly Client[]): string {
  const trained = competencesAsked(aboard.map((client) => ({ client, answers: {} }))).some((each) => each !== 'Wheelchair tie-down'); // prettier-ignore
  const named = [
    ...(aboard.some(({ mobility }) => mobility === 'wheelchair_travels') ? ['wheelchair'] : []),
    ...(aboard.some((each) => each.sole_occupancy) ? ['sole occupancy'] : []),
    ...(trained ? ['trained crew'] : []),
  ];
  return named.length === 0 ? 'nothing named' : named.join(', ');
}

/** Clients as routes are compared by: one, two or three, four to seven, more. */
function clientsBand(count: number): string {
  if (count <= 1) return '1 client';
  if (count <= 3) return '2 to 3 clients';
  return count <= 7 ? '4 to 7 clients' : '8 clients or more';
}

function apartBecause({ clients, miles, day_pence }: PricedRoute): string | null {
  if (clients === 0) return 'Nobody rides on it.';
  if (miles <= 0) return 'The length of its run is not known.';
  return day_pence <= 0 ? 'The contract has no price.' : null;
}

interface Grouped {
  readonly groups: readonly PriceGroup[];
  readonly small: readonly (PricedRoute & { readonly because: string })[];
}

/** By year of the price where that leaves enough, else prices of all years together; who is then still too few is not compared. */
function grouped(priced: readonly PricedRoute[], fewest: number): Grouped {
  const groups: PriceGroup[] = [];
  const small: (PricedRoute & { readonly because: string })[] = [];
  for (const routes of Map.groupBy(priced, ({ group }) => group).values()) {
    const left: PricedRoute[] = [];
    for (const [year, each] of Map.groupBy(routes, (route) => route.priced)) {
      const made = each.length > fewest ? groupOf(each, year) : null;
      if (made === null) left.push(...each);
      else groups.push(made);
    }
    const made = left.length > fewest ? groupOf(left, null) : null;
    if (made !== null) groups.push(made);
    else
      small.push(
        ...left.map((route) => ({ ...route, because: `Only ${formatQuantity(left.length - 1, 'other route')} alike (${route.group}); at least ${fewest} are needed.` })), // prettier-ignore
      );
  }
  return { groups, small };
}

/** Null where the line leaves a route with no price to be compared by. */
function groupOf(routes: readonly PricedRoute[], priced: AcademicYear | null): PriceGroup | null {
  const line = theilSen(routes.map(({ miles, day_pence }) => ({ x: miles, y: day_pence })));
  const [first] = routes;
  if (line === null || first === undefined) return null;
  if (routes.some(({ miles }) => line.base + line.slope * miles <= 0)) return null;
  const [vehicle_class = '', assistant = '', needs = '', clients = ''] = first.group.split(' · ');
  return {
    key: `${first.group} · ${priced ?? 'all years'}`,
    vehicle_class,
    assistant: assistant === 'assistant',
    needs,
    clients,
    priced,
    line,
    routes: routes
      .map((each) => ({ ...each, ratio: each.day_pence / (line.base + line.slope * each.miles) }))
      .toSorted((a, b) => b.ratio - a.ratio),
  };
}

function outOf({ key, line, routes }: PriceGroup, threshold: number): readonly OutOfLine[] {
  return routes.flatMap((route): readonly OutOfLine[] => {
    const line_day_pence = Math.round(line.base + line.slope * route.miles);
    const above_day_pence = route.day_pence - line_day_pence;
    if (above_day_pence <= 0 || route.ratio < 1 + threshold / 100) return [];
    const peers = routes.length - 1;
    const lower = routes.filter((other) => other.ratio < route.ratio).length;
    return [
      {
        ...route,
        group: key,
        line_day_pence,
        peers,
        above_share: peers === 0 ? 0 : lower / peers,
        above_day_pence,
        above_year_pence: above_day_pence * route.days_a_year,
      },
    ];
  });
}
