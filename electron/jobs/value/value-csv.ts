/** How a table of value leaves the store: what it rests on in every line, and how it is to be handled. */
import { MIGRATIONS } from '../../../db/migrations/all.ts';
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import type { Cell } from '../../../shared/figures/table.ts';
import { writeCsv } from '../../files/csv-writer.ts';

/** Headings with their units, and rows. `aggregate`: no line is about a client, so it needs no handling mark. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly aggregate: boolean;
}

/** The handling mark of the Government Security Classifications, for what tells of single clients. */
export const SENSITIVE = 'OFFICIAL-SENSITIVE';

/** The file: each line with the plan and its seed, the store's version, the day, whether the data are invented, and the mark. */
export function valueCsv(store: Store, on: IsoDate, table: CsvTable): Uint8Array {
  const { county, demo } = store.meta.get();
  const plan = store.plans.current();
  const marks: readonly (readonly [string, Cell])[] = [
    ['academic_year', plan?.year ?? store.year(on)],
    ['plan_id', plan?.id ?? null],
    ['plan_seed', plan?.seed ?? null],
    ['store_version', MIGRATIONS.at(-1)?.version ?? 0],
    ['made_on', on],
    ['data', demo ? 'invented' : county],
    ['handling', table.aggregate ? '' : SENSITIVE],
  ];
  return writeCsv(
    [...table.columns, ...marks.map(([key]) => key)],
    table.rows.map((row) => [...row, ...marks.map(([, cell]) => cell)]),
  );
}
