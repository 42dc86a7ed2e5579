/** Small books to reckon by hand: two schools with different calendars, contracts between them. */
import { closingGiven } from '../../electron/jobs/money/close-period.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { schoolCalendars, type CalendarSpan } from '../../shared/calendar/school-calendars.ts';
import type { LedgerLine } from '../../shared/model/budget.ts';
import type { Contract } from '../../shared/model/contract.ts';
import type { SignedOff } from '../../shared/model/period-closing.ts';
import type { ContractEvent } from '../../shared/model/tender.ts';
import { monitorOf, type Monitor } from '../../shared/money/monitor.ts';
import type { ContractSource, MoneyFacts } from '../../shared/money/money-facts.ts';
import { reckoningOf } from '../../shared/money/position.ts';

const day = isoDate;
const term = (urn: number, from: string, to: string): CalendarSpan => ({ urn, kind: 'term', from_on: day(from), to_on: day(to) }); // prettier-ignore

/** School 1 follows the county; school 2 breaks up a week earlier in July and has two weeks off in October. */
export const TERMS: readonly CalendarSpan[] = [
  term(0, '2026-04-13', '2026-07-21'),
  term(0, '2026-09-02', '2027-03-25'),
  term(2, '2026-04-13', '2026-07-14'),
  term(2, '2026-09-02', '2026-10-16'),
  term(2, '2026-11-02', '2027-03-25'),
];

/** A contract that ran since 2024 with one child, on the register as confirmed. */
export function contractSource(
  given: Partial<Contract> & { readonly id: number },
  more: Partial<ContractSource> = {},
): ContractSource {
  // prettier-ignore
  const urn = given.school_urn ?? 1;
  return {
    contract: {
      ref: `C${given.id}`,
      route_ref: `R${given.id}`,
      provider: 'Weald Cars',
      vehicle_given: '',
      vehicle_class: 'taxi',
      seats: 4,
      wheelchairs: 0,
      price_day_pence: 7000,
      assistant: false,
      assistant_day_pence: 0,
      days_a_year: 190,
      starts_on: day('2024-09-01'),
      ends_on: day('2027-07-31'),
      school_urn: urn,
      school_given: '',
      arrives_s: null,
      departs_s: null,
      fuel_share_percent: null,
      last_indexed_on: null,
      previous_day_pence: null,
      confirmed: true,
      ...given,
    },
    riders: [{ client_id: given.id, urn, year_group: 5, days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], from_on: null, left_on: null }], // prettier-ignore
    rule: { days_before: 1, by_s: 64_800, share_percent: 50 },
    hand_backs: [],
    events: [],
    confirmed_on: null,
    has_earlier: false,
    ...more,
  };
}

/** A price change of a contract. */
export function repriced(
  contract_id: number,
  from: number,
  to: number,
  effective: string,
  signed = effective,
): ContractEvent {
  // prettier-ignore
  return {
    id: contract_id * 100 + Number(signed.slice(8)),
    contract_id,
    kind: 'variation',
    effective_on: day(effective),
    price_before_pence: from,
    price_after_pence: to,
    assistant_before_pence: 0,
    assistant_after_pence: 0,
    ends_before: day('2027-07-31'),
    ends_after: day('2027-07-31'),
    signed: { on: day(signed), by: 'R Okoro', reason: 'Agreed' },
  };
}

let made = 0;

/** A posting. */
export function booked(
  period: number,
  amount_pence: number,
  given: Partial<LedgerLine> = {},
): LedgerLine {
  // prettier-ignore
  made += 1;
  return { id: made, year: 2026, period, code: 'T100', posted_on: null, document: `J${made}`, provider: '', contract_ref: '', invoice_ref: '', narrative: '', amount_pence, held: '', given: '', nth: 1, file: '', imported_on: day('2026-08-06'), ...given }; // prettier-ignore
}

/** Books made up on a day; without anything else one code for pre-16 and one for mileage. */
export function moneyFacts(
  given: Partial<MoneyFacts> & { readonly contracts: readonly ContractSource[] },
): MoneyFacts {
  // prettier-ignore
  return {
    on: day('2026-08-10'),
    codes: [
      { code: 'T100', line: 'pre_16_sen', label: '' },
      { code: 'T200', line: 'mileage', label: '' },
    ],
    budgets: [],
    virements: [],
    line_forecasts: [],
    ledger: [],
    invoices: [],
    routes: [],
    clients: new Map(),
    calendars: schoolCalendars(TERMS),
    by_year_group: new Set(),
    absences: [],
    ...given,
  };
}

/** The end of a period of 2026/27. */
export function monitored(
  facts: MoneyFacts,
  period: number,
  more: Partial<Parameters<typeof monitorOf>[1]> = {},
): Monitor {
  // prettier-ignore
  return monitorOf(reckoningOf(facts, 2026), { period: { year: 2026, period }, plan_days: null, signedOff: () => null, savings: [], benchmarks: [], ...more }); // prettier-ignore
}

/** A period of 2026/27 as it is signed off on the books’ own day. */
export function signedOff(facts: MoneyFacts, period: number): SignedOff {
  const monitor = monitored(facts, period);
  const given = closingGiven(monitor, { on: facts.on, by: 'P Nair', reason: 'Signed off' });
  const last_ledger_id = facts.ledger.reduce((last, { id }) => Math.max(last, id), 0);
  return { ...given, id: 1, last_ledger_id, reopened: null, forecast_pence: monitor.total.forecast_pence }; // prettier-ignore
}
