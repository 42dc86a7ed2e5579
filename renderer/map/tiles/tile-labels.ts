/** Names on vector tiles: places by rank, road numbers, road names, water. What collides is left out, the greater first. */
import {
  CenteredTextSymbolizer,
  GeomType,
  LineLabelSymbolizer,
  ShieldSymbolizer,
  type Feature,
  type LabelRule,
} from 'protomaps-leaflet';
import type { MapTheme } from '../map-theme.ts';
import { roadClass } from './tile-paint.ts';

type Props = Feature['props'];
type PlaceRank = 'city' | 'town' | 'village' | 'hamlet';

const NAMES = ['name:en', 'name'];

const RANKS: Readonly<Record<string, PlaceRank>> = {
  city: 'city',
  town: 'town',
  village: 'village',
  suburb: 'village',
  quarter: 'hamlet',
  hamlet: 'hamlet',
  neighbourhood: 'hamlet',
  isolated_dwelling: 'hamlet',
};

/** How a place is named: from which zoom, how large. */
const PLACES: Readonly<
  Record<PlaceRank, { readonly from: number; readonly size: number; readonly weight: number }>
> = {
  city: { from: 7, size: 14, weight: 600 },
  town: { from: 9, size: 13, weight: 600 },
  village: { from: 11, size: 12, weight: 400 },
  hamlet: { from: 14, size: 11.5, weight: 400 },
};

/** The larger villages are named a zoom before the others. */
const EVERY_VILLAGE = 12;
const LARGE_VILLAGE = 1000;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

function rankOf(props: Props): PlaceRank | null {
  return RANKS[text(props['kind_detail'])] ?? RANKS[text(props['class'])] ?? null;
}

function placeRules(rank: PlaceRank, theme: MapTheme): readonly LabelRule[] {
  const { from, size, weight } = PLACES[rank];
  return ['places', 'place'].map((dataLayer) => ({
    dataLayer,
    minzoom: from,
    symbolizer: new CenteredTextSymbolizer({
      labelProps: NAMES,
      fill: theme.of.place,
      stroke: theme.of.halo,
      width: 2.5,
      lineHeight: 1.15,
      font: `${weight} ${size}px ${theme.font}`,
    }),
    filter: (zoom: number, { props }: Feature) =>
      rankOf(props) === rank &&
      (rank !== 'village' || zoom >= EVERY_VILLAGE || number(props['population']) >= LARGE_VILLAGE),
    sort: (a: Props, b: Props) => number(b['population']) - number(a['population']),
  }));
}

function roadNames(theme: MapTheme): readonly LabelRule[] {
  const layers = [
    { dataLayer: 'roads', great: 13, small: 15 },
    { dataLayer: 'transportation_name', great: 13, small: 15 },
  ];
  return layers.map(({ dataLayer, great, small }) => ({
    dataLayer,
    minzoom: great,
    symbolizer: new LineLabelSymbolizer({
      labelProps: NAMES,
      fill: theme.of['road-ink'],
      stroke: theme.of.halo,
      width: 2,
      font: `400 11px ${theme.font}`,
      repeatDistance: 360,
    }),
    filter: (zoom: number, feature: Feature) => {
      const of = roadClass(feature);
      if (of === 'street') return zoom >= small;
      return of !== null && of !== 'rail' && of !== 'path';
    },
  }));
}

/** Pixels between two signs of one number. */
const SIGN_EVERY = 320;

/** A road's number on a plate, once in a while along the road. */
function spaced(
  options: ConstructorParameters<typeof ShieldSymbolizer>[0],
): LabelRule['symbolizer'] {
  const shield = new ShieldSymbolizer(options);
  return {
    place: (layout, geom, feature) =>
      shield.place(layout, geom, feature)?.map((label) => ({
        ...label,
        deduplicationKey: `sign ${text(feature.props['ref']) || text(feature.props['shield_text'])}`,
        deduplicationDistance: SIGN_EVERY,
      })),
  };
}

function roadNumbers(theme: MapTheme): readonly LabelRule[] {
  return ['roads', 'transportation_name'].map((dataLayer) => ({
    dataLayer,
    minzoom: 9,
    symbolizer: spaced({
      labelProps: ['ref', 'shield_text'],
      fill: theme.of['ink-soft'],
      background: theme.of.surface,
      padding: 2,
      font: `600 10px ${theme.font}`,
    }),
    filter: (zoom: number, feature: Feature) => {
      const ref = text(feature.props['ref']) || text(feature.props['shield_text']);
      if (ref === '' || ref.length > 8) return false;
      const of = roadClass(feature);
      if (of === 'motorway') return true;
      if (of === 'trunk') return zoom >= 10;
      return of === 'road' && zoom >= 13;
    },
  }));
}

function waterNames(theme: MapTheme): readonly LabelRule[] {
  return ['water', 'water_name'].map((dataLayer) => ({
    dataLayer,
    minzoom: 11,
    symbolizer: new CenteredTextSymbolizer({
      labelProps: NAMES,
      fill: theme.of['water-ink'],
      stroke: theme.of.halo,
      width: 1.5,
      font: `italic 400 11px ${theme.font}`,
    }),
    filter: (_zoom: number, { geomType }: Feature) => geomType === GeomType.Point,
  }));
}

/** The rules by rank: what comes first keeps its place. */
export function tileLabelRules(theme: MapTheme): LabelRule[] {
  return [
    ...placeRules('city', theme),
    ...placeRules('town', theme),
    ...roadNumbers(theme),
    ...placeRules('village', theme),
    ...waterNames(theme),
    ...roadNames(theme),
    ...placeRules('hamlet', theme),
  ];
}
