/** What a rule answers: an outcome with its measure, its citation and what is missing. */
import { METRES_PER_MILE } from '../kernel/units.ts';
import type { Answer } from './answer.ts';
import type { Measure } from './measure.ts';
import type { Limit } from './thresholds.ts';

/** `not_needed`: another rule or the power makes this one idle; `cannot_tell`: cannot tell yet, and `missing` says why. */
export type Outcome = 'met' | 'not_met' | 'not_needed' | 'cannot_tell';

export type RuleName =
  | 'qualifying_school'
  | 'nearest_suitable_school'
  | 'distance'
  | 'sen'
  | 'unsafe_route'
  | 'extended_rights'
  | 'post_16';

/** A limit of distance as a result shows it. */
export interface ShownLimit {
  readonly distance_m: number;
  readonly miles: number;
  /** The setting's own label, date and source. */
  readonly label: string;
  readonly from_on: string;
  readonly source: string;
}

/** One rule tried. */
export interface RuleResult {
  readonly rule: RuleName;
  readonly outcome: Outcome;
  /** One sentence. */
  readonly reason: string;
  readonly measure: Measure | null;
  readonly threshold: ShownLimit | null;
  /** Measure less threshold, metres: positive beyond it. */
  readonly margin_m: number | null;
  /** The margin lies within the measure's error or within the marginal share of the threshold. */
  readonly marginal: boolean;
  readonly citation: string;
  /** What would let the rule answer, or make its answer stand. */
  readonly missing: readonly string[];
}

/** The parts of a result that a rule gives; the rest follows. */
interface Given {
  readonly rule: RuleName;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly citation: string;
  readonly missing?: readonly string[];
  readonly measure?: Measure | null;
  readonly limit?: Limit | null;
  /** Share of the threshold within which a case is marginal, 0 to 1. */
  readonly marginal_share?: number;
}

/** A result with its margin worked out. */
export function ruleResult(given: Given): RuleResult {
  const { measure = null, limit = null, marginal_share = 0 } = given;
  const margin = measure === null || limit === null ? null : measure.distance_m - limit.distance_m;
  const near =
    measure === null || limit === null
      ? 0
      : Math.max(measure.error_m, limit.distance_m * marginal_share);
  return {
    rule: given.rule,
    outcome: given.outcome,
    reason: given.reason,
    measure:
      measure === null
        ? null
        : {
            ...measure,
            distance_m: toTenth(measure.distance_m),
            error_m: toTenth(measure.error_m),
            home_error_m: toTenth(measure.home_error_m),
          },
    threshold: limit === null ? null : shownLimit(limit),
    margin_m: margin === null ? null : toTenth(margin),
    marginal: given.outcome !== 'not_needed' && margin !== null && Math.abs(margin) <= near,
    citation: given.citation,
    missing: given.missing ?? [],
  };
}

/** A rule that has no say here: its measure stays to be seen. */
export function idle(result: RuleResult, reason: string): RuleResult {
  return { ...result, outcome: 'not_needed', reason, marginal: false, missing: [] };
}

/** A yes or no as the outcome of a rule. */
export function outcomeOf(answer: Answer): Outcome {
  if (answer === 'yes') return 'met';
  return answer === 'no' ? 'not_met' : 'cannot_tell';
}

/** An outcome as an answer; what is not needed gives no right by itself. */
export function answerOf(outcome: Outcome): Answer {
  if (outcome === 'met') return 'yes';
  return outcome === 'cannot_tell' ? 'cannot_tell' : 'no';
}

function shownLimit(limit: Limit): ShownLimit {
  const { distance_m, label, from_on, source } = limit;
  return {
    distance_m,
    miles: Math.round((distance_m / METRES_PER_MILE) * 1000) / 1000,
    label,
    from_on,
    source,
  };
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
