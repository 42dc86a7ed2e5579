/** Which decisions are to be written about: each once. */
import type { Store } from '../../db/store.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { chaseSubjects, type TifSubject } from '../../shared/casework/reminders/cases.ts';
import { formatDate } from '../../shared/format/date.ts';
import type { Chase, LetterKind } from '../../shared/model/letter.ts';
import { letterName, STATUS_WORDS, withinSentence } from '../../shared/model/words.ts';
import type { Chosen, LettersRequest, ToWrite } from './letter-batch.ts';
import { letterBasis } from './remind.ts';

/** Applications with this decision whose families have not been written to about it. */
export function decisionsToWrite(
  store: Store,
  kind: Exclude<LetterKind, Chase>,
  request: LettersRequest,
): Result<Chosen> {
  const subjects = chaseSubjects({
    clients: store.clients.all(),
    applications: store.applications.all(),
    cohort: [],
    links: store.letters.links(),
  }).filter((each) => each.chase === 'tif');
  const basis = letterBasis(store, request.on);
  const issued = new Map(
    store.letters
      .all()
      .filter((letter) => letter.kind === kind)
      .map((letter) => [letter.ref, letter.issued_on]),
  );
  const workers = new Set(
    subjects.filter(({ client }) => client.social_worker).map(({ each }) => each.family),
  );
  const toWrite = (subject: TifSubject): ToWrite => ({
    number: 0,
    client_id: subject.client.id,
    family: subject.each.family,
    social_worker: workers.has(subject.each.family),
    subject: {
      ref: subject.application.ref,
      child: subject.client,
      client: subject.client,
      application: subject.application,
      missing: subject.missing,
      no_form: subject.no_form,
      reason: request.reason || signedReason(store, kind, subject),
    },
  });
  const { ref, preview } = request;
  if (ref === null) {
    const open = subjects.filter(
      ({ application }) => application.status === kind && !issued.has(application.ref),
    );
    return ok({ basis, to_write: open.map(toWrite) });
  }
  const subject = subjects.find(({ application }) => application.ref === ref);
  if (subject === undefined) {
    return fail(
      'application_not_found',
      `There is no application ${ref} in this store.`,
      'Check the reference; the list of applications has them all.',
      { ref },
    );
  }
  const { status } = subject.application;
  if (status !== kind && !preview) {
    return fail(
      'not_decided_so',
      `Application ${ref} is not ${withinSentence(STATUS_WORDS[kind])}: it is ${withinSentence(STATUS_WORDS[status])}.`,
      'Record the decision first, or choose another kind of letter.',
      { ref, status },
    );
  }
  const before = issued.get(ref);
  if (before !== undefined && !preview) {
    return fail(
      'already_issued',
      `${letterName(kind, 0)}: the letter about ${ref} was issued on ${formatDate(before)}.`,
      'It is in the history of the case; --preview shows it again.',
      { ref, issued_on: before },
    );
  }
  return ok({ basis, to_write: [toWrite(subject)] });
}

/** Why, as the officer signed it; a decision that follows the proposal gives the proposal's reason. */
function signedReason(
  store: Store,
  kind: Exclude<LetterKind, Chase>,
  { application }: TifSubject,
): string {
  const signed = store.decisions.record(application).decisions.at(-1);
  return signed?.outcome === kind ? signed.reason || signed.facts.reason : '';
}
