/** A small map with one pin that may be moved: by dragging, or with the arrow keys while it has the focus. */
import { divIcon, Marker, type Marker as LeafletMarker } from 'leaflet';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { Position } from '../../shared/geo/position.ts';
import { fromLatLng, toLatLng } from './lat-lng.ts';
import { GroundMap } from './ground-map.tsx';

interface Props {
  readonly lat: number;
  readonly lon: number;
  /** Told once a move is finished: a drop, or half a second after the last arrow key. */
  readonly onMove: (position: Position) => void;
  /** Whose place it is, such as `Home of KC-0123`. */
  readonly label: string;
}

/** Ground a press of an arrow key moves the pin by: pixels, five with shift. */
const STEP = 4;
const SETTLE_MS = 500;
/** Half the sides of the box shown first, degrees: about 2 by 2 miles. */
const HALF = { lat: 0.015, lon: 0.024 };

/** The pin on the built-in map. */
export function PinMap({ lat, lon, onMove, label }: Props): ReactNode {
  const home = useMemo(
    () => ({
      west: lon - HALF.lon,
      east: lon + HALF.lon,
      south: lat - HALF.lat,
      north: lat + HALF.lat,
    }),
    [lat, lon],
  );
  return (
    <GroundMap
      label={`${label}: position on the map`}
      home={home}
      homeLabel="Centre on the pin"
      data={null}
    >
      <Pin lat={lat} lon={lon} label={label} onMove={onMove} />
    </GroundMap>
  );
}

const ICON = divIcon({
  className: 'kb-pin',
  iconSize: [28, 36],
  iconAnchor: [14, 34],
  html: '<svg width="28" height="36" viewBox="0 0 28 36" aria-hidden="true"><path d="M14 34C10 26 3 21 3 13a11 11 0 0 1 22 0c0 8-7 13-11 21Z" fill="var(--map-school-chosen)" stroke="var(--map-casing)" stroke-width="2"/><circle cx="14" cy="13" r="4" fill="var(--map-casing)"/></svg>',
});

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The pin itself, within a map. */
export function Pin({ lat, lon, label, onMove }: Props): null {
  const map = useMap();
  const told = useRef(onMove);
  const marker = useRef<LeafletMarker | null>(null);
  useEffect(() => {
    told.current = onMove;
  }, [onMove]);

  useEffect(() => {
    const pin = new Marker(map.getCenter(), {
      icon: ICON,
      draggable: true,
      keyboard: true,
      autoPanOnFocus: true,
      title: 'Drag, or move with the arrow keys (shift for larger steps)',
    }).addTo(map);
    marker.current = pin;
    let settle: number | undefined;
    pin.on('dragend', () => {
      told.current(fromLatLng(pin.getLatLng()));
    });
    const press = (event: KeyboardEvent): void => {
      const step = ARROWS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const by = event.shiftKey ? STEP * 5 : STEP;
      const at = map.latLngToContainerPoint(pin.getLatLng());
      pin.setLatLng(map.containerPointToLatLng([at.x + step[0] * by, at.y + step[1] * by]));
      window.clearTimeout(settle);
      settle = window.setTimeout(() => {
        told.current(fromLatLng(pin.getLatLng()));
      }, SETTLE_MS);
    };
    const element = pin.getElement();
    element?.addEventListener('keydown', press);
    return () => {
      window.clearTimeout(settle);
      element?.removeEventListener('keydown', press);
      pin.remove();
      marker.current = null;
    };
  }, [map]);

  useEffect(() => {
    marker.current?.setLatLng(toLatLng({ lat, lon }));
  }, [lat, lon]);

  useEffect(() => {
    marker.current
      ?.getElement()
      ?.setAttribute('aria-label', `${label}. Arrow keys move the pin, shift for larger steps`);
  }, [label]);
  return null;
}
