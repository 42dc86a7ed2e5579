/** Group 1: more than the walking distance, by the nearest route a child, accompanied as necessary, can walk in reasonable safety. */
import type { Standing } from './case-facts.ts';
import { walkProof } from './measure.ts';
import { outcomeOf, ruleResult, type RuleResult } from './rule-result.ts';
import type { Limit } from './thresholds.ts';

const CITATION = 'Education Act 1996 s444(5), s508B, Sch 35B paras 6 and 7';

/** The walking distance by age on the deciding day; both where the age is not known. */
export function walkLimits({ age, thresholds }: Standing): readonly [Limit, ...Limit[]] {
  if (age === null) return [thresholds.walk_over, thresholds.walk_under];
  return [age < thresholds.walk_age ? thresholds.walk_under : thresholds.walk_over];
}

/** More than two miles under eight, more than three from eight. */
export function tryDistance(standing: Standing): RuleResult {
  const { line, measure, thresholds } = standing;
  const [limit, other] = walkLimits(standing);
  const base = {
    rule: 'distance',
    citation: CITATION,
    marginal_share: thresholds.marginal_share,
  } as const;
  if (measure === null)
    return ruleResult({
      ...base,
      outcome: 'cannot_tell',
      reason: 'Without positions of home and school nothing can be measured.',
      limit,
      missing: noPosition(standing),
    });
  const ways = { line, measure };
  const proof = walkProof(ways, limit.distance_m, thresholds);
  const second = other === undefined ? proof : walkProof(ways, other.distance_m, thresholds);
  if (proof.answer !== second.answer)
    return ruleResult({
      ...base,
      measure,
      limit,
      outcome: 'cannot_tell',
      reason: 'The walking distance depends on the age, which is not known.',
      missing: ['The date of birth.', ...proof.missing],
    });
  const { answer, why, missing } = proof;
  return ruleResult({ ...base, measure, limit, outcome: outcomeOf(answer), reason: why, missing });
}

/** Which positions are missing. */
export function noPosition({ facts: { client }, school }: Standing): readonly string[] {
  const home = client.lat === null ? ['The position of the home.'] : [];
  if (school === null) return [...home, 'The school.'];
  return school.lat === null ? [...home, 'The position of the school.'] : home;
}
