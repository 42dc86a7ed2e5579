/** The route builder's answer for one school as planned routes with times and costs. */
import { isConfirmedOn, firstDayNeeded } from '../casework/status.ts';
import { contractLines, newRouteLines } from '../costing/route-cost.ts';
import { travelsInWheelchair } from '../casework/questions.ts';
import { tiedDownKg } from '../casework/tie-down.ts';
import { STREET_WORDS } from '../casework/street-access.ts';
import { formatQuantity } from '../format/number.ts';
import { isAgainstWheelchair, isOutOfReach, isTooHeavy } from './fit-vehicles.ts';
import { formatMinutes } from '../format/time.ts';
import { defined } from '../kernel/assert.ts';
import { sumPence } from '../kernel/units.ts';
import { suppliedAssistants, type Contract } from '../model/contract.ts';
import type { CostLine, PlannedRoute, PlannedStop, Unallocated } from '../model/plan.ts';
import { ofJourney, type CountyFacts, type RunningRoute } from './county.ts';
import type { LeftOut } from './problem.ts';
import { afternoonOrder, afternoonRun, dailyCrews, morningRun, weekRun } from './legs.ts';
import { daysOfRiders, daysOfRoute } from './place-others.ts';
import { LAST_SECOND, newRouteTimes } from './run-times.ts';
import { hasNoWay, homeRules, legTable, riderAt, type SchoolProblem } from './school-problem.ts';
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
  readonly home_m: number;
  readonly home_duration_s: number;
  readonly assistants: number;
  readonly distance_basis: 'estimated' | 'road';
}

/** Times, distances and assistants of pupils collected in this order, and of their way home. */
function runOf(
  made: SchoolProblem,
  pupils: readonly number[],
  at: { readonly arrive_s: number; readonly depart_s: number },
  isFixed: (index: number) => boolean,
): Run {
  const { n, distances, durations } = made.table;
  const table = legTable(made);
  const morning = weekRun(morningRun, pupils, table, (index) => riderAt(made, index).mornings);
  const rules = homeRules(made);
  const homeward = afternoonOrder(pupils, table, rules);
  const home = weekRun(afternoonRun, homeward, table, rules.ridesOn);
  const stops = pupils.map((index, i): PlannedStop => {
    const rider = riderAt(made, index);
    const ride_s = morning.rides[i] ?? 0;
    const place = homeward.indexOf(index);
    const home_ride_s = home.rides[place] ?? 0;
    return {
      client_id: rider.client.id,
      place: rider.place,
      mornings: rider.mornings,
      afternoons: rider.afternoons,
      pick_up_s: Math.max(0, at.arrive_s - ride_s - rider.boarding_s),
      ride_s,
      limit_s: rider.limit.limit_s,
      limit_kind: rider.limit.kind,
      direct_s: durations[index * n] ?? 0,
      direct_m: distances[index * n] ?? 0,
      drop_off_order: place + 1,
      drop_off_s: Math.min(LAST_SECOND, at.depart_s + home_ride_s),
      home_ride_s,
      home_direct_s: durations[index] ?? 0,
      fixed: isFixed(index),
      provisional: rider.provisional,
    };
  });
  return {
    stops,
    distance_m: morning.distance_m,
    duration_s: morning.duration_s,
    home_m: home.distance_m,
    home_duration_s: home.duration_s,
    assistants: assistantsOf(made, pupils),
    distance_basis: [0, ...pupils].every((index) => made.byRoad[index] === 1)
      ? 'road'
      : 'estimated',
  };
}

/** One for each client who has their own, and one that the others share: as many as the fullest run of the week needs. */
function assistantsOf(made: SchoolProblem, pupils: readonly number[]): number {
  const crews = [
    ...dailyCrews(pupils, (index) => riderAt(made, index).mornings),
    ...dailyCrews(pupils, (index) => riderAt(made, index).afternoons),
  ];
  return Math.max(
    0,
    ...crews.map((crew) => {
      const riders = crew.map((index) => riderAt(made, index));
      const own = riders.filter((rider) => rider.assistant === 'own').length;
      return own + (riders.some((rider) => rider.assistant === 'shared') ? 1 : 0);
    }),
  );
}

