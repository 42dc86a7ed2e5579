/** How vector tiles are painted in the sheet's own colours, from the ground up. Two schemas are understood: Protomaps' and OpenMapTiles'. */
import {
  exp,
  GeomType,
  LineSymbolizer,
  PolygonSymbolizer,
  type Feature,
  type PaintRule,
} from 'protomaps-leaflet';
import type { ColourName, MapTheme } from '../map-theme.ts';

/** Widths by zoom in pixels, growing as lengths on the ground do between the stops. */
type Stops = readonly (readonly [zoom: number, width: number])[];

/** What a road is, whichever words its maker has for it. */
export type RoadClass = 'motorway' | 'trunk' | 'road' | 'street' | 'path' | 'rail';

const OPENMAPTILES: Readonly<Record<string, RoadClass>> = {
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'trunk',
  secondary: 'road',
  tertiary: 'road',
  minor: 'street',
  service: 'street',
  track: 'path',
  path: 'path',
  rail: 'rail',
  transit: 'rail',
};
const PROTOMAPS: Readonly<Record<string, RoadClass>> = {
  highway: 'motorway',
  motorway: 'motorway',
  motorway_link: 'motorway',
  trunk: 'trunk',
  trunk_link: 'trunk',
  primary: 'trunk',
  primary_link: 'trunk',
  secondary: 'road',
  secondary_link: 'road',
  tertiary: 'road',
  tertiary_link: 'road',
  major_road: 'road',
  medium_road: 'road',
  minor_road: 'street',
  other: 'path',
  path: 'path',
  rail: 'rail',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The class of a road or railway, null for what is not drawn (ferries, runways). */
export function roadClass({ props }: Feature): RoadClass | null {
  return (
    PROTOMAPS[text(props['kind_detail'])] ??
    PROTOMAPS[text(props['kind'])] ??
    OPENMAPTILES[text(props['class'])] ??
    null
  );
}

/** From which zoom a class is drawn, and how wide. */
const WIDTHS: Readonly<Record<RoadClass, { readonly from: number; readonly stops: Stops }>> = {
  motorway: { from: 7, stops: [[7, 0.8], [10, 1.8], [12, 3], [14, 5], [17, 16]] }, // prettier-ignore
  trunk: { from: 7, stops: [[7, 0.6], [10, 1.5], [12, 2.4], [14, 4.5], [17, 15]] }, // prettier-ignore
  road: { from: 10, stops: [[10, 0.6], [12, 1.4], [14, 3.4], [17, 13]] }, // prettier-ignore
  street: { from: 12, stops: [[12, 0.5], [14, 1.8], [15, 3.5], [17, 10]] }, // prettier-ignore
  path: { from: 14, stops: [[14, 0.6], [17, 1.4]] }, // prettier-ignore
  rail: { from: 9, stops: [[9, 0.5], [12, 1], [17, 2.4]] }, // prettier-ignore
};
/** From which zoom a road has an edge of its own. */
const CASED_FROM = { motorway: 8, trunk: 9, road: 10, street: 13, path: 99, rail: 99 } as const;
const ROAD_LAYERS = ['roads', 'transportation'] as const;

function width(of: RoadClass): (zoom: number) => number {
  return exp(
    1.6,
    WIDTHS[of].stops.map(([zoom, wide]) => [zoom, wide]),
  );
}

/** Fills of the areas of some layers: of the kinds named, or of all but some. */
function area(
  layers: readonly string[],
  fill: string,
  kinds: readonly string[] | null,
  minzoom = 0,
  but: readonly string[] = [],
): readonly PaintRule[] {
  const wanted = kinds === null ? null : new Set(kinds);
  return layers.map((dataLayer) => ({
    dataLayer,
    minzoom,
    symbolizer: new PolygonSymbolizer({ fill }),
    filter: (_zoom: number, { geomType, props }: Feature) => {
      if (geomType !== GeomType.Polygon) return false;
      const kind = text(props['kind']) || text(props['class']);
      return wanted === null ? !but.includes(kind) : wanted.has(kind);
    },
  }));
}

function roads(of: RoadClass, theme: MapTheme, part: 'edge' | 'fill'): readonly PaintRule[] {
  const wide = width(of);
  const edge = part === 'edge';
  const colour = theme.of[edge ? 'road-edge' : (of satisfies ColourName)];
  const dash = of === 'path' ? [3, 2] : null;
  return ROAD_LAYERS.map((dataLayer) => ({
    dataLayer,
    minzoom: edge ? Math.max(CASED_FROM[of], WIDTHS[of].from) : WIDTHS[of].from,
    symbolizer: new LineSymbolizer({
      color: colour,
      width: (zoom: number) => wide(zoom) + (edge ? (zoom < 12 ? 1 : 1.4) : 0),
      lineCap: 'round',
      lineJoin: 'round',
      ...(dash === null ? {} : { dash }),
    }),
    filter: (_zoom: number, feature: Feature) =>
      feature.geomType === GeomType.Line && roadClass(feature) === of && !isTunnel(feature),
  }));
}

function isTunnel({ props }: Feature): boolean {
  const said = props['is_tunnel'];
  return said === true || said === 1 || props['brunnel'] === 'tunnel';
}

/** Roads under the ground, below all others: a dashed band without an edge. */
function tunnels(of: RoadClass, theme: MapTheme): readonly PaintRule[] {
  const wide = width(of);
  return ROAD_LAYERS.map((dataLayer) => ({
    dataLayer,
    minzoom: Math.max(12, WIDTHS[of].from),
    symbolizer: new LineSymbolizer({
      color: theme.of['road-edge'],
      width: (zoom: number) => wide(zoom) * 0.7,
      opacity: 0.75,
      dash: [4, 3],
    }),
    filter: (_zoom: number, feature: Feature) =>
      feature.geomType === GeomType.Line && roadClass(feature) === of && isTunnel(feature),
  }));
}

function rivers(theme: MapTheme): readonly PaintRule[] {
  return ['water', 'waterway'].map((dataLayer) => ({
    dataLayer,
    minzoom: 10,
    symbolizer: new LineSymbolizer({
      color: theme.of.river,
      width: exp(1.6, [[10, 0.9], [14, 1.8], [17, 5]]), // prettier-ignore
      lineCap: 'round',
    }),
    filter: (zoom: number, { geomType, props }: Feature) => {
      const kind = text(props['kind']) || text(props['class']);
      return geomType === GeomType.Line && (kind === 'river' || kind === 'canal' || zoom >= 13);
    },
  }));
}

/** The rules in the order of painting: land uses, water, buildings, roads from the least to the greatest, railways. */
export function tilePaintRules(theme: MapTheme): PaintRule[] {
  const { of } = theme;
  const covers = ['landuse', 'landcover'] as const;
  const fills = ['path', 'street', 'road', 'trunk', 'motorway'] as const;
  const edges = ['street', 'road', 'trunk', 'motorway'] as const;
  return [
    ...area(['water'], of.water, ['ocean']),
    ...area(['earth'], of.land, null),
    ...area(covers, of.built, ['residential', 'urban_area', 'commercial', 'industrial', 'retail', 'suburb', 'neighbourhood']), // prettier-ignore
    ...area([...covers, 'park'], of.green, ['park', 'nature_reserve', 'national_park', 'protected_area', 'golf_course', 'cemetery', 'grass', 'grassland', 'village_green', 'allotments', 'recreation_ground', 'pitch', 'playground', 'scrub']), // prettier-ignore
    ...area(covers, of.wood, ['wood', 'forest']),
    ...area(['water'], of.water, null, 0, ['ocean']),
    ...rivers(theme),
    ...area(['buildings', 'building'], of.building, null, 14),
    ...fills.flatMap((each) => tunnels(each, theme)),
    ...edges.flatMap((each) => roads(each, theme, 'edge')),
    ...fills.flatMap((each) => roads(each, theme, 'fill')),
    ...roads('rail', theme, 'fill'),
  ];
}
