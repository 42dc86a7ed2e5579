/** The route builder's answer for one school as planned routes with times and costs. */
import { isConfirmedOn, firstDayNeeded } from '../casework/status.ts';
import { contractLines, newRouteLines } from '../costing/route-cost.ts';
import { formatMinutes } from '../format/time.ts';
import { defined } from '../kernel/assert.ts';
import { sumPence } from '../kernel/units.ts';
import type { Contract } from '../model/contract.ts';
import type { CostLine, PlannedRoute, PlannedStop, Unallocated } from '../model/plan.ts';
import type { CountyFacts, RunningRoute } from './county.ts';
import type { LeftOut } from './problem.ts';
import type { Rider, SchoolProblem } from './school-problem.ts';
import type { Solved } from './solution.ts';

/** A school's part of a plan. New routes have no reference yet. */
export interface SchoolPlan {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
}

/** Turns a solution into routes and a list of whom it leaves out. */
export function schoolPlan(made: SchoolProblem, solved: Solved, facts: CountyFacts): SchoolPlan {
  const running = made.work.running.map((route, at) =>
    runningRoute(made, route, defined(solved.pinned[at], 'the running route').pupils, facts),
  );
  const fresh = solved.routes.map((route) => newRoute(made, route));
  return {
    routes: [...running, ...fresh],
    unallocated: solved.leftOut.map((each) => toUnallocated(made, each)),
  };
}

interface Run {
  readonly stops: readonly PlannedStop[];
  readonly distance_m: number;
  readonly duration_s: number;
  readonly assistants: number;
  readonly distance_basis: 'estimated' | 'road';
}

/** Times, distances and assistants of pupils collected in this order. */
function runOf(
  made: SchoolProblem,
  pupils: readonly number[],
  arrive_s: number,
  isFixed: (index: number) => boolean,
): Run {
  const { n, distances, durations } = made.problem;
  const stops: PlannedStop[] = [];
  let next = 0;
  let ride_s = 0;
  let distance_m = 0;
  for (const index of pupils.toReversed()) {
    ride_s +=
      (durations[index * n + next] ?? 0) + (next === 0 ? 0 : riderAt(made, next).boarding_s);
    distance_m += distances[index * n + next] ?? 0;
    const rider = riderAt(made, index);
    stops.unshift({
      client_id: rider.client.id,
      pick_up_s: Math.max(0, arrive_s - ride_s - rider.boarding_s),
      ride_s,
      limit_s: rider.limit.limit_s,
      limit_kind: rider.limit.kind,
      direct_s: durations[index * n] ?? 0,
      direct_m: distances[index * n] ?? 0,
      fixed: isFixed(index),
      provisional: rider.provisional,
    });
    next = index;
  }
  return {
    stops,
    distance_m,
    duration_s: ride_s + (next === 0 ? 0 : riderAt(made, next).boarding_s),
    assistants: assistantsOf(pupils.map((index) => riderAt(made, index))),
    distance_basis: [0, ...pupils].every((index) => made.byRoad[index] === 1)
      ? 'road'
      : 'estimated',
  };
}

function riderAt(made: SchoolProblem, index: number): Rider {
  return defined(made.riders[index - 1], `rider ${index}`);
}

/** One for each client who has their own, and one that the others share. */
function assistantsOf(riders: readonly Rider[]): number {
  const own = riders.filter((rider) => rider.assistant === 'own').length;
  return own + (riders.some((rider) => rider.assistant === 'shared') ? 1 : 0);
}

