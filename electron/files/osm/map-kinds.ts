/** What an OpenStreetMap thing is on the base map, in the words of Protomaps' basemap schema (version 4), so that one style draws both. */
import type { Tags } from '../../../shared/roads/way-rules.ts';

/** Who made a map, in its metadata: such a one is made anew with the next extract. */
export const MADE_BY = 'Kerbside';

export const MAP_LAYERS = ['earth', 'landuse', 'water', 'roads', 'places'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

/** One thing as the map has it. */
export interface MapKind {
  readonly layer: MapLayer;
  readonly shape: 'area' | 'line' | 'point';
  /** From which data zoom it is in the tiles. */
  readonly from: number;
  readonly props: Readonly<Record<string, string | number>>;
}

/** Tags by which ways and relations are asked for. */
export const MAP_WAY_KEYS = [
  'highway',
  'railway',
  'natural',
  'landuse',
  'leisure',
  'waterway',
  'water',
];
export const MAP_RELATION_KEYS = ['natural', 'landuse', 'leisure', 'waterway', 'water'];

/** Road classes with the words of the schema and the first zoom of each. */
const ROADS: Readonly<Record<string, readonly [kind: string, from: number]>> = {
  motorway: ['highway', 6],
  motorway_link: ['highway', 9],
  trunk: ['major_road', 6],
  trunk_link: ['major_road', 10],
  primary: ['major_road', 7],
  primary_link: ['major_road', 11],
  secondary: ['major_road', 9],
  secondary_link: ['major_road', 12],
  tertiary: ['major_road', 10],
  tertiary_link: ['major_road', 12],
  unclassified: ['minor_road', 11],
  residential: ['minor_road', 12],
  living_street: ['minor_road', 12],
  road: ['minor_road', 12],
  service: ['minor_road', 13],
  pedestrian: ['path', 13],
  track: ['path', 13],
  footway: ['path', 13],
  path: ['path', 13],
  bridleway: ['path', 13],
  cycleway: ['path', 13],
  steps: ['path', 14],
};
const RAILS = new Set(['rail', 'light_rail', 'narrow_gauge', 'preserved', 'tram', 'subway']);
/** A siding is only seen near. */
const SIDINGS = new Set(['yard', 'siding', 'spur', 'crossover']);

/** Areas, by `key=value`: kind and first zoom. */
const AREAS: Readonly<Record<string, readonly [layer: MapLayer, kind: string, from: number]>> = {
  'natural=wood': ['landuse', 'wood', 8],
  'landuse=forest': ['landuse', 'forest', 8],
  'landuse=residential': ['landuse', 'residential', 8],
  'landuse=commercial': ['landuse', 'commercial', 10],
  'landuse=industrial': ['landuse', 'industrial', 10],
  'landuse=retail': ['landuse', 'retail', 10],
  'landuse=recreation_ground': ['landuse', 'recreation_ground', 11],
  'landuse=village_green': ['landuse', 'village_green', 12],
  'landuse=allotments': ['landuse', 'allotments', 12],
  'landuse=cemetery': ['landuse', 'cemetery', 12],
  'landuse=reservoir': ['water', 'water', 7],
  'landuse=basin': ['water', 'water', 11],
  'leisure=park': ['landuse', 'park', 10],
  'leisure=golf_course': ['landuse', 'golf_course', 10],
  'leisure=nature_reserve': ['landuse', 'nature_reserve', 9],
  'leisure=playground': ['landuse', 'playground', 13],
  'natural=water': ['water', 'water', 7],
  'waterway=riverbank': ['water', 'water', 8],
  'waterway=dock': ['water', 'water', 11],
};
const WATER_LINES: Readonly<Record<string, number>> = { river: 9, canal: 10, stream: 12, drain: 13, ditch: 13 }; // prettier-ignore

/** Places by rank, with the first zoom of each. */
const PLACES: Readonly<Record<string, number>> = {
  city: 6,
  town: 8,
  village: 10,
  suburb: 11,
  hamlet: 12,
  neighbourhood: 13,
  isolated_dwelling: 14,
};

const named = (tags: Tags): Record<string, string> => {
  const name = tags.get('name');
  return name === undefined ? {} : { name };
};

/** What a way is; null for what the map does not draw. A coast is no kind of its own: it makes the land. */
export function kindOfWay(tags: Tags, closed: boolean): MapKind | null {
  return roadKind(tags) ?? railKind(tags) ?? (closed ? kindOfArea(tags) : null) ?? waterLine(tags);
}

function roadKind(tags: Tags): MapKind | null {
  const detail = tags.get('highway') ?? '';
  const known = ROADS[detail];
  if (known === undefined || tags.get('area') === 'yes') return null;
  const [kind, from] = known;
  const ref = tags.get('ref');
  return {
    layer: 'roads',
    shape: 'line',
    from,
    props: {
      kind,
      kind_detail: detail,
      ...((tags.get('tunnel') ?? 'no') === 'no' ? {} : { is_tunnel: 1 }),
      ...named(tags),
      ...(ref === undefined ? {} : { ref: ref.split(';')[0]?.trim() ?? '' }),
    },
  };
}

function railKind(tags: Tags): MapKind | null {
  const detail = tags.get('railway') ?? '';
  if (!RAILS.has(detail) || tags.get('tunnel') === 'yes') return null;
  const from = SIDINGS.has(tags.get('service') ?? '') ? 13 : 8;
  return { layer: 'roads', shape: 'line', from, props: { kind: 'rail', kind_detail: detail } };
}

function waterLine(tags: Tags): MapKind | null {
  const kind = tags.get('waterway') ?? '';
  const from = WATER_LINES[kind];
  if (from === undefined || tags.has('tunnel')) return null;
  return { layer: 'water', shape: 'line', from, props: { kind, ...named(tags) } };
}

/** What a closed way or a multipolygon is; null for what the map does not fill. */
export function kindOfArea(tags: Tags): MapKind | null {
  for (const key of ['natural', 'landuse', 'leisure', 'waterway']) {
    const known = AREAS[`${key}=${tags.get(key) ?? ''}`];
    if (known === undefined) continue;
    const [layer, kind, from] = known;
    return { layer, shape: 'area', from, props: { kind, ...named(tags) } };
  }
  return null;
}

/** A named place; null for what is none. */
export function kindOfPlace(tags: Tags): MapKind | null {
  const detail = tags.get('place') ?? '';
  const from = PLACES[detail];
  const name = tags.get('name');
  if (from === undefined || name === undefined) return null;
  const population = Number(tags.get('population') ?? 0);
  return {
    layer: 'places',
    shape: 'point',
    from,
    props: {
      kind: 'locality',
      kind_detail: detail,
      name,
      ...(population > 0 ? { population } : {}),
    },
  };
}
