import { addDays, isoDate } from '../calendar/dates.ts';
import { blockingQuestions } from '../casework/questions.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { Requested } from './applications.ts';
import type { DemoSchool } from './schools.ts';

/** What goes wrong in a real summer, as counts of 1,739 requests [A]. */
const COUNTS = {
  no_position: 16,
  no_school: 34,
  school_not_found: 9,
  outside: 5,
  wrong_phase: 4,
  wrong_birth: 4,
  blocking: 9,
  starts_later: 40,
  started_earlier: 6,
} as const;
type Flaw = keyof typeof COUNTS;

/** A summer of the usual size. */
const USUAL_REQUESTS = 1739;

const NOT_SCHOOLS = ['To be confirmed', 'TBC, panel 12 August', 'Awaiting placement'];
const MISNAMED = [
  'Oakfeild Sch (see email)',
  'The new special school, Swanley',
  'Tutor centre, Unit 4',
  'St Marys unit',
];
const OUTSIDE = [
  ['CR0 1CM', 51.372, -0.098, 'Croydon'],
  ['SS1 2VK', 51.538, 0.714, 'Southend-on-Sea'],
  ['BN2 3IO', 50.829, -0.125, 'Brighton'],
  ['EH6 5KC', 55.971, -3.172, 'Edinburgh'],
] as const;

/** Spoils some of the requests in the ways that files do; which ones is drawn from `random`. */
export function withFlaws(
  random: Random,
  requests: readonly Requested[],
  schools: readonly DemoSchool[],
): Requested[] {
  const scale = requests.length / USUAL_REQUESTS;
  const flaws = (Object.keys(COUNTS) as Flaw[]).flatMap((flaw) =>
    Array.from({ length: Math.round(COUNTS[flaw] * scale) }, () => flaw),
  );
  const open = random.shuffle(
    requests.flatMap(({ application }, at) =>
      application.status === 'refused' || application.status === 'withdrawn' ? [] : [at],
    ),
  );
  const out = [...requests];
  for (const [at, flaw] of flaws.entries()) {
    const target = open[at];
    const request = target === undefined ? undefined : out[target];
    if (target !== undefined && request !== undefined) {
      out[target] = SPOILERS[flaw](random, request, schools);
    }
  }
  return out;
}

type Spoiler = (random: Random, request: Requested, schools: readonly DemoSchool[]) => Requested;

const SPOILERS: Readonly<Record<Flaw, Spoiler>> = {
  no_position: (random, request) => changed(request, { ...NO_POSITION, ...noHome(random) }),
  no_school: (random, request) =>
    changed(request, { ...NO_SCHOOL, school_given: random.pick(NOT_SCHOOLS) }),
  school_not_found: (random, request) =>
    changed(request, { ...NO_SCHOOL, school_given: random.pick(MISNAMED) }),
  outside,
  wrong_phase: wrongPhase,
  wrong_birth: (_, request) => wrongBirth(request),
  blocking: (_, request) => blocking(request),
  starts_later: (random, request) =>
    changed(request, { transport_start_on: addDays(isoDate('2026-09-07'), 7 * random.below(6)) }),
  started_earlier: (_, request) => changed(request, { transport_start_on: isoDate('2026-09-01') }),
};

function changed(request: Requested, patch: Partial<Client>): Requested {
  return { ...request, client: { ...request.client, ...patch } };
}

const NO_SCHOOL = { school_urn: null, school_urn_given: '' } as const;
const NO_POSITION = {
  lat: null,
  lon: null,
  position_source: 'none',
  position_error_m: null,
  district_code: '',
} as const;

/** No fixed abode (ZZ99 3VZ, the NHS pseudo-postcode), or a form without a postcode. */
function noHome(random: Random): Pick<Client, 'home_address' | 'postcode'> {
  return random.chance(0.4)
    ? { home_address: 'No fixed abode', postcode: 'ZZ99 3VZ' }
    : { home_address: 'Temporary accommodation, address to follow', postcode: '' };
}

function outside(random: Random, request: Requested): Requested {
  const [postcode, lat, lon, town] = random.pick(OUTSIDE);
  const street = request.client.home_address.split(',')[0] ?? '';
  const home_address = `${street}, ${town}`;
  return changed(request, { postcode, lat, lon, home_address, district_code: '' });
}

function wrongPhase(random: Random, request: Requested, schools: readonly DemoSchool[]): Requested {
  const primary = random.pick(schools.filter(({ school }) => school.type_group === 'primary'));
  const { urn, name } = primary.school;
  return changed(request, {
    year_group: 7,
    date_of_birth: isoDate('2015-02-11'),
    school_urn: urn,
    school_given: name,
    school_urn_given: String(urn),
  });
}

function wrongBirth(request: Requested): Requested {
  return changed(request, { date_of_birth: isoDate('1998-05-17'), year_group: 7 });
}

/** Rescue medication and nobody to give it: a person must answer before the plan can be approved. */
function blocking(request: Requested): Requested {
  const { client, application } = changed(request, {
    rescue_medication: true,
    medical: 'Epilepsy, buccal midazolam',
    assistant: 'none',
    risk_assessment_on: isoDate('2026-06-15'),
  });
  return { client, application: { ...application, questions: blockingQuestions(client) } };
}
