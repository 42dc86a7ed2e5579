/** What changed for each child between how they were carried on a day and how they are carried now, and who must be told. */
import { WHOLE_WEEK } from '../calendar/day-mask.ts';
import { HOME } from '../model/stop-place.ts';
import { formatTimeOfDay } from '../format/time.ts';
import type { Carriage } from '../model/carriage.ts';
import type { NoticeRecipient } from '../model/change-notice.ts';
import type { PlannedRoute, PlannedStop, SchoolCall } from '../model/plan.ts';
import {
  disruptionBetween,
  type DisruptionBasis,
  type DisruptionKind,
} from '../planning/disruption.ts';

/** What may read differently, with its words. In the order of a list's columns. */
export const CHANGE_FIELDS = {
  route: 'Route',
  provider: 'Provider',
  vehicle: 'Vehicle',
  assistant: 'Passenger assistant',
  school: 'School',
  pick_up: 'Pick-up',
  arrive: 'At school',
  depart: 'Leaves school',
  home: 'Home',
  some_days: 'On some days',
  school_day: 'School day',
  companions: 'Travels with',
} as const;
export type ChangeField = keyof typeof CHANGE_FIELDS;

/** One value that reads differently; '' where there was or is none. */
export interface FieldChange {
  readonly field: ChangeField;
  readonly old: string;
  readonly now: string;
}

/** One child for whom something changed. */
export interface ChildChange {
  readonly client_id: number;
  /** `joined`: not carried on the day; `lost`: not carried now; else `changed`. */
  readonly kind: 'joined' | 'lost' | 'changed';
  readonly changes: readonly FieldChange[];
  /** As the planner's disruption names it; empty where nothing weighs. */
  readonly disrupts: readonly DisruptionKind[];
  /** Nothing but times within the planner's tolerance. */
  readonly small: boolean;
  readonly tell: readonly { readonly who: NoticeRecipient; readonly name: string }[];
}

/** What the comparison needs besides the two days. */
export interface ChangeBasis extends DisruptionBasis {
  readonly hasSocialWorker: (client_id: number) => boolean;
}

/** Words by child, on the day and now. */
export interface BothDays<T> {
  readonly before: ReadonlyMap<number, T>;
  readonly after: ReadonlyMap<number, T>;
}

/** What is compared besides the way from home. */
export interface ChangeSides {
  /** Stops made on some days, each in words: days, address, route, times. */
  readonly someDays?: BothDays<readonly string[]>;
  /** The hours of the child's school, where they were changed since. */
  readonly schoolDays?: BothDays<string>;
}

const NO_STOPS: BothDays<readonly string[]> = { before: new Map(), after: new Map() };
const NO_HOURS: BothDays<string> = { before: new Map(), after: new Map() };

/** Compares two days child by child; the weightiest first, then by reference. */
export function changesBetween(
  before: readonly Carriage[],
  after: readonly Carriage[],
  basis: ChangeBasis,
  { someDays = NO_STOPS, schoolDays = NO_HOURS }: ChangeSides = {},
): readonly ChildChange[] {
  const [was, is] = [dayOf(before), dayOf(after)];
  const weighed = disruptionBetween({ routes: was.routes }, { routes: is.routes }, basis);
  const weights = new Map(weighed.children.map((child) => [child.client_id, child]));
  const found: ChildChange[] = [];
  const everyone = new Set([
    ...was.of.keys(),
    ...is.of.keys(),
    ...someDays.before.keys(),
    ...someDays.after.keys(),
  ]);
  for (const client_id of everyone) {
    const [old, now] = [carried(was, client_id), carried(is, client_id)];
    const parts = { old: someDays.before.get(client_id) ?? [], now: someDays.after.get(client_id) ?? [] }; // prettier-ignore
    const isCarried = now !== null || parts.now.length > 0;
    // Whoever is carried no longer keeps no bell.
    const hours = (side: 'before' | 'after') =>
      isCarried ? (schoolDays[side].get(client_id) ?? '') : '';
    const changes = fieldsOf(
      {
        of: old,
        companions: companionsOf(was, old, basis),
        some_days: otherThan(parts.old, parts.now),
        school_day: hours('before'),
      },
      {
        of: now,
        companions: companionsOf(is, now, basis),
        some_days: otherThan(parts.now, parts.old),
        school_day: hours('after'),
      },
      basis,
    );
    if (changes.length === 0) continue;
    const disrupts = (weights.get(client_id)?.changes ?? []).map(({ kind }) => kind);
    const wasCarried = old !== null || parts.old.length > 0;
    const kind = !wasCarried ? 'joined' : !isCarried ? 'lost' : 'changed';
    found.push({
      client_id,
      kind,
      changes,
      disrupts,
      small: isSmall({ kind, disrupts, changes }),
      tell: toTell(client_id, { old, now, changes }, basis),
    });
  }
  const weight = ({ kind, client_id }: ChildChange): number =>
    kind === 'joined' ? -1 : (weights.get(client_id)?.pence ?? 0);
  return found.toSorted(
    (a, b) => weight(b) - weight(a) || compare(basis.refOf(a.client_id), basis.refOf(b.client_id)),
  );
}

