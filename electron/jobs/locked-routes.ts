/** Locked routes stay as they are when the county is planned again. */
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { pricedRoute } from '../../shared/edits/change-plan.ts';
import { reckonRoute } from '../../shared/planning/reckon/reckon-route.ts';
import { WHOLE_WEEK } from '../../shared/calendar/day-mask.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import type { Client } from '../../shared/model/client.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { isShared } from '../../shared/model/route-schools.ts';
import type { CountyWork, SchoolWork } from '../../shared/planning/county.ts';

/** The locked routes of a plan: same vehicle, clients and order; times and price by the records and the measure of today. */
export function lockedRoutes(plan: Plan | null, facts: AuditFacts): readonly PlannedRoute[] {
  return (plan?.routes ?? [])
    .filter((route) => route.locked === true)
    .map((route) =>
      pricedRoute(route, facts).ok && !isShared(route)
        ? reckonRoute(route, route.stops, facts)
        : route,
    );
}

/** The plan without its locked routes: what planning may keep or make anew. */
export function withoutLocked(plan: Plan | null): Plan | null {
  return plan === null
    ? null
    : { ...plan, routes: plan.routes.filter((route) => route.locked !== true) };
}

/**
 * The work without those who are on locked routes. Whom a locked route's contract carries and the route does not, is placed elsewhere: the
 * audit says so.
 */
export function setAside(work: CountyWork, locked: readonly PlannedRoute[]): CountyWork {
  if (locked.length === 0) return work;
  const aboard = new Set(
    locked.flatMap((route) =>
      route.stops.filter((stop) => stop.place === HOME).map((stop) => stop.client_id),
    ),
  );
  const stops = new Set(
    locked.flatMap((route) => route.stops.map((stop) => `${stop.client_id} ${stop.place}`)),
  );
  const rides = new Map(
    locked.flatMap((route) =>
      route.stops
        .filter((stop) => stop.place === HOME)
        .map((stop) => [stop.client_id, stop.mornings | stop.afternoons] as const),
    ),
  );
  const contracts = new Set(locked.map((route) => route.contract_id));
  const isFree = (client: Client): boolean => !aboard.has(client.id);
  const free = (each: SchoolWork): SchoolWork => {
    const runs = each.running.filter((run) => !contracts.has(run.contract.id));
    const stranded = each.running
      .filter((run) => contracts.has(run.contract.id))
      .flatMap((run) => run.carried.filter(isFree));
    return {
      ...each,
      running: runs
        .map((run) => ({ ...run, carried: run.carried.filter(isFree) }))
        .filter((run) => run.carried.length > 0),
      waiting: [...each.waiting.filter(isFree), ...stranded],
      others: each.others.filter(
        ({ client, journey }) => !stops.has(`${client.id} ${journey.place}`),
      ),
    };
  };
  return {
    ...work,
    shared: work.shared.filter((run) => !contracts.has(run.contract.id)),
    schools: work.schools.map(free),
    // Who rides a locked route from home may still be without a vehicle on other days.
    unallocated: work.unallocated.filter(({ client_id, days = WHOLE_WEEK }) => {
      const ridden = rides.get(client_id);
      return ridden === undefined || (days & ridden) === 0;
    }),
  };
}
