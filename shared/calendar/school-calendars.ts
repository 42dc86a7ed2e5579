/** The days each school is open, for whom, and why it is not: terms, closed days, staggered starts, early finishes, days of college. */
import { bankHolidays } from './bank-holidays.ts';
import {
  addDays,
  datesFrom,
  daysBetween,
  partsOf,
  weekdayOf,
  type AcademicYear,
  type DayOfWeek,
  type IsoDate,
} from './dates.ts';
import { dayMask, dayWords, type DayMask } from './day-mask.ts';
import { academicYearOf, firstDateOf, lastDateOf } from './years.ts';

/** What the calendar needs of a term date record; `model`'s TermSpan is one. */
export interface CalendarSpan {
  /** The school; 0 is the county's default calendar. */
  readonly urn: number;
  readonly kind: 'term' | 'closed';
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  readonly label?: string;
}

export const DAY_RULE_KINDS = ['closed', 'open', 'early', 'starts', 'days'] as const;
/**
 * `closed`: nobody comes (INSET, snow); `open`: open although the terms say otherwise; `early`: finishes early; `starts`: these year
 * groups begin on `from_on`, not before, in that academic year; `days`: open on these days of the week alone (college).
 */
export type DayRuleKind = (typeof DAY_RULE_KINDS)[number];

/** A day or days on which a school, or some of its year groups, differ from its terms. */
export interface DayRule {
  /** 0: every school that follows the county's terms. */
  readonly urn: number;
  readonly kind: DayRuleKind;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate;
  /** Empty: all of them. */
  readonly year_groups: readonly number[];
  /** For `days`: the days of the week it is open; else the whole week. */
  readonly days: DayMask;
  /** For `early`: when it finishes, seconds after midnight; else null. */
  readonly ends_s: number | null;
  /** `INSET day`, `Polling station`. */
  readonly why: string;
}

export const DAY_REASONS = [
  'open',
  'early',
  'weekend',
  'bank_holiday',
  'holiday',
  'closed',
  'not_started',
  'not_a_day',
  'no_calendar',
] as const;
export type DayReason = (typeof DAY_REASONS)[number];

/** What a day is at a school. */
export interface SchoolDayAt {
  readonly open: boolean;
  readonly because: DayReason;
  /** In a few words: `INSET day`, `Half term`. */
  readonly why: string;
  /** When it finishes that day where that is early, seconds after midnight. */
  readonly ends_s: number | null;
}

/** Every school's calendar. A `year_group` of null is a child whose year is not known: open when it is for any year. */
export interface SchoolCalendars {
  readonly dayOf: (urn: number | null, year_group: number | null, day: IsoDate) => SchoolDayAt;
  /** Whether a child of that year group is at school on the day: whether transport runs. */
  readonly runsOn: (urn: number | null, year_group: number | null, day: IsoDate) => boolean;
  /** Open days from one day to another, both included. Days without any known calendar are not among them. */
  readonly openDays: (
    urn: number | null,
    year_group: number | null,
    period: { readonly from: IsoDate; readonly to: IsoDate },
  ) => readonly IsoDate[];
  /** The first open day of an academic year; 1 September where no calendar is known. */
  readonly firstDay: (urn: number | null, year_group: number | null, year: AcademicYear) => IsoDate;
  /** Whether terms are known for a school, its own or the county's, in the academic year. */
  readonly isKnown: (urn: number | null, year: AcademicYear) => boolean;
}

/**
 * The first day of a school in the year looked at, for a year group: a child's own first day is this or later. Without a group it is that of
 * the school, the earliest of all.
 */
export type FirstDay = (urn: number | null, year_group?: number | null) => IsoDate;

/** The county's own calendar. */
export const COUNTY_URN = 0;

/** One school's records, those of the county that count for it among them. */
interface Sources {
  readonly spans: readonly CalendarSpan[];
  readonly rules: readonly DayRule[];
}

const OPEN: SchoolDayAt = { open: true, because: 'open', why: '', ends_s: null };

function shut(because: DayReason, why: string): SchoolDayAt {
  return { open: false, because, why, ends_s: null };
}

const covers = (each: { readonly from_on: IsoDate; readonly to_on: IsoDate }, day: IsoDate) =>
  each.from_on <= day && day <= each.to_on;

