import { isShared, schoolsOfRoute } from '../model/route-schools.ts';
import { lastYearDayPence } from '../costing/attribute.ts';
import type { Contract } from '../model/contract.ts';
import type { RateCard } from '../model/money.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { planDistanceWords } from '../model/plan-distances.ts';
import { formatTimeOfDay } from '../format/time.ts';
import type { CostFacts } from '../pressure/facts.ts';
import type { Ledger } from '../pressure/ledger.ts';
import { isTotalTold, WITHHELD } from './small-numbers.ts';
import { withTotal, type Cell, type Column, type Table } from './table.ts';
import { toldRoutes, type RouteLine } from './told-routes.ts';

const COLUMNS: readonly Column[] = [
  { key: 'route', label: 'Route', kind: 'text' },
  { key: 'state', label: 'State', kind: 'text' },
  { key: 'school_urn', label: 'URN', kind: 'mark' },
  { key: 'school', label: 'School', kind: 'text' },
  { key: 'vehicle', label: 'Vehicle', kind: 'text' },
  { key: 'clients', label: 'Clients', kind: 'count', total: 'sum' },
  { key: 'assistant', label: 'Assistant', kind: 'mark' },
  { key: 'road_m', label: 'Miles to school', kind: 'metres' },
  { key: 'ride_s', label: 'Longest ride, min', kind: 'seconds' },
  { key: 'arrives', label: 'At school', kind: 'mark' },
  { key: 'leaves', label: 'Leaves school', kind: 'mark' },
  { key: 'home_ride_s', label: 'Longest ride home, min', kind: 'seconds' },
  { key: 'days_a_year', label: 'Days a year', kind: 'count' },
  { key: 'cost_day_pence', label: '£ a day', kind: 'pence', total: 'sum' },
  { key: 'cost_year_pence', label: '£ a year', kind: 'pence', total: 'sum' },
  { key: 'last_year_pence', label: '£ last year', kind: 'pence', total: 'sum' },
  { key: 'change_pence', label: 'Change £', kind: 'change', total: 'sum' },
  { key: 'estimated', label: 'Est.', kind: 'mark' },
  { key: 'distance_basis', label: 'Distance', kind: 'mark' },
];

/**
 * The routes of the plan and the contracts that it no longer runs, as they may leave the store: both years add up. Provider and
 * contract are left out, since with the sums by provider they would tell what the county's own lines withhold.
 */
export function routesTable(from: {
  readonly facts: CostFacts;
  readonly ledger: Ledger;
  readonly card: RateCard;
  /** Groups of whom nothing is told: see `spoiledGroups`. */
  readonly spoiled: ReadonlySet<string>;
}): Table {
  const { facts } = from;
  const lines = routeLines(from);
  const all = lines.map(({ rests }) => rests);
  const table = withTotal(
    {
      key: 'routes',
      title: 'Routes',
      columns: COLUMNS,
      rows: lines.map(({ cells }) => cells),
      note: `Distances are ${planDistanceWords(facts.plan)}, first pick-up to school. Routes of fewer than 5 clients stand together by school; what the plan no longer runs has last year’s cost only.`,
    },
    'All routes',
  );
  const total = isTotalTold(all) ? table.total : (table.total?.map((cell, at) => (at === 0 || cell === null ? cell : WITHHELD)) ?? null); // prettier-ignore
  return { ...table, rows: toldRoutes(lines, COLUMNS, from.spoiled), total };
}

function routeLines(from: {
  readonly facts: CostFacts;
  readonly ledger: Ledger;
  readonly card: RateCard;
}): readonly RouteLine[] {
  const { facts, ledger, card } = from;
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const vehicles = new Map(card.classes.map((each) => [each.id, each.name]));
  const vehicle = (id: string): string => vehicles.get(id) ?? id;
  const school = (urn: number | null, given: string): string =>
    (urn === null ? undefined : facts.schools.get(urn)?.name) ?? given;
  const before = Map.groupBy(
    ledger.last_year.filter(({ client_id }) => client_id !== null),
    ({ contract }) => contract.id,
  );
  const ridersBefore = (id: number): number => before.get(id)?.length ?? 0;
  const counted = new Set<number>();
  const routes = facts.plan.routes.map((route): RouteLine => {
    const contract = contracts.get(route.contract_id ?? -1);
    // A contract that two routes go on from is last year's cost once.
    const first = contract !== undefined && !counted.has(contract.id);
    if (first) counted.add(contract.id);
    const given = contract?.school_given ?? '';
    const names = {
      standing: contract === undefined ? 'new' : contract.confirmed ? 'confirmed' : 'not confirmed',
      school: isShared(route)
        ? schoolsOfRoute(route)
            .map((urn) => school(urn, ''))
            .join(' and ')
        : school(route.school_urn, given),
      vehicle: vehicle(route.vehicle_class),
      last: first ? lastYearOf(contract) : 0,
    };
    return {
      group: schoolsOfRoute(route).join(' ') || given,
      rests: [ridersOf(route), first ? ridersBefore(contract.id) : 0],
      cells: routeRow(route, names),
    };
  });
  const ended = facts.contracts
    .filter((each) => !counted.has(each.id))
    .map((each): RouteLine => ({
      group: each.school_urn === null ? each.school_given : String(each.school_urn),
      rests: [0, ridersBefore(each.id)],
      cells: endedRow(each, school(each.school_urn, each.school_given), vehicle),
    }));
  return [...routes, ...ended];
}

function ridersOf(route: PlannedRoute): number {
  return new Set(route.stops.map((stop) => stop.client_id)).size;
}

function lastYearOf(contract: Contract): number {
  return lastYearDayPence(contract) * contract.days_a_year;
}

function routeRow(
  route: PlannedRoute,
  names: {
    /** As the contract is marked now, which a plan made before does not know. */
    readonly standing: string;
    readonly school: string;
    readonly vehicle: string;
    readonly last: number;
  },
): readonly Cell[] {
  const longest = Math.max(0, ...route.stops.map((stop) => stop.ride_s));
  return [
    route.ref,
    names.standing,
    schoolsOfRoute(route).join(' '),
    names.school,
    names.vehicle,
    ridersOf(route),
    route.assistant ? 'yes' : '',
    route.distance_m,
    longest,
    formatTimeOfDay(route.arrive_s),
    formatTimeOfDay(route.depart_s),
    Math.max(0, ...route.stops.map((stop) => stop.home_ride_s)),
    route.days_a_year,
    route.cost_day_pence,
    route.cost_year_pence,
    names.last,
    route.cost_year_pence - names.last,
    route.cost.some((line) => line.estimated) ? 'est.' : '',
    route.distance_basis ?? 'estimated',
  ];
}

function endedRow(
  contract: Contract,
  school: string,
  vehicle: (id: string) => string,
): readonly Cell[] {
  const last = lastYearOf(contract);
  return [
    contract.route_ref,
    'not in the plan',
    contract.school_urn === null ? '' : String(contract.school_urn),
    school,
    vehicle(contract.vehicle_class),
    0,
    contract.assistant ? 'yes' : '',
    null,
    null,
    '',
    '',
    null,
    contract.days_a_year,
    0,
    0,
    last,
    -last,
    '',
    '',
  ];
}
