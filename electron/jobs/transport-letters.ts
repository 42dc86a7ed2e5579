/** Letters about the running service: which family is due one, and what it tells. Read once for all. */
import type { Store } from '../../db/store.ts';
import type { CalledFor } from '../../shared/casework/letters/due-letters.ts';
import type { LetterFacts } from '../../shared/casework/letters/fill-letter.ts';
import type { TifSubject } from '../../shared/casework/reminders/cases.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import { isTransportLetter, type TransportTold } from '../../shared/model/letter.ts';
import {
  NOTHING_TOLD,
  transportFacts,
  transportLetter,
  type LastTold,
} from '../../shared/service/papers/transport-letters.ts';
import type { Chases } from './remind.ts';
import { readFamilyDetails } from './sheets/family-details.ts';

/** A letter about transport that is due. */
export interface TransportToWrite {
  readonly called: CalledFor;
  readonly facts: Partial<LetterFacts>;
  readonly told: TransportTold;
}

/** What a family is due, by its application; null for nothing. Only the application that counts for its child is written about. */
export function readTransportLetters(
  store: Store,
  { basis }: Pick<Chases, 'basis'>,
): (of: TifSubject) => TransportToWrite | null {
  const { on, settings } = basis;
  // Who plans elsewhere is not told by Kerbside that nothing is arranged.
  if (store.plans.current() === null) return () => null;
  const arranging_days = numberAt(settings, 'letter_arranging_days', on);
  const details = readFamilyDetails(store, on);
  const byClient = new Map(
    [...details.ready, ...details.lacking].map((each) => [each.client_id, each]),
  );
  const states = new Map(store.read.states(on).map((state) => [state.client_id, state]));
  const last = lastTold(store);
  return ({ application, client }) => {
    const state = states.get(client.id);
    const known = byClient.get(client.id);
    if (state?.application_ref !== application.ref || known === undefined) return null;
    const awarded = application.status === 'awarded' || application.status === 'part_awarded';
    const each = { details: known, last: last.get(client.id) ?? null, first_day: state.first_day };
    const called = transportLetter({ ...each, awarded }, { on, arranging_days });
    if (called === null) return null;
    const told = 'told' in known ? known.told : NOTHING_TOLD;
    return { called, facts: transportFacts(each), told };
  };
}

/** What each family was last told and was not taken back. */
export function lastTold(store: Store): ReadonlyMap<number, LastTold> {
  return new Map(
    store.letters
      .transport()
      .flatMap(({ id, kind, client_id, told }) =>
        isTransportLetter(kind) ? [[client_id, { id, kind, told }] as const] : [],
      ),
  );
}
