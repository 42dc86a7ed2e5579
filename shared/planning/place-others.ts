/**
 * Journeys on some days (another home, a college) get their stops once the routes of all other clients stand. Each goes where it costs
 * least a year, held day by day to seats, limits and company; a child on a contract stays with its driver wherever that is possible.
 */
import { dayCount, type DayMask } from '../calendar/day-mask.ts';
import { distancePence, shareJoined, vehicleDayPence, type RunLength } from '../costing/route-cost.ts'; // prettier-ignore
import type { VehicleClass } from '../model/money.ts';
import { fits, type Run } from './day-room.ts';
import type { OtherJourney } from './county.ts';
import { morningRun, weekRun, type LegRun } from './legs.ts';
import type { LeftOut, Room, SolvedRoute } from './problem.ts';
import { legTable, riderAt, type SchoolProblem } from './school-problem.ts';
import type { Solved } from './solution.ts';

/** The solution with their stops added, in routes that run or in new ones; who finds no place is left out. */
export function placeOthers(made: SchoolProblem, solved: Solved): Solved {
  const first = made.problem.pupils.length + 1;
  let result = solved;
  made.work.others.forEach((other, at) => {
    result = placeOne(made, result, { other, index: first + at });
  });
  return result;
}

interface Wanted {
  readonly other: OtherJourney;
  readonly index: number;
}

/** One way to carry them. */
interface Place {
  readonly pence_a_year: number;
  /** The way to school of the longest day, metres: of places that cost the same the shorter way is taken. */
  readonly metres: number;
  readonly take: (solved: Solved) => Solved;
}

function placeOne(made: SchoolProblem, solved: Solved, wanted: Wanted): Solved {
  const own = made.work.running.findIndex(
    (route) => route.contract.id === wanted.other.contract_id,
  );
  const places = [
    ...(own < 0
      ? onRoutes(made, solved, wanted.index)
      : onContract(made, solved, { ...wanted, at: own })),
  ];
  if (places.length === 0 && own >= 0) places.push(...onRoutes(made, solved, wanted.index));
  const fresh = onNewRoute(made, wanted.index);
  if (fresh !== null && (own < 0 || places.length === 0)) places.push(fresh);
  let best: Place | null = null;
  for (const place of places) if (best === null || isBetter(place, best)) best = place;
  if (best !== null) return best.take(solved);
  return { ...solved, leftOut: [...solved.leftOut, whyNot(made, wanted.index)] };
}

/** Which vehicles may carry a client: those of running routes by their place in the work, and classes of the rate card. */
export interface Suited {
  readonly onContract: (at: number) => boolean;
  readonly inClass: (vehicle: VehicleClass) => boolean;
}

const ANY: Suited = { onContract: () => true, inClass: () => true };

/** The solution with a client added to the route where that costs least; null where a route of their own costs less or no route takes them. */
export function joinRoute(
  made: SchoolProblem,
  solved: Solved,
  { index, suited }: { readonly index: number; readonly suited: Suited },
): Solved | null {
  let best = onNewRoute(made, index, suited);
  let joins = false;
  for (const place of onRoutes(made, solved, index, suited)) {
    if (best !== null && !isBetter(place, best)) continue;
    best = place;
    joins = true;
  }
  return joins && best !== null ? best.take(solved) : null;
}

function isBetter(one: Place, other: Place): boolean {
  return (
    one.pence_a_year - other.pence_a_year < 0 ||
    (one.pence_a_year === other.pence_a_year && one.metres < other.metres)
  );
}

/** The direct way exceeds a clinical limit, or no vehicle holds them even alone. */
function whyNot(made: SchoolProblem, index: number): LeftOut {
  const { n, durations } = made.table;
  const { limit } = riderAt(made, index);
  const longest = Math.max(durations[index * n] ?? 0, durations[index] ?? 0);
  const isTooFar = limit.kind === 'clinical' && longest > limit.limit_s;
  return { pupil: index, reason: isTooFar ? 'ride_limit' : 'no_vehicle' };
}

/** Every way to put one more stop into an order. */
function insertions(pupils: readonly number[], index: number): readonly (readonly number[])[] {
  return Array.from({ length: pupils.length + 1 }, (_, at) => pupils.toSpliced(at, 0, index));
}

function runOf(made: SchoolProblem, pupils: readonly number[]): LegRun {
  return weekRun(morningRun, pupils, legTable(made), (i) => riderAt(made, i).mornings);
}

/** On the contract that carries them from home, at its price: a contract for a child holds both of the child's homes [A]. */
function onContract(
  made: SchoolProblem,
  solved: Solved,
  { index, at }: Wanted & { readonly at: number },
): readonly Place[] {
  const route = solved.pinned[at];
  if (route === undefined) return [];
  const run = contractRun(made, at);
  return insertions(route.pupils, index)
    .filter((pupils) => fits(made, { ...run, pupils }))
    .map((pupils) => ({
      pence_a_year: 0,
      metres: runOf(made, pupils).distance_m,
      take: (now) => withPinned(now, at, pupils),
    }));
}

