/** How the writes of the council's money are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { CONTRACT, ON } from './made-store.ts';

type Work = (store: Store) => unknown;

const know: Work = (store) => store.money.knowCode('T100', 'Pre-16 SEN');
const line = {
  year: 2026,
  period: 4,
  code: 'T100',
  posted_on: ON,
  document: 'J1',
  provider: 'Weald Cars',
  contract_ref: CONTRACT.ref,
  invoice_ref: 'I1',
  narrative: 'June',
  amount_pence: -12_000,
  held: '',
  given: '',
  nth: 1,
  file: 'ledger.csv',
  imported_on: ON,
} as const;
const saving = {
  id: null,
  name: 'Larger vehicles',
  owner: 'R Okoro',
  baseline: 'Prices of July 2026',
  baseline_pence: 1_000_000,
  kind: 'cashable',
  year: 2026,
  from_on: ON,
  profile: [0, 0, 0, 0, 0, 100, 100, 100, 100, 100, 100, 100],
  contracts: [CONTRACT.ref],
} as const;
const benchmark = {
  line: 'pre_16_sen',
  name: 'England',
  year: '2023-24',
  pence: 811_600,
  unit: 'GBP a pupil a year',
  source: 'NAO, October 2025',
  definition: 'SEND pupils under 16 carried',
} as const;
const booked: Work = (store) => {
  know(store);
  store.money.addLedgerLine(line);
};

const closed: Work = (store) =>
  store.money.closePeriod({ year: 2026, period: 3, known_on: ON, closed_on: ON, closed_by: 'S Clarke', reason: 'Signed off', terms: {}, lines: [
    { line: 'pre_16_sen', original_pence: 1, current_pence: 2, actual_pence: 3, accrual_pence: 4, commitment_pence: 5, plan_pence: 0, basis: 'contracts', contracts: { C1: [4, 5] } },
  ] }); // prettier-ignore

/** Each way to write: what it does, and what must be there first. */
export const MONEY_WRITES: Readonly<Record<string, { readonly run: Work; readonly first?: Work }>> =
  {
    'money.knowCode': { run: know },
    'money.setCodeLine': {
      first: know,
      run: (store) => store.money.setCodeLine('T100', 'pre_16_sen'),
    },
    'money.setBudget': {
      first: know,
      run: (store) => store.money.setBudget({ year: 2026, code: 'T100', amount_pence: 100 }),
    },
    'money.addVirement': {
      first: know,
      run: (store) =>
        store.money.addVirement({ year: 2026, code: 'T100', pence: -5, on: ON, reason: 'Demand', by: 'S Clarke' }), // prettier-ignore
    },
    'money.addLedgerLine': { first: know, run: (store) => store.money.addLedgerLine(line) },
    'money.changeLedgerLine': {
      first: booked,
      run: (store) => store.money.changeLedgerLine(1, { ...line, narrative: 'June and July' }),
    },
    'money.removeLedgerLines': {
      first: booked,
      run: (store) => store.money.removeLedgerLines([1], 'Reversed.'),
    },
    'money.saveSaving': { run: (store) => store.money.saveSaving(saving) },
    'money.removeSaving': {
      first: (store) => store.money.saveSaving(saving),
      run: (store) => store.money.removeSaving(1),
    },
    'money.setBenchmark': { run: (store) => store.money.setBenchmark(benchmark) },
    'money.removeBenchmark': {
      first: (store) => store.money.setBenchmark(benchmark),
      run: (store) => store.money.removeBenchmark(1),
    },
    'money.closePeriod': { run: closed },
    'money.reopenPeriod': {
      first: closed,
      run: (store) => store.money.reopenPeriod(1, { on: ON, by: 'S Clarke', reason: 'A late posting' }), // prettier-ignore
    },
    'money.chooseForecast': {
      run: (store) => store.money.chooseForecast({ year: 2026, line: 'mileage', basis: 'run_rate', pence: null, on: ON, by: 'S Clarke', reason: 'Demand fell' }), // prettier-ignore
    },
  };
