/** Dragging a stop of the list with the pointer: onto another stop, or onto a route of the list beside the map. */
import { useCallback } from 'react';
import { cancelDrag, dragOver, drop, startDrag, type Dragged, type Over } from './editor-state.ts';

/** So far the pointer moves before a press is a drag, pixels. */
const SLOP = 4;

function overAt(x: number, y: number): Over | null {
  const under = document.elementFromPoint(x, y);
  const stop = under?.closest<HTMLElement>('[data-stop-position]');
  if (stop !== null && stop !== undefined)
    return { kind: 'stop', position: Number(stop.dataset['stopPosition']) };
  const route = under?.closest<HTMLElement>('[data-route-id]');
  return route === null || route === undefined
    ? null
    : { kind: 'route', route_id: Number(route.dataset['routeId']) };
}

/** What a handle does when it is pressed. */
export function useListDrag(): (dragged: Dragged, event: React.PointerEvent) => void {
  return useCallback((dragged, event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const [x, y] = [event.clientX, event.clientY];
    let isDragging = false;
    const move = (next: PointerEvent): void => {
      const at = { x: next.clientX, y: next.clientY };
      if (!isDragging && Math.hypot(at.x - x, at.y - y) > SLOP) {
        isDragging = true;
        startDrag(dragged, at);
      }
      if (isDragging) dragOver(overAt(at.x, at.y), at);
    };
    const end = (): void => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', press, true);
    };
    const up = (): void => {
      end();
      if (isDragging) void drop();
    };
    const cancel = (): void => {
      end();
      cancelDrag();
    };
    const press = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      cancel();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', press, true);
  }, []);
}
