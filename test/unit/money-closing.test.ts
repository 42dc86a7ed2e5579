/** Periods signed off: movement against what was signed, what came in later apart; and lines without contracts forecast as somebody chose. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { SignedOff } from '../../shared/model/period-closing.ts';
import type { MoneyFacts } from '../../shared/money/money-facts.ts';
import { booked, contractSource, moneyFacts, monitored, repriced, signedOff } from '../helpers/money-facts.ts'; // prettier-ignore

const day = isoDate;
const line = (monitor: ReturnType<typeof monitored>, name = 'pre_16_sen') => {
  const found = monitor.lines.find((each) => each.line === name);
  if (found === undefined) throw new Error(`no line ${name}`);
  return found;
};
/** Period 4 against period 3 as it was signed off. */
const against = (facts: MoneyFacts, signed: SignedOff) =>
  monitored(facts, 4, { signedOff: ({ period }) => (period === 3 ? signed : null) });

const contracts = [contractSource({ id: 1 })];
const before = moneyFacts({ contracts, ledger: [booked(2, 70_000, { contract_ref: 'C1' })] });
const signed = signedOff(before, 3);

describe('a period that was closed', () => {
  it('is what the month after it moves against, and nothing is restated while nothing came', () => {
    const open = line(monitored(before, 4)).movement;
    const { movement } = line(against(before, signed));
    expect(movement).toMatchObject({ compared_with: 'signed_off', restated: { pence: 0, parts: [], sentence: '' } }); // prettier-ignore
    expect([movement?.pence, movement?.parts]).toEqual([open?.pence, open?.parts]);
    expect(open).toMatchObject({ compared_with: 'reckoned', restated: null });
    expect(monitored(before, 4).notes.at(-1)).toMatch(/^Period 3 was never closed/);
    expect(against(before, signed).notes.join(' ')).not.toMatch(/never closed/);
  });

  it('tells rows posted since into it apart: those accrued change nothing, others are restated', () => {
    const late = [
      ...before.ledger,
      booked(3, 14_000, { contract_ref: 'C1' }),
      booked(3, 5050, { document: 'J-late' }),
    ];
    const { movement } = line(against({ ...before, ledger: late }, signed));
    expect(movement?.restated).toMatchObject({ pence: 5050, parts: [{ cause: 'late_ledger', pence: 5050 }] }); // prettier-ignore
    expect(movement?.parts).toEqual([{ cause: 'restated', pence: 5050, contracts: [] }]);
    expect(movement?.sentence).toBe('£50.50 more than in period 3 as signed off: restated +£50.50. Restated +£50.50: ledger lines posted since into closed periods +£50.50 (J-late).'); // prettier-ignore
    const accrued = line(against({ ...before, ledger: late.slice(0, 2) }, signed)).movement;
    expect(accrued?.pence).toBe(0);
    expect(accrued?.restated?.sentence).toBe('1 ledger line posted since into closed periods changed nothing: they were accrued.'); // prettier-ignore
  });

  it('tells a price dated back apart from one that changed since', () => {
    // Signed before the closing, but recorded after it: 7,000 became 7,500 a day from 1 July.
    const dated = [contractSource({ id: 1, price_day_pence: 7500 }, { events: [repriced(1, 7000, 7500, '2026-07-01', '2026-06-20')] })]; // prettier-ignore
    const { movement } = line(against({ ...before, contracts: dated }, signed));
    const days = (movement?.pence ?? 0) / 500;
    expect(days).toBeGreaterThan(100);
    expect(movement?.restated?.parts).toEqual([{ cause: 'price_dated_back', pence: days * 500, names: ['C1'] }]); // prettier-ignore
    expect(movement?.parts.map(({ cause }) => cause)).toEqual(['restated']);
  });

  it('takes other children aboard for a movement, not for what should have been known', () => {
    const riders = (contracts[0]?.riders ?? []).map((each) => ({
      ...each,
      days: ['Mon'] as const,
    }));
    const other = [contractSource({ id: 1 }, { riders: riders.map((each) => ({ ...each, client_id: 77 })) })]; // prettier-ignore
    const { movement } = line(against({ ...before, contracts: other }, signed));
    expect(movement?.parts).toEqual([{ cause: 'aboard', pence: movement?.pence, contracts: ['C1'] }]); // prettier-ignore
    expect([movement?.pence === 0, movement?.restated?.pence]).toEqual([false, 0]);
  });

  it('knows a row that was taken out, and a line that is no more', () => {
    const gone = line(against({ ...before, ledger: [] }, signed)).movement;
    // Taken out of the ledger the days are accrued again.
    expect(gone?.restated?.parts.map(({ cause, pence }) => [cause, pence])).toEqual([['ledger_changed', -70_000], ['contracts', 70_000]]); // prettier-ignore
    const mileage = signedOff(moneyFacts({ contracts, ledger: [booked(2, 999, { code: 'T200' })] }), 3); // prettier-ignore
    const monitor = against(moneyFacts({ contracts }), mileage);
    expect(line(monitor, 'mileage').movement?.pence).toBe(-999);
    expect(monitor.total_movement_pence).toBe(monitor.lines.reduce((sum, { movement }) => sum + (movement?.pence ?? 0), 0)); // prettier-ignore
  });
});

