/** The invented county's books [A]: a budget that was set too low, a ledger to July with its loose ends, savings, and published figures a head. */
import { isoDate, type IsoDate } from '../calendar/dates.ts';
import { academicYearFrom } from '../calendar/years.ts';
import type { Random } from '../kernel/random.ts';
import type {
  Benchmark,
  BudgetEntry,
  BudgetLine,
  CostCode,
  LedgerLine,
  Saving,
  Virement,
} from '../model/budget.ts';
import type { ContractEvent } from '../model/tender.ts';
import { linesOf } from '../money/contract-money.ts';
import type { Rider } from '../service/year/day-due.ts';
import type { DemoCounty } from './demo-county.ts';
import {
  LATE_CONTRACT,
  looseEnds,
  OTHER_LINES,
  otherPostings,
  postings,
  type Carrying,
} from './money-ledger.ts';
import type { DemoInvoice } from './running-year.ts';
import { streamOf } from './streams.ts';

/** Contracts by the generator's number. */
export interface DemoMoney {
  readonly codes: readonly CostCode[];
  readonly budgets: readonly BudgetEntry[];
  readonly virements: readonly Omit<Virement, 'id'>[];
  readonly ledger: readonly Omit<LedgerLine, 'id'>[];
  /** Postings that came into a period after it was closed. */
  readonly late: readonly Omit<LedgerLine, 'id'>[];
  readonly events: readonly Omit<ContractEvent, 'id'>[];
  readonly savings: readonly Omit<Saving, 'id'>[];
  readonly benchmarks: readonly Omit<Benchmark, 'id'>[];
}

const YEAR = 2026;
const POSTED = isoDate('2026-08-06');
const APRIL = isoDate('2026-04-01');
const BY = 'Priya Nair';

const CODES: readonly (readonly [string, BudgetLine, string])[] = [
  ['T3100', 'pre_16_sen', 'SEN transport, pre-16'],
  ['T3200', 'post_16_sen', 'SEN transport, 16 to 18'],
  ['T3210', 'adult_sen', 'SEN transport, 19 to 25'],
  ['T3300', 'ptb', 'Personal transport budgets'],
  ['T3310', 'mileage', 'Parental mileage'],
  ['T3320', 'passes', 'Bus and rail passes'],
  ['T3400', 'travel_training', 'Independent travel training'],
  ['T3900', 'contributions', 'Sixth-form contributions'],
  ['T3910', 'recharge_care', 'Recharge to social care'],
  ['T3920', 'recharge_authorities', 'Recharge to other authorities'],
];
const CODE_OF = new Map<BudgetLine, string>(CODES.map(([code, line]) => [line, code]));

/** The budget of contracts was set from a day's prices of the spring before, for fewer days and without this summer's children [A]. */
const BUDGET_DAYS = 190;
const BUDGET_LEVEL: Readonly<Partial<Record<BudgetLine, number>>> = {
  pre_16_sen: 0.945,
  post_16_sen: 0.96,
  adult_sen: 0.8,
};

/** Draws the books of a county: the same county, invoices and seed give the same books. */
export function demoMoney(
  county: DemoCounty,
  invoices: readonly DemoInvoice[],
  seed: number,
): DemoMoney {
  const random = streamOf(seed, 'money');
  const carrying = carryingOf(county);
  const scale = county.clients.length / 6539;
  const codes = CODES.map(([code, line, label]) => ({ code, line, label }));
  const saved = drawSavings(random, carrying);
  const ledger = [
    ...postings(random, county, carrying, invoices),
    ...otherPostings(scale),
    ...looseEnds(random, carrying),
  ].map((line, at) => ({ ...line, document: line.document || `J${26_000 + at}` }));
  return {
    codes: [...codes, { code: 'X9140', line: null, label: '' }],
    ...drawBudget(carrying, scale),
    ledger: ledger.filter(({ contract_ref }) => contract_ref !== LATE_CONTRACT),
    late: ledger.filter(({ contract_ref }) => contract_ref === LATE_CONTRACT),
    ...saved,
    benchmarks: BENCHMARKS,
  };
}

function carryingOf({ contracts, stops, clients }: DemoCounty): readonly Carrying[] {
  const riders = new Map<number, Rider[]>();
  for (const { contract_id, client_id, left_on } of stops) {
    const client = clients[client_id - 1];
    if (client === undefined) continue;
    const list = riders.get(contract_id) ?? [];
    riders.set(contract_id, list);
    list.push({
      client_id,
      urn: client.school_urn,
      year_group: client.year_group,
      days: client.days,
      from_on: client.transport_start_on,
      left_on,
    });
  }
  const sharing = {
    clients: new Map(clients.map((each) => [each.id, each])),
    assistants_apart: false,
    on: POSTED,
  };
  return contracts.map((contract) => {
    const own = riders.get(contract.id) ?? [];
    const lines = linesOf(own, academicYearFrom(2025), sharing);
    const codes = new Map([...lines].map(([line, many]) => [CODE_OF.get(line) ?? 'T3100', many]));
    return { contract, riders: own, codes };
  });
}

