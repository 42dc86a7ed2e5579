/** What parents have said to a personal transport budget, mileage and travel training: in a signed award, else in the last signed form. */
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { CONSENTED, type ConsentSaid, type Consented, type Consents } from '../../../shared/pressure/value/alternatives.ts'; // prettier-ignore

/** Questions of the form. */
const QUESTIONS: Readonly<Record<Consented, string>> = {
  ptb: 'consent_ptb',
  mileage: 'consent_mileage',
  travel_training: 'consent_training',
};

const NOT_SAID: ConsentSaid = { state: 'none', on: null, by: '' };

/** By client; whoever said nothing is not in it. */
export function consentsSaid(store: Store): ReadonlyMap<number, Consents> {
  const said = new Map<number, Record<Consented, ConsentSaid>>();
  const of = (client_id: number): Record<Consented, ConsentSaid> => {
    const known = said.get(client_id) ?? { ptb: NOT_SAID, mileage: NOT_SAID, travel_training: NOT_SAID }; // prettier-ignore
    said.set(client_id, known);
    return known;
  };
  for (const mode of CONSENTED) {
    for (const [client_id, answer] of store.tif.lastSaid(QUESTIONS[mode])) {
      if (answer === 'yes') of(client_id)[mode] = { state: 'form', ...signedOf(store, client_id) };
      else if (answer === 'no') of(client_id)[mode] = { state: 'refused', on: null, by: '' };
    }
  }
  const clients = new Map(store.applications.all().map(({ ref, client_id }) => [ref, client_id]));
  for (const [ref, award] of store.decisions.awards()) {
    const mode = CONSENTED.find((each) => each === award.mode);
    const client_id = clients.get(ref);
    if (mode === undefined || client_id === undefined || award.consent_on === null) continue;
    of(client_id)[mode] = { state: 'awarded', on: award.consent_on, by: award.consent_by };
  }
  return said;
}

function signedOf(
  store: Store,
  client_id: number,
): { readonly on: IsoDate | null; readonly by: string } {
  const signature = store.tif.lastSigned(client_id)?.signature ?? null;
  return { on: signature?.signed_on ?? null, by: signature?.signed_by ?? '' };
}