/** Whether a rule is about a year group: one of all, or one that names it. Nothing that names some is about a child whose year is not known. */
const isFor = ({ year_groups }: DayRule, group: number | null): boolean =>
  year_groups.length === 0 || (group !== null && year_groups.includes(group));

/**
 * The rule that counts of several: the school's own before the county's, one that names the year group before one for all, one of fewer days before
 * one of more, then as the kinds are ordered.
 */
function foremost(rules: readonly DayRule[], kinds: readonly DayRuleKind[]): DayRule | null {
  const ranked = rules
    .filter((rule) => kinds.includes(rule.kind))
    .toSorted(
      (a, b) =>
        Number(b.urn !== COUNTY_URN) - Number(a.urn !== COUNTY_URN) ||
        Number(b.year_groups.length > 0) - Number(a.year_groups.length > 0) ||
        daysBetween(a.from_on, a.to_on) - daysBetween(b.from_on, b.to_on) ||
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    );
  return ranked[0] ?? null;
}

/** Whether a day said to be open goes before another rule: not before one for certain year groups, unless it names them too. */
function goesBefore(open: DayRule | null, rule: DayRule): boolean {
  return open !== null && (open.year_groups.length > 0 || rule.year_groups.length === 0);
}

/** Monday to Friday as a mask of its one day; 0 at the weekend. */
function maskOf(weekday: DayOfWeek): DayMask {
  return weekday === 'Sat' || weekday === 'Sun' ? 0 : dayMask([weekday]);
}

/** Where the day lies between terms, in words: the first closed span's own label, else the nearest terms'. */
function holidayWords(sources: Sources, terms: readonly CalendarSpan[], day: IsoDate): string {
  const named = sources.spans.find((span) => span.kind === 'closed' && covers(span, day));
  if (named?.label !== undefined && named.label !== '') return named.label;
  const isBefore = terms.every((term) => term.from_on > day);
  const isAfter = terms.every((term) => term.to_on < day);
  if (isBefore) return 'Before the first term';
  return isAfter ? 'After the last term' : 'Between terms';
}

/** Answers a day of one school, for one year group. */
function answer(sources: Sources, group: number | null, day: IsoDate): SchoolDayAt {
  const weekday = weekdayOf(day);
  const bit = maskOf(weekday);
  if (bit === 0) return shut('weekend', 'Weekend');
  const rules = sources.rules.filter((rule) => isFor(rule, group));
  const said = foremost(
    rules.filter((rule) => covers(rule, day)),
    ['closed', 'open'],
  );
  if (said?.kind === 'closed') return shut('closed', said.why === '' ? 'Closed' : said.why);
  if (said === null) {
    const byTerms = answerByTerms(sources, day);
    if (byTerms !== null) return byTerms;
  }
  const starts = foremost(
    rules.filter(
      (rule) => rule.kind === 'starts' && academicYearOf(rule.from_on) === academicYearOf(day),
    ),
    ['starts'],
  );
  if (starts !== null && day < starts.from_on && !goesBefore(said, starts))
    return shut('not_started', starts.why === '' ? 'Not started yet' : starts.why);
  const week = foremost(
    rules.filter((rule) => rule.kind === 'days' && covers(rule, day)),
    ['days'],
  );
  if (week !== null && (week.days & bit) === 0 && !goesBefore(said, week))
    return shut('not_a_day', `Open on ${dayWords(week.days)} alone`);
  const early = foremost(
    rules.filter((rule) => rule.kind === 'early' && covers(rule, day)),
    ['early'],
  );
  if (early === null) return OPEN;
  return { open: true, because: 'early', why: early.why, ends_s: early.ends_s };
}

