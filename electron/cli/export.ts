/** `kerbside export`: the cost pressure summary, or the register of providers, as a file. */
import { ok } from '../../shared/kernel/result.ts';
import { exportRegister } from '../jobs/export-register.ts';
import { exportReport } from '../jobs/export-report.ts';
import type { Command } from './command.ts';
import { scenarioFlag } from './forecast.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';
import { writeWhole } from '../files/whole-file.ts';

const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

export const exportCommand: Command = {
  name: 'export',
  summary: 'write the cost pressure summary, or the register of people and vehicles',
  flags: {
    store: STORE_FLAG,
    report: { value: 'cost-pressure|register', help: 'which report', required: true },
    format: { value: 'xlsx|csv|pdf', help: 'which format', required: true },
    out: { value: 'FILE', help: 'the file to write', required: true },
    assumptions: {
      value: 'FILE',
      help: 'JSON of a scenario for the years to come; what it leaves out is the central one’s',
    },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'A .pdf needs Chromium (or Electron); without one it ends with 1 and says how to install it.',
  run: async (input) => {
    const report = textFlag(input, 'report') ?? '';
    if (report !== 'cost-pressure' && report !== 'register') {
      return usage(`There is no report ${report}.`, 'Give --report cost-pressure or register.');
    }
    const format = FORMATS.find((known) => known === textFlag(input, 'format'));
    if (format === undefined) {
      return usage(
        `There is no format ${textFlag(input, 'format') ?? ''}.`,
        'Give --format xlsx, csv or pdf.',
      );
    }
    const out = pathFlag(input, 'out');
    if (report === 'register' && format !== 'xlsx')
      return usage('The register is written as a workbook.', 'Give --format xlsx.');
    const scenario = scenarioFlag(input);
    if (!scenario.ok) return scenario;
    return withStore(input, async ({ store, on }) => {
      const made =
        report === 'register'
          ? ok(await exportRegister(store, on))
          : await exportReport(store, { report, format, on, scenario: scenario.value }, input.ctx);
      if (!made.ok) return made;
      const written = writeWhole(out, made.value.bytes);
      if (!written.ok) return written;
      const bytes = made.value.bytes.byteLength;
      return ok({
        exit: 0,
        json: { out, report, format, bytes },
        lines: [`Wrote ${out} (${bytes} bytes).`],
      });
    });
  },
};
