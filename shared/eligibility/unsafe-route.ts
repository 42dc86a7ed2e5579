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
  const { route, route_concern } = facts.evidence;
  if (route === null)
    return route_concern === ''
      ? result(
          'not_met',
          'No assessment is in the register and nobody has raised the route’s safety.',
          [WALKED],
        )
      : result('cannot_tell', `The route’s safety was raised: ${route_concern}`, [WALKED]);
  if (route.review_on !== null && route.review_on < on)
    return result(
      'cannot_tell',
      `The assessment of ${formatDate(route.assessed_on)} was due for review on ${formatDate(route.review_on)}.`,
      [WALKED],
    );
  return byAssessment(route, walkLimits(standing));
}

function byAssessment(route: RouteAssessment, limits: readonly Limit[]): RuleResult {
  const who = `walked on ${formatDate(route.assessed_on)} by ${route.assessor}`;
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
