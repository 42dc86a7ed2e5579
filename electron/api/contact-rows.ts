/** Entries of the contact log with the names they need, and who may read those of safeguarding. */
import { calendarsOf } from '../../db/client-facts.ts';
import type { Store } from '../../db/store.ts';
import type {
  BeddingInView,
  ContactEntry,
  ContactList,
  ContactRow,
  SafeguardingReaders,
} from '../../shared/api/views/contacts.ts';
import { addDays, daysBetween, type IsoDate } from '../../shared/calendar/dates.ts';
import { COUNTY_URN } from '../../shared/calendar/school-calendars.ts';
import { academicYearOf } from '../../shared/calendar/years.ts';
import { isNamed } from '../../shared/casework/protected.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import { complaintRulesAt, safeguardingOfficers } from '../../shared/costing/read-year-settings.ts';
import type { Contact, ContactStep } from '../../shared/model/contact.ts';
import { beddingInRows, type BeddingInGroup } from '../../shared/service/year/bedding-in.ts';
import { complaintState, type ComplaintState } from '../../shared/service/year/complaint.ts';
import type { ContactFilter } from '../../db/year-aggregate.ts';

/** Who may read safeguarding entries, and whether somebody is one of them. */
export function safeguardingReaders(store: Store, who: string, on: IsoDate): SafeguardingReaders {
  const names = safeguardingOfficers(store.settings.all(), on);
  return { names, may_read: isNamed(names, who) };
}

interface Naming {
  readonly rowOf: (contact: Contact, steps: readonly ContactStep[]) => ContactRow;
  readonly complaint: (contact: Contact, steps: readonly ContactStep[]) => ComplaintState | null;
}

/** Names are read once for many rows. */
function naming(store: Store, on: IsoDate): Naming {
  const rules = complaintRulesAt(store.settings.all(), on);
  const schools = new Map<number, string>();
  const schoolOf = (urn: number | null): string => {
    if (urn === null) return '';
    const known = schools.get(urn) ?? store.schools.get(urn)?.name ?? '';
    schools.set(urn, known);
    return known;
  };
  const clients = new Map<number, { readonly ref: string; readonly name: string }>();
  const clientOf = (id: number | null) => {
    if (id === null) return { ref: '', name: '' };
    const known = clients.get(id);
    if (known !== undefined) return known;
    const client = store.clients.get(id);
    const made = {
      ref: client?.ref ?? '',
      name: client === null ? '' : `${client.forename} ${client.surname}`.trim(),
    };
    clients.set(id, made);
    return made;
  };
  const complaint: Naming['complaint'] = (contact, steps) =>
    contact.kind === 'complaint' ? complaintState(contact.recorded_on, steps, rules) : null;
  return {
    complaint,
    rowOf: (contact, steps) => {
      const owed = contact.closed === null ? (complaint(contact, steps)?.due ?? null) : null;
      const follow = contact.closed === null ? contact.follow_up_on : null;
      const isFollow = follow !== null && (owed === null || follow < owed.on);
      return {
        ...contact,
        ...clientOf(contact.client_id),
        school: schoolOf(contact.urn),
        due_on: isFollow ? follow : (owed?.on ?? null),
        due: isFollow ? 'follow_up' : (owed?.step ?? null),
      };
    },
  };
}

/** Entries that fit, with who may read those of safeguarding. */
export function contactList(
  store: Store,
  filter: ContactFilter,
  { who, on }: { readonly who: string; readonly on: IsoDate },
): ContactList {
  const readers = safeguardingReaders(store, who, on);
  const reader = { restricted: readers.may_read };
  const steps = store.inYear.allContactSteps(reader);
  const { rowOf } = naming(store, on);
  const rows = store.inYear
    .contacts(filter, reader)
    .map((contact) => rowOf(contact, steps.get(contact.id) ?? []));
  return { ...readers, rows };
}

