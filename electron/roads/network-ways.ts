/** Ways on foot and by car between a home and a school, as the rules of eligibility and the case page ask for them. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt } from '../../shared/costing/read-settings.ts';
import type { NetworkWay, NetworkWays } from '../../shared/eligibility/network-ways.ts';
import type { Position } from '../../shared/geo/position.ts';
import { placePoints } from '../../shared/roads/ask-roads.ts';
import type { Profile } from '../../shared/roads/network.ts';
import { costTable } from '../../shared/roads/road-table.ts';
import type { Store } from '../../db/store.ts';
import { loadedNetwork, roadsLabel } from './road-travel.ts';

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
    };
  };
}

/** Works something out when it is first asked for. */
function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: work() };
    return made.value;
  };
}
