/** `kerbside export`: the cost pressure summary, the register of providers, or a list of value, as a file. */
import { SEAT_LISTS, VALUE_EXPORTS, type ValueExport } from '../../shared/api/views/value.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { exportValue } from '../api/value/export-value.ts';
import { exportRegister } from '../jobs/export-register.ts';
import { exportReport, type ExportedFile } from '../jobs/export-report.ts';
import { reckonValue } from '../jobs/value/reckon-value.ts';
import type { Command, CommandInput } from './command.ts';
import { scenarioFlag } from './forecast.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
  type OpenStore,
} from './common-flags.ts';
import { writeWhole } from '../files/whole-file.ts';

const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

/** Reports with the formats that each is written in. */
const REPORTS: Readonly<Record<string, readonly (typeof FORMATS)[number][]>> = {
  'cost-pressure': FORMATS,
  register: ['xlsx'],
  ...Object.fromEntries(VALUE_EXPORTS.map((what) => [`value-${what}`, ['csv'] as const])),
};

export const exportCommand: Command = {
  name: 'export',
  summary:
    'write the cost pressure summary, the register of people and vehicles, or a list of value',
  flags: {
    store: STORE_FLAG,
    report: { value: 'REPORT', help: Object.keys(REPORTS).join(', '), required: true },
    format: { value: 'xlsx|csv|pdf', help: 'which format', required: true },
    out: { value: 'FILE', help: 'the file to write', required: true },
    list: {
      value: 'LIST',
      help: `of value-seats: ${SEAT_LISTS.filter((list) => list !== 'training').join(', ')} (default saves)`,
    },
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
    const formats = REPORTS[report];
    if (formats === undefined)
      return usage(`There is no report ${report}.`, `Give --report ${Object.keys(REPORTS).join(', ')}.`); // prettier-ignore
    const format = FORMATS.find((known) => known === textFlag(input, 'format'));
    if (format === undefined) {
      return usage(
        `There is no format ${textFlag(input, 'format') ?? ''}.`,
        'Give --format xlsx, csv or pdf.',
      );
    }
    const out = pathFlag(input, 'out');
    if (!formats.includes(format))
      return usage(`${report} is not written as .${format}.`, `Give --format ${formats.join(', ')}.`); // prettier-ignore
    const list = SEAT_LISTS.find((known) => known === (textFlag(input, 'list') ?? 'saves'));
    if (list === undefined || list === 'training')
      return usage(`There is no list ${textFlag(input, 'list') ?? ''}.`, `Give --list ${SEAT_LISTS.filter((each) => each !== 'training').join(', ')}.`); // prettier-ignore
    const scenario = scenarioFlag(input);
    if (!scenario.ok) return scenario;
    const what = VALUE_EXPORTS.find((each) => report === `value-${each}`);
    return withStore(input, async ({ store, on }) => {
      const made =
        what !== undefined
          ? valueFile({ store, on }, { what, list }, input)
          : report === 'register'
            ? ok(await exportRegister(store, on))
            : await exportReport(store, { report: 'cost-pressure', format, on, scenario: scenario.value }, input.ctx); // prettier-ignore
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

/** A list of value; what is dear is worked out first, as the page does when it is asked. */
function valueFile(
  { store, on }: Pick<OpenStore, 'store' | 'on'>,
  asked: { readonly what: ValueExport; readonly list: (typeof SEAT_LISTS)[number] },
  { ctx }: CommandInput,
): Result<ExportedFile> {
  const made = exportValue(store, on, asked);
  if (made.ok || made.error.code !== 'not_worked_out') return made;
  const done = reckonValue(store, { what: asked.what === 'lone' ? 'lone' : 'seats', on }, ctx);
  return done.ok ? exportValue(store, on, asked) : done;
}
