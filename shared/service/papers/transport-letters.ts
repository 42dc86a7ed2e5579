/** Which letter about its child's transport a family is due: that it is arranged, that it changes, or that it is not arranged yet. */
import { addDays, type IsoDate } from '../../calendar/dates.ts';
import type { CalledFor } from '../../casework/letters/due-letters.ts';
import type { LetterFacts } from '../../casework/letters/fill-letter.ts';
import { formatDate } from '../../format/date.ts';
import {
  TOLD_FIELDS,
  type ToldField,
  type TransportLetterKind,
  type TransportTold,
} from '../../model/letter.ts';
import type { DetailsLacking, LackCode, TransportDetails } from '../transport-details.ts';

/** What a family was last told and was not taken back. */
export interface LastTold {
  readonly id: number;
  readonly kind: TransportLetterKind;
  readonly told: TransportTold;
}

/** One child who is to be carried. */
export interface TransportCase {
  readonly details: TransportDetails | DetailsLacking;
  readonly last: LastTold | null;
  readonly first_day: IsoDate | null;
  /** Transport was awarded: before that nothing is being arranged. */
  readonly awarded: boolean;
}

/** What a letter that tells of nothing yet keeps. */
export const NOTHING_TOLD = Object.fromEntries(
  Object.keys(TOLD_FIELDS).map((key) => [key, '']),
) as Readonly<Record<ToldField, string>>;

const FIELDS = Object.keys(TOLD_FIELDS) as readonly ToldField[];

/** The letter that is due, if any. Each follows the one before it by number, so that none is written twice. */
export function transportLetter(
  { details, last, first_day, awarded }: TransportCase,
  { on, arranging_days }: { readonly on: IsoDate; readonly arranging_days: number },
): CalledFor | null {
  const about = last === null ? 'first' : `after letter ${last.id}`;
  const same = { about, since: null, appeal: null };
  const saysArranged = last !== null && last.kind !== 'transport_arranging';
  if ('told' in details) {
    if (!saysArranged)
      return { ...same, kind: 'transport_details', why: 'A confirmed contract carries the child on their first day.' }; // prettier-ignore
    const changed = FIELDS.filter((key) => last.told[key] !== details.told[key]);
    if (changed.length === 0) return null;
    const words = changed.map((key) => TOLD_FIELDS[key].toLowerCase()).join(', ');
    return { ...same, kind: 'transport_changes', why: `What the family was told is no longer so: ${words}.` }; // prettier-ignore
  }
  const isArranging = details.codes.some((code) => REASONS[code] !== undefined);
  if (!isArranging || !awarded) return null;
  if (saysArranged)
    return { ...same, kind: 'transport_arranging', why: 'The family was told of transport that is not confirmed any more.' }; // prettier-ignore
  if (last !== null || first_day === null || addDays(first_day, -arranging_days) > on) return null;
  const why = `The first day is ${formatDate(first_day)}, and no confirmed contract carries the child.`;
  return { ...same, kind: 'transport_arranging', since: null, why };
}

/** Why transport is not arranged, as a family is told: what is so, not whose fault it is. Others are the office's to mend first. */
const REASONS: Readonly<Partial<Record<LackCode, string>>> = {
  no_route: 'we have not yet found a place in a vehicle that suits what your child needs.',
  not_let: 'we have planned a route, and have not yet found a company to run it.',
  not_confirmed: 'a company is to run the route, and has not yet confirmed that it will.',
  not_this_child: 'the company that runs the route has not yet confirmed that it can carry your child.',
}; // prettier-ignore

/** The facts of a letter about transport; '' for what it does not tell. */
export function transportFacts({
  details,
  last,
  first_day,
}: Omit<TransportCase, 'awarded'>): Partial<LetterFacts> {
  const day = first_day === null ? '' : formatDate(first_day);
  if (!('told' in details)) {
    const [code] = details.codes.filter((each) => REASONS[each] !== undefined);
    return { first_day: day, transport_why: code === undefined ? '' : (REASONS[code] ?? '') };
  }
  const { told } = details;
  return {
    first_day: told.first_day,
    travel_days: told.days,
    provider: told.provider,
    vehicle: told.vehicle,
    driver: told.driver,
    assistant: assistantWords(told.assistant),
    route: told.route,
    pick_up: told.pick_up,
    pick_up_place: told.pick_up_place,
    arrive: told.arrive,
    depart: told.depart,
    home_time: told.home,
    transport_terms: termsOf(told),
    transport_changed: last === null ? '' : changedOf(last.told, told),
  };
}

function termsOf(told: TransportTold): string {
  const lines: readonly (readonly [string, string])[] = [
    ['First day', told.first_day],
    ['Days', told.days],
    ['Who collects', [told.provider, told.vehicle].filter((each) => each !== '').join(', ')],
    ['Driver', told.driver],
    ['Passenger assistant', assistantWords(told.assistant)],
    ['Route', told.route],
    ['Pick-up', `${told.pick_up}, ${told.pick_up_place}`],
    ['At school', told.arrive],
    ['Leaves school', told.depart],
    ['Back home', told.home],
    ['On other days', told.other_days],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `- ${label}: ${value}`)
    .join('\n');
}

function changedOf(before: TransportTold, now: TransportTold): string {
  const said = (key: ToldField, value: string): string =>
    value === '' ? 'not said' : key === 'assistant' ? assistantWords(value) : value;
  return FIELDS.filter((key) => before[key] !== now[key])
    .map(
      (key) => `- ${TOLD_FIELDS[key]}: ${said(key, now[key])} (before: ${said(key, before[key])})`,
    ) // prettier-ignore
    .join('\n');
}

function assistantWords(value: string): string {
  return value === 'no' ? 'none on this route' : value === 'yes' ? 'yes, one travels along' : value;
}
