/** Dragging on the map: a stop of the chosen route, or a child without a route. */
import { useMemo } from 'react';
import type { Focused } from '../../map/county-map.tsx';
import type { StopDragging } from '../../map/stop-drag.tsx';
import type { MapData } from '../../../shared/api/views/map.ts';
import { TRANSPORT_STATES } from '../../../shared/api/views/applications.ts';
import { HOME } from '../../../shared/model/stop-place.ts';
import { useChannel } from '../../state/channel.ts';
import { useSelectedId } from '../../state/selection.ts';
import { cancelDrag, dragOver, drop, startDrag, useEditor } from './editor-state.ts';

/** The editor's width and its place: the map keeps what it shows clear of it. */
const COVERED = 380;

/** What should be in sight, beside the editor while it is open. */
export function useClearOfEditor(focus: Focused | null): Focused | null {
  const on = useEditor((state) => state.on);
  return useMemo(
    () =>
      focus === null || !on || focus.covered !== undefined
        ? focus
        : { ...focus, key: `${focus.key} beside the editor`, covered: COVERED },
    [focus, on],
  );
}

/** What the map does with a home that is dragged; null while nothing is edited. */
export function useMapDrag(data: MapData | null): StopDragging | null {
  const on = useEditor((state) => state.on);
  const routeId = useSelectedId('route');
  const detail = useChannel(
    'routes/detail',
    !on || routeId === null ? null : { route_id: routeId },
  ).data;
  return useMemo(() => {
    if (!on) return null;
    return {
      start: ({ client_id, place: which }, at) => {
        const stops = detail?.route.stops ?? [];
        const index = stops.findIndex(
          (each) => each.client_id === client_id && each.place === (which ?? HOME),
        );
        const [stop, who] = [stops[index], detail?.stops[index]];
        if (detail !== null && stop !== undefined && detail.route.locked !== true) {
          const name = who === undefined || who.name === '' ? (who?.ref ?? '') : who.name;
          startDrag({ client_id, place: stop.place, name, from_id: detail.route.id }, at);
          return true;
        }
        if (which !== undefined) return false;
        const place = data?.homes.client_id.indexOf(client_id) ?? -1;
        const state = TRANSPORT_STATES[data?.homes.state[place] ?? -1];
        if (state !== 'unallocated' && state !== 'not_planned') return false;
        startDrag({ client_id, place: null, name: 'A child without a route', from_id: null }, at);
        return true;
      },
      over: (route_id, at) => {
        dragOver(route_id === null ? null : { kind: 'route', route_id }, at);
      },
      drop: () => void drop(),
      cancel: cancelDrag,
    };
  }, [on, detail, data]);
}
