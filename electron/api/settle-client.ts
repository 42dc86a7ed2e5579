import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { postcodeAreasAt } from '../../shared/costing/read-settings.ts';
import { districtFinder } from '../../shared/geo/districts.ts';
import { schoolIndex } from '../../shared/intake/school-match.ts';
import { heldAndQuestions, settle } from '../../shared/intake/settle.ts';
import type { Client } from '../../shared/model/client.ts';

/**
 * Matches one client anew after a person changed their facts, by the very rules of the import: position and
 * district from the postcode, and whether the application is still held. The school a person chose stands.
 * To be called within a write.
 */
export function settleClient(store: Store, client_id: number, on: IsoDate): void {
  const client = store.clients.get(client_id);
  if (client === null) return;
  const school = client.school_urn === null ? null : store.schools.get(client.school_urn);
  const districts = store.districts.all();
  const settled = settle(client, {
    county: store.meta.get().county,
    schools: schoolIndex(school === null ? store.schools.all() : [school]),
    postcode: (postcode) => store.postcodes.get(postcode),
    knowsArea: () => store.postcodes.count() > 0,
    districtAt: districtFinder(districts),
    areas: postcodeAreasAt(store.settings.all(), on),
    own_districts: districts.filter((district) => district.own).map((district) => district.code),
    on,
  });
  const { lat, lon, position_source, position_error_m, district_code } = settled.place;
  if (!losesKnownPosition(client, settled.place)) {
    store.clients.update(client_id, {
      lat,
      lon,
      position_source,
      position_error_m,
      district_code,
      ...(school === null ? { school_urn: settled.place.school_urn } : {}),
    });
  }
  const application = store.applications.ofClient(client_id);
  if (application !== null) {
    store.applications.update(application.ref, heldAndQuestions(application, settled));
  }
}

/** With no postcodes imported, a position that came with the store (the invented county) is not thrown away. */
function losesKnownPosition(client: Client, place: Pick<Client, 'lat'>): boolean {
  return client.lat !== null && place.lat === null;
}
