/** The invented county's ledger to July: what was invoiced and posted, and what no ledger is without [A]. */
import { addDays, datesFrom, isoDate, partsOf } from '../calendar/dates.ts';
import { schoolCalendars } from '../calendar/school-calendars.ts';
import { splitPence } from '../costing/attribute.ts';
import type { Random } from '../kernel/random.ts';
import type { LedgerLine } from '../model/budget.ts';
import type { Contract } from '../model/contract.ts';
import { DaysReader } from '../money/days-run.ts';
import { knownContract } from '../money/known-contract.ts';
import type { Rider } from '../service/year/day-due.ts';
import type { DemoCounty } from './demo-county.ts';
import type { DemoInvoice } from './running-year.ts';

const YEAR = 2026;
const POSTED = isoDate('2026-08-06');
const [APRIL, JULY_ENDS] = [isoDate('2026-04-01'), isoDate('2026-07-31')];

/** Lines without contracts, for a county of the usual size: the year's budget, and postings of April to July, pounds. */
export const OTHER_LINES: readonly (readonly [string, number, readonly number[]])[] = [
  ['T3300', 1_450_000, [118_000, 131_500, 134_250, 139_800]],
  ['T3310', 610_000, [41_300, 58_900, 55_150, 60_420]],
  ['T3320', 380_000, [96_400, 12_750, 11_980, 14_310]],
  ['T3400', 240_000, [18_200, 17_950, 19_400, 17_100]],
  ['T3900', -520_000, [-61_000, -44_500, -38_250, -21_400]],
  ['T3910', -690_000, [0, -108_600, -57_300, -55_900]],
  ['T3920', -310_000, [0, 0, -83_400, -22_750]],
];

/** A contract with whom it carries, and the codes that its children are counted on. */
export interface Carrying {
  readonly contract: Contract;
  readonly riders: readonly Rider[];
  /** Children of each code aboard in 2025/26. */
  readonly codes: ReadonlyMap<string, number>;
}

/** A month's invoices are posted in the month after it. */
const MONTHS = [
  { period: 2, narrative: 'April 2026', posted: '2026-05-14' },
  { period: 3, narrative: 'May 2026', posted: '2026-06-12' },
  { period: 4, narrative: 'June 2026', posted: '2026-07-16' },
] as const;

type Posting = Omit<LedgerLine, 'id'>;

function posting(
  given: Partial<Posting> & Pick<Posting, 'period' | 'code' | 'amount_pence'>,
): Posting {
  return {
    year: YEAR,
    posted_on: null,
    document: '',
    provider: '',
    contract_ref: '',
    invoice_ref: '',
    narrative: '',
    held: '',
    given: '',
    nth: 1,
    file: 'ledger-period-4.csv',
    imported_on: POSTED,
    ...given,
  };
}

