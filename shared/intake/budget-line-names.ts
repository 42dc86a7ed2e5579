import type { BudgetLine } from '../model/budget.ts';

/** What councils call each line; the first that fits counts, so the narrower stand first. */
const PATTERNS: readonly (readonly [BudgetLine, RegExp])[] = [
  ['recharge_care', /\b(social care|children'?s? services|looked.after|cla|lac)\b/u],
  ['recharge_authorities', /\b(other (local )?authorit(y|ies)|other las?|inter.?authority|neighbouring)\b/u], // prettier-ignore
  ['contributions', /\b(contributions?|parental charge|sixth.form charge|income)\b/u],
  ['travel_training', /\b(travel training|itt|independent travel)\b/u],
  ['ptb', /\b(ptb|ptbs|personal (transport|travel) budgets?)\b/u],
  ['mileage', /\b(mileage|parental mileage|petrol allowance)\b/u],
  ['passes', /\b(pass|passes|season tickets?|bus passes|public transport)\b/u],
  ['assistants', /\b(assistants?|escorts?|chaperones?|pas)\b/u],
  ['adult_sen', /\b(19 ?(to|-|–) ?25|19 ?\+|post.?19|adult)\b/u],
  ['post_16_sen', /\b(16 ?(to|-|–) ?1[89]|post.?16|sixth.form|16 ?\+)\b/u],
  ['mainstream', /\b(mainstream)\b/u],
  ['pre_16_sen', /\b(pre.?16|under 16|5 ?(to|-|–) ?16|sen|send|special)\b/u],
];

/** The line that some words mean; null where none is certain. */
export function guessBudgetLine(words: string): BudgetLine | null {
  const plain = words.toLowerCase().replaceAll('_', ' ');
  return PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** A code as it is kept: upper case, single spaces. */
export function costCode(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ').toUpperCase();
}
