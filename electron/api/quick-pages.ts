/** Pages that are made on the host's own thread where the store is small, and in one of their own where they would keep others waiting. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { KeptPage, QuickPage } from '../jobs/page-in-thread.ts';
import { invoiceLinesText } from '../jobs/invoices/invoice-view.ts';
import { lastPeriodText } from '../jobs/money/money-view.ts';
import { nextYearText } from '../jobs/next-year-kept.ts';
import { pressureSentence } from '../jobs/pressure-sentence.ts';
import { comingUpText } from './coming-up-within.ts';
import { districtFactsText } from './district-facts.ts';
import { familyDetailsText } from './family-details-page.ts';
import { lettersTodayText, workDueText } from './work-due.ts';

/** By name. */
export const QUICK_PAGES: Readonly<Record<QuickPage, (store: Store, on: IsoDate) => string>> = {
  work_due: workDueText,
  letters_today: lettersTodayText,
  family_details: familyDetailsText,
  invoice_lines: invoiceLinesText,
  money_last: lastPeriodText,
  pressure_sentence: pressureSentence,
  next_year: nextYearText,
  map_districts: districtFactsText,
  'coming_up 60': (store, on) => comingUpText(store, on, 60),
  'coming_up 120': (store, on) => comingUpText(store, on, 120),
  'coming_up 400': (store, on) => comingUpText(store, on, 400),
};

/** From so many clients on the thread pays [A]: each costs some 0.1 ms, a thread some 100 ms to begin. */
const MANY = 1500;

/** The page where it is quick; null: it wants a thread. */
export function quickPage(store: Store, page: KeptPage, on: IsoDate): string | null {
  if (page === 'route_sheets' || page === 'school_lists') return null;
  return store.clients.count() < MANY ? QUICK_PAGES[page](store, on) : null;
}
