import { addDays, isoDate, WEEKDAYS } from '../calendar/dates.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { AddressGiven, CareGiven, ClientMove, PlacementGiven } from '../model/particulars.ts';
import type { School } from '../model/school.ts';
import { OWN_DAY } from './applications.ts';
import { isOnLand } from './coast.ts';
import { drawStreet, roundDegrees } from './homes.ts';

/** How many of each a county of the usual size has [A]. */
const COUNTS = {
  other_parent: 44,
  afternoon: 16,
  residential: 8,
  care: 64,
  dual: 22,
  eotas: 7,
  pru: 6,
  college: 9,
  named: 8,
  moves: 10,
} as const;

/** Where a term begins: what runs now began then, unless it is told. */
const TERM = isoDate('2026-09-01');
const LAST_TERM = isoDate('2026-04-13');

type Placed<T> = T & { readonly lat: number | null; readonly lon: number | null };
interface Of<T> {
  readonly client_id: number;
  readonly given: T;
}

/** More addresses, settings of education, care and moves of some of the children. */
export interface DemoParticulars {
  readonly addresses: readonly Of<Placed<AddressGiven>>[];
  readonly placements: readonly Of<PlacementGiven>[];
  readonly care: readonly Of<CareGiven>[];
  readonly moves: readonly Of<Omit<ClientMove, 'id' | 'looked_at'>>[];
}

/** Draws them from a stream of their own; which children have them is drawn too. */
export function demoParticulars(
  random: Random,
  county: { readonly clients: readonly Client[]; readonly schools: readonly School[] },
  scale: number,
): DemoParticulars {
  const some = (count: number, fits: (client: Client) => boolean): readonly Client[] =>
    random.shuffle(county.clients.filter(fits)).slice(0, Math.max(1, Math.round(count * scale)));
  const isPlaced = (client: Client): boolean => client.lat !== null && client.school_urn !== null;
  return {
    addresses: [
      ...some(COUNTS.other_parent, (c) => c.second_postcode !== '').flatMap((c) =>
        twoHomes(random, c),
      ),
      ...some(COUNTS.afternoon, isPlaced).map((c) => afternoon(random, c)),
      ...some(COUNTS.residential, (c) => isPlaced(c) && (c.year_group ?? 0) >= 7).map((c) =>
        residential(random, c),
      ),
    ],
    placements: placements(random, county.schools, some),
    care: some(COUNTS.care, (c) => c.care_status !== '').map((c) => care(random, c)),
    moves: some(COUNTS.moves, (c) => isPlaced(c) && c.home_address !== '').map((c) =>
      move(random, c),
    ),
  };
}

const ADDRESS: Omit<AddressGiven, 'kind'> = {
  address: '',
  postcode: '',
  days: [],
  legs: 'both',
  rhythm: 'daily',
  power: 's508B',
  budget: 'education',
  budget_note: '',
  from_on: TERM,
  to_on: null,
  protected: false,
  note: '',
};

/** A position some miles from the home, on land; none where the home has none. */
function near(random: Random, { lat, lon }: Client): { lat: number | null; lon: number | null } {
  const [north, east] = [random.normal() * 0.03, random.normal() * 0.045];
  if (lat === null || lon === null) return { lat: null, lon: null };
  const there = { lat: roundDegrees(lat + north), lon: roundDegrees(lon + east) };
  return isOnLand(there) ? there : { lat, lon };
}

function twoHomes(random: Random, client: Client): readonly Of<Placed<AddressGiven>>[] {
  const { second_address: address, second_postcode: postcode, second_days: days } = client;
  const place = near(random, client);
  const other = {
    client_id: client.id,
    given: {
      ...ADDRESS,
      ...place,
      kind: 'other_parent',
      address,
      postcode,
      days,
      protected: client.protected_address,
    } as const,
  };
  // Half of the families have said which days are at home, a few of those leave one out.
  const [said, leaves] = [random.chance(0.5), random.chance(0.12)];
  if (!said) return [other];
  const rest = WEEKDAYS.filter((day) => !days.includes(day)).slice(leaves ? 1 : 0);
  return [
    { client_id: client.id, given: { ...ADDRESS, kind: 'home', days: rest, lat: null, lon: null } },
    other,
  ];
}

function afternoon(random: Random, client: Client): Of<Placed<AddressGiven>> {
  const isBreak = random.chance(0.4);
  const days = [random.pick(WEEKDAYS)];
  return {
    client_id: client.id,
    given: {
      ...ADDRESS,
      ...near(random, client),
      kind: isBreak ? 'short_break' : 'childcare',
      address: `${drawStreet(random)}, ${isBreak ? 'short break house' : 'childminder'}`,
      days,
      legs: 'afternoon',
      power: 's508C',
      budget: isBreak ? 'social_care' : 'education',
      from_on: LAST_TERM,
    },
  };
}

