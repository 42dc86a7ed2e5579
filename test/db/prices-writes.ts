/** How the writes of prices over time are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { someClause } from '../helpers/clauses.ts';
import { ON } from './made-store.ts';

const correction = { series: 'diesel', at: '2026-05-18', value: 18_000, reason: 'Misprint', by: 'S Clarke', on: ON } as const; // prettier-ignore
const choice = { base_year: 2023, how: 'chain', reason: 'ONS rebased', by: 'S Clarke', on: ON } as const; // prettier-ignore
const clause = (({ id: _id, ...rest }) => rest)(someClause());
const event = {
  contract_id: 1,
  kind: 'variation',
  effective_on: ON,
  price_before_pence: 10_000,
  price_after_pence: 10_182,
  assistant_before_pence: 0,
  assistant_after_pence: 0,
  ends_before: isoDate('2027-07-31'),
  ends_after: isoDate('2027-07-31'),
  signed: { on: ON, by: 'S Clarke', reason: 'By the clause' },
} as const;
const indexed = {
  contract_id: 1,
  event_id: 1,
  effective_on: ON,
  base_pence: 10_000,
  base_set_on: null,
  price_pence: 10_182,
  fuel_pence: 182,
  labour_pence: 0,
  other_pence: 0,
  clauses: ['Clause 1'],
} as const;

/** Each write, and what has to be there first. */
export const PRICES_WRITES: Readonly<
  Record<
    string,
    {
      readonly first?: (store: Store) => unknown;
      readonly run: (store: Store) => unknown;
    }
  >
> = {
  'prices.upsertRebased': {
    run: (store) => store.prices.upsertRebased(2023, [{ month: '2026-01', index: 101 }]),
  },
  'prices.choose': {
    run: (store) => {
      store.prices.choose(choice);
    },
  },
  'prices.noteSource': {
    run: (store) => {
      store.prices.noteSource({ series: 'cpi', title: 'D7BT', base_year: 2015, released_on: '', file: 'cpi.csv', imported_on: ON }); // prettier-ignore
    },
  },
  'prices.correct': {
    run: (store) => {
      store.prices.correct(correction);
    },
  },
  'prices.uncorrect': {
    first: (store) => {
      store.prices.correct(correction);
    },
    run: (store) => store.prices.uncorrect('diesel', '2026-05-18'),
  },
  'clauses.save': { run: (store) => store.clauses.save(clause) },
  'clauses.accept': {
    first: (store) => store.lots.recordEvent(event),
    run: (store) => {
      store.clauses.accept(indexed);
    },
  },
};
