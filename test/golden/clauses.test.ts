import { describe, expect, it } from 'vitest';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { parseMonthKey } from '../../shared/calendar/months.ts';
import { clausePriceOn } from '../../shared/costing/clauses/clause-price.ts';
import {
  clausesOf,
  indexedPriceOn,
  priceSetOn,
} from '../../shared/costing/clauses/contract-clauses.ts';
import { indexBook } from '../../shared/costing/clauses/index-book.ts';
import { someClause } from '../helpers/clauses.ts';

const week = (on: string, petrol: number) => ({ week_on: isoDate(on), petrol, diesel: petrol + 1000 }); // prettier-ignore
/** Petrol at 161.9p in April 2022 and 149.9p in January 2023. */
const book = indexBook({
  fuel: [week('2022-04-04', 16_191), week('2023-01-02', 14_990)],
  cpi: [
    { month: '2022-01', index: 100 },
    { month: '2022-04', index: 110 },
  ],
  wages: [
    { from_on: isoDate('2022-04-01'), min_age: 23, max_age: 1000, pence_an_hour: 950 },
    { from_on: isoDate('2023-04-01'), min_age: 23, max_age: 1000, pence_an_hour: 1042 },
    { from_on: isoDate('2023-04-01'), min_age: 0, max_age: 18, pence_an_hour: 528 },
  ],
});
/** Norfolk County Council, April 2022: 14% on a 13% share while petrol was at least 150p, six months. */
const norfolk = someClause({
  kind: 'fixed',
  index: 'petrol',
  share_percent: 13,
  fixed_percent: 14,
  trigger: 15_000,
  from_on: isoDate('2022-04-01'),
  to_on: isoDate('2022-09-30'),
});
const hundred = { price_pence: 10_000, set_on: isoDate('2021-09-01') };
const on = (day: string) => ({ day: isoDate(day), book });

describe('Norfolk’s clause of April 2022', () => {
  it('makes £101.82 of £100.00 while petrol is at 150p or above', () => {
    const price = clausePriceOn(norfolk, hundred, on('2022-04-20'));
    expect(price.price_pence).toBe(10_182);
    expect(price.state).toBe('moves');
    expect(price.sentence).toBe(
      '£100.00 a day becomes £101.82: 14% on a 13% share while petrol is at least 150.0p a litre; it is at 161.9p a litre (Apr 2022).',
    );
    expect(price.steps.map(({ working }) => working)).toEqual([
      '161.9p a litre, Apr 2022 (mean of 1 week)',
      '150.0p a litre: reached',
      '14% on a share of 13%: +1.82% of the price',
    ]);
  });

  it('leaves £100.00 below the trigger, before it begins and after its six months', () => {
    const longer = { ...norfolk, to_on: null };
    const below = clausePriceOn(longer, hundred, on('2023-01-20'));
    expect([below.price_pence, below.state]).toEqual([10_000, 'below_trigger']);
    expect(below.sentence).toContain('below the trigger of 150.0p a litre');
    const exact = indexBook({ fuel: [week('2022-05-02', 15_000)], cpi: [], wages: [] });
    expect(clausePriceOn(norfolk, hundred, { day: isoDate('2022-05-31'), book: exact }).price_pence).toBe(10_182); // prettier-ignore
    expect(clausePriceOn(norfolk, hundred, on('2022-03-31')).state).toBe('not_begun');
    expect(clausePriceOn(norfolk, hundred, on('2022-09-30')).price_pence).toBe(10_182);
    expect(clausePriceOn(norfolk, hundred, on('2022-10-01')).price_pence).toBe(10_000);
  });
});

