/** The Providers place and the crew of a route, as they are looked at for accessibility. */
import type { Screen } from './planner-screens.ts';

/** Lists, panels and dialogs of the register. */
export const REGISTER_SCREENS: readonly Screen[] = [
  ['providers', 'providers', (page) => page.getByRole('row').nth(2).click()],
  [
    'a provider',
    'providers',
    (page) => page.getByRole('row').nth(1).dblclick(),
    (page) => page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor(),
  ],
  [
    'changing a provider',
    'providers',
    (page) => page.getByRole('row').nth(1).dblclick(),
    (page) => page.getByRole('button', { name: /^Edit$|^Put on the register$/ }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'drivers and assistants',
    'providers/people',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByRole('region', { name: 'Selected person' }).waitFor(),
  ],
  [
    'changing a person',
    'providers/people',
    (page) => page.getByRole('row').nth(2).dblclick(),
    (page) => page.getByRole('button', { name: 'Add a competence' }).click(),
  ],
  [
    'vehicles',
    'providers/vehicles',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByRole('region', { name: 'Selected vehicle' }).waitFor(),
  ],
  [
    'entering a vehicle',
    'providers/vehicles',
    (page) => page.getByRole('button', { name: 'Add a vehicle' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  ['what runs out', 'providers/running-out', (page) => page.getByRole('row').nth(1).click()],
  [
    'assigning a driver',
    'routes',
    (page) => page.getByRole('row').nth(2).click(),
    (page) => page.getByRole('button', { name: 'Assign driver' }).click(),
    (page) => page.getByText(/choices of/).waitFor(),
  ],
];
