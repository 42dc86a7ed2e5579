/** Ways on foot and by car between a home and a school, as the rules of eligibility and the case page ask for them. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { NetworkWay, NetworkWays } from '../../shared/eligibility/network-ways.ts';
import type { RoadMeasure } from '../../shared/pressure/facts.ts';
import type { Position } from '../../shared/geo/position.ts';
import { placePoints } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { costTable } from '../../shared/roads/road-table.ts';
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
    from: schoolWays(roads, 'car', { schools, reach_m }),
  };
}

/** Schools that any child's own is compared with. */
const candidatesOf = (store: Store) => () => store.schools.all().filter(isCandidate);

interface Place {
  readonly lat: number | null;
  readonly lon: number | null;
}

const positionOf = ({ lat, lon }: Place): Position | null =>
  lat === null || lon === null ? null : { lat, lon };

/** Makes the measures of one home and school on the store's network; null where none is loaded. */
export function networkWays(
  store: Store,
  on: IsoDate,
): ((home: Place, school: Place | null) => NetworkWays) | null {
  const roads = loadedNetwork(store);
  if (roads === null) return null;
  const reach_m = numberAt(store.settings.all(), 'road_reach_m', on);
  const source = roadsLabel(roads.meta);
  const onFoot = schoolWays(roads, 'foot', { schools: candidatesOf(store), reach_m });
  const way = (profile: Profile, from: Position | null, to: Position | null): NetworkWay | null => {
    if (from === null || to === null) return null;
    const [home, school] = placePoints(roads, profile, [from, to], reach_m);
    if (home?.within !== true || school?.within !== true) return null;
    if (home.place === null || school.place === null) return null;
    const { length } = costTable(roads.network, roads[profile], [home.place], [school.place]);
    return {
      distance_m: (length[0] ?? 0) / 1000,
      home_reach_m: home.place.reach_m,
      school_reach_m: school.place.reach_m,
      source,
    };
  };
  return (home, school) => {
    const [from, to] = [positionOf(home), school === null ? null : positionOf(school)];
    return {
      walking: once(() => way('foot', from, to)),
      driving: once(() => way('car', from, to)),
      schools: onFoot(from),
    };
  };
}
