/** The days of a contract: which of them it ran or will run, by each school's own calendar, and how much of the price is due. */
import {
  datesFrom,
  daysBetween,
  isoDate,
  weekdayOf,
  type AcademicYear,
  type IsoDate,
} from '../calendar/dates.ts';
import { COUNTY_URN, type SchoolCalendars } from '../calendar/school-calendars.ts';
import { academicYearOf, startYearOf } from '../calendar/years.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import type { Span } from '../calendar/financial-year.ts';
import { absenceIndex, dayDue, type AbsenceIndex, type Rider, type RunningContract } from '../service/year/day-due.ts'; // prettier-ignore
import type { Absence } from '../model/year.ts';
import type { MoneyFacts } from './money-facts.ts';

/** Of each day from `from` on, the percent of its price that is due. */
export interface DaysRun {
  readonly from: IsoDate;
  /** Every day of the span, and the academic year each lies in: shared by all contracts. */
  readonly days: readonly IsoDate[];
  readonly years: readonly AcademicYear[];
  readonly percent: Float64Array;
  /** Some days lie in a year without term dates, and are taken from the contract's days a year. */
  readonly estimated: boolean;
}

/** A contract as far as its days go; from `first` on it may run, though it began later: the one before it did. */
export interface DaysOf {
  readonly running: RunningContract;
  readonly days_a_year: number;
  readonly first: IsoDate;
}

const SHUT = 0;
const OPEN = 1;
const NO_CALENDAR = 2;
const WHOLE_WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** What days are read from. */
export type CalendarFacts = Pick<MoneyFacts, 'calendars' | 'absences' | 'by_year_group'>;

/** Works out days within a span. What a school's calendar says is looked up once for each year group. */
export class DaysReader {
  private readonly open = new Map<string, Uint8Array>();
  private readonly days: readonly IsoDate[];
  private readonly years: readonly AcademicYear[];
  private readonly weekdays: readonly string[];
  private readonly known = new Map<string, DaysRun>();
  private readonly indices = new Map<IsoDate, AbsenceIndex & { readonly recorded: number }>();
  private readonly span: Span;
  private readonly calendars: SchoolCalendars;
  private readonly absences: readonly Absence[];

  private readonly by_year_group: ReadonlySet<number>;

  constructor(span: Span, { calendars, absences, by_year_group }: CalendarFacts) {
    this.by_year_group = by_year_group;
    this.span = span;
    this.calendars = calendars;
    this.absences = absences;
    this.days = datesFrom(span.from, span.to);
    this.years = this.days.map(academicYearOf);
    this.weekdays = this.days.map(weekdayOf);
  }

  /** The contract's days, with the absences recorded up to a day. Days that were read once are kept. */
  read(of: DaysOf, known_on: IsoDate): DaysRun {
    const { contract, last_day } = of.running;
    const recorded = this.index(known_on).recorded;
    const key = `${contract.ref} ${contract.ends_on} ${last_day} ${of.first} ${recorded}`;
    let days = this.known.get(key);
    if (days === undefined) this.known.set(key, (days = this.readNow(of, known_on)));
    return days;
  }

  private readNow(of: DaysOf, known_on: IsoDate): DaysRun {
    const { running, first } = of;
    const { contract } = running;
    const percent = new Float64Array(this.days.length);
    const last = running.last_day !== null && running.last_day < contract.ends_on ? running.last_day : contract.ends_on; // prettier-ignore
    const [from, to] = [Math.max(0, this.at(first)), Math.min(this.at(last), this.days.length - 1)];
    let estimated = false;
    const marks = new Uint8Array(this.days.length);
    for (const rider of ridersOf(running)) this.mark(marks, rider, from, to);
    for (let at = from; at <= to; at++) {
      if (marks[at] === OPEN) percent[at] = 100;
      else if (marks[at] === NO_CALENDAR) {
        percent[at] = this.assumed(at, of.days_a_year);
        estimated = true;
      }
    }
    this.applyAbsences(percent, running, known_on);
    return { from: this.span.from, days: this.days, years: this.years, percent, estimated };
  }

