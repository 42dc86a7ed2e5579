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
  };
