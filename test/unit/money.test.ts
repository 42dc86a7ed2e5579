/** Accrual, commitment and lines by hand, on different calendars. */
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import { academicYearFrom } from '../../shared/calendar/years.ts';
import { lineOfClient } from '../../shared/money/budget-lines.ts';
import {
  booked,
  contractSource,
  moneyFacts,
  monitored,
  repriced,
  TERMS,
} from '../helpers/money-facts.ts';

const line = (monitor: ReturnType<typeof monitored>, name = 'pre_16_sen') =>
  monitor.lines.find((each) => each.line === name);
/** Open days by the calendar itself, another way than the code under test counts them. */
const openDays = (urn: number, from: string, to: string): number =>
  schoolCalendars(TERMS).openDays(urn, null, { from: isoDate(from), to: isoDate(to) }).length;

describe('accrual and commitment', () => {
  it('follow each school’s own calendar to the period’s end and to 31 March', () => {
    for (const urn of [1, 2]) {
      const monitor = monitored(
        moneyFacts({ contracts: [contractSource({ id: 1, school_urn: urn })] }),
        4,
      );
      const run = openDays(urn, '2026-04-01', '2026-07-31');
      const left = openDays(urn, '2026-08-01', '2027-03-31');
      expect(line(monitor)).toMatchObject({
        actual_pence: 0,
        accrual_pence: run * 7000,
        commitment_pence: left * 7000,
        forecast_pence: (run + left) * 7000,
      });
    }
    // Counted on a calendar: 13 April to 21 July is 72 weekdays less the two bank holidays of May; school 2 has a week less.
    expect([
      openDays(1, '2026-04-01', '2026-07-31'),
      openDays(2, '2026-04-01', '2026-07-31'),
    ]).toEqual([70, 65]);
  });

  it('what is invoiced and accepted is accrued until it is posted, and days without an invoice are', () => {
    const invoice = {
      id: 1,
      ref: 'I1',
      provider: 'Weald Cars Ltd',
      known_on: isoDate('2026-07-03'),
      lines: [
        {
          contract_ref: 'c1',
          from_on: isoDate('2026-06-01'),
          accepted_pence: 140_000,
          queried_pence: 7000,
        },
      ],
    };
    const facts = moneyFacts({ contracts: [contractSource({ id: 1 })], invoices: [invoice] });
    const due = 70 * 7000;
    const open = monitored(facts, 4);
    expect(line(open)?.accrual_pence).toBe(due);
    expect(open.position.contracts.get('C1')).toMatchObject({
      not_posted_pence: 140_000,
      not_invoiced_pence: due - 140_000,
      queried_pence: 7000,
    });
    const posted = monitored(
      { ...facts, ledger: [booked(4, 140_000, { invoice_ref: 'i1', provider: 'WEALD CARS' })] },
      4,
    );
    expect(line(posted)).toMatchObject({ actual_pence: 140_000, accrual_pence: due - 140_000 });
    expect(posted.invoices).toEqual([]);
    // Posted under the contract’s number without an invoice: covered all the same, and more than was due is no accrual below nothing.
    const over = monitored(
      { ...facts, invoices: [], ledger: [booked(4, due + 5000, { contract_ref: 'C1' })] },
      4,
    );
    expect(line(over)).toMatchObject({ actual_pence: due + 5000, accrual_pence: 0 });
  });

  it('a stand-down, a hand-back and a price change count from their days', () => {
    const away = {
      id: 1,
      kind: 'child',
      client_id: 1,
      urn: null,
      contract_id: null,
      from_on: isoDate('2026-06-17'),
      to_on: isoDate('2026-06-18'),
      legs: 'both',
      told: { on: isoDate('2026-06-12'), s: 0 },
      why: 'Ill',
      recorded_on: isoDate('2026-06-12'),
      recorded_by: 'T',
      withdrawn: null,
    } as const;
    const stood = monitored(
      moneyFacts({ contracts: [contractSource({ id: 1 })], absences: [away] }),
      4,
    );
    expect(line(stood)?.accrual_pence).toBe(70 * 7000 - 7000);
    const back = monitored(
      moneyFacts({
        contracts: [
          contractSource(
            { id: 1 },
            { hand_backs: [{ on: isoDate('2026-08-03'), last_day: isoDate('2026-09-30') }] },
          ),
        ],
      }),
      4,
    );
    expect(line(back)?.commitment_pence).toBe(openDays(1, '2026-09-01', '2026-09-30') * 7000);
    const dearer = monitored(
      moneyFacts({
        contracts: [
          contractSource(
            { id: 1, price_day_pence: 8000 },
            { events: [repriced(1, 7000, 8000, '2026-11-02', '2026-08-04')] },
          ),
        ],
      }),
      4,
    );
    expect(line(dearer)?.commitment_pence).toBe(
      openDays(1, '2026-08-01', '2026-11-01') * 7000 +
        openDays(1, '2026-11-02', '2027-03-31') * 8000,
    );
  });

  it('an unconfirmed contract counts before the year planned alone; one that took over stands for the one before it', () => {
    const unconfirmed = monitored(
      moneyFacts({ contracts: [contractSource({ id: 1, confirmed: false })] }),
      4,
    );
    expect(line(unconfirmed)).toMatchObject({ accrual_pence: 70 * 7000, commitment_pence: 0 });
    const later = { id: 1, confirmed: false, starts_on: isoDate('2026-09-01') };
    expect(monitored(moneyFacts({ contracts: [contractSource(later)] }), 4).lines).toEqual([]);
    const took = { ...later, confirmed: true, previous_day_pence: 6000 };
    expect(
      line(monitored(moneyFacts({ contracts: [contractSource(took)] }), 4))?.accrual_pence,
    ).toBe(70 * 6000);
    expect(
      line(monitored(moneyFacts({ contracts: [contractSource(took, { has_earlier: true })] }), 4))
        ?.accrual_pence,
    ).toBe(0);
  });

  it('a year without term dates takes the contract’s days a year, and says so', () => {
    const facts = moneyFacts({
      contracts: [contractSource({ id: 1 })],
      calendars: schoolCalendars(TERMS.filter(({ from_on }) => from_on < '2026-09-01')),
    });
    const monitor = monitored(facts, 5);
    // 1 September to 31 March holds 148 of the 232 working days to 31 July: 190 x 148 / 232 days.
    const days = (line(monitor)?.commitment_pence ?? 0) / 7000;
    expect(days).toBeGreaterThan(115);
    expect(days).toBeLessThan(128);
    expect(monitor.notes[0]).toContain('est.');
  });
});

