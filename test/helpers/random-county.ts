/** Small counties with running contracts and requests, every flaw among them, drawn from a seed. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import {
  APPLICATION_STATUSES,
  ASSISTANTS,
  MOBILITIES,
  type Application,
  type Client,
} from '../../shared/model/client.ts';
import type { Contract, ContractStop } from '../../shared/model/contract.ts';
import { ON, someClient, someContract, someSchool, YEAR } from './cost-facts.ts';

/** An application that is decided and whose form is in, unless given otherwise. */
export function someApplication(client_id: number, given: Partial<Application> = {}): Application {
  return {
    ref: `A-${client_id}`,
    client_id,
    type: 'New EHCP',
    received_on: isoDate('2026-05-01'),
    status: 'awarded',
    tif_received_on: isoDate('2026-06-01'),
    tif_claimed_complete: true,
    reminder_1_on: null,
    reminder_2_on: null,
    reminder_3_on: null,
    held_reason: '',
    held_accepted: '',
    questions: [],
    assigned_to: '',
    assigned_on: null,
    decided_on: null,
    ...given,
  };
}

/** A county of `clients` children at up to three schools. */
export function randomCounty(seed: number, clients: number): AuditFacts {
  const random = seededRandom(seed);
  const schools = [
    someSchool(1, { name: 'Meadowfield School' }),
    someSchool(2, { name: 'The Harbour School', lat: 51.36, lon: 0.8, day_starts_s: 32_400 }),
    someSchool(3, { name: 'Nowhere School', lat: null, lon: null }),
  ];
  const all = new Map<number, Client>();
  const applications = new Map<number, Application>();
  for (let id = 1; id <= clients; id++) {
    all.set(id, randomClient(id, clients, random));
    if (random.chance(0.75)) applications.set(id, randomApplication(id, random));
  }
  const { contracts, stops } = randomContracts(all, random);
  return {
    on: ON,
    year: YEAR,
    settings: DEFAULT_SETTINGS,
    clients: all,
    applications,
    schools: new Map(schools.map((each) => [each.urn, each])),
    contracts,
    stops,
    firstDay: () => isoDate('2026-09-03'),
  };
}

function randomClient(id: number, clients: number, random: Random): Client {
  const isKnown = random.chance(0.95);
  const other = 1 + random.below(clients);
  return someClient(id, {
    lat: isKnown ? 51.1 + random.next() * 0.4 : null,
    lon: isKnown ? 0.2 + random.next() * 0.9 : null,
    position_source: isKnown ? 'postcode' : 'none',
    school_urn: random.weighted([
      [1, 6],
      [2, 3],
      [3, 0.4],
      [null, 0.3],
    ]),
    year_group: random.chance(0.8) ? random.below(14) : null,
    date_of_birth: random.chance(0.5) ? isoDate('2014-03-09') : null,
    mobility: random.chance(0.9) ? random.pick(MOBILITIES) : null,
    assistant: random.chance(0.9) ? random.pick(ASSISTANTS) : null,
    rescue_medication: random.chance(0.1),
    sole_occupancy: random.chance(0.1),
    sole_until: random.chance(0.5) ? isoDate('2026-07-31') : null,
    not_with: random.chance(0.15) && other !== id ? [`C-${other}`] : [],
    clinical_limit_s: random.chance(0.1) ? 600 + random.below(3600) : null,
    transport_start_on: random.chance(0.1) ? isoDate('2026-10-05') : null,
  });
}

function randomApplication(id: number, random: Random): Application {
  return someApplication(id, {
    status: random.pick(APPLICATION_STATUSES),
    tif_received_on: random.chance(0.7) ? isoDate('2026-06-01') : null,
    held_reason: random.chance(0.05) ? 'The phase does not fit the school.' : '',
  });
}

/** Running contracts that break no rule themselves: room for all, alone where alone, no clinical limits. */
function randomContracts(
  clients: Map<number, Client>,
  random: Random,
): { readonly contracts: readonly Contract[]; readonly stops: readonly ContractStop[] } {
  const contracts: Contract[] = [];
  const stops: ContractStop[] = [];
  const free = [...clients.values()].filter((each) => each.school_urn === 1 || random.chance(0.2));
  while (free.length > 0 && random.chance(0.85)) {
    const first = free.pop();
    if (first === undefined) break;
    const aboard = [first];
    while (!first.sole_occupancy && random.chance(0.7)) {
      const next = free.at(-1);
      if (next === undefined || next.sole_occupancy || next.school_urn !== first.school_urn) break;
      if (
        aboard.some((each) => next.not_with.includes(each.ref) || each.not_with.includes(next.ref))
      )
        break;
      aboard.push(next);
      free.pop();
    }
    const id = contracts.length + 1;
    for (const each of aboard) clients.set(each.id, { ...each, clinical_limit_s: null });
    contracts.push(
      someContract(id, {
        seats: 2 * aboard.length + 1 + random.below(4),
        wheelchairs: aboard.length,
        school_urn: random.chance(0.9) ? first.school_urn : null,
        vehicle_class: random.pick(['taxi', 'minibus', 'horse']),
        assistant: random.chance(0.5),
        assistant_day_pence: random.below(5000),
        price_day_pence: 5000 + random.below(20_000),
        confirmed: random.chance(0.7),
        ends_on: isoDate(random.pick(['2026-07-31', '2027-07-31'])),
        arrives_s: random.chance(0.5) ? 31_200 : null,
      }),
    );
    aboard.forEach((each, at) =>
      stops.push({
        contract_id: id,
        client_id: each.id,
        stop_order: at + 1,
        pick_up_s: null,
        released: random.chance(0.1),
        left_on: random.chance(0.1) ? isoDate('2026-07-01') : null,
      }),
    );
  }
  return { contracts, stops };
}
