/** What if all of a school's contracts were let anew: re-planned at the planner's price on disruption. */
import { isShared } from '../../model/route-schools.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { isSameStop, textOf } from '../../model/stop-key.ts';
import { HOME } from '../../model/stop-place.ts';
import { sortCounty, type CountyFacts } from '../county.ts';
import { disruptionBasis, releasing, type CountyDesk } from '../desk/county-desk.ts';
import { roomLeft } from '../desk/room-left.ts';
import { layDesk, withOthersOf, writeDesk, type Desk } from '../desk/lay-desk.ts';
import { toTrial, type PlanTrial } from '../desk/trial.ts';
import { fitVehicles, isAgainstWheelchair, isOutOfReach, isTooHeavy } from '../fit-vehicles.ts';
import { placeStops, type StopLeft } from '../place-stops.ts';
import { solveSchool } from '../plan-school.ts';
import type { PinnedRoute } from '../problem.ts';
import { nameRoutes } from '../route-refs.ts';
import type { Solved } from '../solution.ts';
import type { SolveOptions } from '../solve.ts';

/** Where the search puts everyone: clients by contract, and on routes that are to be let. */
interface Assignment {
  readonly byContract: ReadonlyMap<number, readonly number[]>;
  readonly fresh: readonly {
    readonly type: string;
    readonly layout: number;
    readonly clients: readonly number[];
  }[];
  /** Clients who leave the contract that carries them now. */
  readonly moved: readonly number[];
}

/**
 * Plans a school anew with every contract loose: a child leaves theirs only where that saves more a day than the change of provider,
 * assistant and companions weighs. Nobody who has a place loses it. The same plan, records, seed and iterations give the same answer.
 */
export function retenderSchool(
  county: CountyDesk,
  school_urn: number,
  options: SolveOptions,
): Result<PlanTrial> {
  const { plan, facts, work } = county;
  const desk = layDesk({ plan, facts, work, school_urn, joining: [] });
  if (desk === null || desk.routes.every((each) => each.running === null))
    return fail(
      'no_contracts',
      `No running contract of the plan goes to ${facts.schools.get(school_urn)?.name ?? 'this school'}.`,
      'Choose a school with contracts; a school without is simply planned.',
    );
  if (desk.routes.some(({ route }) => route.locked === true))
    return fail(
      'route_locked',
      'A route of the school is locked, so not all of its contracts can be retendered.',
      'Unlock it first, or copy the plan and unlock it there.',
    );
  const kept = new Set<number>();
  for (let round = 1; ; round++) {
    const { trial, left } = write(county, school_urn, assign(county, desk, { kept, options }));
    if (trial.violations.length === 0 && left.length === 0) return ok(trial);
    if (round > ROUNDS) return left.length === 0 ? ok(trial) : noPlace(county, left);
    // What the search cannot see of a rule, such as a ride home: the contracts concerned stay whole, in the end all of them.
    const before = kept.size;
    for (const at of [...concerned(desk, trial), ...cameFrom(desk, left)]) kept.add(at);
    if (kept.size === before || round === ROUNDS)
      desk.made.problem.pinned.forEach((_, at) => kept.add(at));
  }
}

/** Contracts, by their place in the problem, that a broken rule is about: the route's own, and those its children come from. */
function concerned(desk: Desk, trial: PlanTrial): readonly number[] {
  const refs = new Set(trial.violations.map((each) => each.route_ref));
  const routes = trial.routes.filter((route) => refs.has(route.ref));
  const ids = new Set(routes.flatMap((route) => route.stops.map((stop) => stop.client_id)));
  return desk.made.work.running.flatMap(({ contract, carried }, at) =>
    routes.some((route) => route.contract_id === contract.id) ||
    carried.some(({ id }) => ids.has(id))
      ? [at]
      : [],
  );
}

/** Contracts that made stops for which nothing else was found. */
function cameFrom(desk: Desk, left: readonly StopLeft[]): readonly number[] {
  return desk.routes.flatMap(({ route, running }) =>
    running !== null && left.some(({ key }) => route.stops.some((stop) => isSameStop(stop, key)))
      ? [running]
      : [],
  );
}

