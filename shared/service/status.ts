/**
 * The one definition of who has transport. A child has transport on a day when every way of every day of their week, as it stands on that
 * day, is by a stop of a route whose contract is confirmed and runs on that day, with a seat that its provider confirmed for this child on
 * these days, a vehicle and crew that suit them, and nothing assigned to it out of date. Planned is not has transport.
 */
import { dayWords, type DayMask } from '../calendar/day-mask.ts';
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { tieDownLimit } from '../casework/tie-down.ts';
import type { TieDownLimits } from '../costing/vehicle-settings.ts';
import { formatDate } from '../format/date.ts';
import { HOME, type StopPlace } from '../model/stop-place.ts';
import type { RouteState } from '../model/service.ts';
import type { ChildNeed, DaysNeeded } from './child-need.ts';
import { covered, firstEnd, isWanted, without } from './days-covered.ts';
import { inOrder, type NotYet, type Reason } from './reasons.ts';
import { recordIndex, type RecordIndex } from './record-index.ts';
import type { ContractRecord, ServiceRecords } from './service-records.ts';
import { standingOn } from './states.ts';

/** One stop that carries a child on some days, and whether it counts. */
export interface Ride {
  readonly place: StopPlace;
  /** Null where only a contract carries the child: no plan in use knows the stop. */
  readonly route_id: number | null;
  readonly route_ref: string;
  readonly contract_id: number | null;
  readonly contract_ref: string;
  readonly provider: string;
  readonly state: RouteState;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
  readonly pick_up_s: number | null;
  readonly drop_off_s: number | null;
  readonly arrive_s: number | null;
  readonly depart_s: number | null;
  /** The last day of its contract; null where it is not let. */
  readonly until_on: IsoDate | null;
  /** Empty: it counts. */
  readonly reasons: readonly Reason[];
}

/** Who collects a child, when, and whether it is confirmed. */
export interface ChildStatus {
  readonly client_id: number;
  readonly on: IsoDate;
  readonly in_place: boolean;
  /** Why not, what to mend first before the others; empty where in place. */
  readonly reasons: readonly Reason[];
  readonly rides: readonly Ride[];
  /** The last day on which it stays so, where in place and a contract ends; null otherwise. */
  readonly until_on: IsoDate | null;
}

/** Judges children one at a time; what they share is worked out once. */
export interface Judge {
  readonly statusOf: (child: ChildNeed, on: IsoDate) => ChildStatus;
  /**
   * The day that counts for a child: their own first day, or today once that has passed. Whose contract was handed back has another first
   * day: the one after its last.
   */
  readonly dayThatCounts: (child: Pick<ChildNeed, 'client_id' | 'first_day'>, today: IsoDate) => IsoDate; // prettier-ignore
}

/** Makes a judge of these records. `limits`: what the tie-downs of each vehicle class bear. */
export function judgeOf(records: ServiceRecords, limits: TieDownLimits): Judge {
  const index = recordIndex(records);
  const days = new Map<IsoDate, Day>();
  const judgingOn = (on: IsoDate): Judging => {
    let day = days.get(on);
    if (day === undefined) {
      day = { on, let: new Map(), unlet: new Map(), gaps: new Map() };
      days.set(on, day);
    }
    return { records, index, limits, day };
  };
  return {
    statusOf: (child, on) => statusOf(judgingOn(on), child),
    dayThatCounts: ({ client_id, first_day }, today) => {
      const day = first_day !== null && first_day > today ? first_day : today;
      const last = index.handedBackUntil(client_id);
      return last !== null && last >= day ? addDays(last, 1) : day;
    },
  };
}

interface Judging {
  readonly records: ServiceRecords;
  readonly index: RecordIndex;
  readonly limits: TieDownLimits;
  readonly day: Day;
}

/** What was worked out for a day, for whoever else asks. */
interface Day {
  readonly on: IsoDate;
  /** Standing of contracts, and of routes that are not let. */
  readonly let: Map<number, Standing>;
  readonly unlet: Map<string, Standing>;
  /** Gaps of the register, by contract; of a contract on two routes by route within. */
  readonly gaps: Map<number, Map<number, ReturnType<ServiceRecords['gaps']>>>;
}

