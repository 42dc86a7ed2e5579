/** Monitoring of a period as a workbook or a .csv file, to the penny what the screen shows. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { periodKey, periodWords, type Period } from '../../../shared/calendar/financial-year.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import type { ExportedFile } from '../export-report.ts';
import { monitoringSheets, monitoringTable } from './monitoring-tables.ts';
import { moneyView } from './money-view.ts';

export interface MonitoringExport {
  readonly period: Period;
  readonly format: 'xlsx' | 'csv';
  readonly on: IsoDate;
}

/** Writes it. The .csv holds the lines and their total, in pence; the workbook everything. */
export async function exportMonitoring(
  store: Store,
  { period, format, on }: MonitoringExport,
): Promise<ExportedFile> {
  // prettier-ignore
  const view = moneyView(store, period, on);
  const name = `monitoring ${periodKey(period)}.${format}`;
  if (format === 'csv') {
    const { columns, rows, total } = monitoringTable(view);
    return { name, bytes: writeCsv(columns.map(({ key }) => key), total === null ? rows : [...rows, total]) }; // prettier-ignore
  }
  const { county, demo } = store.meta.get();
  const { writeWorkbook } = await import('../../files/workbook-writer.ts');
  const bytes = await writeWorkbook({
    title: `Budget monitoring, ${periodWords(period)}`,
    author: 'Kerbside',
    foot: `${county}, ${on}`,
    warning: demo ? 'Invented data' : '',
    made_on: on,
    sheets: monitoringSheets(view).map(([sheet, table], at) => ({
      name: sheet,
      frozen: true,
      blocks: [
        {
          kind: 'lines' as const,
          lines: [
            { text: table.title, style: 'title' as const },
            { text: `${county}, as known on ${formatDate(view.known_on)}${demo ? '. Invented data' : ''}`, style: 'soft' as const }, // prettier-ignore
            ...(at === 0 ? view.notes.map((text) => ({ text, style: 'soft' as const })) : []),
          ],
        },
        { kind: 'table' as const, table },
      ],
    })),
  });
  return { name, bytes };
}
