/** Brings a county's routes within the providers' fleets, at the least cost for each vehicle released. */
import { newRouteLines } from '../../costing/route-cost.ts';
import { sumPence } from '../../kernel/units.ts';
import type { VehicleClass } from '../../model/money.ts';
import type { PlannedRoute, Unallocated } from '../../model/plan.ts';
import { isShared } from '../../model/route-schools.ts';
import type { CountyFacts, CountyWork, SchoolWork } from '../county.ts';
import { crewsHeld } from './held-by.ts';
import { planBasis, type PlanBasis } from '../school-problem.ts';
import { FleetCount, FleetKinds } from './fleet-count.ts';
import { fleetUse, needsOf, runChains, type RunChains, type VehicleNeed } from './fleet-use.ts';
import type { SchoolPlan } from '../school-plan.ts';

/** Schools tried again for one vehicle at most, those with most routes of the class first [A]. */
const MOST_TRIED = 8;

/** The routes and list to be brought within the fleets. */
export interface FleetPlan {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
}

/** Solves a school again with at most so many new routes of a class; null where there is no time for it. */
export type SolveWithin = (
  work: SchoolWork,
  limits: ReadonlyMap<string, number>,
) => SchoolPlan | null;

/** A plan with fewer vehicles of a class that is short. */
interface Move {
  /** Made when it is chosen: most are not. */
  readonly make: () => FleetPlan;
  /** Pence a year more. */
  readonly cost: number;
  readonly short: number;
}

/**
 * The plan within the fleets as far as that can be. Only routes that `isOpen` are changed; whoever has a place keeps one. Deterministic:
 * of equal moves the first in the order of the routes, then of the schools.
 */
export function withinFleets(
  start: FleetPlan,
  facts: CountyFacts,
  by: {
    readonly work: CountyWork;
    readonly isOpen: (route: PlannedRoute) => boolean;
    readonly solve: SolveWithin;
  },
): FleetPlan {
  if ((facts.fleets ?? []).length === 0) return start;
  const basis = planBasis(facts);
  let plan = start;
  if (shortOf(plan, facts, new Map()).length === 0) return plan;
  // Looked for once: a chain counts as long as all its routes stand.
  const chains = runChains(start.routes, facts);
  const kinds = new FleetKinds(facts, facts.fleets ?? [], chains);
  const held: KnownCrews = new Map();
  const solve = solvedOnce(by.solve);
  for (;;) {
    const short = shortOf(plan, facts, chains);
    const [first] = short;
    if (first === undefined) return plan;
    const count = new FleetCount(plan.routes, kinds);
    const moves = [
      ...otherClasses(plan, short, { facts, basis, count, held, isOpen: by.isOpen }),
      ...fewerAtSchools(plan, first, { ...by, count, solve }),
    ].filter((move) => move.short < short.length);
    let best: Move | null = null;
    for (const move of moves) if (best === null || perVehicle(move, short.length) < perVehicle(best, short.length)) best = move; // prettier-ignore
    if (best === null) return plan;
    plan = best.make();
  }
}

function shortOf(
  { routes }: FleetPlan,
  facts: CountyFacts,
  chains: RunChains,
): readonly VehicleNeed[] {
  return fleetUse(needsOf(routes, facts, chains), facts.fleets ?? []).short;
}

/** Pence a year for each vehicle released. */
function perVehicle({ cost, short }: Move, before: number): number {
  return cost / (before - short);
}

/** A route in other classes: asked at every step, and the same as long as the route stands. */
type KnownCrews = Map<PlannedRoute, readonly PlannedRoute[]>;

interface Changing {
  readonly count: FleetCount;
  readonly isOpen: (route: PlannedRoute) => boolean;
}

/** A school under the same limits comes out the same: between two steps only one school has changed. */
function solvedOnce(solve: SolveWithin): SolveWithin {
  const known = new Map<string, SchoolPlan | null>();
  return (work, limits) => {
    const key = `${work.school.urn} ${[...limits].join(' ')}`;
    const made = known.has(key) ? (known.get(key) ?? null) : solve(work, limits);
    known.set(key, made);
    return made;
  };
}

