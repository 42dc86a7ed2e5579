/** An application that an officer enters by hand: what it needs, and the reference it is given. */
import type { IsoDate } from '../calendar/dates.ts';
import { startYearOf } from '../calendar/years.ts';
import type { AcademicYear } from '../calendar/dates.ts';

/** Kinds of application, as the council words them. */
export const APPLICATION_TYPES = [
  'New EHCP',
  'Secondary transfer',
  'Renewal',
  'Post-16',
  'Change of address',
  'Change of school',
  'Re-application',
] as const;

/** A child who is not in the store yet: the least that is needed to find them again. */
export interface NewChild {
  readonly forename: string;
  readonly surname: string;
  readonly date_of_birth: IsoDate | null;
  readonly home_address: string;
  readonly postcode: string;
  readonly carer_name: string;
  readonly phone: string;
  readonly school_urn: number | null;
}

/** An application entered by hand, for a new child or one who is here. */
export interface NewApplication {
  readonly of: { readonly client_id: number } | { readonly child: NewChild };
  readonly type: string;
  readonly received_on: IsoDate;
  /** '' : one is made. */
  readonly ref: string;
}

/** Everything that keeps it from being entered, each a sentence. */
export function newApplicationProblems(
  given: NewApplication,
  facts: { readonly on: IsoDate; readonly isTaken: (ref: string) => boolean },
): readonly string[] {
  const { of, type, received_on, ref } = given;
  const problems: string[] = [];
  if (type.trim() === '') problems.push('Choose the kind of application.');
  if (received_on > facts.on) problems.push('The day it was received lies ahead.');
  if (ref.trim() !== '' && facts.isTaken(ref.trim()))
    problems.push(`The reference ${ref.trim()} is taken.`);
  if ('child' in of) {
    const { forename, surname, date_of_birth } = of.child;
    if (`${forename}${surname}`.trim() === '') problems.push('Give the child’s name.');
    if (date_of_birth !== null && date_of_birth > facts.on)
      problems.push('The date of birth lies ahead.');
  }
  return problems;
}

/** Letters of an officer's name for a reference, `RO` for R. Officer; `XX` where it has none of the Latin alphabet. */
function initials(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const letters = [...plain.matchAll(/(?:^|[\s.'-])([A-Za-z])/g)].map(([, letter = '']) => letter);
  const two = letters.join('').toUpperCase().slice(0, 2);
  return two === '' ? 'XX' : two;
}

/**
 * A reference that nobody has: `H26-RO-001`, H for entered by hand, the year planned, whose hand, and a running number. The letters keep
 * two officers' laptops from making the same one.
 */
export function makeReference(
  officer: string,
  year: AcademicYear,
  isTaken: (ref: string) => boolean,
): string {
  const stem = `H${String(startYearOf(year) % 100).padStart(2, '0')}-${initials(officer)}-`;
  for (let number = 1; ; number++) {
    const ref = `${stem}${String(number).padStart(3, '0')}`;
    if (!isTaken(ref)) return ref;
  }
}
