import { NEW_CLIENT_FACTS } from '../../../shared/intake/applications.ts';
import type { ClientFacts } from '../../../shared/intake/people.ts';
import type { Client } from '../../../shared/model/client.ts';
import { keepEdits } from './keep-edits.ts';
import { keepSigned } from './keep-signed.ts';
import type { ImportRun } from './prepared.ts';

/** A client of whom settling knows nothing yet. */
export const UNPLACED = {
  district_code: '',
  postcode: '',
  lat: null,
  lon: null,
  position_source: 'none',
  position_error_m: null,
  school_given: '',
  school_urn_given: '',
  year_group: null,
  date_of_birth: null,
  transport_start_on: null,
} as const;

/**
 * What the file changes of a client: not what a person set since, nor what was signed otherwise. A pin stays over coordinates; both are dropped when the home
 * moved to another postcode.
 */
export function mergeClient(
  run: ImportRun,
  facts: ClientFacts,
  before: Client | null,
): ClientFacts {
  if (before === null) return { ...NEW_CLIENT_FACTS, ...facts };
  const unsigned = keepSigned(run.store, facts, before);
  const kept = keepEdits(
    run.store,
    { client_id: before.id, record: before },
    unsigned as Partial<Client>,
  );
  const moved =
    kept.postcode !== undefined && kept.postcode !== before.postcode && before.postcode !== '';
  const patch: ClientFacts = { ...kept, ref: facts.ref };
  if (before.position_source === 'pin' && !moved) {
    const {
      lat: _lat,
      lon: _lon,
      position_source: _source,
      position_error_m: _error,
      ...rest
    } = patch;
    return rest;
  }
  return moved && patch.lat === undefined
    ? { ...patch, lat: null, lon: null, position_source: 'none', position_error_m: null }
    : patch;
}
