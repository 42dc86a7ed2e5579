/** The whole map of the county: schools, homes, routes of the chosen school, and what each mark is on hover. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMap } from 'react-leaflet';
import type { Map as LeafletMap } from 'leaflet';
import { toLatLng } from './lat-lng.ts';
import { BaseLayers, useTiles } from './base-layers.tsx';
import { MapFrame, toLatLngBounds } from './map-frame.tsx';
import { MapLegend } from './map-legend.tsx';
import { legendItems } from './legend-items.ts';
import type { Hit } from './hits.ts';
import { type Pointed, SceneLayer } from './scene-layer.tsx';
import type { Emphasis, Scene } from './scene.ts';
import type { Bounds } from './view.ts';
import { describeHit } from './describe-hit.ts';
import type { TileInfo } from '../../shared/api/views/map.ts';
import { drawPicture, type Paper, type PictureWords } from './export-png.ts';
import { Lasso } from './lasso.tsx';
import { TileNames } from './tiles/tile-names.ts';
import { MeasureTool } from './measure-tool.tsx';
import { StopDrag, type StopDragging } from './stop-drag.tsx';
import type { Position } from '../../shared/geo/position.ts';
import type { Layers } from './layers.ts';

export interface MapHandle {
  /** The map as it stands, as a .png of a paper at 300 dpi, on light paper. */
  readonly toPng: (words: PictureWords, paper: Paper, layers: Layers) => Promise<Blob>;
  /** The corners of what is in sight, [lat, lon, ...]. */
  readonly inSight: () => readonly number[];
}

/** What should be in sight; the map moves once for each key. */
export interface Focused {
  readonly key: string;
  readonly bounds: Bounds;
  /** Pixels at the left that a panel covers, where the map is wide enough to spare them. */
  readonly covered?: number;
}

interface Props {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  readonly layers: Layers;
  /** A line is being drawn about homes. */
  readonly lasso: boolean;
  /** The line about homes, [lat, lon, ...]; null where it was given up. */
  readonly onLasso: (line: readonly number[] | null) => void;
  /** Points are being chosen to measure between: clicks choose nothing else. */
  readonly measuring: boolean;
  /** The next point; null where measuring is given up. */
  readonly onMeasure: (at: Position | null) => void;
  /** Homes can be dragged onto routes; null where they cannot. */
  readonly stopDrag: StopDragging | null;
  readonly home: Bounds;
  /** Moves the map whenever the key changes: what should be in sight. */
  readonly focus: Focused | null;
  readonly source: string;
  readonly invented: boolean;
  readonly theme: string;
  readonly label: string;
  readonly onPick: (hit: Exclude<Hit, { kind: 'cluster' }> | null) => void;
  readonly onReady: (handle: MapHandle | null) => void;
}

/** Legend, tooltip and layers about one scene. */
export function CountyMap(props: Props): ReactNode {
  const { scene, layers, onPick, measuring } = props;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const under = pointed?.hit.kind === 'route' ? pointed.hit.id : null;
  const emphasis = useMemo(
    () => (under === null ? props.emphasis : { ...props.emphasis, pointed_route_id: under }),
    [props.emphasis, under],
  );
  const tiles = useTiles();
  const [names] = useState(() => new TileNames());
  const [map, setMap] = useState<LeafletMap | null>(null);
  const swallow = useRef(false);
  const pick = useCallback(
    (hit: Hit | null) => {
      if (measuring || swallow.current) return;
      if (hit?.kind === 'cluster') {
        map?.flyTo(toLatLng(hit), Math.min(map.getZoom() + 2, 13), { duration: 0.4 });
        return;
      }
      onPick(hit);
    },
    [map, onPick, measuring],
  );
  const items = useMemo(
    () => legendItems({ school: emphasis.school_urn !== null }, layers),
    [emphasis.school_urn, layers],
  );
  return (
    <MapFrame
      label={props.label}
      home={props.home}
      source={props.source}
      invented={props.invented}
      legend={<MapLegend items={items} />}
      layers={
        <>
          <BaseLayers scene={scene} tiles={tiles} theme={props.theme} names={names} />
          <SceneLayer
            scene={scene}
            emphasis={emphasis}
            layers={layers}
            ground={tiles === null ? 'built_in' : 'drawn'}
            names={names}
            theme={props.theme}
            onPick={pick}
            onPoint={setPointed}
          />
          {props.lasso ? <Lasso onEnd={props.onLasso} /> : null}
          {props.measuring ? <MeasureTool onPoint={props.onMeasure} /> : null}
          {props.stopDrag === null ? null : (
            <StopDrag pointed={pointed} dragging={props.stopDrag} swallow={swallow} />
          )}
          <Focus focus={props.focus} />
          <Handle
            scene={scene}
            emphasis={emphasis}
            tiles={tiles}
            onReady={props.onReady}
            onMap={setMap}
          />
          {pointed !== null && <Tip pointed={pointed} scene={scene} />}
        </>
      }
    />
  );
}

