/** Group 3: the nature of the route, by a dated and walked assessment from the register. */
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/distance.ts';
import type { Standing } from './case-facts.ts';
import { walkLimits } from './distance.ts';
import type { RouteAssessment } from './evidence.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import type { Limit } from './thresholds.ts';

const CITATION =
  'Education Act 1996 Sch 35B paras 4 and 5; DfE, Travel to school, January 2024 (safety of routes)';
const WALKED =
  'A walked assessment of the route: date, times, season, lighting, traffic and assessor, entered in the register.';

/** Whether the child cannot walk, accompanied as necessary, because of the route; not needed beyond walking distance. */
export function tryUnsafeRoute(standing: Standing, distance: RuleResult): RuleResult {
  const { facts, on } = standing;
  if (distance.outcome === 'met')
    return result('not_needed', 'The school is beyond walking distance already.');
  const { routes, route_concern } = facts.evidence;
  if (routes.length === 0)
    return route_concern === ''
      ? result(
          'not_met',
          'No assessment is in the register and nobody has raised the route’s safety.',
          [WALKED],
        )
      : result('cannot_tell', `The route’s safety was raised: ${route_concern}`, [WALKED]);
  const valid = routes.filter(({ review_on }) => review_on === null || review_on >= on);
  const [latest] = valid;
  if (latest === undefined)
    return result('cannot_tell', routes.map(dueForReview).join(' '), [WALKED]);
  const limits = walkLimits(standing);
  const answers = valid.map((route) => byAssessment(route, limits));
  const [answer] = answers;
  if (answer === undefined || answers.every(({ outcome }) => outcome === answer.outcome))
    return answer ?? byAssessment(latest, limits);
  const names = valid.map(({ name, assessed_on }) => `${name} (${formatDate(assessed_on)})`);
  return result('cannot_tell', `Assessments that cover this home disagree: ${names.join(', ')}.`, [
    'Which of the assessments holds: supersede the one that does not.',
  ]);
}

function dueForReview({ name, assessed_on, review_on }: RouteAssessment): string {
  const due = review_on === null ? '' : ` was due for review on ${formatDate(review_on)}`;
  return `The assessment of ${formatDate(assessed_on)}, ${name},${due}.`;
}

function byAssessment(route: RouteAssessment, limits: readonly Limit[]): RuleResult {
  const review =
    route.review_on === null ? '' : `, to be reviewed by ${formatDate(route.review_on)}`;
  const who = `by the register: ${route.name}, walked on ${formatDate(route.assessed_on)} by ${route.assessor}${review}`;
  if (route.safe) return result('not_met', `The route is safe when accompanied, ${who}.`);
  const way = route.safe_way_m;
  if (way === null) return result('met', `No route can be walked in reasonable safety, ${who}.`);
  const over = limits.map((limit) => way > limit.distance_m);
  if (over.every((each) => each))
    return result(
      'met',
      `The safe way round of ${formatMiles(way)} is beyond walking distance, ${who}.`,
    );
  if (over.some((each) => each))
    return result(
      'cannot_tell',
      `Whether the safe way round of ${formatMiles(way)} is too long depends on the age.`,
      ['The date of birth.'],
    );
  return result(
    'not_met',
    `A safe way round of ${formatMiles(way)} is within walking distance, ${who}.`,
  );
}

function result(outcome: Outcome, reason: string, missing: readonly string[] = []): RuleResult {
  return ruleResult({ rule: 'unsafe_route', outcome, reason, citation: CITATION, missing });
}
