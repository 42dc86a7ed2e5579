/** What a new plan changes for each child who is settled already, and what the planner says that weighs. */
import { dayCount, dayWords } from '../calendar/day-mask.ts';
import { WEEKDAYS, type IsoDate } from '../calendar/dates.ts';
import { numberAt } from '../costing/read-settings.ts';
import { formatMinutes, formatTimeOfDay } from '../format/time.ts';
import { sumPence } from '../kernel/units.ts';
import type { Setting } from '../model/money.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import { callFor } from '../model/route-schools.ts';
import { HOME } from '../model/stop-place.ts';

/** What may change for a child, the weightiest first. */
export const DISRUPTION_KINDS = [
  'lost_place',
  'provider',
  'driver',
  'assistant',
  'school_run',
  'pick_up',
  'drop_off',
  'companions',
  'vehicle',
] as const;
export type DisruptionKind = (typeof DISRUPTION_KINDS)[number];

/** The planner's prices, whole pence a day for each child; never part of a bill. */
export interface DisruptionPrices {
  readonly provider_pence: number;
  /** Another contract of the same provider. */
  readonly driver_pence: number;
  readonly assistant_pence: number;
  readonly companions_pence: number;
  /** Pick-up or drop-off: for each started minute of the whole change, once it is beyond the tolerance. */
  readonly pick_up_minute_pence: number;
  readonly tolerance_s: number;
  readonly vehicle_pence: number;
  readonly school_run_pence: number;
  readonly lost_place_pence: number;
}

/** One thing that changes for one child. */
export interface DisruptionChange {
  readonly kind: DisruptionKind;
  /** What changes, without its subject: `picked up 12 min earlier (07:52, was 08:04)`. */
  readonly text: string;
  readonly pence: number;
}

/** A child for whom something changes. */
export interface DisruptedChild {
  readonly client_id: number;
  readonly from_ref: string;
  /** null: left without a place. */
  readonly to_ref: string | null;
  /** On another route: another contract, or another route where neither has one. */
  readonly moved: boolean;
  /** Seconds later (earlier where negative) than before; 0 without a place. */
  readonly pick_up_change_s: number;
  readonly ride_change_s: number;
  readonly changes: readonly DisruptionChange[];
  readonly pence: number;
  /** `KT-0004: another provider (Swift, was Apex), rides with KT-0009 as well.` */
  readonly sentence: string;
}

/** The disruption between two plans. */
export interface Disruption {
  /** Children who had a place before. */
  readonly settled: number;
  /** Those for whom something changes, the weightiest first, then by reference. */
  readonly children: readonly DisruptedChild[];
  readonly by_kind: Readonly<
    Record<DisruptionKind, { readonly children: number; readonly pence: number }>
  >;
  /** Pence a day. */
  readonly pence: number;
}

/** What the comparison needs besides the two plans. */
export interface DisruptionBasis {
  readonly prices: DisruptionPrices;
  /** How a child is named in a sentence: by reference. */
  readonly refOf: (client_id: number) => string;
  readonly vehicleName: (vehicle_class: string) => string;
  readonly schoolName: (urn: number | null) => string;
  /** Children who count as settled; absent: everyone on a route of the plan before. */
  readonly isSettled?: (client_id: number) => boolean;
}

/** The part of a plan that children feel. */
export interface ComparedPlan {
  readonly routes: readonly PlannedRoute[];
}

/** The prices in force on a day. */
export function disruptionPricesAt(settings: readonly Setting[], on: IsoDate): DisruptionPrices {
  return {
    provider_pence: numberAt(settings, 'disruption_provider_pence', on),
    driver_pence: numberAt(settings, 'disruption_driver_pence', on),
    assistant_pence: numberAt(settings, 'disruption_assistant_pence', on),
    companions_pence: numberAt(settings, 'disruption_companions_pence', on),
    pick_up_minute_pence: numberAt(settings, 'disruption_pick_up_minute_pence', on),
    tolerance_s: numberAt(settings, 'disruption_pick_up_tolerance_s', on),
    vehicle_pence: numberAt(settings, 'disruption_vehicle_pence', on),
    school_run_pence: numberAt(settings, 'disruption_school_run_pence', on),
    lost_place_pence: numberAt(settings, 'disruption_lost_place_pence', on),
  };
}

interface Seat {
  readonly route: PlannedRoute;
  readonly stop: PlannedStop;
}

function seatsOf(plan: ComparedPlan): ReadonlyMap<number, Seat> {
  const seats = new Map<number, Seat>();
  for (const route of plan.routes)
    for (const stop of route.stops)
      if (stop.place === HOME || !seats.has(stop.client_id))
        seats.set(stop.client_id, { route, stop });
  return seats;
}

/** Stops of some days beside the one that a child is told by: another home, a college. */
function otherSeats(
  plan: ComparedPlan,
  main: ReadonlyMap<number, Seat>,
): ReadonlyMap<string, Seat> {
  const seats = new Map<string, Seat>();
  for (const route of plan.routes)
    for (const stop of route.stops)
      if (main.get(stop.client_id)?.stop !== stop)
        seats.set(`${stop.client_id} ${stop.place}`, { route, stop });
  return seats;
}

