/** Letters drafted from the store, and recorded once they are made. Kerbside sends nothing by itself. */
import type { Store } from '../../db/store.ts';
import {
  fieldsLacking,
  fieldWords,
  fillLetter,
} from '../../shared/casework/letters/fill-letter.ts';
import { letterFacts, letterTemplate } from '../../shared/casework/letters/letter-facts.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Chase, LetterNumber } from '../../shared/model/letter.ts';
import { decisionsToWrite } from './decision-letters.ts';
import type {
  Chosen,
  LeftOut,
  LetterBatch,
  LetterDraft,
  LettersRequest,
  ToWrite,
} from './letter-batch.ts';
import { readChases } from './remind.ts';

/** Drafts the letters asked for. Where a fact is missing nothing is made, and all that is missing is listed. */
export function draftLetters(store: Store, request: LettersRequest): Result<LetterBatch> {
  const { kind } = request;
  const chosen =
    kind === 'apply' || kind === 'tif'
      ? remindersToWrite(store, kind, request)
      : decisionsToWrite(store, kind, request);
  if (!chosen.ok) return chosen;
  const { basis, to_write } = chosen.value;
  const letters: LetterDraft[] = [];
  const left_out: LeftOut[] = [];
  for (const each of to_write) {
    const template = letterTemplate(kind, each.number, basis);
    const facts = letterFacts(each.subject, basis);
    const lacking = fieldsLacking(template, facts);
    if (lacking.length > 0) {
      const lacks = fieldWords(lacking);
      left_out.push({ ref: each.subject.ref, name: facts.child, lacks });
    } else {
      letters.push(draftOf(each, { kind, facts, ...fillLetter(template, facts) }));
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

function draftOf(
  { number, client_id, family, subject, social_worker }: ToWrite,
  written: Pick<LetterDraft, 'kind' | 'facts' | 'subject' | 'paragraphs'>,
): LetterDraft {
  const { ref, client } = subject;
  return {
    ...written,
    number,
    ref,
    client_id,
    family,
    protected_address: client?.protected_address ?? false,
    social_worker,
    language_or_format: client?.language_or_format ?? '',
  };
}

function incomplete(left_out: readonly LeftOut[]) {
  const all = [...new Set(left_out.flatMap(({ lacks }) => lacks))];
  return fail(
    'letters_incomplete',
    `${formatQuantity(left_out.length, 'letter')} cannot be written, so none was made. Missing: ${all.join('; ')}.`,
    'Give what is missing and try again, or leave these out (they stay due).',
    { missing: left_out },
  );
}

function remindersToWrite(store: Store, chase: Chase, request: LettersRequest): Result<Chosen> {
  const chases = readChases(store, request.on);
  const { basis, reminders } = chases;
  const toWrite = (ref: string, number: LetterNumber): readonly ToWrite[] => {
    const subject = chases.subjectOf(chase, ref);
    if (subject === null) return [];
    const { client_id, family } = subject.each;
    const social_worker = chases.with_social_worker.has(family);
    return [{ number, client_id, family, social_worker, subject: chases.letterSubject(subject) }];
  };
  const { ref } = request;
  const due = reminders.due.filter((each) => each.chase === chase);
  if (ref === null) {
    const to_write = due.flatMap((each) => toWrite(each.ref, each.number));
    return ok({ basis, to_write });
  }
  const one = due.find((each) => each.ref === ref);
  if (one !== undefined) return ok({ basis, to_write: toWrite(ref, one.number) });
  const not = reminders.not_due.find((each) => each.chase === chase && each.ref === ref);
  if (not === undefined) return unknownRef(chase, ref);
  if (request.preview) return ok({ basis, to_write: toWrite(ref, not.number) });
  return fail(
    'not_due',
    `No reminder is due for ${ref} on ${formatDate(request.on)}. ${not.reason}`,
    'See kerbside remind for everyone who is due; --preview shows a letter before it is.',
    { ref, code: not.code, due_on: not.due_on },
  );
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
): Result<LetterBatch> {
  const { request } = drafted;
  if (request.preview || drafted.letters.length === 0) {
    place();
    return ok(drafted);
  }
  return store.write({ who: 'officer', why: 'an officer preparing letters' }, () => {
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
      drafted.letters.map(({ kind, number, ref, client_id, family, facts }) => ({
        kind,
        number,
        ref,
        client_id,
        issued_on: request.on,
        family,
        addressee: facts.addressee,
        reason: facts.reason,
      })),
    );
    place();
    return ok(drafted);
  });
}