function residential(random: Random, client: Client): Of<Placed<AddressGiven>> {
  const isTermly = random.chance(0.3);
  return {
    client_id: client.id,
    given: {
      ...ADDRESS,
      ...near(random, client),
      kind: 'residential',
      address: 'The school’s own house',
      rhythm: isTermly ? 'termly' : 'weekly',
      from_on: TERM,
    },
  };
}

function care(random: Random, client: Client): Of<CareGiven> {
  const authority = random.weighted([
    ['Kent (invented)', 7],
    ['Medway', 2],
    ['London Borough of Bexley', 1],
    ['London Borough of Greenwich', 1],
  ] as const);
  const from_on = addDays(OWN_DAY, -30 - random.below(1500));
  const ended = random.chance(0.05);
  return {
    client_id: client.id,
    given: {
      authority,
      recharge: authority !== 'Kent (invented)',
      from_on,
      to_on: ended ? addDays(OWN_DAY, -10) : null,
      note: '',
    },
  };
}

function placements(
  random: Random,
  schools: readonly School[],
  some: (count: number, fits: (client: Client) => boolean) => readonly Client[],
): readonly Of<PlacementGiven>[] {
  const mainstream = schools.filter(
    ({ type_group }) => type_group === 'primary' || type_group === 'secondary',
  );
  const colleges = schools.filter(({ type_group }) => type_group === 'fe_college');
  const at = (
    client: Client,
    given: Partial<PlacementGiven> & Pick<PlacementGiven, 'kind' | 'name'>,
  ): Of<PlacementGiven> => ({
    client_id: client.id,
    given: { school_urn: null, days: [], from_on: TERM, to_on: null, note: '', ...given },
  });
  const year = ({ year_group }: Client): number => year_group ?? -9;
  const isPrimary = (client: Client): boolean => year(client) >= 0 && year(client) <= 6;
  const dual = some(COUNTS.dual, isPrimary).map((client) => {
    const school = random.pick(mainstream);
    const days = random.chance(0.5) ? (['Thu', 'Fri'] as const) : (['Fri'] as const);
    return at(client, { kind: 'school', school_urn: school.urn, name: school.name, days });
  });
  const college = some(COUNTS.college, (client) => year(client) >= 12).flatMap((client) => {
    const school = colleges.length === 0 ? null : random.pick(colleges);
    return school === null || school.urn === client.school_urn
      ? []
      : [
          at(client, {
            kind: 'college',
            school_urn: school.urn,
            name: school.name,
            days: ['Thu', 'Fri'],
          }),
        ];
  });
  return [
    ...dual,
    ...college,
    ...some(COUNTS.eotas, (client) => client.school_urn === null).map((client) =>
      at(client, {
        kind: 'eotas',
        name: 'Tuition at home and a farm day (EHCP, section F)',
        days: ['Tue', 'Thu'],
      }),
    ),
    ...some(COUNTS.pru, (client) => year(client) >= 7 && year(client) <= 11).map((client) =>
      at(client, {
        kind: random.chance(0.5) ? 'pru' : 'section_19',
        name: 'Alternative provision, Unit 4',
        days: ['Mon', 'Tue'],
        from_on: LAST_TERM,
        to_on: random.chance(0.3) ? isoDate('2026-07-22') : null,
      }),
    ),
    ...some(COUNTS.named, (client) => year(client) >= 7).map((client) =>
      random.chance(0.5)
        ? at(client, {
            kind: 'independent',
            name: 'Invented independent school, Weald',
            days: ['Wed'],
          })
        : at(client, {
            kind: 'out_of_county',
            name: 'Invented special school, East Sussex',
            days: ['Wed'],
          }),
    ),
  ];
}

function move(random: Random, client: Client): DemoParticulars['moves'][number] {
  const before = `${drawStreet(random)}, ${random.pick(['Ashford', 'Deal', 'Faversham', 'Swanley'])}`;
  const on = addDays(OWN_DAY, -5 - random.below(60));
  return {
    client_id: client.id,
    given: {
      kind: 'address',
      on,
      signed_by: 'Carys Lloyd',
      note: 'By telephone.',
      before,
      after: [client.home_address, client.postcode].filter((part) => part !== '').join(', '),
      home_address: client.home_address,
      postcode: client.postcode,
      school_urn: null,
      taken_in: true,
    },
  };
}
