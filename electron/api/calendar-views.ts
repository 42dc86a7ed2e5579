/** A school's year for the calendar screen. */
import { calendarsOf } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type { CalendarSchool, CalendarView } from '../../shared/api/views/calendars.ts';
import { datesFrom, type IsoDate } from '../../shared/calendar/dates.ts';
import { COUNTY_URN } from '../../shared/calendar/school-calendars.ts';
import {
  academicYearOf,
  firstDateOf,
  lastDateOf,
  planningYearOf,
} from '../../shared/calendar/years.ts';

/** Lines of the history shown beside a calendar. */
const LISTED = 12;

const nameOf = (store: Store, urn: number): string =>
  urn === COUNTY_URN ? 'The county’s calendar' : (store.schools.get(urn)?.name ?? `School ${urn}`);

/** Every day of the academic year in which a day lies. */
export function calendarView(
  store: Store,
  {
    urn,
    year_group,
    on,
  }: { readonly urn: number; readonly year_group: number | null; readonly on: IsoDate },
): CalendarView {
  const year = academicYearOf(on);
  const [from, to] = [firstDateOf(year), lastDateOf(year)];
  const calendars = calendarsOf(store);
  const inYear = (each: { readonly from_on: IsoDate; readonly to_on: IsoDate }): boolean =>
    each.from_on <= to && each.to_on >= from;
  const name = nameOf(store, urn);
  const groups = new Set<number>();
  for (const client of store.clients.all())
    if (client.school_urn === urn && client.year_group !== null) groups.add(client.year_group);
  const ref = urn === COUNTY_URN ? 'the county' : name;
  return {
    urn,
    name,
    year,
    own_terms: store.terms.all().some((span) => span.urn === urn && span.kind === 'term' && inYear(span)), // prettier-ignore
    is_known: calendars.isKnown(urn, year),
    first_day: calendars.firstDay(urn, year_group, year),
    open_days: calendars.openDays(urn, year_group, { from, to }).length,
    groups: [...groups].sort((a, b) => a - b),
    days: datesFrom(from, to).map((day) => ({ on: day, ...calendars.dayOf(urn, year_group, day) })),
    rules: store.inYear.dayRules().filter((rule) => rule.urn === urn && inYear(rule)),
    shut: store.inYear.absences().filter((each) => each.urn === urn && inYear(each)),
    history: store.history
      .page({ entity: 'calendar', ref }, 0, LISTED)
      .rows.map(({ at, who, sentence }) => ({ at, who, sentence })),
  };
}

/** Schools to which children go, by name; the county's own calendar first. */
export function calendarSchools(store: Store, on: IsoDate): readonly CalendarSchool[] {
  const year = planningYearOf(on);
  const period = { from: firstDateOf(year), to: lastDateOf(year) };
  const calendars = calendarsOf(store);
  const clients = new Map<number, number>();
  for (const { school_urn } of store.clients.all())
    if (school_urn !== null) clients.set(school_urn, (clients.get(school_urn) ?? 0) + 1);
  const terms = new Set(
    store.terms.all().flatMap((span) => (span.kind === 'term' ? [span.urn] : [])),
  );
  const rules = new Map<number, number>();
  for (const { urn } of store.inYear.dayRules()) rules.set(urn, (rules.get(urn) ?? 0) + 1);
  const row = (urn: number): CalendarSchool => ({
    urn,
    name: nameOf(store, urn),
    clients: clients.get(urn) ?? 0,
    own_terms: terms.has(urn),
    rules: rules.get(urn) ?? 0,
    first_day: calendars.firstDay(urn, null, year),
    open_days: calendars.openDays(urn, null, period).length,
  });
  return [
    row(COUNTY_URN),
    ...[...clients.keys()].map(row).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  ];
}