function drawBudget(
  carrying: readonly Carrying[],
  scale: number,
): Pick<DemoMoney, 'budgets' | 'virements'> {
  const thousand = (pence: number): number => Math.round(pence / 100_000) * 100_000;
  const contracts = CODES.flatMap(([code, line]): BudgetEntry[] => {
    const level = BUDGET_LEVEL[line];
    if (level === undefined) return [];
    const day = carrying.reduce((sum, { contract, codes }) => {
      const all = [...codes.values()].reduce((a, b) => a + b, 0);
      return sum + ((contract.previous_day_pence ?? 0) * (codes.get(code) ?? 0)) / all;
    }, 0);
    return [{ year: YEAR, code, amount_pence: thousand(day * BUDGET_DAYS * level) }];
  });
  const others = OTHER_LINES.map(([code, pounds]) => ({
    year: YEAR,
    code,
    amount_pence: thousand(pounds * scale * 100),
  }));
  const move = thousand(60_000_00 * scale);
  const growth = thousand(750_000_00 * scale);
  const virement = (code: string, pence: number, on: string, reason: string) => ({
    year: YEAR,
    code,
    pence,
    on: isoDate(on),
    reason,
    by: BY,
  });
  return {
    budgets: [...contracts, ...others],
    virements: [
      virement(
        'T3100',
        growth,
        '2026-06-18',
        'Growth agreed by cabinet from the corporate contingency',
      ),
      ...(move === 0
        ? []
        : [
            virement(
              'T3310',
              -move,
              '2026-07-07',
              'Families moved from mileage to personal transport budgets',
            ),
            virement(
              'T3300',
              move,
              '2026-07-07',
              'Families moved from mileage to personal transport budgets',
            ),
          ]),
    ].filter(({ pence }) => pence !== 0),
  };
}

const SPRING = isoDate('2026-04-13');
const AUTUMN = isoDate('2026-11-02');

/** Prices that were brought down: some since the summer term began, some from November. The contracts’ prices now are those after. */
function drawSavings(
  random: Random,
  carrying: readonly Carrying[],
): Pick<DemoMoney, 'events' | 'savings'> {
  const all = random.shuffle(
    carrying.filter(({ contract, riders }) => contract.confirmed && riders.length > 1),
  );
  const many = (share: number): number => Math.max(1, Math.round(all.length * share));
  const spring = all.filter(({ contract }) => contract.starts_on < APRIL).slice(0, many(0.03));
  const autumn = all
    .filter(({ contract }) => contract.starts_on === '2026-09-01')
    .slice(0, many(0.02));
  const change = (
    of: readonly Carrying[],
    factor: number,
    effective_on: IsoDate,
    signed: ContractEvent['signed'],
  ) =>
    of.map(({ contract }): Omit<ContractEvent, 'id'> => ({
      contract_id: contract.id,
      kind: 'variation',
      effective_on,
      price_before_pence: Math.round(contract.price_day_pence * factor),
      price_after_pence: contract.price_day_pence,
      assistant_before_pence: contract.assistant_day_pence,
      assistant_after_pence: contract.assistant_day_pence,
      ends_before: contract.ends_on,
      ends_after: contract.ends_on,
      signed,
    }));
  const year = (of: readonly Carrying[]): number =>
    of.reduce(
      (sum, { contract }) =>
        sum + (contract.price_day_pence + contract.assistant_day_pence) * contract.days_a_year,
      0,
    );
  const saving = (
    name: string,
    owner: string,
    of: readonly Carrying[],
    kind: Saving['kind'],
    from_on: IsoDate,
    share: number,
    first: number,
  ): Omit<Saving, 'id'> => ({
    name,
    owner,
    kind,
    year: YEAR,
    from_on,
    baseline: `What ${of.length} contracts cost before the change`,
    baseline_pence: Math.round(year(of) * 1.05),
    profile: Array.from({ length: 12 }, (_, at) =>
      at < first ? 0 : Math.round((year(of) * share) / 12 / 100) * 100,
    ),
    contracts: of.map(({ contract }) => contract.ref),
  });
  const signed = (on: string, reason: string) => ({ on: isoDate(on), by: 'Ruth Okoro', reason });
  if (spring.length === 0 || autumn.length === 0) return { events: [], savings: [] };
  return {
    events: [
      ...change(
        spring,
        1.055,
        SPRING,
        signed('2026-03-27', 'Larger vehicles on the same roads, price agreed'),
      ),
      ...change(autumn, 1.04, AUTUMN, signed('2026-08-05', 'Second offer after the retender')),
    ],
    savings: [
      saving('Larger vehicles on shared roads', 'Ruth Okoro', spring, 'cashable', SPRING, 0.075, 0),
      saving('Second offers after the retender', 'Tom Ashdown', autumn, 'avoided', AUTUMN, 0.06, 7),
    ],
  };
}

const NAO = 'National Audit Office, October 2025';
/** England 2023-24: GBP 8,116 a SEND pupil, 1,526 a mainstream one. */
const BENCHMARKS: DemoMoney['benchmarks'] = [
  {
    line: null,
    name: 'England, SEND pupils',
    year: '2023-24',
    pence: 811_600,
    unit: 'GBP a pupil a year',
    source: NAO,
    definition:
      'Spending on home-to-school transport of SEND pupils in the year, by SEND pupils carried',
  },
  {
    line: 'mainstream',
    name: 'England, mainstream pupils',
    year: '2023-24',
    pence: 152_600,
    unit: 'GBP a pupil a year',
    source: NAO,
    definition:
      'Spending on home-to-school transport of mainstream pupils in the year, by mainstream pupils carried',
  },
  {
    line: 'post_16_sen',
    name: 'Kent, average taxi',
    year: '2024-25',
    pence: 860_000,
    unit: 'GBP a pupil a year',
    source: 'Kent County Council, 2025',
    definition: 'What a post-16 pupil’s taxi costs in a year on average',
  },
];
