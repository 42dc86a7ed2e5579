/** The county with one point to choose: by a click, by Enter at the map's centre, or by moving the pin. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { BaseMap, MapData } from '../../shared/api/views/map.ts';
import type { Position } from '../../shared/geo/position.ts';
import { useChannel } from '../state/channel.ts';
import { useSession } from '../state/session.ts';
import { useTheme } from '../state/theme.ts';
import { BaseLayers, tileSource, useTiles } from './base-layers.tsx';
import { fromLatLng } from './lat-lng.ts';
import { NO_LAYERS } from './layers.ts';
import { MapFrame } from './map-frame.tsx';
import { Pin } from './pin-map.tsx';
import { SceneLayer } from './scene-layer.tsx';
import { NO_EMPHASIS, prepareScene } from './scene.ts';
import { TileNames } from './tiles/tile-names.ts';
import type { Bounds } from './view.ts';

interface Props {
  /** null: nothing chosen yet. */
  readonly point: Position | null;
  /** What the point is, such as `New school`. */
  readonly label: string;
  readonly onPoint: (point: Position) => void;
  /** What is shown first. */
  readonly home: Bounds;
  /** Homes and schools to draw beneath; null: the ground alone. */
  readonly data: MapData | null;
}

/** Degrees of a place on a map that people click at: about a metre. */
const PLACES = 5;

/** A map of the county on which a point is chosen. Homes and schools are drawn, and choose nothing. */
export function PointMap({ point, label, onPoint, home, data }: Props): ReactNode {
  const base: BaseMap | null = useChannel('map/base', {}).data;
  const scene = useMemo(() => prepareScene(base, data), [base, data]);
  const theme = useTheme((state) => state.shown);
  const tiles = useTiles();
  const [names] = useState(() => new TileNames());
  const invented = useSession((state) => state.info?.store?.demo ?? false);
  return (
    <MapFrame
      label={`${label}: click, or move the map and press Enter, to choose its place`}
      home={home}
      source={[tileSource(tiles), base?.sources ?? ''].filter((part) => part !== '').join('. ')}
      invented={invented}
      layers={
        <>
          <BaseLayers scene={scene} tiles={tiles} theme={theme} names={names} />
          <SceneLayer
            scene={scene}
            emphasis={NO_EMPHASIS}
            layers={NO_LAYERS}
            ground={tiles === null ? 'built_in' : 'drawn'}
            names={names}
            theme={theme}
            onPick={ignore}
            onPoint={ignore}
          />
          <Choosing onPoint={onPoint} />
          {point === null ? null : (
            <Pin
              lat={point.lat}
              lon={point.lon}
              label={label}
              onMove={(to) => {
                onPoint(rounded(to));
              }}
            />
          )}
        </>
      }
    />
  );
}

function ignore(): void {
  // Homes and schools are for orientation here.
}

function rounded({ lat, lon }: Position): Position {
  return { lat: Number(lat.toFixed(PLACES)), lon: Number(lon.toFixed(PLACES)) };
}

/** A click is the point; Enter while the map has the keyboard takes its centre. */
function Choosing({ onPoint }: Pick<Props, 'onPoint'>): null {
  const map = useMap();
  const told = useRef(onPoint);
  useEffect(() => {
    told.current = onPoint;
  }, [onPoint]);
  useMapEvents({
    click: ({ latlng }) => {
      told.current(rounded(fromLatLng(latlng)));
    },
  });
  useEffect(() => {
    const box = map.getContainer();
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.target !== box) return;
      event.preventDefault();
      told.current(rounded(fromLatLng(map.getCenter())));
    };
    box.addEventListener('keydown', press);
    return () => {
      box.removeEventListener('keydown', press);
    };
  }, [map]);
  return null;
}
