/** Where a planner gives a child a place, hands a contract back and asks what if, as they are looked at for accessibility. */
import type { Page } from 'playwright-core';

/** What is done on a screen before it is looked at. */
export type Step = (page: Page) => Promise<unknown>;
/** Its name, its address, and the steps. */
export type Screen = readonly [string, string, ...Step[]];

/** The screens of places, what-ifs and hand-backs. */
export const PLANNER_SCREENS: readonly Screen[] = [
  [
    'places for a child, on the case',
    'applications/case/1/transport',
    (page) => page.getByRole('button', { name: /^Find (a|another) place$/ }).click(),
    (page) => page.locator('.offer-more').waitFor(),
  ],
  [
    'places for a child, on the map',
    'applications/case/1/transport',
    (page) => page.getByRole('button', { name: /^Find (a|another) place$/ }).click(),
    (page) => page.getByRole('button', { name: 'See it on the map' }).click(),
    (page) => page.getByRole('region', { name: 'Places for a child' }).waitFor(),
    (page) => page.locator('.place-panel .offer-more').waitFor(),
  ],
  [
    'what if at a school',
    'map',
    (page) => page.locator('.map-row').first().click(),
    (page) => page.getByRole('button', { name: 'What if…' }).click(),
    (page) => page.getByRole('button', { name: /What to try/ }).click(),
    (page) => page.getByRole('option', { name: 'Move its bell' }).click(),
    (page) => page.getByRole('dialog').getByRole('button', { name: 'Try it' }).click(),
    (page) => page.getByText('Keep it as a trial called').waitFor(),
  ],
  [
    'handing a contract back',
    'routes',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByRole('button', { name: 'Hand back…' }).click(),
    (page) => page.getByRole('dialog').getByText('Last day the provider runs it').waitFor(),
  ],
  [
    'sharing',
    'routes/sharing',
    (page) => page.getByText('Nothing is said of any two schools').waitFor(),
  ],
  [
    'two schools and one vehicle',
    'routes/sharing',
    (page) => page.getByRole('button', { name: 'Two schools…' }).click(),
    (page) => page.getByRole('dialog').getByLabel('Why').waitFor(),
  ],
];
