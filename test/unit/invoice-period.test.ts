import { describe, expect, it } from 'vitest';
import { shortPeriod } from '../../renderer/features/invoices/invoice-words.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { InvoiceLine } from '../../shared/model/invoice.ts';

/** Only these three fields are read. */
function line(from: string, to: string, half_days: number | null): InvoiceLine {
  return { from_on: isoDate(from), to_on: isoDate(to), half_days } as InvoiceLine;
}

describe('the days of a line where room is short', () => {
  it.each([
    ['one day', '2026-06-12', '2026-06-12', 2, '12 Jun 2026'],
    ['one month', '2026-06-01', '2026-06-30', 42, '21 days, 1 to 30 Jun 2026'],
    ['two months', '2026-06-22', '2026-07-03', null, '22 Jun to 3 Jul 2026'],
    ['two years', '2026-12-01', '2027-01-08', null, '1 Dec 2026 to 8 Jan 2027'],
    ['the same month of two years', '2026-06-01', '2027-06-30', null, '1 Jun 2026 to 30 Jun 2027'],
  ] as const)('%s', (_name, from, to, half_days, words) => {
    expect(shortPeriod(line(from, to, half_days))).toBe(words);
  });
});
