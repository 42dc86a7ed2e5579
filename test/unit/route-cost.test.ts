import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { classOf, contractLines, newRouteLines } from '../../shared/costing/route-cost.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ON, someContract } from '../helpers/cost-facts.ts';

const card = rateCardAt(DEFAULT_SETTINGS, ON);
const basis = { card, dead_mileage_m: 0 };
const taxi = defined(card.classes[0], 'taxi');
const ALL_WEEK = { joined: 31, runs: 31 };
const pence = (lines: readonly { readonly kind: string; readonly pence: number }[]) =>
  lines.map((line) => [line.kind, line.pence]);

describe('what a route costs', () => {
  it('prices a new route by the rate card, half pence up', () => {
    const lines = newRouteLines(taxi, { distance_m: 10_005, assistants: 0 }, basis);
    // 10.005 km at 90p is 900.45p.
    expect(pence(lines)).toEqual([
      ['fixed', 7000],
      ['distance', 900],
    ]);
    const half = newRouteLines(taxi, { distance_m: 10_050, assistants: 2 }, basis);
    expect(pence(half)).toEqual([
      ['fixed', 7000],
      ['distance', 905],
      ['assistant', 9000],
    ]);
  });

  it('pays for the way to the first pick-up where that is agreed', () => {
    const lines = newRouteLines(
      taxi,
      { distance_m: 10_000, assistants: 0 },
      { card, dead_mileage_m: 1000 },
    );
    expect(pence(lines)).toEqual([
      ['fixed', 7000],
      ['distance', 900],
      ['dead_mileage', 90],
    ]);
    const own = newRouteLines(
      { ...taxi, dead_mileage_m: 500 },
      { distance_m: 10_005, assistants: 0 },
      { card, dead_mileage_m: 1000 },
    );
    // 10.505 km at 90p is 945.45p, rounded once.
    expect(pence(own).slice(1)).toEqual([
      ['distance', 900],
      ['dead_mileage', 45],
    ]);
  });

  it('pays for hours where the card has a price, half pence up', () => {
    const lines = newRouteLines(
      { ...taxi, per_hour_pence: 1501 },
      { distance_m: 0, assistants: 0, duration_s: 1800 },
      basis,
    );
    expect(pence(lines)).toEqual([
      ['fixed', 7000],
      ['distance', 0],
      ['time', 751],
    ]);
  });

  it('fills up to the minimum, assistants apart, and says why', () => {
    const size = { distance_m: 10_000, assistants: 1 };
    const short = newRouteLines({ ...taxi, minimum_pence: 8500 }, size, basis);
    expect(pence(short)).toEqual([
      ['fixed', 7000],
      ['distance', 900],
      ['minimum', 600],
      ['assistant', 4500],
    ]);
    expect(short[2]?.working).toBe(
      'The lines above come to £79.00; a taxi costs £85.00 a day at the least by the rate card',
    );
    expect(pence(newRouteLines({ ...taxi, minimum_pence: 7900 }, size, basis))).toHaveLength(3);
  });

  it('leaves a running contract at its price while nothing is added', () => {
    const size = { distance_m: 8000, assistants: 1 };
    const contract = someContract(1, { assistant: true, assistant_day_pence: 4200 });
    const lines = contractLines(
      contract,
      { before: size, after: size, joined: 0, days: ALL_WEEK },
      basis,
    );
    expect(pence(lines)).toEqual([
      ['contract', 10_000],
      ['contract_assistant', 4200],
    ]);
    expect(lines.every((line) => !line.estimated)).toBe(true);
  });

  it('prices a stop added by the rate card of the vehicle, estimated', () => {
    const lines = contractLines(
      someContract(1),
      {
        before: { distance_m: 8000, assistants: 0 },
        after: { distance_m: 9500, assistants: 1 },
        joined: 1,
        days: ALL_WEEK,
      },
      basis,
    );
    // 1.5 km at 90p and one assistant at 45 pounds.
    expect(pence(lines)).toEqual([
      ['contract', 10_000],
      ['variation', 135 + 4500],
    ]);
    expect(lines[1]?.estimated).toBe(true);
  });

  it.each([
    // Monday and Tuesday of a contract that runs all week, or on three days; a day on which it does not run yet counts as one of its own.
    [0b00011, 0b11111, 'on Mon, Tue alone: 2 of 5 days', 1854],
    [0b00011, 0b00111, 'on Mon, Tue alone: 2 of 3 days', 3090],
    [0b00011, 0, 'on Mon, Tue alone: 2 of 5 days', 1854],
    [0b11111, 0b00011, '', 4635],
  ])('prices who joins on days %i of a contract on days %i', (joined, runs, words, variation) => {
    const lines = contractLines(
      someContract(1),
      {
        before: { distance_m: 8000, assistants: 0 },
        after: { distance_m: 9500, assistants: 1 },
        joined: 1,
        days: { joined, runs },
      },
      basis,
    );
    expect(pence(lines)[1]).toEqual(['variation', variation]);
    expect(lines[1]?.working).toContain(words);
  });

  it('takes the cheapest class that holds as many where the register names another', () => {
    const named = (vehicle_class: string, seats: number, wheelchairs: number) =>
      classOf(card, { vehicle_class, seats, wheelchairs }).id;
    expect(named('minibus', 3, 0)).toBe('minibus');
    expect(named('limousine', 3, 0)).toBe('taxi');
    expect(named('limousine', 3, 1)).toBe('accessible_minibus');
    expect(named('coach', 50, 0)).toBe('accessible_minibus');
  });
});
