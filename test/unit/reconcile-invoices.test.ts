import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import type { InvoiceLine } from '../../shared/model/invoice.ts';
import type { Absence } from '../../shared/model/year.ts';
import { absenceIndex, dayDue, didRun, type RunningContract } from '../../shared/service/year/day-due.ts'; // prettier-ignore
import { lineStanding } from '../../shared/service/year/invoice-standing.ts';
import { reconcileInvoices, type Claim } from '../../shared/service/year/reconcile-invoices.ts';

const d = isoDate;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** June 2026: 22 weekdays, of which the 1st is a staff day and the 12th an INSET day of school 1. */
const calendars = schoolCalendars(
  [
    { urn: 0, kind: 'term', from_on: d('2026-04-13'), to_on: d('2026-07-21'), label: 'Term' },
    {
      urn: 0,
      kind: 'closed',
      from_on: d('2026-06-01'),
      to_on: d('2026-06-01'),
      label: 'Staff day',
    },
  ],
  [
    {
      urn: 1,
      kind: 'closed',
      from_on: d('2026-06-12'),
      to_on: d('2026-06-12'),
      year_groups: [],
      days: WHOLE_WEEK,
      ends_s: null,
      why: 'INSET day',
    },
  ],
);

const rider = (client_id: number) => ({
  client_id,
  urn: 1,
  year_group: 7,
  days: DAYS,
  from_on: null,
  left_on: null,
});

const running = (given: Partial<RunningContract> = {}): RunningContract => ({
  contract: {
    id: 1,
    ref: 'C1',
    provider: 'Weald Cars Ltd',
    starts_on: d('2026-04-13'),
    ends_on: d('2026-07-31'),
    price_day_pence: 7001,
    assistant_day_pence: 0,
    school_urn: 1,
    last_indexed_on: null,
  },
  riders: [rider(10)],
  last_day: null,
  rule: { days_before: 1, by_s: 64_800, share_percent: 50 },
  prices: [],
  ...given,
});

const away = (given: Partial<Absence>): Absence => ({
  id: 1,
  kind: 'child',
  client_id: 10,
  urn: null,
  contract_id: null,
  from_on: d('2026-06-09'),
  to_on: d('2026-06-09'),
  legs: 'both',
  told: { on: d('2026-06-08'), s: 3600 },
  why: 'Ill',
  recorded_on: d('2026-06-08'),
  recorded_by: 'S Clarke',
  withdrawn: null,
  ...given,
});

let next = 0;
const claim = (given: Partial<InvoiceLine>, invoice: Partial<Claim['invoice']> = {}): Claim => {
  next += 1;
  return {
    line: {
      id: next,
      invoice_id: 1,
      line: next,
      contract_ref: 'C1',
      item: '',
      from_on: d('2026-06-02'),
      to_on: d('2026-06-02'),
      half_days: 2,
      unit_pence: 7001,
      amount_pence: 7001,
      vat_pence: null,
      note: '',
      held: '',
      given: '',
      ...given,
    },
    invoice: { id: 1, ref: 'INV-1', provider: 'Weald Cars', ...invoice },
  };
};

const judge = (
  claims: readonly Claim[],
  {
    contract = running(),
    absences = [],
  }: { contract?: RunningContract; absences?: readonly Absence[] } = {},
) => {
  const facts = {
    contracts: new Map([['C1', contract]]),
    calendars,
    absences: absenceIndex(absences),
  };
  const done = reconcileInvoices(claims, facts);
  return claims.map(({ line }) => {
    const found = done.lines.get(line.id);
    return (found?.findings ?? []).map(({ code, pence }) => `${code} ${pence}`);
  });
};
const sentences = (
  claims: readonly Claim[],
  contract = running(),
  absences: readonly Absence[] = [],
) =>
  [...reconcileInvoices(claims, { contracts: new Map([['C1', contract]]), calendars, absences: absenceIndex(absences) }).lines.values()] // prettier-ignore
    .flatMap(({ findings }) => findings.map(({ sentence }) => sentence));

const day = (on: string) => ({ from_on: d(on), to_on: d(on) });
const june = { from_on: d('2026-06-01'), to_on: d('2026-06-30') };

