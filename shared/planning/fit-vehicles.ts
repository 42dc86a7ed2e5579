/**
 * The search knows seats and wheelchair spaces, not weights and streets. Where somebody is heavier than what lift and tie-downs of their
 * vehicle bear, or their street too narrow for it, the cheapest class that suits everyone takes the route; where none holds everyone aboard,
 * those whom the vehicle does not suit travel apart, on another route where that costs less, or together where one
 * vehicle holds them.
 */
import { travelsInWheelchair } from '../casework/questions.ts';
import { getsThere } from '../casework/street-access.ts';
import { tiedDownKg, tieDownLimit } from '../casework/tie-down.ts';
import { vehicleDayPence } from '../costing/route-cost.ts';
import type { Contract } from '../model/contract.ts';
import type { VehicleClass } from '../model/money.ts';
import { fits } from './day-room.ts';
import { morningRun, weekRun } from './legs.ts';
import { joinRoute, type Suited } from './place-others.ts';
import type { LeftOut, SolvedRoute } from './problem.ts';
import { legTable, riderAt, type SchoolProblem } from './school-problem.ts';
import type { Solved } from './solution.ts';

type Vehicle = Pick<VehicleClass, 'id' | 'layouts'>;

/** The solution with everyone in a vehicle that suits them, but for those whom a contract carries already. */
export function fitVehicles(made: SchoolProblem, solved: Solved): Solved {
  const routes: SolvedRoute[] = [];
  const travelApart: SolvedRoute[] = [];
  const leftOut: LeftOut[] = [...solved.leftOut];
  const apart = (pupils: readonly number[]): void => {
    const { groups, left } = together(made, pupils);
    travelApart.push(...groups);
    leftOut.push(...left.map((pupil) => ({ pupil, reason: 'no_vehicle' as const })));
  };
  const { card } = made.basis.price;
  const unsuited = solved.pinned.map((route, at): readonly number[] => {
    const contract = made.work.running[at]?.contract;
    if (contract === undefined) return [];
    const vehicle = vehicleBy(made, contract);
    const kept = new Set(made.problem.pinned[at]?.pupils);
    return route.pupils.filter((index) => !kept.has(index) && !suits(made, index, vehicle));
  });
  const pinned = solved.pinned.map((route, at) => without(route, unsuited[at] ?? []));
  for (const route of solved.routes) {
    const fitted = inClassThatSuits(made, route);
    if (fitted !== null) {
      routes.push(fitted);
      continue;
    }
    const vehicle = card.classes.find(({ id }) => id === route.type);
    const out = route.pupils.filter(
      (index) => vehicle === undefined || !suits(made, index, vehicle),
    );
    const rest = without(route, out);
    if (rest.pupils.length > 0) routes.push(cheapest(made, rest.pupils) ?? rest);
    apart(out);
  }
  for (const out of unsuited) apart(out);
  let result: Solved = { ...solved, pinned, routes, leftOut };
  for (const route of travelApart) result = joined(made, result, route) ?? add(result, route);
  return result;
}

/** A client alone on a route joins one whose vehicle suits them where that costs less; null where it does not. */
function joined(made: SchoolProblem, solved: Solved, { pupils }: SolvedRoute): Solved | null {
  const [index, another] = pupils;
  if (index === undefined || another !== undefined) return null;
  const suited: Suited = {
    onContract: (at) => {
      const contract = made.work.running[at]?.contract;
      return contract !== undefined && suits(made, index, vehicleBy(made, contract));
    },
    inClass: (vehicle) => suits(made, index, vehicle),
  };
  return joinRoute(made, solved, { index, suited });
}

function add(solved: Solved, route: SolvedRoute): Solved {
  return { ...solved, routes: [...solved.routes, route] };
}

/** Whether a client is heavier than what any class with a wheelchair space bears; false where none has one. */
export function isTooHeavy(made: SchoolProblem, index: number): boolean {
  const spacious = made.basis.price.card.classes.filter(({ layouts }) =>
    layouts.some((room) => room.wheelchairs > 0),
  );
  return spacious.length > 0 && spacious.every((each) => !bears(made, index, each));
}

