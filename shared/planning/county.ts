/** Who is to be planned, where, and with whom: the county sorted into schools. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { FirstDay } from '../calendar/school-calendars.ts';
import { isOpen } from '../casework/status.ts';
import type { StreetLimit } from '../casework/street-access.ts';
import { dayWords, type DayMask } from '../calendar/day-mask.ts';
import { weekOf, type Journey, type WeekRecords } from '../casework/week.ts';
import type { Travel } from '../geo/travel.ts';
import type { Application, Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { Setting } from '../model/money.ts';
import type { Unallocated } from '../model/plan.ts';
import type { ClinicalWaiver } from '../model/ride-record.ts';
import type { School } from '../model/school.ts';
import type { ProviderFleet } from '../model/register.ts';
import type { SharingRecords } from '../model/sharing.ts';
import { isAtHome } from '../model/stop-place.ts';
import { schoolsServed } from './sharing/schools-served.ts';
import { onePerClient } from './unallocated.ts';

/** Everything that a plan is made from. */
export interface CountyFacts {
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly settings: readonly Setting[];
  readonly clients: ReadonlyMap<number, Client>;
  /** The latest application of each client who has one. */
  readonly applications: ReadonlyMap<number, Application>;
  readonly schools: ReadonlyMap<number, School>;
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  /** Further addresses and settings of education, by client; only of those who have any. */
  readonly weeks?: ReadonlyMap<number, WeekRecords>;
  /** How distances and times are had; absent: estimated. */
  readonly travel?: Travel;
  /** Streets that keep larger vehicles from the home, by client; only of those who have such. */
  readonly streets?: ReadonlyMap<number, StreetLimit>;
  /** Recorded waivers of clinical limits by client. */
  readonly waivers?: ReadonlyMap<number, readonly ClinicalWaiver[]>;
  /** What the office says of schools that share vehicles; absent: nothing. */
  readonly sharing?: SharingRecords;
  /** Vehicles that providers have, by class and district; absent or none: no limit. */
  readonly fleets?: readonly ProviderFleet[];
  /** How each client is helped to transfer, as their form says; only of those whose form says so. */
  readonly transfer_help?: ReadonlyMap<number, string>;
  /** References of routes of which something was signed: no new route may have one. */
  readonly spent_refs?: ReadonlySet<string>;
  /** First open day of a school in the year, for a year group. */
  readonly firstDay: FirstDay;
}

/** A contract that goes on, with those it carries in pick-up order. */
export interface RunningRoute {
  readonly contract: Contract;
  readonly carried: readonly Client[];
}

/** A client's journeys from another address, or to another school, than the record's. */
export interface OtherJourney {
  readonly client: Client;
  readonly journey: Journey;
  /** The contract that carries the client from home; null: none does. */
  readonly contract_id: number | null;
}

/** One school's share of the work, or one contract's whose school is not among the schools. */
export interface SchoolWork {
  /** A stand-in without a URN of its own (0) where `listed` is false. */
  readonly school: School;
  readonly listed: boolean;
  readonly running: readonly RunningRoute[];
  /** To be placed: on a running route's spare seats or on a new route. By reference. */
  readonly waiting: readonly Client[];
  /** Journeys on some days, placed once the others have their routes. By reference. */
  readonly others: readonly OtherJourney[];
}

export interface CountyWork {
  /** By URN. */
  readonly schools: readonly SchoolWork[];
  /** Contracts that serve several schools: they go on as they are, and nobody joins them. */
  readonly shared: readonly RunningRoute[];
  /** Those who cannot even be tried, with what would mend it. */
  readonly unallocated: readonly Unallocated[];
}

