/** A school's part of a plan laid over its problem, so that a route can be changed by hand and written down anew. */
import type { Client } from '../../model/client.ts';
import type { PlannedRoute, Unallocated } from '../../model/plan.ts';
import type { CountyFacts, CountyWork, OtherJourney, SchoolWork } from '../county.ts';
import type { LeftOut } from '../problem.ts';
import { textOf, type StopKey } from '../../model/stop-key.ts';
import { isShared } from '../../model/route-schools.ts';
import { HOME } from '../../model/stop-place.ts';
import { schoolPlan } from '../school-plan.ts';
import { schoolProblem, type SchoolProblem } from '../school-problem.ts';

/** The part of a plan that is worked on. */
export interface DeskPlan {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  readonly roads?: string;
}

/** A route of the plan as the problem's pupils. */
export interface DeskRoute {
  readonly route: PlannedRoute;
  /** Indices of the problem in pick-up order. */
  readonly pupils: readonly number[];
  /** Its place among the running routes of the work; null for a route without a contract. */
  readonly running: number | null;
}

/** One school with its routes ready to be changed. */
export interface Desk {
  readonly facts: CountyFacts;
  readonly made: SchoolProblem;
  readonly routes: readonly DeskRoute[];
  /** The problem's index of a client who travels from home. */
  readonly indexOf: ReadonlyMap<number, number>;
  /** The problem's index of any stop; 0 for none. */
  readonly indexOfStop: (stop: StopKey) => number;
}

/** A route that has no contract, with the vehicle it is to have. */
export interface FreshRoute {
  readonly type: string;
  readonly layout: number;
  readonly pupils: readonly number[];
}

/** What is laid: the plan in use, the county it answers to, a school, and who joins. */
export interface DeskOrder {
  readonly plan: DeskPlan;
  readonly facts: CountyFacts;
  readonly work: CountyWork;
  readonly school_urn: number;
  /** Clients of the school who are on none of the plan's routes and may join one. */
  readonly joining: readonly Client[];
  /** Journeys of some days to the school that no route of the plan serves and that may join one. */
  readonly joiningOthers?: readonly OtherJourney[];
}

/**
 * Lays out a school. Only what the plan has: contracts that came since are left out, and so are routes whose contract carries
 * nobody any more. Null where the school is not among those with work.
 */
export function layDesk(order: DeskOrder): Desk | null {
  const { plan, facts, school_urn } = order;
  const whole = order.work.schools.find((each) => each.listed && each.school.urn === school_urn);
  const school = whole?.school ?? facts.schools.get(school_urn);
  if (school === undefined) return null;
  const routes = plan.routes.filter(
    // A route that other schools share is no school's alone to change.
    (route) => route.school_urn === school_urn && !isShared(route),
  );
  const byContract = new Map(routes.map((route) => [route.contract_id, route]));
  const running = (whole?.running ?? []).filter(({ contract }) => byContract.has(contract.id));
  const carried = new Set(running.flatMap((each) => each.carried.map((client) => client.id)));
  const stops = routes.flatMap((route) => route.stops);
  // Journeys on some days keep their stops: whoever looks for a place looks for one among them.
  const stands = new Set(stops.map(textOf));
  const others = [
    ...(whole?.others ?? []).filter((each) => stands.has(keyOfOther(each))),
    ...(order.joiningOthers ?? []),
  ];
  const joined = stops
    .filter((stop) => stop.place === HOME && !carried.has(stop.client_id))
    .flatMap((stop) => facts.clients.get(stop.client_id) ?? []);
  const waiting = [...joined, ...order.joining];
  const work: SchoolWork = { school, listed: true, running, waiting, others };
  const made = schoolProblem(work, facts);
  const mains = made.riders.slice(0, made.problem.pupils.length);
  const indexOf = new Map(mains.map((rider, at) => [rider.client.id, at + 1]));
  const otherAt = new Map(others.map((each, at) => [keyOfOther(each), mains.length + at + 1]));
  const place = new Map(running.map((each, at) => [each.contract.id, at]));
  return {
    facts,
    made,
    indexOf,
    indexOfStop: (stop) =>
      (stop.place === HOME ? indexOf.get(stop.client_id) : otherAt.get(textOf(stop))) ?? 0,
    routes: routes.flatMap((route): DeskRoute[] => {
      const at = route.contract_id === null ? null : (place.get(route.contract_id) ?? -1);
      if (at === -1) return [];
      const pupils = route.stops.flatMap(
        (stop) =>
          (stop.place === HOME ? indexOf.get(stop.client_id) : otherAt.get(textOf(stop))) ?? [],
      );
      return [{ route, pupils, running: at }];
    }),
  };
}

