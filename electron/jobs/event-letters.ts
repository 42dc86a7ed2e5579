/** Letters about events (a receipt, a question, a decision, an appeal, a review): which are to be written, each once. */
import type { Store } from '../../db/store.ts';
import {
  letterKey,
  lettersCalledFor,
  type CalledFor,
  type LetterEvents,
} from '../../shared/casework/letters/due-letters.ts';
import type { LetterSubject } from '../../shared/casework/letters/letter-facts.ts';
import { rulesWords } from '../../shared/casework/letters/plain-words.ts';
import type { TifSubject } from '../../shared/casework/reminders/cases.ts';
import type { SignedDecision } from '../../shared/casework/case-record.ts';
import { formatDate } from '../../shared/format/date.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import {
  DECISION_LETTERS,
  type EventLetter,
  type IssuedLetter,
} from '../../shared/model/letter.ts';
import { letterName, STATUS_WORDS, withinSentence } from '../../shared/model/words.ts';
import type { LettersRequest, ToWrite } from './letter-batch.ts';
import { letterSubject, type Chases } from './remind.ts';
import { readTransportLetters, type TransportToWrite } from './transport-letters.ts';

/** A letter that an application calls for. */
export interface EventDue extends CalledFor {
  readonly of: TifSubject;
  /** Of a letter about transport, what it tells. */
  readonly transport?: TransportToWrite;
}

/** What applications call for, and what of it stands issued. */
export interface EventLetters {
  readonly called: readonly EventDue[];
  /** Called for and not yet written. */
  readonly open: readonly EventDue[];
  readonly issuedAs: (due: EventDue) => IssuedLetter | null;
  readonly toWrite: (due: EventDue, reason: string) => ToWrite;
}

/** Reads every application's events. */
export function readEvents(store: Store, chases: Chases): EventLetters {
  const { settings, on } = chases.basis;
  const decisions = new Map(
    store.letters.decisions().map((decision) => [decision.application_ref, decision]),
  );
  const appeals = Map.groupBy(store.letters.appeals(), ({ application_ref }) => application_ref);
  const issued = new Map(
    store.letters
      .all()
      .filter(({ withdrawn }) => withdrawn === null)
      .map((letter) => [letterKey(letter), letter]),
  );
  const reasons = new Map(
    store.letters.reasons().map(({ kind, ref, about, text }) => [`${kind} ${ref} ${about}`, text]),
  );
  const eventsOf = ({ application, client }: TifSubject): LetterEvents => ({
    application,
    decision: decisions.get(application.ref) ?? null,
    appeals: appeals.get(application.ref) ?? [],
    asked_on:
      application.status === 'more_information'
        ? (store.letters.asked(client.id, application.ref)?.on ?? null)
        : null,
  });
  const transport = readTransportLetters(store, chases);
  const toTell = (of: TifSubject): readonly EventDue[] => {
    const told = transport.of(of);
    return told === null ? [] : [{ ...told.called, of, transport: told }];
  };
  const called = [
    ...chases.subjects
      .filter((each) => each.chase === 'tif')
      .flatMap((of): readonly EventDue[] => [
        ...lettersCalledFor(eventsOf(of), settings, on).map((each): EventDue => ({ ...each, of })),
        ...toTell(of),
      ]),
    ...transport.riders.flatMap(toTell),
  ];
  const issuedAs = ({ kind, about, of }: EventDue): IssuedLetter | null =>
    issued.get(letterKey({ kind, number: 0, ref: of.application.ref, about })) ?? null;
  return {
    called,
    open: called.filter((each) => issuedAs(each) === null),
    issuedAs,
    toWrite: (due, reason) => {
      const { of, kind, about, transport: told } = due;
      const given = reason || (reasons.get(`${kind} ${of.application.ref} ${about}`) ?? '');
      return {
        number: 0,
        about,
        client_id: of.client.id,
        family: of.each.family,
        social_worker: chases.with_social_worker.has(of.each.family),
        subject: subjectOf(store, due, given),
        ...(told === undefined ? {} : { told: told.told }),
      };
    },
  };
}