/** Every open route of a class that is short in another class that holds it. */
function otherClasses(
  plan: FleetPlan,
  short: readonly VehicleNeed[],
  by: Changing & {
    readonly facts: CountyFacts;
    readonly basis: PlanBasis;
    readonly held: KnownCrews;
  },
): readonly Move[] {
  const classes = new Set(short.map((need) => need.vehicle_class));
  return plan.routes.flatMap((route, at) => {
    if (!by.isOpen(route) || !classes.has(route.vehicle_class)) return [];
    const others =
      by.held.get(route) ??
      by.basis.price.card.classes.flatMap((vehicle) => inClass(route, vehicle, by) ?? []);
    by.held.set(route, others);
    return others.map((changed): Move => ({
      make: () => ({ ...plan, routes: plan.routes.with(at, changed) }),
      cost: changed.cost_year_pence - route.cost_year_pence,
      short: by.count.after([route], [changed]),
    }));
  });
}

/** A new route with a vehicle of another class; null where none of its layouts holds and suits everyone. */
function inClass(
  route: PlannedRoute,
  vehicle: VehicleClass,
  { facts, basis }: { readonly facts: CountyFacts; readonly basis: PlanBasis },
): PlannedRoute | null {
  if (vehicle.id === route.vehicle_class) return null;
  const held = crewsHeld(route, vehicle, { facts, basis });
  if (held === null) return null;
  const { layout, assistants } = held;
  const cost = newRouteLines(vehicle, { ...route, assistants }, basis.price);
  const cost_day_pence = sumPence(cost.map((line) => line.pence));
  const cost_year_pence = cost_day_pence * route.days_a_year;
  const { seats, wheelchairs } = layout;
  return { ...route, vehicle_class: vehicle.id, seats, wheelchairs, cost, cost_day_pence, cost_year_pence }; // prettier-ignore
}

/** Schools with open routes of the class that is short, each solved again with one fewer. */
function fewerAtSchools(
  plan: FleetPlan,
  need: VehicleNeed,
  by: Changing & { readonly work: CountyWork; readonly solve: SolveWithin },
): readonly Move[] {
  const using = new Map<number, number>();
  const barred = new Set<number>();
  for (const route of plan.routes) {
    const urn = route.school_urn ?? 0;
    if (isShared(route) || (route.contract_id === null && !by.isOpen(route)))
      for (const call of route.calls ?? [{ school_urn: urn }]) barred.add(call.school_urn); // prettier-ignore
    else if (route.contract_id === null && route.vehicle_class === need.vehicle_class)
      using.set(urn, (using.get(urn) ?? 0) + 1);
  }
  const schools = [...using]
    .filter(([urn]) => !barred.has(urn))
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_TRIED);
  return schools.flatMap(([urn, used]): readonly Move[] => {
    const work = by.work.schools.find((each) => each.school.urn === urn);
    const made = work === undefined ? null : by.solve(work, new Map([[need.vehicle_class, used - 1]])); // prettier-ignore
    if (made === null) return [];
    const own = (route: PlannedRoute): boolean => route.school_urn === urn;
    const before = plan.routes.filter(own);
    const fresh = made.routes.filter((route) => route.contract_id === null);
    const left = new Set(made.unallocated.map((each) => each.client_id));
    const had = new Set(before.flatMap((route) => route.stops.map((stop) => stop.client_id)));
    // Neither does anybody lose their place nor is the list of those without one another.
    const isSame = stopsOn(made.routes) === stopsOn(before) && ![...left].some((id) => had.has(id));
    if (!isSame) return [];
    if (fresh.filter((r) => r.vehicle_class === need.vehicle_class).length >= used) return [];
    return [
      {
        make: () => ({
          ...plan,
          routes: [...plan.routes.filter((route) => !own(route)), ...made.routes],
        }),
        cost: yearOf(made.routes) - yearOf(before),
        short: by.count.after(before, made.routes),
      },
    ];
  });
}

function stopsOn(routes: readonly PlannedRoute[]): number {
  return routes.reduce((sum, route) => sum + route.stops.length, 0);
}

function yearOf(routes: readonly PlannedRoute[]): number {
  return routes.reduce((sum, route) => sum + route.cost_year_pence, 0);
}
