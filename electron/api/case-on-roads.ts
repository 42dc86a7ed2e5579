import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { CasePage } from '../../shared/api/views/case.ts';
import type { Store } from '../../db/store.ts';
import { networkWays } from '../roads/network-ways.ts';

/** What a loaded road network adds to a case page: the way by road where the plan has none, and the way on foot. */
export function onRoads(
  store: Store,
  { client, school, distance_basis }: CasePage,
  on: IsoDate,
): Partial<Pick<CasePage, 'distance_m' | 'distance_basis' | 'on_roads'>> {
  const ways = networkWays(store, on)?.(client, school);
  const driving = ways?.driving() ?? null;
  const walking = ways?.walking() ?? null;
  const way = driving ?? walking;
  if (way === null) return {};
  const { source, home_reach_m } = way;
  const on_roads = { source, home_reach_m, walking_m: walking?.distance_m ?? null };
  if (distance_basis === 'road' || driving === null) return { on_roads };
  return { on_roads, distance_m: driving.distance_m, distance_basis: 'road' };
}
