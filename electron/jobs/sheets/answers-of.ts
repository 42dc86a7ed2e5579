import type { Store } from '../../../db/store.ts';
import { answersOfRecord } from '../../../shared/casework/tif/record-answers.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { TifAnswers } from '../../../shared/model/tif.ts';

/** The last signed TIF of a child over what its record says; the record is what counts where both speak. */
export function answersReader(store: Store): (client: Client) => TifAnswers {
  const known = new Map<number, TifAnswers>();
  return (client) => {
    const before = known.get(client.id);
    if (before !== undefined) return before;
    const signed = client.tif_signed === 'none' ? null : store.tif.lastSigned(client.id);
    const answers = { ...signed?.answers, ...answersOfRecord(client) };
    known.set(client.id, answers);
    return answers;
  };
}
