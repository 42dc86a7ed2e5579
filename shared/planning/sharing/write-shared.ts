/** A shared route written down: stops, calls, times and price by the rules of every other route. */
import type { CostLine, PlannedRoute, PlannedStop, SchoolCall } from '../../model/plan.ts';
import { dailyCrews } from '../legs.ts';
import type { Rider } from '../school-problem.ts';
import type { SharedPlan } from './shared-order.ts';
import { sharedAfternoon, sharedMorning, type SharedTable } from './shared-run.ts';

/** The last second of a day. */
const LAST_SECOND = 24 * 3600 - 1;

/** What a run is known by before it is priced. */
export type SharedRunPart = Pick<
  PlannedRoute,
  | 'school_urn'
  | 'calls'
  | 'distance_m'
  | 'distance_basis'
  | 'duration_s'
  | 'home_m'
  | 'home_duration_s'
  | 'arrive_s'
  | 'depart_s'
  | 'stops'
> & { readonly assistants: number };

/** Times, distances and assistants. */
export function sharedRun(table: SharedTable, plan: SharedPlan): SharedRunPart {
  const { morning, afternoon } = plan;
  const there = sharedMorning(table, morning);
  const home = sharedAfternoon(table, afternoon);
  const calls = morning.calls.map((at, i): SchoolCall => {
    const back = afternoon.calls.indexOf(at);
    return {
      school_urn: table.schools[at]?.urn ?? 0,
      arrive_s: morning.times[i] ?? 0,
      depart_s: Math.min(LAST_SECOND, afternoon.times[back] ?? 0),
      home_order: back + 1,
      ...(plan.byHand?.there === true ? { there_by_hand: true } : {}),
      ...(plan.byHand?.home === true ? { home_by_hand: true } : {}),
    };
  });
  const callOf = (school: number): SchoolCall | undefined => calls[morning.calls.indexOf(school)];
  const stops = morning.order.map((at): PlannedStop => {
    const { rider, school, fixed } = riderOf(table, at);
    const row = table.schools.length + at;
    const call = callOf(school);
    const [ride_s, home_ride_s] = [there.rides.get(at) ?? 0, home.rides.get(at) ?? 0];
    return {
      client_id: rider.client.id,
      school_urn: call?.school_urn ?? 0,
      place: rider.place,
      mornings: rider.mornings,
      afternoons: rider.afternoons,
      pick_up_s: Math.max(0, (call?.arrive_s ?? 0) - ride_s - rider.boarding_s),
      ride_s,
      limit_s: rider.limit.limit_s,
      limit_kind: rider.limit.kind,
      direct_s: table.durations[row * table.n + school] ?? 0,
      direct_m: table.distances[row * table.n + school] ?? 0,
      drop_off_order: afternoon.order.indexOf(at) + 1,
      drop_off_s: Math.min(LAST_SECOND, (call?.depart_s ?? 0) + home_ride_s),
      home_ride_s,
      home_direct_s: table.durations[school * table.n + row] ?? 0,
      fixed,
      provisional: rider.provisional,
    };
  });
  return {
    school_urn: calls.at(-1)?.school_urn ?? null,
    calls,
    stops,
    distance_m: there.distance_m,
    duration_s: there.duration_s,
    home_m: home.distance_m,
    home_duration_s: home.duration_s,
    arrive_s: calls.at(-1)?.arrive_s ?? 0,
    depart_s: Math.min(...calls.map((call) => call.depart_s)),
    assistants: assistantsOf(table, morning.order),
    distance_basis: [...table.byRoad].every((on) => on === 1) ? 'road' : 'estimated',
  };
}

function riderOf(table: SharedTable, at: number) {
  const found = table.riders[at];
  if (found === undefined) throw new RangeError(`No rider ${at} on a shared route`);
  return found;
}

/** Who is aboard together on any morning or afternoon of the week. */
export function crewsOf(
  table: SharedTable,
  order: readonly number[],
): readonly (readonly Rider[])[] {
  const part = (leg: 'mornings' | 'afternoons') =>
    dailyCrews(order, (at) => riderOf(table, at).rider[leg]);
  return [...part('mornings'), ...part('afternoons')].map((crew) =>
    crew.map((at) => riderOf(table, at).rider),
  );
}

/** One for each client who has their own, and one that the others share. */
export function helpersOf(crew: readonly Rider[]): number {
  const own = crew.filter((rider) => rider.assistant === 'own').length;
  return own + (crew.some((rider) => rider.assistant === 'shared') ? 1 : 0);
}

function assistantsOf(table: SharedTable, order: readonly number[]): number {
  return Math.max(0, ...crewsOf(table, order).map(helpersOf));
}

/** The bill of a route. */
export function billOf(
  cost: readonly CostLine[],
  days_a_year: number,
): Pick<PlannedRoute, 'cost' | 'cost_day_pence' | 'days_a_year' | 'cost_year_pence'> {
  const cost_day_pence = cost.reduce((sum, line) => sum + line.pence, 0);
  return { cost, cost_day_pence, days_a_year, cost_year_pence: cost_day_pence * days_a_year };
}