/** Whether the form lets none but a car come for somebody who travels in a wheelchair: the two exclude each other, whatever the rate card has. */
export function isAgainstWheelchair(made: SchoolProblem, index: number): boolean {
  const { client, street } = riderAt(made, index);
  return street === 'car' && travelsInWheelchair(client);
}

/** Whether there are vehicles that hold and bear a client, and none of them gets to the home. */
export function isOutOfReach(made: SchoolProblem, index: number): boolean {
  const able = made.basis.price.card.classes.filter(
    (each) => bears(made, index, each) && layoutFor(made, [index], each) >= 0,
  );
  const { street } = riderAt(made, index);
  return able.length > 0 && able.every((each) => !getsThere(street, each));
}

function without<T extends { readonly pupils: readonly number[] }>(
  route: T,
  out: readonly number[],
): T {
  if (out.length === 0) return route;
  return { ...route, pupils: route.pupils.filter((index) => !out.includes(index)) };
}

/** A route's vehicle: its class on the rate card, or what it carries itself where the card has no such class. */
export function vehicleBy(
  { basis }: Pick<SchoolProblem, 'basis'>,
  route: Pick<Contract, 'vehicle_class' | 'seats' | 'wheelchairs'>,
): Vehicle {
  const { vehicle_class: id, seats, wheelchairs } = route;
  const named = basis.price.card.classes.find((each) => each.id === id);
  return named ?? { id, layouts: [{ seats, wheelchairs }] };
}

/** Whether a vehicle bears a client and gets to the home. */
export function suits(made: SchoolProblem, index: number, vehicle: Vehicle): boolean {
  return bears(made, index, vehicle) && getsThere(riderAt(made, index).street, vehicle);
}

function bears(made: SchoolProblem, index: number, { id }: Vehicle): boolean {
  return tiedDownKg(riderAt(made, index).client) <= tieDownLimit(made.basis.tie_down, id);
}

/** The rate card's classes by what they cost for a run of these, the cheapest first. */
function byPrice(made: SchoolProblem, pupils: readonly number[]): readonly VehicleClass[] {
  const { price } = made.basis;
  const run = weekRun(morningRun, pupils, legTable(made), (i) => riderAt(made, i).mornings);
  const priceOf = new Map(price.card.classes.map((each) => [each, vehicleDayPence(each, run, price)])); // prettier-ignore
  return price.card.classes.toSorted((a, b) => (priceOf.get(a) ?? 0) - (priceOf.get(b) ?? 0));
}

/** As few routes as their order of pick-up allows, each in a class that suits all of it; and whom no class suits. */
function together(
  made: SchoolProblem,
  pupils: readonly number[],
): { readonly groups: readonly SolvedRoute[]; readonly left: readonly number[] } {
  const groups: SolvedRoute[] = [];
  const left: number[] = [];
  for (const index of pupils) {
    const last = groups.at(-1);
    const joined = last === undefined ? null : cheapest(made, [...last.pupils, index]);
    if (joined !== null) {
      groups[groups.length - 1] = joined;
      continue;
    }
    const own = cheapest(made, [index]);
    if (own === null) left.push(index);
    else groups.push(own);
  }
  return { groups, left };
}

/** The route as it is where its class suits everyone, else in the cheapest class that suits and holds them; null where none does. */
function inClassThatSuits(made: SchoolProblem, route: SolvedRoute): SolvedRoute | null {
  const vehicle = made.basis.price.card.classes.find(({ id }) => id === route.type);
  if (vehicle !== undefined && route.pupils.every((index) => suits(made, index, vehicle)))
    return route;
  return cheapest(made, route.pupils);
}

function cheapest(made: SchoolProblem, pupils: readonly number[]): SolvedRoute | null {
  const vehicle = byPrice(made, pupils).find(
    (each) =>
      pupils.every((index) => suits(made, index, each)) && layoutFor(made, pupils, each) >= 0,
  );
  return vehicle === undefined
    ? null
    : { type: vehicle.id, pupils, layout: layoutFor(made, pupils, vehicle) };
}

/** Which layout of a class holds these on every day and both ways; -1: none. */
function layoutFor(made: SchoolProblem, pupils: readonly number[], { layouts }: Vehicle): number {
  return layouts.findIndex((room) => fits(made, { rooms: [room], assistant: false, pupils }));
}
