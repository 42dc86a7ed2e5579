import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { METRES_PER_MILE } from '../../shared/kernel/units.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import { explainChange, type ChangeBar } from '../../shared/pressure/change.ts';
import { fuelEffect, reckonFuel } from '../../shared/pressure/fuel.ts';
import { kilometresAYear } from '../../shared/pressure/plan-fuel.ts';
import { headlineOf } from '../../shared/pressure/headline.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { lmdi } from '../../shared/pressure/lmdi.ts';
import { judgePlacement } from '../../shared/eligibility/judge-placement.ts';
import { isSuitable } from '../../shared/eligibility/nearest-suitable.ts';
import { dieselOn, newestWeek, wageFloorOn } from '../../shared/pressure/price-facts.ts';
import { shapley } from '../../shared/pressure/shapley.ts';
import type { CostFacts } from '../../shared/pressure/facts.ts';
import {
  someClient,
  someContract,
  someFacts,
  someLine,
  someRoute,
  someSchool,
  someStop,
  YEAR,
} from '../helpers/cost-facts.ts';

const bar = (bars: readonly ChangeBar[], key: string) =>
  bars.find((each) => each.key === key)?.pence ?? 0;
const changeOf = (facts: CostFacts) => explainChange(facts, buildLedger(facts));
const onContract = (contract_id: number, client_id: number, left_on: string | null = null) => ({
  contract_id,
  client_id,
  stop_order: client_id,
  pick_up_s: null,
  released: false,
  left_on: left_on === null ? null : isoDate(left_on),
});

describe('the worked check of the domain page: a lone pupil, 10 road miles by taxi', () => {
  const settings = [
    ...DEFAULT_SETTINGS.filter((each) => each.key !== 'fuel_litres_per_100km'),
    ...DEFAULT_SETTINGS.filter((each) => each.key === 'fuel_litres_per_100km').map((each) => ({
      ...each,
      value: { taxi: 6.73 },
    })),
  ];
  const day = 4526;
  const route = someRoute(1, { distance_m: 10 * METRES_PER_MILE, stops: [someStop(1)] }, [
    someLine('contract', day),
  ]);
  const fuel = reckonFuel(someFacts({ routes: [route], clients: [someClient(1)], settings }));

  it('drives 12,231 km and burns 823 litres', () => {
    expect(Math.round(kilometresAYear(10 * METRES_PER_MILE, 190, 4))).toBe(12_231);
    expect(fuel.litres_year).toBe(823);
  });

  it('spends 1,181 pounds at 143.5 p/l, 13.7% of 8,600, and 1,557 at 189.1', () => {
    expect(fuel.base).toBe(14_350);
    expect(Math.round(fuel.fuel_year_pence / 100)).toBe(1181);
    expect(fuel.fuel_year_pence / fuel.cost_year_pence).toBeCloseTo(0.137, 3);
    const effect = fuelEffect(fuel, 18_910);
    expect(Math.round((fuel.fuel_year_pence + effect.change_year_pence) / 100)).toBe(1557);
    expect(effect.low_share_pence).toBe(Math.round(day * 190 * 0.13 * (18_910 / 14_350 - 1)));
    expect(effect.high_share_pence).toBe(Math.round(day * 190 * 0.33 * (18_910 / 14_350 - 1)));
  });

  it('says +10% at the pump is +1.3% to +3.3% on the price', () => {
    const effect = fuelEffect(fuel, 15_785);
    expect(effect.low_share_pence / fuel.cost_year_pence).toBeCloseTo(0.013, 5);
    expect(effect.high_share_pence / fuel.cost_year_pence).toBeCloseTo(0.033, 5);
    expect(fuelEffect(fuel, fuel.base).change_year_pence).toBe(0);
    expect(fuelEffect(fuel, fuel.base).sentence).toContain('no change');
  });

  it('agrees with the TAG curve at 40 km/h', () => {
    const litres = (a: number, b: number, c: number, d: number) =>
      (a / 40 + b + c * 40 + d * 1600) * 100;
    expect(litres(0.481912969, 0.069094402, -0.000664707, 0.000005238)).toBeCloseTo(6.3, 1);
    expect(litres(1.045268333, 0.057901415, -0.000432895, 0.0000080252)).toBeCloseTo(8, 1);
  });
});

