import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { pencePart } from '../../shared/costing/adjustment-settings.ts';
import type { RateCard } from '../../shared/model/money.ts';
import type { CarriedRow, CostSide, SplitBasis } from '../../shared/pressure/split/carried.ts';
import { roundSigned } from '../../shared/pressure/split/round-signed.ts';
import { splitSides } from '../../shared/pressure/split/split-sides.ts';

/** Worked by hand, each beside its sum. */
const [EARLY, LATE] = [isoDate('2025-09-01'), isoDate('2026-09-01')];
const card: RateCard = {
  classes: [
    {
      id: 'taxi',
      name: 'Taxi',
      layouts: [{ seats: 4, wheelchairs: 0 }],
      fixed_pence: 6000,
      per_km_pence: 100,
    },
    {
      id: 'minibus',
      name: 'Minibus',
      layouts: [{ seats: 12, wheelchairs: 0 }],
      fixed_pence: 12_000,
      per_km_pence: 200,
    },
  ],
  assistant_pence: 4500,
};
const basis: SplitBasis = {
  card,
  driver_share: 0.5,
  fuel_share: 0.1,
  diesel: (on) => (on === EARLY ? 10_000 : 12_000),
  wage: (on) => (on === EARLY ? 1000 : 1100),
  cpi: (on) => (on === EARLY ? 100 : 105),
};
/** A lone taxi, 20 km, 190 days at 80 pounds: exactly the card. */
const lone: CarriedRow = {
  client_id: 1,
  school_urn: 100,
  provider: 'Ironmark',
  route_ref: 'A',
  vehicle_class: 'taxi',
  pence: 8000 * 190,
  assistant_pence: 0,
  days: 190,
  vehicle_days: 190,
  aboard: 1,
  route_m: 20_000,
  part_year: false,
  priced_on: EARLY,
  fuel_share: null,
};
const side = (key: string, from_on: typeof EARLY, rows: readonly CarriedRow[]): CostSide => ({
  key,
  label: key,
  from_on,
  to_on: from_on,
  priced: from_on === EARLY ? 'before' : 'today',
  rows,
  nobody_pence: 0,
  waiting: new Set(),
});
const bars = (before: readonly CarriedRow[], after: readonly CarriedRow[]) =>
  Object.fromEntries(
    splitSides(side('2025-26', EARLY, before), side('2026-27', LATE, after), basis)
      .bars.filter(({ pence }) => pence !== 0)
      .map(({ name, pence }) => [name, pence]),
  );

describe('one factor at a time', () => {
  it('is days where only days moved: 10 days at 80 pounds', () => {
    const now = { ...lone, pence: 8000 * 200, days: 200, vehicle_days: 200 };
    expect(bars([lone], [now])).toEqual({ days: 80_000 });
  });

  it('is full-year effect where the first year was a part: 90 days at 80 pounds', () => {
    const half = { ...lone, pence: 8000 * 100, days: 100, vehicle_days: 100, part_year: true };
    expect(bars([half], [lone])).toEqual({ full_year_effect: 720_000 });
  });

  it('is sharing where a second client leaves the taxi: half of 80 pounds, 190 days', () => {
    const shared = { ...lone, pence: 4000 * 190, vehicle_days: 95, aboard: 2 };
    expect(bars([shared], [lone])).toEqual({ sharing: 760_000 });
  });

  it('is distance where the run grew by 10 km at a pound', () => {
    expect(bars([lone], [{ ...lone, route_m: 30_000, pence: 9000 * 190 }])).toEqual({
      distance: 190_000,
    });
  });

  it('is mix where a minibus came for the taxi: 160 pounds for 80', () => {
    expect(bars([lone], [{ ...lone, vehicle_class: 'minibus', pence: 16_000 * 190 }])).toEqual({
      mix: 1_520_000,
    });
  });

  it('is assistants where one came: 45 pounds, 190 days', () => {
    const with_one = { ...lone, pence: 12_500 * 190, assistant_pence: 4500 * 190 };
    expect(bars([lone], [with_one])).toEqual({ assistants: 855_000 });
  });
});