describe('a proportional clause', () => {
  const cpi = someClause({ index: 'cpi', share_percent: 50, base_month: parseMonthKey('2022-01') });

  it('moves its share of the price, read with the lag', () => {
    expect(clausePriceOn(cpi, hundred, on('2022-04-01')).price_pence).toBe(10_500);
    const late = { ...cpi, lag_months: 3 };
    expect(clausePriceOn(late, hundred, on('2022-07-15')).price_pence).toBe(10_500);
    expect(clausePriceOn(late, hundred, on('2022-04-15')).state).toBe('no_change');
  });

  it('stays within cap and collar to the penny, and counts falls only where it is symmetric', () => {
    expect(clausePriceOn({ ...cpi, cap_percent: 1.005 }, hundred, on('2022-04-01')).change_pence).toBe(100); // prettier-ignore
    const fallen = { ...cpi, base_month: parseMonthKey('2022-04'), symmetric: true };
    const back = on('2022-04-30');
    const cheaper = indexBook({ fuel: [], cpi: [{ month: '2022-04', index: 110 }, { month: '2022-05', index: 99 }], wages: [] }); // prettier-ignore
    const at = { day: isoDate('2022-05-02'), book: cheaper };
    expect(clausePriceOn(fallen, hundred, back).state).toBe('no_change');
    expect(clausePriceOn(fallen, hundred, at).change_pence).toBe(-500);
    expect(clausePriceOn({ ...fallen, collar_percent: 2 }, hundred, at).change_pence).toBe(-200);
    const oneWay = clausePriceOn({ ...fallen, symmetric: false }, hundred, at);
    expect([oneWay.change_pence, oneWay.state]).toEqual([0, 'one_way']);
  });

  it('takes the wage floor of adults, in force on the first of the month', () => {
    const wages = someClause({ index: 'wage_floor', share_percent: 100, base_month: null });
    const since = { price_pence: 10_000, set_on: isoDate('2022-06-01') };
    expect(clausePriceOn(wages, since, on('2023-04-02')).change_pence).toBe(968);
  });
});

describe('what is missing', () => {
  const diesel = someClause({ index: 'diesel', share_percent: 20, base_month: null });

  it('says which month stands in for one that is not known', () => {
    const price = clausePriceOn({ ...diesel, base_month: parseMonthKey('2022-04') }, hundred, on('2022-07-10')); // prettier-ignore
    expect(price.gaps).toEqual([
      'Diesel is not known for Jul 2022: Apr 2022 is taken, the newest before it.',
    ]);
  });

  it('leaves the price alone where nothing is known', () => {
    const price = clausePriceOn(diesel, hundred, on('2021-09-10'));
    expect([price.change_pence, price.state]).toEqual([0, 'unknown']);
    expect(price.gaps[0]).toContain('Diesel is not known for Sep 2021');
  });

  it('takes its own first month for a contract without dates, and says so', () => {
    const price = clausePriceOn(
      { ...diesel, from_on: isoDate('2022-04-01') },
      { price_pence: 10_000, set_on: null },
      on('2023-01-10'),
    );
    expect(price.gaps).toEqual([
      'Neither the clause nor the contract says when the price was set: the clause’s first month, Apr 2022, is taken as the base.',
    ]);
    expect(price.sentence).toContain('diesel fell 6.99% from 171.9p a litre (Apr 2022)');
  });
});

describe('the clauses of a contract', () => {
  const contract = { ref: 'C-1', provider: 'Invicta Cars' };
  const general = someClause({ id: 1, provider: 'Invicta Cars', index: 'cpi', share_percent: 50, base_month: parseMonthKey('2022-01') }); // prettier-ignore
  const wages = someClause({ id: 2, provider: 'Invicta Cars', index: 'cpi', share_percent: 10, base_month: parseMonthKey('2022-01') }); // prettier-ignore
  const own = someClause({ id: 3, provider: 'Invicta Cars', contract_ref: 'C-1' });

  it('are its own, and else its provider’s', () => {
    const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);
    expect(ids(clausesOf(contract, [general, wages, own]))).toEqual([3]);
    expect(ids(clausesOf({ ...contract, ref: 'C-2' }, [general, wages, own]))).toEqual([1, 2]);
    expect(clausesOf({ ...contract, provider: 'Other' }, [general, own])).toEqual([own]);
    expect(ids(clausesOf(contract, [general, { ...own, withdrawn: true }]))).toEqual([1]);
  });

  it('start from the price last indexed, else from the start, else from nothing known', () => {
    const [starts_on, last_indexed_on] = [isoDate('2025-09-01'), isoDate('2026-04-01')];
    expect(priceSetOn({ starts_on, last_indexed_on })).toBe(last_indexed_on);
    expect(priceSetOn({ starts_on, last_indexed_on: null })).toBe(starts_on);
    expect(priceSetOn({ starts_on: '0001-01-01' as IsoDate, last_indexed_on: null })).toBeNull();
  });

  it('add up', () => {
    const price = indexedPriceOn([general, wages], hundred, on('2022-04-10'));
    expect(price.change_pence).toBe(600);
    expect(price.sentence).toContain('becomes £106.00 by 2 clauses');
  });
});
