/** A road network as the planner, the audit and the screens ask it: in positions, with the estimate where it does not reach. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { numberAt, travelBasisAt } from '../../shared/costing/read-settings.ts';
import { formatDate } from '../../shared/format/date.ts';
import { estimateTravel } from '../../shared/geo/estimate.ts';
import type { Position } from '../../shared/geo/position.ts';
import { estimatedTravel, type PlacedTable, type Travel } from '../../shared/geo/travel.ts';
import type { Setting } from '../../shared/model/money.ts';
import { pointTable } from '../../shared/roads/ask-roads.ts';
import type { RoadsData, RoadsMeta } from '../../shared/roads/roads-data.ts';
import type { Store } from '../../db/store.ts';
import { parseIsoDate } from '../../shared/calendar/dates.ts';
import { roadsOf } from './roads-file.ts';

/** `rutland.osm.pbf, map of 27 Feb 2018, imported 10 Aug 2026`. */
export function roadsLabel({ source, map_on, imported_on }: RoadsMeta): string {
  const on = parseIsoDate(map_on);
  const map = on === null ? '' : `, map of ${formatDate(on)}`;
  return `${source}${map}, imported ${formatDate(imported_on as IsoDate)}`;
}

/** The network beside a store; null where none is loaded or its file is damaged. */
export function loadedNetwork(store: Store): RoadsData | null {
  const roads = roadsOf(store.path);
  return roads.ok ? roads.value : null;
}

/** How the store's distances and morning times are had on a day. */
export function travelOf(store: Store, on: IsoDate): Travel {
  const settings = store.settings.all();
  const roads = loadedNetwork(store);
  return roads === null
    ? estimatedTravel(travelBasisAt(settings, on))
    : roadTravel(roads, settings, on);
}

/** Times are those of the morning peak, since routes are driven then. */
export function roadTravel(roads: RoadsData, settings: readonly Setting[], on: IsoDate): Travel {
  const basis = travelBasisAt(settings, on);
  const asked = {
    reach_m: numberAt(settings, 'road_reach_m', on),
    pace: {
      peak_factor: numberAt(settings, 'road_peak_factor', on),
      walking_mph: numberAt(settings, 'walking_mph', on),
    },
  };
  return {
    source: roadsLabel(roads.meta),
    table: (points): PlacedTable => {
      const {
        n,
        distances,
        durations,
        points: placed,
      } = pointTable(roads, 'car', {
        ...asked,
        points,
      });
      const byRoad = Uint8Array.from(placed, ({ within }) => (within ? 1 : 0));
      const estimate = (from: Position, to: Position, at: number): void => {
        const { distance_m, duration_s } = estimateTravel(from, to, basis);
        distances[at] = distance_m;
        durations[at] = duration_s;
      };
      points.forEach((from, i) => {
        points.forEach((to, j) => {
          if (byRoad[i] === 0 || byRoad[j] === 0) estimate(from, to, i * n + j);
        });
      });
      return { n, distances, durations, byRoad };
    },
  };
}
