/** The register of the invented county's providers: their people, vehicles and who is on which contract. Most is in date. */
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { competencesAsked } from '../casework/competences.ts';
import { providerKey } from '../intake/provider-name.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type {
  Assignment,
  Provider,
  ProviderFleet,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../model/register.ts';
import type { District, School } from '../model/school.ts';
import type { TifAnswers } from '../model/tif.ts';
import { OWN_DAY } from './applications.ts';
import { MEN, SURNAMES, WOMEN } from './names.ts';
import { demoVehicle } from './register-vehicles.ts';
import { aheadOf, checkedOn } from './register-dates.ts';

/** The register, its numbers counted from 1; contracts by the county's own numbers. */
export interface DemoRegister {
  readonly providers: readonly Omit<Provider, 'id'>[];
  readonly fleets: readonly ProviderFleet[];
  readonly workers: readonly Omit<Worker, 'id'>[];
  /** `worker_id` is a worker's place in the list, counted from 1. */
  readonly competences: readonly WorkerCompetence[];
  readonly vehicles: readonly Omit<Vehicle, 'id'>[];
  readonly assignments: readonly Omit<Assignment, 'id'>[];
}

/** What the register is drawn from. */
export interface RegisterSources {
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  readonly clients: readonly Client[];
  /** Answers of the forms signed in Kerbside, by client. */
  readonly answers: ReadonlyMap<number, TifAnswers>;
  readonly schools: readonly School[];
  readonly districts: readonly District[];
}

/** Of a hundred: competences without their cover, or without a holder; providers who are on no list [A]. */
const NO_COVER = 0.03;
const NO_HOLDER = 0.01;
const NOT_LISTED = 0.02;
/** Contracts that one cover serves [A]. */
const CONTRACTS_A_COVER = 5;
const COVER_HOLDS = [
  'Rescue medication',
  'Medical care on the way',
  'Wheelchair tie-down',
  'Moving and handling',
  'Harness',
  'First aid',
];

/** Makes the register of a county's contracts. */
export function demoRegister(random: Random, sources: RegisterSources): DemoRegister {
  const book: Book = {
    providers: [],
    fleets: [],
    workers: [],
    competences: [],
    vehicles: [],
    assignments: [],
  };
  const asked = competencesByContract(sources);
  const districtOf = new Map(sources.schools.map((each) => [each.urn, each.district_code]));
  const names = new Map(sources.districts.map(({ code, name }) => [code, name]));
  const running = sources.contracts.filter(({ ends_on }) => ends_on >= OWN_DAY);
  const byProvider = Map.groupBy(running, ({ provider }) => provider);
  for (const [name, contracts] of [...byProvider].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const codes = contracts.map((each) => districtOf.get(each.school_urn ?? 0) ?? '');
    const districts = [...new Set(codes)].filter((code) => names.has(code)).toSorted();
    const authority = names.get(districts[0] ?? '') ?? 'Maidstone';
    addProvider(book, random, { name, contracts, districts });
    addCrews(book, random, { name, contracts, authority, asked });
  }
  return book;
}

type Book = { readonly [K in keyof DemoRegister]: DemoRegister[K][number][] };

function competencesByContract({
  stops,
  clients,
  answers,
}: RegisterSources): ReadonlyMap<number, readonly string[]> {
  const byId = new Map(clients.map((client) => [client.id, client]));
  const byContract = Map.groupBy(
    stops.filter(({ left_on }) => left_on === null),
    ({ contract_id }) => contract_id,
  );
  return new Map(
    [...byContract].map(([id, own]) => [
      id,
      competencesAsked(
        own.flatMap(({ client_id }) => {
          const client = byId.get(client_id);
          return client === undefined ? [] : [{ client, answers: answers.get(client_id) ?? {} }];
        }),
      ),
    ]),
  );
}

interface Firm {
  readonly name: string;
  readonly contracts: readonly Contract[];
}

