/** Index clauses of a file. */
import { parseMonthKey } from '../calendar/months.ts';
import type { IndexClause, PriceIndex } from '../model/index-clause.ts';
import { parseMonth, type Parsed } from './prices.ts';
import { rowReader, type RowContext } from './row-reader.ts';
import type { RawRow } from './table.ts';

/** A clause as a file has it; '' for a reference that is to be made. */
export type GivenClause = Omit<IndexClause, 'id' | 'withdrawn'>;

const INDEX_NAMES: readonly (readonly [RegExp, PriceIndex])[] = [
  [/diesel|ulsd|derv/i, 'diesel'],
  [/petrol|unleaded|ulsp/i, 'petrol'],
  [/cpi|consumer|inflation/i, 'cpi'],
  [/wage|nlw|nmw|labour/i, 'wage_floor'],
];

/** An index by any of its usual names; null for anything else. */
export function parseIndexName(text: string): PriceIndex | null {
  return INDEX_NAMES.find(([name]) => name.test(text))?.[1] ?? null;
}

const refuse = (code: string, reason: string, remedy: string) => ({ severity: 'refuse' as const, code, reason, remedy }); // prettier-ignore

/** Reads clauses. Triggers are pence a litre, index points or pounds an hour, as their index is published. */
export function parseClauses(
  rows: readonly RawRow[],
  context: RowContext,
): readonly Parsed<GivenClause>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const named = row.text('index');
    const index = parseIndexName(named);
    const percent = { min: -1000, max: 1000 };
    const share = row.number('share_percent', { min: 0, max: 100 }, 'refuse');
    const fixed = row.number('fixed_percent', percent, 'refuse');
    const from_on = row.date('from_on', 'refuse');
    const monthText = row.text('base_month');
    const month = monthText === '' ? null : parseMonth(monthText);
    const base_month = month === null ? null : parseMonthKey(month);
    const trigger = row.number('trigger', { min: 0, max: 1_000_000 }, 'refuse');
    if (index === null) row.add('index', refuse('index_unknown', `“${named}” is no index that Kerbside follows.`, 'Write diesel, petrol, CPI or wage floor.'));
    if (monthText !== '' && base_month === null) row.add('base_month', refuse('month', 'The month was not understood.', 'Write it as 2026-04 or Apr 2026.'));
    if (share === null && row.text('share_percent') === '') row.add('share_percent', refuse('incomplete', 'The row does not say which share of the price follows.', 'Give a per cent above 0.'));
    if (from_on === null && row.text('from_on') === '') row.add('from_on', refuse('incomplete', 'The row does not say from when the clause holds.', 'Give its first day.'));
    const clause: Omit<GivenClause, 'index' | 'share_percent' | 'from_on'> = {
      ref: row.text('ref'),
      provider: row.text('provider'),
      contract_ref: row.text('contract_ref'),
      kind: fixed === null ? 'proportional' : 'fixed',
      fixed_percent: fixed,
      base_month,
      lag_months: row.whole('lag_months', { min: 0, max: 24 }, 'refuse') ?? 0,
      cap_percent: row.number('cap_percent', { min: 0, max: 1000 }, 'refuse'),
      collar_percent: row.number('collar_percent', { min: 0, max: 100 }, 'refuse'),
      trigger: trigger === null || index === null ? null : inUnit(index, trigger),
      symmetric: row.yesNo('symmetric') ?? false,
      to_on: row.date('to_on', 'refuse'),
      source: row.text('source'),
    };
    const isWhole = index !== null && share !== null && from_on !== null && row.problems.every(({ severity }) => severity !== 'refuse');
    const record = isWhole ? { ...clause, index, share_percent: share, from_on } : null;
    return { line: row.line, record, problems: row.problems };
  });
} // prettier-ignore

/** From the unit that people write to the one that is kept: hundredths of a penny a litre, pence an hour, points. */
export function inUnit(index: PriceIndex, value: number): number {
  return index === 'cpi' ? value : Math.round(value * 100);
}