interface Standing {
  readonly state: RouteState;
  readonly since: IsoDate | null;
}

/** A stop before it is judged. */
interface Stop extends DaysNeeded {
  readonly place: StopPlace;
  readonly route_id: number | null;
  readonly route_ref: string;
  readonly contract: ContractRecord | null;
  /** The route of the plan in use has one. */
  readonly assistant: boolean;
  readonly pick_up_s: number | null;
  readonly drop_off_s: number | null;
  readonly arrive_s: number | null;
  readonly depart_s: number | null;
}

function statusOf(judging: Judging, child: ChildNeed): ChildStatus {
  const { on } = judging.day;
  const rides = stopsOf(judging, child).map((stop) => rideOf(judging, child, stop));
  let [mornings, afternoons] = [0, 0];
  for (const ride of rides) {
    if (ride.reasons.length > 0) continue;
    mornings |= ride.mornings;
    afternoons |= ride.afternoons;
  }
  const missing = without(child, { mornings, afternoons });
  const needsNothing = child.mornings === 0 && child.afternoons === 0;
  if (!needsNothing && missing.mornings === 0 && missing.afternoons === 0)
    return { client_id: child.client_id, on, in_place: true, reasons: [], rides, until_on: firstEnd(rides) }; // prettier-ignore
  const nowhere = without(child, covered(rides));
  const reasons = [
    ...nowhereReasons(judging, child, rides, nowhere),
    ...rides.flatMap((ride) => (isWanted(ride, missing) ? ride.reasons : [])),
  ];
  const why = reasons.length > 0 ? inOrder(reasons) : [noRoute(judging, child)];
  return { client_id: child.client_id, on, in_place: false, reasons: why, rides, until_on: null };
}

function noRoute({ records }: Judging, { asked_on }: ChildNeed): Reason {
  const made = records.plan_made_on;
  const since = asked_on !== null && (made === null || asked_on > made) ? asked_on : made;
  return { code: 'no_route', route_ref: '', contract_ref: '', since, item: '' };
}

function nowhereReasons(
  judging: Judging,
  child: ChildNeed,
  rides: readonly Ride[],
  { mornings, afternoons }: DaysNeeded,
): readonly Reason[] {
  if (mornings === 0 && afternoons === 0) return [];
  const none = noRoute(judging, child);
  if (rides.length === 0) return [none];
  const item =
    mornings === afternoons
      ? dayWords(mornings)
      : [
          ...(mornings === 0 ? [] : [`mornings ${dayWords(mornings)}`]),
          ...(afternoons === 0 ? [] : [`afternoons ${dayWords(afternoons)}`]),
        ].join('; ');
  return [{ ...none, code: 'part_missing', item }];
}

/**
 * The stops of the plan in use. A child whom no plan knows rides as the register says. A contract that was handed back carries whom its
 * provider confirmed to its last day, though the plan has them elsewhere by then.
 */
function stopsOf({ index, day }: Judging, child: ChildNeed): readonly Stop[] {
  const { client_id, mornings, afternoons } = child;
  const planned = index.stopsOf(client_id).map((stop): Stop => {
    const { route_id, route_ref, contract_id, assistant, arrive_s, depart_s } = index.route(stop.route_id); // prettier-ignore
    return {
      place: stop.place,
      mornings: stop.mornings,
      afternoons: stop.afternoons,
      pick_up_s: stop.pick_up_s,
      drop_off_s: stop.drop_off_s,
      route_id,
      route_ref,
      contract: index.contract(contract_id),
      assistant,
      arrive_s,
      depart_s,
    };
  });
  const isPlanned = planned.length > 0 || index.isUnallocated(client_id);
  if (isPlanned && !index.isAnyHandedBack) return planned;
  const back = index.handedBackSeats(client_id, day.on).map(({ seat, contract }): Stop => ({
    ...onContract(contract, null),
    place: seat.place,
    mornings: seat.mornings,
    afternoons: seat.afternoons,
  }));
  if (isPlanned) return [...back, ...planned];
  const registered = index
    .registerSeats(client_id)
    .filter(({ released }) => !released)
    .flatMap((seat): readonly Stop[] => {
      const contract = index.contract(seat.contract_id);
      return contract === null
        ? []
        : [{ ...onContract(contract, seat.pick_up_s), place: HOME, mornings, afternoons }];
    });
  return [...back, ...registered];
}

