/** A new provision as it was typed or kept: everything wrong with it at once. */
import { parseIsoDate } from '../../calendar/dates.ts';
import { NEEDS, PHASES } from '../../model/client.ts';
import { PROVISION_RULES, type NewProvision } from '../../model/placement.ts';
import type { School } from '../../model/school.ts';

/** The number that a provision has among the schools while it is tried: the Department for Education gives none below 100000. */
export const NEW_PROVISION_URN = -1;

/** The most places that one provision may be tried with. */
export const MOST_PLACES = 1000;

/** Every problem as a sentence; the provision where there is none. */
export function readProvision(value: unknown): {
  readonly provision: NewProvision | null;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const of = new Map<string, unknown>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  );
  const whole = (key: string, label: string, [least, most]: readonly [number, number]): number => {
    const given = of.get(key);
    if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most)
      return given;
    problems.push(`${label}: give a whole number from ${least} to ${most}.`);
    return least;
  };
  const degrees = (key: string, [least, most]: readonly [number, number]): number => {
    const given = of.get(key);
    if (typeof given === 'number' && given >= least && given <= most) return given;
    return Number.NaN;
  };
  const list = <T extends string>(key: string, known: readonly T[]): readonly T[] => {
    const given = of.get(key);
    const all: readonly unknown[] = Array.isArray(given) ? given : [];
    return known.filter((each) => all.includes(each));
  };
  const text = of.get('name');
  const name = typeof text === 'string' ? text.trim() : '';
  if (name === '' || name.length > 80)
    problems.push('Name: give the provision a name of at most 80 letters.');
  // A box about England, so that a slip of the pen is no place in the sea off Africa.
  const [lat, lon] = [degrees('lat', [49, 61]), degrees('lon', [-9, 3])];
  if (Number.isNaN(lat) || Number.isNaN(lon))
    problems.push(
      'Place: choose a point on the map, or give latitude (49 to 61) and longitude (-9 to 3).',
    );
  const needs = list('needs', NEEDS);
  if (needs.length === 0) problems.push('Needs: choose at least one that it is designated for.');
  const phases = list('phases', PHASES);
  const age_from = whole('age_from', 'Youngest age', [2, 25]);
  const age_to = whole('age_to', 'Oldest age', [2, 25]);
  if (problems.length === 0 && age_from > age_to)
    problems.push('Ages: the youngest is older than the oldest.');
  const places = whole('places', 'Places', [0, MOST_PLACES]);
  const given = of.get('opens_on');
  const opens_on = typeof given === 'string' ? parseIsoDate(given) : null;
  if (opens_on === null) problems.push('Opening date: give a day, such as 2027-09-01.');
  const rule = PROVISION_RULES.find((each) => each === of.get('rule'));
  if (rule === undefined) problems.push('Rule: places go by distance or by saving.');
  if (problems.length > 0 || opens_on === null || rule === undefined)
    return { provision: null, problems };
  return {
    provision: { name, lat, lon, needs, phases, age_from, age_to, places, opens_on, rule },
    problems: [],
  };
}

/** The provision as the school that it would be. */
export function schoolOfProvision(provision: NewProvision): School {
  const { name, lat, lon, needs, age_from, age_to, places } = provision;
  return {
    urn: NEW_PROVISION_URN,
    name,
    town: '',
    postcode: '',
    lat,
    lon,
    district_code: '',
    type_group: 'special_state',
    status: 'open',
    needs,
    designation: '',
    age_from,
    age_to,
    places,
    roll: 0,
    day_starts_s: null,
    day_ends_s: null,
    independent: false,
  };
}
