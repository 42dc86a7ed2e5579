/** What the map draws while a place is looked at: the route as it would run, with its stops and times. */
import { useMemo } from 'react';
import { formatTimeOfDay } from '../../../shared/format/time.ts';
import type { Focused } from '../../map/county-map.tsx';
import type { Emphasis } from '../../map/scene.ts';
import { useChannel } from '../../state/channel.ts';
import { routeBounds } from '../map/bounds.ts';
import { chosenOffer, placesAsked, usePlacing } from './place-state.ts';

/** The panel's width and its place: the map keeps the route clear of it. */
const COVERED = 392;

/** A place as the map shows it. */
export interface Preview {
  readonly emphasis: Emphasis;
  readonly focus: Focused;
}

/** The preview of the place looked at; null where none is. */
export function usePreview(): Preview | null {
  const { client_id, journey, ref } = usePlacing();
  const { data } = useChannel('offers/find', placesAsked(client_id, journey));
  return useMemo(() => {
    if (client_id === null || data === null || data.client_id !== client_id) return null;
    const offer = chosenOffer(data, ref);
    if (offer === null) return null;
    const id = offer.route_id ?? -1;
    const line = { id, ref: offer.ref, line: offer.way.line };
    const stops = offer.stops_on_map.map(({ pick_up_s, ...stop }) => ({
      ...stop,
      label: formatTimeOfDay(pick_up_s),
    }));
    return {
      emphasis: {
        school_urn: data.school_urn,
        route_id: id,
        pointed_route_id: null,
        client_id,
        routes: [line],
        stops,
      },
      focus: {
        key: `place ${client_id} ${offer.ref}`,
        bounds: routeBounds(line, stops),
        covered: COVERED,
      },
    };
  }, [client_id, ref, data]);
}
