/** Kent's bands of the personal transport budget, mileage and the payback of training, by hand. */
import { describe, expect, it } from 'vitest';
import { isoDate, type AcademicYear } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { bandAt, isPtbBands } from '../../shared/costing/ptb-bands.ts';
import { mileageRatesAt, ptbPolicyAt, trainingTermsAt } from '../../shared/costing/value-settings-at.ts'; // prettier-ignore
import { METRES_PER_MILE, sumPence } from '../../shared/kernel/units.ts';
import { mileageYear } from '../../shared/pressure/value/mileage.ts';
import { paybackOf } from '../../shared/pressure/value/payback.ts';
import { ptbGroupOf, ptbPart, ptbYear } from '../../shared/pressure/value/ptb.ts';

const ON = isoDate('2026-09-01');
const policy = ptbPolicyAt(DEFAULT_SETTINGS, ON);
const at = (miles: number, given: Partial<Parameters<typeof ptbYear>[1]> = {}) =>
  ptbYear(policy, { group: 'under_16', straight_m: miles * METRES_PER_MILE, low_income: false, days_a_week: 5, ...given }); // prettier-ignore

describe('Kent’s bands: under 5 miles £2,000, 5 to 10 £3,000, over 10 £5,000', () => {
  it.each([
    [0, 200_000, 'under 5 miles'],
    [4.99, 200_000, 'under 5 miles'],
    [5, 300_000, '5 to 10 miles'],
    [5.01, 300_000, '5 to 10 miles'],
    [9.99, 300_000, '5 to 10 miles'],
    [10, 300_000, '5 to 10 miles'],
    [10.01, 500_000, 'over 10 miles'],
    [60, 500_000, 'over 10 miles'],
  ])('%s miles: %s pence a year, %s', (miles, pence, band) => {
    expect(at(miles)).toMatchObject({ year_pence: pence, band });
  });

  it('nets the contribution off at sixth-form age, half of it with low income', () => {
    // Kent’s minutes 25/00045: up to GBP 4,370; about 4,700 with half the contribution.
    expect(at(3, { group: 'sixth_form' }).year_pence).toBe(137_000);
    expect(at(12, { group: 'sixth_form' }).year_pence).toBe(437_000);
    expect(at(12, { group: 'sixth_form', low_income: true }).year_pence).toBe(468_500);
    expect(at(12, { low_income: true }).year_pence).toBe(500_000);
    expect(['primary', 'secondary', 'sixth_form', 'adult', null].map((phase) => ptbGroupOf(phase as 'adult'))).toEqual(['under_16', 'under_16', 'sixth_form', 'sixth_form', null]); // prettier-ignore
  });

  it('never pays less than nothing, and pays a part week in proportion', () => {
    const dear = { ...policy, contribution_pence: 900_000 };
    expect(ptbYear(dear, { group: 'sixth_form', straight_m: 0, low_income: false, days_a_week: 5 }).year_pence).toBe(0); // prettier-ignore
    expect(at(7, { days_a_week: 3 }).year_pence).toBe(180_000);
    // The contribution is taken off whole, "even if they only attend part time" (Kent).
    expect(at(7, { group: 'sixth_form', days_a_week: 3 })).toMatchObject({ year_pence: 117_000, working: '5 to 10 miles in a straight line: £3,000 a year, for 3 of 5 days a week, less the contribution of £630' }); // prettier-ignore
    expect(at(3, { group: 'sixth_form', days_a_week: 1 }).year_pence).toBe(0);
  });

  it('pays in eleven, pro rata by days from 1 September to 31 July', () => {
    const year = '2026/27' as AcademicYear;
    const whole = ptbPart(200_000, { year, from: isoDate('2026-06-01'), to: null }, policy);
    expect(whole).toMatchObject({ pence: 200_000, days: 334, of_days: 334 });
    expect(whole.payments).toHaveLength(11);
    expect(sumPence(whole.payments)).toBe(200_000);
    expect(new Set(whole.payments)).toEqual(new Set([18_182, 18_181]));
    // 1 January to 31 July: 212 of 334 days, seven payments.
    const part = ptbPart(200_000, { year, from: isoDate('2027-01-01'), to: null }, policy);
    expect(part).toMatchObject({ pence: 126_946, days: 212 });
    expect(part.payments).toHaveLength(7);
    expect(sumPence(part.payments)).toBe(126_946);
    // Ended on 30 September: 30 of 334 days, one payment; after the year: nothing.
    expect(ptbPart(200_000, { year, from: ON, to: isoDate('2026-09-30') }, policy)).toMatchObject({ pence: 17_964, payments: [17_964] }); // prettier-ignore
    expect(ptbPart(200_000, { year, from: isoDate('2027-08-15'), to: null }, policy)).toMatchObject({ pence: 0, payments: [] }); // prettier-ignore
  });

  it('takes other bands as they are worded, and refuses those out of order', () => {
    const two = [
      { under_miles: 3, pence_a_year: 1 },
      { under_miles: null, pence_a_year: 2 },
    ];
    expect([2.99, 3, 50].map((miles) => bandAt(two, miles))).toEqual([0, 1, 1]);
    expect(isPtbBands(two)).toBe(true);
    expect(isPtbBands(two.toReversed())).toBe(false);
    expect(isPtbBands([])).toBe(false);
  });
});

describe('a parent’s mileage', () => {
  const rates = mileageRatesAt(DEFAULT_SETTINGS, ON);

  it('is four legs on 190 days: 10 miles a leg are 7,600 miles, £3,420 at 45p', () => {
    const sum = mileageYear(rates, { way_m: 10 * METRES_PER_MILE, days: 190 });
    expect(Math.round(sum.miles)).toBe(7600);
    expect(sum).toMatchObject({ year_pence: 342_000, low_pence: 304_000, high_pence: 532_000 });
  });

  it('falls to 25p after 10,000 miles: 20 miles a leg are 15,200, £4,500 + £1,300', () => {
    const sum = mileageYear(rates, { way_m: 20 * METRES_PER_MILE, days: 190 });
    expect(sum.year_pence).toBe(580_000);
    expect(sum.working).toBe('15,200 miles (4 legs a day, 190 days) at 45p, 5,200 of them at 25p');
  });
});

describe('the payback of travel training', () => {
  const terms = trainingTermsAt(DEFAULT_SETTINGS, ON);

  it('is £4,000 over 65% of £6,000 less a pass of £630: 13.8 months', () => {
    // (6,000 - 630) x 0.65 = 3,490.50 a year; 4,000 / 3,490.50 x 12 = 13.75.
    const { central, slow, quick } = paybackOf(terms, { clients: 1, low_pence: 600_000, high_pence: 800_000 }); // prettier-ignore
    expect(central).toEqual({ cost_pence: 400_000, saved_year_pence: 349_050, months: 13.8 });
    // 6,000 / ((6,000 - 630) x 0.5) x 12 = 26.8; 2,500 / ((8,000 - 630) x 0.8) x 12 = 5.1.
    expect(slow.months).toBe(26.8);
    expect(quick.months).toBe(5.1);
  });

  it('never pays back where the route saves no more than the pass, and has no months of nobody', () => {
    expect(paybackOf(terms, { clients: 3, low_pence: 3 * 63_000, high_pence: 0 }).central.months).toBe(null); // prettier-ignore
    expect(paybackOf(terms, { clients: 0, low_pence: 0, high_pence: 0 }).central).toEqual({ cost_pence: 0, saved_year_pence: 0, months: null }); // prettier-ignore
  });
});
