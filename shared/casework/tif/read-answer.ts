/** What was typed, as the form keeps it. What cannot be understood is kept as typed, and a sentence says what is wrong with it. */
import { WEEKDAYS, parseIsoDate, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatTimeOfDay } from '../../format/time.ts';
import { parseDate } from '../../intake/parse-date.ts';
import { parseDays } from '../../intake/parse-days.ts';
import { parseNumber, parseTime } from '../../intake/parse-number.ts';
import { parsePostcode } from '../../intake/parse-postcode.ts';
import type { AnswerKind, TifQuestion } from './question.ts';

/** Chairs with their users weigh well within this, kilograms [A]; the rest is a slip of the keyboard. */
const KG = { min: 1, max: 600 };
/** A ride limit, minutes [A]. */
const MINUTES = { min: 1, max: 240 };

/** Yes and no, as choices. */
export const YES_NO = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
] as const;

/** The answers that a question offers; none where it takes words. */
export function choicesFor(question: TifQuestion): readonly { id: string; label: string }[] {
  return question.kind === 'yes_no' ? YES_NO : (question.choices ?? []);
}

/** What was typed in the form's own notation, or as it was typed. `on` settles the century of a date. */
export function readAnswer(question: TifQuestion, typed: string, on: IsoDate): string {
  if (typed.trim() === '') return '';
  return READERS[question.kind]?.(typed.trim(), question, on) ?? typed;
}

type Read = (typed: string, question: TifQuestion, on: IsoDate) => string | null;

/** A choice by its code or its words, or by the beginning of one alone of them. */
const readChoice: Read = (typed, question) => {
  const text = typed.toLowerCase();
  const choices = choicesFor(question);
  const exact = choices.find(({ id, label }) => id === text || label.toLowerCase() === text);
  const begins = choices.filter(({ label }) => label.toLowerCase().startsWith(text));
  return exact?.id ?? (begins.length === 1 ? (begins[0]?.id ?? null) : null);
};

const readNumber: Read = (typed) => {
  const number = parseNumber(typed);
  return number === null ? null : String(number);
};

const READERS: Readonly<Partial<Record<AnswerKind, Read>>> = {
  yes_no: readChoice,
  choice: readChoice,
  days: (typed) => parseDays(typed)?.join(', ') ?? null,
  date: (typed, _question, on) => {
    const read = parseDate(typed, on);
    return read.kind === 'date' && !read.serial ? read.date : null;
  },
  time: (typed) => {
    const seconds = parseTime(typed);
    return seconds === null ? null : formatTimeOfDay(seconds);
  },
  kg: readNumber,
  minutes: readNumber,
  refs: (typed) =>
    typed
      .split(/[,;\s]+/u)
      .filter((ref) => ref !== '')
      .join(', '),
  postcode: (typed) => {
    const read = parsePostcode(typed);
    return read.kind === 'not_understood' ? null : read.postcode;
  },
};

function within(value: string, { min, max }: { readonly min: number; readonly max: number }) {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  return number >= min && number <= max;
}

/** What is wrong with an answer on its own, as a sentence; null for nothing. */
export function answerProblem(question: TifQuestion, value: string): string | null {
  if (value === '' || isUsable(question, value)) return null;
  const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value;
  return `“${shown}” is kept, but it is not ${WANTED[question.kind] ?? 'an answer'}.`;
}

const WANTED: Readonly<Partial<Record<AnswerKind, string>>> = {
  yes_no: 'yes or no',
  choice: 'one of the choices',
  days: 'a list of weekdays such as Mon to Wed',
  date: 'a date such as 3 Sep 2026',
  time: 'a time such as 08:50',
  kg: `a weight from ${KG.min} to ${KG.max} kg`,
  minutes: `a time from ${MINUTES.min} to ${MINUTES.max} minutes`,
  postcode: 'a postcode',
  phone: 'a telephone number: it has no digits',
};

function isUsable(question: TifQuestion, value: string): boolean {
  switch (question.kind) {
    case 'yes_no':
    case 'choice':
      return choicesFor(question).some(({ id }) => id === value);
    case 'days':
      return value.split(', ').every((day) => WEEKDAYS.some((each) => each === day));
    case 'date':
      return parseIsoDate(value) !== null;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'kg':
      return within(value, KG);
    case 'minutes':
      return within(value, MINUTES);
    case 'postcode':
      return parsePostcode(value).kind !== 'not_understood';
    case 'phone':
      return /\d/.test(value);
    default:
      return true;
  }
}

/** An answer in words, as screens and comparisons show it. */
export function answerWords(question: TifQuestion, value: string): string {
  const choice = choicesFor(question).find(({ id }) => id === value);
  if (choice !== undefined) return choice.label;
  const date = question.kind === 'date' ? parseIsoDate(value) : null;
  if (date !== null) return formatDate(date);
  if (question.kind === 'kg' && within(value, KG)) return `${value} kg`;
  if (question.kind === 'minutes' && within(value, MINUTES)) return `${value} min`;
  return value;
}
