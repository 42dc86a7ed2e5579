/** The rules, steps and due days of an application in words. */
import { MEASURE_WORDS } from '../eligibility/measure.ts';
import { parseIsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import { formatMargin, formatMiles } from '../format/distance.ts';
import { formatQuantity } from '../format/number.ts';
import type { Due, Life, Step } from './life.ts';
import type { Proposed } from '../eligibility/decide.ts';
import type { Outcome, RuleName, RuleResult } from '../eligibility/rule-result.ts';
import type { Award, Decision } from '../model/decision.ts';
import {
  APPEAL_RESULT_WORDS,
  LEGS_WORDS,
  MODE_WORDS,
  STATUS_WORDS,
  STEP_WORDS,
  withinSentence,
} from '../model/words.ts';

export const RULE_WORDS: Readonly<Record<RuleName, string>> = {
  qualifying_school: 'Qualifying school',
  nearest_suitable_school: 'Nearest suitable school',
  distance: 'Distance',
  sen: 'SEN, disability, mobility',
  unsafe_route: 'Unsafe route',
  extended_rights: 'Extended rights',
  post_16: 'Post-16 statement',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  met: 'Met',
  not_met: 'Not met',
  not_needed: 'Not needed',
  cannot_tell: 'Cannot tell yet',
};

export const PROPOSED_WORDS: Readonly<Record<Proposed, string>> = {
  met: 'Proposed: award',
  not_met: 'Proposed: refuse',
  cannot_tell: 'Cannot tell yet',
};

/**
 * `4.2 miles, straight line; 1.2 miles over the limit of 3.0 miles`; `The school named: 4.2 miles, walking, on the road network`; '' where
 * nothing was measured.
 */
export function measureWords({ rule, measure, threshold, margin_m }: RuleResult): string {
  if (measure === null) return '';
  const how = MEASURE_WORDS[measure.kind];
  // Beside schools that are nearer, so it says which one it leads to.
  const which = rule === 'nearest_suitable_school' ? 'The school named: ' : '';
  const said = `${which}${formatMiles(measure.distance_m)}, ${how}`;
  if (threshold === null || margin_m === null) return said;
  const side = margin_m > 0 ? 'over' : 'under';
  return `${said}; ${formatMargin(Math.abs(margin_m))} ${side} the limit of ${formatMiles(threshold.distance_m)}`;
}

/** How it was measured, from where, to where, how far out it may be. */
export function measuredWords({ measure }: RuleResult): string {
  if (measure === null) return '';
  return `From ${measure.from} to ${measure.to}; ${measure.how}; to within ${Math.round(measure.error_m)} m.`;
}

/** Which limit it is, since when and where it comes from; '' where there is none. */
export function limitWords({ threshold }: RuleResult): string {
  if (threshold === null) return '';
  const { label, from_on, source } = threshold;
  const since = parseIsoDate(from_on);
  return `${label}${since === null ? '' : `, from ${formatDate(since)}`}: ${source}.`;
}

/** One step of the application's life. */
export function stepWords(step: Step): string {
  switch (step.kind) {
    case 'received':
      return 'Received';
    case 'moved':
      return STATUS_WORDS[step.to];
    case 'decided':
      return `${step.again ? 'Decided again' : 'Decided'}: ${withinSentence(STATUS_WORDS[step.outcome])}`;
    case 'appeal_lodged':
      return `Appeal lodged, stage ${step.stage}`;
    case 'asked':
      return `More information asked of ${step.asked_of}: ${step.asked_for}`;
    case 'chased':
      return `Chased with ${step.asked_of}`;
    case 'answered':
      return `Answered by ${step.asked_of}`;
    case 'step':
      return `${STEP_WORDS[step.step]}${step.note === '' ? '' : `. ${step.note}`}`;
    case 'taken_back':
      return `Taken back: ${withinSentence(STEP_WORDS[step.step])}. ${step.note}`;
    default:
      return `Appeal, stage ${step.stage}: ${withinSentence(APPEAL_RESULT_WORDS[step.result])}`;
  }
}

/** What has to be done by a day. */
export function dueWords(due: Due): string {
  const by = formatDate(due.on);
  switch (due.what) {
    case 'decision':
      return due.overdue ? `A decision was due on ${by}` : `Decision due by ${by}`;
    case 'appeal':
      return due.overdue
        ? `The answer to the appeal, stage ${due.stage ?? 1}, was due on ${by}`
        : `Answer to the appeal, stage ${due.stage ?? 1}, due by ${by}`;
    case 'chase':
      return due.overdue
        ? `The answer asked for was to be chased on ${by}`
        : `Chase the answer on ${by}`;
    case 'new_decision':
      return `The appeal was upheld on ${by}: a new decision has to be signed`;
    case 'review':
      return due.overdue ? `The review was due on ${by}` : `Review by ${by}`;
    default:
      return due.overdue
        ? `The award ran out on ${by}: decide whether it goes on`
        : `The award ends on ${by}: decide before whether it goes on`;
  }
}

/** `Day 40 of 42 advertised`; how long it took once decided; '' where receipt is not known. */
export function ageWords({
  life,
  decisions,
}: {
  readonly life: Life;
  readonly decisions: readonly unknown[];
}): string {
  if (life.age_days === null) return '';
  const isWaiting =
    decisions.length === 0 &&
    (life.stage === 'received' || life.stage === 'checking' || life.stage === 'more_information');
  return isWaiting
    ? `${formatQuantity(life.age_days, 'day')} since receipt; ${life.target_days} advertised`
    : `Decided after ${formatQuantity(life.age_days, 'day')}; ${life.target_days} advertised`;
}

/** What a decision gives: `Awarded: seat in a vehicle, to and from school, Mon to Fri`. */
export function decisionWords({ outcome, award }: Decision): string {
  return award === null ? STATUS_WORDS[outcome] : `${STATUS_WORDS[outcome]}: ${awardWords(award)}`;
}

function awardWords({ mode, legs, days }: Award): string {
  const when = days.length === 5 ? 'Monday to Friday' : days.join(', ');
  return `${withinSentence(MODE_WORDS[mode])}, ${withinSentence(LEGS_WORDS[legs])}, ${when}`;
}
