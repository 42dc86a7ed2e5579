/** Why a proposal is what it is, in one sentence, and what it waits for. */
import { answerOf, type RuleName, type RuleResult } from './rule-result.ts';
import type { Standing } from './case-facts.ts';
import type { Tried } from './decide.ts';

/** The rules as a sentence names them. */
const NAMES: Readonly<Record<RuleName, string>> = {
  qualifying_school: 'qualifying school',
  nearest_suitable_school: 'nearest suitable school',
  distance: 'distance',
  sen: 'special educational needs, disability or mobility',
  unsafe_route: 'unsafe route',
  extended_rights: 'extended rights',
  post_16: 'post-16 statement',
};

/** The sentence and the list of what is missing, shortest way first. */
export function explain(
  { facts, power }: Standing,
  tried: Tried,
): { readonly reason: string; readonly waiting_for: readonly string[] } {
  if (tried.proposal === 'met') return { reason: whyMet(tried), waiting_for: [] };
  if (tried.proposal === 'not_met') return { reason: whyNot(tried), waiting_for: [] };
  const { held_reason } = facts.application;
  const open = openRules(tried);
  const isDiscretion = power.name === 's508C' && open.length === 0;
  const reason =
    held_reason !== ''
      ? `A person decides first: ${held_reason}`
      : power.name === 'cannot_tell' || isDiscretion
        ? power.reason
        : (open[0]?.reason ?? power.reason);
  const waiting = [
    ...(held_reason === '' ? [] : ['What the application is held for.']),
    ...power.missing,
    ...open.flatMap(({ missing }) => missing),
    ...(isDiscretion
      ? ['The council’s discretion: reasons for carrying a child below its policy’s age.']
      : []),
  ];
  return { reason, waiting_for: [...new Set(waiting)] };
}

function whyMet({ rules, power }: Tried): string {
  const met = rules.filter((rule) => rule.outcome === 'met');
  const [first] = met;
  const names = met.map(({ rule }) => NAMES[rule]).join(', ');
  const policy = power.name === 's508C' ? ' under the council’s own policy' : '';
  return `Met by ${names}${policy}. ${first?.reason ?? ''}`;
}

function whyNot({ power, qualifying, nearest, rules }: Tried): string {
  if (power.name === 'not_ours') return power.reason;
  const post16 = rules.find(({ rule, outcome }) => rule === 'post_16' && outcome === 'not_met');
  if (post16 !== undefined) return post16.reason;
  const school = [qualifying, nearest].find((rule) => rule.outcome === 'not_met');
  if (school !== undefined) return school.reason;
  const reasons = rules.filter((rule) => rule.outcome === 'not_met').map(({ reason }) => reason);
  return `None of the four groups is met. ${reasons.join(' ')}`;
}

/** Rules that cannot tell yet and whose answer would matter, the school first. */
function openRules({ qualifying, nearest, rules }: Tried): readonly RuleResult[] {
  const isOpen = (rule: RuleResult): boolean => rule.outcome === 'cannot_tell';
  const school = [qualifying, nearest].filter(isOpen);
  const isGroupMet = rules.some((rule) => answerOf(rule.outcome) === 'yes');
  return isGroupMet ? school : [...school, ...rules.filter(isOpen)];
}
