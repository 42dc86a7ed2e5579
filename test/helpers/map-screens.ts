/** The map, its editor and what opens on it, as they are looked at for accessibility. */
import { tab } from './cost-screens.ts';
import { PLANNER_SCREENS, type Screen } from './planner-screens.ts';

/** The screens of the place Map. */
export const MAP_SCREENS: readonly Screen[] = [
  ['the map', 'map', (page) => page.locator('.map-row').first().waitFor()],
  [
    'a route on the map',
    'map',
    (page) => page.locator('.map-row').first().click(),
    (page) => page.getByRole('complementary', { name: 'Selected school' }).waitFor(),
    (page) => page.locator('.map-row').first().click(),
    (page) => page.getByText('Stops, in pick-up order').waitFor(),
  ],
  [
    'the route editor',
    'map',
    (page) => page.locator('.map-row').first().click(),
    (page) => page.getByRole('button', { name: 'Edit routes' }).click(),
    (page) => page.locator('[data-route-id]').first().click(),
    (page) => page.locator('.editor-stop').first().waitFor(),
  ],
  [
    'moving a child to another route',
    'map',
    (page) => page.locator('.map-row').first().click(),
    (page) => page.getByRole('button', { name: 'Edit routes' }).click(),
    (page) => page.locator('[data-route-id]').first().click(),
    (page) => page.locator('.editor-handle').first().press('Enter'),
    (page) => page.getByRole('group', { name: 'The best places' }).waitFor(),
  ],
  [
    'the plans',
    'map',
    (page) => page.locator('.map-plan-name').click(),
    (page) => page.getByRole('button', { name: 'Check again' }).waitFor(),
  ],
  ['the audit', 'map', tab('Audit')],
  ...PLANNER_SCREENS,
  [
    'the layers of the map',
    'map',
    (page) => page.locator('.map-row').first().waitFor(),
    (page) => page.getByRole('button', { name: 'Layers' }).click(),
    (page) => page.getByText('Within 45 and 75 minutes of a school').click(),
    (page) => page.getByText('Schools sized by').waitFor(),
  ],
  [
    'a measure on the map',
    'map',
    (page) => page.locator('.map-row').first().waitFor(),
    (page) => page.getByRole('button', { name: 'Measure', exact: true }).click(),
    (page) => page.keyboard.press('Enter'),
    (page) => page.locator('.leaflet-container').press('ArrowRight'),
    (page) => page.locator('.leaflet-container').press('Enter'),
    (page) => page.getByText('By car, estimated').waitFor(),
  ],
  [
    'homes selected on the map',
    'map?filter=%7B%22ids%22%3A%5B1%2C2%2C3%5D%7D',
    (page) => page.getByText('3 children selected').waitFor(),
  ],
  [
    'a picture of the map',
    'map',
    (page) => page.locator('.map-row').first().waitFor(),
    (page) => page.getByRole('button', { name: 'Picture or print' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'the map as a table',
    'map',
    (page) => page.getByRole('button', { name: 'Show as table' }).click(),
    (page) => page.getByRole('table').first().waitFor(),
  ],
];
