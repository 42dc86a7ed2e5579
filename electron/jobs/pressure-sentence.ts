import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { explainChange } from '../../shared/pressure/change.ts';
import { headlineOf } from '../../shared/pressure/headline.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { readCostFacts } from './cost-facts.ts';

/**
 * What the change on last year is mostly made of. It needs the whole bill, so it is kept with the store until
 * something changes: the first screen does not wait for it. '' without a plan.
 */
export function pressureSentence(store: Store, on: IsoDate): string {
  return store.read.derived('pressure_sentence', on, () => {
    const facts = readCostFacts(store, on);
    return facts.ok ? headlineOf(explainChange(facts.value, buildLedger(facts.value))) : '';
  });
}
