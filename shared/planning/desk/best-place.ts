/** Where a client may join a route: every place judged, and the vehicle that would hold them. */
import { defined } from '../../kernel/assert.ts';
import { classOf, vehicleDayPence, type RunLength } from '../../costing/route-cost.ts';
import { anyPupil } from '../day-room.ts';
import type { Pupil, Room } from '../problem.ts';
import { crewsOf, doMeet } from '../week-runs.ts';
import type { DisruptionPrices } from '../disruption.ts';
import { suits, vehicleBy } from '../fit-vehicles.ts';
import { isWhole, vehicleOf, type Desk, type DeskRoute, type FreshRoute } from './lay-desk.ts';

/** A place in a route. */
export interface Place {
  /** Pupils with the client among them. */
  readonly pupils: readonly number[];
  /** Seconds by which anybody rides longer than they may; 0 where all keep to their limits. */
  readonly over_s: number;
  /** Absent: the vehicle that runs already. */
  readonly vehicle?: Omit<FreshRoute, 'pupils'>;
}

/** Why a route cannot take a client at all, in words for after the route's name. */
export interface NoPlace {
  readonly because: string;
}

/** What a load asks of a vehicle: on the fullest run of the week. */
function loadOf(pupils: readonly Pupil[], helperAboard = false): Room {
  const loads = crewsOf(pupils).map((crew): Room => {
    const helper = helperAboard || crew.some((pupil) => pupil.assistant) ? 1 : 0;
    return {
      seats: crew.reduce((sum, pupil) => sum + pupil.seats, helper),
      wheelchairs: crew.reduce((sum, pupil) => sum + pupil.wheelchairs, 0),
    };
  });
  return {
    seats: Math.max(0, ...loads.map((load) => load.seats)),
    wheelchairs: Math.max(0, ...loads.map((load) => load.wheelchairs)),
  };
}

/** The cheapest class and layout of the rate card that holds and suits clients over a run; null where none does. */
export function cheapestVehicle(
  { made }: Desk,
  pupils: readonly Pupil[],
  run: RunLength,
): Omit<FreshRoute, 'pupils'> | null {
  let best: { readonly vehicle: Omit<FreshRoute, 'pupils'>; readonly cost: number } | null = null;
  const load = loadOf(pupils);
  const { price } = made.basis;
  for (const type of price.card.classes) {
    if (!pupils.every(({ index }) => suits(made, index, type))) continue;
    const layout = type.layouts.findIndex((room) => holds(room, load));
    if (layout < 0) continue;
    const cost = vehicleDayPence(type, run, price);
    if (best === null || cost < best.cost) best = { vehicle: { type: type.id, layout }, cost };
  }
  return best?.vehicle ?? null;
}

function holds(room: Room, load: Room): boolean {
  return load.seats <= room.seats && load.wheelchairs <= room.wheelchairs;
}

/** The best place of a client in a route, by price and by what it weighs to fetch the others earlier; or why there is none. */
export function bestPlace(
  desk: Desk,
  each: DeskRoute,
  index: number,
  prices: DisruptionPrices,
): Place | NoPlace {
  if (each.route.locked === true) return { because: 'the route is locked' };
  if (!isWhole(each))
    return { because: 'it has a stop that the records no longer ask for: plan the school again' };
  const pupil = pupilAt(desk, index);
  const aboard = each.pupils.map((at) => pupilAt(desk, at));
  const unfit = company(
    pupil,
    aboard.filter((other) => doMeet(pupil, other)),
  );
  if (unfit !== null) return { because: unfit };
  const vehicle = vehicleFor(desk, each, [...aboard, pupil]);
  if (typeof vehicle === 'string' && vehicle !== 'same') return { because: vehicle };
  const price = rates(desk, each, vehicle);
  let best: (Place & { readonly weight: number }) | null = null;
  for (let k = 0; k <= each.pupils.length; k++) {
    const pupils = [...each.pupils.slice(0, k), index, ...each.pupils.slice(k)];
    const { metres, seconds, earlier_s, over_s } = judge(desk, each.pupils, { k, index, pupils });
    const fetched = earlier_s > prices.tolerance_s ? k : 0;
    const weight =
      (price.per_km * metres) / 1000 +
      (price.per_hour * seconds) / 3600 +
      fetched * Math.ceil(earlier_s / 60) * prices.pick_up_minute_pence;
    const isBetter =
      best === null || over_s < best.over_s || (over_s === best.over_s && weight < best.weight);
    if (isBetter) best = { pupils, over_s, weight, ...(vehicle === 'same' ? {} : { vehicle }) };
  }
  return defined(best, 'a place, if only the first');
}