describe('a price that moved', () => {
  it('is fuel 2%, labour 5%, other prices 2% of it, and the rest the retender', () => {
    // Shares 10, 50 and 40% of rises of 20, 10 and 5%: 1.02 + 0.05 + 0.02 = 1.09; the price rose by 9%, so nothing is left.
    const now = { ...lone, priced_on: LATE, pence: 8720 * 190 };
    expect(bars([lone], [now])).toEqual({ fuel: 30_400, labour: 76_000, other_prices: 30_400 });
  });

  it('leaves what the indices do not explain to the retender, half of the joint part each way', () => {
    // Level 1.20 = index 1.09 x rest 1.100917. Two players in effect: the index and the rest.
    const now = { ...lone, priced_on: LATE, pence: 9600 * 190 };
    const split = bars([lone], [now]);
    const rest = 1.2 / 1.09;
    const retender = (8000 * 190 * (rest - 1) * (1 + 1.09)) / 2;
    expect(Math.abs((split['retender'] ?? 0) - retender)).toBeLessThan(1);
    expect(
      (split['fuel'] ?? 0) +
        (split['labour'] ?? 0) +
        (split['other_prices'] ?? 0) +
        (split['retender'] ?? 0),
    ).toBe(1600 * 190);
  });
});

describe('two factors at once', () => {
  it('share what they do together by halves: days 190 to 200 and 80 to 90 pounds for the longer run', () => {
    const now = { ...lone, days: 200, vehicle_days: 200, route_m: 30_000, pence: 9000 * 200 };
    // Days: 10 x (80 + 90) / 2; distance: 10 x (190 + 200) / 2.
    expect(bars([lone], [now])).toEqual({ days: 85_000, distance: 195_000 });
  });
});

describe('whole pence', () => {
  it('go to the largest remainder, ties by name, alike both ways round', () => {
    const amounts = [
      { name: 'b', pence: 0.5 },
      { name: 'a', pence: 0.5 },
      { name: 'c', pence: 2 },
    ];
    expect(roundSigned(amounts, 3)).toEqual([0, 1, 2]);
    expect(
      roundSigned(
        amounts.map((each) => ({ ...each, pence: -each.pence })),
        -3,
      ),
    ).toEqual([0, -1, -2]);
  });
});

describe('a price that an index clause made', () => {
  it('is explained by the clause to the penny, and nothing of it is retender', () => {
    // 80.00 pounds became 81.46 by Norfolk's clause: 1.82% of 80 is 1.456, kept as 1.46.
    const indexed = { fuel: 146 / 8000, labour: 0, other: 0 };
    const now = { ...lone, pence: 8146 * 190, priced_on: LATE, indexed };
    const split = splitSides(side('a', EARLY, [lone]), side('b', LATE, [now]), basis);
    const pence = (name: string) => split.bars.find((bar) => bar.name === name)?.pence ?? 0;
    expect([pence('fuel'), pence('labour'), pence('other_prices'), pence('retender')]).toEqual([146 * 190, 0, 0, 0]); // prettier-ignore
  });

  it('leaves to retender only what was agreed beyond the clause', () => {
    const indexed = { fuel: 0.0182, labour: 0, other: 0 };
    const now = { ...lone, pence: 8400 * 190, priced_on: LATE, indexed };
    const split = splitSides(side('a', EARLY, [lone]), side('b', LATE, [now]), basis);
    const pence = (name: string) => split.bars.find((bar) => bar.name === name)?.pence ?? 0;
    expect(pence('fuel') + pence('retender')).toBe(400 * 190);
    expect(pence('labour') + pence('other_prices')).toBe(0);
    expect(pence('fuel')).toBeGreaterThan(140 * 190);
  });
});

