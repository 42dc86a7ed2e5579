import { basename } from 'node:path';
import {
  LIST_WORDS,
  registerTable,
  type RegisterTable,
} from '../../../shared/intake/register-lists.ts';
import type { RawTable } from '../../../shared/intake/table.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { ColumnMapping } from '../../../shared/model/import.ts';
import { readTables } from '../../files/read-tables.ts';
import { recallMapping, sheetLeftOut } from './load-tables.ts';
import type { ImportRun, LoadedTable } from './prepared.ts';

/** A list of the register as it was loaded. */
export type LoadedList = LoadedTable & Pick<RegisterTable, 'list'>;

type Recall = (headings: readonly string[]) => ColumnMapping | null;

/** Every sheet of a file that is a list of the register; the others are told of with the first. */
export function registerLists(tables: readonly RawTable[], recall: Recall): readonly LoadedList[] {
  const found = tables.flatMap((table) => registerTable(table, recall) ?? []);
  const used = new Set(found.map(({ table }) => table));
  const left_out = tables
    .filter((table) => !used.has(table) && table.rows.length > 0)
    .map(sheetLeftOut);
  return found.map((each, at) => ({
    ...each,
    label: tables.length > 1 ? `${each.table.file}, sheet ${each.table.sheet}` : each.table.file,
    left_out: at === 0 ? left_out : [],
  }));
}

/** Reads every file; one without any list of the register refuses the import. */
export async function loadRegister(run: ImportRun): Promise<Result<readonly LoadedList[]>> {
  const { files, mapping } = run.request;
  const recall = recallMapping(run.store, 'register', mapping);
  const loaded: LoadedList[] = [];
  for (const [i, file] of files.entries()) {
    run.ctx.stage(`Reading ${basename(file.name)}`, i / files.length);
    const tables = await readTables(file, run.ctx.cancelled);
    if (!tables.ok) return tables;
    const found = registerLists(tables.value, recall);
    if (found.length === 0) return notARegister(file.name, tables.value);
    if (found.every(({ split }) => split.rows.length === 0))
      return fail(
        'no_rows',
        `${file.name} has headings but no rows below them.`,
        'Check that the export worked and choose the file again.',
      );
    loaded.push(...found);
  }
  return ok(loaded);
}

function notARegister(name: string, tables: readonly RawTable[]) {
  const [first] = tables;
  const headings = first?.rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))?.cells;
  return fail(
    'headings_not_understood',
    `${name} was not understood as any list of the register: ${Object.values(LIST_WORDS).join(', ')}.`,
    'Map the columns by hand, or check that this is the right file.',
    { headings: headings ?? [] },
  );
}
