/** Group 4: extended rights of families on a low income, by age, distance and school, or by religion or belief. */
import { academicYearOf } from '../calendar/years.ts';
import { words } from '../intake/normalise.ts';
import { all, any, type Answer } from './answer.ts';
import type { Standing } from './case-facts.ts';
import { noPosition } from './distance.ts';
import { roadWithin, walkProof, type Measure } from './measure.ts';
import { isAmongNearest } from './nearest-school.ts';
import { outcomeOf, ruleResult, type Outcome, type RuleResult } from './rule-result.ts';

const BASE = {
  rule: 'extended_rights',
  citation:
    'Education Act 1996 Sch 35B paras 9 to 14; DfE, Travel to school, January 2024, paras 34 (upper limits by road) and 35 (to the end of the academic year)',
} as const;

/** An answer with what is missing for it. */
interface Part {
  readonly answer: Answer;
  readonly missing: readonly string[];
}

/** Low income, and the school within the distances of the age. `nearest`: whether it is the nearest suitable school. */
export function tryExtendedRights(
  standing: Standing,
  nearest: Answer,
  distance: RuleResult,
): RuleResult {
  const { age, thresholds, measure, line } = standing;
  if (distance.outcome === 'met' && nearest === 'yes')
    return result(
      standing,
      'not_needed',
      'The nearest suitable school is beyond walking distance already.',
    );
  const income = lowIncome(standing);
  if (income.answer === 'no')
    return ruleResult({ ...BASE, outcome: 'not_met', reason: income.why });
  if (age === null)
    return result(standing, 'cannot_tell', 'The rule depends on the age.', [
      'The date of birth.',
      ...income.missing,
    ]);
  if (age < thresholds.extended_age)
    return result(
      standing,
      'not_met',
      `Below ${thresholds.extended_age} the distance rule’s own limit is as short.`,
    );
  if (measure === null || line === null)
    return result(
      standing,
      'cannot_tell',
      'Without positions of home and school nothing can be measured.',
      [...noPosition(standing), ...income.missing],
    );
  const place =
    age < thresholds.extended_older_age
      ? younger(standing, nearest, { line, measure })
      : older(standing, measure, line);
  const answer = all([income.answer, place.answer]);
  const why = {
    yes: `${income.why} The school lies within the distances of the age.`,
    no: `${income.why} But the school does not lie within the distances of the age.`,
    cannot_tell: income.why,
  }[answer];
  const missing =
    answer === 'cannot_tell' ? [...new Set([...income.missing, ...place.missing])] : [];
  return result(standing, outcomeOf(answer), why, missing);
}

/** Aged 8 to 10: the nearest suitable school, more than two miles on foot. */
function younger(
  { thresholds }: Standing,
  nearest: Answer,
  ways: { readonly line: Measure; readonly measure: Measure },
): Part {
  const far = walkProof(ways, thresholds.extended_lower.distance_m, thresholds);
  const ask = nearest === 'cannot_tell' ? ['Whether it is the nearest suitable school.'] : [];
  return { answer: all([nearest, far.answer]), missing: [...ask, ...far.missing] };
}

/** From 11: one of the three nearest suitable, two to six miles; or nearest by religion or belief, two to fifteen. */
function older(standing: Standing, measure: Measure, line: Measure): Part {
  const { thresholds, facts } = standing;
  const far = walkProof({ line, measure }, thresholds.extended_lower.distance_m, thresholds);
  const ways = { line, road: facts.evidence.road, driving: standing.driving };
  const near = roadWithin(ways, thresholds.extended_upper.distance_m, thresholds);
  const among = isAmongNearest(standing, thresholds.extended_schools);
  const askAmong =
    among === 'cannot_tell'
      ? [
          `Whether it is one of the ${thresholds.extended_schools} nearest suitable schools${comparedBy(standing)}.`,
        ]
      : [];
  const three: Part = {
    answer: all([far.answer, near.answer, among]),
    missing: [...far.missing, ...near.missing, ...askAmong],
  };
  const { belief } = facts.evidence;
  const stated = facts.client.religion_or_belief !== '';
  const preferred: Answer =
    belief === null ? (stated ? 'cannot_tell' : 'no') : belief.nearest_preferred ? 'yes' : 'no';
  const reach = roadWithin(ways, thresholds.extended_religion.distance_m, thresholds);
  const byBelief: Part = {
    answer: all([far.answer, reach.answer, preferred]),
    missing:
      preferred === 'cannot_tell'
        ? [
            'The parent’s own dated statement of religion or belief, and whether this is the nearest school preferred for it: a denomination is not evidence.',
          ]
        : reach.missing,
  };
  return {
    answer: any([three.answer, byBelief.answer]),
    missing: [three, byBelief].flatMap((part) =>
      part.answer === 'cannot_tell' ? part.missing : [],
    ),
  };
}

/** `, compared by walking distance`; '' where straight lines were compared. */
function comparedBy({ nearer }: Standing): string {
  return nearer()?.by === 'walking' ? ', compared by walking distance' : '';
}

/** Low income by evidence for this academic year; a basis that is only said is not proved. */
function lowIncome({ facts, on, thresholds }: Standing): Part & { readonly why: string } {
  const year = academicYearOf(on);
  const evidence = facts.evidence.low_income.find((each) => each.year === year);
  if (evidence !== undefined)
    return evidence.counts
      ? { answer: 'yes', missing: [], why: `Low income was proved for ${year}.` }
      : {
          answer: 'no',
          missing: [],
          why: `What was proved for ${year} is not a basis of low income.`,
        };
  const said = words(facts.client.low_income_basis);
  if (said === '') return { answer: 'no', missing: [], why: 'No low income is claimed.' };
  const basis = thresholds.low_income_bases.find((each) =>
    each.words.some((word) => ` ${said} `.includes(` ${words(word)} `)),
  );
  if (basis?.counts === 'no')
    return { answer: 'no', missing: [], why: `${basis.basis} is not a basis that counts.` };
  const which =
    basis?.counts === 'yes'
      ? []
      : ['Which basis: whether earnings are under the universal credit limit.'];
  return {
    answer: 'cannot_tell',
    missing: [...which, `Proof of low income for ${year}: date seen and checker.`],
    why: `Low income is claimed (${facts.client.low_income_basis}) and not proved for ${year}.`,
  };
}

function result(
  { measure, thresholds }: Standing,
  outcome: Outcome,
  reason: string,
  missing: readonly string[] = [],
): RuleResult {
  return ruleResult({
    ...BASE,
    outcome,
    reason,
    missing,
    measure,
    limit: thresholds.extended_lower,
    marginal_share: thresholds.marginal_share,
  });
}