describe('policy, savings, income and one-offs', () => {
  const year = (adjusted: CostSide['adjusted']): CostSide => ({ ...side('2026-27', LATE, [{ ...lone, pence: 7000 * 190 }]), ...(adjusted === undefined ? {} : { adjusted }) }); // prettier-ignore
  const split = (to: CostSide) =>
    Object.fromEntries(
      splitSides(side('2025-26', EARLY, [lone]), to, basis)
        .bars.filter(({ pence }) => pence !== 0)
        .map(({ name, pence }) => [name, pence]),
    );

  it('have no bar where nothing is recorded: the price fell by 10 pounds a day', () => {
    expect(split(year(undefined))).toEqual({ retender: -190_000 });
  });

  it('take a saving out of the bar it is part of, and add income to the total', () => {
    const saved = year([
      { kind: 'savings', within: 'retender', label: 'One', note: '', pence: -150_000 },
      { kind: 'income', within: 'none', label: 'Two', note: '', pence: -20_000 },
    ]);
    expect(split(saved)).toEqual({ retender: -40_000, savings: -150_000, income: -20_000 });
  });

  it('count by days of the period: 365 pounds over a year are 30 in a month of 30 days', () => {
    const each = { kind: 'one_offs' as const, within: 'none' as const, label: '', from_on: isoDate('2026-01-01'), to_on: isoDate('2026-12-31'), pence: 36_500 }; // prettier-ignore
    const part = (from_on: string, to_on: string) => pencePart(each, { from_on: isoDate(from_on), to_on: isoDate(to_on) }); // prettier-ignore
    expect(part('2026-06-01', '2026-06-30')).toBe(3000);
    expect(part('2026-12-31', '2027-03-31')).toBe(100);
    expect(part('2027-01-01', '2027-03-31')).toBe(0);
  });
});

describe('a saving of the tracker', () => {
  // 80 pounds a day before, 77 on the eve of the saving, 72 now: it took 5 pounds off each of 190 days, the other 3 were retendered.
  const saved = { contract_id: 7, contract_ref: 'C7', saving: 'One', from_on: isoDate('2026-04-13'), before: { vehicle: 7700, assistant: 0 }, after: { vehicle: 7200, assistant: 0 } }; // prettier-ignore
  const before = { ...lone, contract_id: 7 };
  const now = { ...before, pence: 7200 * 190 };
  const split = (first: readonly CarriedRow[], second: readonly CarriedRow[], of = saved) => {
    const sides = [side('2025-26', EARLY, first), side('2026-27', LATE, second)] as const;
    return Object.fromEntries(
      splitSides(...sides, { ...basis, saved: [of] })
        .bars.filter(({ pence }) => pence !== 0)
        .map(({ name, pence, clients }) => [name, [pence, clients]]),
    );
  };

  it('is a bar of its own, and no longer part of the retender', () => {
    expect(split([before], [now])).toEqual({ retender: [-57_000, 1], savings: [-95_000, 1] });
  });

  it('counts by the share of a client who rides with others', () => {
    const half = { pence: 4000 * 190, vehicle_days: 95, aboard: 2 };
    const both = (of: CarriedRow) => [
      { ...of, ...half },
      { ...of, ...half, client_id: 2 },
    ];
    const after = both(now).map((row) => ({ ...row, pence: 3600 * 190 }));
    expect(split(both(before), after)).toEqual({ retender: [-57_000, 2], savings: [-95_000, 2] });
  });

  it('takes what it took off assistants out of the assistants', () => {
    const of = { ...saved, before: { vehicle: 7200, assistant: 4500 }, after: { vehicle: 7200, assistant: 4000 } }; // prettier-ignore
    const helped = (price: number) => ({ ...before, pence: (7200 + price) * 190, assistant_pence: price * 190 }); // prettier-ignore
    expect(split([helped(4500)], [helped(4000)], of)).toEqual({ savings: [-95_000, 1] });
  });

  it('counts nothing where it began before the first year, after the second, or the price is the same', () => {
    const plain = { retender: [-152_000, 1] };
    expect(split([before], [now], { ...saved, from_on: isoDate('2025-04-13') })).toEqual(plain);
    expect(split([before], [now], { ...saved, from_on: isoDate('2027-09-02') })).toEqual(plain);
    expect(split([now], [now])).toEqual({});
  });

  it('leaves joiners at what they cost', () => {
    expect(split([{ ...before, client_id: 9 }], [{ ...now, client_id: 8 }])).toEqual({ joiners: [7200 * 190, 1], leavers: [-8000 * 190, 1] }); // prettier-ignore
  });
});
