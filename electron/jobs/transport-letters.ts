/** Letters about the running service: which family is due one, and what it tells. Read once for all. */
import type { Store } from '../../db/store.ts';
import type { CalledFor } from '../../shared/casework/letters/due-letters.ts';
import type { LetterFacts } from '../../shared/casework/letters/fill-letter.ts';
import { nameOf, type TifSubject } from '../../shared/casework/reminders/cases.ts';
import type { Application, Client } from '../../shared/model/client.ts';
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

/** What families are due. */
export interface TransportLetters {
  /** By application; null for nothing. Only the application that counts for its child is written about. */
  readonly of: (of: TifSubject) => TransportToWrite | null;
  /** Children carried on without a request of this year: known by their own reference. */
  readonly riders: readonly TifSubject[];
}

/** Reads all of them. */
export function readTransportLetters(
  store: Store,
  { basis, clients }: Pick<Chases, 'basis' | 'clients'>,
): TransportLetters {
  const { on, settings } = basis;
  // Who plans elsewhere is not told by Kerbside that nothing is arranged.
  if (store.plans.current() === null) return { of: () => null, riders: [] };
  const arranging_days = numberAt(settings, 'letter_arranging_days', on);
  const details = readFamilyDetails(store, on, clients);
  const byClient = new Map(
    [...details.ready, ...details.lacking].map((each) => [each.client_id, each]),
  );
  const states = new Map(store.read.states(on).map((state) => [state.client_id, state]));
  const last = lastTold(store);
  const known = new Map(clients.map((client) => [client.id, client]));
  const of: TransportLetters['of'] = ({ application, client }) => {
    const state = states.get(client.id);
    const known = byClient.get(client.id);
    if (state === undefined || known === undefined) return null;
    if (application.ref !== (state.application_ref || client.ref)) return null;
    const awarded = application.status === 'awarded' || application.status === 'part_awarded';
    const each = { details: known, last: last.get(client.id) ?? null, first_day: state.first_day };
    const called = transportLetter({ ...each, awarded }, { on, arranging_days });
    if (called === null) return null;
    const told = 'told' in known ? known.told : NOTHING_TOLD;
    return { called, facts: transportFacts(each), told };
  };
  const riders = [...byClient.keys()].flatMap((id) => {
    const client = states.get(id)?.application_ref === '' ? known.get(id) : undefined;
    return client === undefined ? [] : [riderSubject(client)];
  });
  return { of, riders };
}

/** A child whose award of an earlier year goes on, as letters know who they are about. */
function riderSubject(client: Client): TifSubject {
  const application: Application = {
    ref: client.ref,
    client_id: client.id,
    type: '',
    received_on: null,
    status: 'awarded',
    tif_received_on: null,
    tif_claimed_complete: false,
    reminder_1_on: null,
    reminder_2_on: null,
    reminder_3_on: null,
    held_reason: '',
    held_accepted: '',
    questions: [],
    assigned_to: '',
    assigned_on: null,
    decided_on: null,
  };
  const { id: client_id, ref } = client;
  const each = { chase: 'tif', ref, name: nameOf(client), client_id, family: ref, event_on: null, stop: null, imported: [] } as const; // prettier-ignore
  return { chase: 'tif', application, client, missing: [], no_form: false, each };
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
