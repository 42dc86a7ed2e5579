/** Providers' invoices against the days that ran. */
import { formatPence } from '../../../shared/format/money.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { invoiceView } from '../../jobs/invoices/invoice-view.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';

export const invoicesHandlers: Handlers<'invoices/list' | 'invoices/answer' | 'invoices/export'> = {
  'invoices/list': async ({ month, provider, lines }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const made = await host.page('invoice_lines');
    if (!made.ok) return made;
    const view = invoiceView(store.value, { month, provider }, host.today());
    if (lines === 'all') return ok(view);
    return ok({
      ...view,
      rows: view.rows.filter(({ findings, steps }) => findings.length > 0 || steps.length > 0),
    });
  },

  'invoices/answer': async ({ line_id, kind, pence, why, by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const find = async () => {
      const made = await host.page('invoice_lines');
      return made.ok ? lineOf() : undefined;
    };
    const lineOf = () =>
      invoiceView(store, { month: '', provider: '' }, host.today()).rows.find(
        ({ line }) => line.id === line_id,
      );
    const row = await find();
    if (row === undefined)
      return fail('no_such_record', 'There is no such line.', 'Look at the invoices again.', {
        line_id,
      });
    const signer = by.trim();
    const words = why.trim();
    const most = kind === 'queried' ? row.line.amount_pence : row.queried_pence;
    const problems = [
      ...(words === '' ? ['Write why.'] : []),
      ...(signer === '' ? ['Sign with your name.'] : []),
      ...(row.line.amount_pence <= 0 ? ['There is nothing to ask back on this line.'] : []),
      ...(pence > most && row.line.amount_pence > 0
        ? [
            kind === 'queried'
              ? `The line is for ${formatPence(most)}.`
              : `Only ${formatPence(most)} of the line is in query.`,
          ]
        : []),
      ...(pence === 0 ? ['Give an amount.'] : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    store.write({ who: signer, why: 'hand' }, () => {
      store.inYear.answerInvoiceLine({
        line_id,
        kind,
        pence,
        on: host.today(),
        by: signer,
        why: words,
      });
    });
    host.changed('data');
    return ok((await find()) ?? row);
  },

  'invoices/export': ({ month }, host) =>
    host.startJob({ kind: 'export', label: 'Invoices, workbook', report: 'invoices', month }),
};
