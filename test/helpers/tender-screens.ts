/** Tenders of the Providers place and what a route offers of them, as they are looked at for accessibility. */
import type { Screen } from './planner-screens.ts';

/** Lists, panels and dialogs of tenders. */
export const TENDER_SCREENS: readonly Screen[] = [
  ['tenders', 'providers/tenders', (page) => page.getByRole('row').nth(1).waitFor()],
  [
    'a tender',
    'providers/tenders/1',
    (page) => page.getByRole('complementary', { name: /^Lot / }).waitFor(),
  ],
  [
    'bids held',
    'providers/tenders/1',
    (page) => page.getByRole('tab', { name: /^Held/ }).click(),
    (page) => page.getByRole('button', { name: 'Let it count…' }).first().waitFor(),
  ],
  [
    'providers invited',
    'providers/tenders/1',
    (page) => page.getByRole('tab', { name: /^Invited/ }).click(),
    (page) => page.getByRole('table', { name: 'Providers invited' }).waitFor(),
  ],
  [
    'the marks of a tender',
    'providers/tenders/1',
    (page) => page.getByRole('tab', { name: 'Quality' }).click(),
    (page) => page.getByRole('button', { name: 'Mark…', exact: true }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'awarding a lot',
    'providers/tenders/1',
    (page) =>
      page
        .getByRole('button', { name: /^Award to/ })
        .first()
        .click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'putting a route out to tender',
    'routes',
    (page) =>
      page
        .getByRole('checkbox', { name: /^Mark route/ })
        .first()
        .click(),
    (page) => page.getByRole('button', { name: 'Put 1 route out to tender…' }).click(),
    (page) =>
      page
        .getByRole('dialog')
        .getByText(/^Providers to invite/)
        .waitFor(),
  ],
];
