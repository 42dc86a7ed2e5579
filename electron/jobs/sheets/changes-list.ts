/** The change list since a day: read from the store, and as a file. */
import type { Store } from '../../../db/store.ts';
import type { ChangeRow, ChangesPage } from '../../../shared/api/views/sheets.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { rateCardAt } from '../../../shared/costing/read-settings.ts';
import type { Cell, Column, Table } from '../../../shared/figures/table.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { Carriage } from '../../../shared/model/carriage.ts';
import { disruptionPricesAt } from '../../../shared/planning/disruption.ts';
import {
  CHANGE_FIELDS,
  changesBetween,
  type BothDays,
  type ChildChange,
} from '../../../shared/service/changes.ts';
import { partWordsByChild } from '../../../shared/service/part-days.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { addressOfStop } from '../../api/stop-addresses.ts';
import type { ExportedFile } from '../export-report.ts';
import { keepUntilWritten } from '../keep-until-written.ts';

const kept = keepUntilWritten<Result<ChangesPage>>();

/** What changed for whom between the end of a day and now. Of a day before the first plan, since that plan. */
export function readChanges(store: Store, asked: IsoDate, on: IsoDate): Result<ChangesPage> {
  return kept(store, `${asked} ${on}`, () => changesNow(store, asked, on));
}

function changesNow(store: Store, asked: IsoDate, on: IsoDate): Result<ChangesPage> {
  const known_from = store.sheets.carriageSince();
  if (known_from === null)
    return fail('no_plan', 'No plan was ever made, so nothing can have changed.', 'Plan the county first.'); // prettier-ignore
  if (asked > on)
    return fail('day_ahead', `${formatDate(asked)} has not come yet.`, 'Give a day up to today.');
  // Of a day before the first plan nothing is known: the first day that is stands in for it, and the page says so.
  const since = asked < known_from ? known_from : asked;
  const settings = store.settings.all();
  const vehicles = new Map(rateCardAt(settings, on).classes.map(({ id, name }) => [id, name]));
  const clients = new Map<number, Client | null>();
  const client = (id: number): Client | null => {
    const known = clients.get(id);
    if (known !== undefined) return known;
    const read = store.clients.get(id);
    clients.set(id, read);
    return read;
  };
  const basis = {
    prices: disruptionPricesAt(settings, on),
    refOf: (id: number) => client(id)?.ref ?? `client ${id}`,
    vehicleName: (id: string) => vehicles.get(id) ?? id,
    schoolName: (urn: number | null) => (urn === null ? 'no listed school' : (store.schools.get(urn)?.name ?? `URN ${urn}`)), // prettier-ignore
    hasSocialWorker: (id: number) => client(id)?.social_worker === true,
  };
  const after = store.sheets.carriageOn(on);
  const parts_from = store.sheets.partCarriageSince();
  const partsSince = parts_from !== null && since < parts_from ? parts_from : since;
  const words = {
    ...basis,
    addressWords: (client_id: number, place: string) =>
      addressOfStop(store, { client_id, place })?.words ?? '',
  };
  const changes = changesBetween(store.sheets.carriageOn(since), after, basis, {
    someDays: {
      before: partWordsByChild(store.sheets.partCarriageOn(partsSince), words),
      after: partWordsByChild(store.sheets.partCarriageOn(on), words),
    },
    schoolDays: hoursByChild(store, after, since),
  });
  return ok({
    asked,
    since,
    parts_since: partsSince,
    on,
    rows: changes.map((change) => rowOf(change, client(change.client_id))),
  });
}

