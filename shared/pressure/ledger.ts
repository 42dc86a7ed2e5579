/** Who each penny of both years is carried for: the one list that every breakdown adds up. */
import { daysRunIn, lastYearDayPence, splitPence } from '../costing/attribute.ts';
import { attributeRoute, shareRuleAt, shareWeights, type Sharing } from '../costing/share-rule.ts';
import { travelBasisAt } from '../costing/read-settings.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import { knownPosition } from '../geo/position.ts';
import type { Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import { schoolOfStop } from '../model/route-schools.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import type { School } from '../model/school.ts';
import type { CostFacts, RoadMeasure } from './facts.ts';

/** A client's share of one planned route; client null where the route carries nobody. */
export interface ThisYearEntry {
  readonly client_id: number | null;
  readonly route: PlannedRoute;
  readonly stop: PlannedStop | null;
  readonly day_pence: number;
  readonly year_pence: number;
}

/** A client's share of one contract last year; client null where the register names nobody. */
export interface LastYearEntry {
  readonly client_id: number | null;
  readonly contract: Contract;
  /** Days the contract ran last year. */
  readonly days: number;
  readonly day_pence: number;
  readonly year_pence: number;
}

/** Both years, shared out to clients to the penny. */
export interface Ledger {
  readonly this_year: readonly ThisYearEntry[];
  readonly last_year: readonly LastYearEntry[];
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
}

/** Shares both years out. Sums equal the plan's day and year and the register's last year exactly. */
export function buildLedger(facts: CostFacts): Ledger {
  const sharing = sharingOf(facts);
  const this_year = facts.plan.routes.flatMap((route) => thisYearEntries(route, sharing));
  const last_year = lastYearEntries(facts, sharing);
  let cost_day_pence = 0;
  let cost_year_pence = 0;
  let last_year_pence = 0;
  for (const entry of this_year) {
    cost_day_pence += entry.day_pence;
    cost_year_pence += entry.year_pence;
  }
  for (const entry of last_year) last_year_pence += entry.year_pence;
  return { this_year, last_year, cost_day_pence, cost_year_pence, last_year_pence };
}

/** The rule in force, with the facts' own homes and schools. */
export function sharingOf({ settings, on, clients, schools }: CostFacts): Sharing {
  return {
    rule: shareRuleAt(settings, on),
    homeOf: (client_id) => knownPosition(clients.get(client_id)),
    schoolOf: (urn) => (urn === null ? null : knownPosition(schools.get(urn))),
  };
}

function thisYearEntries(route: PlannedRoute, sharing: Sharing): ThisYearEntry[] {
  if (route.stops.length === 0) {
    const { cost_day_pence: day_pence, cost_year_pence: year_pence } = route;
    return [{ client_id: null, route, stop: null, day_pence, year_pence }];
  }
  const shares = attributeRoute(route, sharing);
  return route.stops.map((stop, at) => {
    const day_pence = shares[at] ?? 0;
    const year_pence = day_pence * route.days_a_year;
    return { client_id: stop.client_id, route, stop, day_pence, year_pence };
  });
}

function lastYearEntries(facts: CostFacts, sharing: Sharing): LastYearEntry[] {
  const { factor } = travelBasisAt(facts.settings, facts.on);
  const measure = {
    planned: plannedDistances(facts.plan.routes),
    factor,
    roads: roadsOfPlan(facts),
  };
  const stopsOf = new Map<number, ContractStop[]>();
  for (const stop of facts.stops) {
    const list = stopsOf.get(stop.contract_id);
    if (list === undefined) stopsOf.set(stop.contract_id, [stop]);
    else list.push(stop);
  }
  return facts.contracts.flatMap((contract): LastYearEntry[] => {
    // Let for the first time: whoever rides on it was carried otherwise last year, or not at all.
    if (contract.previous_day_pence === 0) return [];
    const whole = lastYearDayPence(contract);
    const days = daysRunIn(contract, facts.last_year);
    const stops = (stopsOf.get(contract.id) ?? []).toSorted((a, b) => a.stop_order - b.stop_order);
    if (stops.length === 0) {
      return [{ client_id: null, contract, days, day_pence: whole, year_pence: whole * days }];
    }
    const weights = shareWeights(
      stops.map(({ client_id }) => ({
        client_id,
        direct_m:
          sharing.rule === 'distance'
            ? directMetres(facts, measure, client_id, contract.school_urn)
            : null,
      })),
      contract.school_urn,
      sharing,
    );
    const shares = splitPence(whole, weights);
    return stops.map((stop, at) => {
      const day_pence = shares[at] ?? 0;
      return { client_id: stop.client_id, contract, days, day_pence, year_pence: day_pence * days };
    });
  });
}

/** The network that the plan was measured on, where it is still the one loaded: whoever the plan does not carry is then measured alike. */
export function roadsOfPlan({ plan, roads }: CostFacts): RoadMeasure | null {
  return roads !== undefined && roads.source === plan.roads ? roads : null;
}

/** Direct distances of the plan by client and school, so that both years measure alike. */
function plannedDistances(routes: readonly PlannedRoute[]): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  for (const route of routes) {
    for (const stop of route.stops) {
      distances.set(`${stop.client_id} ${schoolOfStop(route, stop)}`, stop.direct_m);
    }
  }
  return distances;
}

function directMetres(
  facts: CostFacts,
  measure: {
    readonly planned: ReadonlyMap<string, number>;
    readonly factor: number;
    readonly roads: RoadMeasure | null;
  },
  client_id: number,
  contract_school: number | null,
): number | null {
  const { planned, factor, roads } = measure;
  const client = facts.clients.get(client_id);
  const urn = contract_school ?? client?.school_urn ?? null;
  if (client === undefined || urn === null) return null;
  const known = planned.get(`${client_id} ${urn}`);
  if (known !== undefined) return known;
  const school = facts.schools.get(urn);
  return roadMetres(client, school, roads) ?? estimatedMetres(client, school, factor);
}

/** Home to school by the fastest way by car, metres; null where no network tells it. */
function roadMetres(
  { lat, lon }: Client,
  school: School | undefined,
  roads: RoadMeasure | null,
): number | null {
  if (roads === null || school === undefined || lat === null || lon === null) return null;
  const metres = roads.from({ lat, lon }).to([school])[0] ?? Number.NaN;
  return Number.isNaN(metres) ? null : metres;
}

/** Home to school by the straight line and the road factor, metres; null where a position is missing. */
export function estimatedMetres(
  client: Client,
  school: School | undefined,
  factor: number,
): number | null {
  if (client.lat === null || client.lon === null) return null;
  if (school === undefined || school.lat === null || school.lon === null) return null;
  const home = { lat: client.lat, lon: client.lon };
  return straightLineMetres(home, { lat: school.lat, lon: school.lon }) * factor;
}
