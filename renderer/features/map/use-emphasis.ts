/** What the map draws at full strength, and where it looks, from the selection. */
import { useEffect, useMemo } from 'react';
import type { MapData, MapSchool } from '../../../shared/api/views/map.ts';
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { serves } from '../../../shared/model/route-schools.ts';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import type { Emphasis, StopMark } from '../../map/scene.ts';
import type { Focused } from '../../map/county-map.tsx';
import { useChannel } from '../../state/channel.ts';
import { useSelectedId } from '../../state/selection.ts';
import { homeBounds, routeBounds, schoolBounds } from './bounds.ts';
import { useMapState } from './map-state.ts';
import type { SchoolRoutes } from './school-routes.ts';

export interface Shown {
  readonly emphasis: Emphasis;
  readonly focus: Focused | null;
}

const NO_STOPS: readonly StopMark[] = [];

/** Follows the selection into the map; a chosen route brings its school along. */
export function useEmphasis(
  data: MapData | null,
  school: MapSchool | null,
  routes: SchoolRoutes,
): Shown {
  const routeId = useSelectedId('route');
  const pointedId = useMapState((state) => state.pointed_route_id);
  const clientId = useSelectedId('client');
  const detail = useChannel('routes/detail', routeId === null ? null : { route_id: routeId }).data;

  useEffect(() => {
    if (detail === null || detail.route.id !== routeId) return;
    const { school_urn } = useMapState.getState();
    // A shared route is found under each of its schools: the list stays where it is.
    if (school_urn === null || !serves(detail.route, school_urn))
      useMapState.setState({ school_urn: detail.route.school_urn });
  }, [detail, routeId]);

  const stops = useMemo(
    () => (detail === null || detail.route.id !== routeId ? NO_STOPS : stopMarks(detail)),
    [detail, routeId],
  );
  const emphasis = useMemo(
    () => ({
      school_urn: school?.urn ?? null,
      called:
        detail === null || detail.route.id !== routeId
          ? []
          : detail.calls.map((call) => call.school_urn),
      route_id: routeId,
      pointed_route_id: pointedId,
      client_id: clientId,
      routes: routes.lines,
      stops,
    }),
    [school, detail, routeId, pointedId, clientId, routes.lines, stops],
  );
  const focus = useMemo(
    () => focusOf({ data, school, routes, routeId, clientId, stops }),
    [data, school, routes, routeId, clientId, stops],
  );
  return { emphasis, focus };
}

/** Protected homes are left off the map. */
function stopMarks(detail: RouteDetail): StopMark[] {
  return detail.stops.flatMap((stop, i) => {
    const planned = detail.route.stops[i];
    if (stop.protected_address || planned === undefined) return [];
    return [
      {
        client_id: stop.client_id,
        place: planned.place,
        lat: stop.lat,
        lon: stop.lon,
        number: i + 1,
        label: formatTimeOfDay(planned.pick_up_s),
      },
    ];
  });
}

function focusOf(now: {
  readonly data: MapData | null;
  readonly school: MapSchool | null;
  readonly routes: SchoolRoutes;
  readonly routeId: number | null;
  readonly clientId: number | null;
  readonly stops: readonly StopMark[];
}): Shown['focus'] {
  const { data, school, routes, routeId, clientId } = now;
  if (clientId !== null && data !== null) {
    const at = data.homes.client_id.indexOf(clientId);
    const lat = data.homes.lat[at];
    const lon = data.homes.lon[at];
    if (lat !== undefined && lon !== undefined)
      return { key: `client ${clientId}`, bounds: homeBounds(lat, lon) };
  }
  const line = routes.lines.find(({ id }) => id === routeId);
  if (line !== undefined) return { key: `route ${line.id}`, bounds: routeBounds(line, now.stops) };
  if (school !== null && !routes.loading)
    return { key: `school ${school.urn}`, bounds: schoolBounds(school, routes.lines) };
  return null;
}
