import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { heldAndQuestions, settle, type Surroundings } from '../../../shared/intake/settle.ts';
import { matchWaiting } from '../../../shared/intake/term-dates.ts';
import type { Application, Client } from '../../../shared/model/client.ts';
import type { School } from '../../../shared/model/school.ts';
import type { SchoolPatch, Store } from '../../../db/store.ts';
import { inLots } from './prepared.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * Matches every home, school, contract and child of the cohort again, so that imports may come in any order. Only what
 * comes out otherwise is written. Inside the import's transaction.
 */
export function rematch(store: Store, on: IsoDate, check: (progress: number) => void): void {
  placeSchools(store);
  const clients = store.clients.all();
  const surroundings = surroundingsOf(store, on, new Set(clients.map((client) => client.postcode)));
  rematchClients(store, clients, surroundings, check);
  rematchContracts(store, clients, surroundings);
  rematchCohort(store, clients, surroundings);
  rematchTerms(store, surroundings);
}

/** Term dates that came before their school. */
function rematchTerms(store: Store, { schools }: Surroundings): void {
  const { gone, found } = matchWaiting(store.terms.all(), schools);
  if (gone.length === 0) return;
  store.terms.removeOf(gone);
  store.terms.upsertMany(found);
}

/**
 * The same for an import that placed its own clients already: the others, since a postcode is doubted only once its area
 * is known, and the cohort.
 */
export function rematchOthers(
  store: Store,
  others: readonly Client[],
  surroundings: Surroundings,
  check: (progress: number) => void,
): void {
  if (others.length > 0) rematchClients(store, others, surroundings, check);
  if (store.cohort.count() > 0) rematchCohort(store, store.clients.all(), surroundings);
}

/** Schools without coordinates of their own stand at their postcode. */
export function placeSchools(store: Store): void {
  const homeless = store.schools
    .all()
    .filter(
      (school) => school.postcode !== '' && (school.lat === null || school.district_code === ''),
    );
  const known = store.postcodes.lookup(homeless.map((school) => school.postcode));
  const patches = homeless.flatMap((school): SchoolPatch[] => {
    const postcode = known.get(school.postcode);
    if (postcode === undefined) return [];
    const { lat, lon, district_code } = postcode;
    return [
      {
        urn: school.urn,
        ...(school.lat === null ? { lat, lon } : {}),
        district_code: school.district_code || district_code,
      },
    ];
  });
  if (patches.length > 0) store.schools.upsertMany(patches);
}

function rematchClients(
  store: Store,
  clients: readonly Client[],
  surroundings: Surroundings,
  check: (progress: number) => void,
): void {
  const applications = new Map(store.applications.all().map((each) => [each.client_id, each]));
  inLots(clients, check, (lot) => {
    for (const client of lot) {
      const settled = settle(client, surroundings);
      const { place } = settled;
      if (differs(client, place)) store.clients.update(client.id, place);
      const application = applications.get(client.id);
      if (application === undefined) continue;
      const stands = heldAndQuestions(application, settled);
      if (
        stands.held_reason !== application.held_reason ||
        !same(stands.questions, application.questions)
      )
        store.applications.update(application.ref, stands satisfies Partial<Application>);
    }
  });
}

function differs(client: Client, place: Partial<Client>): boolean {
  return (Object.keys(place) as (keyof Client)[]).some((key) => place[key] !== client[key]);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/** A register's school by the URN its clients were given, else by name. */
function rematchContracts(
  store: Store,
  clients: readonly Client[],
  { schools }: Surroundings,
): void {
  const byId = new Map(clients.map((client) => [client.id, client]));
  const urns = new Map<number, string>();
  for (const stop of store.contracts.stops()) {
    const client = byId.get(stop.client_id);
    if (client && !urns.has(stop.contract_id)) urns.set(stop.contract_id, client.school_urn_given);
  }
  const patches = store.contracts.all().flatMap((contract) => {
    if (contract.school_urn !== null) return [];
    const byName = schools.match(contract.school_given, '');
    const match =
      byName.kind === 'matched'
        ? byName
        : schools.match(contract.school_given, urns.get(contract.id) ?? '');
    return match.kind === 'matched' ? [{ ref: contract.ref, school_urn: match.school.urn }] : [];
  });
  if (patches.length > 0) store.contracts.upsertMany(patches);
}

/** Who of the cohort has applied: by the application's reference, else by name and date of birth. */
function rematchCohort(store: Store, clients: readonly Client[], { schools }: Surroundings): void {
  const members = store.cohort.all();
  if (members.length === 0) return;
  const byId = new Map(clients.map((client) => [client.id, client]));
  const applied = new Map<string, string>();
  for (const { ref, client_id } of store.applications.all()) {
    applied.set(ref, ref);
    const client = byId.get(client_id);
    if (client) applied.set(personKey(client), ref);
  }
  const changed = members.flatMap((member) => {
    const found =
      applied.get(member.application_ref) ??
      applied.get(member.ref) ??
      applied.get(personKey(member));
    const match = schools.match(member.school_given, '');
    const school_urn = match.kind === 'matched' ? match.school.urn : member.school_urn;
    const application_ref = found ?? member.application_ref;
    return application_ref === member.application_ref && school_urn === member.school_urn
      ? []
      : [{ ...member, application_ref, school_urn }];
  });
  if (changed.length > 0) store.cohort.upsertMany(changed);
}

function personKey(person: Pick<Client, 'surname' | 'forename' | 'date_of_birth'>): string {
  if (person.date_of_birth === null) return '';
  return `${person.surname}|${person.forename}|${person.date_of_birth}`.toLowerCase();
}

/** The place of a school whose postcode changed is no longer its own. */
export function schoolMoved(before: School | null, patch: SchoolPatch): Partial<School> {
  const moved =
    before !== null && patch.postcode !== undefined && patch.postcode !== before.postcode;
  return moved && patch.lat === undefined
    ? { lat: null, lon: null, district_code: patch.district_code ?? '' }
    : {};
}
