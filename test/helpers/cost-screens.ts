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
    'recording a saving',
    'costs',
    (page) => page.getByRole('button', { name: 'Record one…' }).click(),
    (page) => page.getByRole('dialog').getByLabel('Pounds over all its days').fill('420,000'),
    (page) => page.getByRole('table', { name: 'The bars that move, in pounds' }).waitFor(),
  ],
  [
    'what comes next',
    'costs/outlook',
    (page) => page.getByRole('slider', { name: 'Fuel' }).waitFor(),
  ],
  [
    'what a year to come is held against',
    'costs/outlook',
    (page) => page.getByRole('button', { name: /^Budget of 2027\/28: / }).click(),
    (page) => page.getByRole('dialog').getByRole('row').nth(1).waitFor(),
  ],
  [
    'the budget',
    'costs/budget',
    (page) => page.getByRole('table', { name: /^Monitoring by line/ }).waitFor(),
  ],
  [
    'what is behind a number of the budget',
    'costs/budget',
    (page) => page.getByRole('button', { name: /^Pre-16 SEN, accrual: / }).click(),
    (page) => page.getByRole('dialog').getByRole('row').nth(1).waitFor(),
  ],
  [
    'what is behind the variance of all lines',
    'costs/budget',
    (page) => page.getByRole('button', { name: /^All lines, variance: / }).click(),
    (page) => page.getByRole('dialog').getByLabel('Find').waitFor(),
  ],
  [
    'periods signed off',
    'costs/budget/periods',
    (page) => page.getByRole('table', { name: /^Periods of/ }).waitFor(),
  ],
  [
    'choosing how a line is forecast',
    'costs/budget',
    (page) => page.getByRole('button', { name: /^Mileage is forecast: / }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'the ledger reconciled',
    'costs/budget/ledger',
    (page) => page.getByRole('table', { name: /to look at/ }).waitFor(),
  ],
  [
    'adding a saving',
    'costs/budget/savings',
    (page) => page.getByRole('button', { name: 'Add a saving' }).click(),
    (page) => page.getByRole('dialog').waitFor(),
  ],
  [
    'figures a head',
    'costs/budget/heads',
    (page) => page.getByRole('table', { name: 'What others publish' }).waitFor(),
  ],
  [
    'cost codes',
    'costs/budget/codes',
    (page) => page.getByRole('table', { name: 'Cost codes' }).waitFor(),
  ],
  ['the bill', 'costs/bill', tab('Itemised')],
  ['the breakdown', 'costs/breakdown', tab('Breakdown')],
  [
    'placement',
    'costs/placement',
    (page) => page.getByRole('table', { name: /^Transport at the school attended/ }).waitFor(),
  ],
  [
    'schools side by side',
    'costs/placement/name/1',
    (page) => page.getByRole('table', { name: 'Schools side by side' }).getByText('est.').first().waitFor(), // prettier-ignore
  ],
  [
    'a new provision',
    'costs/placement/new',
    (page) => page.getByRole('application').waitFor(),
    (page) => page.getByLabel('Latitude').fill('51.36'),
    (page) => page.getByLabel('Longitude').fill('1.03'),
    (page) => page.getByText('Autistic spectrum disorder').click(),
    (page) => page.getByRole('button', { name: 'Try it' }).click(),
    (page) => page.getByRole('table', { name: 'Only new starters a year' }).waitFor(),
  ],
  [
    'placement fees',
    'costs/placement/fees',
    (page) => page.getByRole('table', { name: 'Fees by type of provision' }).waitFor(),
  ],
  [
    'prices over time',
    'costs/prices',
    (page) => page.getByRole('table', { name: /^Diesel at the pump/ }).waitFor(),
  ],
  [
    'index clauses',
    'costs/prices/clauses',
    (page) => page.getByRole('table', { name: 'Index clauses by provider' }).waitFor(),
  ],
  [
    'a clause, step by step',
    'costs/prices/clauses',
    (page) =>
      page
        .getByRole('button', { name: /of the price follows diesel/ })
        .first()
        .click(),
    (page) => page.getByRole('dialog').getByRole('table').waitFor(),
  ],
  [
    'the form of a clause',
    'costs/prices/clauses',
    (page) => page.getByRole('button', { name: 'Add a clause…' }).click(),
  ],
  [
    'the rate card',
    'costs/prices/rates',
    (page) => page.getByRole('table', { name: /^Rate card/ }).waitFor(),
  ],
  [
    'litres and gases',
    'costs/prices/fuel',
    (page) => page.getByRole('table', { name: /^Fuel and greenhouse gases/ }).waitFor(),
  ],
  [
    'another pump price',
    'costs/prices/pump',
    (page) => page.getByRole('slider', { name: 'Diesel at the pump' }).waitFor(),
  ],
  ['assumptions', 'costs/assumptions', tab('Assumptions')],
  [
    'a provider’s claim weighed',
    'costs/value/claims',
    (page) => page.getByRole('combobox', { name: 'Contract or provider' }).fill('C1'),
    (page) => page.getByRole('option').first().click(),
    (page) => page.getByRole('table', { name: /^What explains the claim/ }).waitFor(),
  ],
  [
    'prices out of line',
    'costs/value/prices',
    (page) => page.getByRole('heading', { name: 'Prices out of line' }).waitFor(),
  ],
  [
    'lone taxis',
    'costs/value/alone',
    (page) => page.getByRole('button', { name: 'Look at every lone taxi' }).click(),
    (page) => page.getByRole('heading', { name: 'Suggestions' }).waitFor(),
  ],
  [
    'seats beside a PTB and mileage',
    'costs/value/seats',
    (page) => page.getByRole('button', { name: 'Work out what each seat would save' }).click(),
    (page) => page.getByText(/where a PTB really saves/).waitFor(),
  ],
  [
    'travel training',
    'costs/value/training',
    (page) => page.getByRole('table', { name: 'Payback by group' }).waitFor(),
  ],
  [
    'the committee paper',
    'costs/paper',
    (page) => page.getByLabel('Recommendation').fill('That the pressure is noted.'),
  ],
  [
    'the backtest',
    'costs/backtest',
    (page) => page.getByRole('table', { name: 'The rise split by LMDI' }).waitFor(),
  ],
];
