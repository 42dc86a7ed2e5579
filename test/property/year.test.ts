/** Days run against days invoiced, on random years: what is due by a second definition, and sums to the penny. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, weekdayOf, type IsoDate } from '../../shared/calendar/dates.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { schoolCalendars, type DayRule } from '../../shared/calendar/school-calendars.ts';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import type { Absence } from '../../shared/model/year.ts';
import { absenceIndex, dayDue, didRun, type RunningContract } from '../../shared/service/year/day-due.ts'; // prettier-ignore
import { lineStanding } from '../../shared/service/year/invoice-standing.ts';
import { reconcileInvoices } from '../../shared/service/year/reconcile-invoices.ts';

const FIRST = isoDate('2026-05-25');
const MANY = 28;
const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
const day = fc.integer({ min: 0, max: MANY - 1 }).map((at) => addDays(FIRST, at));
const clientId = fc.integer({ min: 1, max: 3 });
const urn = fc.integer({ min: 1, max: 2 });

const rule: fc.Arbitrary<DayRule> = fc
  .record({ urn, from_on: day, more: fc.integer({ min: 0, max: 2 }), groups: fc.subarray([7, 8]) })
  .map(({ urn: of, from_on, more, groups }) => ({
    urn: of,
    kind: 'closed' as const,
    from_on,
    to_on: addDays(from_on, more),
    year_groups: groups,
    days: WHOLE_WEEK,
    ends_s: null,
    why: 'INSET day',
  }));
const rider = fc.record({
  client_id: clientId,
  urn,
  year_group: fc.constantFrom(7, 8),
  days: fc.subarray([...WEEK], { minLength: 1 }),
  from_on: fc.option(day),
  left_on: fc.option(day),
});
const absence: fc.Arbitrary<Absence> = fc
  .record({
    who: fc.constantFrom('child', 'school', 'provider'),
    client_id: clientId,
    urn,
    from_on: day,
    told: fc.option(fc.record({ on: day, s: fc.constantFrom(3600, 64_800, 64_801) })),
    legs: fc.constantFrom('both', 'morning', 'afternoon'),
  }) // prettier-ignore
  .map(({ who, client_id, urn: of, from_on, told, legs }) => ({
    id: 1,
    kind: who,
    client_id: who === 'child' ? client_id : null,
    urn: who === 'school' ? of : null,
    contract_id: who === 'provider' ? 1 : null,
    from_on,
    to_on: from_on,
    legs: legs,
    told,
    why: 'away',
    recorded_on: from_on,
    recorded_by: 'x',
    withdrawn: null,
  }));
const contract = fc
  .record({
    riders: fc.uniqueArray(rider, {
      minLength: 1,
      maxLength: 3,
      selector: ({ client_id }) => client_id,
    }),
    starts_on: day,
    length: fc.integer({ min: 0, max: MANY }),
    last: fc.option(day),
    price: fc.integer({ min: 1, max: 20_001 }),
    assistant: fc.constantFrom(0, 4501),
    share: fc.constantFrom(0, 50, 67),
  }) // prettier-ignore
  .map(({ riders, starts_on, length, last, price, assistant, share }): RunningContract => ({
    contract: {
      id: 1,
      ref: 'C1',
      provider: 'Weald Cars',
      starts_on,
      ends_on: addDays(starts_on, length),
      price_day_pence: price,
      assistant_day_pence: assistant,
      school_urn: 1,
      last_indexed_on: null,
    },
    riders,
    last_day: last,
    rule: { days_before: 1, by_s: 64_800, share_percent: share },
    prices: [],
  }));
const spans = [
  { urn: 0, kind: 'term' as const, from_on: FIRST, to_on: addDays(FIRST, MANY), label: 'Term' },
];

/** Said again, from the words of the rule and by nothing of the code: the working day before is looked for day by day. */
function ranBySecondDefinition(
  { contract: of, riders, last_day }: RunningContract,
  on: IsoDate,
  rules: readonly DayRule[],
  absences: readonly Absence[],
): boolean {
  if (on < of.starts_on || on > of.ends_on || (last_day !== null && on > last_day)) return false;
  let before = addDays(on, -1);
  while (!isWorkingDay(before)) before = addDays(before, -1);
  const aboard = riders.filter((each) => {
    if (!each.days.some((name) => name === weekdayOf(on))) return false;
    if (each.from_on !== null && each.from_on > on) return false;
    if (each.left_on !== null && each.left_on <= on) return false;
    if (!isWorkingDay(on)) return false;
    return !rules.some(
      (closed) =>
        closed.urn === each.urn &&
        closed.from_on <= on &&
        on <= closed.to_on &&
        (closed.year_groups.length === 0 || closed.year_groups.includes(each.year_group ?? -9)),
    );
  });
  if (aboard.length === 0) return false;
  return (['morning', 'afternoon'] as const).some((leg) => {
    const of = (each: Absence) =>
      each.from_on === on && (each.legs === 'both' || each.legs === leg);
    if (absences.some((each) => each.kind === 'provider' && of(each))) return false;
    const calledOff = aboard.map((each) => {
      const all = absences.filter(
        (one) => of(one) && (one.client_id === each.client_id || one.urn === each.urn),
      );
      const inTime = all.some(({ told }) => told !== null && (told.on < before || (told.on === before && told.s <= 64_800))); // prettier-ignore
      return all.length === 0 ? 'rides' : inTime ? 'called off' : 'too late';
    });
    return calledOff.some((state) => state !== 'called off');
  });
}