  /** The place of a day in the span, 0 for its first; outside it below 0 or beyond. */
  private at(day: IsoDate): number {
    return daysBetween(this.span.from, day);
  }

  private mark(marks: Uint8Array, rider: Rider, from: number, to: number): void {
    const open = this.openDays(rider);
    const start = rider.from_on === null ? from : Math.max(from, this.at(rider.from_on));
    for (let at = start; at <= to; at++) {
      const day = this.days[at];
      if (rider.left_on !== null && day !== undefined && day >= rider.left_on) return;
      const is = open[at] ?? SHUT;
      if (is === SHUT || marks[at] === OPEN) continue;
      if (rider.days.some((each) => each === this.weekdays[at])) marks[at] = is;
    }
  }

  /** Days of a school and year group; not known for one without term dates in the year. */
  private openDays({ urn, year_group: given }: Rider): Uint8Array {
    const differs =
      this.by_year_group.has(COUNTY_URN) || (urn !== null && this.by_year_group.has(urn));
    const year_group = differs ? given : null;
    const key = `${urn} ${year_group}`;
    let known = this.open.get(key);
    if (known !== undefined) return known;
    known = new Uint8Array(this.days.length);
    for (const [at, day] of this.days.entries()) {
      if (this.weekdays[at] === 'Sat' || this.weekdays[at] === 'Sun') continue;
      const { open, because } = this.calendars.dayOf(urn, year_group, day);
      if (open) known[at] = because === 'no_calendar' ? NO_CALENDAR : OPEN;
    }
    this.open.set(key, known);
    return known;
  }

  private readonly shares = new Map<number, number>();

  /** A day of a year without term dates: the contract's days spread over the working days from 1 September to 31 July. */
  private assumed(at: number, days_a_year: number): number {
    const day = this.days[at] ?? this.span.from;
    const year = startYearOf(academicYearOf(day));
    let working = this.shares.get(year);
    if (working === undefined) {
      working = datesFrom(isoDate(`${year}-09-01`), isoDate(`${year + 1}-07-31`)).filter(isWorkingDay).length; // prettier-ignore
      this.shares.set(year, working);
    }
    return isWorkingDay(day) ? Math.min(100, (100 * days_a_year) / working) : 0;
  }

  private index(known_on: IsoDate): AbsenceIndex & { readonly recorded: number } {
    let index = this.indices.get(known_on);
    if (index === undefined) {
      const known = this.absences.filter(({ recorded_on }) => recorded_on <= known_on);
      this.indices.set(known_on, (index = { ...absenceIndex(known), recorded: known.length }));
    }
    return index;
  }

  /** Days on which somebody was away, or the provider did not come, go by the rule of each day. */
  private applyAbsences(percent: Float64Array, running: RunningContract, known_on: IsoDate): void {
    const index = this.index(known_on);
    const away = [
      ...(index.ofContract.get(running.contract.id) ?? []),
      ...ridersOf(running).flatMap(({ client_id, urn }) => [
        ...(index.ofClient.get(client_id) ?? []),
        ...(urn === null ? [] : (index.ofSchool.get(urn) ?? [])),
      ]),
    ];
    const seen = new Set<number>();
    for (const { from_on, to_on } of away) {
      if (to_on < this.span.from || from_on > this.span.to) continue;
      for (
        let at = Math.max(0, this.at(from_on));
        at <= Math.min(this.at(to_on), percent.length - 1);
        at++
      ) {
        const whole = percent[at] ?? 0;
        const day = this.days[at];
        if (whole === 0 || day === undefined || day < running.contract.starts_on || seen.has(at)) continue; // prettier-ignore
        seen.add(at);
        const { morning, afternoon } = dayDue(running, day, { calendars: this.calendars, absences: index }); // prettier-ignore
        percent[at] = (whole * (morning.percent + afternoon.percent)) / 200;
      }
    }
  }
}

/** The children aboard; where no list of them is known, whoever the contract's school has. */
function ridersOf({ riders, contract }: RunningContract): readonly Rider[] {
  if (riders.length > 0) return riders;
  const { school_urn: urn } = contract;
  return [{ client_id: 0, urn, year_group: null, days: WHOLE_WEEK, from_on: null, left_on: null }];
}
