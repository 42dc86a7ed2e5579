/** The budget of years to come: which lines count, how financial years become academic ones, and what stands in where none is recorded. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { transportBudget } from '../../shared/money/transport-budget.ts';
import { CENTRAL } from '../../shared/pressure/forecast/assumptions.ts';
import {
  budgetSentence,
  countedSentence,
  drawsOver,
} from '../../shared/pressure/forecast/budget-words.ts';
import { forecast } from '../../shared/pressure/forecast/forecast.ts';
import { budgetDays, heldBudget, type RecordedBudget } from '../../shared/pressure/forecast/held-budget.ts'; // prettier-ignore

const day = isoDate;
const BASE = academicYearFrom(2026);
const child = (born: string) => ({ id: 1, date_of_birth: day(born), year_group: null, ehcp: true, need: null }); // prettier-ignore
const facts = (given: Partial<Parameters<typeof transportBudget>[0]> = {}) => ({
  codes: [
    { code: 'T1', line: 'pre_16_sen' as const, label: '' },
    { code: 'T2', line: 'mainstream' as const, label: '' },
    { code: 'T3', line: null, label: '' },
  ],
  budgets: [
    { year: 2026, code: 'T1', amount_pence: 1_000_001 },
    { year: 2026, code: 'T2', amount_pence: 5_000_000 },
    { year: 2026, code: 'T3', amount_pence: 7 },
  ],
  virements: [
    { id: 1, year: 2026, code: 'T1', pence: -1, on: day('2026-08-10'), reason: 'Less', by: 'T' },
    { id: 2, year: 2026, code: 'T1', pence: 50, on: day('2026-08-11'), reason: 'Later', by: 'T' },
  ],
  clients: [child('2015-05-05')],
  year: BASE,
  on: day('2026-08-10'),
  version_on: day('2026-08-01'),
  ...given,
});
const recorded = (given: Partial<RecordedBudget> = {}): RecordedBudget => ({
  ...transportBudget(facts()),
  days: budgetDays(BASE, schoolCalendars([])),
  ...given,
});

describe('the lines counted', () => {
  it('are those of children the plan carries, with virements up to the day', () => {
    const budget = transportBudget(facts());
    expect(budget.years).toMatchObject([{ year: 2026, pence: 1_000_000, rows: { length: 2 } }]);
    expect([budget.lines, budget.left_out]).toEqual([['pre_16_sen'], ['mainstream']]);
    expect(countedSentence(recorded())).toMatch(
      /Counted .*Pre-16 SEN\. Not counted.*: Mainstream\./,
    );
  });

  it('hold assistants where a code is on their line', () => {
    const codes = [{ code: 'T1', line: 'assistants' as const, label: '' }];
    expect(transportBudget(facts({ codes })).lines).toEqual(['pre_16_sen', 'assistants']);
  });
});

describe('an academic year', () => {
  const terms = [
    { urn: 0, kind: 'term' as const, from_on: day('2026-09-01'), to_on: day('2027-07-20'), label: '' },
    { urn: 0, kind: 'term' as const, from_on: day('2027-09-01'), to_on: day('2028-07-20'), label: '' },
  ]; // prettier-ignore

  it('has September to March of one financial year and April to August of the next, by school days', () => {
    const days = [{ year: 2027, summer: 60, autumn: 130 }, { year: 2028, summer: 70, autumn: 130 }]; // prettier-ignore
    const years = [2027, 2028].map((year) => ({ year, pence: year * 1000, rows: [] }));
    const held = heldBudget(CENTRAL, recorded({ years, days }), { base: BASE, years: 1 });
    const [begins, ends] = [Math.round((2_027_000 * 130) / 190), Math.round((2_028_000 * 70) / 200)]; // prettier-ignore
    expect(held).toMatchObject({ source: 'recorded', years: [{ name: '2027/28', pence: begins + ends, parts: [{ pence: begins, carried_from: null }, { pence: ends, carried_from: null }] }] }); // prettier-ignore
  });

  it('and the halves of a financial year are the whole of it', () => {
    const years = [{ year: 2026, pence: 1_000_001, rows: [] }];
    const parts = heldBudget(CENTRAL, recorded({ years }), { base: BASE, years: 3 }).years.flatMap(
      (each) => each.parts,
    );
    const of = (year: number) => parts.filter(({ financial_year }) => financial_year === year).reduce((sum, { pence }) => sum + pence, 0); // prettier-ignore
    expect([of(2028), of(2029)]).toEqual([1_000_001, 1_000_001]);
  });

  it('counts by terms only where both halves of a financial year have them', () => {
    const [first, second] = budgetDays(BASE, schoolCalendars(terms));
    const calendars = schoolCalendars(terms);
    const open = (from: string, to: string) => calendars.openDays(null, null, { from: day(from), to: day(to) }).length; // prettier-ignore
    expect(first).toEqual({ year: 2027, summer: open('2027-04-01', '2027-08-31'), autumn: open('2027-09-01', '2028-03-31') }); // prettier-ignore
    // 2028/29 has no terms: weekdays for both, April to July and September to March.
    expect(second).toEqual(budgetDays(BASE, schoolCalendars([]))[1]);
  });

  it('without a recorded budget has the last one’s, in cash or uplifted, and never a later one’s', () => {
    const years = [{ year: 2028, pence: 1_000_000, rows: [] }];
    const held = heldBudget({ ...CENTRAL, budget_uplift_percent: 10 }, recorded({ years }), { base: BASE, years: 3 }); // prettier-ignore
    expect(held.years[0]?.pence).toBeNull();
    expect(held.years[2]?.parts.map(({ whole_pence, carried_from }) => [whole_pence, carried_from])).toEqual([[1_100_000, 2028], [1_210_000, 2028]]); // prettier-ignore
    expect(budgetSentence(held, recorded({ years }), { ...CENTRAL, budget_uplift_percent: 10 })).toMatch(/No budget is recorded for 2029\/30 to 2030\/31: that of 2028\/29 is carried forward, 10% a year more \(est\.\)/); // prettier-ignore
  });
});

describe('what the years are held against', () => {
  const group = { need: null, phase: null, clients: 10, fuel_pence: 100, driver_pence: 400, other_pence: 400, assistant_pence: 100 }; // prettier-ignore
  const chance = (scenario: typeof CENTRAL, budget: RecordedBudget | null) => {
    const held = heldBudget(scenario, budget, { base: BASE, years: 2 });
    const made = forecast([group], scenario, { years: 2, draws: 20, seed: 1 }, { budgets: held.years.map(({ pence }) => pence) }); // prettier-ignore
    return [held.source, made?.years[1]?.over_budget];
  };

  it('is the typed budget before the recorded one, and without either no chance is told', () => {
    const typed = { ...CENTRAL, budget: { first_year_pence: 1, mean_percent: 0 } };
    expect(chance(typed, recorded())).toEqual(['typed', 1]);
    expect(chance(CENTRAL, recorded())).toEqual(['recorded', 0]);
    expect(chance(CENTRAL, null)).toEqual(['none', null]);
    expect(chance(CENTRAL, recorded({ years: [] }))).toEqual(['none', null]);
  });

  it('says what is missing', () => {
    const none = recorded({ years: [] });
    const held = heldBudget(CENTRAL, none, { base: BASE, years: 2 });
    expect(budgetSentence(held, none, CENTRAL)).toMatch(/^No budget is recorded under Costs > Budget for the lines .*Pre-16 SEN.*cannot be told/); // prettier-ignore
  });
});

it.each([
  [1, 'in every draw'],
  [0.9999, 'in all but a few draws'],
  [0.99, 'in 99% of draws'],
  [0.5, 'in 50% of draws'],
  [0.01, 'in 1% of draws'],
  [0.0001, 'in a few draws'],
  [0, 'in no draw'],
])('tells a year above its budget in %f of the draws without rounding to always or never', (share, words) => {
  expect(drawsOver(share)).toBe(words);
}); // prettier-ignore
