import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { explainChange } from '../../shared/pressure/change.ts';
import { headlineOf } from '../../shared/pressure/headline.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { readCostFacts } from './cost-facts.ts';

/** Tables that `readCostFacts` never reads and that officers write all day; a property test holds that changes of them alone change nothing. */
export const UNREAD_BY_COSTS = ['application', 'decision', 'appeal', 'evidence', 'section_i_version', 'walking_route', 'letter', 'letter_reason', 'life_step', 'information_request', 'tif_version', 'tif_confirmation', 'tif_draft', 'tif_draft_answer', 'family_link', 'contact', 'contact_step', 'absence', 'notice_told', 'notice_acknowledged', 'change_taken_back', 'change_overridden', 'saved_view']; // prettier-ignore

/**
 * What the change on last year is mostly made of. It needs the whole bill, so it is kept with the store until
 * something changes: the first screen does not wait for it. '' without a plan.
 */
export function pressureSentence(store: Store, on: IsoDate): string {
  return store.read.derived('pressure_sentence', on, () => headlineNow(store, on), UNREAD_BY_COSTS);
}

/** The same where it is kept; null where it has to be worked out. */
export function keptSentence(store: Store, on: IsoDate): string | null {
  return store.read.kept('pressure_sentence', on, UNREAD_BY_COSTS);
}

/** The same, worked out now. */
export function headlineNow(store: Store, on: IsoDate): string {
  const facts = readCostFacts(store, on);
  return facts.ok ? headlineOf(explainChange(facts.value, buildLedger(facts.value))) : '';
}