/** The stop that carries each client now: confirmed and longest-running contract first; nobody twice. */
function seatOf(facts: CountyFacts): ReadonlyMap<number, ContractStop> {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const rank = (stop: ContractStop): string => {
    const contract = contracts.get(stop.contract_id);
    return `${stop.released ? 1 : 0}${contract?.confirmed === true ? 0 : 1}`;
  };
  const ends = (stop: ContractStop): string => contracts.get(stop.contract_id)?.ends_on ?? '';
  const best = new Map<number, ContractStop>();
  for (const stop of facts.stops) {
    if (stop.left_on !== null) continue;
    const held = best.get(stop.client_id);
    const order =
      held === undefined
        ? -1
        : compare(rank(stop), rank(held)) ||
          compare(ends(held), ends(stop)) ||
          stop.contract_id - held.contract_id;
    if (order < 0) best.set(stop.client_id, stop);
  }
  return best;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether an open request names another school than those the contract goes to: the seat is of no more use. */
function hasMoved(
  client: Client,
  contract: Contract,
  application: Application | undefined,
  served: ReadonlySet<number>,
): boolean {
  return (
    application !== undefined &&
    !served.has(client.school_urn ?? 0) &&
    isOpen(application) &&
    client.school_urn !== null &&
    contract.school_urn !== null &&
    client.school_urn !== contract.school_urn
  );
}

/**
 * Sorts the county into schools. Everyone on a running contract stays there unless released, gone, or
 * going to another school by an open request. Everyone else with an open request waits to be placed;
 * held requests are listed, not planned.
 */
export function sortCounty(facts: CountyFacts): CountyWork {
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const seats = seatOf(facts);
  const carriedBy = new Map<number, { client: Client; order: number }[]>();
  const served = servedBy(seats, facts);
  const waiting: Client[] = [];
  const others: OtherJourney[] = [];
  const unallocated: Unallocated[] = [];
  for (const client of facts.clients.values()) {
    const application = facts.applications.get(client.id);
    const seat = seats.get(client.id);
    const contract = seat === undefined ? undefined : contracts.get(seat.contract_id);
    if (seat !== undefined && contract !== undefined) {
      if (
        !seat.released &&
        !hasMoved(client, contract, application, served.get(contract.id) ?? NONE)
      ) {
        const list = carriedBy.get(contract.id) ?? [];
        list.push({ client, order: seat.stop_order });
        carriedBy.set(contract.id, list);
        addOthers(client, contract.id);
        continue;
      }
    } else if (application === undefined || !isOpen(application)) continue;
    const main = mainOf(client, facts);
    if (application !== undefined && application.held_reason !== '') {
      const detail = `Held for a decision: ${application.held_reason}`;
      unallocated.push({ client_id: client.id, reason: 'held', detail });
      continue;
    }
    addOthers(client, null);
    if (main === null) continue;
    const reason = notToBeTried(main, facts);
    if (reason === null) waiting.push(client);
    else unallocated.push({ client_id: client.id, ...reason, days: daysFor(main) });
  }
  function addOthers(client: Client, contract_id: number | null): void {
    for (const journey of journeysOf(client, facts)) {
      if (journey.main) continue;
      const reason = notToBeTried(journey, facts);
      if (reason === null) others.push({ client, journey, contract_id });
      else unallocated.push({ client_id: client.id, ...ofJourney(journey, reason) });
    }
  }
  const running: RunningRoute[] = [];
  const shared: RunningRoute[] = [];
  const unlisted: RunningRoute[] = [];
  for (const contract of facts.contracts) {
    const list = carriedBy.get(contract.id);
    if (list === undefined) continue;
    list.sort((a, b) => a.order - b.order || a.client.id - b.client.id);
    const school_urn = contract.school_urn ?? commonSchool(list.map((each) => each.client));
    const carried = list.map((each) => each.client);
    if (schoolsServed(contract, carried, facts).length > 1) {
      shared.push({ contract, carried });
    } else if (school_urn !== null && facts.schools.has(school_urn)) {
      running.push({ contract: { ...contract, school_urn }, carried });
    } else {
      unlisted.push({ contract: { ...contract, school_urn: null }, carried });
    }
  }
  const schools = [...bySchool({ running, waiting, others }, facts), ...unlisted.map(unlistedWork)];
  return { schools, shared, unallocated: onePerClient(unallocated) };
}

const NONE: ReadonlySet<number> = new Set();

/** The schools of each contract that serves several. */
function servedBy(
  seats: ReadonlyMap<number, ContractStop>,
  facts: CountyFacts,
): ReadonlyMap<number, ReadonlySet<number>> {
  const aboard = new Map<number, Client[]>();
  for (const [client_id, { contract_id, released }] of seats) {
    const client = facts.clients.get(client_id);
    if (client === undefined || released) continue;
    const list = aboard.get(contract_id);
    if (list === undefined) aboard.set(contract_id, [client]);
    else list.push(client);
  }
  const found = new Map<number, ReadonlySet<number>>();
  for (const contract of facts.contracts) {
    const schools = schoolsServed(contract, aboard.get(contract.id) ?? [], facts);
    if (schools.length > 1) found.set(contract.id, new Set(schools.map((each) => each.urn)));
  }
  return found;
}

/**
 * A contract whose school is not among the schools goes on as it is: nobody loses a seat, and no pound leaves the bill, because a list
 * lacks a line. The school is taken to stand where the last client is collected.
 */
function unlistedWork(route: RunningRoute): SchoolWork {
  const last = route.carried.findLast((client) => client.lat !== null);
  const school: School = {
    urn: 0,
    name: route.contract.school_given,
    town: '',
    postcode: '',
    lat: last?.lat ?? null,
    lon: last?.lon ?? null,
    district_code: '',
    type_group: '',
    status: 'open',
    needs: [],
    designation: '',
    age_from: null,
    age_to: null,
    places: null,
    roll: null,
    day_starts_s: null,
    day_ends_s: null,
    independent: false,
  };
  return { school, listed: false, running: [route], waiting: [], others: [] };
}

/** The school most of a contract's clients go to, the lowest URN of several; null where none is known. */
function commonSchool(clients: readonly Client[]): number | null {
  const counts = new Map<number, number>();
  for (const { school_urn } of clients) {
    if (school_urn !== null) counts.set(school_urn, (counts.get(school_urn) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked[0]?.[0] ?? null;
}

/** A client's journeys on the first day that they are planned for. */
export function journeysOf(client: Client, facts: CountyFacts): readonly Journey[] {
  const first = facts.firstDay(client.school_urn, client.year_group);
  return weekOf(client, facts.weeks?.get(client.id), facts.on > first ? facts.on : first);
}

/** The journey between the home and the school of the record; null where every day is another's. */
export function mainOf(client: Client, facts: CountyFacts): Journey | null {
  return journeysOf(client, facts).find((each) => each.main) ?? null;
}

function daysFor(journey: Journey | null): DayMask {
  return journey === null ? 0 : journey.mornings | journey.afternoons;
}

/** Why a journey on some days has no vehicle, with its days and its address. */
export function ofJourney<T extends { readonly detail: string }>(
  journey: Journey,
  why: T,
): T & { readonly days: DayMask } {
  const days = daysFor(journey);
  const detail = `${journeyWords(journey)}: ${why.detail}`;
  return { ...why, detail, days };
}

/** `Thu, Fri, other parent`, `Fri afternoon, childcare`, `Wed, to Invented College`. */
export function journeyWords(journey: Journey): string {
  const { mornings, afternoons, place, place_words, school_given } = journey;
  const leg = mornings === 0 ? ' afternoon' : afternoons === 0 ? ' morning' : '';
  const where = isAtHome(place) ? `to ${school_given}` : place_words;
  return `${dayWords(mornings | afternoons)}${leg}, ${where}`;
}

function notToBeTried(
  journey: Journey,
  facts: CountyFacts,
): Pick<Unallocated, 'reason' | 'detail'> | null {
  const { school_urn, school_given, postcode } = journey;
  const school = school_urn === null ? undefined : facts.schools.get(school_urn);
  if (school === undefined) {
    const detail =
      school_given === ''
        ? 'No school is named. Enter the school on the case page.'
        : `The school "${school_given}" is not among the schools. Import it, or choose the school on the case page.`;
    return { reason: 'no_school', detail };
  }
  if (school.lat === null || school.lon === null) {
    return {
      reason: 'school_no_position',
      detail: `${school.name} has no position. Import postcodes, or a schools file with positions.`,
    };
  }
  if (journey.lat === null || journey.lon === null) {
    const which = isAtHome(journey.place) ? 'home' : 'such';
    const detail =
      postcode === ''
        ? `No ${which} postcode is known. Enter it, or set the pin, on the case page.`
        : journey.protected
          ? 'The postcode of a protected address is not known. Import postcodes, or correct it on the case page.'
          : `The postcode ${postcode} is not known. Import postcodes, correct it, or set the pin on the case page.`;
    return { reason: 'no_position', detail };
  }
  return null;
}

function bySchool(
  county: {
    readonly running: readonly RunningRoute[];
    readonly waiting: readonly Client[];
    readonly others: readonly OtherJourney[];
  },
  facts: CountyFacts,
): readonly SchoolWork[] {
  interface Group {
    readonly running: RunningRoute[];
    readonly waiting: Client[];
    readonly others: OtherJourney[];
  }
  const groups = new Map<number, Group>();
  const group = (urn: number): Group => {
    const known = groups.get(urn);
    if (known !== undefined) return known;
    const fresh: Group = { running: [], waiting: [], others: [] };
    groups.set(urn, fresh);
    return fresh;
  };
  for (const route of county.running) group(route.contract.school_urn ?? 0).running.push(route);
  for (const client of county.waiting) group(client.school_urn ?? 0).waiting.push(client);
  for (const each of county.others) group(each.journey.school_urn ?? 0).others.push(each);
  const out: SchoolWork[] = [];
  for (const [urn, each] of [...groups].sort((a, b) => a[0] - b[0])) {
    const school = facts.schools.get(urn);
    if (school === undefined) continue;
    each.running.sort((a, b) => compare(a.contract.ref, b.contract.ref));
    each.waiting.sort((a, b) => compare(a.ref, b.ref));
    each.others.sort(
      (a, b) => compare(a.client.ref, b.client.ref) || compare(a.journey.place, b.journey.place),
    );
    out.push({ school, listed: true, ...each });
  }
  return out;
}