/** The hours of each child's school on the day and now, of schools whose hours were changed since. */
function hoursByChild(store: Store, now: readonly Carriage[], since: IsoDate): BothDays<string> {
  const were = store.sheets.schoolDaysAt(since);
  const both = new Map<number, readonly [string, string]>();
  for (const [urn, { starts_s, ends_s }] of were) {
    const school = store.schools.get(urn);
    if (school === null) continue;
    const { day_starts_s, day_ends_s } = school;
    const then = hours(starts_s === undefined ? day_starts_s : starts_s, ends_s === undefined ? day_ends_s : ends_s); // prettier-ignore
    both.set(urn, [then, hours(day_starts_s, day_ends_s)]);
  }
  const side = (at: 0 | 1): ReadonlyMap<number, string> =>
    new Map(
      now.flatMap(({ client_id, school_urn }) => {
        const words = school_urn === null ? undefined : both.get(school_urn);
        return words === undefined ? [] : [[client_id, words[at]] as const];
      }),
    );
  return { before: side(0), after: side(1) };
}

function hours(starts_s: number | null, ends_s: number | null): string {
  const time = (seconds: number | null): string =>
    seconds === null ? 'not given' : formatTimeOfDay(seconds);
  return `${time(starts_s)} to ${time(ends_s)}`;
}

function rowOf(change: ChildChange, client: Client | null): ChangeRow {
  const name = client === null ? '' : [client.surname, client.forename].filter((part) => part !== '').join(', '); // prettier-ignore
  return { ...change, ref: client?.ref ?? '', name };
}

/** Whom to tell, in words for a person. */
const TELL_WORDS: Readonly<Record<ChangeRow['tell'][number]['who'], string>> = {
  family: 'Family',
  school: 'School',
  old_provider: 'Provider before',
  new_provider: 'Provider',
  assistant: 'Assistant of',
  social_worker: 'Social worker',
};

/** Whom to tell, as one text. */
export function tellWords(tell: ChangeRow['tell']): string {
  return tell.map(({ who, name }) => (name === '' ? TELL_WORDS[who] : `${TELL_WORDS[who]} ${name}`)).join('; '); // prettier-ignore
}

const KIND_WORDS = { joined: 'Newly carried', lost: 'No longer carried', changed: 'Changed' } as const; // prettier-ignore

/** One line a value that reads differently, so that a sheet can be sorted and filtered. No address is in it. */
function changesTable({ since, rows }: ChangesPage): Table {
  const columns: readonly Column[] = [
    { key: 'ref', label: 'Reference', kind: 'text' },
    { key: 'name', label: 'Child', kind: 'text' },
    { key: 'kind', label: 'What', kind: 'text' },
    { key: 'field', label: 'Field', kind: 'text' },
    { key: 'old', label: `On ${formatDate(since)}`, kind: 'text' },
    { key: 'now', label: 'Now', kind: 'text' },
    { key: 'small', label: 'Small', kind: 'mark' },
    { key: 'tell', label: 'To be told', kind: 'text' },
  ];
  return {
    key: 'changes',
    title: `What changed since ${formatDate(since)}`,
    columns,
    rows: rows.flatMap((row) =>
      row.changes.map(({ field, old, now }): Cell[] => [
        row.ref,
        row.name,
        KIND_WORDS[row.kind],
        CHANGE_FIELDS[field],
        old,
        now,
        row.small,
        tellWords(row.tell),
      ]),
    ),
    total: null,
    note: '',
  };
}

/** The list as a file. */
export async function exportChanges(
  store: Store,
  { since, on, format }: { readonly since: IsoDate; readonly on: IsoDate; readonly format: 'xlsx' | 'csv' }, // prettier-ignore
): Promise<Result<ExportedFile>> {
  const page = readChanges(store, since, on);
  if (!page.ok) return page;
  const table = changesTable(page.value);
  const name = `changes-since-${since}-on-${on}.${format}`;
  if (format === 'csv') {
    const heads = table.columns.map(({ label }) => label);
    return ok({ name, bytes: writeCsv(heads, table.rows) });
  }
  const { writeWorkbook } = await import('../../files/workbook-writer.ts');
  const bytes = await writeWorkbook({
    title: table.title,
    author: 'Kerbside',
    foot: table.title,
    warning: store.meta.get().demo ? 'Invented data' : '',
    made_on: on,
    sheets: [{ name: 'Changes', frozen: true, blocks: [{ kind: 'table', table }] }],
  });
  return ok({ name, bytes });
}
