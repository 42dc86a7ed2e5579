/** Dragging a stop of the list with the pointer: onto another stop, or onto a route of the list beside the map. */
import { useCallback } from 'react';
import { cancelDrag, dragOver, drop, startDrag, type Dragged, type Over } from './editor-state.ts';
import { followPointer, type PointerAt } from './follow-pointer.ts';

function overAt({ x, y }: PointerAt): Over | null {
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
    followPointer(event, {
      begin: (at) => {
        startDrag(dragged, at);
      },
      over: (at) => {
        dragOver(overAt(at), at);
      },
      drop: () => void drop(),
      cancel: cancelDrag,
    });
  }, []);
}
