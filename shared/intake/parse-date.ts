import { addDays, dateOf, isoDate, type IsoDate } from '../calendar/dates.ts';

/** A date read from a cell. `serial`: it was a spreadsheet's day number, not a date. */
export type DateRead =
  | { readonly kind: 'date'; readonly date: IsoDate; readonly serial: boolean }
  | { readonly kind: 'not_real' }
  | { readonly kind: 'month_first' }
  | { readonly kind: 'not_understood' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Day 0 of spreadsheets' 1900 system as used after February 1900 (ECMA-376 part 1, 18.17.4.1). */
const SERIAL_ZERO = isoDate('1899-12-30');
/** Serials taken as dates: 1 January 1950 to 31 December 2099. */
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

/**
 * Reads a date as councils write it: day before month, ISO, month names, two-digit years, spreadsheet serials, with or without a
 * time. `on` settles the century of a two-digit year: never more than ten years after it.
 */
export function parseDate(text: string, on: IsoDate): DateRead {
  const cell = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(cell);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const british =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?$/i.exec(cell);
  if (british) {
    const [day, month] = [Number(british[1]), Number(british[2])];
    if (month > 12 && day <= 12) return { kind: 'month_first' };
    return real(fullYear(british[3] ?? '', on), month, day);
  }
  return named(cell, on) ?? compactIso(cell) ?? serial(cell) ?? { kind: 'not_understood' };
}

/** `3 Sep 2026`, `3rd September 2026`, `03-Sep-26`, `Thursday 3 September 2026`, `September 3, 2026`. */
function named(cell: string, on: IsoDate): DateRead | null {
  const dayFirst =
    /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+(?:of\s+)?([a-z]{3,9})\.?[\s\-/.,]+(\d{4}|\d{2})(?:[T ,].*)?$/i.exec(
      cell,
    );
  if (dayFirst) return byName(dayFirst[3], dayFirst[2], dayFirst[1], on);
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(cell);
  return monthFirst ? byName(monthFirst[3], monthFirst[1], monthFirst[2], on) : null;
}

function byName(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  on: IsoDate,
): DateRead | null {
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : real(fullYear(year ?? '', on), month, Number(day));
}

function compactIso(cell: string): DateRead | null {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(cell);
  return match ? real(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function serial(cell: string): DateRead | null {
  if (!/^\d{1,3}(,\d{3})*(\.\d+)?$|^\d+(\.\d+)?$/.test(cell)) return null;
  const days = Math.floor(Number(cell.replace(/,/g, '')));
  if (days < FIRST_SERIAL || days > LAST_SERIAL) return null;
  return { kind: 'date', date: addDays(SERIAL_ZERO, days), serial: true };
}

function fullYear(text: string, on: IsoDate): number {
  const year = Number(text);
  if (text.length === 4) return year;
  const latest = Number(on.slice(0, 4)) + 10;
  return 2000 + year > latest ? 1900 + year : 2000 + year;
}

function real(year: number, month: number, day: number): DateRead {
  const date = year < 1900 || year > 2199 ? null : dateOf(year, month, day);
  return date === null ? { kind: 'not_real' } : { kind: 'date', date, serial: false };
}