/** One entry with what was done about it; null where there is none, or who asks may not read it. */
export function contactEntry(
  store: Store,
  id: number,
  { who, on }: { readonly who: string; readonly on: IsoDate },
): ContactEntry | null {
  const reader = { restricted: safeguardingReaders(store, who, on).may_read };
  const contact = store.inYear.contact(id, reader);
  if (contact === null) return null;
  const steps = store.inYear.contactSteps(id, reader);
  const { rowOf, complaint } = naming(store, on);
  return {
    row: rowOf(contact, steps),
    steps,
    may: contact.closed === null ? (complaint(contact, steps)?.may ?? []) : [],
  };
}

/** Open entries on which somebody owes something within the days of the setting, the earliest first; nothing restricted. */
export function contactsDue(store: Store, on: IsoDate): readonly ContactRow[] {
  const by = addDays(on, numberAt(store.settings.all(), 'follow_up_days', on));
  const reader = { restricted: false };
  const steps = store.inYear.allContactSteps(reader);
  const { rowOf } = naming(store, on);
  return store.inYear
    .contacts({ open: true }, reader)
    .map((contact) => rowOf(contact, steps.get(contact.id) ?? []))
    .filter(({ due_on }) => due_on !== null && due_on <= by)
    .toSorted((a, b) => ((a.due_on ?? '') < (b.due_on ?? '') ? -1 : 1));
}

/** The provider and the school of a route: of the plan in use, else of the last contract that ran it. */
export function routeOwner(
  store: Store,
  route_ref: string,
): { readonly provider: string; readonly urn: number | null } | null {
  if (route_ref === '') return null;
  const planned = store.plans.current()?.routes.find((route) => route.ref === route_ref);
  const contract = store.contracts
    .all()
    .filter((each) => each.route_ref === route_ref || each.ref === route_ref)
    .toSorted((a, b) => (a.starts_on < b.starts_on ? 1 : -1))[0];
  if (planned === undefined && contract === undefined) return null;
  return {
    provider: planned?.provider || contract?.provider || '',
    urn: planned?.school_urn ?? contract?.school_urn ?? null,
  };
}

/** What was reported since routes began. Nothing restricted is counted. */
export function beddingInView(store: Store, since: IsoDate | null, on: IsoDate): BeddingInView {
  const settings = store.settings.all();
  const year = academicYearOf(on);
  const calendars = calendarsOf(store);
  const county = since ?? calendars.firstDay(COUNTY_URN, null, year);
  const first = (urn: number | null): IsoDate => since ?? calendars.firstDay(urn, null, year);
  const bedding_in_days = numberAt(settings, 'bedding_in_days', on);
  const reader = { restricted: false };
  const contacts = store.inYear.contacts({ from_on: county }, reader);
  const steps = store.inYear.allContactSteps(reader);
  const { rowOf } = naming(store, on);
  const rows = (
    groupOf: (contact: Contact) => BeddingInGroup,
    firstDayOf: (key: string) => IsoDate,
  ) => beddingInRows({ on, days: bedding_in_days, contacts, groupOf, firstDayOf });
  const [all] = rows(
    () => ({ key: '', name: '' }),
    () => county,
  );
  return {
    since: county,
    days_since: daysBetween(county, on),
    bedding_in_days,
    reported: all?.reported ?? 0,
    open: all?.open ?? 0,
    weeks: all?.weeks ?? [],
    schools: rows(
      ({ urn }) => ({ key: urn === null ? '' : String(urn), name: schoolName(store, urn) }),
      (key) => first(key === '' ? null : Number(key)),
    ),
    providers: rows(
      ({ provider }) => ({ key: provider, name: provider === '' ? 'No provider named' : provider }),
      () => county,
    ),
    open_rows: contacts
      .filter((each) => each.closed === null)
      .toSorted((a, b) => (a.happened_on < b.happened_on ? -1 : 1))
      .map((contact) => rowOf(contact, steps.get(contact.id) ?? [])),
  };
}

function schoolName(store: Store, urn: number | null): string {
  return urn === null ? 'No school named' : (store.schools.get(urn)?.name ?? String(urn));
}
