/** Whether a decision can be signed, and whether it departs from what the rules propose. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Proposal } from '../eligibility/decide.ts';
import {
  CONSENT_MODES,
  type Award,
  type DecisionGiven,
  type DecisionOutcome,
} from '../model/decision.ts';

/** The outcome that follows from a proposal; null where the rules cannot tell. */
export function proposedOutcome(
  proposal: Pick<Proposal, 'proposal' | 'power'>,
): DecisionOutcome | null {
  if (proposal.proposal === 'met') return 'awarded';
  if (proposal.proposal === 'cannot_tell') return null;
  return proposal.power.name === 'not_ours' ? 'not_ours' : 'refused';
}

/** Whether a decision is another than the one proposed, or is made under another power. A withdrawal is the family's. */
export function departs(
  given: Pick<DecisionGiven, 'outcome' | 'award'>,
  proposal: Pick<Proposal, 'proposal' | 'power'>,
): boolean {
  const expected = proposedOutcome(proposal);
  if (given.outcome === 'withdrawn' || expected === null) return false;
  if (given.outcome !== expected) return true;
  return given.award !== null && given.award.power !== proposal.power.name;
}

/** Whether a reason has to be written: for a departure, and for what settled what the rules could not tell. */
export function needsReason(
  given: Pick<DecisionGiven, 'outcome' | 'award'>,
  proposal: Pick<Proposal, 'proposal' | 'power'>,
): boolean {
  return (
    departs(given, proposal) ||
    (proposedOutcome(proposal) === null && given.outcome !== 'withdrawn')
  );
}

/** Whether an outcome carries an award. */
export function hasAward(outcome: DecisionOutcome): boolean {
  return outcome === 'awarded' || outcome === 'part_awarded';
}

/** Everything that keeps a decision from being signed on a day, each a sentence. */
export function decisionProblems(
  given: DecisionGiven,
  proposal: Pick<Proposal, 'proposal' | 'power'>,
  on: IsoDate,
): readonly string[] {
  const problems: string[] = [];
  if (given.signed_by.trim() === '') problems.push('Sign with your name.');
  if (needsReason(given, proposal) && given.reason.trim() === '')
    problems.push(
      departs(given, proposal)
        ? 'The decision departs from the proposal: write the reason.'
        : 'The rules cannot tell yet: write what settled it.',
    );
  if (!hasAward(given.outcome)) {
    if (given.award !== null) problems.push('Nothing is awarded with this outcome.');
    return problems;
  }
  if (given.award === null) return [...problems, 'Say what is awarded.'];
  return [...problems, ...awardProblems(given.award, on)];
}

function awardProblems(award: Award, on: IsoDate): readonly string[] {
  const { starts_on, ends_on, review_on, consent_on } = award;
  const problems: string[] = [];
  if (award.days.length === 0) problems.push('Choose the days of travel.');
  if (ends_on === null && review_on === null) problems.push('Give an end or a review date.');
  if (ends_on !== null && ends_on < starts_on) problems.push('The end lies before the start.');
  if (review_on !== null && review_on < starts_on)
    problems.push('The review lies before the start.');
  if (CONSENT_MODES.includes(award.mode)) {
    if (consent_on === null || award.consent_by.trim() === '')
      problems.push(
        'This way of travel needs a parent’s consent, with its date; else award a seat.',
      );
    else if (consent_on > on) problems.push('The consent is dated after today.');
  } else if (consent_on !== null || award.consent_by !== '') {
    problems.push('This way of travel asks no consent.');
  }
  return problems;
}