function subjectOf(store: Store, { kind, about, of, appeal, transport }: EventDue, given: string) {
  const { application, client } = of;
  const decision = about.startsWith('decision ')
    ? (store.decisions.record(application).decisions.at(-1) ?? null)
    : null;
  const note =
    kind === 'more_information'
      ? (store.letters.asked(client.id, application.ref)?.note ?? '')
      : '';
  const subject: LetterSubject = {
    ...letterSubject(of),
    decision,
    appeal,
    reason: given || note || signedReason(decision),
    ...(transport === undefined ? {} : { transport: transport.facts }),
  };
  return subject;
}

/** Why, as the officer signed it. Where the decision follows the proposal, its rules say why, one by one, in the list below. */
function signedReason(decision: SignedDecision | null): string {
  if (decision === null) return '';
  const { reason, facts, outcome } = decision;
  if (reason !== '' || outcome !== 'refused' || rulesWords(facts) === '')
    return reason || facts.reason;
  return 'We looked at every rule. None of them gives a right to free transport.';
}

/** The letters of a kind to write: those asked for by reference, else all that are open. */
export function eventsToWrite(
  store: Store,
  chases: Chases,
  request: LettersRequest & { readonly kind: EventLetter },
  events: EventLetters = readEvents(store, chases),
): Result<readonly ToWrite[]> {
  const { kind, refs, reason, preview } = request;
  const ofKind = events.called.filter((each) => each.kind === kind);
  const isOpen = (each: EventDue): boolean => events.issuedAs(each) === null;
  if (refs === null) return ok(ofKind.filter(isOpen).map((each) => events.toWrite(each, '')));
  const byRef = Map.groupBy(ofKind, ({ of }) => of.application.ref);
  const to_write: ToWrite[] = [];
  for (const ref of refs) {
    const called = byRef.get(ref) ?? [];
    const open = called.filter(isOpen);
    const shown = open.length === 0 && preview ? called : open;
    if (shown.length > 0) {
      to_write.push(...shown.map((each) => events.toWrite(each, reason)));
      continue;
    }
    const subject = chases.subjectOf('tif', ref);
    if (subject?.chase !== 'tif') return noApplication(ref);
    if (!preview) return notOpen(kind, subject, events);
    const asIf = { kind, about: '', since: null, why: '', appeal: null, of: subject };
    to_write.push(events.toWrite(asIf, reason));
  }
  return ok(to_write);
}

function noApplication(ref: string) {
  return fail(
    'application_not_found',
    `There is no application ${ref} in this store.`,
    'Check the reference; the list of applications has them all.',
    { ref },
  );
}

function notOpen(kind: EventLetter, { application }: TifSubject, events: EventLetters) {
  const { ref, status } = application;
  const before = events.called
    .filter((each) => each.kind === kind && each.of.application.ref === ref)
    .map(events.issuedAs)
    .find((letter) => letter !== null);
  if (before !== undefined) {
    return fail(
      'already_issued',
      `${letterName(kind, 0)}: the letter about ${ref} was issued on ${formatDate(before.issued_on)}.`,
      'It is in the history of the case; --preview shows it again.',
      { ref, issued_on: before.issued_on },
    );
  }
  const decided = DECISION_LETTERS.find((each) => each === kind);
  if (decided === undefined) {
    return fail(
      'not_due',
      `${letterName(kind, 0)}: no such letter is called for by ${ref}.`,
      'Record the step in the case first, or choose another kind of letter.',
      { ref, status },
    );
  }
  return fail(
    'not_decided_so',
    `Application ${ref} is not ${withinSentence(STATUS_WORDS[decided])}: it is ${withinSentence(STATUS_WORDS[status])}.`,
    'Record the decision first, or choose another kind of letter.',
    { ref, status },
  );
}
