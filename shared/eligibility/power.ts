/** First the power: under which section of the Education Act 1996 a decision is made. */
import type { IsoDate } from '../calendar/dates.ts';
import { startYearOf } from '../calendar/years.ts';
import { formatDate } from '../format/date.ts';
import { ageOf, compulsoryFrom, compulsoryUntil, leavingDay } from './ages.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Thresholds } from './thresholds.ts';

export type PowerName = 's508B' | 's508C' | 's509AA' | 's508F' | 'not_ours' | 'cannot_tell';

/** The power with its reason. */
export interface Power {
  readonly name: PowerName;
  readonly reason: string;
  readonly citation: string;
  readonly missing: readonly string[];
}

const CITATIONS: Readonly<Record<PowerName, string>> = {
  s508B: 'Education Act 1996 s508B and s8 (compulsory school age)',
  s508C: 'Education Act 1996 s508C (discretion, the council’s own policy)',
  s509AA: 'Education Act 1996 s509AA and s509AC (sixth-form age)',
  s508F: 'Education Act 1996 s508F (adults; free if arranged)',
  not_ours: 'Education Act 1996 s508B(1): children in the authority’s area',
  cannot_tell: 'Education Act 1996 s8, s508B to s509AC',
};

const LOOKED_AFTER = /looked|\blac\b|foster|care order|s\s?20\b|s\s?31\b/i;

/** Decides the power on a day. */
export function decidePower(facts: CaseFacts, thresholds: Thresholds, on: IsoDate): Power {
  const residence = elsewhere(facts, thresholds);
  if (residence !== null) return residence;
  const { date_of_birth: born, year_group } = facts.client;
  if (born !== null) return byBirth(facts, born, thresholds, on);
  return byYearGroup(year_group, startYearOf(facts.year), thresholds, on);
}

function power(name: PowerName, reason: string, missing: readonly string[] = []): Power {
  return { name, reason, citation: CITATIONS[name], missing };
}

/** A home in another county's district, unless an officer looked at that and took the application into use. */
function elsewhere({ client, application }: CaseFacts, thresholds: Thresholds): Power | null {
  if (application.status === 'not_ours')
    return power('not_ours', 'The application was decided as another authority’s.');
  const { own_districts } = thresholds;
  const district = client.district_code;
  if (district === '' || own_districts.length === 0 || own_districts.includes(district))
    return null;
  if (application.held_accepted !== '' && application.held_reason === '') return null;
  const ask = 'Where the child is ordinarily resident, and since when.';
  if (LOOKED_AFTER.test(client.care_status))
    return power('cannot_tell', 'The home lies in another county and the child is looked after.', [
      'Which authority is responsible for the child.',
    ]);
  return power('not_ours', 'The home lies in another county’s district.', [ask]);
}

function byBirth(facts: CaseFacts, born: IsoDate, thresholds: Thresholds, on: IsoDate): Power {
  const from = compulsoryFrom(born, thresholds);
  const until = compulsoryUntil(born, thresholds);
  if (on < from) {
    const age = ageOf(born, on) ?? 0;
    const policy =
      age >= thresholds.policy_from_age
        ? `the council's policy carries children from ${thresholds.policy_from_age}`
        : `the council's policy begins at ${thresholds.policy_from_age}`;
    return power('s508C', `Compulsory school age begins on ${formatDate(from)}; ${policy}.`);
  }
  if (on <= until)
    return power(
      's508B',
      `Of compulsory school age from ${formatDate(from)} to ${formatDate(until)}.`,
    );
  const age = ageOf(born, on) ?? 0;
  const limit = thresholds.sixth_form_until_age;
  if (age < limit)
    return power(
      's509AA',
      `Over compulsory school age since ${formatDate(until)} and under ${limit}.`,
    );
  return byCourse(facts.evidence.course_began_on, born, limit);
}

function byCourse(began: IsoDate | null, born: IsoDate, limit: number): Power {
  if (began === null)
    return power(
      'cannot_tell',
      `Aged ${limit} or over: a course begun before then is sixth-form age, a later one adult.`,
      ['The day the course began.'],
    );
  return (ageOf(born, began) ?? 0) < limit
    ? power(
        's509AA',
        `Aged ${limit} or over on a course begun on ${formatDate(began)}, before that age.`,
      )
    : power('s508F', `An adult on a course begun on ${formatDate(began)}, at ${limit} or over.`);
}

/** Without a date of birth the year group tells, save at the edges. `start` is the calendar year in which the year planned begins. */
function byYearGroup(
  year: number | null,
  start: number,
  thresholds: Thresholds,
  on: IsoDate,
): Power {
  const ask = ['The date of birth.'];
  if (year === null || year === 0 || year >= 14)
    return power('cannot_tell', 'Without a date of birth the power cannot be told.', ask);
  if (year < 0) return power('s508C', 'In nursery, below compulsory school age.', ask);
  return on > leavingDay(start + 12 - year, thresholds)
    ? power('s509AA', 'Past the leaving day of year 11, by year group.', ask)
    : power('s508B', 'Of compulsory school age by year group.', ask);
}
