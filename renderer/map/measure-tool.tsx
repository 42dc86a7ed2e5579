/** Takes points of the map one after another: clicks, or the map's middle with Enter. */
import type { LeafletMouseEvent } from 'leaflet';
import { type ReactNode, useEffect } from 'react';
import { useMap } from 'react-leaflet';
import type { Position } from '../../shared/geo/position.ts';
import { fromLatLng } from './lat-lng.ts';

/** While it is shown the map can still be dragged and zoomed; Escape gives null. */
export function MeasureTool(props: { readonly onPoint: (at: Position | null) => void }): ReactNode {
  const map = useMap();
  const { onPoint } = props;
  useEffect(() => {
    const box = map.getContainer();
    box.classList.add('kb-map-measuring');
    // Two clicks in haste are two points.
    map.doubleClickZoom.disable();
    box.focus({ preventScroll: true });
    return () => {
      box.classList.remove('kb-map-measuring');
      map.doubleClickZoom.enable();
    };
  }, [map]);
  useEffect(() => {
    const click = (event: LeafletMouseEvent): void => {
      onPoint(fromLatLng(event.latlng));
    };
    const press = (event: KeyboardEvent): void => {
      // What lies over the map takes its own Escape first.
      if (document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null) return;
      if (event.key === 'Escape') onPoint(null);
      else if (event.key === 'Enter' && event.target === map.getContainer())
        onPoint(fromLatLng(map.getCenter()));
      else return;
      // The frame would put the selection away as well.
      event.stopPropagation();
    };
    map.on('click', click);
    window.addEventListener('keydown', press, true);
    return () => {
      map.off('click', click);
      window.removeEventListener('keydown', press, true);
    };
  }, [map, onPoint]);
  return (
    <svg className="kb-map-middle" viewBox="-12 -12 24 24" aria-hidden="true">
      <path d="M-11 0H-3M3 0H11M0 -11V-3M0 3V11" />
    </svg>
  );
}
