/** A provider hands a contract back: only its children are placed anew, everyone else stays exactly where they are. */
import { dayWords, type DayMask } from '../calendar/day-mask.ts';
import { isSameStop } from '../model/stop-key.ts';
import { HOME } from '../model/stop-place.ts';
import { onePerClient } from './unallocated.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { sumPence } from '../kernel/units.ts';
import type { Client } from '../model/client.ts';
import type { PlannedRoute, PlannedStop, Unallocated } from '../model/plan.ts';
import { daysRun } from '../model/plan-rides.ts';
import { sortCounty, type CountyFacts, type CountyWork } from './county.ts';
import { disruptionBasis, handingBack, type CountyDesk } from './desk/county-desk.ts';
import {
  isWhole,
  layDesk,
  mainsOf,
  vehicleOf,
  withOthersOf,
  writeDesk,
  type Desk,
  type DeskRoute,
} from './desk/lay-desk.ts';
import { roomLeft } from './desk/room-left.ts';
import { toTrial, type PlanTrial } from './desk/trial.ts';
import { disruptionBetween } from './disruption.ts';
import { solveSchool } from './plan-school.ts';
import { fitVehicles, suits, vehicleBy } from './fit-vehicles.ts';
import type { PinnedRoute, Problem } from './problem.ts';
import { journeysInOrder, wordsOfJourney } from './journeys-lacking.ts';
import { placeStops, type StopLeft } from './place-stops.ts';
import { nameRoutes } from './route-refs.ts';
import { runningCard } from './running-card.ts';
import type { SolveOptions } from './solve.ts';

/** Where one child of the contract goes. */
export interface Rehomed {
  readonly client_id: number;
  /** The route that collects them at home, `''` where none can. */
  readonly to_ref: string;
  /** `some_days`: the contract had a stop of some days alone; from home nothing changes. */
  readonly kind: 'joins' | 'new_route' | 'some_days' | 'unallocated' | 'no_longer_carried';
  /** Stops of some days that the contract had, and the route that has each now. */
  readonly also: readonly { readonly words: string; readonly to_ref: string }[];
  /** The days on which nobody collects them any more where the contract did so on some days only; 0: none. */
  readonly days_left: DayMask;
  /** Why, for who is left unallocated on any day; '' otherwise. */
  readonly detail: string;
}

/** Whether somebody is without a vehicle once the contract is handed back, if only on some days. */
export function isLeft({ kind, days_left }: Rehomed): boolean {
  return kind === 'unallocated' || days_left !== 0;
}

/** What a hand-back comes to. */
export interface Repair {
  readonly contract_id: number;
  readonly contract_ref: string;
  readonly provider: string;
  /** Every child of the contract, in pick-up order. */
  readonly rehomed: readonly Rehomed[];
  readonly trial: PlanTrial;
}

