/**
 * The search knows seats and wheelchair spaces, not weights. Where somebody is heavier than what lift and tie-downs of their vehicle bear,
 * the cheapest class that bears them takes the route; where none holds everyone aboard they travel on a route of their own.
 */
import { tiedDownKg, tieDownLimit } from '../casework/tie-down.ts';
import type { VehicleClass } from '../model/money.ts';
import { fits } from './day-room.ts';
import type { LeftOut, SolvedRoute } from './problem.ts';
import { riderAt, type SchoolProblem } from './school-problem.ts';
import type { Solved } from './solution.ts';

/** The solution with nobody heavier than their vehicle bears, but for those whom a contract carries already. */
export function fitWeights(made: SchoolProblem, solved: Solved): Solved {
  const alone: number[] = [];
  const pinned = solved.pinned.map((route, at) => {
    const contract = made.work.running[at]?.contract;
    const kept = new Set(made.problem.pinned[at]?.pupils);
    const limit = limitOf(made, contract?.vehicle_class ?? '');
    const pupils = route.pupils.filter((index) => kept.has(index) || weighs(made, index) <= limit);
    alone.push(...route.pupils.filter((index) => !pupils.includes(index)));
    return pupils.length === route.pupils.length ? route : { ...route, pupils };
  });
  const routes: SolvedRoute[] = [];
  for (const route of solved.routes) {
    const fitted = inClassThatBears(made, route);
    if (fitted !== null) {
      routes.push(fitted);
      continue;
    }
    const limit = limitOf(made, route.type);
    const light = route.pupils.filter((index) => weighs(made, index) <= limit);
    alone.push(...route.pupils.filter((index) => weighs(made, index) > limit));
    if (light.length > 0) routes.push({ ...route, pupils: light });
  }
  const leftOut: LeftOut[] = [...solved.leftOut];
  for (const index of alone) {
    const own = inClassThatBears(made, { type: '', pupils: [index] });
    if (own === null) leftOut.push({ pupil: index, reason: 'no_vehicle' });
    else routes.push(own);
  }
  return { ...solved, pinned, routes, leftOut };
}

/** Whether a client is heavier than what any class with a wheelchair space bears; false where none has one. */
export function isTooHeavy(made: SchoolProblem, index: number): boolean {
  const kg = weighs(made, index);
  const spacious = made.basis.price.card.classes.filter(({ layouts }) =>
    layouts.some((room) => room.wheelchairs > 0),
  );
  return spacious.length > 0 && spacious.every(({ id }) => kg > limitOf(made, id));
}

function weighs(made: SchoolProblem, index: number): number {
  return tiedDownKg(riderAt(made, index).client);
}

function limitOf({ basis }: SchoolProblem, vehicle_class: string): number {
  return tieDownLimit(basis.tie_down, vehicle_class);
}

/** The route as it is where its class bears everyone, else in the cheapest class that bears and holds them; null where none does. */
function inClassThatBears(made: SchoolProblem, route: SolvedRoute): SolvedRoute | null {
  const kg = Math.max(0, ...route.pupils.map((index) => weighs(made, index)));
  if (route.type !== '' && kg <= limitOf(made, route.type)) return route;
  const byPrice = made.basis.price.card.classes.toSorted((a, b) => a.fixed_pence - b.fixed_pence);
  const { pupils } = route;
  const layoutFor = ({ layouts }: VehicleClass): number =>
    layouts.findIndex((room) => fits(made, { rooms: [room], assistant: false, pupils }));
  const vehicle = byPrice.find((each) => kg <= limitOf(made, each.id) && layoutFor(each) >= 0);
  return vehicle === undefined ? null : { type: vehicle.id, pupils, layout: layoutFor(vehicle) };
}
