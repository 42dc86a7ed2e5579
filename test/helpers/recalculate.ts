/** A workbook's formulas reckoned anew by LibreOffice, so that no test passes on the values a writer kept beside them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';

const OFFICE = '/usr/bin/soffice';

/** Whether LibreOffice is on this machine. */
export function hasOffice(): boolean {
  return existsSync(OFFICE);
}

/** A sheet as it reads, in rows of text, once LibreOffice has reckoned every formula without the values kept beside them. `folder` is the test's own. */
export async function recalculated(
  workbook: Workbook,
  sheet: string,
  folder: string,
): Promise<string[][]> {
  for (const page of workbook.worksheets) {
    page.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value === 'object' && value !== null && 'formula' in value && value.formula !== undefined) cell.value = { formula: value.formula }; // prettier-ignore
      }),
    );
  }
  const file = join(folder, 'reckoned.xlsx');
  writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  const at = workbook.worksheets.findIndex(({ name }) => name === sheet) + 1;
  // Commas, quotes, UTF-8, as the cells are shown; the last figure is the sheet's place.
  const filter = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,${at}`;
  execFileSync(OFFICE, [`-env:UserInstallation=file://${join(folder, 'office')}`, '--headless', '--convert-to', filter, '--outdir', folder, file], { stdio: 'ignore', timeout: 60_000 }); // prettier-ignore
  return parse(readFileSync(join(folder, `reckoned-${sheet}.csv`)), { relax_column_count: true });
}
