/** A page of value as a .csv file, from what the screen and the terminal both read. */
import type { Store } from '../../../db/store.ts';
import type { SeatList, ValueExport } from '../../../shared/api/views/value.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ExportedFile } from '../../jobs/export-report.ts';
import { candidatesTable, loneTable, pricesTable, seatsTable, trainingTable } from '../../jobs/value/value-tables.ts'; // prettier-ignore
import { valueCsv, type CsvTable } from '../../jobs/value/value-csv.ts';
import { lonePage } from './lone-views.ts';
import { pricesPage } from './price-views.ts';
import { seatList } from './seat-views.ts';

/** Makes it. Nothing that has to be worked out first is worked out here. */
export function exportValue(
  store: Store,
  on: IsoDate,
  { what, list }: { readonly what: ValueExport; readonly list: SeatList },
): Result<ExportedFile> {
  const table = tableOf(store, on, { what, list });
  if (!table.ok) return table;
  const stem = what === 'seats' ? `seats-${list}` : what;
  return ok({ name: `value-${stem}-${on}.csv`, bytes: valueCsv(store, on, table.value) });
}

function tableOf(
  store: Store,
  on: IsoDate,
  { what, list }: { readonly what: ValueExport; readonly list: SeatList },
): Result<CsvTable> {
  if (what === 'prices') {
    const page = pricesPage(store, on);
    return page.ok ? ok(pricesTable(page.value)) : page;
  }
  if (what === 'lone') {
    if (store.plans.current() === null) return noPlan();
    const page = lonePage(store, on);
    return page.ready ? ok(loneTable(page)) : notReady();
  }
  // Whoever is given the file may not be named by the setting: it holds what everybody may see.
  const asked = { list: what === 'seats' ? list : ('training' as const), may_look: false };
  const found = seatList(store, on, asked);
  if (!found.ok) return found;
  if (found.value === null) return notReady();
  const { rows, training } = found.value;
  if (what === 'seats') return ok(seatsTable(rows));
  return ok(what === 'training' ? trainingTable(training) : candidatesTable(rows));
}

function noPlan(): Result<never> {
  return fail('no_plan', 'No plan has been made yet.', 'Plan the county first.');
}

function notReady(): Result<never> {
  return fail('not_worked_out', 'This was not worked out yet, or something changed since.', 'Work it out on the page, then export it again.'); // prettier-ignore
}
