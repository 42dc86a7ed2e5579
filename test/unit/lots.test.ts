/** Lots, bids and contracts: boundaries of each rule. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { isNumberPattern } from '../../shared/costing/tender-settings.ts';
import type { ContractEvent } from '../../shared/model/tender.ts';
import { alikeOf, benchmarksOf, type RunningPrice } from '../../shared/service/lots/benchmarks.ts';
import { directAwardProblems, lotChanges, mayAward, mayLet } from '../../shared/service/lots/check-award.ts'; // prettier-ignore
import { bidProblems, finalProblem } from '../../shared/service/lots/check-bid.ts';
import { tenderProblems } from '../../shared/service/lots/check-tender.ts';
import { eventProblems, priceOn } from '../../shared/service/lots/contract-events.ts';
import { nextContractNumber } from '../../shared/service/lots/contract-number.ts';
import { evaluate, lastMarks } from '../../shared/service/lots/evaluate.ts';
import { isMoment, momentOf } from '../../shared/service/lots/moment.ts';
import { outcomeLetter } from '../../shared/service/lots/standstill-letter.ts';
import { tenderState } from '../../shared/service/lots/tender-state.ts';
import { madeRoute } from '../db/made-store.ts';
import { awardOf, bidOf, lotOf, RULES, scoreOf, SPECIFICATION, tenderOf } from '../helpers/tender-of.ts'; // prettier-ignore

const SEPTEMBER = isoDate('2026-09-01');

describe('contract numbers', () => {
  it.each([
    ['CT{yy}-{number:4}', [], 'CT26-0001'],
    ['CT{yy}-{number:4}', ['CT26-0009', 'CT25-0077', 'C10001'], 'CT26-0010'],
    ['{year}/{number}', ['2026/99'], '2026/100'],
    ['K{number:3}S', ['K007S', 'K0x9S'], 'K008S'],
  ])('%s after %j is %s', (pattern, taken, next) => {
    expect(nextContractNumber(pattern, SEPTEMBER, taken)).toBe(next);
  });

  it.each([
    ['CT{yy}-{number:4}', true],
    ['CT-{yy}', false],
    ['{number}{number}', false],
    ['{number:9}', false],
    ['{month}{number}', false],
  ])('%s as a pattern: %s', (pattern, is) => {
    expect(isNumberPattern(pattern)).toBe(is);
  });
});

describe('moments', () => {
  it.each([
    ['2026-08-07', '12:00', '2026-08-07T12:00'],
    ['2026-08-07', '9.30', '2026-08-07T09:30'],
    ['2026-08-07', '24:00', null],
    ['2026-02-30', '12:00', null],
    ['2026-08-07', 'noon', null],
  ])('%s %s is %s', (day, time, moment) => {
    expect(momentOf(day, time)).toBe(moment);
  });

  it('knows a moment by its whole text', () => {
    expect(isMoment('2026-08-07T12:00')).toBe(true);
    expect(isMoment('2026-08-07')).toBe(false);
    expect(isMoment('2026-08-07T12:00:00')).toBe(false);
  });
});

describe('problems of a bid', () => {
  const line = {
    price_day_pence: 10_000,
    assistant_day_pence: null,
    vehicle_given: 'Taxi',
    vehicle_class: 'taxi',
    cells: [],
  };
  const at = {
    tender: tenderOf(),
    lot: lotOf(),
    awarded: false,
    received_at: '2026-08-07T12:00',
    on_framework: true,
    absurd_times: 5,
  };
  it('has none at the closing minute', () => {
    expect(bidProblems(line, at)).toEqual([]);
  });

  it.each([
    ['late', {}, { received_at: '2026-08-07T12:01' }],
    ['before_opening', {}, { received_at: '2026-07-27T08:59' }],
    ['lot_awarded', {}, { awarded: true }],
    ['not_on_framework', {}, { on_framework: false }],
    ['negative', { price_day_pence: -1 }, {}],
    ['absurd', { price_day_pence: 50_001 }, {}],
    ['absurd', { price_day_pence: 1999 }, {}],
    ['absurd', { price_day_pence: 0 }, {}],
    ['no_price', { price_day_pence: null }, {}],
    ['formula', { price_day_pence: null, cells: ['formula' as const] }, {}],
    ['currency', { price_day_pence: null, cells: ['currency' as const] }, {}],
    ['no_vehicle', { vehicle_given: '', vehicle_class: '' }, {}],
    ['unknown_vehicle', { vehicle_given: 'Hovercraft', vehicle_class: '' }, {}],
    ['lot_withdrawn', {}, { lot: lotOf({ withdrawn: awardOf().signed }) }],
    ['tender_cancelled', {}, { tender: tenderOf({ cancelled: awardOf().signed }) }],
    ['no_assistant_price', {}, { lot: lotOf({ specification: { assistants: 1 } }) }],
  ])('%s', (problem, given, circumstances) => {
    expect(bidProblems({ ...line, ...given }, { ...at, ...circumstances })).toEqual([problem]);
  });

  it('takes five times and a fifth of the model’s price', () => {
    expect(bidProblems({ ...line, price_day_pence: 50_000 }, at)).toEqual([]);
    expect(bidProblems({ ...line, price_day_pence: 2000 }, at)).toEqual([]);
  });

  it('lets nobody accept what has no price or no lot', () => {
    expect(finalProblem(['late', 'absurd', 'not_on_framework'])).toBeNull();
    expect(finalProblem(['late', 'formula'])).toBe('formula');
    expect(finalProblem(['lot_awarded'])).toBe('lot_awarded');
  });
});

describe('a tender', () => {
  const form = {
    ...tenderOf(),
    price_weight: 60,
    questions: RULES.questions,
    providers: ['One', 'Two'],
    by: 'S Clarke',
  };
  const on = isoDate('2026-07-27');
  it('is complete, or says everything that it lacks at once', () => {
    expect(tenderProblems(form, 3, on)).toEqual([]);
    const problems = tenderProblems(
      { ...form, title: ' ', closes_at: '2026-07-27T08:00', providers: ['One', 'one '], by: '' },
      0,
      on,
    );
    expect(problems).toHaveLength(5);
  });

  it('is open to its closing minute, and over when every lot is', () => {
    const [tender, lots] = [tenderOf(), [lotOf(), lotOf({ id: 2 })]];
    expect(tenderState(tender, lots, [], '2026-07-27T08:59')).toBe('coming');
    expect(tenderState(tender, lots, [], '2026-08-07T12:00')).toBe('open');
    expect(tenderState(tender, lots, [], '2026-08-07T12:01')).toBe('closed');
    const second = awardOf({ id: 2, lot_id: 2 });
    expect(tenderState(tender, lots, [awardOf(), second], '2026-08-08T12:00')).toBe('awarded');
    const taken = { ...second, withdrawn: second.signed };
    expect(tenderState(tender, lots, [awardOf(), taken], '2026-08-08T12:00')).toBe('closed');
  });
});

describe('an award', () => {
  const now = '2026-08-10T09:00';
  const whole = { tender: tenderOf(), lot: lotOf(), bid: bidOf(), awards: [], now };
  it.each([
    ['awarded_already', { awards: [awardOf()] }],
    ['still_open', { now: '2026-08-07T12:00' }],
    ['lot_withdrawn', { lot: lotOf({ withdrawn: awardOf().signed }) }],
    ['bid_does_not_count', { bid: bidOf({ replaced_by: 2 }) }],
    ['bid_does_not_count', { bid: bidOf({ problems: ['late'] }) }],
    ['bid_does_not_count', { bid: bidOf({ lot_id: 2 }) }],
  ])('is refused: %s', (code, given) => {
    expect(mayAward({ ...whole, ...given })).toMatchObject({ ok: false, error: { code } });
  });

  it('is made of a bid that counts, also after an award taken back, or one accepted', () => {
    expect(mayAward(whole).ok).toBe(true);
    const taken = awardOf({ withdrawn: awardOf().signed });
    expect(mayAward({ ...whole, awards: [taken] }).ok).toBe(true);
    const accepted = bidOf({ problems: ['late'], accepted: awardOf().signed });
    expect(mayAward({ ...whole, bid: accepted }).ok).toBe(true);
  });

  it('tells what changed since the lot was put out', () => {
    expect(lotChanges(SPECIFICATION, SPECIFICATION)).toEqual([]);
    expect(lotChanges(SPECIFICATION, null)[0]).toContain('no such route');
    const now_ = { ...SPECIFICATION, children: 3, distance_m: 20_000, arrive_s: 31_500 };
    expect(lotChanges(SPECIFICATION, now_)).toEqual([
      '3 children, not 2 children.',
      '12.4 miles a morning, not 10.0 miles.',
    ]);
  });

  it('needs a route that nobody else runs at its start', () => {
    const route = madeRoute('R1', [1]);
    const runs = { ref: 'C1', provider: 'One', confirmed: true, ends_on: SEPTEMBER };
    expect(mayLet(route, 'R1', null, SEPTEMBER).ok).toBe(true);
    expect(mayLet(route, 'R1', runs, SEPTEMBER)).toMatchObject({ error: { code: 'route_let' } });
    const ended = { ...runs, ends_on: isoDate('2026-08-31') };
    expect(mayLet(route, 'R1', ended, SEPTEMBER).ok).toBe(true);
    expect(mayLet(null, 'R1', null, SEPTEMBER)).toMatchObject({ error: { code: 'no_route' } });
    expect(mayLet(madeRoute('R1', []), 'R1', null, SEPTEMBER)).toMatchObject({ error: { code: 'route_empty' } }); // prettier-ignore
  });

  it('without a competition has a reason and an end within the year', () => {
    const form = {
      provider: 'One',
      price_day_pence: 9000,
      assistant_day_pence: 0,
      starts_on: SEPTEMBER,
      ends_on: isoDate('2026-12-18'),
      notice_days: 7,
      reason: 'The provider failed.',
      by: 'S Clarke',
    };
    const on = isoDate('2026-08-10');
    expect(directAwardProblems(form, on)).toEqual([]);
    expect(directAwardProblems({ ...form, ends_on: isoDate('2027-08-31') }, on)).toEqual([]);
    expect(directAwardProblems({ ...form, ends_on: SEPTEMBER, reason: ' ' }, on)).toHaveLength(1);
    expect(directAwardProblems({ ...form, ends_on: isoDate('2027-09-01') }, on)).toHaveLength(1);
    expect(directAwardProblems({ ...form, ends_on: isoDate('2026-08-31') }, on)).toHaveLength(1);
  });
});

describe('benchmarks', () => {
  const running = (route_ref: string, given: Partial<RunningPrice> = {}): RunningPrice => ({
    route_ref,
    vehicle_class: 'taxi',
    assistant: false,
    day_pence: 8000,
    children: 2,
    both_ways_m: 32_186.88,
    ...given,
  });
  it('divides by miles both ways and by heads, and sets the model’s price beside', () => {
    const alike = alikeOf(SPECIFICATION, 'R1', [running('A'), running('B', { day_pence: 12_000 })]);
    expect(alike).toMatchObject({ count: 2, per_mile_pence: 500, per_head_pence: 5000, day_pence: 10_000 }); // prettier-ignore
    expect(benchmarksOf(11_000, lotOf(), alike)).toEqual({
      per_mile_pence: 550,
      per_head_pence: 5500,
      over_model_pence: 1000,
      over_model: expect.closeTo(0.1, 9) as number,
      cheaper_alike: 1,
    });
  });

  it('compares only with routes alike: class, assistant, half to twice as far, not itself', () => {
    const others = [
      running('R1'),
      running('bus', { vehicle_class: 'minibus' }),
      running('crew', { assistant: true }),
      running('near', { both_ways_m: 16_093 }),
      running('far', { both_ways_m: 64_374 }),
      running('half', { both_ways_m: 16_093.44 }),
      running('twice', { both_ways_m: 64_373.76 }),
    ];
    const { routes } = alikeOf(SPECIFICATION, 'R1', others);
    expect(routes.map((each) => each.route_ref).toSorted()).toEqual(['half', 'twice']);
  });

  it('has nothing to say of a lot without miles, heads or routes alike', () => {
    const lot = lotOf({ model_day_pence: 0, specification: { children: 0, distance_m: 0, home_m: 0 } }); // prettier-ignore
    const alike = alikeOf(lot.specification, 'R1', []);
    expect(alike).toMatchObject({ count: 0, per_mile_pence: null });
    expect(benchmarksOf(5000, lot, alike)).toMatchObject({ per_mile_pence: null, per_head_pence: null, over_model: null }); // prettier-ignore
  });
});

describe('events of a contract', () => {
  const contract = {
    price_day_pence: 11_000,
    assistant_day_pence: 500,
    starts_on: SEPTEMBER,
    ends_on: isoDate('2027-07-31'),
  };
  const at = { on: isoDate('2026-10-01'), notice_days: 28 };
  const form = {
    kind: 'notice' as const,
    effective_on: isoDate('2026-10-29'),
    price_day_pence: 11_000,
    assistant_day_pence: 500,
    reason: 'Given by the provider.',
    by: 'S Clarke',
  };
  it('take a notice of its whole length, a shorter one only where the reason says so', () => {
    expect(eventProblems(form, contract, at)).toEqual([]);
    const short = { ...form, effective_on: isoDate('2026-10-28') };
    expect(eventProblems(short, contract, at)[0]).toContain('28 days');
    expect(eventProblems({ ...short, reason: 'Short notice agreed.' }, contract, at)).toEqual([]);
  });

  it.each([
    ['variation' as const, { effective_on: isoDate('2026-10-01') }, 'The price is the same.'],
    ['variation' as const, { price_day_pence: 12_000, effective_on: isoDate('2027-08-01') }, 'on a day between'], // prettier-ignore
    ['extension' as const, { effective_on: isoDate('2027-07-31') }, 'give a later day'],
    ['default' as const, { effective_on: isoDate('2026-10-02') }, 'lies ahead'],
    ['notice' as const, { effective_on: isoDate('2027-07-31') }, 'anyway'],
    ['default' as const, { effective_on: isoDate('2026-10-01'), reason: '' }, 'did or did not do'],
  ])('%s %j: %s', (kind, given, words) => {
    expect(eventProblems({ ...form, kind, ...given }, contract, at).join(' ')).toContain(words);
  });

  it('know what a contract cost on any day', () => {
    const event = (id: number, effective_on: string, before: number, after: number): ContractEvent => ({
      id,
      contract_id: 1,
      kind: 'variation',
      effective_on: isoDate(effective_on),
      price_before_pence: before,
      price_after_pence: after,
      assistant_before_pence: 500,
      assistant_after_pence: 500,
      ends_before: contract.ends_on,
      ends_after: contract.ends_on,
      signed: awardOf().signed,
    }); // prettier-ignore
    const events = [event(1, '2026-10-01', 9000, 10_000), event(2, '2027-01-04', 10_000, 11_000)];
    const price = (day: string) => priceOn(contract, events, isoDate(day)).price_day_pence;
    expect(price('2026-09-30')).toBe(9000);
    expect(price('2026-10-01')).toBe(10_000);
    expect(price('2027-01-03')).toBe(10_000);
    expect(price('2027-01-04')).toBe(11_000);
    expect(priceOn(contract, [], SEPTEMBER).price_day_pence).toBe(11_000);
  });
});

describe('the letter to an unsuccessful bidder', () => {
  it('tells own place and marks, and no price or price points of anybody', () => {
    const bids = [
      bidOf({ id: 1, price_day_pence: 12_345 }),
      bidOf({ id: 2, provider: 'Medway Cars', price_day_pence: 11_111 }),
    ];
    const marks = lastMarks([scoreOf(), scoreOf({ id: 2, question_id: 'late', score: 2 })]);
    const scored = evaluate(bids, RULES, marks);
    const text = outcomeLetter({
      tender: tenderOf(),
      provider: 'Medway Cars',
      lines: [{ lot: lotOf(), award: awardOf(), scored }],
      marks,
      team: 'Client Transport',
      contact: '03000 00 00 00',
      on: isoDate('2026-08-10'),
    });
    expect(text).toContain('awarded to Beult Private Hire');
    expect(text).toContain('number 2 of 2 bids');
    expect(text).toContain('20 Aug 2026');
    for (const each of scored) {
      expect(text).not.toContain((each.whole_day_pence / 100).toFixed(2));
      expect(text).not.toContain(String(each.price_points));
    }
    expect(text).not.toMatch(/£|pence/);
  });
});
