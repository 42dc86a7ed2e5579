/** Sixth-form age and adults: no distance in law; what is necessary, by the council's statement or by the course. */
import { formatDate } from '../format/date.ts';
import type { Standing } from './case-facts.ts';
import { ruleResult, type RuleResult } from './rule-result.ts';

const NECESSARY =
  'Are arrangements necessary for the learner to attend, and could they attend without?';

/** What has to be asked under s509AA or s508F; null under any other power. */
export function tryPost16({ facts, power, age, thresholds }: Standing): RuleResult | null {
  const isOpen =
    power.name === 'cannot_tell' && age !== null && age >= thresholds.sixth_form_until_age;
  if (power.name !== 's509AA' && power.name !== 's508F' && !isOpen) return null;
  const adult = power.name === 's508F';
  const citation = adult
    ? 'Education Act 1996 s508F(1) and (4)'
    : 'Education Act 1996 s509AA and s509AB (statement due by 31 May)';
  const recorded = facts.evidence.post_16;
  if (recorded !== null && !isOpen) {
    const from = `recorded on ${formatDate(recorded.on)} by ${recorded.by}`;
    const said = recorded.reason.replace(/\.+$/, '');
    return ruleResult({
      rule: 'post_16',
      outcome: recorded.necessary ? 'met' : 'not_met',
      reason: `Arrangements are ${recorded.necessary ? '' : 'not '}necessary (${said}), ${from}.`,
      citation,
    });
  }
  return ruleResult({
    rule: 'post_16',
    outcome: 'cannot_tell',
    reason: adult
      ? 'An adult is carried where that is necessary, and free of charge.'
      : 'The council’s post-16 transport statement decides, and whether arrangements are necessary.',
    citation,
    missing: [
      ...(isOpen ? power.missing : []),
      NECESSARY,
      ...(adult ? [] : ['Which criteria of the statement apply, and what contribution.']),
      'Could training for independent travel, a pass or a personal budget do instead?',
    ],
  });
}
