/** The invented county's register: a few routes near schools that somebody walked. */
import { addDays, isoDate, type IsoDate } from '../calendar/dates.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Random } from '../kernel/random.ts';
import type { Client } from '../model/client.ts';
import type { School } from '../model/school.ts';
import type { WalkingRouteGiven } from '../model/walking-route.ts';
import { OWN_DAY } from './applications.ts';
import { STREETS_NEAR } from './walked-words.ts';

/** How many routes the usual county has [A]. */
const ROUTES = 9;
/** A home within this of its school could walk, metres in a straight line. */
const NEAR_M = 3200;

/** One assessment as the register takes it. */
export interface DemoRoute {
  readonly given: WalkingRouteGiven;
  readonly on: IsoDate;
  readonly by: string;
  /** Place in the list of the assessment that it supersedes; null for none. */
  readonly supersedes: number | null;
}

const FINDINGS = [
  {
    safe: false,
    finding:
      'No footway for 420 m on a bend, verge not usable; drivers cannot see a child until 40 m.',
    traffic: '60 mph, 380 vehicles in the hour, heavy vehicles from the quarry',
    lighting: 'None beyond the last houses',
  },
  {
    safe: false,
    finding: 'The only crossing of the dual carriageway has no lights and no refuge.',
    traffic: '50 mph, 1,900 vehicles in the hour',
    lighting: 'Lit at the junction only',
  },
  {
    safe: true,
    finding: 'Continuous footway on one side, two crossings with lights, a patrol at the second.',
    traffic: '30 mph, 240 vehicles in the hour',
    lighting: 'Lit throughout',
  },
  {
    safe: false,
    finding:
      'The river path floods from November to March; twice impassable in the week of the walk.',
    traffic: 'None on the path; 40 mph on the bridge',
    lighting: 'None',
  },
  {
    safe: true,
    finding:
      'Footpath behind the church is made up and wide enough for two; step-off places on the lane.',
    traffic: '20 mph zone',
    lighting: 'Lit to the lane, 300 m without',
  },
] as const;

/** Draws the register round homes that lie near their school. */
export function walkedRoutes(
  random: Random,
  clients: readonly Client[],
  schools: ReadonlyMap<number, School>,
): readonly DemoRoute[] {
  const near = clients.filter((client) => isNear(client, schools));
  const chosen = random.shuffle([...near]).slice(0, Math.min(ROUTES, near.length));
  const routes = chosen.map((client, at) => routeOf(random, client, { schools, at }));
  const [first] = routes;
  if (first === undefined) return [];
  // The first was walked before and is walked again: the earlier one stays to be seen.
  const earlier = {
    ...first.given,
    assessed_on: isoDate('2023-02-14'),
    review_on: isoDate('2025-02-14'),
  };
  const before: DemoRoute = {
    ...first,
    given: { ...earlier, assessor: 'P. Lane, road safety' },
    on: isoDate('2023-02-20'),
  };
  return [before, { ...first, supersedes: 0 }, ...routes.slice(1)];
}

function isNear(client: Client, schools: ReadonlyMap<number, School>): boolean {
  const school = client.school_urn === null ? undefined : schools.get(client.school_urn);
  if (school === undefined || school.lat === null || school.lon === null) return false;
  if (client.lat === null || client.lon === null || client.protected_address) return false;
  if (client.year_group === null || client.year_group < 0 || client.year_group > 11) return false;
  const away = straightLineMetres(
    { lat: client.lat, lon: client.lon },
    { lat: school.lat, lon: school.lon },
  );
  return away < NEAR_M && away > 500;
}

function routeOf(
  random: Random,
  client: Client,
  { schools, at }: { readonly schools: ReadonlyMap<number, School>; readonly at: number },
): DemoRoute {
  const school = client.school_urn === null ? undefined : schools.get(client.school_urn);
  const found = FINDINGS[at % FINDINGS.length] ?? FINDINGS[0];
  // One is past its review, one falls due within 60 days, the others hold for two years.
  const assessed_on = at === 3 ? isoDate('2024-07-02') : at === 4 ? isoDate('2024-09-17') : addDays(isoDate('2025-10-06'), random.below(180)); // prettier-ignore
  const review_on = addDays(assessed_on, 730);
  const wayRound = !found.safe && random.chance(0.4);
  const street = random.pick(STREETS_NEAR);
  return {
    given: {
      name: `${street} to ${school?.name ?? 'school'}`,
      place:
        at % 2 === 0 && client.postcode !== ''
          ? { kind: 'postcode', postcode: client.postcode }
          : {
              kind: 'around',
              lat: Math.round((client.lat ?? 0) * 10_000) / 10_000,
              lon: Math.round((client.lon ?? 0) * 10_000) / 10_000,
              radius_m: 150 + 50 * random.below(8),
            },
      school_urn: school?.urn ?? 0,
      assessed_on,
      assessor: random.pick(['P. Lane, road safety', 'J. Weald, road safety']),
      times: random.pick([
        '08:05 to 08:45 and 15:10 to 15:50',
        '07:50 to 08:35',
        '08:10 to 08:50 and 15:20 to 16:00',
      ]),
      season: random.pick([
        'Winter term, dusk at 16:10',
        'Spring term',
        'Autumn term, sunrise 07:40',
      ]),
      lighting: found.lighting,
      traffic: found.traffic,
      safe: found.safe,
      finding: found.finding,
      way_round: wayRound ? 'By the level crossing and the high street' : '',
      safe_way_m: wayRound ? 3400 + 100 * random.below(30) : null,
      review_on,
    },
    on: earlierOf(addDays(assessed_on, 6), OWN_DAY),
    by: 'Helen Marsh',
    supersedes: null,
  };
}

function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
