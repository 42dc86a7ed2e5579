import { addDays, daysBetween, type IsoDate } from '../../calendar/dates.ts';
import type { Contact } from '../../model/contact.ts';

/** What an entry belongs to: the school, or the provider, of its route. */
export interface BeddingInGroup {
  /** A URN or a provider's name; '' where the entry names neither. */
  readonly key: string;
  readonly name: string;
}

/** How a school or provider beds in: what was reported since the start, and what of it is still open. */
export interface BeddingInRow extends BeddingInGroup {
  /** Its first day: from it days and weeks are counted. */
  readonly first_day: IsoDate;
  /** Days from its first day to the day asked about; below 0 before it. */
  readonly days_since: number;
  readonly reported: number;
  readonly open: number;
  /** The day the oldest open entry happened; null for none open. */
  readonly oldest_open_on: IsoDate | null;
  /** Entries by week since the first day, the first week first; weeks that lie ahead are left out. */
  readonly weeks: readonly number[];
  /** Of the last two whole weeks: more, fewer or as many. `none` where there are not two. */
  readonly trend: 'more' | 'fewer' | 'level' | 'none';
}

const DAYS_A_WEEK = 7;

export interface BeddingInFacts {
  readonly on: IsoDate;
  /** How long after its first day a route is looked at apart. */
  readonly days: number;
  /** Entries of the log, withdrawn ones left out by this. */
  readonly contacts: readonly Contact[];
  /** Where an entry belongs. */
  readonly groupOf: (contact: Contact) => BeddingInGroup;
  /** The first day of a group. */
  readonly firstDayOf: (key: string) => IsoDate;
}

/** Entries by group, the most that are open first. An entry before the group's first day is about the year before and is left out. */
export function beddingInRows(facts: BeddingInFacts): readonly BeddingInRow[] {
  const groups = new Map<string, { readonly group: BeddingInGroup; readonly all: Contact[] }>();
  for (const contact of facts.contacts) {
    if (contact.withdrawn || contact.happened_on > facts.on) continue;
    const group = facts.groupOf(contact);
    if (contact.happened_on < facts.firstDayOf(group.key)) continue;
    const known = groups.get(group.key);
    if (known === undefined) groups.set(group.key, { group, all: [contact] });
    else known.all.push(contact);
  }
  return [...groups.values()]
    .map(({ group, all }) => rowOf(group, all, facts))
    .toSorted(
      (a, b) =>
        b.open - a.open ||
        b.reported - a.reported ||
        (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
    );
}

function rowOf(
  group: BeddingInGroup,
  all: readonly Contact[],
  { on, days, firstDayOf }: BeddingInFacts,
): BeddingInRow {
  const first_day = firstDayOf(group.key);
  const days_since = daysBetween(first_day, on);
  const last = days_since < days ? on : addDays(first_day, days - 1);
  const many = Math.max(0, Math.ceil((daysBetween(first_day, last) + 1) / DAYS_A_WEEK));
  const weeks = Array.from({ length: many }, () => 0);
  for (const { happened_on } of all) {
    const week = Math.floor(daysBetween(first_day, happened_on) / DAYS_A_WEEK);
    if (week >= 0 && week < many) weeks[week] = (weeks[week] ?? 0) + 1;
  }
  const open = all.filter((each) => each.closed === null);
  return {
    ...group,
    first_day,
    days_since,
    reported: all.length,
    open: open.length,
    oldest_open_on: open.map((each) => each.happened_on).toSorted()[0] ?? null,
    weeks,
    trend: trendOf(weeks, (daysBetween(first_day, last) + 1) % DAYS_A_WEEK === 0),
  };
}

/** A week that is not over yet says nothing. */
function trendOf(weeks: readonly number[], isWhole: boolean): BeddingInRow['trend'] {
  const whole = isWhole ? weeks : weeks.slice(0, -1);
  const [before, last] = [whole.at(-2), whole.at(-1)];
  if (before === undefined || last === undefined) return 'none';
  if (last === before) return 'level';
  return last > before ? 'more' : 'fewer';
}