describe('lines', () => {
  const on = isoDate('2026-08-10');
  const client = (given: object) => ({
    id: 1,
    date_of_birth: null,
    year_group: null,
    ehcp: true,
    need: null,
    ...given,
  });
  it.each([
    ['15 on 31 August before', { date_of_birth: isoDate('2010-09-01') }, 2026, 'pre_16_sen'],
    ['16 on 31 August before', { date_of_birth: isoDate('2010-08-31') }, 2026, 'post_16_sen'],
    ['the same child a year earlier', { date_of_birth: isoDate('2010-08-31') }, 2025, 'pre_16_sen'],
    ['19 on 31 August before', { date_of_birth: isoDate('2007-08-31') }, 2026, 'adult_sen'],
    ['year 12 of the year planned', { year_group: 12 }, 2026, 'post_16_sen'],
    ['year 12 of the year planned, in the year before', { year_group: 12 }, 2025, 'pre_16_sen'],
    ['no EHCP and no need', { ehcp: false }, 2026, 'mainstream'],
    ['no EHCP and a need', { ehcp: false, need: 'ASD' as const }, 2026, 'pre_16_sen'],
  ])('%s', (_name, given, year, expected) => {
    expect(lineOfClient(client(given), academicYearFrom(year), on)).toBe(expected);
  });

  it('of a contract are shares of the children aboard in each academic year; assistants apart where a code is on their line', () => {
    const riders = [1, 2].map((client_id) => ({
      client_id,
      urn: 1,
      year_group: 5,
      days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const,
      from_on: null,
      left_on: null,
    }));
    const clients = new Map([
      [1, client({ date_of_birth: isoDate('2015-01-01') })],
      [2, client({ date_of_birth: isoDate('2010-03-01') })],
    ]);
    const contracts = [
      contractSource(
        { id: 1, price_day_pence: 7001, assistant_day_pence: 4500, assistant: true },
        { riders },
      ),
    ];
    const joint = monitored(moneyFacts({ contracts, clients }), 12);
    const [summer, rest] = [70, openDays(1, '2026-09-01', '2027-03-31')];
    expect(line(joint)?.accrual_pence).toBe(summer * 11_501 + Math.ceil((rest * 11_501) / 2));
    expect(line(joint, 'post_16_sen')?.accrual_pence).toBe(Math.floor((rest * 11_501) / 2));
    const apart = monitored(
      moneyFacts({ contracts, clients, codes: [{ code: 'A', line: 'assistants', label: '' }] }),
      12,
    );
    expect(line(apart, 'assistants')?.accrual_pence).toBe((summer + rest) * 4500);
    expect(apart.total.forecast_pence).toBe(joint.total.forecast_pence);
  });

  it('without contracts go on as budgeted for the school days left; virements count from their day', () => {
    const facts = moneyFacts({
      contracts: [],
      budgets: [{ year: 2026, code: 'T200', amount_pence: 1_000_000 }],
      virements: [
        {
          id: 1,
          year: 2026,
          code: 'T200',
          pence: 200_000,
          on: isoDate('2026-08-04'),
          reason: 'More',
          by: 'T',
        },
        {
          id: 2,
          year: 2026,
          code: 'T200',
          pence: 999,
          on: isoDate('2026-12-04'),
          reason: 'Later',
          by: 'T',
        },
      ],
      ledger: [booked(2, 50_000, { code: 'T200' }), booked(5, 7, { code: 'T200' })],
    });
    const [whole, left] = [
      openDays(1, '2026-04-01', '2027-03-31'),
      openDays(1, '2026-08-01', '2027-03-31'),
    ];
    expect(line(monitored(facts, 4), 'mileage')).toMatchObject({
      original_pence: 1_000_000,
      current_pence: 1_200_000,
      actual_pence: 50_000,
      commitment_pence: Math.round((1_200_000 * left) / whole),
      basis: 'budget',
    });
  });
});

