/** Laws of the books: every column adds up, movements are the sum of their parts, savings are price times days. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars } from '../../shared/calendar/school-calendars.ts';
import type { ContractSource, InvoiceSource } from '../../shared/money/money-facts.ts';
import { signedForecast } from '../../shared/money/restated.ts';
import { totalOf } from '../../shared/money/monitor.ts';
import { DaysReader } from '../../shared/money/days-run.ts';
import { absenceIndex, dayDue } from '../../shared/service/year/day-due.ts';
import {
  booked,
  contractSource,
  moneyFacts,
  monitored,
  repriced,
  signedOff,
  TERMS,
} from '../helpers/money-facts.ts';

const price = fc.integer({ min: 1001, max: 20_003 });
const month = fc.integer({ min: 1, max: 12 }).map((at) => `2026-${String(at).padStart(2, '0')}`);

const sources = fc
  .array(
    fc.record({
      urn: fc.constantFrom(1, 2, 3),
      price,
      assistant: fc.constantFrom(0, 4501),
      children: fc.array(fc.constantFrom('2015-05-05', '2010-03-01', '2006-01-01'), {
        minLength: 0,
        maxLength: 3,
      }),
      confirmed: fc.boolean(),
      signed: fc.constantFrom(null, '2026-07-15', '2026-08-05'),
      starts: fc.constantFrom('2024-09-01', '2026-06-08', '2026-09-01'),
      before: fc.option(price),
      reprice: fc.option(
        fc.record({ price, effective: month, signed: fc.constantFrom('2026-05-01', '2026-08-02') }),
      ),
      back: fc.option(fc.constantFrom('2026-06-30', '2026-10-09')),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => {
    const born = new Map<number, string>();
    const contracts = all.map((each, at): ContractSource => {
      const id = at + 1;
      const riders = each.children.map((birth, nth) => {
        const client_id = id * 10 + nth;
        born.set(client_id, birth);
        return {
          client_id,
          urn: each.urn,
          year_group: null,
          days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const,
          from_on: null,
          left_on: null,
        };
      });
      return contractSource(
        {
          id,
          school_urn: each.urn,
          price_day_pence: each.price,
          assistant_day_pence: each.assistant,
          confirmed: each.confirmed,
          starts_on: isoDate(each.starts),
          previous_day_pence: each.before,
        },
        {
          riders,
          confirmed_on: each.signed === null ? null : isoDate(each.signed),
          hand_backs:
            each.back === null ? [] : [{ on: isoDate('2026-08-03'), last_day: isoDate(each.back) }],
          events:
            each.reprice === null
              ? []
              : [
                  repriced(
                    id,
                    each.reprice.price,
                    each.price,
                    `${each.reprice.effective}-14`,
                    each.reprice.signed,
                  ),
                ],
        },
      );
    });
    const clients = new Map(
      [...born].map(([id, birth]) => [
        id,
        { id, date_of_birth: isoDate(birth), year_group: null, ehcp: true, need: null },
      ]),
    );
    return { contracts, clients };
  });

const postings = fc.array(
  fc.record({
    period: fc.integer({ min: 1, max: 12 }),
    pence: fc.integer({ min: -90_000, max: 900_000 }),
    contract: fc.integer({ min: 1, max: 8 }),
    code: fc.constantFrom('T100', 'T200', 'A1', 'X'),
    invoice: fc.boolean(),
  }),
  { maxLength: 8 },
);

const books = fc
  .record({ base: sources, postings, period: fc.integer({ min: 1, max: 12 }), apart: fc.boolean() })
  .map(({ base, postings: all, period, apart }) => ({
    period,
    facts: moneyFacts({
      ...base,
      on: isoDate('2026-08-10'),
      codes: [
        { code: 'T100', line: 'pre_16_sen', label: '' },
        { code: 'T200', line: 'mileage', label: '' },
        ...(apart ? [{ code: 'A1', line: 'assistants' as const, label: '' }] : []),
      ],
      budgets: [
        { year: 2026, code: 'T100', amount_pence: 5_000_001 },
        { year: 2026, code: 'T200', amount_pence: 777_777 },
      ],
      virements: [
        {
          id: 1,
          year: 2026,
          code: 'T200',
          pence: 33_333,
          on: isoDate('2026-08-02'),
          reason: 'r',
          by: 'b',
        },
      ],
      invoices: [
        {
          id: 1,
          ref: 'I1',
          provider: 'Weald Cars',
          known_on: isoDate('2026-07-03'),
          lines: [
            {
              contract_ref: 'C1',
              from_on: isoDate('2026-06-01'),
              accepted_pence: 90_001,
              queried_pence: 0,
            },
          ],
        } satisfies InvoiceSource,
      ],
      ledger: all.map(({ period: of, pence, contract, code, invoice }) =>
        booked(of, pence, {
          code,
          contract_ref: invoice ? '' : `C${contract}`,
          invoice_ref: invoice ? 'I1' : '',
        }),
      ),
    }),
  }));

const RUNS = { seed: 7, numRuns: 120 };

describe('the books', () => {
  it('add up: forecast, variance, totals, and the ledger to its lines', () => {
    fc.assert(
      fc.property(books, ({ facts, period }) => {
        const monitor = monitored(facts, period);
        for (const line of monitor.lines) {
          expect(line.forecast_pence).toBe(
            line.actual_pence + line.accrual_pence + line.commitment_pence,
          );
          expect(line.variance_pence).toBe(line.forecast_pence - line.current_pence);
        }
        expect(monitor.total).toEqual(totalOf(monitor.lines));
        const ledger = facts.ledger
          .filter((line) => line.period <= period)
          .reduce((sum, { amount_pence }) => sum + amount_pence, 0);
        expect(monitor.total.actual_pence).toBe(ledger);
        expect(monitor.reconciled.reduce((sum, { actual_pence }) => sum + actual_pence, 0)).toBe(
          ledger,
        );
        for (const { pence, actual_pence } of monitor.reconciled)
          expect(Object.values(pence).reduce((a, b) => a + b, 0)).toBe(actual_pence);
        for (const each of monitor.position.contracts.values()) {
          const accrued = [...each.accrual.values()].reduce((a, b) => a + b, 0);
          expect(accrued).toBe(each.not_invoiced_pence + each.not_posted_pence);
          const committed = [...each.commitment.values()].reduce((a, b) => a + b, 0);
          expect(committed).toBe(each.money.total_pence - each.money.due_pence);
        }
      }),
      RUNS,
    );
  });

  it('move by exactly what the sentence’s parts come to', () => {
    fc.assert(
      fc.property(books, ({ facts, period }) => {
        const [now, before] = [
          monitored(facts, period),
          period === 1 ? null : monitored(facts, period - 1),
        ];
        for (const { line, movement, forecast_pence } of now.lines) {
          if (before === null) {
            expect(movement).toBeNull();
            continue;
          }
          const was = before.lines.find((each) => each.line === line)?.forecast_pence ?? 0;
          expect(movement?.pence).toBe(forecast_pence - was);
          expect((movement?.parts ?? []).reduce((sum, { pence }) => sum + pence, 0)).toBe(
            movement?.pence,
          );
          expect(amountsIn(movement?.sentence ?? '')).toBe(movement?.pence);
        }
      }),
      RUNS,
    );
  });

  it('move from what was signed off, whatever came in later, by the parts and what is restated', () => {
    fc.assert(
      fc.property(books, books, fc.integer({ min: 2, max: 12 }), ({ facts }, later, period) => {
        const signed = signedOff(facts, period - 1);
        const ledger = [...facts.ledger.slice(1), ...later.facts.ledger];
        const now = monitored({ ...facts, contracts: later.facts.contracts, clients: later.facts.clients, ledger }, period, { signedOff: () => signed }); // prettier-ignore
        for (const { line, movement, forecast_pence } of now.lines) {
          expect(movement?.pence).toBe(forecast_pence - signedForecast(signed, line));
          expect(movement?.parts.reduce((sum, { pence }) => sum + pence, 0)).toBe(movement?.pence);
          expect(movement?.restated?.parts.reduce((sum, { pence }) => sum + pence, 0)).toBe(movement?.restated?.pence); // prettier-ignore
        }
        expect(now.total_movement_pence).toBe(now.total.forecast_pence - signed.forecast_pence);
      }),
      { ...RUNS, numRuns: 30 },
    );
  });

  it('deliver price change times days, whatever the prices and the day', () => {
    const [from, to] = ['2026-04-13', '2027-03-20'];
    fc.assert(
      fc.property(
        price,
        price,
        fc.integer({ min: 0, max: daysBetween(isoDate(from), isoDate(to)) }),
        fc.integer({ min: 1, max: 12 }),
        (was, is, after, period) => {
          const from_on = addDays(isoDate(from), after);
          const event = { ...repriced(1, was, is, from_on, '2026-03-01'), price_before_pence: was };
          const contracts = [
            contractSource({ id: 1, price_day_pence: is }, { events: was === is ? [] : [event] }),
          ];
          const saving = {
            id: 1,
            name: 'S',
            owner: 'O',
            baseline: '',
            baseline_pence: 0,
            kind: 'cashable' as const,
            year: 2026,
            from_on,
            profile: Array.from({ length: 12 }, () => 0),
            contracts: ['C1'],
          };
          const monitor = monitored(moneyFacts({ contracts }), period, { savings: [saving] });
          const year = { from: from_on, to: isoDate('2027-03-31') };
          const open = schoolCalendars(TERMS).openDays(1, null, year);
          const end = monitor.position.contracts.get('C1') === undefined ? 0 : period;
          const ended = open.filter((day) => periodEnd(day) <= end).length;
          expect(monitor.savings[0]).toMatchObject({
            delivered_pence: (was - is) * ended || 0,
            year_pence: (was - is) * open.length || 0,
          });
        },
      ),
      RUNS,
    );
  });

  it('count the days of a contract as the rule of each day does', () => {
    const absence = fc.record({
      kind: fc.constantFrom('child' as const, 'school' as const, 'provider' as const),
      at: fc.integer({ min: 0, max: 300 }),
      long: fc.integer({ min: 0, max: 5 }),
      told: fc.option(fc.integer({ min: 0, max: 4 })),
      legs: fc.constantFrom('both' as const, 'morning' as const),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(1, 2),
        fc.array(absence, { maxLength: 3 }),
        fc.option(fc.integer({ min: 0, max: 300 })),
        (urn, away, left) => {
          const start = isoDate('2026-04-13');
          const source = contractSource({ id: 1, school_urn: urn, ends_on: isoDate('2027-02-26') });
          const riders = source.riders.map((each) => ({
            ...each,
            left_on: left === null ? null : addDays(start, left),
            days: ['Mon', 'Wed', 'Fri'] as const,
          }));
          const absences = away.map(({ kind, at, long, told, legs }, nth) => ({
            id: nth + 1,
            kind,
            client_id: kind === 'child' ? 1 : null,
            urn: kind === 'school' ? urn : null,
            contract_id: kind === 'provider' ? 1 : null,
            from_on: addDays(start, at),
            to_on: addDays(start, at + long),
            legs,
            told: told === null ? null : { on: addDays(start, at - told), s: 0 },
            why: '',
            recorded_on: start,
            recorded_by: 'T',
            withdrawn: null,
          }));
          const calendars = schoolCalendars(TERMS);
          const running = {
            contract: source.contract,
            riders,
            last_day: null,
            rule: source.rule,
            prices: [],
          };
          const reader = new DaysReader(
            { from: isoDate('2026-04-01'), to: isoDate('2027-03-31') },
            { calendars, absences, by_year_group: new Set() },
          );
          const { percent, days } = reader.read(
            { running, days_a_year: 190, first: source.contract.starts_on },
            start,
          );
          const index = absenceIndex(absences);
          days.forEach((day, at) => {
            const { morning, afternoon } = dayDue(running, day, { calendars, absences: index });
            expect(percent[at]).toBe((morning.percent + afternoon.percent) / 2);
          });
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });
});

/** The period a day lies in, 1 to 12. */
function periodEnd(day: string): number {
  return ((Number(day.slice(5, 7)) + 8) % 12) + 1;
}

/** The amounts that a movement's sentence names after its colon, added up in pence. */
function amountsIn(sentence: string): number {
  const [, after = ''] = sentence.split(': ');
  return [...after.matchAll(/(\+|−)£([\d,]+)\.(\d\d)/gu)].reduce(
    (sum, [, sign, whole = '', part = '']) => {
      const pence = Number(whole.replaceAll(',', '')) * 100 + Number(part);
      return sum + (sign === '+' ? pence : -pence);
    },
    0,
  );
}