function Tip({ pointed, scene }: { readonly pointed: Pointed; readonly scene: Scene }): ReactNode {
  const map = useMap();
  const words = describeHit(pointed.hit, scene.schools);
  const size = map.getSize();
  const toLeft = pointed.x > size.x - 270;
  const above = pointed.y > size.y - 90;
  return (
    <div
      className="kb-map-tip"
      style={{
        left: toLeft ? undefined : pointed.x + 14,
        right: toLeft ? size.x - pointed.x + 14 : undefined,
        top: above ? undefined : pointed.y + 12,
        bottom: above ? size.y - pointed.y + 12 : undefined,
      }}
    >
      {words.title}
      {words.detail !== '' && <small>{words.detail}</small>}
    </div>
  );
}

function Focus({ focus }: { readonly focus: Props['focus'] }): null {
  const map = useMap();
  const moved = useRef<string | null>(null);
  useEffect(() => {
    // Only a new key moves the map: fresh data for the same choice must not pull it from under the pointer.
    if (focus === null || focus.key === moved.current) return;
    moved.current = focus.key;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    // A low map under a sheet has no room for a wide margin.
    const { x, y } = map.getSize();
    const margin = [Math.min(48, x / 10), Math.min(48, y / 10)] as const;
    const covered = focus.covered !== undefined && x > focus.covered * 1.6 ? focus.covered : 0;
    map.flyToBounds(toLatLngBounds(focus.bounds), {
      paddingTopLeft: [margin[0] + covered, margin[1]],
      paddingBottomRight: [...margin],
      maxZoom: 13,
      animate: !still,
      duration: 0.5,
    });
  }, [map, focus]);
  return null;
}

function Handle(props: {
  readonly scene: Scene;
  readonly emphasis: Emphasis;
  readonly tiles: TileInfo | null;
  readonly onReady: Props['onReady'];
  readonly onMap: (map: LeafletMap | null) => void;
}): null {
  const map = useMap();
  const { scene, emphasis, tiles, onReady, onMap } = props;
  useEffect(() => {
    onMap(map);
    onReady({
      toPng: (words, paper, layersOf) => {
        const size = map.getSize();
        const { lat, lng } = map.getCenter();
        return drawPicture({
          scene,
          emphasis,
          layers: layersOf,
          tiles,
          paper,
          words,
          host: map.getContainer(),
          frame: { width: size.x, height: size.y, lat, lon: lng, zoom: map.getZoom() },
        });
      },
      inSight: () => {
        const bounds = map.getBounds();
        const [south, west] = [bounds.getSouth(), bounds.getWest()];
        const [north, east] = [bounds.getNorth(), bounds.getEast()];
        return [south, west, south, east, north, east, north, west];
      },
    });
    return () => {
      onReady(null);
    };
  }, [map, scene, emphasis, tiles, onReady, onMap]);
  return null;
}