/** Why terms and closed spans keep a school shut; null where they do not. */
function answerByTerms(sources: Sources, day: IsoDate): SchoolDayAt | null {
  if (bankHolidays(partsOf(day).year).includes(day)) return shut('bank_holiday', 'Bank holiday');
  const year = academicYearOf(day);
  const [from, to] = [firstDateOf(year), lastDateOf(year)];
  const terms = sources.spans.filter(
    (span) => span.kind === 'term' && span.from_on <= to && span.to_on >= from,
  );
  const closed = sources.spans.find((span) => span.kind === 'closed' && covers(span, day));
  if (closed !== undefined)
    return shut('closed', (closed.label ?? '') === '' ? 'Closed' : (closed.label ?? ''));
  if (terms.length === 0)
    return partsOf(day).month === 8
      ? shut('no_calendar', 'August, no term dates known')
      : { ...OPEN, because: 'no_calendar', why: 'No term dates known' };
  return terms.some((term) => covers(term, day))
    ? null
    : shut('holiday', holidayWords(sources, terms, day));
}

/** Puts the records of every school together. Each answer is worked out once. */
export function schoolCalendars(
  spans: readonly CalendarSpan[],
  rules: readonly DayRule[] = [],
): SchoolCalendars {
  const spansOf = grouped(spans);
  const rulesOf = grouped(rules);
  const sources = new Map<string, Sources>();
  const answers = new Map<number, Map<IsoDate, SchoolDayAt>>();

  /** A school without terms of its own in the year follows the county's, with the closed days of both. */
  const sourcesOf = (urn: number, year: AcademicYear): Sources => {
    const key = `${urn} ${year}`;
    let known = sources.get(key);
    if (known !== undefined) return known;
    const [from, to] = [firstDateOf(year), lastDateOf(year)];
    const own = spansOf.get(urn) ?? [];
    const hasOwnTerms = own.some(
      (span) => span.kind === 'term' && span.from_on <= to && span.to_on >= from,
    );
    const isApart = hasOwnTerms || urn === COUNTY_URN;
    const both = <T>(mine: readonly T[], county: readonly T[] | undefined): readonly T[] =>
      isApart ? mine : [...mine, ...(county ?? [])];
    known = {
      spans: both(own, spansOf.get(COUNTY_URN)),
      rules: both(rulesOf.get(urn) ?? [], rulesOf.get(COUNTY_URN)),
    };
    sources.set(key, known);
    return known;
  };
  const keyOf = (urn: number | null): number =>
    urn !== null && (spansOf.has(urn) || rulesOf.has(urn)) ? urn : COUNTY_URN;

  const dayOf: SchoolCalendars['dayOf'] = (urn, group, day) => {
    const key = keyOf(urn);
    // Year groups are from -4 to 20; whole numbers are quicker to look up than text made of them.
    const name = key * 64 + (group === null ? 63 : group + 8);
    let kept = answers.get(name);
    if (kept === undefined) answers.set(name, (kept = new Map()));
    let at = kept.get(day);
    if (at === undefined) {
      at = answer(sourcesOf(key, academicYearOf(day)), group, day);
      kept.set(day, at);
    }
    return at;
  };
  const isKnown: SchoolCalendars['isKnown'] = (urn, year) => {
    const [from, to] = [firstDateOf(year), lastDateOf(year)];
    return sourcesOf(keyOf(urn), year).spans.some(
      (span) => span.kind === 'term' && span.from_on <= to && span.to_on >= from,
    );
  };
  const firsts = new Map<string, IsoDate>();
  return {
    dayOf,
    isKnown,
    runsOn: (urn, group, day) => dayOf(urn, group, day).open,
    openDays: (urn, group, { from, to }) =>
      datesFrom(from, to).filter((day) => {
        const at = dayOf(urn, group, day);
        return at.open && at.because !== 'no_calendar';
      }),
    firstDay: (urn, group, year) => {
      const name = `${keyOf(urn)} ${group ?? ''} ${year}`;
      let first = firsts.get(name);
      if (first === undefined) {
        first = firstDateOf(year);
        const last = lastDateOf(year);
        if (isKnown(urn, year)) {
          let at = first;
          while (at <= last && !dayOf(urn, group, at).open) at = addDays(at, 1);
          if (at <= last) first = at;
        }
        firsts.set(name, first);
      }
      return first;
    },
  };
}

function grouped<T extends { readonly urn: number }>(all: readonly T[]): Map<number, T[]> {
  const by = new Map<number, T[]>();
  for (const each of all) {
    const list = by.get(each.urn);
    if (list === undefined) by.set(each.urn, [each]);
    else list.push(each);
  }
  return by;
}