/** Whether nothing but times within the planner's tolerance changed. */
export function isSmall({
  kind,
  disrupts,
  changes,
}: Pick<ChildChange, 'kind' | 'disrupts' | 'changes'>): boolean {
  return kind === 'changed' && disrupts.length === 0 && changes.every(({ field }) => TIMES.has(field)); // prettier-ignore
}

/** What one side has that the other has not. */
function otherThan(these: readonly string[], those: readonly string[]): string {
  return these.filter((each) => !those.includes(each)).join('; ');
}

const TIMES: ReadonlySet<ChangeField> = new Set(['pick_up', 'arrive', 'depart', 'home']);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Day {
  readonly of: ReadonlyMap<number, Carriage>;
  readonly aboard: ReadonlyMap<string, readonly Carriage[]>;
  readonly routes: readonly PlannedRoute[];
}

/** A day's carriage by child and by route, and as the routes that the planner's comparison reads. */
function dayOf(all: readonly Carriage[]): Day {
  const aboard = Map.groupBy(
    all.filter(({ route_ref }) => route_ref !== ''),
    ({ route_ref }) => route_ref,
  );
  return {
    of: new Map(all.map((each) => [each.client_id, each])),
    aboard,
    routes: [...aboard.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [routeOf(first, [first, ...others])],
    ),
  };
}

function carried(day: Day, client_id: number): Carriage | null {
  const found = day.of.get(client_id);
  return found === undefined || found.route_ref === '' ? null : found;
}

/** At each school of a shared route a call, by the first child who goes there; nothing for a route of one school. */
function callsOf(aboard: readonly Carriage[]): Pick<PlannedRoute, 'calls'> {
  const calls = new Map<number, SchoolCall>();
  for (const { school_urn, arrive_s, depart_s } of aboard)
    if (school_urn !== null && !calls.has(school_urn))
      calls.set(school_urn, {
        school_urn,
        arrive_s: arrive_s ?? 0,
        depart_s: depart_s ?? 0,
        home_order: calls.size + 1,
      });
  return calls.size < 2 ? {} : { calls: [...calls.values()] };
}

/** A route with what is known of it; what is not (length, price) changes nothing for a child. */
function routeOf(first: Carriage, aboard: readonly Carriage[]): PlannedRoute {
  return {
    id: 0,
    ref: first.route_ref,
    school_urn: first.school_urn,
    vehicle_class: first.vehicle_class,
    seats: 0,
    wheelchairs: 0,
    assistant: first.assistant,
    contract_id: first.contract_id,
    provider: first.provider,
    confirmed: first.confirmed,
    distance_m: 0,
    duration_s: 0,
    home_m: 0,
    home_duration_s: 0,
    arrive_s: first.arrive_s ?? 0,
    depart_s: first.depart_s ?? 0,
    ...callsOf(aboard),
    stops: aboard.map((each): PlannedStop => stopOf(each)),
    cost: [],
    cost_day_pence: 0,
    days_a_year: 0,
    cost_year_pence: 0,
  };
}

