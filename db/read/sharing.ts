import type { IsoDate } from '../../shared/calendar/dates.ts';
import { shareRuleAt, type Sharing } from '../../shared/costing/share-rule.ts';
import type { Position } from '../../shared/geo/position.ts';
import type { Aggregates } from './read-store.ts';

/** The rule by which routes' costs are shared out on a day, with the store's own homes and schools. */
export function sharingFrom(
  store: Pick<Aggregates, 'settings' | 'clients' | 'schools'>,
  on: IsoDate,
): Sharing {
  return {
    rule: shareRuleAt(store.settings.all(), on),
    homeOf: (client_id) => placed(store.clients.get(client_id)),
    schoolOf: (urn) => (urn === null ? null : placed(store.schools.get(urn))),
  };
}

function placed(
  record: { readonly lat: number | null; readonly lon: number | null } | null,
): Position | null {
  if (record === null || record.lat === null || record.lon === null) return null;
  return { lat: record.lat, lon: record.lon };
}
