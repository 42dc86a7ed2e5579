/** What a family is told of its child's transport, for mail merge; or what is still missing. */
import { dayWords, WHOLE_WEEK } from '../calendar/day-mask.ts';
import { formatDate } from '../format/date.ts';
import { formatTimeOfDay } from '../format/time.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { Client } from '../model/client.ts';
import type { Contract } from '../model/contract.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import { isAtHome } from '../model/stop-place.ts';
import type { TransportTold } from '../model/letter.ts';
import type { School } from '../model/school.ts';
import type { Crew } from './papers/crew.ts';
import type { FamilyField } from './papers/allowed.ts';

/** Columns of the merge: the fields that a family is told, in the order of the list of what is allowed. */
export type DetailField = FamilyField;

/** Why a family cannot be told yet. */
export type LackCode =
  'no_route' | 'not_let' | 'not_confirmed' | 'not_this_child' | 'address' | 'name' | 'office'; // prettier-ignore

/** One family's line. */
export interface TransportDetails {
  readonly client_id: number;
  readonly protected_address: boolean;
  readonly social_worker: boolean;
  readonly fields: Readonly<Record<DetailField, string>>;
  /** What of it may change and is told anew when it does. */
  readonly told: TransportTold;
}

/** A child whose family cannot be told yet. */
export interface DetailsLacking {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  /** In words for the office. */
  readonly lacks: readonly string[];
  readonly codes: readonly LackCode[];
}

/** What is known of one child that is to be carried. */
export interface DetailFacts {
  readonly client: Client;
  /** Null: the plan in use carries them not at all. */
  readonly ride: { readonly route: PlannedRoute; readonly stop: PlannedStop } | null;
  /** Where else the plan collects or brings the child on some days. */
  readonly others: readonly { readonly route: PlannedRoute; readonly stop: PlannedStop }[];
  readonly contract: Contract | null;
  /** Whether the child has transport on the day that counts (`status.ts`), and why not as a sentence. */
  readonly in_place: boolean;
  readonly why_not: string;
  readonly school: School | null;
  readonly vehicle: string;
  /** Who drives and assists, where the register says. */
  readonly crew: Crew;
  readonly first_day: IsoDate | null;
  /** Where the vehicle can stop, where that is not at the door; '' else. */
  readonly meets: string;
  /** How a family reaches the team. */
  readonly office: string;
}

/** The line, or what it lacks. */
export function transportDetails(facts: DetailFacts): TransportDetails | DetailsLacking {
  const { client, ride, contract, school } = facts;
  const name = `${client.forename} ${client.surname}`.trim();
  const lacks = lackingIn(facts);
  if (lacks.length > 0 || ride === null || contract === null) {
    const [codes, words] = [lacks.map(([code]) => code), lacks.map(([, each]) => each)];
    return { client_id: client.id, ref: client.ref, name, lacks: words, codes };
  }
  const { route, stop } = ride;
  const home = [client.home_address, client.postcode].filter((part) => part !== '').join(', ');
  const fields: Readonly<Record<DetailField, string>> = {
    ref: client.ref,
    addressee: client.carer_name === '' ? `Parent or carer of ${name}` : client.carer_name,
    child: name,
    address: client.home_address,
    postcode: client.postcode,
    language: client.language_or_format,
    school: school?.name ?? contract.school_given,
    first_day: facts.first_day === null ? '' : formatDate(facts.first_day),
    days: stop.mornings === WHOLE_WEEK ? 'Mon to Fri' : dayWords(stop.mornings),
    route: route.ref,
    provider: route.provider,
    vehicle: [facts.vehicle, facts.crew.plate].filter((each) => each !== '').join(', '),
    driver: facts.crew.driver,
    assistant: route.assistant ? facts.crew.assistant || 'yes' : 'no',
    pick_up: formatTimeOfDay(stop.pick_up_s),
    pick_up_place: facts.meets === '' ? home : facts.meets,
    arrive: formatTimeOfDay(route.arrive_s),
    depart: formatTimeOfDay(route.depart_s),
    home: formatTimeOfDay(stop.drop_off_s),
    other_days: facts.others.map(otherDays).join(' '),
    ring: facts.office,
    confirmed: 'yes',
  };
  const { first_day, days, provider, vehicle, driver, assistant, pick_up, pick_up_place } = fields;
  const { arrive, depart, home: home_time, other_days } = fields;
  return {
    client_id: client.id,
    protected_address: client.protected_address,
    social_worker: client.social_worker,
    fields,
    told: { first_day, days, provider, vehicle, driver, assistant, route: fields.route, pick_up, pick_up_place, arrive, depart, home: home_time, other_days }, // prettier-ignore
  };
}

/** Not the address: a letter goes to the home of the record. */
function otherDays({ route, stop }: DetailFacts['others'][number]): string {
  const there = stop.mornings === 0 ? '' : `, pick-up ${formatTimeOfDay(stop.pick_up_s)}`;
  const home = stop.afternoons === 0 ? '' : `, brought there ${formatTimeOfDay(stop.drop_off_s)}`;
  const from = isAtHome(stop.place) ? 'home' : 'the other address';
  return `${dayWords(stop.mornings | stop.afternoons)}, ${from}: route ${route.ref}${there}${home}.`;
}

function lackingIn(facts: DetailFacts): readonly (readonly [LackCode, string])[] {
  const { client, ride, contract, office } = facts;
  const isOut = ride !== null && contract !== null && !facts.in_place;
  const checks: readonly (readonly [boolean, LackCode, string])[] = [
    [ride === null, 'no_route', 'No route in the plan in use'],
    [ride !== null && contract === null, 'not_let', 'The route is not let yet'],
    [isOut && !contract.confirmed, 'not_confirmed', 'The contract is not confirmed by the provider'], // prettier-ignore
    // Whoever joins a running contract by the plan is not on it until the provider says so.
    [isOut && contract.confirmed, 'not_this_child', facts.why_not],
    [client.home_address.trim() === '' && client.postcode === '', 'address', 'Home address'],
    [`${client.forename}${client.surname}`.trim() === '', 'name', 'Child’s name'],
    [office === '', 'office', 'How a family reaches the team (setting "Who writes the letters")'],
  ];
  return checks.flatMap(([isLacking, code, words]) => (isLacking ? [[code, words] as const] : []));
}
