/** Facts that contradict each other, and ages that turn on the deciding day: each a sentence, so that an officer looks again. */
import { addDays, ageOn } from '../calendar/dates.ts';
import { academicYearOf, firstDateOf, yearGroupByAge } from '../calendar/years.ts';
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/distance.ts';
import { birthday, compulsoryFrom, compulsoryUntil } from './ages.ts';
import type { Standing } from './case-facts.ts';

/** The oldest age at which a young person may have an EHCP (Children and Families Act 2014 s46). */
const OLDEST = 25;

/** Every contradiction seen in one case. Nothing is changed by it, and no rule answers otherwise. */
export function contradictions(standing: Standing): readonly string[] {
  return [
    ...ofBirth(standing),
    ...ofPlacement(standing),
    ...ofMeasure(standing),
    ...ofHome(standing),
  ];
}

/** Year groups follow age on 31 August (Education Act 1996 s8 and s580; School Admissions Code 2021, 2.17: out of year by decision). */
function ofBirth({ facts, on, thresholds }: Standing): readonly string[] {
  const { date_of_birth: born, year_group } = facts.client;
  if (born === null) return [];
  const said = formatDate(born);
  if (born > on) return [`The date of birth, ${said}, lies after the deciding day.`];
  const age = ageOn(born, on);
  const notes: string[] = [];
  if (age > OLDEST) notes.push(`By the date of birth, ${said}, the age is ${age}: over ${OLDEST}.`);
  const byAge = yearGroupByAge(born, facts.year);
  if (year_group !== null && age <= OLDEST) {
    const apart = Math.abs(byAge - year_group);
    if (apart === 1 && year_group >= 0)
      notes.push(
        `By age the child is in ${yearName(byAge)} and is recorded in ${yearName(year_group)}: taught out of year, or one of the two is wrong.`,
      );
    else if (apart > 1)
      notes.push(
        `The date of birth, ${said}, cannot be in ${yearName(year_group)}: by age it is ${yearName(byAge)}.`,
      );
  }
  if (born.slice(5) === '02-29')
    notes.push(
      'Born on 29 February: in a year without one the birthday is taken as 1 March (Family Law Reform Act 1969 s9; the Act does not name the day).',
    );
  const { policy_from_age, walk_age, extended_older_age, sixth_form_until_age } = thresholds;
  for (const turn of new Set([policy_from_age, walk_age, extended_older_age, sixth_form_until_age]))
    if (birthday(born, turn) === on)
      notes.push(`Turns ${turn} on the deciding day: the rules of that age hold from today.`);
  if (compulsoryFrom(born, thresholds) === on)
    notes.push('The deciding day is the prescribed day: compulsory school age begins today.');
  if (compulsoryUntil(born, thresholds) === on)
    notes.push('The deciding day is the last day of compulsory school age.');
  if (addDays(birthday(born, walk_age), -1) === on)
    notes.push(`Still ${walk_age - 1} on the deciding day and ${walk_age} on the next.`);
  return notes;
}

function yearName(year: number): string {
  if (year < 0) return 'nursery';
  return year === 0 ? 'reception' : `year ${year}`;
}

/** A school that the child cannot be at any more: section I has moved on, or its ages have. */
function ofPlacement({ facts, school, section, schools, on }: Standing): readonly string[] {
  const { client } = facts;
  const notes: string[] = [];
  const { version, reading } = section;
  if (version !== null && reading === 'other_school') {
    const names = version.urns.map((urn) => schools.get(urn)?.name ?? `URN ${urn}`).join(', ');
    const since = version.plan_on === null ? '' : ` since ${formatDate(version.plan_on)}`;
    const at = school?.name ?? client.school_given;
    notes.push(
      `Section I names ${names}${since}, and the record ${at === '' ? 'has no school' : `still has ${at}`}: that placement may have ended.`,
    );
  }
  if (school === null || client.date_of_birth === null) return notes;
  const age = ageOn(client.date_of_birth, firstDateOf(academicYearOf(facts.starts_on > on ? facts.starts_on : on))); // prettier-ignore
  const { age_from, age_to } = school;
  if (age_to !== null && age > age_to)
    notes.push(
      `${school.name} takes children up to ${age_to}, and this one is ${age} as the school year begins: the placement may have ended.`,
    );
  if (age_from !== null && age < age_from - 1)
    notes.push(
      `${school.name} takes children from ${age_from}, and this one is ${age} as the school year begins.`,
    );
  return notes;
}

/** No way is shorter than the straight line, and no school named later than the answer about it. */
function ofMeasure({ facts, line }: Standing): readonly string[] {
  if (line === null) return [];
  const { measured, road } = facts.evidence;
  return [measured, road].flatMap((way) =>
    way !== null && way.distance_m + way.error_m < line.distance_m - line.error_m
      ? [
          `The way measured on ${formatDate(way.on)}, ${formatMiles(way.distance_m)}, is shorter than the straight line of ${formatMiles(line.distance_m)}: it was measured from another home or to another school.`,
        ]
      : [],
  );
}

/** A home in another county that an officer took into use, so that the power answers as if it were ours. */
function ofHome({ facts: { client, application }, thresholds }: Standing): readonly string[] {
  const { own_districts } = thresholds;
  const isElsewhere =
    client.district_code !== '' &&
    own_districts.length > 0 &&
    !own_districts.includes(client.district_code);
  return isElsewhere && application.held_accepted !== '' && application.held_reason === ''
    ? [
        `The home lies in another county’s district; an officer took the application into use (${application.held_accepted})`,
      ]
    : [];
}
