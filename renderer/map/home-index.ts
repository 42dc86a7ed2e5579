/** Homes in clusters far out and one by one near, by supercluster. Closed cases are not drawn. */
import Supercluster from 'supercluster';
import { TRANSPORT_STATES } from '../../shared/api/views/applications.ts';
import type { TransportState } from '../../shared/api/views/applications.ts';
import type { MapData } from '../../shared/api/views/map.ts';
import type { Bounds } from './view.ts';

export interface HomeMark {
  readonly lat: number;
  readonly lon: number;
  /** 1 for a single home. */
  readonly count: number;
  /** null for a cluster. */
  readonly client_id: number | null;
  readonly school_urn: number;
  readonly state: TransportState;
}

interface HomeProperties {
  readonly client_id: number;
  readonly school_urn: number;
  readonly state: TransportState;
}

type ClusterIndex = Supercluster<HomeProperties, Record<string, never>>;

export interface HomeIndex {
  /** Everyone who has a seat or waits for a plan, clustered at the zoom. */
  readonly within: (bounds: Bounds, zoom: number) => HomeMark[];
  /** The unallocated, clustered closely so that each stands out. */
  readonly unallocated: (bounds: Bounds, zoom: number) => HomeMark[];
  /** The homes of a school's clients, never clustered. */
  readonly ofSchool: (urn: number) => readonly HomeMark[];
  readonly one: (clientId: number) => HomeMark | null;
  /** Every home that is drawn, the unallocated with them. */
  readonly all: readonly HomeMark[];
  /** Draws single homes from this zoom on. */
  readonly singleFrom: number;
}

/** From here on every home is its own dot: about 4 miles across the screen. */
const SINGLE_FROM = 12;

/** Indexes the homes of a map; an empty index for none. */
export function indexHomes(homes: MapData['homes'] | null): HomeIndex {
  const shown = homes === null ? [] : homeMarks({ homes });
  const rest = cluster(
    shown.filter((mark) => mark.state !== 'unallocated'),
    { radius: 44, maxZoom: SINGLE_FROM - 1, minPoints: 3 },
  );
  const urgent = cluster(
    shown.filter((mark) => mark.state === 'unallocated'),
    // Two rings on one another read as one: they become a ring with a 2.
    { radius: 14, maxZoom: SINGLE_FROM - 1, minPoints: 2 },
  );
  const bySchool = new Map<number, HomeMark[]>();
  const byClient = new Map<number, HomeMark>();
  for (const mark of shown) {
    const list = bySchool.get(mark.school_urn);
    if (list === undefined) bySchool.set(mark.school_urn, [mark]);
    else list.push(mark);
    if (mark.client_id !== null) byClient.set(mark.client_id, mark);
  }
  return {
    within: (bounds, zoom) => query(rest, bounds, zoom),
    unallocated: (bounds, zoom) => query(urgent, bounds, zoom),
    ofSchool: (urn) => bySchool.get(urn) ?? [],
    all: shown,
    one: (clientId) => byClient.get(clientId) ?? null,
    singleFrom: SINGLE_FROM,
  };
}

/** Every home that is drawn, one by one: all but those of closed cases. */
export function homeMarks({ homes }: Pick<MapData, 'homes'>): HomeMark[] {
  const all = homes.client_id.map((client_id, i) => ({
    client_id,
    lat: homes.lat[i] ?? 0,
    lon: homes.lon[i] ?? 0,
    count: 1,
    school_urn: homes.school_urn[i] ?? 0,
    state: TRANSPORT_STATES[homes.state[i] ?? -1] ?? 'not_planned',
  }));
  return all.filter(({ state }) => state !== 'closed');
}

function cluster(
  marks: readonly HomeMark[],
  options: { radius: number; maxZoom: number; minPoints: number },
): ClusterIndex {
  const index: ClusterIndex = new Supercluster({ ...options, extent: 256 });
  index.load(
    marks.map((mark) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] },
      properties: {
        client_id: mark.client_id ?? 0,
        school_urn: mark.school_urn,
        state: mark.state,
      },
    })),
  );
  return index;
}

function query(index: ClusterIndex, bounds: Bounds, zoom: number): HomeMark[] {
  const found = index.getClusters(
    [bounds.west, bounds.south, bounds.east, bounds.north],
    Math.floor(zoom),
  );
  return found.map((feature) => {
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    const properties = feature.properties;
    if ('cluster_id' in properties)
      return {
        lat,
        lon,
        count: properties.point_count,
        client_id: null,
        school_urn: 0,
        state: 'in_place',
      };
    return { lat, lon, count: 1, ...properties };
  });
}
