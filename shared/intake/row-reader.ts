import { WEEKDAYS, type IsoDate, type Weekday } from '../calendar/dates.ts';
import type { Field } from './field.ts';
import type { Columns } from './headings.ts';
import { parseDate, type DateRead } from './parse-date.ts';
import { parseDays } from './parse-days.ts';
import { parseMoney, parseNumber, parseTime, parseWhole } from './parse-number.ts';
import { parsePostcode } from './parse-postcode.ts';
import { parseYesNo } from './parse-codes.ts';
import type { Problem } from './problem.ts';
import type { RawRow } from './table.ts';

/** Reads the cells of one row by field and gathers every problem of the row. */
export interface RowReader {
  readonly line: number;
  readonly problems: Problem[];
  /** Whether the file has the column. */
  has(field: string): boolean;
  /** Trimmed text with single spaces, '' where empty or without a column. A formula is kept as text, with a warning. */
  text(field: string): string;
  /** Null where empty; a date that cannot be read is null with a problem of `severity` (a warning unless said otherwise). */
  date(field: string, severity?: Problem['severity']): IsoDate | null;
  /** A date without any problem noted: for checks against another field. */
  peekDate(field: string): IsoDate | null;
  number(field: string, range: Range, severity?: Problem['severity']): number | null;
  whole(field: string, range: Range, severity?: Problem['severity']): number | null;
  /** Whole pence. */
  money(field: string, severity?: Problem['severity']): number | null;
  /** Seconds after midnight. */
  time(field: string): number | null;
  yesNo(field: string): boolean | null;
  /** Every weekday where empty. */
  days(field: string): readonly Weekday[];
  /** Upper case with one space; '' where empty or not understood. A code for no fixed abode is kept, with a warning. */
  postcode(field: string): string;
  /** A code of a list; null where empty or, with a warning, not understood. */
  code<T>(field: string, parse: (text: string) => T | null, known: string): T | null;
  add(field: string, problem: Omit<Problem, 'column' | 'value'>): void;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What all rows of a table share. */
export interface RowContext {
  readonly columns: Columns;
  readonly fields: readonly Field[];
  /** The day of the import: settles the century of two-digit years. */
  readonly on: IsoDate;
}

/** Any space but single ones. */
const SPACES = /\s\s|[^\S ]/;

const EXAMPLE_DATE = 'Write it as day/month/year, such as 03/09/2026, and import the file again.';

/** Cells repeat down a column: what was read of a text once is kept for the table. */
const datesRead = new WeakMap<RowContext, Map<string, DateRead>>();
const codesRead = new WeakMap<(text: string) => unknown, Map<string, unknown>>();
const MOST_KEPT = 10_000;

function readDate(text: string, context: RowContext): DateRead {
  let known = datesRead.get(context);
  if (known === undefined) datesRead.set(context, (known = new Map()));
  let read = known.get(text);
  if (read === undefined) {
    read = parseDate(text, context.on);
    if (known.size < MOST_KEPT) known.set(text, read);
  }
  return read;
}

function readCode<T>(text: string, parse: (text: string) => T | null): T | null {
  let known = codesRead.get(parse);
  if (known === undefined) codesRead.set(parse, (known = new Map()));
  if (known.has(text)) return known.get(text) as T | null;
  const value = parse(text);
  if (known.size < MOST_KEPT) known.set(text, value);
  return value;
}

/** A reader over one row. */
export function rowReader(row: RawRow, context: RowContext): RowReader {
  const { columns } = context;
  const problems: Problem[] = [];
  const cell = (field: string): string => {
    const column = columns.at.get(field);
    return column === undefined ? '' : (row.cells[column] ?? '').trim();
  };
  const columnOf = (field: string): string => {
    const column = columns.at.get(field);
    if (column !== undefined) return columns.headings[column] ?? field;
    return context.fields.find((each) => each.field === field)?.label ?? field;
  };
  const add: RowReader['add'] = (field, problem) => {
    problems.push({ column: columnOf(field), value: cell(field), ...problem });
  };
  const numeric = (
    field: string,
    parse: (text: string) => number | null,
    range: Range,
    severity: Problem['severity'],
  ): number | null => {
    const text = cell(field);
    if (text === '') return null;
    const value = parse(text);
    if (value !== null && value >= range.min && value <= range.max) return value;
    const reason =
      value === null
        ? 'The number was not understood.'
        : `The number is not between ${range.min} and ${range.max}.`;
    add(field, {
      severity,
      code: 'number',
      reason,
      remedy: 'Correct it in the file and import it again.',
    });
    return null;
  };
  return {
    line: row.line,
    problems,
    has: (field) => columns.at.has(field),
    add,
    text: (field) => {
      const raw = cell(field);
      const text = SPACES.test(raw) ? raw.replace(/\s+/g, ' ') : raw;
      if (text.startsWith('=')) add(field, FORMULA);
      return text;
    },
    date: (field, severity = 'warn') => {
      const text = cell(field);
      if (text === '') return null;
      const read = readDate(text, context);
      if (read.kind === 'date') {
        if (read.serial) add(field, serialProblem(read.date));
        return read.date;
      }
      add(field, {
        severity,
        code: `date_${read.kind}`,
        reason: DATE_REASONS[read.kind],
        remedy: EXAMPLE_DATE,
      });
      return null;
    },
    peekDate: (field) => {
      const read = readDate(cell(field), context);
      return read.kind === 'date' ? read.date : null;
    },
    number: (field, range, severity = 'warn') => numeric(field, parseNumber, range, severity),
    whole: (field, range, severity = 'warn') => numeric(field, parseWhole, range, severity),
    money: (field, severity = 'warn') =>
      numeric(field, parseMoney, { min: 0, max: 1_000_000_000 }, severity),
    time: (field) => {
      const text = cell(field);
      const value = text === '' ? null : parseTime(text);
      if (text !== '' && value === null) add(field, notUnderstood('a time of day such as 08:50'));
      return value;
    },
    yesNo: (field) => {
      const text = cell(field);
      const value = text === '' ? null : readCode(text, parseYesNo);
      if (text !== '' && value === null) add(field, notUnderstood('Y or N'));
      return value;
    },
    days: (field) => {
      const text = cell(field);
      const days = text === '' ? WEEKDAYS : readCode(text, parseDays);
      if (days === null)
        add(field, notUnderstood('days such as Mon, Tue or Mon-Fri; every day was taken'));
      return days ?? WEEKDAYS;
    },
    postcode: (field) => {
      const text = cell(field);
      if (text === '') return '';
      const read = parsePostcode(text);
      if (read.kind === 'postcode') return read.postcode;
      add(field, read.kind === 'no_place' ? NO_PLACE : notUnderstood('a full postcode'));
      return read.kind === 'no_place' ? read.postcode : '';
    },
    code: (field, parse, known) => {
      const text = cell(field);
      const value = text === '' ? null : readCode(text, parse);
      if (text !== '' && value === null) add(field, notUnderstood(known));
      return value;
    },
  };
}

const FORMULA: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'formula',
  reason: 'The cell holds a formula. It was kept as text and not run.',
  remedy: 'Correct it on the case page, or put the value into the file and import it again.',
};

const NO_PLACE: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'no_fixed_abode',
  reason: 'The postcode is a code for no fixed abode or an unknown home, so there is no position.',
  remedy: 'Find out where the child is picked up and set the pin on the case page.',
};

const DATE_REASONS = {
  not_real: 'There is no such day.',
  month_first: 'The month stands before the day, so the date cannot be read safely.',
  not_understood: 'The date was not understood.',
} as const;

function serialProblem(date: IsoDate): Omit<Problem, 'column' | 'value'> {
  const british = `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
  return {
    severity: 'warn',
    code: 'date_serial',
    reason: `The cell holds a spreadsheet's day number, read as ${british}.`,
    remedy: 'Check the date; in the spreadsheet, format the column as a date.',
  };
}

/** A value that is none of those known; the field stays empty. */
export function notUnderstood(known: string): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'warn',
    code: 'not_understood',
    reason: `The value was not understood: expected ${known}.`,
    remedy: 'Set it on the case page, or correct it in the file and import it again.',
  };
}