function addProvider(
  book: Book,
  random: Random,
  { name, contracts, districts }: Firm & { readonly districts: readonly string[] },
): void {
  const big = contracts.filter(({ seats, wheelchairs }) => seats + wheelchairs > 8).length;
  const contact = `${random.pick(random.chance(0.5) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`;
  const framework =
    big * 2 > contracts.length || /Coaches|Minibus/.test(name)
      ? 'Public service vehicles'
      : '8 seats and fewer';
  // Numbers and addresses are nobody's: see the room's README.
  const phone = `01632 960${String(random.below(1000)).padStart(3, '0')}`;
  const email = `office@${providerKey(name).replaceAll(' ', '-')}.example`;
  if (!random.chance(NOT_LISTED))
    book.providers.push({
      key: providerKey(name),
      name,
      framework,
      districts,
      contact_name: contact,
      phone,
      email,
      notes: '',
    });
  const byClass = Map.groupBy(contracts, ({ vehicle_class }) => vehicle_class);
  for (const [vehicle_class, own] of [...byClass].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    book.fleets.push({
      provider: name,
      vehicle_class,
      count: own.length + random.below(1 + Math.ceil(own.length / 6)),
      districts,
    });
}

function addCrews(
  book: Book,
  random: Random,
  firm: Firm & {
    readonly authority: string;
    readonly asked: ReadonlyMap<number, readonly string[]>;
  },
): void {
  const { name: provider, contracts, authority, asked } = firm;
  const covers: number[] = [];
  const drawn = { provider, authority };
  for (let at = 0; at < contracts.length; at += CONTRACTS_A_COVER) {
    const id = addWorker(book, random, { ...drawn, role: 'both' });
    covers.push(id);
    for (const competence of COVER_HOLDS) hold(book, random, id, competence);
  }
  contracts.forEach((contract, at) => {
    const needs = asked.get(contract.id) ?? [];
    const driver = addWorker(book, random, { ...drawn, role: 'driver' });
    const assistant = contract.assistant
      ? addWorker(book, random, { ...drawn, role: 'assistant' })
      : null;
    const holder = assistant ?? driver;
    for (const competence of needs)
      if (!random.chance(NO_HOLDER))
        hold(book, random, competence === 'Wheelchair tie-down' ? driver : holder, competence);
    if (contract.wheelchairs > 0 && !needs.includes('Wheelchair tie-down'))
      hold(book, random, driver, 'Wheelchair tie-down');
    if (assistant !== null) {
      if (!needs.includes('Rescue medication') && random.chance(0.6))
        hold(book, random, assistant, 'Rescue medication');
      if (random.chance(0.4)) hold(book, random, assistant, 'First aid');
    }
    book.vehicles.push(demoVehicle(random, { contract, authority, number: book.vehicles.length }));
    const days = { contract_id: contract.id, from_on: contract.starts_on, to_on: null };
    book.assignments.push({ ...days, role: 'driver', worker_id: driver, vehicle_id: null });
    if (assistant !== null)
      book.assignments.push({ ...days, role: 'assistant', worker_id: assistant, vehicle_id: null });
    const cover = covers[Math.floor(at / CONTRACTS_A_COVER)];
    const isCovered = needs.length > 0 ? !random.chance(NO_COVER) : random.chance(0.35);
    if (cover !== undefined && isCovered)
      book.assignments.push({ ...days, role: 'cover', worker_id: cover, vehicle_id: null });
    book.assignments.push({
      ...days,
      role: 'vehicle',
      worker_id: null,
      vehicle_id: book.vehicles.length,
    });
  });
}

function addWorker(
  book: Book,
  random: Random,
  { provider, authority, role }: Pick<Worker, 'provider' | 'role'> & { readonly authority: string },
): number {
  const number = book.workers.length + 1;
  const name = `${random.pick(random.chance(0.5) ? WOMEN : MEN)} ${random.pick(SURNAMES)}`;
  const badge_number = String(10_000 + number * 7);
  book.workers.push({
    ref: `${authority} ${badge_number}`.toUpperCase(),
    name,
    provider,
    role,
    licensing_authority: authority,
    badge_number,
    badge_expires_on: aheadOf(random, 1095, 0.03),
    dbs_on: checkedOn(random, 36, 0.02),
    training: 'Safeguarding; disability awareness',
    training_expires_on: aheadOf(random, 1095, 0.02),
    phone: '',
    left_on: null,
    notes: '',
  });
  return number;
}

/** A competence of two or three years; one in forty runs out soon [A]. */
function hold(book: Book, random: Random, worker_id: number, competence: string): void {
  const expires_on: IsoDate = aheadOf(random, 900, 0.02);
  const issued_on = addDays(expires_on, -1095);
  book.competences.push({ worker_id, competence, issued_on, expires_on });
}
