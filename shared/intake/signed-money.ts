import { parseMoney } from './parse-number.ts';
import type { Problem } from './problem.ts';
import type { RowReader } from './row-reader.ts';

/** Signs of currencies that are not pounds, and the mark of another currency's format in a workbook. */
const FOREIGN = /[€$¥¤]|\b(eur|usd|euros?|dollars?)\b/iu;
const POUNDS = /^(gbp|£|pounds?|pounds? sterling|sterling)?$/iu;

/** Whether a cell's amount is not in pounds. */
export function isForeign(amount: string): boolean {
  return FOREIGN.test(amount);
}

/** Whether a currency cell names pounds, or nothing. */
export function isPounds(currency: string): boolean {
  return POUNDS.test(currency.trim());
}

/** Pence of an amount with its sign as ledgers write it: `-120.00`, `(120.00)`, `120.00-`, `120.00 CR`; null where it is none. */
export function parseSignedMoney(text: string): number | null {
  const cell = text.trim().replaceAll('−', '-');
  const mark = /^(.*\d)\s*(-|cr|dr)$/iu.exec(cell);
  if (mark === null) return parseMoney(cell);
  const pence = parseMoney(mark[1] ?? '');
  if (pence === null) return null;
  return mark[2]?.toLowerCase() === 'dr' ? pence : -pence || 0;
}

const AGAIN = 'Ask the provider for it, or correct it in the file and import it again.';
const NOT_AN_AMOUNT: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'number',
  reason: 'The amount was not understood.',
  remedy: AGAIN,
};

/** Pence of a cell that may stand below 0; null where empty or, with its problem, not understood. */
export function signedMoney(row: RowReader, name: string): number | null {
  const text = row.text(name);
  if (text === '') return null;
  const pence = parseSignedMoney(text);
  if (pence === null) row.add(name, NOT_AN_AMOUNT);
  return pence;
}
