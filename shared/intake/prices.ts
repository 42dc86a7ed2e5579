import type { ReportRow } from '../model/import.ts';
import type { CpiMonth, FuelPrice, WageFloor } from '../model/money.ts';
import { parseMoney, parseNumber } from './parse-number.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext } from './row-reader.ts';
import { mergeRuns, notRecord } from './split-rows.ts';
import type { RawRow } from './table.ts';

export interface Parsed<T> {
  readonly line: number;
  readonly record: T | null;
  readonly problems: readonly Problem[];
}

const refuse = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
  severity: 'refuse',
  code,
  reason,
  remedy: 'Correct it in the file, or fetch the file from its publisher again.',
});

/** Reads weekly pump prices: pence a litre, kept in hundredths of a penny. 20 to 600 pence. */
export function parseFuel(
  rows: readonly RawRow[],
  context: RowContext,
): readonly Parsed<FuelPrice>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const week_on = row.date('week_on', 'refuse');
    const range = { min: 20, max: 600 };
    const petrol = row.number('petrol', range, 'refuse');
    const diesel = row.number('diesel', range, 'refuse');
    if (row.problems.length === 0 && (week_on === null || petrol === null || diesel === null))
      row.add('week_on', refuse('incomplete', 'The row lacks its date or a price.'));
    const record =
      week_on === null || petrol === null || diesel === null
        ? null
        : { week_on, petrol: hundredths(petrol), diesel: hundredths(diesel) };
    return { line: row.line, record, problems: row.problems };
  });
}

function hundredths(pence: number): number {
  return parseMoney(String(pence)) ?? 0;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2026 JAN`, `Jan 2026`, `January 2026`, `Jan-26`, `2026-01`, `01/01/2026` as `2026-01`; null for anything else. */
export function parseMonth(text: string): string | null {
  const cell = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{2})(?:-\d{2}(?:t.*)?)?$/.exec(cell);
  if (iso && Number(iso[2]) >= 1 && Number(iso[2]) <= 12) return `${iso[1]}-${iso[2]}`;
  const british = /^01\/(\d{2})\/(\d{4})$/.exec(cell);
  if (british && Number(british[1]) >= 1 && Number(british[1]) <= 12)
    return `${british[2]}-${british[1]}`;
  const named =
    /^(\d{4})[ -]([a-z]{3,9})$/.exec(cell) ?? swap(/^([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(cell));
  if (!named) return null;
  const month = MONTHS.indexOf((named[2] ?? '').slice(0, 3)) + 1;
  const year = (named[1] ?? '').length === 2 ? `20${named[1]}` : named[1];
  return month === 0 ? null : `${year}-${String(month).padStart(2, '0')}`;
}

function swap(
  match: RegExpExecArray | null,
): readonly [string, string | undefined, string | undefined] | null {
  return match ? [match[0], match[2], match[1]] : null;
}

/**
 * Reads an ONS time series as downloaded (metadata, then years, quarters and months in one column), or any two columns of months and
 * values. Years, quarters and metadata are no records.
 */
export function parseCpi(
  rows: readonly RawRow[],
  columns: { readonly month: number; readonly index: number },
): { readonly parsed: readonly Parsed<CpiMonth>[]; readonly not_records: readonly ReportRow[] } {
  const parsed: Parsed<CpiMonth>[] = [];
  const not_records: ReportRow[] = [];
  for (const row of rows) {
    const label = (row.cells[columns.month] ?? '').trim();
    const month = parseMonth(label);
    if (month === null) {
      not_records.push(notRecord(row, reasonFor(label)));
      continue;
    }
    const value = (row.cells[columns.index] ?? '').trim();
    const index = parseNumber(value);
    const good = index !== null && index > 0 && index < 10_000;
    const problems: Problem[] = good
      ? []
      : [{ column: 'Index', value, ...refuse('number', notAnIndex(index)) }];
    parsed.push({ line: row.line, record: good ? { month, index } : null, problems });
  }
  return { parsed, not_records: mergeRuns(not_records) };
}

function notAnIndex(index: number | null): string {
  if (index === null) return 'The index was not understood.';
  return index <= 0
    ? 'A price index is above nothing.'
    : 'The index is far beyond what a price index is.';
}

function reasonFor(label: string): { code: string; reason: string } {
  if (label === '') return { code: 'empty_line', reason: 'The line is empty.' };
  if (/^\d{4}( q[1-4])?$/i.test(label))
    return {
      code: 'other_period',
      reason: 'The line is a year or a quarter; the months are used.',
    };
  return { code: 'metadata', reason: 'The line describes the series.' };
}

/** Reads wage floors: pounds an hour from a date for an age band. Without an upper age the band is open. */
export function parseWages(
  rows: readonly RawRow[],
  context: RowContext,
): readonly Parsed<WageFloor>[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const from_on = row.date('from_on', 'refuse');
    const min_age = row.whole('min_age', { min: 0, max: 120 }, 'refuse');
    const max_age = row.whole('max_age', { min: 1, max: 1000 }, 'refuse') ?? 1000;
    const rate = row.money('rate', 'refuse');
    const complete =
      from_on !== null && min_age !== null && rate !== null && rate > 0 && max_age > min_age;
    if (rate !== null && rate <= 0)
      row.add('rate', refuse('number', 'A wage floor is above nothing.'));
    if (row.problems.length === 0 && !complete)
      row.add('rate', refuse('incomplete', 'The row lacks its date, age band or rate.'));
    const record = complete ? { from_on, min_age, max_age, pence_an_hour: rate } : null;
    return { line: row.line, record, problems: row.problems };
  });
}
