import type { Store } from '../../../db/store.ts';
import { questionOf } from '../../../shared/casework/tif/form.ts';
import { answerWords } from '../../../shared/casework/tif/read-answer.ts';
import { TIF_QUESTION } from '../../../shared/casework/tif/signing.ts';
import {
  differencesFrom,
  type TifDifference,
} from '../../../shared/casework/tif/record-answers.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { ClientFacts } from '../../../shared/intake/people.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { TifVersion } from '../../../shared/model/tif.ts';
import { withinSentence } from '../../../shared/model/words.ts';

interface Differing {
  readonly version: TifVersion | null;
  readonly differences: readonly TifDifference[];
}

function differing(
  store: Pick<Store, 'tif'>,
  facts: ClientFacts,
  before: Client | null,
): Differing {
  if (before === null || before.tif_signed === 'none') return { version: null, differences: [] };
  const version = store.tif.lastSigned(before.id);
  return {
    version,
    differences: version === null ? [] : differencesFrom(version.answers, facts, before),
  };
}

/**
 * Leaves out of a patch what was signed otherwise: no file writes over an answer of a signed form. Of an incomplete form only those of its answers
 * are kept that stand on the record; the rest of it was never relied on.
 */
export function keepSigned(
  store: Pick<Store, 'tif'>,
  facts: ClientFacts,
  before: Client | null,
): ClientFacts {
  const { version, differences } = differing(store, facts, before);
  if (before === null || version === null || differences.length === 0) return facts;
  const onRecord = new Set(
    differencesFrom(version.answers, before, before).map(({ field }) => field),
  );
  const kept: Partial<Record<keyof Client, unknown>> = { ...facts };
  for (const { field } of differences) {
    if (version.complete || !onRecord.has(field)) delete kept[field];
  }
  return { ...(kept as Partial<ClientFacts>), ref: facts.ref };
}

/** Where a file contradicts a signed form, as questions to the officer. An empty cell asks nothing. */
export function signedQuestions(
  store: Pick<Store, 'tif'>,
  facts: ClientFacts,
  before: Client | null,
): readonly string[] {
  const { version, differences } = differing(store, facts, before);
  const signature = version?.signature ?? null;
  if (signature === null) return [];
  return differences.flatMap(({ key, signed, other }): string[] => {
    const question = questionOf(key);
    if (question === null || other === '') return [];
    const words = (answer: string): string => withinSentence(answerWords(question, answer));
    return [
      `${TIF_QUESTION} ${withinSentence(question.label)}: the file says “${words(other)}”, the form signed on ${formatDate(signature.signed_on)} says “${words(signed)}”. The signed answer stands; which is right?`,
    ];
  });
}
