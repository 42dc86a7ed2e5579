/** Rides reckoned afresh, leg by leg and day by day, from the places of the stops alone. */
import type { Travel } from '../geo/travel.ts';
import type { Client } from '../model/client.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import type { School } from '../model/school.ts';
import { HOME } from '../model/stop-place.ts';
import type { AuditFacts } from './audit-facts.ts';
import { boardingOf, hasPosition } from './measured.ts';
import { needsOf, stopsTogether } from './week-needs.ts';

/** A stop with whose it is and where. */
export interface LocatedStop {
  readonly stop: PlannedStop;
  readonly client: Client;
  readonly lat: number;
  readonly lon: number;
}

/** The stops whose client and place are known, and the others. */
export function locate(
  route: PlannedRoute,
  facts: AuditFacts,
): { readonly located: readonly LocatedStop[]; readonly lost: readonly PlannedStop[] } {
  const located: LocatedStop[] = [];
  const lost: PlannedStop[] = [];
  for (const stop of route.stops) {
    const client = facts.clients.get(stop.client_id);
    const place =
      client === undefined || stop.place === HOME
        ? client
        : needsOf(client, facts).find((each) => each.place === stop.place);
    if (client !== undefined && hasPosition(place))
      located.push({ stop, client, lat: place.lat, lon: place.lon });
    else lost.push(stop);
  }
  return { located, lost };
}

/** One ride: the longest of its days, and the direct way. */
export interface ReckonedRide extends LocatedStop {
  readonly ride_s: number;
  readonly direct_s: number;
  readonly direct_m: number;
  /** How many roundings it may hold. */
  readonly legs: number;
}

/** The rides of one leg in the order of its stops, and the metres of the longest day. */
export function reckon(
  stops: readonly LocatedStop[],
  school: School & { lat: number; lon: number },
  by: {
    readonly leg: 'mornings' | 'afternoons';
    readonly facts: AuditFacts;
    readonly travel: Travel;
  },
): { readonly rides: readonly ReckonedRide[]; readonly metres: number } {
  const { leg, facts, travel } = by;
  const isThere = leg === 'mornings';
  // Whoever boards last rides shortest in the morning, as whoever is let off first does in the afternoon: both are counted from the school.
  const fromSchool = isThere
    ? stops.toReversed()
    : stops.toSorted((a, b) => a.stop.drop_off_order - b.stop.drop_off_order);
  const { n, distances, durations } = travel.table([school, ...fromSchool]);
  const way = (table: Float64Array, near: number, far: number): number =>
    (isThere ? table[far * n + near] : table[near * n + far]) ?? 0;
  const longest = fromSchool.map(() => 0);
  let metres = 0;
  for (const made of stopsTogether(
    fromSchool.map(({ stop }) => stop),
    leg,
  )) {
    const isMade = new Set(made);
    let [near, seconds, length] = [0, 0, 0];
    fromSchool.forEach(({ stop }, at) => {
      if (!isMade.has(stop)) return;
      const before = near === 0 ? undefined : fromSchool[near - 1];
      seconds += way(durations, near, at + 1);
      if (before !== undefined) seconds += boardingOf(before.client, facts);
      length += way(distances, near, at + 1);
      longest[at] = Math.max(longest[at] ?? 0, seconds);
      near = at + 1;
    });
    metres = Math.max(metres, length);
  }
  const rides = fromSchool.map((each, at) => ({
    ...each,
    ride_s: longest[at] ?? 0,
    direct_s: way(durations, 0, at + 1),
    direct_m: way(distances, 0, at + 1),
    legs: at + 1,
  }));
  return { rides, metres };
}
