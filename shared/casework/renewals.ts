/** Children carried already: what each needs for the year planned. Each stands in one group. */
import { ageOn, isoDate, type AcademicYear } from '../calendar/dates.ts';
import { startYearOf } from '../calendar/years.ts';
import type { Client } from '../model/client.ts';
import type { School } from '../model/school.ts';
import { phaseOfYearGroup } from './phase.ts';

/** In the order in which they are looked for: the first that fits is a child's group. */
export const RENEWAL_GROUPS = [
  'applied',
  'leaver',
  'placement_ended',
  'phase_transfer',
  'address_changed',
  'renewal',
] as const;
export type RenewalGroup = (typeof RENEWAL_GROUPS)[number];

/** The oldest that education, health and care plans go to (Children and Families Act 2014 s46). */
const PLAN_UNTIL_AGE = 25;

/** A child on a running contract. */
export interface Carried {
  readonly client: Pick<Client, 'id' | 'date_of_birth' | 'year_group' | 'school_urn'>;
  readonly school: Pick<School, 'status' | 'age_to' | 'name'> | null;
  /** The school that the contract goes to; null where it is not among the schools. */
  readonly contract_urn: number | null;
  /** There is an application for the year planned. */
  readonly applied: boolean;
  /** The home was changed since the year before began. */
  readonly moved: boolean;
}

/** A child's group and why, a sentence. */
export interface RenewalNeed {
  readonly group: RenewalGroup;
  readonly why: string;
}

/** What a child who is carried needs for an academic year. */
export function renewalNeed(carried: Carried, year: AcademicYear): RenewalNeed {
  const { client, school, contract_urn } = carried;
  if (carried.applied)
    return { group: 'applied', why: 'An application for the year is there already.' };
  const age =
    client.date_of_birth === null
      ? null
      : ageOn(client.date_of_birth, isoDate(`${startYearOf(year)}-08-31`));
  if (age !== null && age >= PLAN_UNTIL_AGE)
    return { group: 'leaver', why: `Aged ${age} when the year begins: the plan has ended.` };
  if (client.school_urn === null || school === null)
    return { group: 'placement_ended', why: 'No school is known for the year.' };
  if (school.status === 'closed')
    return { group: 'placement_ended', why: `${school.name} is closed.` };
  if (contract_urn !== null && contract_urn !== client.school_urn)
    return {
      group: 'placement_ended',
      why: 'The school is another than the one the route goes to.',
    };
  const transfer = transferWhy(client.year_group, age, school);
  if (transfer !== null) return { group: 'phase_transfer', why: transfer };
  if (carried.moved)
    return { group: 'address_changed', why: 'The home was changed since last September.' };
  return { group: 'renewal', why: 'Same school, same home.' };
}

const PHASE_ENTRY = {
  early_years: '',
  primary: 'primary school',
  secondary: 'secondary school (year 7)',
  sixth_form: 'post-16 (year 12)',
  adult: 'adult learning',
} as const;

/**
 * A new phase needs a new application: from year 6 to 7, 11 to 12, the sixth form to adult, and where the school's last age is reached. A
 * pupil whose age on 31 August is the school's last age has left it (an age range of 4 to 11 ends with year 6).
 */
function transferWhy(
  year_group: number | null,
  age: number | null,
  school: Pick<School, 'age_to' | 'name'>,
): string | null {
  if (year_group !== null) {
    const [before, now] = [phaseOfYearGroup(year_group - 1), phaseOfYearGroup(year_group)];
    if (before !== now) return `Begins ${PHASE_ENTRY[now]}.`;
  }
  if (age !== null && school.age_to !== null && age >= school.age_to)
    return `Reaches the last age of ${school.name}, ${school.age_to}.`;
  return null;
}

/** The reference of a renewal: the year and the child's own, so that nothing is renewed twice. */
export function renewalRef(client_ref: string, year: AcademicYear): string {
  return `RN${String(startYearOf(year) % 100).padStart(2, '0')}-${client_ref}`;
}
