/** The cases of both chases, from the store's records. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { STATUS_WORDS, withinSentence } from '../../model/words.ts';
import type { Application, Client } from '../../model/client.ts';
import type { FamilyLink } from '../../model/letter.ts';
import type { CohortMember } from '../../model/school.ts';
import { isOpen } from '../status.ts';
import { tifComplete, tifSections, type TifForm } from '../tif.ts';
import { familiesOf, memberKey, type FamilyPerson } from './families.ts';
import type { ChaseCase } from './remind.ts';

/** Everything that decides who is chased. */
export interface ChaseFacts {
  readonly clients: readonly Client[];
  readonly applications: readonly Application[];
  readonly cohort: readonly CohortMember[];
  readonly links: readonly FamilyLink[];
  /** Forms that are worked on in Kerbside, by client; without them what the applications' file said is chased. */
  readonly forms?: ReadonlyMap<number, TifForm>;
}

/** A child of the cohort with the client they are, where the store knows them. */
export interface ApplySubject {
  readonly chase: 'apply';
  readonly each: ChaseCase;
  readonly member: CohortMember;
  readonly client: Client | null;
}

/** An application with its client, and the answers that its family has yet to give. */
export interface TifSubject {
  readonly chase: 'tif';
  readonly each: ChaseCase;
  readonly application: Application;
  readonly client: Client;
  readonly missing: readonly string[];
  /** The form itself has not come. */
  readonly no_form: boolean;
}

export type ChaseSubject = ApplySubject | TifSubject;

/** Every child of the cohort and every application, as cases. An application without its client would be a broken store. */
export function chaseSubjects(facts: ChaseFacts): readonly ChaseSubject[] {
  const { clients, applications, cohort, links } = facts;
  const byId = new Map(clients.map((client) => [client.id, client]));
  const known = knownClients(clients);
  const members = [...cohort].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const people = members.map((member) => ({ member, client: known(member) }));
  const families = familiesOf(
    [...people.map(({ member, client }) => personOf(member, client)), ...clients.map(asPerson)],
    links,
    people.flatMap(({ member, client }) =>
      client === null ? [] : [[cohortKey(member), clientKey(client)] as const],
    ),
  );
  const answered = new Set<string>();
  const apply = people.map(({ member, client }): ApplySubject => {
    const stop = applyStop(member, answered);
    const family = families.get(memberKey(cohortKey(member))) ?? member.ref;
    return { chase: 'apply', each: applyCase(member, { client, family, stop }), member, client };
  });
  const latest = latestByClient(applications);
  const tif = applications.flatMap((application): TifSubject[] => {
    const client = byId.get(application.client_id);
    if (client === undefined) return [];
    const family = families.get(memberKey(clientKey(client))) ?? client.ref;
    const form = facts.forms?.get(client.id) ?? null;
    return [tifSubject(application, client, { family, latest: latest.get(client.id), form })];
  });
  return [...apply, ...tif];
}

function cohortKey({ ref }: CohortMember) {
  return { kind: 'cohort', ref } as const;
}

function clientKey({ ref }: Client) {
  return { kind: 'client', ref } as const;
}

function asPerson(client: Client): FamilyPerson {
  const { surname, home_address, postcode } = client;
  return { ...clientKey(client), surname, home_address, postcode };
}

function personOf(member: CohortMember, client: Client | null): FamilyPerson {
  const home_address = member.home_address || (client?.home_address ?? '');
  const postcode = member.postcode || (client?.postcode ?? '');
  return { ...cohortKey(member), surname: member.surname, home_address, postcode };
}

/** A child of the cohort among the clients: by reference, else by name and date of birth where that is one client alone. */
function knownClients(clients: readonly Client[]): (member: CohortMember) => Client | null {
  const byRef = new Map(clients.map((client) => [client.ref, client]));
  const byName = new Map<string, Client | null>();
  for (const client of clients) {
    const key = nameAndBirth(client);
    if (key !== null) byName.set(key, byName.has(key) ? null : client);
  }
  return (member) => {
    const key = nameAndBirth(member);
    return byRef.get(member.ref) ?? (key === null ? null : (byName.get(key) ?? null));
  };
}

