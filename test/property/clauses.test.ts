import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { parseMonthKey } from '../../shared/calendar/months.ts';
import { clausePriceOn } from '../../shared/costing/clauses/clause-price.ts';
import { indexedPriceOn } from '../../shared/costing/clauses/contract-clauses.ts';
import { indexBook } from '../../shared/costing/clauses/index-book.ts';
import { someClause } from '../helpers/clauses.ts';

const SIZE = { seed: 7, numRuns: 300 };
const base_month = parseMonthKey('2026-01');
const day = isoDate('2026-05-10');
const at = (from: number, to: number) => ({
  day,
  book: indexBook({ fuel: [], wages: [], cpi: [{ month: '2026-01', index: from }, { month: '2026-05', index: to }] }),
}); // prettier-ignore
const price = fc.integer({ min: 1, max: 100_000 });
const index = fc.integer({ min: 1, max: 5000 });
const percent = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10);

describe('an index clause', () => {
  it('never leaves its cap and collar, whatever the index does', () => {
    fc.assert(
      fc.property(price, index, index, percent, percent, percent, (price_pence, from, to, share_percent, cap_percent, collar_percent) => {
        const clause = someClause({ index: 'cpi', share_percent, cap_percent, collar_percent, base_month, symmetric: true });
        const { change_pence } = clausePriceOn(clause, { price_pence, set_on: null }, at(from, to));
        expect(Number.isInteger(change_pence)).toBe(true);
        expect(change_pence).toBeLessThanOrEqual((price_pence * cap_percent) / 100 + 1e-6);
        expect(change_pence).toBeGreaterThanOrEqual(-(price_pence * collar_percent) / 100 - 1e-6);
      }),
      SIZE,
    ); // prettier-ignore
  });

  it('that is symmetric falls by what it would rise by, and one that is not never falls', () => {
    fc.assert(
      fc.property(price, fc.integer({ min: 100, max: 5000 }), fc.integer({ min: 0, max: 99 }), percent, (price_pence, from, move, share_percent) => {
        const clause = someClause({ index: 'cpi', share_percent, base_month, symmetric: true });
        const base = { price_pence, set_on: null };
        const up = clausePriceOn(clause, base, at(from, from + move)).change_pence;
        const down = clausePriceOn(clause, base, at(from, from - move)).change_pence;
        expect(Math.abs(up + down)).toBeLessThanOrEqual(1);
        const oneWay = clausePriceOn({ ...clause, symmetric: false }, base, at(from, from - move));
        expect(oneWay.change_pence).toBe(0);
      }),
      SIZE,
    ); // prettier-ignore
  });

  it('adds up with others on the same base', () => {
    fc.assert(
      fc.property(price, index, index, fc.array(percent, { maxLength: 4 }), (price_pence, from, to, shares) => {
        const clauses = shares.map((share_percent, id) => someClause({ id, index: 'cpi', share_percent, base_month, symmetric: true }));
        const all = indexedPriceOn(clauses, { price_pence, set_on: null }, at(from, to));
        expect(all.price_pence).toBe(price_pence + all.clauses.reduce((sum, each) => sum + each.change_pence, 0));
      }),
      SIZE,
    ); // prettier-ignore
  });
});
