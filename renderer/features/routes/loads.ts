/** How full the vehicle is after each stop of the morning. */
import type { RouteDetail } from '../../../shared/api/views/plan.ts';

export interface Load {
  /** Seats taken after this stop, the assistant's included. */
  readonly seats: number;
  readonly wheelchairs: number;
}

export interface Loads {
  readonly after: readonly Load[];
  readonly mostSeats: number;
  readonly mostChairs: number;
}

/** Loads only grow on the way to school; a wheelchair user takes a wheelchair space and no seat, an assistant one seat. */
export function loadsAlong(detail: Pick<RouteDetail, 'route' | 'stops'>): Loads {
  let seats = detail.route.assistant ? 1 : 0;
  let wheelchairs = 0;
  const after = detail.stops.map((stop) => {
    if (stop.wheelchair) wheelchairs += 1;
    else seats += 1;
    return { seats, wheelchairs };
  });
  return { after, mostSeats: seats, mostChairs: wheelchairs };
}
