import type { Change, Store } from '../../../db/store.ts';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { questionOf } from '../../../shared/casework/tif/form.ts';
import { answerWords, readAnswer } from '../../../shared/casework/tif/read-answer.ts';
import { fail, type Result } from '../../../shared/kernel/result.ts';
import { tifPage } from './tif-page.ts';

/** One answer as it was typed, over the one that was known. */
export interface TypedAnswer {
  readonly client_id: number;
  readonly key: string;
  readonly typed: string;
  readonly known: string;
}

/**
 * Keeps an answer of the form being written. Where somebody else gave another answer since the one that was known, nothing is written over: the
 * failure names both, and who gave theirs.
 */
export function answerTif(
  store: Store,
  given: TypedAnswer,
  by: { readonly change: Change; readonly on: IsoDate },
): Result<TifPage> {
  // Looked at and kept in one transaction: another laptop on the same file cannot come between.
  return store.write(by.change, () => keep(store, given, by.on));
}

function keep(store: Store, given: TypedAnswer, on: IsoDate): Result<TifPage> {
  const { client_id, key, known } = given;
  const page = tifPage(store, client_id, on);
  if (!page.ok) return page;
  const question = questionOf(key);
  if (question === null) {
    return fail('no_question', `The form has no question ${key}.`, 'Look at the form again.', {
      key,
    });
  }
  const { answers, draft } = page.value;
  const stored = answers[key] ?? '';
  const answer = readAnswer(question, given.typed, on);
  if (stored === answer) return page;
  if (stored !== known) {
    const who = draft?.given[key]?.who ?? 'Somebody';
    return fail(
      'answered_since',
      `${who} answered “${question.label}” in the meantime: “${answerWords(question, stored)}”.`,
      'Keep theirs, or put your answer in its place.',
      { key, stored, yours: answer, who },
    );
  }
  const client = store.clients.get(client_id);
  if (client !== null) store.tif.answer(client, { key, answer });
  return tifPage(store, client_id, on);
}