/** Repairs the plan in use after a hand-back. The same plan, records, seed and iterations give the same repair. */
export function repairHandback(
  county: CountyDesk,
  contract_id: number,
  options: SolveOptions,
): Result<Repair> {
  const contract = county.facts.contracts.find((each) => each.id === contract_id);
  if (contract === undefined)
    return fail('no_contract', 'There is no such contract.', 'Choose one of the register.', {
      contract_id,
    });
  const own = county.plan.routes.find((route) => route.contract_id === contract_id);
  if (own === undefined)
    return fail(
      'contract_not_in_plan',
      `Contract ${contract.ref} runs no route of the plan in use: nobody is to be placed anew.`,
      'Plan again if it should carry somebody; otherwise give notice on it in the register.',
    );
  const facts = handingBack(county.facts, contract_id);
  const work = sortCounty(facts);
  const lost = own.stops.filter((stop) => stop.place === HOME).map((stop) => stop.client_id);
  const rest = county.plan.routes.filter((route) => route !== own);
  const placed = rehome({ county, facts, work, rest, lost, options });
  const others = own.stops.filter((stop) => stop.place !== HOME);
  const all = placeStops({ ...county, facts, work, plan: { ...county.plan, ...placed } }, others);
  const tried = toTrial(county, {
    routes: all.routes,
    unallocated: onePerClient([
      ...placed.unallocated,
      ...all.left.map((each) => leftOnSomeDays(each, others, contract.ref)),
    ]),
    released: lost.filter((id) => own.stops.some((stop) => stop.client_id === id && stop.fixed)),
    facts,
  });
  // Whoever has a stop of some days elsewhere may not keep it by the records as they are then, such as a request held for a decision.
  const elsewhere = rest.filter((route) => route.stops.some((s) => lost.includes(s.client_id)));
  const theirs = county
    .judge(
      elsewhere.filter((route) => all.routes.includes(route)),
      facts,
    )
    .filter((each) => each.severity === 'broken' && lost.includes(each.client_id ?? 0));
  const trial = { ...tried, violations: [...tried.violations, ...theirs] };
  return ok({
    contract_id,
    contract_ref: contract.ref,
    provider: contract.provider,
    rehomed: [...new Set(own.stops.map((stop) => stop.client_id))].map((id) =>
      rehomedOf(id, { own, trial, rest, facts }),
    ),
    trial,
  });
}

/** A stop of some days that finds no other place: the child stands on the list with those days. */
function leftOnSomeDays(
  { key, because }: StopLeft,
  others: readonly PlannedStop[],
  contract_ref: string,
): Unallocated {
  const days = daysRun(others.filter((stop) => isSameStop(stop, key)));
  const detail = `${dayWords(days)}: contract ${contract_ref} was handed back, which collected them on these days. ${because}`;
  return { client_id: key.client_id, reason: 'no_vehicle', detail, days };
}

function rehomedOf(
  client_id: number,
  now: {
    readonly own: PlannedRoute;
    readonly trial: PlanTrial;
    readonly rest: readonly PlannedRoute[];
    readonly facts: CountyFacts;
  },
): Rehomed {
  const isTheirs = (stop: PlannedStop) => stop.client_id === client_id;
  const ownStops = now.own.stops.filter(isTheirs);
  const others = ownStops.filter((stop) => stop.place !== HOME);
  const refNow = (stop: PlannedStop) =>
    now.trial.routes.find((each) => each.stops.some((one) => isSameStop(one, stop)))?.ref ?? '';
  const days_left = daysRun(others.filter((stop) => refNow(stop) === ''));
  const journeys = journeysInOrder(client_id, now.facts);
  const also = others
    .filter((stop) => refNow(stop) !== '')
    .map((stop) => {
      const journey = journeys.find((each) => each.place === stop.place);
      const words = journey === undefined ? dayWords(daysRun([stop])) : wordsOfJourney(journey);
      return { words, to_ref: refNow(stop) };
    });
  const detail = now.trial.unallocated.find((each) => each.client_id === client_id)?.detail ?? '';
  // From home: another route may well carry them from another address, or to a college.
  const route = now.trial.routes.find((each) =>
    each.stops.some((stop) => isTheirs(stop) && stop.place === HOME),
  );
  const isMoved = ownStops.some((stop) => stop.place === HOME);
  if (!isMoved)
    return { client_id, to_ref: route?.ref ?? '', kind: 'some_days', also, days_left, detail };
  if (route !== undefined) {
    const kind = now.rest.some((each) => each.id === route.id) ? 'joins' : 'new_route';
    return {
      client_id,
      to_ref: route.ref,
      kind,
      also,
      days_left,
      detail: days_left === 0 ? '' : detail,
    };
  }
  if (detail !== '') return { client_id, to_ref: '', kind: 'unallocated', also, days_left, detail };
  return {
    client_id,
    to_ref: '',
    kind: 'no_longer_carried',
    also,
    days_left,
    detail: 'No open request and no other contract carries them.',
  };
}

