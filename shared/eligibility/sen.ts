/**
 * Group 2: special educational needs, disability or mobility. Answered only by what an officer recorded, never by need
 * category, type of school, a benefit or a Motability car (ombudsman: Bexley 18 010 993, Leeds 19 019 971).
 */
import { formatDate } from '../format/date.ts';
import type { Standing } from './case-facts.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';

const CITATION =
  'Education Act 1996 Sch 35B paras 2 and 3; DfE, Travel to school, January 2024 (accompaniment); ombudsman 18 010 993 (Bexley) and 19 019 971 (Leeds): never by category';

const WALK =
  'Could the child walk to this school, accompanied as necessary? Whose view, and on what evidence?';
const ACCOMPANY =
  'Can a parent reasonably be expected to accompany: their own disability, other children and work, weighed one by one?';
const LASTS = 'Is the problem temporary, and until when?';

/** Whether the child cannot reasonably be expected to walk; not needed where the distance rule is met. */
export function trySen({ facts, on }: Standing, distance: RuleResult): RuleResult {
  if (distance.outcome === 'met')
    return result('not_needed', 'The school is beyond walking distance already.');
  const recorded = facts.evidence.accompaniment;
  if (recorded === null)
    return result('cannot_tell', 'Nobody has recorded whether the child could walk accompanied.', [
      WALK,
      ACCOMPANY,
      LASTS,
    ]);
  if (recorded.ends_on !== null && recorded.ends_on < on)
    return result(
      'cannot_tell',
      `The answer recorded ran out on ${formatDate(recorded.ends_on)}.`,
      [WALK, ACCOMPANY, LASTS],
    );
  const from = `recorded on ${formatDate(recorded.on)} by ${recorded.by}`;
  if (recorded.walks_accompanied === false)
    return result('met', `The child cannot walk it even accompanied, ${from}.`);
  if (recorded.walks_accompanied === null)
    return result('cannot_tell', `Part of the answer is ${from}.`, [WALK]);
  if (recorded.parent_can_accompany === null)
    return result('cannot_tell', `The child could walk it accompanied, ${from}.`, [ACCOMPANY]);
  return recorded.parent_can_accompany
    ? result('not_met', `The child could walk it accompanied and a parent can accompany, ${from}.`)
    : result('met', `The child needs company and no parent can reasonably give it, ${from}.`);
}

function result(outcome: Outcome, reason: string, missing: readonly string[] = []): RuleResult {
  return ruleResult({ rule: 'sen', outcome, reason, citation: CITATION, missing });
}