function onContract(
  contract: ContractRecord,
  pick_up_s: number | null,
): Omit<Stop, 'place' | 'mornings' | 'afternoons'> {
  return {
    route_id: null,
    route_ref: contract.route_ref === '' ? contract.ref : contract.route_ref,
    contract,
    assistant: contract.assistant,
    pick_up_s,
    drop_off_s: null,
    arrive_s: contract.arrives_s,
    depart_s: contract.departs_s,
  };
}

function rideOf(judging: Judging, child: ChildNeed, stop: Stop): Ride {
  const { contract } = stop;
  const standing = standingOf(judging, stop);
  const reasons = isLet(stop)
    ? contractReasons(judging, child, stop, standing)
    : [stateReason(stop, standing)];
  return {
    place: stop.place,
    route_id: stop.route_id,
    route_ref: stop.route_ref,
    mornings: stop.mornings,
    afternoons: stop.afternoons,
    pick_up_s: stop.pick_up_s,
    drop_off_s: stop.drop_off_s,
    arrive_s: stop.arrive_s,
    depart_s: stop.depart_s,
    contract_id: contract?.id ?? null,
    contract_ref: contract?.ref ?? '',
    provider: contract?.provider ?? '',
    state: standing.state,
    until_on: contract?.ends_on ?? null,
    reasons,
  };
}

function isLet(stop: Stop): stop is LetStop {
  return stop.contract !== null;
}

function standingOf({ index, day, records }: Judging, stop: Stop): Standing {
  const { contract, route_ref } = stop;
  const known = contract === null ? day.unlet.get(route_ref) : day.let.get(contract.id);
  if (known !== undefined) return known;
  const { state, since } = standingOn(index.steps(route_ref, contract?.id ?? null), contract, day.on); // prettier-ignore
  // A draft that nobody signed is there since the plan is.
  const standing = { state, since: since ?? (state === 'drafted' ? records.plan_made_on : null) };
  if (contract === null) day.unlet.set(route_ref, standing);
  else day.let.set(contract.id, standing);
  return standing;
}

const STATE_REASONS: Readonly<Partial<Record<RouteState, NotYet>>> = {
  drafted: 'drafted',
  out_to_tender: 'out_to_tender',
  bids_in: 'bids_in',
  awarded: 'awarded',
  handed_back: 'handed_back',
  ended: 'ended',
};

function stateReason(
  { route_ref, contract }: Pick<Stop, 'route_ref' | 'contract'>,
  { state, since }: Standing,
): Reason {
  const contract_ref = contract?.ref ?? '';
  if (state === 'confirmed' && contract !== null)
    return { code: 'starts_later', route_ref, contract_ref, since, item: `it starts on ${formatDate(contract.starts_on)}` }; // prettier-ignore
  const item = state === 'ended' && contract !== null ? `last day ${formatDate(contract.ends_on)}` : ''; // prettier-ignore
  return { code: STATE_REASONS[state] ?? 'awarded', route_ref, contract_ref, since, item };
}

/** Who is assigned to a contract that is over is of no matter. */
const IS_OVER: ReadonlySet<RouteState> = new Set(['ended', 'handed_back']);

/** One for all who lack nothing. */
const NONE: readonly Reason[] = [];

type LetStop = Stop & { readonly contract: ContractRecord };