function pupilAt(desk: Desk, index: number): Pupil {
  return anyPupil(desk.made, index);
}

/** Why a client may not travel with those aboard; null where nothing stands against it. */
export function company(pupil: Pupil, aboard: readonly Pupil[]): string | null {
  if (aboard.length === 0) return null;
  const alone = aboard.find((each) => each.alone);
  if (alone !== undefined) return `${alone.id} has sole occupancy`;
  if (pupil.alone) return `${pupil.id} has sole occupancy`;
  const apart = aboard.find(
    (each) => each.notWith.includes(pupil.id) || pupil.notWith.includes(each.id),
  );
  return apart === undefined ? null : `${pupil.id} may not travel with ${apart.id}`;
}

const NO_ROOM = 'no seat or wheelchair space is left';
const UNSUITED = 'its vehicle does not bear the wheelchair, or does not get to the home';

/** `same`: the vehicle holds them; another vehicle only where no contract is made yet; else why there is none. */
function vehicleFor(
  desk: Desk,
  each: DeskRoute,
  pupils: readonly Pupil[],
): 'same' | typeof NO_ROOM | typeof UNSUITED | Omit<FreshRoute, 'pupils'> {
  const room = { seats: each.route.seats, wheelchairs: each.route.wheelchairs };
  // The contract's own assistant has a seat though nobody asks for one.
  const helper =
    each.running !== null && desk.made.problem.pinned[each.running]?.assistant === true;
  const isHeld = holds(room, loadOf(pupils, helper));
  const vehicle = vehicleBy(desk.made, each.route);
  // Those whom a contract carries already are the provider's to judge: only who joins is asked about.
  const asked = each.running === null ? pupils : pupils.slice(-1);
  const isSuited = asked.every(({ index }) => suits(desk.made, index, vehicle));
  if (isHeld && isSuited) return 'same';
  const other = each.running === null ? cheapestVehicle(desk, pupils, each.route) : null;
  return other ?? (isHeld ? UNSUITED : NO_ROOM);
}

/** Pence a kilometre and an hour of what joins a route; a contract is paid more for distance alone. */
function rates(
  desk: Desk,
  each: DeskRoute,
  vehicle: 'same' | Omit<FreshRoute, 'pupils'>,
): { readonly per_km: number; readonly per_hour: number } {
  const { card } = desk.made.basis.price;
  const running = each.running === null ? null : desk.made.work.running[each.running];
  if (running !== null && running !== undefined)
    return { per_km: classOf(card, running.contract).per_km_pence, per_hour: 0 };
  const { type } = vehicle === 'same' ? vehicleOf(desk, each.route) : vehicle;
  const named = card.classes.find((one) => one.id === type);
  return { per_km: named?.per_km_pence ?? 0, per_hour: named?.per_hour_pence ?? 0 };
}

/** What it does to a route to fetch one more before place `k`: metres and seconds more, seconds earlier for those before, and limits broken. */
function judge(
  desk: Desk,
  before: readonly number[],
  joined: { readonly k: number; readonly index: number; readonly pupils: readonly number[] },
): {
  readonly metres: number;
  readonly seconds: number;
  readonly earlier_s: number;
  readonly over_s: number;
} {
  const { n, distances, durations } = desk.made.table;
  const next = before[joined.k] ?? 0;
  const last = before[joined.k - 1];
  const { index } = joined;
  const leg = (table: Float64Array, from: number, to: number) => table[from * n + to] ?? 0;
  const more = (table: Float64Array) =>
    last === undefined
      ? leg(table, index, next)
      : leg(table, last, index) + leg(table, index, next) - leg(table, last, next);
  const own = pupilAt(desk, index);
  const seconds = more(durations) + own.boarding;
  let over_s = 0;
  let ride = 0;
  let to = 0;
  for (const at of joined.pupils.toReversed()) {
    ride += leg(durations, at, to) + (to === 0 ? 0 : pupilAt(desk, to).boarding);
    over_s += Math.max(0, ride - pupilAt(desk, at).maxRide);
    to = at;
  }
  return { metres: more(distances), seconds, earlier_s: last === undefined ? 0 : seconds, over_s };
}
