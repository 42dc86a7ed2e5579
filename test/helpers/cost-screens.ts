/** Why it rose, what comes next and what it rests on, as they are looked at for accessibility. */
import type { Screen, Step } from './planner-screens.ts';

/** Opens a tab. */
export const tab =
  (name: string): Step =>
  (page) =>
    page.getByRole('tab', { name }).click();

/** The parts of Costs, and the clients behind a bar. */
export const COST_SCREENS: readonly Screen[] = [
  [
    'why the cost changed',
    'costs',
    (page) => page.getByRole('table', { name: /^Why the cost changed from/ }).waitFor(),
  ],
  [
    'who stands behind a bar',
    'costs',
    (page) => page.getByRole('button', { name: /clients behind Joiners/ }).click(),
    (page) => page.getByRole('dialog').getByRole('row').nth(1).waitFor(),
  ],
  [
    'what comes next',
    'costs/outlook',
    (page) => page.getByRole('slider', { name: 'Fuel' }).waitFor(),
  ],
  ['the bill', 'costs/bill', tab('Itemised')],
  ['the breakdown', 'costs/breakdown', tab('Breakdown')],
  ['placement', 'costs/placement', tab('Placement')],
  ['fuel', 'costs/fuel', tab('Fuel')],
  ['assumptions', 'costs/assumptions', tab('Assumptions')],
];
