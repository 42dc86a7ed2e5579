/** `kerbside monitor`: the lines of budget monitoring at the end of a period. */
import { writeFileSync } from 'node:fs';
import type { MoneyView } from '../../shared/api/views/money.ts';
import { financialYearName, parsePeriodKey, periodKey, periodWords } from '../../shared/calendar/financial-year.ts'; // prettier-ignore
import { formatPence } from '../../shared/format/money.ts';
import { ok } from '../../shared/kernel/result.ts';
import { CHOSEN_BASIS_WORDS } from '../../shared/model/budget-words.ts';
import { shownLineWords } from '../../shared/money/budget-lines.ts';
import type { MonitorAmounts, MonitorLine } from '../../shared/money/monitor.ts';
import { lastPeriod, moneyView } from '../jobs/money/money-view.ts';
import type { Command } from './command.ts';
import { ON_FLAG, PASSPHRASE_FLAG, STORE_FLAG, textFlag, usage, withStore } from './common-flags.ts'; // prettier-ignore

export const monitorCommand: Command = {
  name: 'monitor',
  summary: 'budget monitoring: budget, actual, accrual, commitment, forecast, variance, movement',
  flags: {
    store: STORE_FLAG,
    period: {
      value: 'YYYY-PP',
      help: 'YYYY is the calendar year in which the financial year starts, PP its period 01 (April) to 12 (March): 2026-04 is July 2026, 2026-10 January 2027 (default: the last one that has ended)',
    },
    out: { value: 'FILE', help: 'writes it too, as .xlsx or .csv by its name' },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'Reads and changes nothing. Income stands below 0; variance is forecast less current budget.',
  run: async (input) => {
    const given = textFlag(input, 'period');
    const asked = given === undefined ? null : parsePeriodKey(given);
    if (given !== undefined && asked === null)
      return usage(`${given} is not a period.`, 'Give the first year of the financial year and the period, such as 2026-04 for July 2026.'); // prettier-ignore
    const out = textFlag(input, 'out');
    if (out !== undefined && !/\.(xlsx|csv)$/u.test(out)) return usage(`${out} is neither .xlsx nor .csv.`, 'Name the file so.'); // prettier-ignore
    return withStore(input, async ({ store, on }) => {
      const period = asked ?? lastPeriod(on);
      const view = moneyView(store, period, on);
      if (out !== undefined) {
        const { exportMonitoring } = await import('../jobs/money/export-monitoring.ts');
        const format = out.endsWith('.csv') ? 'csv' : 'xlsx';
        writeFileSync(out, (await exportMonitoring(store, { period, format, on })).bytes);
      }
      return ok({ exit: 0, json: jsonOf(view), lines: linesOf(view) });
    });
  },
};

function jsonOf(view: MoneyView) {
  return {
    period: periodKey(view),
    financial_year: financialYearName(view.year),
    known_on: view.known_on,
    lines: view.lines.map(({ movement, ...line }) => ({
      ...line,
      label: shownLineWords(line.line),
      movement_pence: movement?.pence ?? null,
      movement: movement?.sentence ?? '',
      movement_parts: movement?.parts ?? [],
      before_pence: movement?.before_pence ?? null,
      restated: movement?.restated ?? null,
    })),
    total: { ...view.total, movement_pence: view.total_movement_pence },
    reconciliation: view.reconciled,
    unmatched: view.unmatched.map(({ line, ...row }) => ({ ...line, ...row })),
    savings: view.savings.map(({ saving, ...standing }) => ({ ...saving, ...standing })),
    heads: view.heads,
    compared_with: view.compared_with,
    signed_off: view.signed_off,
    closings: view.closings,
    notes: view.notes,
  };
}

/** How a line without contracts is forecast. */
function basisWords({ basis, chosen }: MonitorLine): string {
  if (basis === 'contracts') return '';
  const who = chosen === null ? '' : `, ${chosen.by}: ${chosen.reason}`;
  return ` Forecast ${CHOSEN_BASIS_WORDS[basis].toLowerCase()}${basis === 'typed' ? '' : ' (est.)'}${who}.`;
}

const amounts = (line: MonitorAmounts): string =>
  `budget ${formatPence(line.current_pence)} (set at ${formatPence(line.original_pence)}), actual ${formatPence(line.actual_pence)} + accrual ${formatPence(line.accrual_pence)} + commitment ${formatPence(line.commitment_pence)} = forecast ${formatPence(line.forecast_pence)}, variance ${formatPence(line.variance_pence)}; planned and not confirmed ${formatPence(line.plan_pence)}`;

function linesOf(view: MoneyView): readonly string[] {
  const line = (each: MonitorLine): string =>
    `${shownLineWords(each.line)}: ${amounts(each)}.${basisWords(each)} ${each.movement?.sentence ?? ''}`.trimEnd();
  return [
    `${periodWords(view)}, financial year ${financialYearName(view.year)}, as known on ${view.known_on}.`,
    ...(view.empty ? ['Neither a budget nor a ledger was imported: kerbside import --kind budget, --kind ledger.'] : []), // prettier-ignore
    ...signedLines(view),
    ...view.lines.map(line),
    `Total: ${amounts(view.total)}.`,
    ...view.notes,
  ];
}

/** Whether the period was signed off, and what of it is known otherwise now. */
function signedLines({ signed_off, compared_with }: MoneyView): readonly string[] {
  const last = compared_with?.closing ?? null;
  return [
    ...(signed_off === null ? [] : [`Closed on ${signed_off.closed_on} by ${signed_off.closed_by} at a forecast of ${formatPence(signed_off.forecast_pence)}: ${signed_off.reason}`]), // prettier-ignore
    ...(signed_off?.lines ?? []).filter(({ sentence }) => sentence !== '').map(({ line, sentence }) => `  ${shownLineWords(line)}: ${sentence}`), // prettier-ignore
    ...(last === null ? [] : [`Compared with period ${last.period} as ${last.closed_by} signed it off on ${last.closed_on}.`]), // prettier-ignore
  ];
}
