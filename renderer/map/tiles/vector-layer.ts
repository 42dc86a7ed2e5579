/** Vector tiles as a Leaflet layer. In a file of its own: the drawing library is loaded only where there is such a map. */
import * as leaflet from 'leaflet';
import type { GridLayer } from 'leaflet';
import { leafletLayer } from 'protomaps-leaflet';
import type { TileInfo } from '../../../shared/api/views/map.ts';
import type { MapTheme } from '../map-theme.ts';
import { keepingFree, type OwnMarks } from './keep-free.ts';
import { tileLabelRules } from './tile-labels.ts';
import { tilePaintRules } from './tile-paint.ts';
import { bridgedArchive } from './tile-source.ts';

/** A layer that draws an archive in the sheet's colours. */
export function vectorLayer(
  info: TileInfo,
  theme: MapTheme,
  options: {
    readonly bounds: leaflet.LatLngBoundsExpression;
    readonly theme: string;
    readonly own: OwnMarks;
  },
): GridLayer {
  // The library makes its layer from the global name that Leaflet has as a script.
  (globalThis as { L?: typeof leaflet }).L = leaflet;
  const layer: unknown = leafletLayer({
    url: bridgedArchive(),
    maxDataZoom: info.maxzoom,
    bounds: options.bounds,
    className: `kb-map-tiles kb-map-tiles-${options.theme}`,
    paintRules: tilePaintRules(theme),
    labelRules: keepingFree(tileLabelRules(theme), options.own),
    attribution: '',
    noWrap: true,
  });
  const made = layer as GridLayer;
  options.own.current.names.clear();
  made.on('load', () => {
    options.own.current.names.settled();
  });
  return made;
}
