/** The contact log, bedding-in, invoices and calendars, as they are looked at for accessibility. */
import type { Screen } from './planner-screens.ts';

/** Lists, panels and dialogs of the year through. */
export const YEAR_SCREENS: readonly Screen[] = [
  ['the contact log', 'routes/contacts', (page) => page.getByRole('row').nth(2).click()],
  [
    'an entry of the log',
    'routes/contacts',
    (page) => page.getByRole('row').nth(1).dblclick(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'adding to the log',
    'routes/contacts',
    (page) => page.getByRole('button', { name: 'Add an entry' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'bedding-in',
    'routes/bedding-in',
    (page) => page.getByRole('heading', { name: 'By provider' }).waitFor(),
  ],
  [
    'a line of an invoice',
    'providers/invoices',
    (page) => page.getByRole('row').nth(1).click(),
    (page) => page.getByRole('complementary', { name: 'The line chosen' }).waitFor(),
  ],
  ['calendars', 'data/calendars', (page) => page.getByRole('row').nth(1).waitFor()],
  ['a school’s year', 'data/calendars/0', (page) => page.locator('[data-on="2026-10-23"]').click()],
  [
    'closing a day',
    'data/calendars/0',
    (page) => page.locator('[data-on="2026-10-22"]').click(),
    (page) => page.getByRole('button', { name: 'Close…' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
];
