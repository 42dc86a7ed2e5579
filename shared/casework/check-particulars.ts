/** What is wrong with addresses, settings and care, and what the planner cannot use of them yet; each a sentence. */
import { WEEKDAYS, type IsoDate, type Weekday } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import type { Client } from '../model/client.ts';
import {
  DISCRETIONARY,
  type AddressGiven,
  type CareGiven,
  type ClientAddress,
  type Particulars,
  type PlacementGiven,
  type Span,
} from '../model/particulars.ts';
import { withinSentence } from '../model/words.ts';
import { ADDRESS_WORDS, PLACEMENT_WORDS, spanWords } from './particulars-words.ts';

const isOver = (span: Span, on: IsoDate): boolean => span.to_on !== null && span.to_on < on;

/** Whether two stretches of days have a day in common. */
export function spansMeet(a: Span, b: Span): boolean {
  return (b.to_on === null || a.from_on <= b.to_on) && (a.to_on === null || b.from_on <= a.to_on);
}

function spanProblems({ from_on, to_on }: Span): readonly string[] {
  return to_on !== null && to_on < from_on ? ['The last day lies before the first.'] : [];
}

/** The days on which two addresses are both to be used for the same leg. */
function sharedDays(a: AddressGiven, b: AddressGiven): readonly Weekday[] {
  if (a.rhythm !== 'daily' || b.rhythm !== 'daily' || !spansMeet(a, b)) return [];
  if (a.legs !== 'both' && b.legs !== 'both' && a.legs !== b.legs) return [];
  return WEEKDAYS.filter((day) => a.days.includes(day) && b.days.includes(day));
}

function overlapWords(a: AddressGiven, b: AddressGiven, days: readonly Weekday[]): string {
  return `${ADDRESS_WORDS[a.kind]} and ${withinSentence(ADDRESS_WORDS[b.kind])} both have ${days.join(', ')}.`;
}

/** Everything that keeps an address from being kept. An overlap is kept once the note says why. */
export function addressProblems(
  given: AddressGiven,
  others: readonly AddressGiven[],
): readonly string[] {
  const { kind, address, postcode, rhythm, days, power, budget, budget_note, note } = given;
  const problems = [...spanProblems(given)];
  if (kind !== 'home' && `${address}${postcode}`.trim() === '')
    problems.push('Give the address or its postcode.');
  if (kind === 'residential' && rhythm === 'daily')
    problems.push('A residential school has weekly or termly legs.');
  if (kind !== 'residential' && rhythm !== 'daily')
    problems.push('Only a residential school has weekly or termly legs.');
  if (rhythm === 'daily' && days.length === 0) problems.push('Choose the days.');
  if (DISCRETIONARY.includes(kind) && power === 's508B')
    problems.push(
      `${ADDRESS_WORDS[kind]} is carried at the council’s discretion (s508C), not under the duty.`,
    );
  if (budget === 'other_authority' && budget_note.trim() === '')
    problems.push('Say which authority pays.');
  for (const other of others) {
    const both = sharedDays(given, other);
    if (both.length > 0 && note.trim() === '')
      problems.push(`${overlapWords(given, other, both)} Say in the note why.`);
  }
  return problems;
}

/** Everything that keeps a setting from being kept. */
export function placementProblems(given: PlacementGiven): readonly string[] {
  return [
    ...spanProblems(given),
    ...(given.kind === 'eotas' && given.school_urn !== null
      ? ['EOTAS under section 61 is education without a school: name the provision instead.']
      : []),
    ...(given.school_urn === null && given.name.trim() === ''
      ? [given.kind === 'eotas' ? 'Name the provision.' : 'Name the school or provider.']
      : []),
  ];
}

/** Everything that keeps a record of care from being kept. */
export function careProblems(given: CareGiven): readonly string[] {
  return [
    ...spanProblems(given),
    ...(given.authority.trim() === '' ? ['Name the responsible authority.'] : []),
  ];
}

/**
 * The days of travel that no address has, by the client's days. Where no home is named with days of its own, the record's home has
 * all that is left, and nothing is uncovered.
 */
