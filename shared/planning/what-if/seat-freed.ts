/**
 * What a route would really save if one client travelled otherwise. A seat freed saves nothing unless the vehicle, the way or an assistant
 * changes: a contract's price stays as it is while it carries anybody.
 */
import { newRouteLines, type RouteSize } from '../../costing/route-cost.ts';
import type { CostLine, PlannedRoute } from '../../model/plan.ts';
import { isShared } from '../../model/route-schools.ts';
import type { SchoolWork } from '../county.ts';
import { anyPupil } from '../day-room.ts';
import { cheapestVehicle } from '../desk/best-place.ts';
import type { CountyDesk } from '../desk/county-desk.ts';
import { isWhole, layDesk, writeDesk, type Desk, type DeskRoute } from '../desk/lay-desk.ts';

/**
 * `route_ends`: nobody else is on it. `cheaper`: a smaller vehicle, a shorter way or one assistant fewer. `price_stays`: the contract is paid as before. `nothing`: a
 * route planned anew costs the same without them. `cannot_tell`: shared by schools, locked, or not as the records are now.
 */
export type FreedHow = 'route_ends' | 'cheaper' | 'price_stays' | 'nothing' | 'cannot_tell';

/** One client's seat on one route. Pence; never below nothing. */
export interface SeatFreed {
  readonly client_id: number;
  readonly route_id: number;
  readonly route_ref: string;
  readonly how: FreedHow;
  readonly others: number;
  readonly saves_year_pence: number;
  /** What the contract may cost less when it is let anew without them: its price in the rate card's proportion, est.; null where that says nothing more. */
  readonly retender_year_pence: number | null;
}

/** Every client of the plan's routes, each with each of their routes. `step` is told how many routes are done; it stops where it answers false. */
export function seatsFreed(
  county: CountyDesk,
  step: (done: number, of: number) => boolean = () => true,
): readonly SeatFreed[] {
  const schools = new Map(
    county.work.schools.filter(({ listed }) => listed).map((work) => [work.school.urn, work]),
  );
  const found: SeatFreed[] = [];
  const { routes } = county.plan;
  for (const [done, route] of routes.entries()) {
    if (!step(done, routes.length)) break;
    found.push(...freedOn(county, route, schools.get(route.school_urn ?? 0)));
  }
  return found;
}

function freedOn(
  county: CountyDesk,
  route: PlannedRoute,
  work: SchoolWork | undefined,
): readonly SeatFreed[] {
  const aboard = [...new Set(route.stops.map(({ client_id }) => client_id))];
  const seat = (client_id: number, given: Partial<SeatFreed>): SeatFreed => ({
    client_id,
    route_id: route.id,
    route_ref: route.ref,
    how: 'cannot_tell',
    others: aboard.length - 1,
    saves_year_pence: 0,
    retender_year_pence: null,
    ...given,
  });
  if (aboard.length === 1)
    return aboard.map((id) =>
      seat(id, { how: 'route_ends', saves_year_pence: route.cost_year_pence }),
    );
  const laid = route.locked === true ? null : lay(county, route, work);
  if (laid === null) return aboard.map((id) => seat(id, {}));
  const [desk, each] = laid;
  const before = writeDesk(desk, { changed: new Map(), fresh: [] }).after.get(each);
  if (before === undefined) return aboard.map((id) => seat(id, {}));
  return aboard.map((id) => {
    const after = without(desk, each, id);
    if (after === null) return seat(id, {});
    const saves_year_pence = Math.max(0, before.cost_year_pence - after.cost_year_pence);
    const stays = each.running === null ? 'nothing' : 'price_stays';
    return seat(id, {
      how: saves_year_pence > 0 ? 'cheaper' : stays,
      saves_year_pence,
      retender_year_pence: each.running === null ? null : atRetender(desk, each, before, after),
    });
  });
}

function lay(
  { plan, facts }: CountyDesk,
  route: PlannedRoute,
  work: SchoolWork | undefined,
): readonly [Desk, DeskRoute] | null {
  if (work === undefined || isShared(route)) return null;
  const desk = layDesk({
    plan: { ...plan, routes: [route] },
    facts,
    work: { schools: [{ ...work, waiting: [] }], shared: [], unallocated: [] },
    school_urn: work.school.urn,
    joining: [],
  });
  const each = desk?.routes[0];
  return desk === null || each === undefined || !isWhole(each) ? null : [desk, each];
}

/** The route written down without a client; a new one in the cheapest vehicle that holds the rest. */
function without(desk: Desk, each: DeskRoute, client_id: number): PlannedRoute | null {
  const own = new Set(
    each.route.stops.filter((stop) => stop.client_id === client_id).map((stop) => desk.indexOfStop(stop)), // prettier-ignore
  );
  const pupils = each.pupils.filter((index) => !own.has(index));
  const vehicle = each.running === null ? smallest(desk, each, pupils) : null;
  const changed = new Map([[each, { pupils, ...(vehicle === null ? {} : { vehicle }) }]]);
  return writeDesk(desk, { changed, fresh: [] }).after.get(each) ?? null;
}

function smallest(desk: Desk, { route }: DeskRoute, pupils: readonly number[]) {
  return cheapestVehicle(
    desk,
    pupils.map((index) => anyPupil(desk.made, index)),
    route,
  );
}

/** The contract's year times how much cheaper the rate card makes the route without the client, each in the cheapest vehicle that holds it. */
function atRetender(
  desk: Desk,
  each: DeskRoute,
  before: PlannedRoute,
  after: PlannedRoute,
): number | null {
  const now = cardPence(desk, before, each.pupils);
  const then = cardPence(
    desk,
    after,
    after.stops.map((stop) => desk.indexOfStop(stop)),
  );
  if (now === null || then === null || now <= 0) return null;
  return Math.round(before.cost_year_pence * Math.max(0, 1 - then / now));
}

function cardPence(desk: Desk, route: PlannedRoute, pupils: readonly number[]): number | null {
  const { price } = desk.made.basis;
  const people = pupils.map((index) => anyPupil(desk.made, index));
  const type = cheapestVehicle(desk, people, route)?.type;
  const vehicle = price.card.classes.find(({ id }) => id === type);
  if (vehicle === undefined) return null;
  const size: RouteSize = {
    distance_m: route.distance_m,
    duration_s: route.duration_s,
    assistants: people.some(({ assistant }) => assistant) ? 1 : 0,
  };
  return sumOf(newRouteLines(vehicle, size, price));
}

function sumOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { pence }) => sum + pence, 0);
}