/** April and May a line a contract; June by the invoices that came, and a line a contract where none was asked for. July is not invoiced yet. */
export function postings(
  random: Random,
  county: DemoCounty,
  carrying: readonly Carrying[],
  invoices: readonly DemoInvoice[],
): readonly Posting[] {
  const reader = new DaysReader(
    { from: APRIL, to: JULY_ENDS },
    {
      calendars: schoolCalendars(county.terms, county.day_rules),
      absences: [],
      by_year_group: new Set(),
    },
  );
  const months = datesFrom(APRIL, JULY_ENDS).map((day) => partsOf(day).month);
  const invoiced = new Set(
    invoices.flatMap(({ lines }) => lines.map(({ contract_ref }) => contract_ref)),
  );
  const june = new Map<string, Map<string, number>>();
  const lines: Posting[] = [];
  for (const { contract, riders, codes } of carrying) {
    const source = {
      contract,
      riders,
      rule: { days_before: 1, by_s: 64_800, share_percent: 50 },
      hand_backs: [],
      events: [],
      confirmed_on: null,
      has_earlier: false,
    };
    const known = knownContract(source, POSTED, POSTED);
    if (known === null) continue;
    const { percent } = reader.read(known, POSTED);
    const due = [0, 0, 0];
    for (let at = 0; at < percent.length; at++) {
      const month = months[at] ?? 0;
      if (month > 6 || percent[at] === 0) continue;
      const { vehicle, assistant } = known.priceOn(addDays(APRIL, at));
      due[month - 4] = (due[month - 4] ?? 0) + ((vehicle + assistant) * (percent[at] ?? 0)) / 100;
    }
    const { ref: contract_ref, provider } = contract;
    for (const [at, exact] of due.entries()) {
      const amounts = splitPence(Math.round(exact), [...codes.values()]);
      for (const [nth, code] of [...codes.keys()].entries()) {
        const amount_pence = amounts[nth] ?? 0;
        const { period, narrative, posted } = MONTHS[at] ?? MONTHS[0];
        if (amount_pence === 0) continue;
        if (at === 2 && invoiced.has(contract_ref)) {
          const of = june.get(provider) ?? new Map<string, number>();
          june.set(provider, of);
          of.set(code, (of.get(code) ?? 0) + amount_pence);
        } else lines.push(posting({ period, code, provider, contract_ref, invoice_ref: `A${contract.id}${at}`, narrative, amount_pence, posted_on: isoDate(posted) })); // prettier-ignore
      }
    }
  }
  for (const { invoice } of invoices) {
    // One invoice in twelve waits at accounts payable.
    if (random.chance(1 / 12)) continue;
    for (const [code, amount_pence] of june.get(invoice.provider) ?? [])
      lines.push(
        posting({
          period: 4,
          code,
          provider: invoice.provider,
          invoice_ref: invoice.ref,
          narrative: 'June 2026',
          amount_pence,
          posted_on: isoDate('2026-07-20'),
        }),
      );
  }
  return lines;
}

/** Postings of the lines without contracts. */
export function otherPostings(scale: number): readonly Posting[] {
  return OTHER_LINES.flatMap(([code, , months]) =>
    months.flatMap((pounds, at): Posting[] => {
      const amount_pence = Math.round(pounds * scale * 100);
      return amount_pence === 0
        ? []
        : [posting({ period: at + 1, code, amount_pence, narrative: `Period ${at + 1}` })];
    }),
  );
}

/** A contract of last year, whose invoice was posted into June after June was closed. */
export const LATE_CONTRACT = 'C9001';

/** What no ledger is without: runs that nobody ordered by contract, a credit, a code from elsewhere. */
export function looseEnds(random: Random, carrying: readonly Carrying[]): readonly Posting[] {
  const { contract } = random.pick(carrying);
  return [
    posting({
      period: 2,
      code: 'T3100',
      provider: 'Oasthouse Taxis',
      invoice_ref: '7731',
      narrative: 'Emergency cover, three mornings',
      amount_pence: 41_400,
    }),
    posting({
      period: 3,
      code: 'T3100',
      provider: contract.provider,
      contract_ref: LATE_CONTRACT,
      invoice_ref: '118',
      narrative: 'Contract of last year, late invoice',
      amount_pence: 268_350,
    }),
    posting({
      period: 3,
      code: 'T3200',
      narrative: 'Journal, moved from adult social care',
      amount_pence: 1_184_000,
    }),
    posting({
      period: 4,
      code: 'T3100',
      provider: 'Medway Minibus Hire',
      invoice_ref: 'MM-2209',
      narrative: 'Breakdown, replacement vehicle',
      amount_pence: 63_500,
    }),
    posting({
      period: 4,
      code: 'T3100',
      provider: contract.provider,
      contract_ref: contract.ref,
      invoice_ref: 'CN-14',
      narrative: 'Credit for two days not run',
      amount_pence: -2 * (contract.price_day_pence + contract.assistant_day_pence),
    }),
    posting({
      period: 4,
      code: 'X9140',
      provider: 'Oasthouse Taxis',
      invoice_ref: '7790',
      narrative: 'Coded to the wrong cost centre?',
      amount_pence: 431_250,
    }),
  ];
}