interface Rehoming {
  readonly county: CountyDesk;
  readonly facts: CountyFacts;
  readonly work: CountyWork;
  /** The plan's routes but for the one handed back. */
  readonly rest: readonly PlannedRoute[];
  readonly lost: readonly number[];
  readonly options: SolveOptions;
}

/** School by school, for a contract may carry children to several. */
function rehome(now: Rehoming) {
  const { county, facts, work, rest, lost } = now;
  const isLost = new Set(lost);
  const replaced = new Map<number, PlannedRoute>();
  const fresh: PlannedRoute[] = [];
  const unallocated: Unallocated[] = [
    ...county.plan.unallocated,
    ...work.unallocated.filter((each) => isLost.has(each.client_id)),
  ];
  for (const school of work.schools.filter((each) => each.listed)) {
    const joining = school.waiting.filter((client) => isLost.has(client.id));
    const held = school.running.flatMap(({ carried }) => carried).filter((c) => isLost.has(c.id));
    if (joining.length + held.length === 0) continue;
    const plan = { ...county.plan, routes: rest };
    const order = { plan, facts, work, school_urn: school.school.urn, joining };
    const desk = layDesk(order);
    if (desk === null) continue;
    const placed = placeKindly(desk, joining, now.options);
    for (const [each, route] of placed.routes) replaced.set(each.route.id, route);
    fresh.push(...placed.fresh);
    unallocated.push(...placed.unallocated);
  }
  const routes = nameRoutes(
    [...rest.map((route) => replaced.get(route.id) ?? route), ...fresh],
    (urn) => (urn === null ? '' : (facts.schools.get(urn)?.name ?? '')),
    facts.spent_refs,
  );
  return { routes, unallocated: unallocated.toSorted((a, b) => a.client_id - b.client_id) };
}

/** How often a route that was joined is closed to see whether less is upset for no more money. */
const MOST_CLOSED = 8;

interface Placed {
  readonly routes: readonly (readonly [DeskRoute, PlannedRoute])[];
  readonly fresh: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** Pence a day with the disruption of those already aboard; whoever is left out weighs most. */
  readonly weight: number;
}

const LEFT_OUT_WEIGHT = 1e9;

/**
 * The search knows the bill but not what company weighs. So each route that was joined is closed in turn, and stays closed where the
 * children do as well elsewhere once disruption is counted.
 */
function placeKindly(desk: Desk, joining: readonly Client[], options: SolveOptions): Placed {
  const closed = new Set<DeskRoute>();
  let best = placeOnDesk(desk, { joining, closed }, options);
  const tried = new Set<DeskRoute>();
  while (tried.size < MOST_CLOSED) {
    const next = best.routes.map(([each]) => each).find((each) => !tried.has(each));
    if (next === undefined) break;
    tried.add(next);
    closed.add(next);
    const other = placeOnDesk(desk, { joining, closed }, options);
    if (other.weight < best.weight) best = other;
    else closed.delete(next);
  }
  return best;
}

