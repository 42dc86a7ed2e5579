/**
 * Routes of neighbouring schools that may share are made one where that saves money: two new routes at a time, the largest saving first,
 * until none is left. Contracts stay as they are.
 */
import { apartBecause, mayAllShare } from '../../casework/shared-routes.ts';
import { newRouteLines } from '../../costing/route-cost.ts';
import { dayCount, type DayMask } from '../../calendar/day-mask.ts';
import type { VehicleClass } from '../../model/money.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { schoolOfStop, schoolsOfRoute } from '../../model/route-schools.ts';
import type { School } from '../../model/school.ts';
import type { CountyFacts } from '../county.ts';
import { planBasis, type PlanBasis } from '../school-problem.ts';
import { rulesOf } from './schools-served.ts';
import { isGoodCompany, layoutFor, suits } from './shared-fit.ts';
import { bestOrders, orderBasis } from './shared-order.ts';
import type { SharedTable } from './shared-run.ts';
import { sharedTable, type SharedStop } from './shared-table.ts';
import { billOf, crewsOf, sharedRun } from './write-shared.ts';

/** Schools on one route at most: every order of their calls is tried [A]. */
const MOST_SCHOOLS = 3;
/** Stops on a shared route at most: every move of every stop is tried [A]. */
const MOST_STOPS = 16;

/** The routes with those made one that may be: in the order given, a shared one in the place of its first. */
export function shareRoutes(
  routes: readonly PlannedRoute[],
  facts: CountyFacts,
): readonly PlannedRoute[] {
  const rules = rulesOf(facts);
  if (rules.within_m === 0 && ![...rules.pairs.values()].some((each) => each.allowed))
    return routes;
  const basis = planBasis(facts);
  const now: (PlannedRoute | null)[] = [...routes];
  const known = new Map<string, Shared | null>();
  // A route keeps its place; what it holds changes with every step, and so does what is known of it.
  const versions = routes.map(() => 0);
  for (;;) {
    let best: (Shared & { readonly a: number; readonly b: number }) | null = null;
    const open = now.flatMap((route, at) => (canShare(route, facts) ? [at] : []));
    for (const [i, a] of open.entries()) {
      for (const b of open.slice(i + 1)) {
        const key = `${a} ${versions[a]} ${b} ${versions[b]}`;
        let made = known.get(key);
        if (made === undefined) {
          made = joined(now[a], now[b], { facts, basis });
          known.set(key, made);
        }
        if (made !== null && (best === null || made.saving > best.saving)) best = { ...made, a, b };
      }
    }
    if (best === null) return now.filter((route) => route !== null);
    now[best.a] = best.route;
    now[best.b] = null;
    versions[best.a] = (versions[best.a] ?? 0) + 1;
  }
}

interface Shared {
  readonly route: PlannedRoute;
  /** Pence a year, above 0. */
  readonly saving: number;
}

function canShare(route: PlannedRoute | null, facts: CountyFacts): boolean {
  if (route === null || route.contract_id !== null || route.locked === true) return false;
  const rules = rulesOf(facts);
  return (
    route.stops.length < MOST_STOPS &&
    schoolsOfRoute(route).length < MOST_SCHOOLS &&
    route.stops.every(({ client_id }) => {
      const client = facts.clients.get(client_id);
      return client !== undefined && apartBecause(client, rules) === null;
    })
  );
}

interface Joining {
  readonly facts: CountyFacts;
  readonly basis: PlanBasis;
}

/** Two routes as one where that is lawful and costs less; else null. */
function joined(
  a: PlannedRoute | null | undefined,
  b: PlannedRoute | null | undefined,
  { facts, basis }: Joining,
): Shared | null {
  if (a === null || b === null || a === undefined || b === undefined) return null;
  const urns = [...new Set([...schoolsOfRoute(a), ...schoolsOfRoute(b)])].toSorted((x, y) => x - y);
  const stopsOf = [...a.stops, ...b.stops];
  if (urns.length < 2 || urns.length > MOST_SCHOOLS || stopsOf.length > MOST_STOPS) return null;
  const schools = urns.flatMap((urn): readonly School[] => {
    const school = facts.schools.get(urn);
    return school === undefined ? [] : [school];
  });
  if (schools.length < urns.length || !mayAllShare(schools, rulesOf(facts))) return null;
  const separate = a.cost_year_pence + b.cost_year_pence;
  const cheapest = vehiclesByPrice(basis)[0];
  // Even the cheapest vehicle on the longer of the two ways costs more than both: not worth measuring.
  if (cheapest === undefined || !mayPay({ a, b, separate, cheapest }, basis)) return null;
  const stops = [...stopsOn(a, facts), ...stopsOn(b, facts)];
  if (stops.length < stopsOf.length) return null;
  const table = sharedTable(schools, stops, facts);
  const everyone = stops.map((_, at) => at);
  const crews = crewsOf(table, everyone);
  if (!crews.every(isGoodCompany)) return null;
  const able = vehiclesByPrice(basis).flatMap((vehicle) => {
    const layout = layoutFor(vehicle, crews);
    return layout !== null && suits(vehicle, table, basis) ? [{ vehicle, layout }] : [];
  });
  if (able.length === 0) return null;
  const plan = bestOrders(table, orderBasis(table, facts), everyone);
  if (plan === null || plan.excess_s > 0) return null;
  const { assistants, ...part } = sharedRun(table, plan);
  const days = Math.round((basis.days_a_year * dayCount(daysOf(table))) / 5);
  let best: PlannedRoute | null = null;
  for (const { vehicle, layout } of able) {
    const size = { ...part, assistants };
    const bill = billOf(newRouteLines(vehicle, size, basis.price), days);
    if (best !== null && best.cost_year_pence <= bill.cost_year_pence) continue;
    best = {
      ...a,
      ...part,
      ...bill,
      vehicle_class: vehicle.id,
      seats: layout.seats,
      wheelchairs: layout.wheelchairs,
      assistant: assistants > 0,
    };
  }
  if (best === null) return null;
  const saving = separate - best.cost_year_pence;
  return saving > 0 ? { route: best, saving } : null;
}

/** A bound that costs nothing to reckon: one vehicle, on two days' share of the longer way at the lowest price a kilometre. */
function mayPay(
  of: { readonly a: PlannedRoute; readonly b: PlannedRoute; readonly separate: number; readonly cheapest: VehicleClass }, // prettier-ignore
  basis: PlanBasis,
): boolean {
  const days = Math.max(of.a.days_a_year, of.b.days_a_year);
  const perKm = Math.min(...basis.price.card.classes.map((each) => each.per_km_pence));
  // Calls cannot shorten a way: each child still goes to their own school.
  const way = Math.max(...[...of.a.stops, ...of.b.stops].map((stop) => stop.direct_m), 0);
  return of.cheapest.fixed_pence * days + (perKm * way * days) / 1000 < of.separate;
}

function vehiclesByPrice({ price }: PlanBasis): readonly VehicleClass[] {
  return price.card.classes.toSorted((x, y) => x.fixed_pence - y.fixed_pence);
}

function stopsOn(route: PlannedRoute, facts: CountyFacts): readonly SharedStop[] {
  return route.stops.flatMap((stop) => {
    const client = facts.clients.get(stop.client_id);
    const school_urn = schoolOfStop(route, stop);
    if (client === undefined || school_urn === null) return [];
    return [{ client, place: stop.place, school_urn, fixed: false }];
  });
}

function daysOf(table: SharedTable): DayMask {
  return table.riders.reduce<DayMask>(
    (days, { rider }) => days | rider.mornings | rider.afternoons,
    0,
  );
}