describe('LMDI beside Shapley', () => {
  it('gives 5.44 volume and 9.56 unit cost for 45m, +11% pupils, +15m', () => {
    const [volume, unit] = lmdi([1, 45], [1.11, 60 / 1.11]);
    expect(volume).toBeCloseTo(5.44, 2);
    expect(unit).toBeCloseTo(9.56, 2);
    expect((volume ?? 0) + (unit ?? 0)).toBeCloseTo(15, 9);
  });

  it('is near the Shapley split of the same product', () => {
    const [volume] = shapley(2, (mask) => (mask & 1 ? 1.11 : 1) * (mask & 2 ? 60 / 1.11 : 45));
    expect(volume).toBeCloseTo(5.45, 1);
  });
});

describe('the change on last year', () => {
  const clients = [1, 2, 3].map((id) => someClient(id));
  const contract = someContract(1, { price_day_pence: 10_000, previous_day_pence: 8000 });
  const stops = [onContract(1, 1), onContract(1, 2)];

  it('is one retender bar where only the price moved by agreement', () => {
    const route = someRoute(1, { contract_id: 1, stops: [someStop(1), someStop(2)] }, [
      someLine('contract', 10_000),
    ]);
    const indexed = someContract(1, { ...contract, last_indexed_on: isoDate('2019-06-01') });
    const facts = someFacts({ routes: [route], clients, contracts: [indexed], stops });
    const { bars } = changeOf(facts);
    expect(bar(bars, 'fuel')).not.toBe(0);
    expect(bar(bars, 'fuel') + bar(bars, 'labour') + bar(bars, 'retender')).toBe(2000 * 190);
    expect(bars.map((each) => each.key)).not.toContain('sharing');
  });

  it('gives a joiner their share and the others what sharing saves', () => {
    const steady = someContract(1, { price_day_pence: 9000, previous_day_pence: 9000 });
    const three = [someStop(1), someStop(2), someStop(3)];
    const route = someRoute(1, { contract_id: 1, stops: three }, [someLine('contract', 9000)]);
    const { bars } = changeOf(someFacts({ routes: [route], clients, contracts: [steady], stops }));
    expect(bar(bars, 'joiners')).toBe(3000 * 190);
    expect(bar(bars, 'sharing')).toBe(-3000 * 190);
    expect(bars).toHaveLength(4);
  });

  it('knows leavers from clients who are only not placed yet', () => {
    const steady = someContract(1, { price_day_pence: 9000, previous_day_pence: 9000 });
    const facts = someFacts({
      clients,
      contracts: [steady],
      stops: [...stops, onContract(1, 3, '2026-03-02')],
      unallocated: [{ client_id: 1, reason: 'no_vehicle', detail: '' }],
    });
    const change = changeOf(facts);
    expect(change).toMatchObject({ leavers: 2, unplaced: 1, continuing: 0 });
    expect(bar(change.bars, 'unplaced')).toBe(-3000 * 190);
    expect(bar(change.bars, 'leavers')).toBe(-6000 * 190);
  });

  it('takes what the plan adds apart: assistants and what else it pays', () => {
    const steady = someContract(1, { price_day_pence: 9000, previous_day_pence: 9000 });
    const route = someRoute(1, { contract_id: 1, stops: [someStop(1), someStop(2)] }, [
      someLine('contract', 9000),
      someLine('variation', 700),
      someLine('assistant', 4500),
    ]);
    const { bars } = changeOf(someFacts({ routes: [route], clients, contracts: [steady], stops }));
    // The homes are the same, so the run is as long: what the variation adds is a price.
    expect(bar(bars, 'retender')).toBe(700 * 190);
    expect(bar(bars, 'assistants')).toBe(4500 * 190);
  });
});

