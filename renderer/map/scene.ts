/** What the map shows, made ready to draw: projected and indexed once, painted many times. */
import type { BaseMap, MapData, MapDistrict, MapSchool } from '../../shared/api/views/map.ts';
import type { HomeIndex } from './home-index.ts';
import { indexHomes } from './home-index.ts';
import { projectRings, type Ring } from './rings.ts';

export interface RouteLine {
  readonly id: number;
  readonly ref: string;
  /** [lat, lon, lat, lon, ...] from the first stop to the school. */
  readonly line: readonly number[];
  /** Of two plans held against each other: drawn by what became of it instead of its own colour. */
  readonly look?: RouteLook;
}

/** What became of a route between two plans; `was`: the way before of one that changed. */
export type RouteLook = 'gone' | 'new' | 'changed' | 'was';

/** One stop of the chosen route, in pick-up order. */
export interface StopMark {
  readonly client_id: number;
  /** Which of the child's addresses. */
  readonly place: string;
  readonly lat: number;
  readonly lon: number;
  /** Place in the pick-up order, from 1. */
  readonly number: number;
  /** The pick-up time, '07:42'. */
  readonly label: string;
}

export interface DistrictShape {
  readonly district: MapDistrict;
  readonly rings: readonly Ring[];
}

export interface Scene {
  readonly land: readonly Ring[];
  readonly places: BaseMap['places'];
  readonly districts: readonly DistrictShape[];
  readonly homes: HomeIndex;
  readonly schools: readonly MapSchool[];
}

/** What is chosen and therefore drawn at full strength. */
export interface Emphasis {
  readonly school_urn: number | null;
  /** The schools of the chosen route where several share it; absent: none but the chosen. */
  readonly called?: readonly number[];
  readonly route_id: number | null;
  /** The route under the pointer or under the focus of a list. */
  readonly pointed_route_id: number | null;
  readonly client_id: number | null;
  readonly routes: readonly RouteLine[];
  readonly stops: readonly StopMark[];
}

export const NO_EMPHASIS: Emphasis = {
  school_urn: null,
  route_id: null,
  pointed_route_id: null,
  client_id: null,
  routes: [],
  stops: [],
};

/** Projects the map's polygons and indexes its homes. */
export function prepareScene(base: BaseMap | null, data: MapData | null): Scene {
  return {
    land: base?.land ? projectRings(base.land) : [],
    places: [...(base?.places ?? [])].sort((a, b) => b.population - a.population),
    districts: (data?.districts ?? []).map((district) => ({
      district,
      rings: district.geometry === null ? [] : projectRings(district.geometry),
    })),
    homes: indexHomes(data?.homes ?? null),
    schools: [...(data?.schools ?? [])].sort((a, b) => b.clients - a.clients),
  };
}