function nameAndBirth(
  person: Pick<CohortMember, 'forename' | 'surname' | 'date_of_birth'>,
): string | null {
  if (person.date_of_birth === null) return null;
  return `${person.surname}|${person.forename}|${person.date_of_birth}`.toLowerCase();
}

/** One application answers for one child: `answered` holds those that have. */
function applyStop(member: CohortMember, answered: Set<string>): ChaseCase['stop'] {
  const { application_ref } = member;
  if (application_ref === '') return null;
  if (!answered.has(application_ref)) {
    answered.add(application_ref);
    return { code: 'applied', reason: `Applied: application ${application_ref}.` };
  }
  return {
    code: 'which_applied',
    reason: `Application ${application_ref} stands for two children of the cohort: say in the cohort’s file whose it is.`,
  };
}

function applyCase(
  member: CohortMember,
  of: {
    readonly client: Client | null;
    readonly family: string;
    readonly stop: ChaseCase['stop'];
  },
): ChaseCase {
  return {
    chase: 'apply',
    ref: member.ref,
    name: nameOf(member),
    client_id: of.client?.id ?? null,
    family: of.family,
    event_on: member.told_on,
    stop: of.stop,
    imported: [],
  };
}

/** A child's name as a letter writes it. */
export function nameOf({ forename, surname }: Pick<Client, 'forename' | 'surname'>): string {
  return `${forename} ${surname}`.trim();
}

/** The latest application of each client: the one whose TIF counts. As the store orders them. */
function latestByClient(applications: readonly Application[]): ReadonlyMap<number, Application> {
  const latest = new Map<number, Application>();
  const day = (each: Application): string => each.received_on ?? '';
  for (const each of applications) {
    const before = latest.get(each.client_id);
    const isLater =
      before === undefined ||
      day(each) > day(before) ||
      (day(each) === day(before) && each.ref > before.ref);
    if (isLater) latest.set(each.client_id, each);
  }
  return latest;
}

function tifSubject(
  application: Application,
  client: Client,
  of: {
    readonly family: string;
    readonly latest: Application | undefined;
    readonly form: TifForm | null;
  },
): TifSubject {
  const done = tifComplete(client, application);
  const sections = done ? [] : tifSections(client, application, of.form);
  const office = new Set(sections.flatMap(({ for_office }) => for_office));
  const open = sections.flatMap(({ missing }) => missing);
  const missing = open.filter((name) => !office.has(name));
  return {
    chase: 'tif',
    application,
    client,
    missing,
    no_form: application.tif_received_on === null,
    each: {
      chase: 'tif',
      ref: application.ref,
      name: nameOf(client),
      client_id: client.id,
      family: of.family,
      event_on: application.received_on,
      stop: tifStop(application, { latest: of.latest, open, missing }),
      imported: importedReminders(application),
    },
  };
}

function tifStop(
  application: Application,
  of: {
    readonly latest: Application | undefined;
    readonly open: readonly string[];
    readonly missing: readonly string[];
  },
): ChaseCase['stop'] {
  if (!isOpen(application)) {
    const status = withinSentence(STATUS_WORDS[application.status]);
    return { code: 'closed', reason: `The application is closed: ${status}.` };
  }
  if (of.latest !== undefined && of.latest.ref !== application.ref) {
    const reason = `A later application of this child is chased: ${of.latest.ref}.`;
    return { code: 'later_application', reason };
  }
  if (of.open.length === 0) {
    const received = application.tif_received_on;
    const when = received === null ? '' : `, received on ${formatDate(received)}`;
    return { code: 'tif_complete', reason: `The TIF is complete${when}.` };
  }
  if (application.held_reason !== '') {
    return { code: 'held', reason: `Held for a decision: ${application.held_reason}` };
  }
  if (of.missing.length > 0) return null;
  return {
    code: 'for_office',
    reason: `No answer of the family is missing; for the office: ${of.open.join('; ')}.`,
  };
}

function importedReminders(application: Application): ChaseCase['imported'] {
  const { reminder_1_on, reminder_2_on, reminder_3_on } = application;
  return [reminder_1_on, reminder_2_on, reminder_3_on].flatMap((on: IsoDate | null, at) =>
    on === null ? [] : [{ number: at + 1, on }],
  );
}
