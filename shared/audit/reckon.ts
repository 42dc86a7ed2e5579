/** Rides reckoned afresh, leg by leg and day by day, from the places of the stops alone. */
import type { TravelTable } from '../geo/estimate.ts';
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
  /** In the table of the route; the school is 0. */
  readonly row: number;
}

/** The stops of a route. */
export interface LocatedRoute {
  /** Their client and place are known, and there is a way to the school and back. */
  readonly located: readonly LocatedStop[];
  /** Of no known client or place. */
  readonly lost: readonly PlannedStop[];
  /** The network has no way between them and the school. */
  readonly cutOff: readonly PlannedStop[];
  /** Ways between the school and the stops; null where they cannot be measured. */
  readonly table: TravelTable | null;
}

/** Sorts a route's stops by whether their ways to a school can be measured. */
export function locate(
  route: Pick<PlannedRoute, 'stops'>,
  { facts, school, travel }: MeasuredBy,
): LocatedRoute {
  const located: LocatedStop[] = [];
  const lost: PlannedStop[] = [];
  for (const stop of route.stops) {
    const client = facts.clients.get(stop.client_id);
    const place =
      client === undefined || stop.place === HOME
        ? client
        : needsOf(client, facts).find((each) => each.place === stop.place);
    if (client !== undefined && hasPosition(place))
      located.push({ stop, client, lat: place.lat, lon: place.lon, row: located.length + 1 });
    else lost.push(stop);
  }
  if (travel === null || !hasPosition(school)) return { located, lost, cutOff: [], table: null };
  const table = travel.table([school, ...located]);
  const { n, durations } = table;
  const isCutOff = ({ row }: LocatedStop): boolean =>
    !Number.isFinite(durations[row * n]) || !Number.isFinite(durations[row]);
  return {
    located: located.filter((each) => !isCutOff(each)),
    lost,
    cutOff: located.filter(isCutOff).map(({ stop }) => stop),
    table,
  };
}

/** What ways are measured by. */
export interface MeasuredBy {
  readonly facts: AuditFacts;
  readonly school: School | undefined;
  /** null: the plan's roads are not loaded any more. */
  readonly travel: Travel | null;
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
  { n, distances, durations }: TravelTable,
  { leg, facts }: { readonly leg: 'mornings' | 'afternoons'; readonly facts: AuditFacts },
): { readonly rides: readonly ReckonedRide[]; readonly metres: number } {
  const isThere = leg === 'mornings';
  // Whoever boards last rides shortest in the morning, as whoever is let off first does in the afternoon: both are counted from the school.
  const fromSchool = isThere
    ? stops.toReversed()
    : stops.toSorted((a, b) => a.stop.drop_off_order - b.stop.drop_off_order);
  const row = (at: number): number => (at === 0 ? 0 : (fromSchool[at - 1]?.row ?? 0));
  const way = (table: Float64Array, near: number, far: number): number =>
    (isThere ? table[row(far) * n + row(near)] : table[row(near) * n + row(far)]) ?? 0;
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
