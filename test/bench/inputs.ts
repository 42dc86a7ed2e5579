import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './terminal.ts';

/**
 * A council's export of many applications as .xlsx, written by LibreOffice: the 120 invented rows of the
 * fixture over and over, each with a reference of its own. Null where LibreOffice is not installed.
 */
export function applicationsWorkbook(folder: string, rows: number): string | null {
  const fixture = readFileSync(
    path.join(ROOT, 'test/fixtures/files/summer-2026-sample.csv'),
    'utf8',
  ).replace(/^\uFEFF/, '');
  const [heading, ...lines] = fixture.split(/\r?\n/).filter((line) => line !== '');
  const made = Array.from({ length: rows }, (_, i) =>
    (lines[i % lines.length] ?? '').replace(/^[^,]*/, `KT26-${String(i + 1).padStart(6, '0')}`),
  );
  mkdirSync(folder, { recursive: true });
  const csv = path.join(folder, `applications-${rows}.csv`);
  writeFileSync(csv, [heading, ...made, ''].join('\n'));
  const office = spawnSync(
    'soffice',
    [
      '--headless',
      '--convert-to',
      'xlsx',
      '--infilter=CSV:44,34,76,1,,2057',
      '--outdir',
      folder,
      csv,
    ],
    { encoding: 'utf8', env: { ...process.env, HOME: folder } },
  );
  const workbook = csv.replace(/csv$/, 'xlsx');
  return office.status === 0 && existsSync(workbook) ? workbook : null;
}