/** Nobody who has a place loses it: the school stays as it is. */
function noPlace({ facts }: CountyDesk, left: readonly StopLeft[]): Result<never> {
  const named = left.map(({ key }) => facts.clients.get(key.client_id)?.ref ?? '').join(', ');
  return fail(
    'place_lost',
    `${named} would lose the vehicle they have: ${left[0]?.because ?? ''}`,
    'Move that child in the route editor first, then try again.',
  );
}

/** How often a school is solved again because others were put on a contract that all of its own had left. */
const ROUNDS = 6;

function assign(
  county: CountyDesk,
  desk: Desk,
  { kept, options }: { readonly kept: Set<number>; readonly options: SolveOptions },
): Assignment {
  for (let round = 1; ; round++) {
    const solved = search(county, desk, { kept, options });
    // A contract that carries none of its own children any more has ended: nobody else can be put on it.
    const hollow = desk.made.problem.pinned.flatMap(({ pupils }, at) => {
      const now = solved.pinned[at]?.pupils ?? [];
      return now.length > 0 && !now.some((index) => pupils.includes(index)) ? [at] : [];
    });
    if (hollow.length === 0) return assignmentOf(desk, solved);
    if (round >= ROUNDS) desk.made.problem.pinned.forEach((_, at) => kept.add(at));
    for (const at of hollow) kept.add(at);
  }
}

/** One search. Contracts in `kept` stay whole; the others are loose. */
function search(
  county: CountyDesk,
  desk: Desk,
  { kept, options }: { readonly kept: ReadonlySet<number>; readonly options: SolveOptions },
): Solved {
  const { prices } = disruptionBasis(county.facts);
  const bound = ridesTooLong(county, desk);
  const suitsNone = (index: number) =>
    [isTooHeavy, isOutOfReach, isAgainstWheelchair].some((is) => is(desk.made, index));
  const { problem, riders, work } = desk.made;
  const count = problem.pupils.length;
  const { solved } = solveSchool(
    {
      ...desk.made,
      problem: {
        ...problem,
        vehicleTypes: problem.vehicleTypes.map((type) => ({ ...type, count })),
        pinned: problem.pinned.map((route, at): PinnedRoute => {
          const own = desk.routes.find((each) => each.running === at);
          // The search does not see who travels on some days only: their seats are taken, and the audit has the last word.
          const open = {
            ...route,
            room: own === undefined ? route.room : roomLeft(desk, own, route.room),
          };
          if (kept.has(at)) return open;
          const contract = work.running[at]?.contract;
          const fixed = (contract?.price_day_pence ?? 0) + (contract?.assistant_day_pence ?? 0);
          const helped =
            route.assistant ||
            route.helped === true ||
            route.pupils.some((index) => problem.pupils[index - 1]?.assistant === true);
          const leave = route.pupils.map((index) => {
            // Whom no class of the rate card suits keeps the provider who carries them.
            if (bound.has(riders[index - 1]?.client.id ?? 0) || suitsNone(index)) return Infinity;
            // Companions and times are weighed by the problem's own prices, for those who stay as well.
            return prices.provider_pence + (helped ? prices.assistant_pence : 0);
          });
          return { ...open, loose: { leave, fixed } };
        }),
      },
    },
    options,
  );
  // New vehicles suit whom they carry; on contracts a broken rule keeps the contract whole.
  const { routes, leftOut } = fitVehicles(desk.made, { ...solved, pinned: [] });
  return { ...solved, routes, leftOut };
}

function assignmentOf(desk: Desk, solved: Solved): Assignment {
  const { riders, work } = desk.made;
  const clientsOf = (pupils: readonly number[]) =>
    pupils.flatMap((index) => riders[index - 1]?.client.id ?? []);
  const byContract = new Map(
    work.running.map(({ contract }, at) => [
      contract.id,
      clientsOf(solved.pinned[at]?.pupils ?? []),
    ]),
  );
  return {
    byContract,
    fresh: solved.routes.map(({ type, layout, pupils }) => ({
      type,
      layout: layout ?? 0,
      clients: clientsOf(pupils),
    })),
    moved: clientsOf(solved.moved.map((each) => each.pupil)),
  };
}

