import { isDamage } from '../../db/backup.ts';
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { sharingFrom } from '../../db/read/sharing.ts';
import { checkBill } from './check-bill.ts';
import { checkPlan } from './check-plan.ts';

/** Something that is not as it should be, as a sentence, with a word a machine can match. */
export interface Finding {
  readonly code: string;
  readonly text: string;
}

/**
 * Looks the whole store over: the file itself, what is derived against what it is derived from, the plan in use
 * against the independent audit, and the bill from its lines up. Nothing is changed. Notices of the audit (a ride over
 * the advisory guide, flagged and known) are not findings.
 */
export function checkStore(store: Store, on: IsoDate): readonly Finding[] {
  const found: Finding[] = store.integrity().map((text) => ({ code: 'file_damaged', text }));
  try {
    return [...found, ...checkContent(store, on)];
  } catch (error) {
    // What lies on a damaged page cannot be checked; that it is damaged was found above.
    if (isDamage(error) && found.length > 0) return found;
    throw error;
  }
}

function checkContent(store: Store, on: IsoDate): readonly Finding[] {
  const found: Finding[] = [];
  for (const text of store.drift(on)) found.push({ code: 'state_out_of_step', text });
  const plan = store.plans.current();
  const summary = store.plans.summary();
  if (plan === null || summary === null) return found;
  for (const { code, text } of checkPlan(store, plan, on)) found.push({ code, text });
  return [...found, ...checkBill(plan, summary, sharingFrom(store, on))];
}
