import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../../shared/costing/default-settings.ts';
import { ownDistrictsAt, postcodeAreasAt } from '../../../shared/costing/read-settings.ts';
import { districtFinder } from '../../../shared/geo/districts.ts';
import { postcodeArea } from '../../../shared/intake/parse-postcode.ts';
import { schoolIndex } from '../../../shared/intake/school-match.ts';
import type { Surroundings } from '../../../shared/intake/settle.ts';
import type { Store } from '../../../db/store.ts';

/** What homes and schools are matched against, as the store has it now. `postcodes`: all that will be asked for. */
export function surroundingsOf(
  store: Store,
  on: IsoDate,
  postcodes: ReadonlySet<string>,
): Surroundings {
  const found = store.postcodes.lookup(postcodes);
  const areas = new Set([...found.keys()].map(postcodeArea));
  return {
    county: store.meta.get().county,
    schools: schoolIndex(store.schools.all()),
    postcode: (postcode) => found.get(postcode) ?? null,
    knowsArea: (area) => areas.has(area),
    districtAt: districtFinder(store.districts.all()),
    ...countyBounds(store, on),
    on,
  };
}

/** The county's own areas and districts. The built-in ones are Kent's: another county's are not known until they are set. */
export function countyBounds(
  store: Pick<Store, 'meta' | 'settings'>,
  on: IsoDate,
): { readonly areas: readonly string[]; readonly own_districts: readonly string[] } {
  const settings = store.settings.all();
  const isKent = /\bkent\b/i.test(store.meta.get().county);
  const own = (key: string) =>
    isKent || settings.some((setting) => setting.key === key && !isDefault(key, setting.source));
  return {
    areas: own('postcode_areas') ? postcodeAreasAt(settings, on) : [],
    own_districts: own('own_districts') ? ownDistrictsAt(settings, on) : [],
  };
}

function isDefault(key: string, source: string): boolean {
  return DEFAULT_SETTINGS.some((setting) => setting.key === key && setting.source === source);
}
