import type { IndexClause } from '../shared/model/index-clause.ts';
import type { IndexedPriceRow } from '../shared/model/price-series.ts';
import type { Outcome } from './store.ts';

/** Index clauses of providers and contracts, and the prices accepted by them. */
export interface ClausesStore {
  /** By provider, contract and first day. */
  readonly list: () => readonly IndexClause[];
  readonly get: (id: number) => IndexClause | null;
  readonly byRef: (ref: string) => IndexClause | null;
  /** The one of that ref is changed, with history by field. */
  readonly save: (clause: Omit<IndexClause, 'id'>) => Outcome;
  /** In the order in which they were accepted. */
  readonly accepted: () => readonly IndexedPriceRow[];
  readonly accept: (row: Omit<IndexedPriceRow, 'id'>) => void;
}
