/** Which list of the register a table is, told by its headings and, of two that fit alike, by what the sheet is called. */
import type { ColumnMapping } from '../model/import.ts';
import {
  REGISTER_FIELDS,
  REGISTER_LISTS,
  INSTEAD,
  type RegisterList,
} from './fields/register-fields.ts';
import { words } from './normalise.ts';
import { splitRows, type SplitTable } from './split-rows.ts';
import type { RawTable } from './table.ts';

/** A table of the register with its list and heading line found. */
export interface RegisterTable {
  readonly list: RegisterList;
  readonly table: RawTable;
  readonly split: SplitTable;
}

/** How a list is called in sentences. */
export const LIST_WORDS: Readonly<Record<RegisterList, string>> = {
  providers: 'providers',
  fleets: 'fleets',
  people: 'drivers and assistants',
  competences: 'competences',
  vehicles: 'vehicles',
  assignments: 'assignments',
};

const CALLED: Readonly<Record<RegisterList, RegExp>> = {
  providers: /\b(providers?|operators?|suppliers?|contractors?|framework)\b/,
  fleets: /\bfleets?\b/,
  people: /\b(people|drivers?|assistants?|pas?|escorts?|staff|crew|workers?)\b/,
  competences: /\b(competenc\w+|training|qualifications?|skills|certificates?)\b/,
  vehicles: /\b(vehicles?|buses|minibuses|taxis)\b/,
  assignments: /\b(assign\w*|allocat\w*|rota|who drives)\b/,
};

/** The list whose columns fit best, all that it cannot do without among them; null where none fits. */
export function registerTable(
  table: RawTable,
  recall: (headings: readonly string[]) => ColumnMapping | null,
): RegisterTable | null {
  let best: { readonly found: RegisterTable; readonly fit: number } | null = null;
  const called = words(`${table.sheet} ${table.sheet === '' ? table.file : ''}`);
  for (const list of REGISTER_LISTS) {
    const split = splitRows(table, REGISTER_FIELDS[list], recall);
    if (split === null) continue;
    const { columns } = split;
    const missing = columns.missing.filter(({ field }) => !columns.at.has(INSTEAD[field] ?? ''));
    const fit = columns.at.size - 1000 * missing.length + (CALLED[list].test(called) ? 1.5 : 0);
    if (best === null || fit > best.fit)
      best = { found: { list, table, split: { ...split, columns: { ...columns, missing } } }, fit };
  }
  return best === null || best.found.split.columns.missing.length > 0 ? null : best.found;
}
