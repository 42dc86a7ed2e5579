import { formatDate } from '../../format/date.ts';
import type { IndexClause } from '../../model/index-clause.ts';
import { INDEX_WORDS } from './index-book.ts';

/** A name for a clause that was given none: whose, what it follows, from when. The same clause has the same name. */
export function clauseRef(clause: Pick<IndexClause, 'provider' | 'contract_ref' | 'index' | 'from_on'>): string {
  const whose = clause.contract_ref === '' ? clause.provider : clause.contract_ref;
  return `${whose}: ${INDEX_WORDS[clause.index].name.toLowerCase()} from ${formatDate(clause.from_on)}`;
} // prettier-ignore