const line = fc
  .record({
    from_on: day,
    more: fc.constantFrom(0, 0, 6, 20),
    half_days: fc.option(fc.integer({ min: 0, max: 50 })),
    unit: fc.option(fc.integer({ min: 0, max: 25_000 })),
    amount: fc.integer({ min: -5000, max: 500_000 }),
    item: fc.constantFrom('', 'vehicle', 'assistant'),
    ref: fc.constantFrom('C1', 'C1', 'C1', 'C9'),
  }) // prettier-ignore
  .map(({ from_on, more, half_days, unit, amount, item, ref }) => ({
    contract_ref: ref,
    item: item,
    from_on,
    to_on: addDays(from_on, more),
    half_days,
    unit_pence: unit,
    amount_pence: amount,
    vat_pence: null,
    note: '',
    held: '' as const,
    given: '',
  }));
const step = fc.record({ kind: fc.constantFrom('queried' as const, 'accepted' as const, 'credited' as const), pence: fc.integer({ min: 0, max: 600_000 }) }); // prettier-ignore

describe('a day of a contract', () => {
  it('ran iff the school is open for a child aboard, the contract runs, and it was not stood down', () => {
    fc.assert(
      fc.property(
        contract,
        fc.array(rule, { maxLength: 6 }),
        fc.array(absence, { maxLength: 8 }),
        (of, rules, absences) => {
          // prettier-ignore
          const facts = { calendars: schoolCalendars(spans, rules), absences: absenceIndex(absences) };
          for (let at = 0; at < MANY; at++) {
            const on = addDays(FIRST, at);
            expect([on, didRun(dayDue(of, on, facts))]).toEqual([
              on,
              ranBySecondDefinition(of, on, rules, absences),
            ]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the lines of invoices', () => {
  it('add up: accepted, in query and credited are what was invoiced, and findings what is over, to the penny', () => {
    fc.assert(
      fc.property(
        contract,
        fc.array(rule, { maxLength: 4 }),
        fc.array(absence, { maxLength: 4 }),
        fc.array(fc.tuple(line, fc.array(step, { maxLength: 4 })), { maxLength: 8 }),
        (of, rules, absences, lines) => {
          // prettier-ignore
          const claims = lines.map(([given], at) => ({
          line: { ...given, id: at + 1, invoice_id: 1, line: at + 1 },
          invoice: { id: 1, ref: 'I', provider: '' },
        }));
          const facts = { contracts: new Map([['C1', of]]), calendars: schoolCalendars(spans, rules), absences: absenceIndex(absences) }; // prettier-ignore
          const found = reconcileInvoices(claims, facts);
          let due = 0;
          for (const [at, { line: each }] of claims.entries()) {
            const result = found.lines.get(each.id);
            const over = result?.over_pence ?? -1;
            expect(over).toBe(result?.findings.reduce((sum, { pence }) => sum + pence, 0));
            expect(over).toBeGreaterThanOrEqual(0);
            expect(over).toBeLessThanOrEqual(Math.max(0, each.amount_pence));
            const standing = lineStanding(each, over, lines[at]?.[1] ?? []);
            const { accepted_pence, queried_pence, credited_pence } = standing;
            expect(accepted_pence + queried_pence + credited_pence).toBe(each.amount_pence);
            expect(Math.min(queried_pence, credited_pence)).toBeGreaterThanOrEqual(0);
            if (each.amount_pence > 0 && each.contract_ref === 'C1')
              due += each.amount_pence - over;
          }
          // However a contract is billed, no more is let pass than its days are worth; a penny a line for rounding.
          let worth = 0;
          for (let at = 0; at < MANY + 21; at++) {
            const { morning, afternoon } = dayDue(of, addDays(FIRST, at), facts);
            const price = of.contract.price_day_pence + of.contract.assistant_day_pence;
            worth += (price * (morning.percent + afternoon.percent)) / 200;
          }
          expect(due).toBeLessThanOrEqual(worth + claims.length * 2);
        },
      ),
      { numRuns: 400 },
    );
  });
});