describe('a day on an invoice', () => {
  it('is due at the contract’s price when a school was open', () => {
    expect(judge([claim({})])).toEqual([[]]);
  });
  it('is not due when no school aboard was open, and says why', () => {
    expect(judge([claim(day('2026-06-12')), claim(day('2026-06-06'))])).toEqual([
      ['not_open 7001'],
      ['not_open 7001'],
    ]);
    expect(sentences([claim(day('2026-06-12'))])).toEqual([
      'No school of contract C1 was open on 12 Jun 2026: INSET day.',
    ]);
  });
  it('is not due before the contract began, after it ended, or after it was handed back', () => {
    const handed = running({ last_day: d('2026-06-10') });
    expect(judge([claim(day('2026-04-10')), claim(day('2026-08-03'))])).toEqual([
      ['before_start 7001'],
      ['after_end 7001'],
    ]);
    expect(
      judge([claim(day('2026-06-10')), claim(day('2026-06-11'))], { contract: handed }),
    ).toEqual([[], ['after_hand_back 7001']]);
  });
  it('is due once, however it is asked for again', () => {
    const again = [claim({}), claim({}, { id: 2, ref: 'INV-2' }), claim({ ...june, half_days: 40, amount_pence: 140_020 }, { id: 3, ref: 'INV-3' })]; // prettier-ignore
    expect(judge(again)).toEqual([[], ['twice 7001'], ['twice 7001']]);
    expect(sentences(again)[0]).toBe('Already invoiced: 2 Jun 2026, on invoice INV-1, line ' + String(again[0]?.line.line) + '.'); // prettier-ignore
  });
  it('is due at the price of that day, by variations', () => {
    const varied = running({ prices: [{ from_on: d('2026-06-03'), price_day_pence: 7500, assistant_day_pence: null }] }); // prettier-ignore
    const at = (on: string) => claim({ ...day(on), unit_pence: 7500, amount_pence: 7500 });
    expect(judge([at('2026-06-02'), at('2026-06-03')], { contract: varied })).toEqual([
      ['wrong_price 499'],
      [],
    ]);
  });
  it('of a contract nobody knows, or of another provider, is not due at all', () => {
    expect(judge([claim({ contract_ref: 'C9' })])).toEqual([['unknown_contract 7001']]);
    expect(judge([claim({}, { provider: 'Oast Taxis' })])).toEqual([['other_provider 7001']]);
    expect(judge([claim({}, { provider: 'WEALD CARS LIMITED' })])).toEqual([[]]);
  });
  it('in another currency, or with a formula, is told of and nothing of it is counted', () => {
    const held = { amount_pence: 0, unit_pence: null, half_days: null };
    expect(
      judge([claim({ ...held, held: 'currency', given: '€70' }), claim({ ...held, held: 'formula', given: '=A1*3' })]), // prettier-ignore
    ).toEqual([['wrong_currency 0'], ['formula 0']]);
  });
  it('is half due for one leg', () => {
    expect(judge([claim({ half_days: 1, amount_pence: 3501 })])).toEqual([[]]);
    expect(judge([claim({ half_days: 1, amount_pence: 7001 })])).toEqual([['wrong_sum 3500']]);
  });
  it('carries the assistant where the contract has one, or beside it in a line of its own', () => {
    const contract = running();
    const both = { ...contract, contract: { ...contract.contract, assistant_day_pence: 4500 } };
    expect(judge([claim({ unit_pence: 11_501, amount_pence: 11_501 })], { contract: both })).toEqual([[]]); // prettier-ignore
    expect(
      judge([claim({}), claim({ item: 'assistant', unit_pence: 5000, amount_pence: 5000 })], { contract: both }), // prettier-ignore
    ).toEqual([[], ['wrong_price 500']]);
    expect(judge([claim({ item: 'assistant', unit_pence: 4500, amount_pence: 4500 })])).toEqual([
      ['wrong_price 4500'],
    ]);
  });
});

describe('a number of days on an invoice', () => {
  it('is due as many days as ran: 20 of June’s 22 weekdays', () => {
    expect(judge([claim({ ...june, half_days: 40, amount_pence: 140_020 })])).toEqual([[]]);
    expect(judge([claim({ ...june, half_days: 44, amount_pence: 154_022 })])).toEqual([
      ['more_days 14002'],
    ]);
    expect(sentences([claim({ ...june, half_days: 44, amount_pence: 154_022 })])).toEqual([
      '22 days are asked for from 1 Jun 2026 to 30 Jun 2026; 20 days ran. Not run: 1 Jun 2026, 12 Jun 2026 (Staff day, INSET day).',
    ]);
  });
  it('finds what does not add up, and what is below the contract’s price', () => {
    expect(judge([claim({ ...june, half_days: 40, amount_pence: 150_000 })])).toEqual([
      ['wrong_sum 9980'],
    ]);
    expect(
      judge([claim({ ...june, half_days: 40, unit_pence: 6000, amount_pence: 120_000 })]),
    ).toEqual([['under_price 0']]);
  });
  it('says which days that ran no line asks for', () => {
    const facts = {
      contracts: new Map([['C1', running()]]),
      calendars,
      absences: absenceIndex([]),
    };
    const { not_invoiced } = reconcileInvoices([claim({ ...june, half_days: 36, amount_pence: 126_018 })], facts); // prettier-ignore
    expect(not_invoiced).toMatchObject([
      { contract_ref: 'C1', month: '2026-06', half_days: 4, pence: 14_002 },
    ]);
  });
});

