/** `kerbside invoices`: what providers ask for beyond what is due. */
import { writeFileSync } from 'node:fs';
import { formatDate } from '../../shared/format/date.ts';
import { formatPence } from '../../shared/format/money.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { InvoiceRow, InvoiceView } from '../../shared/api/views/invoices.ts';
import { FINDING_WORDS } from '../../shared/service/year/finding-words.ts';
import { invoiceView } from '../jobs/invoices/invoice-view.ts';
import type { Command } from './command.ts';
import {
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';

export const invoices: Command = {
  name: 'invoices',
  summary: 'what providers invoice beyond the days that ran',
  flags: {
    store: STORE_FLAG,
    on: ON_FLAG,
    month: { value: 'YYYY-MM', help: 'the lines of one month; without it of all' },
    all: { help: 'every line, not only those with something found' },
    out: { value: 'FILE', help: 'writes the workbook (.xlsx) too' },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes: 'Changes nothing. Ends with 1 when something is to be asked back.',
  run: async (input) => {
    const month = textFlag(input, 'month') ?? '';
    if (!/^(\d{4}-(0[1-9]|1[0-2]))?$/u.test(month))
      return usage(`${month} is not a month.`, 'Give it like 2026-06.');
    const out = textFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const view = invoiceView(store, { month, provider: '' }, on);
      if (out !== undefined) {
        const { exportInvoices } = await import('../jobs/invoices/export-invoices.ts');
        writeFileSync(out, (await exportInvoices(store, { month, on })).bytes);
      }
      const rows =
        input.flags['all'] === true
          ? view.rows
          : view.rows.filter(({ findings }) => findings.length > 0);
      return ok({
        exit: view.totals.to_query > 0 ? 1 : 0,
        json: { ...view, rows },
        lines: [...rows.map(lineOf), ...sumLines(view)],
      });
    });
  },
};

function lineOf(row: InvoiceRow): string {
  const { line, provider, invoice_ref, findings } = row;
  const days =
    line.from_on === line.to_on
      ? formatDate(line.from_on)
      : `${formatDate(line.from_on)} to ${formatDate(line.to_on)}`;
  const found = findings.map(({ code, pence, sentence }) => `  ${FINDING_WORDS[code]}, ${formatPence(pence)}: ${sentence}`); // prettier-ignore
  return [
    `${provider}, invoice ${invoice_ref}, line ${line.line}, contract ${line.contract_ref}, ${days}: ${formatPence(line.amount_pence)}, over ${formatPence(row.over_pence)}`,
    ...found,
  ].join('\n');
}

function sumLines({ totals, not_invoiced }: InvoiceView): readonly string[] {
  const yet = not_invoiced.reduce((sum, { pence }) => sum + pence, 0);
  return [
    `${formatQuantity(totals.lines, 'line')}: ${formatPence(totals.invoiced_pence)} invoiced = ${formatPence(totals.accepted_pence)} accepted + ${formatPence(totals.queried_pence)} in query + ${formatPence(totals.credited_pence)} credited.`,
    `${formatQuantity(totals.to_query, 'line')} to ask back, ${formatPence(totals.to_query_pence)}. ${formatPence(yet)} of days that ran is not invoiced.`,
  ];
}
