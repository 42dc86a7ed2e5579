import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { weighClaim, type PriceFacts } from '../../shared/pressure/claim.ts';
import { someContract } from '../helpers/cost-facts.ts';

/** Diesel rose from 130.0p to 149.0p, 14.6%; wages and prices did not move unless given. */
const week = (on: string, diesel: number) => ({ week_on: isoDate(on), petrol: diesel, diesel });
const facts = (given: Partial<PriceFacts> = {}): PriceFacts => ({
  on: isoDate('2026-03-20'),
  settings: DEFAULT_SETTINGS,
  fuel: [week('2025-09-01', 13_000), week('2026-03-16', 14_900)],
  wages: [{ from_on: isoDate('2025-04-01'), min_age: 21, max_age: 1000, pence_an_hour: 1221 }],
  cpi: [
    { month: '2025-09', index: 100 },
    { month: '2026-03', index: 100 },
  ],
  ...given,
});
const contract = someContract(1, { price_day_pence: 10_000, starts_on: isoDate('2025-09-01') });

describe('a provider asks for +12%', () => {
  it('fuel since the contract began explains between 1.9% and 4.8%', () => {
    const claim = weighClaim(facts(), contract, 0.12);
    // 14.6% x 13% = 1.9%; 14.6% x 33% = 4.8%.
    expect(claim.sentences[0]).toBe(
      'The provider asks for 12.0%: fuel since the price was set on 1 Sep 2025 explains between 1.9% and 4.8%.',
    );
    expect(claim.open[0]).toBeCloseTo(0.12 - 0.0482, 4);
    expect(claim.open[1]).toBeCloseTo(0.12 - 0.019, 4);
    expect(claim.asked_day_pence).toBe(1200);
    expect(claim.asked_year_pence).toBe(228_000);
  });

  it('takes the contract’s own share of fuel for both', () => {
    const claim = weighClaim(facts(), { ...contract, fuel_share_percent: 20 }, 0.12);
    expect(claim.forces[0]?.explains[0]).toBeCloseTo(0.0292, 4);
    expect(claim.sentences[0]).toContain('explains 2.9%.');
    expect(claim.gaps.join(' ')).not.toContain('no share of fuel');
  });

  it('pairs a low share of fuel with a high one of wages: they are parts of one price', () => {
    const dear = facts({
      wages: [
        ...facts().wages,
        { from_on: isoDate('2026-01-01'), min_age: 21, max_age: 1000, pence_an_hour: 1343.1 },
      ],
    });
    const claim = weighClaim(dear, contract, 0.12);
    // Wages +10%: 50% of the price at fuel's 13%, 50 x 67 / 87 = 38.5% of it at fuel's 33%.
    expect(claim.explained[0]).toBeCloseTo(0.019 + 0.05, 3);
    expect(claim.explained[1]).toBeCloseTo(0.0482 + 0.0385, 3);
  });

  it('says when everything is explained, and when prices fell', () => {
    expect(weighClaim(facts(), contract, 0.01).sentences[1]).toContain('They explain all of it.');
    const cheap = facts({ fuel: [week('2025-09-01', 15_000), week('2026-03-16', 12_000)] });
    const claim = weighClaim(cheap, contract, 0.05);
    expect(claim.explained[1]).toBeLessThan(0);
    expect(claim.sentences[0]).toContain('explains between −6.6% and −2.6%');
  });

  it('says what is missing and counts nothing for it', () => {
    const claim = weighClaim(
      facts({ cpi: [] }),
      { ...contract, starts_on: isoDate('2012-09-01') },
      0.12,
    );
    expect(claim.forces.find(({ key }) => key === 'other_prices')?.rise).toBeNull();
    expect(claim.gaps.join(' ')).toMatch(
      /Fuel: no price is known.*Labour: no price is known.*Other prices: no price/,
    );
    expect(claim.explained).toEqual([0, 0]);
  });
});
