/** Figures of whole commands of the terminal, process start included. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REAL_DATA } from '../helpers/real-data.ts';
import { applicationsWorkbook } from './inputs.ts';
import type { Figure, Skipped } from './measure.ts';
import { timeCommand } from './terminal.ts';

const RUNS = 3;

/** The invented county made, planned and exported as a workbook: three commands, one figure. */
export function benchDemo(folder: string): readonly Figure[] {
  const runs: number[] = [];
  const parts: number[][] = [[], [], []];
  for (let run = 0; run < RUNS; run++) {
    const store = path.join(folder, `demo-${run}.kerbside`);
    const commands = [
      ['demo', '--store', store],
      ['plan', '--store', store, '--all'],
      [
        'export',
        '--store',
        store,
        '--report',
        'cost-pressure',
        '--format',
        'xlsx',
        '--out',
        path.join(folder, `demo-${run}.xlsx`),
      ],
    ];
    const times = commands.map((args) => timeCommand(args).seconds);
    times.forEach((time, i) => parts[i]?.push(time));
    runs.push(times.reduce((sum, time) => sum + time, 0));
  }
  const part = (name: string, i: number): Figure => ({
    name,
    unit: 's',
    runs: parts[i] ?? [],
    target: null,
    note: 'part of the figure above',
  });
  return [
    {
      name: 'demonstration county built, planned, exported',
      unit: 's',
      runs,
      target: 90,
      note: '6,539 clients, whole commands',
    },
    part('  of which built', 0),
    part('  of which planned', 1),
    part('  of which exported (.xlsx)', 2),
  ];
}

/** 20,000 applications from a workbook into an encrypted store. */
export function benchApplications(folder: string): Figure | Skipped {
  const name = '20,000 applications from .xlsx';
  const workbook = applicationsWorkbook(folder, 20_000);
  if (workbook === null) return { name, skipped: 'LibreOffice is not installed' };
  return {
    name,
    unit: 's',
    runs: importRuns(folder, 'applications', [workbook]),
    target: 5,
    note: 'whole command into a new encrypted store',
  };
}

/** The four Code-Point Open files of the real data. */
export function benchPostcodes(folder: string): Figure | Skipped {
  const name = 'four Code-Point files (64,807 rows)';
  const data = REAL_DATA;
  if (data === null) return { name, skipped: 'the real files are not here' };
  const files = ['ct', 'da', 'me', 'tn'].map((area) => path.join(data, 'postcodes', `${area}.csv`));
  return {
    name,
    unit: 's',
    runs: importRuns(folder, 'postcodes', files),
    target: 3,
    note: 'whole command into a new encrypted store',
  };
}

function importRuns(folder: string, kind: string, files: readonly string[]): number[] {
  const secret = path.join(folder, 'passphrase.txt');
  writeFileSync(secret, 'a long bench passphrase\n');
  return Array.from({ length: RUNS }, (_, run) => {
    const store = path.join(folder, `import-${kind}-${run}.kerbside`);
    rmSync(store, { force: true });
    return timeCommand([
      'import',
      '--store',
      store,
      '--passphrase-file',
      secret,
      '--kind',
      kind,
      ...files,
    ]).seconds;
  });
}