export function uncoveredDays(
  addresses: readonly AddressGiven[],
  days: readonly Weekday[],
  on: IsoDate,
): readonly Weekday[] {
  const now = addresses.filter((each) => !isOver(each, on));
  if (!now.some(({ kind }) => kind === 'home' || kind === 'residential')) return [];
  if (now.some(({ rhythm }) => rhythm !== 'daily')) return [];
  const wanted = days.length === 0 ? WEEKDAYS : days;
  return wanted.filter((day) =>
    (['morning', 'afternoon'] as const).some(
      (leg) =>
        !now.some((each) => each.days.includes(day) && (each.legs === 'both' || each.legs === leg)),
    ),
  );
}

type Facts = Pick<Client, 'days' | 'care_status' | 'school_urn' | 'second_days'>;

/** What does not fit together or is missing, each a sentence. */
export function particularsWarnings(
  particulars: Particulars,
  client: Facts,
  on: IsoDate,
): readonly string[] {
  const { addresses, placements, care } = particulars;
  const warnings: string[] = [];
  addresses.forEach((each, at) => {
    for (const other of addresses.slice(at + 1)) {
      const both = sharedDays(each, other);
      if (both.length > 0) warnings.push(overlapWords(each, other, both));
    }
  });
  const open = uncoveredDays(addresses, client.days, on);
  if (open.length > 0) warnings.push(`No address has ${open.join(', ')}.`);
  for (const each of addresses)
    if (each.kind !== 'home' && lacksPosition(each)) {
      warnings.push(
        `${ADDRESS_WORDS[each.kind]}: its position is not known, because its postcode could not be matched.`,
      );
    }
  for (const each of placements)
    if (each.to_on !== null && isOver(each, on))
      warnings.push(
        `${PLACEMENT_WORDS[each.kind]} ${each.name} ended on ${formatDate(each.to_on)}.`,
      );
  if (
    placements.some((each) => each.kind === 'eotas' && !isOver(each, on)) &&
    client.school_urn !== null
  )
    warnings.push('EOTAS is education without a school, and the record names a school.');
  const running = care.filter((each) => !isOver(each, on));
  if (running.length > 1) warnings.push('Two authorities are responsible at once.');
  if (care.length > 0 && running.length === 0)
    warnings.push('Care has ended by its dates; the record still holds it.');
  return warnings;
}

function lacksPosition({ lat }: ClientAddress): boolean {
  return lat === null;
}

/** How the planner takes the week, where it does otherwise than the record might be read. */
export function plannerSentences(
  { addresses, placements, moves }: Particulars,
  client: Facts,
  on: IsoDate,
): readonly string[] {
  const said: string[] = [];
  const boards = addresses.find((each) => each.kind === 'residential' && each.rhythm !== 'daily');
  for (const each of addresses) {
    if (isOver(each, on) || each.kind === 'home' || each === boards) continue;
    const what = ADDRESS_WORDS[each.kind];
    if (boards !== undefined || each.rhythm !== 'daily')
      said.push(
        `${what}: ${boards === undefined ? `${each.rhythm} legs are` : 'with a residential school this is'} arranged by hand.`,
      );
    else
      said.push(
        `${what}: planned as a stop of its own on ${each.days.join(', ')}${each.legs === 'both' ? '' : ` (${each.legs})`}, at a route’s spare seats or on a route of its own.`,
      );
  }
  if (boards !== undefined && !isOver(boards, on))
    said.push(
      `${ADDRESS_WORDS.residential}: planned to school on Monday morning and home on Friday afternoon${boards.rhythm === 'termly' ? '; at the ends of terms only, so agree the days by hand' : ''}.`,
    );
  if (addresses.length === 0 && client.second_days.length > 0)
    said.push(
      `The second address in the record is planned as a stop of its own on ${client.second_days.join(', ')}.`,
    );
  for (const each of placements) {
    if (isOver(each, on)) continue;
    const what = `${PLACEMENT_WORDS[each.kind]} ${each.name}, ${spanWords(each)}`;
    said.push(
      each.days.length === 0
        ? `${what}: without days the planner goes to the school in the record alone.`
        : each.kind === 'eotas' && each.school_urn === null
          ? `${what}: no journey to a school is planned on ${each.days.join(', ')}.`
          : `${what}: planned as a journey of its own on ${each.days.join(', ')}.`,
    );
  }
  for (const move of moves)
    if (!move.taken_in)
      said.push(
        `The move on ${formatDate(move.on)} lies after the first day planned for; the plan uses what is in the record until it is taken in.`,
      );
  return said;
}