function contractReasons(
  judging: Judging,
  child: ChildNeed,
  stop: LetStop,
  standing: Standing,
): readonly Reason[] {
  const reason = (code: NotYet, item = '', since: IsoDate | null = null): Reason => ({
    code,
    route_ref: stop.route_ref,
    contract_ref: stop.contract.ref,
    since,
    item,
  });
  const { asks } = child;
  const { contract } = stop;
  const found: Reason[] = standing.state === 'running' ? [] : [stateReason(stop, standing)];
  found.push(...seatReasons(judging, child, stop, reason));
  if (asks.wheelchair && contract.wheelchairs === 0) found.push(reason('no_wheelchair_space'));
  if (asks.assistant !== 'none' && !hasAssistant(judging, child, stop))
    found.push(reason('no_assistant'));
  if (
    asks.weight_kg !== null &&
    asks.weight_kg > tieDownLimit(judging.limits, contract.vehicle_class)
  )
    // prettier-ignore
    found.push(reason('too_heavy', `${asks.weight_kg} kg with the wheelchair`));
  if (!IS_OVER.has(standing.state))
    for (const { code, text, since, competence, client_id } of gapsAt(judging, stop))
      if (
        (competence === '' || asks.competences.includes(competence)) &&
        (client_id === null || client_id === child.client_id)
      )
        found.push(reason(code, text, since));
  found.push(...noticeReasons(judging, child, reason));
  return found.length === 0 ? NONE : found;
}

/** A change counts from its day on; whoever is collected otherwise from then on without having been told may stand at the wrong door. */
function noticeReasons(
  { index, day }: Judging,
  { client_id }: ChildNeed,
  reason: (code: NotYet, item?: string, since?: IsoDate | null) => Reason,
): readonly Reason[] {
  const open = index.untoldOf(client_id);
  if (open.length === 0) return NONE;
  const untold = open.filter(({ since }) => since <= day.on);
  if (untold.length === 0) return NONE;
  const who = ['family', 'school'].filter((each) => untold.some((of) => of.who === each));
  const since = untold.reduce((first, each) => (each.since < first ? each.since : first), day.on);
  return [reason('notice_open', `${who.join(' and ')} not told`, since)];
}

/** One that the contract brings, or one that the plan adds and the provider confirmed with this child. */
function hasAssistant({ index }: Judging, { client_id }: ChildNeed, stop: LetStop): boolean {
  const { contract, assistant } = stop;
  return (
    contract.assistant || (assistant && index.confirmedSeats(contract.id, client_id).length > 0)
  );
}

/** What the provider confirmed for this child; on a contract of the register every day, since it names none. Once children were confirmed by name, the register's list confirms nobody more. */
function seatReasons(
  { index, day }: Judging,
  { client_id, mornings, afternoons }: ChildNeed,
  stop: LetStop,
  reason: (code: NotYet, item?: string, since?: IsoDate | null) => Reason,
): readonly Reason[] {
  const { id } = stop.contract;
  const confirmed = index.confirmedSeats(id, client_id);
  if (confirmed.length === 0) {
    const isListed = index
      .registerSeats(client_id)
      .some((seat) => seat.contract_id === id && !seat.released && (seat.left_on === null || seat.left_on >= day.on)); // prettier-ignore
    return isListed && stop.contract.by_name !== true ? NONE : [reason('child_not_confirmed')];
  }
  const lacking = { mornings: stop.mornings & mornings, afternoons: stop.afternoons & afternoons };
  for (const seat of confirmed) {
    if (seat.place !== stop.place) continue;
    lacking.mornings &= ~seat.mornings;
    lacking.afternoons &= ~seat.afternoons;
  }
  if (lacking.mornings === 0 && lacking.afternoons === 0) return NONE;
  return [reason('days_not_confirmed', dayWords(lacking.mornings | lacking.afternoons))];
}

function gapsAt({ records, index, day }: Judging, { contract, route_id }: LetStop) {
  let ofContract = day.gaps.get(contract.id);
  if (ofContract === undefined) {
    ofContract = new Map();
    day.gaps.set(contract.id, ofContract);
  }
  const key = route_id ?? 0;
  let found = ofContract.get(key);
  if (found === undefined) {
    found = records.gaps(contract.id, () => index.aboard(route_id, contract.id), day.on);
    ofContract.set(key, found);
  }
  return found;
}