function runningRoute(
  made: SchoolProblem,
  { contract, carried }: RunningRoute,
  pupils: readonly number[],
  facts: CountyFacts,
): PlannedRoute {
  const { work, basis } = made;
  const onBoard = new Set(carried.map((client) => client.id));
  const isFixed = (index: number): boolean => onBoard.has(riderAt(made, index).client.id);
  const arrive_s = contract.arrives_s ?? arrivalOf(made);
  const run = runOf(made, pupils, arrive_s, isFixed);
  const fixed = pupils.filter(isFixed);
  const before = runOf(made, fixed, arrive_s, isFixed);
  const supplied = contract.assistant ? 1 : 0;
  const after = { distance_m: run.distance_m, assistants: Math.max(supplied, run.assistants) };
  const cost = contractLines(
    contract,
    {
      before: { distance_m: before.distance_m, assistants: supplied },
      after,
      joined: pupils.length - fixed.length,
    },
    basis.price,
  );
  return priced(cost, contract.days_a_year, {
    id: 0,
    ref: contract.route_ref === '' ? contract.ref : contract.route_ref,
    school_urn: work.listed ? work.school.urn : null,
    vehicle_class: contract.vehicle_class,
    seats: contract.seats,
    wheelchairs: contract.wheelchairs,
    assistant: after.assistants > 0,
    contract_id: contract.id,
    provider: contract.provider,
    confirmed: isConfirmedForAll(contract, pupils, made, facts),
    distance_m: run.distance_m,
    distance_basis: run.distance_basis,
    duration_s: run.duration_s,
    arrive_s,
    depart_s: contract.departs_s ?? departureOf(made),
    stops: run.stops,
  });
}

/** Confirmed for the first day of everyone whom the contract carries. */
function isConfirmedForAll(
  contract: Contract,
  pupils: readonly number[],
  made: SchoolProblem,
  facts: CountyFacts,
): boolean {
  const first = facts.firstDay(made.work.school.urn);
  return pupils.every((index) =>
    isConfirmedOn(contract, firstDayNeeded(riderAt(made, index).client, first)),
  );
}

function newRoute(made: SchoolProblem, route: Solved['routes'][number]): PlannedRoute {
  const { work, basis } = made;
  const vehicle = defined(
    basis.price.card.classes.find((each) => each.id === route.type),
    `vehicle class ${route.type}`,
  );
  const room = defined(vehicle.layouts[route.layout ?? 0], 'the layout used');
  const arrive_s = arrivalOf(made);
  const run = runOf(made, route.pupils, arrive_s, () => false);
  return priced(newRouteLines(vehicle, run, basis.price), basis.days_a_year, {
    id: 0,
    ref: '',
    school_urn: work.listed ? work.school.urn : null,
    vehicle_class: vehicle.id,
    seats: room.seats,
    wheelchairs: room.wheelchairs,
    assistant: run.assistants > 0,
    contract_id: null,
    provider: '',
    confirmed: false,
    distance_m: run.distance_m,
    distance_basis: run.distance_basis,
    duration_s: run.duration_s,
    arrive_s,
    depart_s: departureOf(made),
    stops: run.stops,
  });
}

function priced(
  cost: readonly CostLine[],
  days_a_year: number,
  route: Omit<PlannedRoute, 'cost' | 'cost_day_pence' | 'days_a_year' | 'cost_year_pence'>,
): PlannedRoute {
  const cost_day_pence = sumPence(cost.map((line) => line.pence));
  return {
    ...route,
    cost,
    cost_day_pence,
    days_a_year,
    cost_year_pence: cost_day_pence * days_a_year,
  };
}

function arrivalOf({ work, basis }: SchoolProblem): number {
  return Math.max(0, (work.school.day_starts_s ?? basis.day_starts_s) - basis.arrive_before_s);
}

function departureOf({ work, basis }: SchoolProblem): number {
  return work.school.day_ends_s ?? basis.day_ends_s;
}

function toUnallocated(made: SchoolProblem, { pupil, reason }: LeftOut): Unallocated {
  const { client, limit } = riderAt(made, pupil);
  const client_id = client.id;
  const direct_s = made.problem.durations[pupil * made.problem.n] ?? 0;
  switch (reason) {
    case 'ride_limit':
      return {
        client_id,
        reason: 'clinical_limit',
        detail: `The direct journey takes about ${formatMinutes(direct_s)}, the clinical limit is ${formatMinutes(limit.limit_s)}. A nearer school, a waiver by the clinician or a measured journey time would mend it.`,
      };
    case 'conflict':
      return {
        client_id,
        reason: 'conflict',
        detail: `No vehicle is left without ${client.not_with.join(', ')} on it. Ask for one more vehicle, or review who may not travel together.`,
      };
    default:
      return {
        client_id,
        reason: 'no_vehicle',
        detail:
          'No vehicle class of the rate card holds this client with their wheelchair and assistant. Add a class or a layout to the rate card.',
      };
  }
}
