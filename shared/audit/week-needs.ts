/** Which journeys a client is to have, by the records; and who rides when, by the plan. */
import { DAY_BITS, type DayMask } from '../calendar/day-mask.ts';
import { weekOf, type Journey } from '../casework/week.ts';
import type { Client } from '../model/client.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import type { AuditFacts } from './audit-facts.ts';

/** A client's week on the first day that is planned for. */
export function needsOf(client: Client, facts: AuditFacts): readonly Journey[] {
  const first = facts.firstDay(client.school_urn, client.year_group);
  return weekOf(client, facts.weeks?.get(client.id), first > facts.on ? first : facts.on);
}

/** The stops made together: of each morning, or each afternoon, of the week; every different set once. */
export function stopsTogether(
  stops: readonly PlannedStop[],
  leg: 'mornings' | 'afternoons',
): readonly (readonly PlannedStop[])[] {
  const sets = new Map<string, readonly PlannedStop[]>();
  for (const day of DAY_BITS) {
    const made = stops.filter((stop) => (stop[leg] & day) !== 0);
    if (made.length === 0) continue;
    sets.set(made.map((stop) => stops.indexOf(stop)).join(), made);
  }
  return [...sets.values()];
}

/** The days on which anybody rides, there or home. */
export function daysRun(route: PlannedRoute): DayMask {
  return route.stops.reduce<DayMask>((days, stop) => days | stop.mornings | stop.afternoons, 0);
}

/** Clients who joined a contract: not those whom it carries already, from whichever address. */
export function joinedOf(route: PlannedRoute): readonly PlannedStop[] {
  const carried = new Set(route.stops.filter((stop) => stop.fixed).map((stop) => stop.client_id));
  return route.stops.filter((stop) => !carried.has(stop.client_id));
}
