/** Spreads a retender round over weeks, so that no week changes more children than the limit. */
import type { IsoDate } from '../../calendar/dates.ts';

/** A school of the round and how many of its children change. */
export interface SchoolToMove {
  readonly urn: number;
  readonly children: number;
}

/** The week proposed for a school. */
export interface SchoolMove extends SchoolToMove {
  readonly moves_on: IsoDate;
}

/** The schedule, and whom no week is large enough for. */
export interface RoundSchedule {
  readonly moves: readonly SchoolMove[];
  /** Schools that alone are over the limit: they have a week of their own, and the gate says so. */
  readonly too_large: readonly number[];
  /** Schools for which there was no week left. */
  readonly left_over: readonly number[];
}

/**
 * A school changes whole, in one week: its gate, its crews and its families are told once. The largest first, each into the first week that has
 * room (first fit decreasing). The same schools give the same schedule in any order. `days`: the first school day of each week to come.
 */
export function spreadRound(
  schools: readonly SchoolToMove[],
  days: readonly IsoDate[],
  most_a_week: number,
): RoundSchedule {
  const weeks = days.map((day) => ({ day, children: 0 }));
  const order = schools.toSorted((a, b) => b.children - a.children || a.urn - b.urn);
  const moves: SchoolMove[] = [];
  const too_large: number[] = [];
  const left_over: number[] = [];
  for (const school of order) {
    const isTooLarge = school.children > most_a_week;
    if (isTooLarge) too_large.push(school.urn);
    const week = weeks.find(({ children }) =>
      isTooLarge ? children === 0 : children + school.children <= most_a_week,
    );
    if (week === undefined) {
      left_over.push(school.urn);
      continue;
    }
    week.children += school.children;
    moves.push({ ...school, moves_on: week.day });
  }
  const inOrder = moves.toSorted((a, b) => (a.moves_on < b.moves_on ? -1 : a.moves_on > b.moves_on ? 1 : a.urn - b.urn)); // prettier-ignore
  return { moves: inOrder, too_large, left_over };
}