describe('a run that nobody needs', () => {
  const on = (absences: readonly Absence[], contract = running()) =>
    dayDue(contract, d('2026-06-09'), { calendars, absences: absenceIndex(absences) });
  it('is stood down when told by the hour of the rule, the working day before', () => {
    expect(on([away({})]).morning).toEqual({ percent: 50, because: 'stood_down', why: 'Ill' });
    expect(on([away({ told: { on: d('2026-06-08'), s: 64_800 } })]).morning.percent).toBe(50);
    expect(on([away({ told: { on: d('2026-06-08'), s: 64_801 } })]).morning.because).toBe('told_late'); // prettier-ignore
    expect(on([away({ told: null })]).morning).toMatchObject({
      percent: 100,
      because: 'told_late',
    });
    expect(judge([claim(day('2026-06-09'))], { absences: [away({})] })).toEqual([['stood_down 3500']]); // prettier-ignore
  });
  it('goes by the contract’s own rule', () => {
    const own = running({ rule: { days_before: 0, by_s: 25_200, share_percent: 80 } });
    expect(on([away({ told: { on: d('2026-06-09'), s: 25_200 } })], own).morning.percent).toBe(80);
    expect(on([away({ told: { on: d('2026-06-09'), s: 25_201 } })], own).morning.percent).toBe(100);
  });
  it('runs while one child is left, and stands down when the last is away too', () => {
    const two = running({ riders: [rider(10), rider(11)] });
    expect(on([away({})], two).morning.because).toBe('ran');
    expect(on([away({}), away({ id: 2, client_id: 11 })], two).morning.because).toBe('stood_down');
    expect(on([away({}), away({ id: 2, client_id: 11, told: null })], two).morning.because).toBe('told_late'); // prettier-ignore
  });
  it('stands down for a leg alone, and for a school shut at short notice', () => {
    const leg = on([away({ legs: 'afternoon' })]);
    expect([leg.morning.because, leg.afternoon.because]).toEqual(['ran', 'stood_down']);
    const snow = away({ kind: 'school', client_id: null, urn: 1, told: { on: d('2026-06-09'), s: 20_000 }, why: 'Snow' }); // prettier-ignore
    expect(on([snow]).morning).toMatchObject({ percent: 100, because: 'told_late', why: 'Snow' });
  });
  it('is not due at all when its provider did not come', () => {
    const none = away({ kind: 'provider', client_id: null, contract_id: 1, why: 'No driver' });
    expect(on([none]).morning).toEqual({ percent: 0, because: 'no_show', why: 'No driver' });
    expect(didRun(on([none]))).toBe(false);
    expect(judge([claim(day('2026-06-09'))], { absences: [none] })).toEqual([['no_show 7001']]);
    expect(
      judge([claim({ ...june, half_days: 40, amount_pence: 140_020 })], { absences: [none] }),
    ).toEqual([['no_show 7001']]);
  });
});

describe('where a line stands', () => {
  it('asks back what was found, lets pass what was accepted, and takes what was credited', () => {
    const line = { amount_pence: 10_000 };
    const step = (kind: 'queried' | 'accepted' | 'credited', pence: number) => ({ kind, pence });
    expect(lineStanding(line, 0, [])).toMatchObject({ state: 'clear', accepted_pence: 10_000 });
    expect(lineStanding(line, 3000, [])).toEqual({
      state: 'to_query',
      accepted_pence: 7000,
      queried_pence: 3000,
      credited_pence: 0,
    });
    expect(lineStanding(line, 3000, [step('queried', 4000)])).toMatchObject({ state: 'queried', queried_pence: 4000 }); // prettier-ignore
    expect(lineStanding(line, 3000, [step('queried', 3000), step('credited', 1000)])).toMatchObject({ queried_pence: 2000, credited_pence: 1000 }); // prettier-ignore
    expect(lineStanding(line, 3000, [step('accepted', 3000)])).toMatchObject({ state: 'accepted', accepted_pence: 10_000 }); // prettier-ignore
    // Found anew after it was accepted: the rest is in query again.
    expect(lineStanding(line, 5000, [step('accepted', 3000)])).toMatchObject({ state: 'to_query', queried_pence: 2000 }); // prettier-ignore
    expect(lineStanding({ amount_pence: -500 }, 0, [])).toMatchObject({ accepted_pence: -500 });
  });
});