function runningRoute(
  made: SchoolProblem,
  { contract, carried }: RunningRoute,
  pupils: readonly number[],
  facts: CountyFacts,
): PlannedRoute {
  const { work, basis } = made;
  const onBoard = new Set(carried.map((client) => client.id));
  const isCarried = (index: number): boolean => onBoard.has(riderAt(made, index).client.id);
  const isFixed = (index: number): boolean =>
    index <= made.problem.pupils.length && isCarried(index);
  const fresh = newRouteTimes(work, basis);
  const times = {
    arrive_s: contract.arrives_s ?? fresh.arrive,
    depart_s: contract.departs_s ?? fresh.depart,
  };
  const run = runOf(made, pupils, times, isFixed);
  const fixed = pupils.filter(isFixed);
  const before = weekRun(
    morningRun,
    fixed,
    legTable(made),
    (index) => riderAt(made, index).mornings,
  );
  const joined = pupils.filter((index) => !isCarried(index));
  const supplied = suppliedAssistants(contract);
  // The contract's price holds another home of those whom it carries: only who joins makes the way longer for money.
  const priced_m = joined.length === 0 ? before.distance_m : run.distance_m;
  const after = { distance_m: priced_m, assistants: Math.max(supplied, run.assistants) };
  const cost = contractLines(
    contract,
    {
      before: { distance_m: before.distance_m, assistants: supplied },
      after,
      joined: joined.length,
      days: { joined: daysOfRiders(made, joined), runs: daysOfRiders(made, fixed) },
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
    home_m: run.home_m,
    home_duration_s: run.home_duration_s,
    ...times,
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
  return pupils.every((index) => {
    const { client } = riderAt(made, index);
    const first = facts.firstDay(made.work.school.urn, client.year_group);
    return isConfirmedOn(contract, firstDayNeeded(client, first));
  });
}

function newRoute(made: SchoolProblem, route: Solved['routes'][number]): PlannedRoute {
  const { work, basis } = made;
  const vehicle = defined(
    basis.price.card.classes.find((each) => each.id === route.type),
    `vehicle class ${route.type}`,
  );
  const room = defined(vehicle.layouts[route.layout ?? 0], 'the layout used');
  const { arrive, depart } = newRouteTimes(work, basis);
  const times = { arrive_s: arrive, depart_s: depart };
  const run = runOf(made, route.pupils, times, () => false);
  const days_a_year = daysOfRoute(made, route.pupils);
  return priced(newRouteLines(vehicle, run, basis.price), days_a_year, {
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
    home_m: run.home_m,
    home_duration_s: run.home_duration_s,
    ...times,
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

function toUnallocated(made: SchoolProblem, { pupil, reason }: LeftOut): Unallocated {
  const { client, mornings, afternoons } = riderAt(made, pupil);
  const why = whyLeftOut(made, pupil, reason);
  const other = made.work.others[pupil - made.problem.pupils.length - 1];
  if (other !== undefined) return { client_id: client.id, ...ofJourney(other.journey, why) };
  return { client_id: client.id, ...why, days: mornings | afternoons };
}

function whyLeftOut(
  made: SchoolProblem,
  pupil: number,
  reason: LeftOut['reason'],
): Pick<Unallocated, 'reason' | 'detail'> {
  const { client, limit } = riderAt(made, pupil);
  const { durations, n } = made.table;
  const [there, home] = [durations[pupil * n] ?? 0, durations[pupil] ?? 0];
  if (hasNoWay(made, pupil))
    return {
      reason: 'unreachable',
      detail: `The road network has no way ${there >= home ? 'from the stop to the school' : 'from the school to the stop'}. Set the pin of the home on a road that leads there, correct the school's position, or load a network that reaches both.`,
    };
  if (isAgainstWheelchair(made, pupil))
    return {
      reason: 'contradiction',
      detail:
        'By the form only an ordinary car gets to the home, and the client travels in the wheelchair, which a car has no space for. Correct one of the two, or enter a place to meet in the form and let a larger vehicle come.',
    };
  switch (reason) {
    case 'ride_limit':
      return {
        reason: 'clinical_limit',
        detail: `The direct journey ${home > there ? 'home ' : ''}takes about ${formatMinutes(Math.max(there, home))}, the clinical limit is ${formatMinutes(limit.limit_s)}${limit.waiver === undefined ? '' : `, waived to ${formatMinutes(limit.waiver.allowed_s)}`}. A nearer school, a waiver by the clinician or a measured journey time would mend it.`,
      };
    case 'conflict':
      return {
        reason: 'conflict',
        detail: `No vehicle is left without ${client.not_with.join(', ')} on it. Ask for one more vehicle, or review who may not travel together.`,
      };
    default:
      return isTooHeavy(made, pupil)
        ? {
            reason: 'too_heavy',
            detail: `Wheelchair and client weigh ${tiedDownKg(client)} kg, more than lift and tie-downs of any vehicle class bear. A vehicle with a stronger lift, its limit entered under Data, Settings, or a seat to transfer to would mend it.`,
          }
        : isOutOfReach(made, pupil)
          ? { reason: 'no_access', detail: noAccess(made, pupil) }
          : { reason: 'no_vehicle', detail: noVehicle(made, pupil) };
  }
}

/** Which vehicles hold the client and do not get to the home. */
function noAccess(made: SchoolProblem, pupil: number): string {
  const street = defined(riderAt(made, pupil).street, 'a street that keeps vehicles away');
  return `${STREET_WORDS[street]}, by the form, and no vehicle class of the rate card that is small enough holds the client. A place to meet where larger vehicles get, entered in the form, or a smaller class on the rate card would mend it.`;
}

/** What is asked of a vehicle and the most that the rate card offers. */
function noVehicle(made: SchoolProblem, pupil: number): string {
  const { client, assistant, equipment_seats: stowed } = riderAt(made, pupil);
  const seats = (travelsInWheelchair(client) ? 0 : 1) + (assistant === 'none' ? 0 : 1) + stowed;
  const needs = [
    ...(seats === 0
      ? []
      : [
          `${formatQuantity(seats, 'seat')}${stowed === 0 ? '' : ` (${stowed} for the equipment)`}`,
        ]),
    ...(travelsInWheelchair(client) ? ['1 wheelchair space'] : []),
  ].join(' and ');
  const rooms = made.basis.price.card.classes.flatMap(({ layouts }) => layouts);
  const spaces = Math.max(0, ...rooms.map((room) => room.wheelchairs));
  const most =
    travelsInWheelchair(client) && spaces === 0 ? ': it has no wheelchair space at all' : '';
  return `No vehicle class of the rate card offers ${needs} in one layout${most}. Add a class or a layout to the rate card.`;
}
