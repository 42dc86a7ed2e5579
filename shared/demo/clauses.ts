import { isoDate } from '../calendar/dates.ts';
import { parseMonthKey } from '../calendar/months.ts';
import { clauseRef } from '../costing/clauses/clause-ref.ts';
import type { Contract } from '../model/contract.ts';
import type { IndexClause } from '../model/index-clause.ts';

/** A contract that runs on past the summer. */
const NEXT_YEAR = isoDate('2027-01-01');

type Made = Omit<IndexClause, 'id' | 'ref' | 'provider' | 'contract_ref'>;

const BLANK: Made = {
  kind: 'proportional',
  index: 'diesel',
  share_percent: 13,
  fixed_percent: null,
  base_month: null,
  lag_months: 1,
  cap_percent: null,
  collar_percent: null,
  trigger: null,
  symmetric: true,
  from_on: isoDate('2025-09-01'),
  to_on: null,
  source: 'Invented: schedule 4 of the framework',
  withdrawn: false,
};

/** What the largest providers agreed to, the largest first [A]: kinds of clause that councils use, with terms of their own. */
const BY_PROVIDER: readonly (readonly Made[])[] = [
  [{ ...BLANK, cap_percent: 5, collar_percent: 5 }],
  [
    {
      ...BLANK,
      kind: 'fixed',
      index: 'petrol',
      fixed_percent: 14,
      lag_months: 0,
      trigger: 15_000,
      symmetric: false,
      from_on: isoDate('2026-04-01'),
      to_on: isoDate('2026-09-30'),
      source:
        'Invented after Norfolk County Council, April 2022: 14% on a 13% share while petrol is at least 150p, six months',
    },
  ],
  [
    { ...BLANK, index: 'wage_floor', share_percent: 50, lag_months: 0, symmetric: false },
    {
      ...BLANK,
      index: 'cpi',
      share_percent: 30,
      base_month: parseMonthKey('2025-09'),
      lag_months: 2,
      cap_percent: 3,
    },
  ],
];

/** Index clauses of the invented county: of its largest providers, and one contract with a clause of its own. */
export function demoClauses(contracts: readonly Contract[]): readonly Omit<IndexClause, 'id'>[] {
  const counts = [...Map.groupBy(contracts, ({ provider }) => provider)]
    .filter(([provider]) => provider !== '')
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const clauses = BY_PROVIDER.flatMap((made, at) => {
    const provider = counts[at]?.[0];
    return provider === undefined
      ? []
      : made.map((clause) => named({ ...clause, provider, contract_ref: '' }));
  });
  const first = counts[0]?.[1].findLast(({ ends_on }) => ends_on > NEXT_YEAR);
  if (first === undefined) return clauses;
  const own = {
    ...BLANK,
    share_percent: 20,
    collar_percent: 0,
    cap_percent: 8,
    source: 'Invented: variation letter of 1 April 2026',
  };
  return [...clauses, named({ ...own, provider: first.provider, contract_ref: first.ref })];
}

function named(clause: Omit<IndexClause, 'id' | 'ref'>): Omit<IndexClause, 'id'> {
  return { ...clause, ref: clauseRef(clause) };
}
