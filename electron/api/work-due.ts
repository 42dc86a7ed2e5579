/** What waits to be written and what changes soon, for the first screen and the list of letters: kept until anything changes. */
import type { Store } from '../../db/store.ts';
import type { Output } from '../../shared/api/contract.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { matters } from '../../shared/casework/coming-up-words.ts';
import { comingUpWithin } from './coming-up-within.ts';
import { lettersOf } from './letters-today.ts';

/** Changes within a week stand on Today [A]: what comes later is under Coming up. */
const CHANGES_DAYS = 7;

/** The counts, as text. */
export function workDueText(store: Store, on: IsoDate): string {
  return store.read.derived('work_due', on, () => {
    const { events } = comingUpWithin(store, on, CHANGES_DAYS);
    const due: Output<'work/due'> = {
      ...lettersOf(store, on).due,
      changes: events.filter(matters).length,
      changes_days: CHANGES_DAYS,
    };
    return JSON.stringify(due);
  });
}

/** Every letter that is due, as text. */
export function lettersTodayText(store: Store, on: IsoDate): string {
  return store.read.derived('letters_today', on, () => JSON.stringify(lettersOf(store, on).today));
}
