/** Letters drafted from the store, and recorded once they are made. Kerbside sends nothing by itself. */
import type { Change, Store } from '../../db/store.ts';
import {
  fieldsLacking,
  fieldWords,
  fillLetter,
  type LetterFacts,
} from '../../shared/casework/letters/fill-letter.ts';
import { letterFacts, letterTemplate } from '../../shared/casework/letters/letter-facts.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import {
  isChase,
  type Chase,
  type LetterContent,
  type LetterNumber,
  type LetterTemplate,
} from '../../shared/model/letter.ts';
import { eventsToWrite, type EventLetters } from './event-letters.ts';
import type { LeftOut, LetterBatch, LetterDraft, LettersRequest, ToWrite } from './letter-batch.ts';
import { readChases, type Chases } from './remind.ts';

/** Drafts the letters asked for. Where a fact is missing nothing is made, and all that is missing is listed. */
export function draftLetters(store: Store, request: LettersRequest): Result<LetterBatch> {
  return draftFrom(store, request, { chases: readChases(store, request.on) });
}

/** The same from the day's chases, and events, as they were read: for who drafts letters of several kinds. */
export function draftFrom(
  store: Store,
  request: LettersRequest,
  { chases, events }: { readonly chases: Chases; readonly events?: EventLetters },
): Result<LetterBatch> {
  const { kind } = request;
  const chosen = isChase(kind)
    ? remindersToWrite(chases, kind, request)
    : eventsToWrite(store, chases, { ...request, kind }, events);
  if (!chosen.ok) return chosen;
  const letters: LetterDraft[] = [];
  const left_out: LeftOut[] = [];
  const { except = [] } = request;
  for (const each of chosen.value) {
    const { about, client_id, number, subject } = each;
    if (except.some((other) => other.ref === subject.ref && other.about === about)) continue;
    const template = letterTemplate(kind, number, chases.basis);
    const facts = letterFacts(subject, chases.basis);
    const lacking = fieldsLacking(template, facts);
    if (lacking.length > 0) {
      const lacks = fieldWords(lacking);
      left_out.push({ ref: subject.ref, client_id, about, name: facts.child, lacks });
    } else {
      letters.push(draftOf(each, { kind, facts, content: contentOf(template, facts) }));
    }
  }
  if (left_out.length > 0 && !request.leave_out) return incomplete(left_out);
  return ok({
    request,
    batch: request.preview ? null : store.letters.nextBatch(),
    demo: store.meta.get().demo,
    letters,
    left_out,
  });
}

/** Everything that stands on the paper. */
export function contentOf(template: LetterTemplate, facts: LetterFacts): LetterContent {
  const { team, county, contact, addressee, address, postcode, date, ref } = facts;
  const head = { team, county, contact, addressee, address, postcode, date, ref };
  return { ...head, ...fillLetter(template, facts) };
}

function draftOf(
  { number, about, client_id, family, subject, told, social_worker }: ToWrite,
  written: Pick<LetterDraft, 'kind' | 'facts' | 'content'>,
): LetterDraft {
  const { ref, client } = subject;
  return {
    ...written,
    number,
    ref,
    about,
    client_id,
    family,
    protected_address: client?.protected_address ?? false,
    social_worker,
    language_or_format: client?.language_or_format ?? '',
    ...(told === undefined ? {} : { told }),
  };
}

function incomplete(left_out: readonly LeftOut[]) {
  const all = [...new Set(left_out.flatMap(({ lacks }) => lacks))];
  return fail(
    'letters_incomplete',
    `${formatQuantity(left_out.length, 'letter')} cannot be written, so none was made. Missing: ${all.join('; ')}.`,
    'Give what is missing and try again, or leave these out (they stay due).',
    { missing: left_out.map(({ ref, name, lacks }) => ({ ref, name, lacks })) },
  );
}

function remindersToWrite(
  chases: Chases,
  chase: Chase,
  request: LettersRequest,
): Result<readonly ToWrite[]> {
  const { reminders } = chases;
  const toWrite = (ref: string, number: LetterNumber): readonly ToWrite[] => {
    const subject = chases.subjectOf(chase, ref);
    if (subject === null) return [];
    const { client_id, family } = subject.each;
    const social_worker = chases.with_social_worker.has(family);
    const same = { number, about: '', client_id, family, social_worker };
    return [{ ...same, subject: chases.letterSubject(subject) }];
  };
  const { refs } = request;
  const due = new Map(
    reminders.due.filter((each) => each.chase === chase).map((each) => [each.ref, each]),
  );
  if (refs === null) return ok([...due.values()].flatMap((each) => toWrite(each.ref, each.number)));
  const to_write: ToWrite[] = [];
  for (const ref of refs) {
    const one = due.get(ref);
    const not =
      one === undefined
        ? reminders.not_due.find((each) => each.chase === chase && each.ref === ref)
        : null;
    if (one !== undefined) to_write.push(...toWrite(ref, one.number));
    else if (!not) return unknownRef(chase, ref);
    else if (request.preview) to_write.push(...toWrite(ref, not.number));
    else {
      return fail(
        'not_due',
        `No reminder is due for ${ref} on ${formatDate(request.on)}. ${not.reason}`,
        'See kerbside remind for everyone who is due; --preview shows a letter before it is.',
        { ref, code: not.code, due_on: not.due_on },
      );
    }
  }
  return ok(to_write);
}

function unknownRef(chase: Chase, ref: string) {
  return fail(
    chase === 'apply' ? 'cohort_child_not_found' : 'application_not_found',
    chase === 'apply'
      ? `There is no child ${ref} in the cohort.`
      : `There is no application ${ref} in this store.`,
    'Check the reference; kerbside remind lists them all.',
    { ref },
  );
}

/**
 * Records a batch as issued. `place` puts the finished files where they belong, last within the same transaction: when it
 * throws nothing is recorded. Letters that are no longer as they were drafted (another officer issued them, an address
 * changed) are refused.
 */
export function issueLetters(
  store: Store,
  drafted: LetterBatch,
  place: () => void,
  by: Change,
): Result<LetterBatch> {
  const { request } = drafted;
  if (request.preview || drafted.letters.length === 0) {
    place();
    return ok(drafted);
  }
  return store.write(by, () => {
    const again = draftLetters(store, request);
    const same = again.ok && JSON.stringify(again.value) === JSON.stringify(drafted);
    if (!same) {
      return fail(
        'changed_meanwhile',
        'The records changed while the letters were being made, so none was issued.',
        'Make them again.',
      );
    }
    store.letters.issue(
      drafted.letters.map(
        ({
          kind,
          number,
          ref,
          about,
          client_id,
          family,
          facts: { addressee, reason },
          content,
          told,
        }) => ({
          kind,
          number,
          ref,
          about,
          client_id,
          issued_on: request.on,
          family,
          addressee,
          reason,
          content,
          ...(told === undefined ? {} : { told }),
        }),
      ),
    );
    place();
    return ok(drafted);
  });
}
