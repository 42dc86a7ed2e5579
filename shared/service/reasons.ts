/** Why a child has no transport on a day, each with its words, in the order in which they are told: the first is what to mend first. */
import type { IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';

export const NOT_YET = [
  'no_route',
  'part_missing',
  'drafted',
  'out_to_tender',
  'bids_in',
  'awarded',
  'handed_back',
  'ended',
  'starts_later',
  'child_not_confirmed',
  'days_not_confirmed',
  'no_holder',
  'no_cover',
  'out_of_date',
  'left',
  'too_heavy',
  'no_wheelchair_space',
  'no_room',
  'no_assistant',
  'notice_open',
] as const;
export type NotYet = (typeof NOT_YET)[number];

/** Reasons as they are called in lists and facets. */
export const NOT_YET_WORDS: Readonly<Record<NotYet, string>> = {
  no_route: 'No route',
  part_missing: 'A day or a way without a route',
  drafted: 'Route drafted, not put out',
  out_to_tender: 'Out to tender',
  bids_in: 'Bids in, not awarded',
  awarded: 'Awarded, not confirmed',
  handed_back: 'Contract handed back',
  ended: 'Contract ends before the day',
  starts_later: 'Contract starts after the day',
  child_not_confirmed: 'Provider has not confirmed this child',
  days_not_confirmed: 'Provider has not confirmed all days',
  no_holder: 'No holder of a competence',
  no_cover: 'No cover for a competence',
  out_of_date: 'Something assigned is out of date',
  left: 'Somebody assigned has left',
  too_heavy: 'Too heavy for lift or tie-downs',
  no_wheelchair_space: 'No wheelchair space on the contract',
  no_room: 'Vehicle too small',
  no_assistant: 'No passenger assistant on the contract',
  notice_open: 'A change notice is open',
};

/** What would mend it, as a sentence. */
export const MENDED_BY: Readonly<Record<NotYet, string>> = {
  no_route: 'Find a place on the case, or plan again.',
  part_missing: 'Find a place for the days and ways that are missing.',
  drafted: 'Put the route out to tender, or award it directly with a reason.',
  out_to_tender: 'Wait for the closing time, then take in the bids.',
  bids_in: 'Evaluate the bids and award.',
  awarded: 'Ask the provider to confirm, then record it.',
  handed_back: 'Plan the child anew and let the route.',
  ended: 'Let the route anew, or extend the contract.',
  starts_later: 'Ask for an earlier start, or carry the child otherwise until then.',
  child_not_confirmed: 'Ask the provider about this child, then confirm again.',
  days_not_confirmed: 'Ask the provider about these days, then confirm again.',
  no_holder: 'Assign a driver or assistant who holds it.',
  no_cover: 'Assign a cover who holds it.',
  out_of_date: 'Take in the new paper, or assign another.',
  left: 'Assign another.',
  too_heavy: 'Assign a vehicle that bears the weight.',
  no_wheelchair_space: 'Move the child, or agree another vehicle.',
  no_room: 'Assign a larger vehicle.',
  no_assistant: 'Agree a passenger assistant with the provider.',
  notice_open: 'Tell whoever is still to be told, or override with a reason.',
};

/** One reason, of one route. */
export interface Reason {
  readonly code: NotYet;
  /** '' where there is no route. */
  readonly route_ref: string;
  readonly contract_ref: string;
  /** The first day on which it is so; null where nobody recorded it. */
  readonly since: IsoDate | null;
  /** What it is about, in words: days, a day, a sentence of the register; '' where the code says all. */
  readonly item: string;
}

/** What the register says is a sentence of its own, with its day in it; of a contract that ended its last day says since when. */
const TOLD: ReadonlySet<NotYet> = new Set(['no_holder', 'no_cover', 'out_of_date', 'left', 'no_room']); // prettier-ignore

/**
 * Whether all but the telling is done: what papers and letters go by, since they are how family and school are told of a change that
 * does not count before they know.
 */
export function isArranged(status: {
  readonly in_place: boolean;
  readonly reasons: readonly Reason[];
}): boolean {
  return (
    status.in_place ||
    (status.reasons.length > 0 && status.reasons.every(({ code }) => code === 'notice_open'))
  );
}

/** A reason as one sentence with its route and since when, without the full stop. */
export function reasonWords({ code, route_ref, since, item }: Reason): string {
  const at = route_ref === '' ? '' : ` (${route_ref})`;
  if (TOLD.has(code) && item !== '') return `${item}${at}`;
  const about = item === '' ? '' : `: ${item}`;
  const from = since === null || code === 'ended' ? '' : `, since ${formatDate(since)}`;
  return `${NOT_YET_WORDS[code]}${at}${about}${from}`;
}

const RANK: ReadonlyMap<NotYet, number> = new Map(NOT_YET.map((code, at) => [code, at]));

/** Each once, what to mend first before the others. */
export function inOrder(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons
    .filter((each) => {
      const key = `${each.code} ${each.route_ref} ${each.item}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .toSorted((a, b) => (RANK.get(a.code) ?? 0) - (RANK.get(b.code) ?? 0));
}
