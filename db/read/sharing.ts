import type { IsoDate } from '../../shared/calendar/dates.ts';
import { shareRuleAt, type Sharing } from '../../shared/costing/share-rule.ts';
import { knownPosition } from '../../shared/geo/position.ts';
import type { Aggregates } from './read-store.ts';

/** The rule by which routes' costs are shared out on a day, with the store's own homes and schools. */
export function sharingFrom(
  store: Pick<Aggregates, 'settings' | 'clients' | 'schools'>,
  on: IsoDate,
): Sharing {
  return {
    rule: shareRuleAt(store.settings.all(), on),
    homeOf: (client_id) => knownPosition(store.clients.get(client_id)),
    schoolOf: (urn) => (urn === null ? null : knownPosition(store.schools.get(urn))),
  };
}
