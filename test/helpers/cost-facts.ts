/** Small invented counties for tests of the money: every figure is drawn from a seed. */
import { isoDate, type AcademicYear } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import { NEEDS, type Client } from '../../shared/model/client.ts';
import type { Contract, ContractStop } from '../../shared/model/contract.ts';
import type { CostLine, Plan, PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import type { District, School } from '../../shared/model/school.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';

export const ON = isoDate('2026-08-10');
export const YEAR = '2026/27' as AcademicYear;
export const LAST_YEAR = '2025/26' as AcademicYear;

/** A client with nothing but what is given. */
export function someClient(id: number, given: Partial<Client> = {}): Client {
  return {
    id,
    ref: `C-${id}`,
    forename: 'Ada',
    surname: `Example ${id}`,
    date_of_birth: isoDate('2016-05-01'),
    year_group: 5,
    carer_name: '',
    carer_relationship: '',
    phone: '',
    language_or_format: '',
    home_address: '',
    postcode: '',
    uprn: '',
    second_address: '',
    second_postcode: '',
    second_days: [],
    lat: 51.2,
    lon: 0.5,
    position_source: 'coordinates',
    position_error_m: null,
    district_code: 'E07000110',
    care_status: '',
    school_urn: null,
    school_given: '',
    school_urn_given: '',
    ehcp: true,
    section_i: '',
    need: 'ASD',
    low_income_basis: '',
    religion_or_belief: '',
    social_worker: false,
    mobility: 'walks',
    wheelchair: '',
    occupied_weight_kg: null,
    sole_occupancy: false,
    sole_until: null,
    assistant: 'none',
    not_with: [],
    equipment: '',
    medical: '',
    rescue_medication: false,
    risk_assessment_on: null,
    handover: '',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    clinical_limit_s: null,
    transport_start_on: null,
    protected_address: false,
    notes: '',
    tif_signed: 'none',
    tif_year: null,
    ...given,
  };
}

/** An open special school with everything known unless given otherwise. */
export function someSchool(urn: number, given: Partial<School> = {}): School {
  return {
    urn,
    name: `School ${urn}`,
    town: '',
    postcode: '',
    lat: 51.25,
    lon: 0.55,
    district_code: 'E07000110',
    type_group: 'special_state',
    status: 'open',
    needs: ['ASD'],
    designation: '',
    age_from: 4,
    age_to: 19,
    places: 100,
    roll: 90,
    day_starts_s: null,
    day_ends_s: null,
    independent: false,
    ...given,
  };
}

/** A running contract. */
export function someContract(id: number, given: Partial<Contract> = {}): Contract {
  return {
    id,
    ref: `K-${id}`,
    route_ref: `R-${id}`,
    provider: 'Example Cars',
    vehicle_given: 'Taxi',
    vehicle_class: 'taxi',
    seats: 4,
    wheelchairs: 0,
    price_day_pence: 10_000,
    assistant: false,
    assistant_day_pence: 0,
    days_a_year: 190,
    starts_on: isoDate('2024-09-01'),
    ends_on: isoDate('2027-07-31'),
    school_urn: 1,
    school_given: '',
    arrives_s: null,
    departs_s: null,
    fuel_share_percent: null,
    last_indexed_on: null,
    previous_day_pence: null,
    confirmed: true,
    ...given,
  };
}

/** A stop of a planned route. */
export function someStop(client_id: number, given: Partial<PlannedStop> = {}): PlannedStop {
  return {
    client_id,
    place: 'home',
    mornings: 31,
    afternoons: 31,
    pick_up_s: 28_800,
    ride_s: 1200,
    limit_s: 2700,
    limit_kind: 'advisory',
    direct_s: 900,
    direct_m: 9000,
    drop_off_order: 1,
    drop_off_s: 56_400,
    home_ride_s: 1200,
    home_direct_s: 900,
    fixed: false,
    provisional: false,
    ...given,
  };
}

/** A planned route whose totals follow from its lines. */
export function someRoute(
  id: number,
  given: Partial<Omit<PlannedRoute, 'cost' | 'cost_day_pence' | 'cost_year_pence'>>,
  cost: readonly CostLine[],
): PlannedRoute {
  const cost_day_pence = cost.reduce((sum, line) => sum + line.pence, 0);
  const days_a_year = given.days_a_year ?? 190;
  return {
    id,
    ref: `R-${id}`,
    school_urn: 1,
    vehicle_class: 'taxi',
    seats: 4,
    wheelchairs: 0,
    assistant: false,
    contract_id: null,
    provider: '',
    confirmed: false,
    distance_m: 12_000,
    duration_s: 1500,
    home_m: 12_000,
    home_duration_s: 1500,
    arrive_s: 31_200,
    depart_s: 55_200,
    stops: [],
    ...given,
    days_a_year,
    cost,
    cost_day_pence,
    cost_year_pence: cost_day_pence * days_a_year,
  };
}

/** A line of cost. */
export function someLine(kind: CostLine['kind'], pence: number): CostLine {
  return { kind, label: kind, working: '', pence, estimated: kind !== 'contract' };
}

/** Facts around a plan and a register. */
export function someFacts(given: {
  readonly routes?: readonly PlannedRoute[];
  readonly clients?: readonly Client[];
  readonly schools?: readonly School[];
  readonly contracts?: readonly Contract[];
  readonly stops?: readonly ContractStop[];
  readonly unallocated?: Plan['unallocated'];
  readonly fuel?: CostFacts['fuel'];
  readonly wages?: CostFacts['wages'];
  readonly cpi?: CostFacts['cpi'];
  readonly settings?: CostFacts['settings'];
}): CostFacts {
  const districts: readonly District[] = [
    { code: 'E07000110', name: 'Maidstone', own: true, lat: 51.27, lon: 0.52, boundary: '' },
  ];
  return {
    on: ON,
    year: YEAR,
    last_year: LAST_YEAR,
    plan: {
      id: 7,
      made_on: ON,
      year: YEAR,
      seed: 1,
      status: 'draft',
      distance_basis: 'estimated',
      routes: given.routes ?? [],
      unallocated: given.unallocated ?? [],
      audit: { passed: true, checked_routes: 0, checked_clients: 0, violations: [] },
    },
    clients: new Map((given.clients ?? []).map((each) => [each.id, each])),
    schools: new Map((given.schools ?? []).map((each) => [each.urn, each])),
    districts: new Map(districts.map((each) => [each.code, each])),
    contracts: given.contracts ?? [],
    stops: given.stops ?? [],
    settings: given.settings ?? DEFAULT_SETTINGS,
    fuel: given.fuel ?? [],
    wages: given.wages ?? [],
    cpi: given.cpi ?? [],
  };
}

/** A county drawn from a seed: running contracts, joiners, leavers, released and unplaced clients, empty routes. */
export function randomFacts(seed: number, size: number): CostFacts {
  const random = seededRandom(seed);
  const schools = Array.from({ length: 6 }, (_, at) => randomSchool(random, at + 1));
  const clients = Array.from({ length: size * 4 }, (_, at) => randomClient(random, at + 1));
  const contracts = Array.from({ length: size }, (_, at) => randomContract(random, at + 1));
  const waiting = random.shuffle(clients.map((each) => each.id));
  const stops: ContractStop[] = [];
  const routes: PlannedRoute[] = [];
  const unallocated: { client_id: number; reason: 'no_vehicle'; detail: string }[] = [];
  for (const contract of contracts) {
    const carried = waiting.splice(0, random.below(4));
    const staying: number[] = [];
    carried.forEach((client_id, at) => {
      const left = random.chance(0.15);
      const released = !left && random.chance(0.1);
      stops.push(stopOf(contract.id, client_id, { at, left, released }));
      if (released && random.chance(0.5)) {
        unallocated.push({ client_id, reason: 'no_vehicle', detail: '' });
      } else if (released) waiting.push(client_id);
      else if (!left) staying.push(client_id);
    });
    if (random.chance(0.05)) continue;
    const added = waiting.splice(0, random.below(3));
    routes.push(continued(random, contract, [...staying, ...added], added.length));
  }
  for (let id = 1000; waiting.length > size; id++) {
    routes.push(randomRoute(random, id, waiting.splice(0, 1 + random.below(4))));
  }
  return someFacts({ routes, clients, schools, contracts, stops, unallocated });
}

function stopOf(
  contract_id: number,
  client_id: number,
  how: { readonly at: number; readonly left: boolean; readonly released: boolean },
): ContractStop {
  const left_on = how.left ? isoDate('2026-05-01') : null;
  const { released } = how;
  return { contract_id, client_id, stop_order: how.at + 1, pick_up_s: null, released, left_on };
}

function randomSchool(random: Random, urn: number): School {
  return someSchool(urn, {
    lat: 51 + random.next() * 0.4,
    lon: 0.2 + random.next(),
    needs: random.chance(0.2) ? [] : random.shuffle(NEEDS).slice(0, 3),
    places: random.chance(0.3) ? null : 100,
    roll: 80 + random.below(40),
  });
}

function randomClient(random: Random, id: number): Client {
  const known = random.chance(0.95);
  return someClient(id, {
    lat: known ? 51 + random.next() * 0.4 : null,
    lon: known ? 0.2 + random.next() : null,
    need: random.chance(0.1) ? null : random.pick(NEEDS),
    year_group: random.chance(0.1) ? null : random.below(15),
    date_of_birth: random.chance(0.2) ? null : isoDate(`${2006 + random.below(15)}-03-09`),
    district_code: random.pick(['', 'E07000110', 'E07000111']),
  });
}

function randomContract(random: Random, id: number): Contract {
  const price = 5000 + random.below(20_000);
  return someContract(id, {
    provider: random.pick(['Example Cars', 'Sample Minibuses', '']),
    vehicle_class: random.pick(['taxi', 'minibus', 'coach']),
    price_day_pence: price,
    assistant_day_pence: random.chance(0.4) ? 4500 : 0,
    days_a_year: random.pick([190, 188, 195]),
    school_urn: random.chance(0.05) ? null : 1 + random.below(6),
    fuel_share_percent: random.chance(0.5) ? 14 : null,
    last_indexed_on: random.chance(0.5) ? isoDate('2026-05-20') : null,
    previous_day_pence: random.chance(0.1) ? null : Math.round(price * (0.8 + random.next() * 0.4)),
  });
}

function continued(
  random: Random,
  contract: Contract,
  clients: readonly number[],
  added: number,
): PlannedRoute {
  const lines = [someLine('contract', contract.price_day_pence)];
  if (contract.assistant_day_pence > 0) {
    lines.push(someLine('contract_assistant', contract.assistant_day_pence));
  }
  if (added > 0) lines.push(someLine('variation', random.below(3000)));
  if (added > 0 && random.chance(0.3)) lines.push(someLine('assistant', 4500));
  const { school_urn, provider, vehicle_class, days_a_year } = contract;
  const given = { school_urn: school_urn ?? 1, provider, vehicle_class, days_a_year };
  const stops = clients.map((id) => someStop(id, { direct_m: random.next() * 40_000 }));
  return someRoute(contract.id, { ...given, contract_id: contract.id, stops }, lines);
}

function randomRoute(random: Random, id: number, clients: readonly number[]): PlannedRoute {
  const stops = clients.map((client) => someStop(client, { direct_m: random.next() * 40_000 }));
  const lines = [someLine('fixed', 7000), someLine('distance', random.below(4000))];
  return someRoute(id, { school_urn: 1 + random.below(6), stops }, lines);
}