describe('the headline', () => {
  const change = (
    last: number,
    parts: Readonly<Record<string, number>>,
    counts: { joiners?: number; leavers?: number; unplaced?: number } = {},
  ) => {
    const total = Object.values(parts).reduce((a, b) => a + b, last);
    const make = (key: string, label: string, pence: number, kind: 'total' | 'change') => ({
      key,
      label,
      pence,
      kind,
      clients: 0,
      parts: 0,
      note: '',
      estimated: false,
    });
    return {
      bars: [
        make('last_year', '2025/26', last, 'total'),
        ...Object.entries(parts).map(([key, pence]) => make(key, key, pence, 'change')),
        make('this_year', '2026/27', total, 'total'),
      ],
      clients_before: 0,
      clients_now: 0,
      joiners: 0,
      leavers: 0,
      unplaced: 0,
      continuing: 0,
      prices_unknown: 0,
      ...counts,
    };
  };

  it('names the largest part by its fraction', () => {
    const sentence = headlineOf(change(4e9, { joiners: 2.07e8, retender: 1.03e8 }));
    expect(sentence).toBe(
      '£3.1m more than 2025/26 (+7.8%); two thirds is more children, a third dearer contracts',
    );
  });

  it('names both sides where one is more than the whole', () => {
    expect(headlineOf(change(4e9, { joiners: 5e8, sharing: -2e8 }))).toBe(
      '£3.0m more than 2025/26 (+7.5%): more children add £5.0m; fuller vehicles take off £2.0m',
    );
  });

  it('does not hide forces that cancel each other, nor calls the whole by one of them', () => {
    const parts = {
      joiners: 8.2e8,
      leavers: -2.3e8,
      unplaced: -0.3e8,
      fuel: 1e8,
      labour: 0.8e8,
      retender: -0.1e8,
      sharing: -2.4e8,
      distance: 0.6e8,
    };
    const counts = { joiners: 1020, leavers: 284, unplaced: 31 };
    expect(headlineOf(change(46e8, parts, counts))).toBe(
      '£5.5m more than 2025/26 (+12.0%): 705 more children add £5.6m net; dearer contracts (+£1.7m) are more than offset by fuller vehicles (−£2.4m); everything else adds £600k',
    );
  });

  it('tells a force that is only partly met, and a fall against dearer contracts', () => {
    expect(headlineOf(change(4e9, { retender: 4e8, sharing: -1e8 }))).toBe(
      '£3.0m more than 2025/26 (+7.5%): dearer contracts (+£4.0m) are partly offset by fuller vehicles (−£1.0m)',
    );
    expect(headlineOf(change(4e9, { leavers: -4e8, fuel: 1e8 }, { leavers: 300 }))).toBe(
      '£3.0m less than 2025/26 (−7.5%): 300 fewer children take off £4.0m; dearer contracts add £1.0m',
    );
  });

  it('says what no name was given, so that the amounts read aloud add up to the change', () => {
    expect(
      headlineOf(change(4e9, { joiners: 6e8, sharing: -2e8, mix: -0.5e8, days: -0.5e8 })),
    ).toBe(
      '£3.0m more than 2025/26 (+7.5%): more children add £6.0m; fuller vehicles take off £2.0m; everything else takes off £1.0m',
    );
    expect(headlineOf(change(4e9, { joiners: 6e8, sharing: -2e8, mix: -0.1e8 }))).not.toContain(
      'everything else',
    );
  });

  it('gives no count that goes the other way than its cost', () => {
    const sentence = headlineOf(
      change(4e9, { joiners: 5e8, leavers: -3e8, sharing: -1e8 }, { joiners: 10, leavers: 30 }),
    );
    expect(sentence).toContain(': more children add £2.0m net');
  });

  it('has words for a fall, for no change and for no last year', () => {
    expect(headlineOf(change(4e9, { leavers: -4e8 }))).toContain('less than 2025/26');
    expect(headlineOf(change(4e9, { leavers: -4e8 }))).toContain('all of it is fewer children');
    expect(headlineOf(change(4e9, {}))).toContain('The same as 2025/26');
    expect(headlineOf(change(0, { joiners: 5e8 }))).toContain('cannot be told');
  });
});