describe('the ledger', () => {
  it('is matched by invoice, contract and provider, and what is left is told with its reason', () => {
    const invoice = {
      id: 9,
      ref: 'I1',
      provider: 'Weald Cars',
      known_on: isoDate('2026-07-03'),
      lines: [],
    };
    const monitor = monitored(
      moneyFacts({
        contracts: [contractSource({ id: 1 })],
        invoices: [invoice],
        ledger: [
          booked(1, 100, { contract_ref: 'c1' }),
          booked(1, 200, { invoice_ref: 'I1' }),
          booked(2, 300, { provider: 'Weald Cars Limited', contract_ref: 'C77' }),
          booked(2, 400, { provider: 'Nobody' }),
          booked(2, 500, { contract_ref: 'C1', provider: 'Nobody' }),
          booked(3, 600, { code: 'T200' }),
          booked(3, -700, { code: 'X' }),
        ],
      }),
      4,
    );
    expect(monitor.position.matched.map(({ kind }) => kind)).toEqual([
      'contract',
      'invoice',
      'provider',
      'none',
      'contract',
      'apart',
      'none',
    ]);
    expect(monitor.position.matched.map(({ why }) => why)).toEqual([
      '',
      '',
      expect.stringContaining('C77, which is not in the register'),
      expect.stringContaining('Nobody is no provider'),
      expect.stringContaining('is Weald Cars’s, not Nobody’s'),
      '',
      expect.stringContaining('names no provider'),
    ]);
    expect(monitor.reconciled.map(({ line: of, actual_pence }) => [of, actual_pence])).toEqual([
      ['pre_16_sen', 1500],
      ['mileage', 600],
      ['not_mapped', -700],
    ]);
    expect(monitor.total.actual_pence).toBe(1400);
  });
});