/** The cheapest places of some clients on a school's routes, all of them pinned, and on new ones. */
function placeOnDesk(
  desk: Desk,
  {
    joining,
    closed,
  }: { readonly joining: readonly Client[]; readonly closed: ReadonlySet<DeskRoute> },
  options: SolveOptions,
): Placed {
  const sequences = desk.routes.map((each) => mainsOf(desk, withCarried(desk, each)));
  const problem = apartWhereUnsuited(desk, joining);
  const count = joining.length;
  const { solved } = solveSchool(
    {
      ...desk.made,
      problem: {
        ...problem,
        vehicleTypes: problem.vehicleTypes.map((type) => ({ ...type, count })),
        pinned: desk.routes.map((each, at) =>
          pinned(desk, each, {
            pupils: sequences[at] ?? [],
            // The search does not see who travels on some days only: nobody joins them.
            isOpen:
              !closed.has(each) &&
              each.route.locked !== true &&
              isWhole(each) &&
              mainsOf(desk, each.pupils).length === each.pupils.length,
          }),
        ),
      },
    },
    options,
  );
  // New routes alone: those that run already are held to weights and streets by who may travel together.
  const fitted = fitVehicles(desk.made, { ...solved, pinned: [] });
  const changed = new Map(
    desk.routes.flatMap((each, at) => {
      const mains = solved.pinned[at]?.pupils ?? [];
      const pupils = withOthersOf(desk, each.pupils, mains);
      return pupils.length === each.pupils.length ? [] : [[each, { pupils }] as const];
    }),
  );
  const written = writeDesk(desk, {
    changed,
    fresh: fitted.routes.map(({ type, layout, pupils }) => ({ type, layout: layout ?? 0, pupils })),
    leftOut: fitted.leftOut,
  });
  const routes = [...written.after].filter(([each]) => changed.has(each));
  const { fresh, unallocated } = written;
  const day = (all: readonly PlannedRoute[]) => sumPence(all.map((each) => each.cost_day_pence));
  const before = routes.map(([each]) => each.route);
  const after = routes.map(([, route]) => route);
  const { pence } = disruptionBetween(
    { routes: before },
    { routes: after },
    disruptionBasis(desk.facts),
  );
  const weight =
    day([...after, ...fresh]) - day(before) + pence + unallocated.length * LEFT_OUT_WEIGHT;
  return { routes, fresh, unallocated, weight };
}

/** The search knows no weights and streets: whoever a route's vehicle does not suit may not travel with those aboard. */
function apartWhereUnsuited(desk: Desk, joining: readonly Client[]): Problem {
  const { problem } = desk.made;
  const joins = new Set(joining.map((client) => desk.indexOf.get(client.id)));
  const routes = desk.routes.map((each) => ({
    vehicle: vehicleBy(desk.made, each.route),
    refs: withCarried(desk, each).flatMap((index) => problem.pupils[index - 1]?.id ?? []),
  }));
  const pupils = problem.pupils.map((pupil) => {
    if (!joins.has(pupil.index)) return pupil;
    const apart = routes.filter(({ vehicle }) => !suits(desk.made, pupil.index, vehicle));
    return { ...pupil, notWith: [...pupil.notWith, ...apart.flatMap(({ refs }) => refs)] };
  });
  return { ...problem, pupils };
}

/** A route's pupils with whoever its contract carries as well: a child may have sat on two contracts, of which one is left. */
function withCarried(desk: Desk, each: DeskRoute): readonly number[] {
  const running = each.running === null ? undefined : desk.made.work.running[each.running];
  const pupils = [...each.pupils];
  let after = -1;
  for (const client of running?.carried ?? []) {
    const index = desk.indexOf.get(client.id);
    if (index === undefined) continue;
    const at = pupils.indexOf(index);
    if (at < 0) pupils.splice(after + 1, 0, index);
    after = pupils.indexOf(index);
  }
  return pupils;
}

/** A route as the search sees it: nobody leaves it, and who joins finds the room that is left. */
function pinned(
  desk: Desk,
  each: DeskRoute,
  { pupils, isOpen }: { readonly pupils: readonly number[]; readonly isOpen: boolean },
): PinnedRoute {
  const shut = isOpen ? {} : { room: { seats: 0, wheelchairs: 0 } };
  const running = each.running === null ? undefined : desk.made.problem.pinned[each.running];
  if (running !== undefined)
    return { ...running, pupils, room: roomLeft(desk, each, running.room), ...shut };
  const { type } = vehicleOf(desk, each.route);
  const vehicle = desk.made.basis.price.card.classes.find((one) => one.id === type);
  return {
    id: each.route.ref,
    pupils,
    room: roomLeft(desk, each, each.route),
    perKm: vehicle?.per_km_pence ?? 0,
    ...(vehicle === undefined
      ? {}
      : { card: runningCard(vehicle, each.route, desk.made.basis.price) }),
    assistant: false,
    ...shut,
  };
}
