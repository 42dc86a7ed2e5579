/** The county with one point to choose: by a click, by Enter at the map's centre, or by moving the pin. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useMap, useMapEvents } from 'react-leaflet';
import type { MapData } from '../../shared/api/views/map.ts';
import type { Position } from '../../shared/geo/position.ts';
import { GroundMap } from './ground-map.tsx';
import { fromLatLng } from './lat-lng.ts';
import { Pin } from './pin-map.tsx';
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
  return (
    <GroundMap
      label={`${label}: click, or move the map and press Enter, to choose its place`}
      home={home}
      data={data}
    >
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
    </GroundMap>
  );
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
