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
  /** In the table of the route, which begins with its schools in the order of the morning's calls. */
  readonly row: number;
  /** The row of their own school. */
  readonly school: number;
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
  route: Pick<PlannedRoute, 'stops' | 'school_urn'>,
  { facts, schools, travel }: MeasuredBy,
): LocatedRoute {
  const located: LocatedStop[] = [];
  const lost: PlannedStop[] = [];
  const rowOf = (stop: PlannedStop): number =>
    Math.max(
      0,
      schools.findIndex((each) => each?.urn === (stop.school_urn ?? route.school_urn)),
    );
  for (const stop of route.stops) {
    const client = facts.clients.get(stop.client_id);
    const place =
      client === undefined || stop.place === HOME
        ? client
        : needsOf(client, facts).find((each) => each.place === stop.place);
    if (client !== undefined && hasPosition(place))
      located.push({
        stop,
        client,
        lat: place.lat,
        lon: place.lon,
        row: schools.length + located.length,
        school: rowOf(stop),
      });
    else lost.push(stop);
  }
  const placed = schools.filter(hasPosition);
  if (travel === null || placed.length === 0 || placed.length < schools.length)
    return { located, lost, cutOff: [], table: null };
  const table = travel.table([...placed, ...located]);
  const { n, durations } = table;
  const isCutOff = ({ row, school }: LocatedStop): boolean =>
    !Number.isFinite(durations[row * n + school]) || !Number.isFinite(durations[school * n + row]);
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
  /** In the order of the morning's calls. */
  readonly schools: readonly (School | undefined)[];
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

/** A school at which a route calls, and when by the plan, seconds after midnight. */
export interface ReckonedCall {
  readonly row: number;
  readonly at_s: number;
}

/** What a leg is reckoned by. */
export interface ReckonedLeg {
  readonly leg: 'mornings' | 'afternoons';
  readonly facts: AuditFacts;
  /** In the order in which this leg calls; absent: one school. */
  readonly calls?: readonly ReckonedCall[];
}

const ONE_SCHOOL: readonly ReckonedCall[] = [{ row: 0, at_s: 0 }];

/** The calls of a shared route in the order of a leg; nothing for a route of one school. */
export function callsOf(
  { calls }: Pick<PlannedRoute, 'calls'>,
  leg: ReckonedLeg['leg'],
): Pick<ReckonedLeg, 'calls'> {
  if (calls === undefined) return {};
  const all = calls.map((call, row) => ({ row, call }));
  return leg === 'mornings'
    ? { calls: all.map(({ row, call }) => ({ row, at_s: call.arrive_s })) }
    : {
        calls: all
          .toSorted((a, b) => a.call.home_order - b.call.home_order)
          .map(({ row, call }) => ({ row, at_s: call.depart_s })),
      };
}

/** The schools of a route in the order of the morning's calls. */
export function calledSchools(
  { calls, school_urn }: Pick<PlannedRoute, 'calls' | 'school_urn'>,
  { schools }: Pick<AuditFacts, 'schools'>,
): readonly (School | undefined)[] {
  if (calls !== undefined) return calls.map((call) => schools.get(call.school_urn));
  return [school_urn === null ? undefined : schools.get(school_urn)];
}

/** The rides of one leg in the order of its stops, and the metres of the longest day. */
export function reckon(
  stops: readonly LocatedStop[],
  { n, distances, durations }: TravelTable,
  { leg, facts, calls = ONE_SCHOOL }: ReckonedLeg,
): { readonly rides: readonly ReckonedRide[]; readonly metres: number } {
  const isThere = leg === 'mornings';
  // Whoever boards last rides shortest in the morning, as whoever is let off first does in the afternoon: both are counted from the school.
  const fromSchool = isThere
    ? stops.toReversed()
    : stops.toSorted((a, b) => a.stop.drop_off_order - b.stop.drop_off_order);
  // The homes begin where the morning calls first, or where the afternoon calls last.
  const nearest = (isThere ? calls[0] : calls.at(-1)) ?? { row: 0, at_s: 0 };
  const row = (at: number): number => (at === 0 ? nearest.row : (fromSchool[at - 1]?.row ?? 0));
  const between = calls.reduce((sum, { row: from }, i) => {
    const next = calls[i + 1];
    return next === undefined ? sum : sum + (distances[from * n + next.row] ?? 0);
  }, 0);
  const aboardAfter = (school: number): number =>
    Math.abs((calls.find((each) => each.row === school)?.at_s ?? nearest.at_s) - nearest.at_s);
  const way = (table: Float64Array, near: number, far: number): number =>
    (isThere ? table[row(far) * n + row(near)] : table[row(near) * n + row(far)]) ?? 0;
  const direct = (table: Float64Array, { row: home, school }: LocatedStop): number =>
    (isThere ? table[home * n + school] : table[school * n + home]) ?? 0;
  const longest = fromSchool.map(() => 0);
  let metres = 0;
  for (const made of stopsTogether(
    fromSchool.map(({ stop }) => stop),
    leg,
  )) {
    const isMade = new Set(made);
    let [near, seconds, length] = [0, 0, between];
    fromSchool.forEach(({ stop, school }, at) => {
      if (!isMade.has(stop)) return;
      const before = near === 0 ? undefined : fromSchool[near - 1];
      seconds += way(durations, near, at + 1);
      if (before !== undefined) seconds += boardingOf(before.client, facts);
      length += way(distances, near, at + 1);
      longest[at] = Math.max(longest[at] ?? 0, seconds + aboardAfter(school));
      near = at + 1;
    });
    metres = Math.max(metres, length);
  }
  const rides = fromSchool.map((each, at) => ({
    ...each,
    ride_s: longest[at] ?? 0,
    direct_s: direct(durations, each),
    direct_m: direct(distances, each),
    legs: at + calls.length,
  }));
  return { rides, metres };
}
