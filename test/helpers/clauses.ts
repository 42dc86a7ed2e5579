/** Index clauses of tests. */
import { isoDate } from '../../shared/calendar/dates.ts';
import type { IndexClause } from '../../shared/model/index-clause.ts';

/** A clause on diesel with nothing but what is given. */
export function someClause(given: Partial<IndexClause> = {}): IndexClause {
  return {
    id: 1,
    ref: 'Clause 1',
    provider: 'Invicta Cars',
    contract_ref: '',
    kind: 'proportional',
    index: 'diesel',
    share_percent: 13,
    fixed_percent: null,
    base_month: null,
    lag_months: 0,
    cap_percent: null,
    collar_percent: null,
    trigger: null,
    symmetric: false,
    from_on: isoDate('2000-01-01'),
    to_on: null,
    source: 'Invented for a test',
    withdrawn: false,
    ...given,
  };
}