describe('a closing of before 1 March', () => {
  it('is not looked at with the eyes of the next year planned', () => {
    // On the register, and nobody signed it: it counts only once its year is no longer the one planned.
    const unsigned = [contractSource({ id: 1, confirmed: false, starts_on: day('2026-09-01') }), contractSource({ id: 2 })]; // prettier-ignore
    const february = moneyFacts({ contracts: unsigned, on: day('2027-02-10') });
    const january = signedOff(february, 10);
    const march = monitored({ ...february, on: day('2027-03-05') }, 11, { signedOff: ({ period }) => (period === 10 ? january : null) }); // prettier-ignore
    const { movement } = line(march);
    expect(movement?.restated?.pence).toBe(0);
    expect(movement?.parts).toMatchObject([{ cause: 'begun', contracts: ['C1'] }]);
  });
});

describe('a line without contracts', () => {
  const facts = moneyFacts({
    contracts: [],
    budgets: [{ year: 2026, code: 'T200', amount_pence: 1_000_000 }],
    ledger: [booked(1, 30_000, { code: 'T200' }), booked(3, 60_001, { code: 'T200' })],
  });
  const choice = (basis: 'budget' | 'run_rate' | 'typed', pence: number | null, on: string, id = 1) =>
    ({ id, year: 2026, line: 'mileage', basis, pence, on: day(on), by: 'P Nair', reason: 'Demand' }) as const; // prettier-ignore

  it('goes on at the run rate of the periods in the ledger', () => {
    const monitor = monitored({ ...facts, line_forecasts: [choice('run_rate', null, '2026-08-05')] }, 4); // prettier-ignore
    // 90,001 pence in 3 periods of the ledger, though period 4 is made up: 30,000.33 a period.
    expect(line(monitor, 'mileage')).toMatchObject({ basis: 'run_rate', forecast_pence: 360_004, commitment_pence: 360_004 - 90_001, choices: { run_rate_pence: 360_004 } }); // prettier-ignore
    expect(line(monitored(facts, 4), 'mileage').forecast_pence).toBe(line(monitor, 'mileage').choices?.budget_pence); // prettier-ignore
  });

  it('or is what somebody typed, from the day it was typed on; the move is a cause of its own', () => {
    const line_forecasts = [choice('run_rate', null, '2026-07-10'), choice('typed', 500_000, '2026-08-05', 2)]; // prettier-ignore
    const now = line(monitored({ ...facts, line_forecasts }, 4), 'mileage');
    const last = line(monitored({ ...facts, line_forecasts }, 3), 'mileage');
    expect([last.basis, last.forecast_pence]).toEqual(['run_rate', 360_004]);
    expect(now).toMatchObject({
      basis: 'typed',
      forecast_pence: 500_000,
      chosen: { by: 'P Nair' },
    });
    expect(now.movement?.parts).toEqual([{ cause: 'basis', pence: 500_000 - 360_004, contracts: [] }]); // prettier-ignore
    expect(monitored({ ...facts, line_forecasts }, 4).notes.join(' ')).toMatch(/Mileage is forecast by hand: P Nair, 5 Aug 2026: Demand/); // prettier-ignore
  });

  it('keeps to its contracts where it has some, whatever was chosen', () => {
    const on_line = { ...choice('typed', 1, '2026-07-01'), line: 'pre_16_sen' as const };
    const monitor = monitored(moneyFacts({ contracts, line_forecasts: [on_line] }), 4);
    expect(line(monitor)).toMatchObject({ basis: 'contracts', chosen: null, choices: null });
  });
});
