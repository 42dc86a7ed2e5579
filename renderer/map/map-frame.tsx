/** The map's frame: react-leaflet's container, buttons to zoom, scale, source in the corner. */
import 'leaflet/dist/leaflet.css';
import './map.css';
import { Minus, Plus, Scan } from 'lucide-react';
import type { LatLngBoundsExpression, Map as LeafletMap } from 'leaflet';
import { type ReactNode, useEffect, useState } from 'react';
import { MapContainer, useMap, useMapEvents } from 'react-leaflet';
import { scaleBar } from './scale.ts';
import { toLatLng } from './lat-lng.ts';
import type { Bounds } from './view.ts';

interface Props {
  /** Said to screen readers: what the map shows. */
  readonly label: string;
  /** What is shown first and by the button 'whole county'. */
  readonly home: Bounds;
  readonly source: string;
  readonly invented: boolean;
  /** Drawn in the map, with Leaflet at hand. */
  readonly layers: ReactNode;
  /** Below the map. */
  readonly legend?: ReactNode;
  readonly homeLabel?: string;
}

/** How far arrow keys move the map, pixels. */
const PAN = 96;

/** Leaflet's corners of a box. */
export function toLatLngBounds(bounds: Bounds): LatLngBoundsExpression {
  return [
    toLatLng({ lat: bounds.south, lon: bounds.west }),
    toLatLng({ lat: bounds.north, lon: bounds.east }),
  ];
}

/** A map with everything that every map has. */
export function MapFrame(props: Props): ReactNode {
  return (
    <div className="kb-map">
      <MapContainer
        bounds={toLatLngBounds(props.home)}
        boundsOptions={{ padding: [8, 8] }}
        minZoom={7}
        maxZoom={18}
        zoomSnap={0.5}
        zoomDelta={1}
        zoomControl={false}
        attributionControl={false}
        keyboardPanDelta={PAN}
        preferCanvas
      >
        <Named label={props.label} />
        <KeepSize />
        {props.layers}
        <div className="kb-map-corner kb-map-corner-top-right">
          <Buttons home={props.home} label={props.homeLabel ?? 'Show the whole county'} />
        </div>
        <div className="kb-map-corner kb-map-corner-bottom-right">
          <Scale />
        </div>
        {props.invented && (
          <div className="kb-map-corner kb-map-corner-top-left">
            <div className="kb-map-invented">Invented data</div>
          </div>
        )}
      </MapContainer>
      <div className="kb-map-foot">
        {props.legend}
        <p className="kb-map-source" title={props.source}>
          {props.source}
        </p>
      </div>
    </div>
  );
}

/** Leaflet's box takes the keyboard, so it needs a name and a role. */
function Named({ label }: { readonly label: string }): null {
  const map = useMap();
  useEffect(() => {
    const box = map.getContainer();
    box.setAttribute('role', 'application');
    box.setAttribute('aria-roledescription', 'map');
    box.setAttribute(
      'aria-label',
      `${label}. Arrow keys move the map, plus and minus zoom; the list beside it chooses.`,
    );
  }, [map, label]);
  return null;
}

/** Tells Leaflet when its box changed size, as when the inspector opens. */
function KeepSize(): null {
  const map = useMap();
  useEffect(() => {
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false }));
    observer.observe(map.getContainer());
    return () => {
      observer.disconnect();
    };
  }, [map]);
  return null;
}

function Buttons({ home, label }: { readonly home: Bounds; readonly label: string }): ReactNode {
  const map = useMap();
  return (
    <div className="kb-map-buttons" ref={keepClicks}>
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => map.zoomIn()}>
        <Plus size={16} aria-hidden />
      </button>
      <button
        type="button"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => map.zoomOut()}
      >
        <Minus size={16} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={label}
        title={label}
        onClick={() => map.fitBounds(toLatLngBounds(home), { padding: [8, 8] })}
      >
        <Scan size={16} aria-hidden />
      </button>
    </div>
  );
}

/** A click on a button is not a click on the map. */
export function keepClicks(element: HTMLDivElement | null): void {
  for (const type of ['click', 'dblclick', 'mousedown', 'wheel'])
    element?.addEventListener(type, (event) => {
      event.stopPropagation();
    });
}

function readScale(map: LeafletMap): ReturnType<typeof scaleBar> {
  return scaleBar(map.getCenter().lat, map.getZoom(), 120);
}

function Scale(): ReactNode {
  const map = useMap();
  const [bar, setBar] = useState(() => readScale(map));
  useMapEvents({
    moveend: () => {
      setBar(readScale(map));
    },
  });
  return (
    <div className="kb-map-scale-box">
      <div className="kb-map-scale-label">{bar.label}</div>
      <div className="kb-map-scale" style={{ width: bar.width }} aria-hidden="true" />
    </div>
  );
}
