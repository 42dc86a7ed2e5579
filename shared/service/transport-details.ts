/** What a family is told of its child's transport, for mail merge; or what is still missing. */
import { dayWords, WHOLE_WEEK } from '../calendar/day-mask.ts';
import { formatDate } from '../format/date.ts';
import { formatTimeOfDay } from '../format/time.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { Client } from '../model/client.ts';
import type { Contract } from '../model/contract.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import { isAtHome } from '../model/stop-place.ts';
import type { School } from '../model/school.ts';

/** Columns of the merge, with their headings. */
export const DETAIL_FIELDS = {
  ref: 'Reference',
  addressee: 'Parent or carer',
  child: 'Child',
  address: 'Home address',
  postcode: 'Home postcode',
  language: 'Language or format',
  school: 'School',
  first_day: 'First day',
  days: 'Days',
  route: 'Route',
  provider: 'Provider',
  vehicle: 'Vehicle',
  assistant: 'Passenger assistant',
  pick_up: 'Pick-up time',
  pick_up_place: 'Pick-up place',
  arrive: 'At school',
  depart: 'Leaves school',
  home: 'Home time',
  other_days: 'On other days',
  ring: 'Number to ring',
} as const;
export type DetailField = keyof typeof DETAIL_FIELDS;

/** One family's line. */
export interface TransportDetails {
  readonly client_id: number;
  readonly protected_address: boolean;
  readonly social_worker: boolean;
  readonly fields: Readonly<Record<DetailField, string>>;
}

/** A child whose family cannot be told yet. */
export interface DetailsLacking {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly lacks: readonly string[];
}

/** What is known of one child that is to be carried. */
export interface DetailFacts {
  readonly client: Client;
  /** Null: the plan in use carries them not at all. */
  readonly ride: { readonly route: PlannedRoute; readonly stop: PlannedStop } | null;
  /** Where else the plan collects or brings the child on some days. */
  readonly others: readonly { readonly route: PlannedRoute; readonly stop: PlannedStop }[];
  readonly contract: Contract | null;
  /** A confirmed contract carries this very child on their first day, and on every day of theirs. */
  readonly in_place: boolean;
  readonly school: School | null;
  readonly vehicle: string;
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
  if (lacks.length > 0 || ride === null || contract === null)
    return { client_id: client.id, ref: client.ref, name, lacks };
  const { route, stop } = ride;
  const home = [client.home_address, client.postcode].filter((part) => part !== '').join(', ');
  return {
    client_id: client.id,
    protected_address: client.protected_address,
    social_worker: client.social_worker,
    fields: {
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
      vehicle: facts.vehicle,
      assistant: route.assistant ? 'yes' : 'no',
      pick_up: formatTimeOfDay(stop.pick_up_s),
      pick_up_place: facts.meets === '' ? home : facts.meets,
      arrive: formatTimeOfDay(route.arrive_s),
      depart: formatTimeOfDay(route.depart_s),
      home: formatTimeOfDay(stop.drop_off_s),
      other_days: facts.others.map(otherDays).join(' '),
      ring: facts.office,
    },
  };
}

/** Not the address: a letter goes to the home of the record. */
function otherDays({ route, stop }: DetailFacts['others'][number]): string {
  const there = stop.mornings === 0 ? '' : `, pick-up ${formatTimeOfDay(stop.pick_up_s)}`;
  const home = stop.afternoons === 0 ? '' : `, brought there ${formatTimeOfDay(stop.drop_off_s)}`;
  const from = isAtHome(stop.place) ? 'home' : 'the other address';
  return `${dayWords(stop.mornings | stop.afternoons)}, ${from}: route ${route.ref}${there}${home}.`;
}

function lackingIn(facts: DetailFacts): readonly string[] {
  const { client, ride, contract, office } = facts;
  const isConfirmed = contract?.confirmed === true && ride?.route.confirmed === true;
  const checks: readonly (readonly [boolean, string])[] = [
    [ride === null, 'No route in the plan in use'],
    [ride !== null && contract === null, 'The route is not let yet'],
    [contract !== null && !isConfirmed, 'The contract is not confirmed by the provider'],
    // Whoever joins a running contract by the plan is not on it until the provider says so.
    [isConfirmed && !facts.in_place, 'The provider has not confirmed this child for their first day, or not on every day'], // prettier-ignore
    [client.home_address.trim() === '' && client.postcode === '', 'Home address'],
    [`${client.forename}${client.surname}`.trim() === '', 'Child’s name'],
    [office === '', 'How a family reaches the team (setting "Who writes the letters")'],
  ];
  return checks.flatMap(([isLacking, words]) => (isLacking ? [words] : []));
}