function stopOf({ client_id, school_urn, pick_up_s, drop_off_s }: Carriage): PlannedStop {
  return {
    client_id,
    ...(school_urn === null ? {} : { school_urn }),
    place: HOME,
    mornings: WHOLE_WEEK,
    afternoons: WHOLE_WEEK,
    pick_up_s: pick_up_s ?? 0,
    ride_s: 0,
    limit_s: 0,
    limit_kind: 'advisory',
    direct_s: 0,
    direct_m: 0,
    drop_off_order: 1,
    drop_off_s: drop_off_s ?? 0,
    home_ride_s: 0,
    home_direct_s: 0,
    fixed: false,
    provisional: false,
  };
}

function companionsOf(day: Day, of: Carriage | null, { refOf }: ChangeBasis): string {
  if (of === null) return '';
  const others = (day.aboard.get(of.route_ref) ?? []).filter((each) => each.client_id !== of.client_id); // prettier-ignore
  return others.length === 0 ? 'nobody' : others.map((each) => refOf(each.client_id)).toSorted(compare).join(', '); // prettier-ignore
}

interface Side {
  readonly of: Carriage | null;
  readonly companions: string;
  readonly some_days: string;
  readonly school_day: string;
}

function fieldsOf(old: Side, now: Side, basis: ChangeBasis): readonly FieldChange[] {
  const values = ({
    of,
    companions,
    some_days,
    school_day,
  }: Side): Readonly<Record<ChangeField, string>> => ({
    route: of?.route_ref ?? '',
    provider: of === null ? '' : of.provider || 'not let yet',
    vehicle: of === null ? '' : basis.vehicleName(of.vehicle_class),
    assistant: of === null ? '' : of.assistant ? 'yes' : 'no',
    school: of === null ? '' : basis.schoolName(of.school_urn),
    pick_up: timeOf(of?.pick_up_s),
    arrive: timeOf(of?.arrive_s),
    depart: timeOf(of?.depart_s),
    home: timeOf(of?.drop_off_s),
    some_days,
    school_day,
    companions,
  });
  const [before, after] = [values(old), values(now)];
  return (Object.keys(CHANGE_FIELDS) as readonly ChangeField[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, old: before[field], now: after[field] }));
}

function timeOf(seconds: number | null | undefined): string {
  return seconds === null || seconds === undefined ? '' : formatTimeOfDay(seconds);
}

/** Changes that a school sees at its gate. */
const AT_SCHOOL: ReadonlySet<ChangeField> = new Set(['route', 'provider', 'vehicle', 'assistant', 'school', 'arrive', 'depart', 'some_days']); // prettier-ignore

function toTell(
  client_id: number,
  at: {
    readonly old: Carriage | null;
    readonly now: Carriage | null;
    readonly changes: readonly FieldChange[];
  },
  { schoolName, hasSocialWorker }: ChangeBasis,
): ChildChange['tell'] {
  const { old, now, changes } = at;
  const has = (field: ChangeField): boolean => changes.some((each) => each.field === field);
  const schools = [old, now].flatMap((each) =>
    each === null ? [] : [schoolName(each.school_urn)],
  );
  const leaves = old !== null && old.provider !== '' && (now === null || has('provider'));
  const assistants = [old, now].filter((each) => each?.assistant === true);
  return [
    { who: 'family', name: '' },
    ...(changes.some(({ field }) => AT_SCHOOL.has(field))
      ? [...new Set(schools)].map((name) => ({ who: 'school' as const, name }))
      : []),
    ...(leaves ? [{ who: 'old_provider' as const, name: old.provider }] : []),
    ...(now !== null && now.provider !== '' ? [{ who: 'new_provider' as const, name: now.provider }] : []), // prettier-ignore
    ...(assistants.length === 0
      ? []
      : [{ who: 'assistant' as const, name: [...new Set(assistants.flatMap((each) => each?.route_ref ?? []))].join(', ') }]), // prettier-ignore
    ...(hasSocialWorker(client_id) ? [{ who: 'social_worker' as const, name: '' }] : []),
  ];
}