function contractRun(made: SchoolProblem, at: number): Omit<Run, 'pupils'> {
  const { contract } = made.work.running[at] ?? {};
  const pinned = made.problem.pinned[at];
  const room = pinned?.room ?? { seats: 0, wheelchairs: 0 };
  return { rooms: [room], assistant: contract?.assistant === true };
}

function withPinned(now: Solved, at: number, pupils: readonly number[]): Solved {
  return { ...now, pinned: now.pinned.map((each, i) => (i === at ? { ...each, pupils } : each)) };
}

/** On any route to the school: the further way at the class's price for the days on which the route runs. */
function onRoutes(
  made: SchoolProblem,
  solved: Solved,
  index: number,
  suited: Suited = ANY,
): readonly Place[] {
  const places: Place[] = [];
  solved.pinned.forEach((route, at) => {
    if (!suited.onContract(at)) return;
    const pinned = made.problem.pinned[at];
    const run = contractRun(made, at);
    // Whoever joins is paid for on their days.
    const share = shareJoined({
      joined: daysOfRiders(made, [
        index,
        ...route.pupils.filter((each) => pinned?.pupils.includes(each) !== true),
      ]),
      runs: daysOfRiders(made, pinned?.pupils ?? []),
    });
    const days = share * (made.work.running[at]?.contract.days_a_year ?? made.basis.days_a_year);
    const price = ({ distance_m }: RunLength) => distancePence(pinned?.perKm ?? 0, distance_m);
    const added = { before: route.pupils, index, price, days };
    places.push(
      ...ways(made, run, added).map(({ pupils, ...cost }) => ({
        ...cost,
        take: (now: Solved) => withPinned(now, at, pupils),
      })),
    );
  });
  solved.routes.forEach((route, at) => {
    const vehicle = made.basis.price.card.classes.find((each) => each.id === route.type);
    if (vehicle === undefined || !suited.inClass(vehicle)) return;
    const days = daysOfRoute(made, [...route.pupils, index]);
    const price = (run: RunLength) => vehicleDayPence(vehicle, run, made.basis.price);
    const added = { before: route.pupils, index, price, days };
    for (const { pupils, ...cost } of ways(
      made,
      { rooms: vehicle.layouts, assistant: false },
      added,
    ))
      places.push({
        ...cost,
        take: (now) => ({
          ...now,
          routes: now.routes.map((each, i) =>
            i === at ? withRoom(made, { ...each, pupils }, vehicle) : each,
          ),
        }),
      });
  });
  return places;
}

interface Added {
  readonly before: readonly number[];
  readonly index: number;
  /** Pence a day of the route's vehicle for a run. */
  readonly price: (run: RunLength) => number;
  readonly days: number;
}

function ways(made: SchoolProblem, run: Omit<Run, 'pupils'>, added: Added) {
  const { before, index, price, days } = added;
  const now = price(runOf(made, before));
  return insertions(before, index)
    .filter((pupils) => fits(made, { ...run, pupils }))
    .map((pupils) => {
      const longer = runOf(made, pupils);
      const pence_a_year = (price(longer) - now) * days;
      return { pupils, metres: longer.distance_m, pence_a_year };
    });
}

/** On a route of their own, of the cheapest class that holds them. */
function onNewRoute(made: SchoolProblem, index: number, suited: Suited = ANY): Place | null {
  const { price } = made.basis;
  const { card } = price;
  const run = runOf(made, [index]);
  const days = daysOfRoute(made, [index]);
  let best: (Place & { readonly pence_a_year: number }) | null = null;
  for (const vehicle of card.classes) {
    const { layouts } = vehicle;
    if (!suited.inClass(vehicle)) continue;
    if (!fits(made, { rooms: layouts, assistant: false, pupils: [index] })) continue;
    const day = vehicleDayPence(vehicle, run, price);
    const helper = riderAt(made, index).assistant === 'none' ? 0 : card.assistant_pence;
    const pence_a_year = (day + helper) * days;
    if (best !== null && best.pence_a_year <= pence_a_year) continue;
    const route = withRoom(made, { type: vehicle.id, pupils: [index] }, vehicle);
    best = {
      pence_a_year,
      metres: run.distance_m,
      take: (now) => ({ ...now, routes: [...now.routes, route] }),
    };
  }
  return best;
}

/** The route with the first layout that holds everyone on each day. */
function withRoom(made: SchoolProblem, route: SolvedRoute, vehicle: VehicleClass): SolvedRoute {
  const holds = (room: Room): boolean =>
    fits(made, { rooms: [room], assistant: false, pupils: route.pupils });
  return { ...route, layout: Math.max(0, vehicle.layouts.findIndex(holds)) };
}

/** The days of the year on which anybody of these rides: the year's days in the proportion of the week's. */
export function daysOfRoute(made: SchoolProblem, pupils: readonly number[]): number {
  return Math.round((made.basis.days_a_year * dayCount(daysOfRiders(made, pupils))) / 5);
}

/** The days of the week on which anybody of these rides. */
export function daysOfRiders(made: SchoolProblem, pupils: readonly number[]): DayMask {
  return pupils.reduce<DayMask>((mask, index) => {
    const { mornings, afternoons } = riderAt(made, index);
    return mask | mornings | afternoons;
  }, 0);
}
