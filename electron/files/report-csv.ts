import { stringify } from 'csv-stringify/sync';
import type { ImportReport } from '../../shared/model/import.ts';

/** What a row's outcome is called in the file. */
const OUTCOMES = {
  held: 'held',
  refused: 'refused',
  warning: 'warning',
  not_record: 'not a record',
} as const;

/** The rows of a report as a .csv file: UTF-8 with a mark, so that Excel reads it, and no cell that would run. */
export function reportCsv(report: ImportReport): Uint8Array {
  const rows = report.rows.map((row) => [
    row.line === 0 ? '' : String(row.line),
    row.column,
    row.value,
    OUTCOMES[row.outcome],
    row.code,
    row.reason,
    row.remedy,
  ]);
  const text = stringify(
    [['Line', 'Column', 'Value', 'Outcome', 'Code', 'Reason', 'Remedy'], ...rows],
    {
      bom: true,
      // A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
  return new TextEncoder().encode(text);
}
