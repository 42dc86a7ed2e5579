/** How full the vehicle is after each stop of the morning, on the fullest of its days. */
import type { RouteDetail } from '../../../shared/api/views/plan.ts';
import { DAY_BITS } from '../../../shared/calendar/day-mask.ts';

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

/**
 * Loads only grow on the way to school; a wheelchair user takes a wheelchair space and no seat, an assistant one seat, equipment those it is
 * set to. On each day those count who ride that day.
 */
export function loadsAlong(detail: Pick<RouteDetail, 'route' | 'stops'>): Loads {
  const { route, stops } = detail;
  const after = route.stops.map(() => ({ seats: 0, wheelchairs: 0 }));
  const most = { seats: 0, wheelchairs: 0 };
  for (const leg of ['mornings', 'afternoons'] as const) {
    for (const day of DAY_BITS) {
      let seats = route.assistant ? 1 : 0;
      let wheelchairs = 0;
      route.stops.forEach((stop, at) => {
        if ((stop[leg] & day) === 0) return;
        if (stops[at]?.wheelchair === true) wheelchairs += 1;
        else seats += 1;
        seats += stops[at]?.equipment_seats ?? 0;
        const load = after[at];
        if (leg === 'mornings' && load !== undefined) {
          load.seats = Math.max(load.seats, seats);
          load.wheelchairs = Math.max(load.wheelchairs, wheelchairs);
        }
      });
      most.seats = Math.max(most.seats, seats);
      most.wheelchairs = Math.max(most.wheelchairs, wheelchairs);
    }
  }
  return { after, mostSeats: most.seats, mostChairs: most.wheelchairs };
}