/** What changes on the days of another stop. On the route that is theirs from home company and crew are told of once already. */
function onOtherDays(
  { route, stop }: Seat,
  { seat, home }: { readonly seat: Seat | null; readonly home: Seat | undefined },
  basis: DisruptionBasis,
): readonly DisruptionChange[] {
  const days = stop.mornings | stop.afternoons;
  const share = (pence: number) => Math.round((pence * dayCount(days)) / WEEKDAYS.length);
  const changes =
    seat === null
      ? lostPlace({ route, stop }, basis)
      : route === home?.route && isSameRoute(route, seat.route)
        ? [...pickUp(stop, seat.stop, basis), ...dropOff(stop, seat.stop, basis)]
        : changesOf(stop.client_id, { route, stop }, seat, basis);
  return changes.map(({ kind, text, pence }) => ({
    kind,
    text: `${dayWords(days)}: ${text}`,
    pence: share(pence),
  }));
}

/** Compares two plans child by child, each stop of some days as well. The order of routes does not matter. */
export function disruptionBetween(
  before: ComparedPlan,
  after: ComparedPlan,
  basis: DisruptionBasis,
): Disruption {
  const was = seatsOf(before);
  const now = seatsOf(after);
  const othersNow = otherSeats(after, now);
  const others = new Map<number, DisruptionChange[]>();
  for (const [key, seat] of otherSeats(before, was)) {
    const { client_id } = seat.stop;
    const changes = onOtherDays(
      seat,
      { seat: othersNow.get(key) ?? null, home: was.get(client_id) },
      basis,
    );
    if (changes.length > 0) others.set(client_id, [...(others.get(client_id) ?? []), ...changes]);
  }
  const children: DisruptedChild[] = [];
  let settled = 0;
  for (const [client_id, seat] of was) {
    if (basis.isSettled?.(client_id) === false) continue;
    settled++;
    const child = childOf(
      client_id,
      { old: seat, seat: now.get(client_id) ?? null, others: others.get(client_id) ?? [] },
      basis,
    );
    if (child !== null) children.push(child);
  }
  children.sort(
    (a, b) => b.pence - a.pence || compare(basis.refOf(a.client_id), basis.refOf(b.client_id)),
  );
  const all = children.flatMap((child) => child.changes);
  const total = (kind: DisruptionKind) => {
    const own = all.filter((change) => change.kind === kind);
    const those = children.filter((child) => child.changes.some((change) => change.kind === kind));
    return { children: those.length, pence: sumPence(own.map((change) => change.pence)) };
  };
  return {
    settled,
    children,
    by_kind: {
      lost_place: total('lost_place'),
      provider: total('provider'),
      driver: total('driver'),
      assistant: total('assistant'),
      school_run: total('school_run'),
      pick_up: total('pick_up'),
      drop_off: total('drop_off'),
      companions: total('companions'),
      vehicle: total('vehicle'),
    },
    pence: sumPence(children.map((child) => child.pence)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function childOf(
  client_id: number,
  at: {
    readonly old: Seat;
    readonly seat: Seat | null;
    readonly others: readonly DisruptionChange[];
  },
  basis: DisruptionBasis,
): DisruptedChild | null {
  const { old, seat, others } = at;
  const main = seat === null ? lostPlace(old, basis) : changesOf(client_id, old, seat, basis);
  const changes = [...main, ...others];
  if (changes.length === 0) return null;
  return {
    client_id,
    from_ref: old.route.ref,
    to_ref: seat?.route.ref ?? null,
    moved: seat !== null && !isSameRoute(old.route, seat.route),
    pick_up_change_s: seat === null ? 0 : seat.stop.pick_up_s - old.stop.pick_up_s,
    ride_change_s: seat === null ? 0 : seat.stop.ride_s - old.stop.ride_s,
    changes,
    pence: sumPence(changes.map((change) => change.pence)),
    sentence: `${basis.refOf(client_id)}: ${changes.map((change) => change.text).join(', ')}.`,
  };
}

/** The same contract goes on; without a contract, the same reference. */
export function isSameRoute(a: PlannedRoute, b: PlannedRoute): boolean {
  return a.contract_id === null && b.contract_id === null
    ? a.ref === b.ref
    : a.contract_id === b.contract_id;
}

function lostPlace({ route }: Seat, { prices }: DisruptionBasis): readonly DisruptionChange[] {
  const text = `has no place any more (was on ${route.ref})`;
  return [{ kind: 'lost_place', text, pence: prices.lost_place_pence }];
}

function changesOf(
  client_id: number,
  old: Seat,
  seat: Seat,
  basis: DisruptionBasis,
): readonly DisruptionChange[] {
  return [
    ...crew(old.route, seat.route, basis),
    ...schoolRun(callFor(old), callFor(seat), basis),
    ...pickUp(old.stop, seat.stop, basis),
    ...dropOff(old.stop, seat.stop, basis),
    ...companions(client_id, old.route, seat.route, basis),
    ...vehicle(old.route, seat.route, basis),
  ];
}

/** Provider, driver and assistant. Nobody is appointed yet to a route without a contract: leaving it changes no driver. */
function crew(
  old: PlannedRoute,
  now: PlannedRoute,
  { prices }: DisruptionBasis,
): readonly DisruptionChange[] {
  const isOther = old.contract_id !== null && old.contract_id !== now.contract_id;
  const changes: DisruptionChange[] = [];
  if (isOther && old.provider !== now.provider) {
    const to = now.provider === '' ? 'not bought yet' : now.provider;
    const text = `another provider (${to}, was ${old.provider || 'not known'})`;
    changes.push({ kind: 'provider', text, pence: prices.provider_pence });
  } else if (isOther) {
    const text = `another route of ${old.provider || 'the provider'} (${now.ref}, was ${old.ref}), so probably another driver`;
    changes.push({ kind: 'driver', text, pence: prices.driver_pence });
  }
  const pence = prices.assistant_pence;
  if (old.assistant && !now.assistant)
    changes.push({ kind: 'assistant', text: 'no passenger assistant any more', pence });
  else if (!old.assistant && now.assistant)
    changes.push({ kind: 'assistant', text: 'a passenger assistant now travels along', pence });
  else if (old.assistant && isOther)
    changes.push({ kind: 'assistant', text: 'another passenger assistant', pence });
  return changes;
}

function schoolRun(
  old: ReturnType<typeof callFor>,
  now: ReturnType<typeof callFor>,
  { prices, schoolName }: DisruptionBasis,
): readonly DisruptionChange[] {
  const parts: string[] = [];
  if (old.school_urn !== now.school_urn)
    parts.push(`goes to ${schoolName(now.school_urn)} (was ${schoolName(old.school_urn)})`);
  if (Math.abs(now.arrive_s - old.arrive_s) > prices.tolerance_s)
    parts.push(
      `reaches school at ${formatTimeOfDay(now.arrive_s)} (was ${formatTimeOfDay(old.arrive_s)})`,
    );
  if (Math.abs(now.depart_s - old.depart_s) > prices.tolerance_s)
    parts.push(
      `leaves school at ${formatTimeOfDay(now.depart_s)} (was ${formatTimeOfDay(old.depart_s)})`,
    );
  return parts.length === 0
    ? []
    : [{ kind: 'school_run', text: parts.join(' and '), pence: prices.school_run_pence }];
}

function pickUp(
  old: PlannedStop,
  now: PlannedStop,
  { prices }: DisruptionBasis,
): readonly DisruptionChange[] {
  const moved = shift(old.pick_up_s, now.pick_up_s, prices);
  return moved === null
    ? []
    : [{ kind: 'pick_up', text: `picked up ${moved.text}`, pence: moved.pence }];
}

function dropOff(
  old: PlannedStop,
  now: PlannedStop,
  { prices }: DisruptionBasis,
): readonly DisruptionChange[] {
  const moved = shift(old.drop_off_s, now.drop_off_s, prices);
  return moved === null
    ? []
    : [{ kind: 'drop_off', text: `home ${moved.text}`, pence: moved.pence }];
}

/** A time of day that moves by more than the tolerance. */
function shift(
  old_s: number,
  now_s: number,
  prices: DisruptionPrices,
): { readonly text: string; readonly pence: number } | null {
  const by = Math.abs(now_s - old_s);
  if (by <= prices.tolerance_s) return null;
  return {
    text: `${formatMinutes(by)} ${now_s < old_s ? 'earlier' : 'later'} (${formatTimeOfDay(now_s)}, was ${formatTimeOfDay(old_s)})`,
    pence: Math.ceil(by / 60) * prices.pick_up_minute_pence,
  };
}

function companions(
  client_id: number,
  old: PlannedRoute,
  now: PlannedRoute,
  { prices, refOf }: DisruptionBasis,
): readonly DisruptionChange[] {
  const others = (route: PlannedRoute) =>
    route.stops.map((stop) => stop.client_id).filter((id) => id !== client_id);
  const before = new Set(others(old));
  const after = new Set(others(now));
  const named = (ids: readonly number[]) => ids.map(refOf).toSorted(compare).join(', ');
  const came = [...after].filter((id) => !before.has(id));
  const went = [...before].filter((id) => !after.has(id));
  if (came.length === 0 && went.length === 0) return [];
  const parts = [
    ...(came.length > 0 ? [`rides with ${named(came)} as well`] : []),
    ...(went.length > 0 ? [`no longer rides with ${named(went)}`] : []),
  ];
  return [{ kind: 'companions', text: parts.join(' and '), pence: prices.companions_pence }];
}

function vehicle(
  old: PlannedRoute,
  now: PlannedRoute,
  { prices, vehicleName }: DisruptionBasis,
): readonly DisruptionChange[] {
  if (old.vehicle_class === now.vehicle_class) return [];
  const text = `another vehicle (${vehicleName(now.vehicle_class)}, was ${vehicleName(old.vehicle_class)})`;
  return [{ kind: 'vehicle', text, pence: prices.vehicle_pence }];
}
