import { historySentence } from '../../shared/history/sentence.ts';
import { valueInWords } from '../../shared/history/value-words.ts';
import type { Sql } from '../sql.ts';

/** What stands for a value that tells where a child with a protected address lives: lists and files never say it. */
export const HIDDEN = 'hidden: protected address';

/** A line as it lies in the file, with its change. */
export interface HistoryRow {
  readonly id: number;
  readonly change_id: number;
  readonly at: string;
  readonly who: string;
  readonly why: string;
  readonly entity: string;
  readonly ref: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Puts lines into words; codes of schools and districts become their names. */
export function historyWords(sql: Sql): (row: HistoryRow) => string {
  const schoolName = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  const districtName = sql.prepare('SELECT name FROM district WHERE code = ?').pluck();
  const named = (field: string, value: string): string => {
    if (value === '') return '';
    if (field === 'school_urn')
      return (schoolName.get(Number(value)) as string | undefined) ?? value;
    if (field === 'district_code') return (districtName.get(value) as string | undefined) ?? value;
    return valueInWords(field, value);
  };
  return (row) =>
    historySentence({
      ...row,
      before: named(row.field, row.before),
      after: named(row.field, row.after),
    });
}

/** A pin's two numbers as one value: `51.2, 0.5`. */
export function positionPair(lat: string, lon: string | undefined): string {
  return lat === '' ? '' : `${lat}, ${lon ?? '?'}`;
}
