/**
 * A route's times, limits and bill for the stops given, in the order given. It states a school's problem of this one route and has
 * planning write it down, so that a route made by hand is reckoned by the very rules of a planned one.
 */
import { defined } from '../../kernel/assert.ts';
import type { Client } from '../../model/client.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { HOME } from '../../model/stop-place.ts';
import { journeysOf, type CountyFacts, type OtherJourney, type SchoolWork } from '../county.ts';
import { holdsEachDay } from '../day-room.ts';
import type { Room } from '../problem.ts';
import { schoolPlan } from '../school-plan.ts';
import { schoolProblem, type SchoolProblem } from '../school-problem.ts';
import { countyStanding } from './county-standing.ts';
import { sharedBench, writeShared } from './reckon-shared.ts';
import { schoolOn } from './route-schools-by-hand.ts';
import { textOf, type StopKey } from '../../model/stop-key.ts';

/** A route with everyone who may be on it, measured once; orders are then written down quickly. */
export interface RouteBench {
  readonly base: PlannedRoute;
  readonly made: SchoolProblem;
  readonly facts: CountyFacts;
  /** Index of a stop in the problem; 0 for one that the records no longer ask for. */
  readonly indexOf: (stop: StopKey) => number;
}

/** Measures the ways between a route's school and the stops given. */
export function routeBench(
  base: PlannedRoute,
  stops: readonly StopKey[],
  facts: CountyFacts,
): RouteBench {
  const made = schoolProblem(workOf(base, stops, facts), facts);
  const mains = made.riders.slice(0, made.problem.pupils.length);
  const index = new Map([
    ...mains.map(
      ({ client }, at) => [textOf({ client_id: client.id, place: HOME }), at + 1] as const,
    ),
    ...made.work.others.map(
      ({ client, journey }, at) =>
        [textOf({ client_id: client.id, place: journey.place }), mains.length + at + 1] as const,
    ),
  ]);
  return { base, made, facts, indexOf: (stop) => index.get(textOf(stop)) ?? 0 };
}

function workOf(base: PlannedRoute, stops: readonly StopKey[], facts: CountyFacts): SchoolWork {
  const others = otherJourneys(base, stops, facts);
  const clients = stops
    .filter((stop) => stop.place === HOME)
    .map((stop) => defined(facts.clients.get(stop.client_id), `client ${stop.client_id}`));
  const own = contractWork(base, facts);
  if (own === null) {
    const school = defined(facts.schools.get(base.school_urn ?? 0), `the school of ${base.ref}`);
    return { school, listed: true, running: [], waiting: clients, others };
  }
  const here = new Set(clients.map((client) => client.id));
  const carried = own.carried.filter((client) => here.has(client.id));
  const isCarried = new Set(carried.map((client) => client.id));
  return {
    ...own.work,
    running: [{ contract: own.contract, carried }],
    waiting: clients.filter((client) => !isCarried.has(client.id)),
    others,
  };
}

/** The journeys of the stops that run on some days. */
function otherJourneys(
  base: PlannedRoute,
  stops: readonly StopKey[],
  facts: CountyFacts,
): readonly OtherJourney[] {
  return stops.flatMap(({ client_id, place }) => {
    const client = facts.clients.get(client_id);
    if (client === undefined || place === HOME) return [];
    const journey = journeysOf(client, facts).find((each) => each.place === place);
    return journey === undefined ? [] : [{ client, journey, contract_id: base.contract_id }];
  });
}

function contractWork({ contract_id, school_urn, ref }: PlannedRoute, facts: CountyFacts) {
  if (contract_id === null) return null;
  const { running, shared } = countyStanding(facts);
  const known = running.get(contract_id);
  if (known !== undefined)
    return { work: placed(known.work), contract: known.run.contract, carried: known.run.carried };
  // A shared contract left with one school; or everyone it carried was released or is gone: it is priced as long as the plan lets it run.
  const contract = defined(
    facts.contracts.find((each) => each.id === contract_id),
    `the contract of ${ref}`,
  );
  const school = defined(facts.schools.get(school_urn ?? 0), `the school of ${ref}`);
  const carried: readonly Client[] = shared.get(contract_id)?.carried ?? [];
  return {
    work: { school, listed: true, running: [], waiting: [], others: [] },
    contract,
    carried,
  };
}

/** A school without a position stands where planning took it to stand for all of its routes: at the first home that is known. */
function placed(work: SchoolWork): SchoolWork {
  if (work.school.lat !== null && work.school.lon !== null) return work;
  const home = [...work.running.flatMap((run) => run.carried), ...work.waiting].find(
    (client) => client.lat !== null && client.lon !== null,
  );
  return { ...work, school: { ...work.school, lat: home?.lat ?? null, lon: home?.lon ?? null } };
}

/** The route with these stops in this order. Id, reference and lock stay; a stop that the records no longer ask for falls away. */
export function writeRoute(bench: RouteBench, order: readonly StopKey[]): PlannedRoute {
  const { base, made, facts } = bench;
  const pupils = indicesOf(bench, order);
  const isRunning = made.work.running.length > 0;
  const written = schoolPlan(
    made,
    {
      routes: isRunning
        ? []
        : [{ type: base.vehicle_class, pupils, layout: layoutFor(bench, pupils) }],
      pinned: isRunning ? [{ id: base.ref, pupils }] : [],
      leftOut: [],
      moved: [],
      iterations: 0,
    },
    facts,
  );
  const route = defined(written.routes[0], `the route ${base.ref}`);
  const { id, ref, locked } = base;
  return { ...route, id, ref, ...(locked === true ? { locked } : {}) };
}

/** Indices of the problem in the order given. */
export function indicesOf(bench: RouteBench, order: readonly StopKey[]): readonly number[] {
  return order.map(bench.indexOf).filter((index) => index > 0);
}

/** The route with these stops in this order, measured for them alone. */
export function reckonRoute(
  base: PlannedRoute,
  order: readonly StopKey[],
  facts: CountyFacts,
): PlannedRoute {
  const shared = sharedBench(base, order, facts);
  if (shared !== null) return writeShared(shared, order);
  return writeRoute(routeBench(ofOneSchool(base, order, facts), order, facts), order);
}

/** A route as one of the only school that its stops go to. */
export function ofOneSchool(
  base: PlannedRoute,
  stops: readonly StopKey[],
  facts: CountyFacts,
): PlannedRoute {
  const { calls, ...rest } = base;
  const [first] = stops;
  if (calls === undefined || first === undefined) return calls === undefined ? base : rest;
  return { ...rest, school_urn: schoolOn(base, first, facts) };
}

/** The layout used now where it still holds everyone on each day, else the first that does; where none does it stays, and the audit says so. */
function layoutFor({ base, made }: RouteBench, pupils: readonly number[]): number {
  const vehicle = defined(
    made.basis.price.card.classes.find((each) => each.id === base.vehicle_class),
    `vehicle class ${base.vehicle_class}`,
  );
  const now = vehicle.layouts.findIndex(
    (room) => room.seats === base.seats && room.wheelchairs === base.wheelchairs,
  );
  const holds = (room: Room | undefined): boolean =>
    room !== undefined && holdsEachDay(made, { rooms: [room], assistant: false, pupils });
  if (holds(vehicle.layouts[now])) return now;
  const other = vehicle.layouts.findIndex(holds);
  return other >= 0 ? other : Math.max(0, now);
}