/**
 * Whether the records still know every stop that a route has. One that they do not (a second home given up, a request held since) would
 * fall off the route when it is written down anew: such a route is left as it is until its school is planned again.
 */
export function isWhole({ route, pupils }: DeskRoute): boolean {
  return pupils.length === route.stops.length;
}

/** Who travels from home, of a desk's pupils: the search knows only them. */
export function mainsOf({ made }: Desk, pupils: readonly number[]): readonly number[] {
  return pupils.filter((index) => index <= made.problem.pupils.length);
}

/** An order of those who travel from home, with each stop of some days behind whom it followed before. */
export function withOthersOf(
  { made }: Desk,
  before: readonly number[],
  mains: readonly number[],
): readonly number[] {
  const order = [...mains];
  before.forEach((index, at) => {
    if (index <= made.problem.pupils.length) return;
    const ahead = before.slice(0, at).findLast((each) => order.includes(each)) ?? 0;
    order.splice(order.indexOf(ahead) + 1, 0, index);
  });
  return order;
}

function keyOfOther({ client, journey }: OtherJourney): string {
  return textOf({ client_id: client.id, place: journey.place });
}

/** Routes as they would be: pupils and vehicle by the desk's route; others stay. */
export interface DeskChange {
  /** Whom no vehicle can carry; they are told of as unallocated. */
  readonly leftOut?: readonly LeftOut[];
  readonly changed: ReadonlyMap<
    DeskRoute,
    { readonly pupils: readonly number[]; readonly vehicle?: Omit<FreshRoute, 'pupils'> }
  >;
  readonly fresh: readonly FreshRoute[];
}

/** What is written down. */
export interface Written {
  /** Every route of the desk by its route before, as recosted; a route emptied is not in it. */
  readonly after: ReadonlyMap<DeskRoute, PlannedRoute>;
  /** In the order given, without references. */
  readonly fresh: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
}

/** Writes the desk's routes down by the very rules of planning: times, distances, prices. References and ids stay. */
export function writeDesk(desk: Desk, { changed, fresh, leftOut = [] }: DeskChange): Written {
  const pupilsOf = (each: DeskRoute) => changed.get(each)?.pupils ?? each.pupils;
  const runs = new Map(desk.routes.flatMap((r) => (r.running === null ? [] : [[r.running, r]])));
  const open = desk.routes.filter((each) => each.running === null && pupilsOf(each).length > 0);
  const { routes, unallocated } = schoolPlan(
    desk.made,
    {
      pinned: desk.made.work.running.map(({ contract }, at) => {
        const each = runs.get(at);
        return { id: contract.ref, pupils: each === undefined ? [] : pupilsOf(each) };
      }),
      routes: [
        ...open.map((each) => ({
          ...(changed.get(each)?.vehicle ?? vehicleOf(desk, each.route)),
          pupils: pupilsOf(each),
        })),
        ...fresh,
      ],
      leftOut,
      moved: [],
      iterations: 0,
    },
    desk.facts,
  );
  const after = new Map<DeskRoute, PlannedRoute>();
  const first = desk.made.work.running.length;
  const keep = (each: DeskRoute, route: PlannedRoute | undefined): void => {
    if (route !== undefined && route.stops.length > 0)
      after.set(each, { ...route, id: each.route.id, ref: each.route.ref });
  };
  for (const [at, each] of runs) keep(each, routes[at]);
  open.forEach((each, at) => {
    keep(each, routes[first + at]);
  });
  return { after, fresh: routes.slice(first + open.length), unallocated };
}

/** The vehicle class and layout that a route without a contract has in the plan. */
export function vehicleOf(desk: Desk, route: PlannedRoute): Omit<FreshRoute, 'pupils'> {
  const type = desk.made.problem.vehicleTypes.find((each) => each.id === route.vehicle_class);
  const layout = type?.layouts.findIndex(
    (room) => room.seats === route.seats && room.wheelchairs === route.wheelchairs,
  );
  return { type: route.vehicle_class, layout: Math.max(0, layout ?? 0) };
}
