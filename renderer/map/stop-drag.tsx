/** Drags a home of the map onto a route: the map itself stays still meanwhile. */
import type { LeafletMouseEvent } from 'leaflet';
import { type RefObject, useEffect, useRef } from 'react';
import { useMap } from 'react-leaflet';
import type { Pointed } from './scene-layer.tsx';

/** What dragging a home does; places are pixels of the window. */
export interface StopDragging {
  /** Whether this home, or this stop of the chosen route, can be taken hold of; takes hold of it. */
  readonly start: (
    stop: { readonly client_id: number; readonly place: string | undefined },
    at: { readonly x: number; readonly y: number },
  ) => boolean;
  /** The route under the pointer; null for none. */
  readonly over: (route_id: number | null, at: { readonly x: number; readonly y: number }) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

type Held = Parameters<StopDragging['start']>[0];

/** So far the pointer moves before a press is a drag, pixels. */
const SLOP = 4;

function routeUnder(pointed: Pointed | null): number | null {
  return pointed?.hit.kind === 'route' ? pointed.hit.id : null;
}

/** Follows the pointer from a home on. `swallow` is set while the click that ends a drag is still to come. */
export function StopDrag(props: {
  readonly pointed: Pointed | null;
  readonly dragging: StopDragging;
  readonly swallow: RefObject<boolean>;
}): null {
  const map = useMap();
  const { pointed, dragging, swallow } = props;
  const now = useRef({ pointed, dragging });
  /** Where the pointer is over the map while something is dragged; null else. */
  const at = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    now.current = { pointed, dragging };
    // What lies under the pointer is known a moment after it has moved there: it may stand still by then.
    if (at.current !== null) dragging.over(routeUnder(pointed), at.current);
  }, [pointed, dragging]);
  useEffect(() => {
    let held: (Held & { x: number; y: number; isDragging: boolean }) | null = null;
    const end = (): void => {
      held = null;
      at.current = null;
      map.dragging.enable();
    };
    const press = ({ originalEvent: event }: LeafletMouseEvent): void => {
      const hit = now.current.pointed?.hit;
      if (event.button !== 0 || hit?.kind !== 'home') return;
      held = {
        client_id: hit.client_id,
        place: hit.stop?.place,
        x: event.clientX,
        y: event.clientY,
        isDragging: false,
      };
      map.dragging.disable();
    };
    const move = (event: MouseEvent): void => {
      if (held === null) return;
      const here = { x: event.clientX, y: event.clientY };
      if (!held.isDragging) {
        if (Math.hypot(here.x - held.x, here.y - held.y) <= SLOP) return;
        if (!now.current.dragging.start(held, here)) {
          end();
          return;
        }
        held.isDragging = true;
        swallow.current = true;
      }
      const inMap = event.target instanceof Node && map.getContainer().contains(event.target);
      const row = event.target instanceof Element ? event.target.closest('[data-route-id]') : null;
      at.current = inMap && row === null ? here : null;
      const on_map = inMap ? routeUnder(now.current.pointed) : null;
      now.current.dragging.over(
        row instanceof HTMLElement ? Number(row.dataset['routeId']) : on_map,
        here,
      );
    };
    const release = (): void => {
      if (held === null) return;
      const was = held.isDragging;
      end();
      if (!was) return;
      now.current.dragging.drop();
      // The click comes after the release, where there is one.
      window.setTimeout(() => {
        swallow.current = false;
      }, 0);
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || held === null) return;
      event.stopPropagation();
      end();
      now.current.dragging.cancel();
    };
    map.on('mousedown', press);
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', release);
    window.addEventListener('keydown', leave, true);
    return () => {
      map.off('mousedown', press);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', release);
      window.removeEventListener('keydown', leave, true);
      if (held !== null) map.dragging.enable();
    };
  }, [map, swallow]);
  return null;
}
