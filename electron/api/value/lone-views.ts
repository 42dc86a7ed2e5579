/** Lone taxis as they were looked at last; not there where something that they rest on has changed since. */
import type { Store } from '../../../db/store.ts';
import type { LonePage } from '../../../shared/api/views/value.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { VALUE_KEPT, VALUE_UNREAD } from '../../jobs/value/reckon-value.ts';

const NOT_READY: LonePage = {
  ready: false,
  lone: 0,
  lone_year_pence: 0,
  shares: [],
  saved_year_pence: 0,
  stay: [],
  review_past: [],
};

/** The page, or that it has to be worked out first. */
export function lonePage(store: Store, on: IsoDate): LonePage {
  const text = store.read.kept(VALUE_KEPT.lone, on, VALUE_UNREAD);
  return text === null ? NOT_READY : (JSON.parse(text) as LonePage);
}
