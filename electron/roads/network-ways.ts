/** Ways on foot and by car between a home and a school, as the rules of eligibility and the case page ask for them. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { NetworkWays } from '../../shared/eligibility/network-ways.ts';
import type { School } from '../../shared/model/school.ts';
import type { RoadMeasure } from '../../shared/pressure/facts.ts';
import type { Store } from '../../db/store.ts';
import { isCandidate } from '../../shared/eligibility/nearest-suitable.ts';
import { once } from './once.ts';
import { loadedNetwork, roadsLabel } from './road-travel.ts';
import { schoolWays } from './school-ways.ts';

/** Lengths by car from homes to schools on the store's network, for what depends on cost; null where none is loaded. */
export function roadMeasure(store: Store, on: IsoDate): RoadMeasure | null {
  const roads = loadedNetwork(store);
  if (roads === null) return null;
  const schools = candidatesOf(store);
  const reach_m = numberAt(store.settings.all(), 'road_reach_m', on);
  return {
    source: roadsLabel(roads.meta),
    from: schoolWays(roads, 'car', { schools, reach_m, isMany: true }),
  };
}

/** Schools that any child's own is compared with. */
const candidatesOf = (store: Store) => () => store.schools.all().filter(isCandidate);

type Place = Pick<School, 'lat' | 'lon'>;
type SchoolPlace = Pick<School, 'urn' | 'lat' | 'lon'>;

/**
 * Makes the measures of one home and school on the store's network; null where none is loaded. `isMany`: nearly every home of the store is
 * coming, so that ways are read out of rows to all schools that are compared.
 */
export function networkWays(
  store: Store,
  on: IsoDate,
  isMany = false,
): ((home: Place, school: SchoolPlace | null) => NetworkWays) | null {
  const roads = loadedNetwork(store);
  if (roads === null) return null;
  const reach_m = numberAt(store.settings.all(), 'road_reach_m', on);
  const onFoot = schoolWays(roads, 'foot', { schools: candidatesOf(store), reach_m, isMany });
  const byCar = schoolWays(roads, 'car', { schools: () => [], reach_m });
  return ({ lat, lon }, school) => {
    const home = lat === null || lon === null ? null : { lat, lon };
    const schools = onFoot(home);
    return {
      walking: once(() => (school === null ? null : schools.way(school))),
      driving: once(() => (school === null ? null : byCar(home).way(school))),
      schools,
    };
  };
}
