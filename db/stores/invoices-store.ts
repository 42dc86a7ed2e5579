import { defined } from '../../shared/kernel/assert.ts';
import { formatPence } from '../../shared/format/money.ts';
import type { Invoice, InvoiceLine, InvoiceStep } from '../../shared/model/invoice.ts';
import { INVOICE_ANSWER_WORDS } from '../../shared/model/year-words.ts';
import type { Session } from '../session.ts';
import type { SqlValue } from '../sql.ts';
import type { InvoiceLineGiven, YearStore } from '../year-aggregate.ts';

type InvoicesPart = Pick<
  YearStore,
  | 'invoices'
  | 'invoiceLines'
  | 'invoiceLine'
  | 'invoiceSteps'
  | 'addInvoice'
  | 'setInvoiceLine'
  | 'answerInvoiceLine'
>;

const LINE_COLUMNS = [
  'contract_ref',
  'item',
  'from_on',
  'to_on',
  'half_days',
  'unit_pence',
  'amount_pence',
  'vat_pence',
  'note',
  'held',
  'given',
] as const;

/** Providers' invoices and the answers to their lines. */
export function invoicesPart(session: Session): InvoicesPart {
  const { sql } = session;
  const list = LINE_COLUMNS.join(', ');
  const invoices = sql.prepare(
    'SELECT id, provider, ref, dated_on, file, imported_on FROM invoice ORDER BY id',
  );
  const byRef = sql.prepare('SELECT id FROM invoice WHERE provider = ? AND ref = ?').pluck();
  const refOf = sql.prepare('SELECT ref FROM invoice WHERE id = ?').pluck();
  const addInvoice = sql.prepare(
    'INSERT INTO invoice (provider, ref, dated_on, file, imported_on) VALUES (?, ?, ?, ?, ?)',
  );
  const lines = sql.prepare(
    `SELECT id, invoice_id, line, ${list} FROM invoice_line ORDER BY invoice_id, line`,
  );
  const line = sql.prepare(`SELECT id, invoice_id, line, ${list} FROM invoice_line WHERE id = ?`);
  const lineAt = sql.prepare(
    `SELECT id, invoice_id, line, ${list} FROM invoice_line WHERE invoice_id = ? AND line = ?`,
  );
  const addLine = sql.prepare(
    `INSERT INTO invoice_line (invoice_id, line, ${list}) VALUES (?, ?, ${LINE_COLUMNS.map(() => '?').join(', ')})`,
  );
  const changeLine = sql.prepare(
    `UPDATE invoice_line SET ${LINE_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  );
  const isAnswered = sql
    .prepare('SELECT EXISTS (SELECT 1 FROM invoice_step WHERE line_id = ?)')
    .pluck();
  const steps = sql.prepare(
    'SELECT id, line_id, kind, pence, "on", by, why FROM invoice_step ORDER BY id',
  );
  const addStep = sql.prepare(
    'INSERT INTO invoice_step (line_id, kind, pence, "on", by, why) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const valuesOf = (given: InvoiceLineGiven): SqlValue[] =>
    LINE_COLUMNS.map((column) => given[column]);
  const log = (ref: string, before: string, after: string): void => {
    session.log({ entity: 'invoice', ref, client_id: null, field: 'invoice', before, after });
  };
  const words = (given: InvoiceLineGiven): string =>
    `line ${given.line}, contract ${given.contract_ref}, ${formatPence(given.amount_pence)}`;
  return {
    invoices: () => invoices.all() as Invoice[],
    invoiceLines: () => lines.all() as InvoiceLine[],
    invoiceLine: (id) => (line.get(id) as InvoiceLine | undefined) ?? null,
    invoiceSteps: () => steps.all() as InvoiceStep[],
    addInvoice: (given) => {
      session.mustWrite();
      const known = byRef.get(given.provider, given.ref);
      if (typeof known === 'number') return { id: known, added: false };
      const { provider, ref, dated_on, file, imported_on } = given;
      const { lastInsertRowid } = addInvoice.run(provider, ref, dated_on, file, imported_on);
      log(ref, '', `added, from ${provider === '' ? 'a provider not named' : provider}`);
      return { id: Number(lastInsertRowid), added: true };
    },
    setInvoiceLine: (invoice_id, given) => {
      session.mustWrite();
      const before = lineAt.get(invoice_id, given.line) as InvoiceLine | undefined;
      if (before === undefined) {
        addLine.run(invoice_id, given.line, ...valuesOf(given));
        return 'added';
      }
      if (LINE_COLUMNS.every((column) => before[column] === given[column])) return 'unchanged';
      if (isAnswered.get(before.id) === 1) return null;
      changeLine.run(...valuesOf(given), before.id);
      log(String(refOf.get(invoice_id)), words(before), words(given));
      return 'changed';
    },
    answerInvoiceLine: (given) => {
      session.mustWrite();
      const of = defined(
        line.get(given.line_id) as InvoiceLine | undefined,
        `line ${given.line_id} of an invoice`,
      );
      const { line_id, kind, pence, on, by, why } = given;
      addStep.run(line_id, kind, pence, on, by, why);
      const answer = INVOICE_ANSWER_WORDS[kind].toLowerCase();
      log(
        String(refOf.get(of.invoice_id)),
        '',
        `line ${of.line}, ${formatPence(pence)} ${answer}: ${why}`,
      );
    },
  };
}
