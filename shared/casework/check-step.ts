/** Whether a step after the decision can be signed, and which one comes next. */
import type { IsoDate } from '../calendar/dates.ts';
import { formatDate } from '../format/date.ts';
import type { Application } from '../model/client.ts';
import type { InformationAsked, LifeStepKind, StepGiven } from '../model/life.ts';
import { STEP_WORDS, withinSentence } from '../model/words.ts';
import { isDecided } from './status.ts';

/** What a step rests on. */
export interface StepFacts {
  readonly application: Pick<Application, 'status' | 'held_reason' | 'received_on'>;
  /** The day of the decision in force, null where none is signed here. */
  readonly decided_on: IsoDate | null;
  /** The last step that stands, null for none. */
  readonly last: { readonly kind: LifeStepKind; readonly on: IsoDate } | null;
  /** A contract confirmed for the first day carries the child. */
  readonly is_carried: boolean;
  readonly first_day: IsoDate;
}

/** The step that may be signed next: handed over once awarded, in place once a confirmed contract carries the child; else null. */
export function nextStep(facts: StepFacts): LifeStepKind | null {
  if (!isDecided(facts.application) || facts.application.held_reason !== '') return null;
  if (facts.last === null) return 'handed_over';
  return facts.last.kind === 'handed_over' && facts.is_carried ? 'in_place' : null;
}

/** Everything that stands against a step, each a sentence. */
export function stepProblems(given: StepGiven, facts: StepFacts, on: IsoDate): readonly string[] {
  const { application, last, decided_on } = facts;
  const problems = [...whyNot(given.kind, facts)];
  if (given.signed_by.trim() === '') problems.push('Sign with your name.');
  if (given.on > on) problems.push('The day of the step lies ahead.');
  const earliest = last?.on ?? decided_on ?? application.received_on;
  if (earliest !== null && given.on < earliest)
    problems.push(`The step is dated before what came before it (${formatDate(earliest)}).`);
  if (given.kind === 'ended' && given.note.trim() === '') problems.push('Write why it ends.');
  return problems;
}

function whyNot(kind: LifeStepKind, facts: StepFacts): readonly string[] {
  const { application, last, is_carried, first_day } = facts;
  const problems: string[] = [];
  if (application.held_reason !== '')
    problems.push('The application is held: decide first whether it is taken into use.');
  if (!isDecided(application)) problems.push('Only what is awarded goes on to transport.');
  if (last?.kind === kind)
    problems.push(`It is signed already: ${withinSentence(STEP_WORDS[kind])}.`);
  else if (kind === 'handed_over' && last !== null)
    problems.push(`It has gone further: ${withinSentence(STEP_WORDS[last.kind])}.`);
  if (kind === 'in_place') {
    if (last === null) problems.push('Hand it to Client Transport first.');
    if (!is_carried)
      problems.push(
        `No contract that is confirmed for the first day, ${formatDate(first_day)}, carries this child.`,
      );
  }
  return problems;
}

/** Everything that stands against asking for information, each a sentence. */
export function askProblems(
  asked: InformationAsked,
  application: Pick<Application, 'status' | 'received_on'>,
  on: IsoDate,
): readonly string[] {
  const problems: string[] = [];
  const { status, received_on } = application;
  if (status !== 'received' && status !== 'checking' && status !== 'more_information')
    problems.push('The application is decided: sign a new decision where it is looked at again.');
  if (asked.asked_for.trim() === '') problems.push('Say what is asked for.');
  if (asked.asked_of.trim() === '') problems.push('Say whom it is asked of.');
  if (asked.signed_by.trim() === '') problems.push('Sign with your name.');
  if (asked.asked_on > on) problems.push('The day of asking lies ahead.');
  if (received_on !== null && asked.asked_on < received_on)
    problems.push(`It was asked before the application came (${formatDate(received_on)}).`);
  if (asked.chase_on <= asked.asked_on) problems.push('Chase it on a day after it was asked.');
  return problems;
}