describe('prices on a day', () => {
  it('takes the mean of the last four weeks and falls back on what is published', () => {
    const weeks = ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25'].map((week, at) => ({
      week_on: isoDate(week),
      petrol: 0,
      diesel: 18_000 + at * 100,
    }));
    expect(dieselOn(weeks, isoDate('2026-05-31'))).toBe(18_150);
    expect(dieselOn(weeks, isoDate('2026-05-05'))).toBe(18_000);
    expect(dieselOn([], isoDate('2023-01-31'))).toBe(18_110);
    expect(dieselOn([], isoDate('2012-01-31'))).toBeNull();
    expect(newestWeek(weeks, isoDate('2026-06-01'))).toMatchObject({ imported: true });
    expect(newestWeek([], isoDate('2026-08-10'))).toMatchObject({ diesel: 18_660 });
  });

  it('reads the adult wage floor', () => {
    expect(wageFloorOn([], isoDate('2026-08-10'))).toBe(1271);
    const floors = [
      { from_on: isoDate('2027-04-01'), min_age: 21, max_age: 1000, pence_an_hour: 1300 },
    ];
    expect(wageFloorOn(floors, isoDate('2027-05-01'))).toBe(1300);
  });
});

describe('the nearest suitable school', () => {
  const client = someClient(1, { lat: 51, lon: 0.5 });
  const placing = { client, phase: 'primary' as const, year: YEAR };
  const named = someSchool(1, { lat: 51.3, lon: 0.5 });
  const near = someSchool(2, { lat: 51.05, lon: 0.5 });

  it('is beyond where a nearer school surely suits', () => {
    const finding = judgePlacement(placing, { named, candidates: [named, near], tolerance_m: 500 });
    expect(finding).toMatchObject({ kind: 'beyond', nearest: { urn: 2 } });
  });

  it('cannot be told where a place, an age or a need is not known', () => {
    for (const gap of [{ places: null }, { age_from: null, age_to: null }, { needs: [] }]) {
      const doubtful = { ...near, ...gap };
      expect(isSuitable(doubtful, placing)).toBe('cannot_tell');
      expect(
        judgePlacement(placing, { named, candidates: [doubtful], tolerance_m: 500 }).kind,
      ).toBe('cannot_tell');
    }
    expect(
      judgePlacement(placing, {
        named: { ...named, lat: null },
        candidates: [near],
        tolerance_m: 500,
      }).kind,
    ).toBe('cannot_tell');
  });

  it('is the one named where every nearer school is ruled out', () => {
    const out = [
      { ...near, status: 'closed' as const },
      { ...near, independent: true },
      { ...near, needs: ['PD' as const] },
      { ...near, roll: 100 },
      { ...near, age_from: 11 },
      { ...near, needs: [], type_group: 'primary' },
    ];
    for (const school of out) expect(isSuitable(school, placing)).toBe('no');
    expect(judgePlacement(placing, { named, candidates: out, tolerance_m: 500 }).kind).toBe(
      'nearest',
    );
  });

  it('counts a school within the tolerance as nearest', () => {
    const beside = someSchool(2, { lat: 51.299, lon: 0.5 });
    expect(judgePlacement(placing, { named, candidates: [beside], tolerance_m: 500 }).kind).toBe(
      'nearest',
    );
  });
});
