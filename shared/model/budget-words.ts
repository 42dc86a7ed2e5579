/** The budget's words, the same on screen, in files and in the history. */
import type { BudgetLine, SavingKind } from './budget.ts';
import type { ChosenBasis } from './period-closing.ts';

export const BUDGET_LINE_WORDS: Readonly<Record<BudgetLine, string>> = {
  pre_16_sen: 'Pre-16 SEN',
  post_16_sen: 'Post-16 SEN, 16 to 18',
  adult_sen: 'Post-16 SEN, 19 to 25',
  mainstream: 'Mainstream',
  ptb: 'Personal transport budgets',
  mileage: 'Mileage',
  passes: 'Passes',
  assistants: 'Passenger assistants',
  travel_training: 'Travel training',
  contributions: 'Sixth-form contributions',
  recharge_care: 'Recharged to social care',
  recharge_authorities: 'Recharged to other authorities',
};

export const SAVING_KIND_WORDS: Readonly<Record<SavingKind, string>> = {
  cashable: 'Cashable',
  avoided: 'Cost avoided',
};

/** How a line without contracts is forecast. */
export const CHOSEN_BASIS_WORDS: Readonly<Record<ChosenBasis, string>> = {
  budget: 'As budgeted',
  run_rate: 'Run rate',
  typed: 'Typed',
};
