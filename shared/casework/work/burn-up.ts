/** The summer's burn-up: how many requests were received, decided, handed over, planned and in place by the end of each day. */
import { datesFrom, type IsoDate } from '../../calendar/dates.ts';
import { isUndecided } from '../stage.ts';
import type { WorkCase } from './work-case.ts';

/** Which requests are counted. */
export const BURN_UP_SPLITS = ['all', 'on_time', 'late'] as const;
export type BurnUpSplit = (typeof BURN_UP_SPLITS)[number];

/** One day, counted up to its end. */
export interface BurnUpDay {
  readonly on: IsoDate;
  readonly received: number;
  readonly decided: number;
  readonly handed_over: number;
  /** null before the first day on which it was counted. */
  readonly planned: number | null;
  readonly in_place: number | null;
}

export interface BurnUp {
  readonly split: BurnUpSplit;
  readonly days: readonly BurnUpDay[];
  readonly requests: number;
  /** Decided on a day that no record gives: counted on the last day. */
  readonly decided_day_unknown: number;
  /** Received on a day that is not known: counted from the first day. */
  readonly received_day_unknown: number;
}

/** What was counted of transport at the end of a day that changed it. */
export interface TransportCount {
  readonly on: IsoDate;
  readonly planned: number;
  readonly in_place: number;
  readonly planned_late: number;
  readonly in_place_late: number;
}

/** The cases of a split. */
export function inSplit(cases: readonly WorkCase[], split: BurnUpSplit): readonly WorkCase[] {
  return split === 'all' ? cases : cases.filter(({ late }) => late === (split === 'late'));
}

/** The curves from the first day that a request came to the day of work. Empty without any day of receipt. */
export function burnUp(
  cases: readonly WorkCase[],
  transport: readonly TransportCount[],
  at: { readonly split: BurnUpSplit; readonly on: IsoDate },
): BurnUp {
  const { split, on } = at;
  const own = inSplit(cases, split);
  const received = own.flatMap(({ received_on }) => received_on ?? []);
  const unknown = own.filter((each) => !isUndecided(each.status) && each.decided_on === null);
  const first = received.toSorted()[0];
  const counted = {
    received: counter(received),
    decided: counter([
      ...own.flatMap(({ decided_on }) => decided_on ?? []),
      ...unknown.map(() => on),
    ]),
    handed: counter(own.flatMap(({ handed_on }) => handed_on ?? [])),
  };
  const undated = own.length - received.length;
  const days = (first === undefined || first > on ? [] : datesFrom(first, on)).map(
    (day): BurnUpDay => ({
      on: day,
      received: counted.received(day) + undated,
      decided: counted.decided(day),
      handed_over: counted.handed(day),
      ...transportOn(day, transport, split),
    }),
  );
  return {
    split,
    days,
    requests: own.length,
    decided_day_unknown: unknown.length,
    received_day_unknown: undated,
  };
}

/** Counts how many of the days lie on or before a day; asked for days in order. */
function counter(days: readonly IsoDate[]): (day: IsoDate) => number {
  const sorted = days.toSorted();
  let at = 0;
  return (day) => {
    while (at < sorted.length && (sorted[at] ?? '') <= day) at += 1;
    return at;
  };
}

function transportOn(
  day: IsoDate,
  transport: readonly TransportCount[],
  split: BurnUpSplit,
): Pick<BurnUpDay, 'planned' | 'in_place'> {
  const last = transport.findLast((each) => each.on <= day);
  if (last === undefined) return { planned: null, in_place: null };
  const { planned, in_place, planned_late, in_place_late } = last;
  if (split === 'all') return { planned, in_place };
  if (split === 'late') return { planned: planned_late, in_place: in_place_late };
  return { planned: planned - planned_late, in_place: in_place - in_place_late };
}
