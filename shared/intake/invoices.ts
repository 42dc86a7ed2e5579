import { addDays, isoDate, type IsoDate } from '../calendar/dates.ts';
import type { HeldReason, InvoiceItem } from '../model/invoice.ts';
import { parseNumber } from './parse-number.ts';
import { parseMonth } from './prices.ts';
import { readRef } from './people.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import { isForeign, isPounds, signedMoney } from './signed-money.ts';
import type { RawRow } from './table.ts';

/** A line of an invoice as a file gives it; its place in the invoice is given later. */
export interface ParsedInvoiceLine {
  readonly line: number;
  readonly invoice_ref: string;
  readonly provider: string;
  readonly dated_on: IsoDate | null;
  readonly record: {
    readonly contract_ref: string;
    readonly item: InvoiceItem;
    readonly from_on: IsoDate;
    readonly to_on: IsoDate;
    readonly half_days: number | null;
    readonly unit_pence: number | null;
    readonly amount_pence: number;
    readonly vat_pence: number | null;
    readonly note: string;
    readonly held: HeldReason;
    readonly given: string;
  } | null;
  readonly problems: readonly Problem[];
}

const AGAIN = 'Ask the provider for it, or correct it in the file and import it again.';
const refuse = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
  severity: 'refuse',
  code,
  reason,
  remedy: AGAIN,
});
const hold = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
  severity: 'hold',
  code,
  reason,
  remedy:
    'The line is kept and nothing of it is counted. Ask the provider for it in pounds and figures.',
});

/** Reads invoices, a line each. A line in another currency, or a formula instead of a figure, is kept and held: nothing is lost, and nothing of it is counted. */
export function parseInvoices(
  rows: readonly RawRow[],
  context: RowContext,
): readonly ParsedInvoiceLine[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const invoice_ref = row.text('invoice_ref');
    if (invoice_ref === '') row.add('invoice_ref', refuse('no_invoice', 'The row has no invoice number.')); // prettier-ignore
    const period = periodOf(row);
    const money = moneyOf(row, period !== null && period.from_on === period.to_on);
    const record =
      period === null || invoice_ref === '' || money === null
        ? null
        : {
            contract_ref: readRef(row.text('contract_ref')),
            item: itemOf(row),
            ...period,
            ...money,
            note: row.text('note').slice(0, 400),
          };
    const { line, problems } = row;
    return {
      line,
      invoice_ref,
      provider: row.text('provider'),
      dated_on: row.date('dated_on'),
      record,
      problems,
    };
  });
}

/** The day, or the first and last day, that a line is about; null with its problem where it names none. */
function periodOf(row: RowReader): { readonly from_on: IsoDate; readonly to_on: IsoDate } | null {
  const day = row.date('day', 'refuse');
  if (day !== null) return { from_on: day, to_on: day };
  const from_on = row.date('from_on', 'refuse');
  const to_on = row.date('to_on', 'refuse') ?? from_on;
  if (from_on !== null && to_on !== null) {
    if (to_on >= from_on) return { from_on, to_on };
    row.add('to_on', refuse('ends_before_start', 'The period ends before it starts.'));
    return null;
  }
  const month = parseMonth(row.text('month'));
  if (month !== null) {
    const first = isoDate(`${month}-01`);
    let last = addDays(first, 27);
    while (addDays(last, 1).startsWith(month)) last = addDays(last, 1);
    return { from_on: first, to_on: last };
  }
  if (row.problems.every(({ severity }) => severity !== 'refuse'))
    row.add('day', refuse('no_period', 'The row names no day, period or month.'));
  return null;
}

type Money = Pick<
  NonNullable<ParsedInvoiceLine['record']>,
  'half_days' | 'unit_pence' | 'amount_pence' | 'vat_pence' | 'held' | 'given'
>;

/** Days, price and amount. Any two of them give the third; a credit may stand below 0. */
function moneyOf(row: RowReader, isDay: boolean): Money | null {
  const cells = [row.text('amount'), row.text('unit'), row.text('currency')];
  const held = (reason: HeldReason, given: string): Money => ({
    half_days: null,
    unit_pence: null,
    amount_pence: 0,
    vat_pence: null,
    held: reason,
    given: given.slice(0, 200),
  });
  const formula = cells.slice(0, 2).find((cell) => cell.startsWith('='));
  if (formula !== undefined) {
    row.add('amount', hold('formula_amount', 'The amount is a formula, which is never run.'));
    return held('formula', formula);
  }
  const foreign = cells.find((cell, at) => isForeign(cell) || (at === 2 && !isPounds(cell))); // prettier-ignore
  if (foreign !== undefined) {
    row.add('currency', hold('wrong_currency', `The amount is not in pounds (${foreign}).`));
    return held('currency', `${cells[0] ?? ''} ${cells[2] ?? ''}`.trim());
  }
  const amount = signedMoney(row, 'amount');
  const unit_pence = row.money('unit');
  const half_days = halfDaysOf(row) ?? (isDay && amount === null ? 2 : null);
  const vat_pence = signedMoney(row, 'vat');
  const worked =
    amount ??
    (unit_pence !== null && half_days !== null ? Math.round((unit_pence * half_days) / 2) : null);
  if (worked === null) {
    row.add('amount', hold('no_amount', 'The row gives no amount, nor days and a price.'));
    return held('unclear', cells.filter(Boolean).join(' '));
  }
  if (vat_pence !== null && Math.abs(vat_pence) * 5 > Math.abs(worked) + 5)
    row.add('vat', {
      severity: 'warn',
      code: 'vat_above_standard',
      reason:
        'The VAT is more than 20% of the amount (standard rate, Value Added Tax Act 1994 s2).',
      remedy: 'Ask the provider for a corrected invoice.',
    });
  return { half_days, unit_pence, amount_pence: worked, vat_pence, held: '', given: '' };
}

/** Days in halves: `21`, `9.5`; null where empty or, with its problem, not whole halves. */
function halfDaysOf(row: RowReader): number | null {
  const text = row.text('days');
  if (text === '') return null;
  const days = parseNumber(text);
  if (days !== null && days >= 0 && days <= 400 && Number.isInteger(days * 2)) return days * 2;
  row.add('days', {
    severity: 'warn',
    code: 'days',
    reason: 'The days were not understood as whole or half days.',
    remedy: AGAIN,
  });
  return null;
}

function itemOf(row: RowReader): InvoiceItem {
  const words = `${row.text('item')} ${row.text('note')}`.toLowerCase();
  if (/\b(assistant|escort|pa|chaperone)\b/u.test(words)) return 'assistant';
  return /\b(vehicle|transport only|taxi only)\b/u.test(words) ? 'vehicle' : '';
}