/** Whose ride is over what a new route may give: lawful only on the contract that gives it already, so they stay there. */
function ridesTooLong({ facts }: CountyDesk, desk: Desk): ReadonlySet<number> {
  const allowance = numberAt(facts.settings, 'over_guide_allowance', facts.on);
  const isOver = (ride_s: number, direct_s: number, limit_s: number) =>
    ride_s > Math.max(limit_s, direct_s * allowance);
  return new Set(
    desk.routes
      .flatMap(({ route }) => route.stops)
      .filter(
        (stop) =>
          isOver(stop.ride_s, stop.direct_s, stop.limit_s) ||
          isOver(stop.home_ride_s, stop.home_direct_s, stop.limit_s),
      )
      .map((stop) => stop.client_id),
  );
}

/** Lays the school out again with those who move released, and writes down what the search found. */
function write(
  county: CountyDesk,
  school_urn: number,
  found: Assignment,
): { readonly trial: PlanTrial; readonly left: readonly StopLeft[] } {
  const { plan } = county;
  const released = releasing(county.facts, new Set(found.moved));
  // A contract that names no school goes where most of its children go: it goes on to this one, whoever leaves it.
  const facts: CountyFacts = {
    ...released,
    contracts: released.contracts.map((contract) =>
      found.byContract.has(contract.id) ? { ...contract, school_urn } : contract,
    ),
  };
  const isOf = (route: PlannedRoute) => route.school_urn === school_urn && !isShared(route);
  const stripped = plan.routes.filter(isOf).flatMap((route): PlannedRoute[] => {
    const stays = new Set(found.byContract.get(route.contract_id ?? -1) ?? []);
    // Stops of some days stay on a contract for as long as it carries anyone from home.
    const stops = route.stops.filter((stop) =>
      stop.place === HOME ? stays.has(stop.client_id) : stays.size > 0,
    );
    return stops.length === 0 ? [] : [{ ...route, stops }];
  });
  const kept = new Set(stripped.flatMap((route) => route.stops.map(textOf)));
  const gone = plan.routes
    .filter(isOf)
    .flatMap((route) => route.stops)
    .filter((stop) => !kept.has(textOf(stop)));
  const joining = gone
    .filter((stop) => stop.place === HOME)
    .flatMap((stop) => facts.clients.get(stop.client_id) ?? []);
  const others = plan.routes.filter((route) => !isOf(route));
  const work = sortCounty(facts);
  const desk = layDesk({
    plan: { ...plan, routes: stripped },
    facts,
    work,
    school_urn,
    joining,
  });
  if (desk === null) throw new Error(`School ${school_urn} is not on the desk`);
  const indices = (clients: readonly number[]) =>
    clients.flatMap((id) => desk.indexOf.get(id) ?? []);
  const { after, fresh } = writeDesk(desk, {
    changed: new Map(
      desk.routes.map((each) => [
        each,
        {
          pupils: withOthersOf(
            desk,
            each.pupils,
            indices(found.byContract.get(each.route.contract_id ?? -1) ?? []),
          ),
        },
      ]),
    ),
    fresh: found.fresh.map(({ type, layout, clients }) => ({
      type,
      layout,
      pupils: indices(clients),
    })),
  });
  const school = desk.made.work.school.name;
  const same = new Map(plan.routes.map((route) => [route.id, route]));
  const running = [...after.values()].map((route) => keepIfSame(same.get(route.id), route));
  const named = nameRoutes([...others, ...running, ...fresh], () => school);
  // Stops of some days, and whom the search found no vehicle for, are offered a place like a late applicant.
  const served = new Set(named.flatMap((route) => route.stops.map(textOf)));
  const { routes, left } = placeStops(
    { ...county, facts, work, plan: { ...plan, routes: named } },
    gone.filter((stop) => !served.has(textOf(stop))),
  );
  const trial = toTrial(county, {
    routes,
    unallocated: plan.unallocated,
    released: found.moved,
    facts: released,
  });
  return { trial, left };
}

/** A route that came out as it was is the very same. */
function keepIfSame(before: PlannedRoute | undefined, after: PlannedRoute): PlannedRoute {
  if (before === undefined) return after;
  const isSame =
    before.stops.length === after.stops.length &&
    before.cost_day_pence === after.cost_day_pence &&
    before.stops.every((stop, at) => {
      const other = after.stops[at];
      return (
        other !== undefined &&
        isSameStop(stop, other) &&
        stop.pick_up_s === other.pick_up_s &&
        stop.drop_off_s === other.drop_off_s &&
        stop.fixed === other.fixed
      );
    });
  return isSame ? before : after;
}
