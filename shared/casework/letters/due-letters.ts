/** Which letters an application calls for on a day, besides reminders: each about one event, and each once. */
import { addDays, type IsoDate } from '../../calendar/dates.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import type { Application } from '../../model/client.ts';
import type { Appeal, Decision } from '../../model/decision.ts';
import {
  DECISION_LETTERS,
  type DecisionLetter,
  type EventLetter,
  type LetterKey,
} from '../../model/letter.ts';
import type { Setting } from '../../model/money.ts';
import { STATUS_WORDS, withinSentence } from '../../model/words.ts';

/** What is known of one application's events. */
export interface LetterEvents {
  readonly application: Application;
  /** The decision in force, null where none was signed here. */
  readonly decision: Pick<Decision, 'id' | 'outcome' | 'decided_on' | 'award'> | null;
  /** Every appeal, oldest first. */
  readonly appeals: readonly Appeal[];
  /** When more information was last asked for, as the history says; null where it does not know. */
  readonly asked_on: string | null;
}

/** A letter that is called for. */
export interface CalledFor {
  readonly kind: EventLetter;
  readonly about: string;
  /** The day of the event; null where it is not known. */
  readonly since: IsoDate | null;
  /** A sentence. */
  readonly why: string;
  readonly appeal: Appeal | null;
}

/** One word for a letter, by which what was issued is known again. */
export function letterKey({ kind, number, ref, about }: LetterKey): string {
  return `${kind} ${number} ${ref} ${about}`;
}

/** Every letter that an application calls for, written or not. */
export function lettersCalledFor(
  events: LetterEvents,
  settings: readonly Setting[],
  on: IsoDate,
): readonly CalledFor[] {
  return [
    ...receipt(events, settings, on),
    ...question(events),
    ...decided(events),
    ...appealed(events),
    ...review(events, settings, on),
  ];
}

/** Thanked for only while the time advertised for deciding runs: afterwards the decision is what the family waits for. */
function receipt(
  { application }: LetterEvents,
  settings: readonly Setting[],
  on: IsoDate,
): CalledFor[] {
  const { status, received_on, held_reason } = application;
  const isNew = status === 'received' || status === 'checking';
  if (!isNew || received_on === null || held_reason !== '') return [];
  const until = addDays(received_on, numberAt(settings, 'decision_days', received_on));
  if (received_on > on || until < on) return [];
  const why = `Received on ${formatDate(received_on)} and not yet decided.`;
  return [{ kind: 'received', about: '', since: received_on, why, appeal: null }];
}

function question({ application, asked_on }: LetterEvents): CalledFor[] {
  if (application.status !== 'more_information' || application.held_reason !== '') return [];
  const about = asked_on === null ? '' : `asked ${asked_on}`;
  const why = 'It cannot be decided without more information from the family.';
  return [{ kind: 'more_information', about, since: null, why, appeal: null }];
}

function decided({ application, decision }: LetterEvents): CalledFor[] {
  const kind = DECISION_LETTERS.find((each): each is DecisionLetter => each === application.status);
  if (kind === undefined) return [];
  const words = withinSentence(STATUS_WORDS[kind]);
  if (decision?.outcome === kind) {
    const why = `The decision of ${formatDate(decision.decided_on)}: ${words}.`;
    const about = `decision ${decision.id}`;
    return [{ kind, about, since: decision.decided_on, why, appeal: null }];
  }
  const why = `The council’s record says ${words}; no decision was signed here.`;
  return [{ kind, about: '', since: null, why, appeal: null }];
}

function appealed({ appeals }: LetterEvents): CalledFor[] {
  return appeals.flatMap((appeal): CalledFor[] => {
    const about = `appeal ${appeal.id}`;
    const { end, stage, lodged_on } = appeal;
    if (end === null) {
      const why = `An appeal at stage ${stage} came on ${formatDate(lodged_on)}.`;
      return [{ kind: 'appeal_received', about, since: lodged_on, why, appeal }];
    }
    if (end.result === 'withdrawn') return [];
    const why = `The appeal at stage ${stage} has its result of ${formatDate(end.on)}.`;
    return [{ kind: 'appeal_result', about, since: end.on, why, appeal }];
  });
}

/** A temporary award ends only after a prompt: also one whose day has come already. */
function review(
  { application, decision }: LetterEvents,
  settings: readonly Setting[],
  on: IsoDate,
): CalledFor[] {
  const { status } = application;
  const award = status === 'awarded' || status === 'part_awarded' ? decision?.award : null;
  if (!award || decision?.outcome !== status) return [];
  const day = award.ends_on ?? award.review_on;
  if (day === null || addDays(day, -numberAt(settings, 'letter_review_days', on)) > on) return [];
  const verb = award.ends_on === null ? 'is to be looked at again by' : 'ends on';
  const why = `The award ${verb} ${formatDate(day)}.`;
  return [
    { kind: 'review', about: `decision ${decision.id} ${day}`, since: day, why, appeal: null },
  ];
}
