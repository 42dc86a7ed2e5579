/**
 * A route's times, limits and bill for the clients given, in the order given. It states a school's problem of this one route and has
 * planning write it down, so that a route made by hand is reckoned by the very rules of a planned one.
 */
import { defined } from '../kernel/assert.ts';
import type { Client } from '../model/client.ts';
import type { VehicleClass } from '../model/money.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import { HOME } from '../model/stop-place.ts';
import { journeysOf, type OtherJourney, type SchoolWork } from '../planning/county.ts';
import { anyPupil } from '../planning/day-room.ts';
import type { Pupil, Room } from '../planning/problem.ts';
import { schoolPlan } from '../planning/school-plan.ts';
import { crewsOf } from '../planning/week-runs.ts';
import { schoolProblem, type SchoolProblem } from '../planning/school-problem.ts';
import { countyStanding } from './county-standing.ts';
import type { EditFacts } from './edit.ts';

/** A route with everyone who may be on it, measured once; orders are then written down quickly. */
export interface RouteBench {
  readonly base: PlannedRoute;
  readonly made: SchoolProblem;
  readonly facts: EditFacts;
  /** Index in the problem by client, of those who travel from home. */
  readonly index: ReadonlyMap<number, number>;
  /** Index of a stop, those of some days among them; 0 for none. */
  readonly indexOf: (stop: PlannedStop) => number;
}

/** Measures the ways between a route's school and the clients given. */
export function routeBench(
  base: PlannedRoute,
  client_ids: readonly number[],
  facts: EditFacts,
): RouteBench {
  const made = schoolProblem(workOf(base, client_ids, facts), facts);
  const mains = made.riders.slice(0, made.problem.pupils.length);
  const index = new Map(mains.map(({ client }, at) => [client.id, at + 1]));
  const others = new Map(
    made.work.others.map(({ client, journey }, at) => [
      `${client.id} ${journey.place}`,
      mains.length + at + 1,
    ]),
  );
  const indexOf = ({ client_id, place }: PlannedStop): number =>
    others.get(`${client_id} ${place}`) ?? index.get(client_id) ?? 0;
  return { base, made, facts, index, indexOf };
}

function workOf(base: PlannedRoute, ids: readonly number[], facts: EditFacts): SchoolWork {
  const others = otherJourneys(base, facts);
  const clients = ids.map((id) => defined(facts.clients.get(id), `client ${id}`));
  const own = contractWork(base, facts);
  if (own === null) {
    const school = defined(facts.schools.get(base.school_urn ?? 0), `the school of ${base.ref}`);
    return { school, listed: true, running: [], waiting: clients, others };
  }
  const here = new Set(ids);
  const carried = own.carried.filter((client) => here.has(client.id));
  const isCarried = new Set(carried.map((client) => client.id));
  return {
    ...own.work,
    running: [{ contract: own.contract, carried }],
    waiting: clients.filter((client) => !isCarried.has(client.id)),
    others,
  };
}

/** Stops of some days stay on the route whoever else is moved. */
function otherJourneys(base: PlannedRoute, facts: EditFacts): readonly OtherJourney[] {
  return base.stops.flatMap(({ client_id, place }) => {
    const client = facts.clients.get(client_id);
    if (client === undefined || place === HOME) return [];
    const journey = journeysOf(client, facts).find((each) => each.place === place);
    return journey === undefined ? [] : [{ client, journey, contract_id: base.contract_id }];
  });
}

function contractWork({ contract_id, school_urn, ref }: PlannedRoute, facts: EditFacts) {
  if (contract_id === null) return null;
  const known = countyStanding(facts).running.get(contract_id);
  if (known !== undefined)
    return { work: placed(known.work), contract: known.run.contract, carried: known.run.carried };
  // Everyone it carried was released or is gone: it is priced as long as the plan lets it run.
  const contract = defined(
    facts.contracts.find((each) => each.id === contract_id),
    `the contract of ${ref}`,
  );
  const school = defined(facts.schools.get(school_urn ?? 0), `the school of ${ref}`);
  const carried: readonly Client[] = [];
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

/** The route with these clients in this order. Id, reference and lock stay. */
export function writeRoute(bench: RouteBench, order: readonly number[]): PlannedRoute {
  const { base, made, facts } = bench;
  const pupils = withOthers(bench, order);
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

/** The order with each stop of some days behind the client whom it follows now. */
function withOthers({ base, index, indexOf }: RouteBench, order: readonly number[]) {
  const pupils = order.map((id) => defined(index.get(id), `client ${id} on the bench`));
  let before = 0;
  for (const stop of base.stops) {
    const at = indexOf(stop);
    if (at === 0) continue;
    if (stop.place !== HOME) pupils.splice(pupils.indexOf(before) + 1, 0, at);
    if (pupils.includes(at)) before = at;
  }
  return pupils;
}

/** The route with these clients in this order, measured for them alone. */
export function reckonRoute(
  base: PlannedRoute,
  order: readonly number[],
  facts: EditFacts,
): PlannedRoute {
  return writeRoute(routeBench(base, order, facts), order);
}

/** Seats and wheelchair spaces that pupils and their assistants take on the fullest run of the week. */
export function roomNeeded(pupils: readonly Pupil[]): Room {
  const loads = crewsOf(pupils).map((crew): Room => {
    const shared = crew.some((pupil) => pupil.assistant) ? 1 : 0;
    return {
      seats: crew.reduce((sum, pupil) => sum + pupil.seats, shared),
      wheelchairs: crew.reduce((sum, pupil) => sum + pupil.wheelchairs, 0),
    };
  });
  return {
    seats: Math.max(0, ...loads.map((load) => load.seats)),
    wheelchairs: Math.max(0, ...loads.map((load) => load.wheelchairs)),
  };
}

/** The pupils of a bench by index. */
export function pupilsOf({ made }: RouteBench, indices: readonly number[]): readonly Pupil[] {
  return indices.map((at) => anyPupil(made, at));
}

/** The layout used now where it still holds everyone, else the first that does; where none does it stays, and the audit says so. */
function layoutFor(bench: RouteBench, indices: readonly number[]): number {
  const { base, made } = bench;
  const vehicle = classOnCard(made, base.vehicle_class);
  const now = vehicle.layouts.findIndex(
    (room) => room.seats === base.seats && room.wheelchairs === base.wheelchairs,
  );
  const needed = roomNeeded(pupilsOf(bench, indices));
  const holds = (room: Room | undefined): boolean =>
    room !== undefined && needed.seats <= room.seats && needed.wheelchairs <= room.wheelchairs;
  if (holds(vehicle.layouts[now])) return now;
  const other = vehicle.layouts.findIndex(holds);
  return other >= 0 ? other : Math.max(0, now);
}

function classOnCard({ basis }: SchoolProblem, id: string): VehicleClass {
  return defined(
    basis.price.card.classes.find((each) => each.id === id),
    `vehicle class ${id}`,
  );
}
