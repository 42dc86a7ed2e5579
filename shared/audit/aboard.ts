/** Who and what is aboard a route, worked out from the clients' own records. */
import { equipmentSeats, equipmentSeatsAt } from '../casework/equipment-space.ts';
import type { Client } from '../model/client.ts';
import type { PlannedRoute, PlannedStop } from '../model/plan.ts';
import { contractOf, type AuditFacts } from './audit-facts.ts';
import { stopsTogether } from './week-needs.ts';

/** A route's load. */
export interface Aboard {
  readonly clients: readonly Client[];
  readonly walking: number;
  readonly in_wheelchairs: number;
  /** Seats under equipment. */
  readonly equipment_seats: number;
  /** Assistants that the clients' needs ask for. */
  readonly assistants_needed: number;
  /** Those, or the one that the contract supplies anyway. */
  readonly assistants: number;
}

/** Whether nobody could give this client's rescue medication: planned with an assistant until answered. */
function lacksRescuer(client: Client): boolean {
  return client.rescue_medication && (client.assistant === null || client.assistant === 'none');
}

/** The loads of a route, one for each different set of clients that rides together on any day of the week, there or home. */
export function loadsOf(route: PlannedRoute, facts: AuditFacts): readonly Aboard[] {
  const sets = [
    ...stopsTogether(route.stops, 'mornings'),
    ...stopsTogether(route.stops, 'afternoons'),
  ];
  const seen = new Set<string>();
  return sets.flatMap((stops) => {
    const key = stops.map((stop) => stop.client_id).join();
    if (seen.has(key)) return [];
    seen.add(key);
    return [aboard(stops, route, facts)];
  });
}

/** As many assistants as the fullest run of the week needs, and as many as travel. */
export function assistantsOf(
  route: PlannedRoute,
  facts: AuditFacts,
): Pick<Aboard, 'assistants_needed' | 'assistants'> {
  const loads = loadsOf(route, facts);
  return {
    assistants_needed: Math.max(0, ...loads.map((each) => each.assistants_needed)),
    assistants: Math.max(suppliedBy(route, facts), ...loads.map((each) => each.assistants)),
  };
}

/** The assistant whom a contract supplies whoever is aboard. */
function suppliedBy(route: PlannedRoute, facts: AuditFacts): number {
  return contractOf(facts, route.contract_id)?.assistant === true ? 1 : 0;
}

/** Counts a load. One assistant serves all who may share; each *own* is one more. */
function aboard(stops: readonly PlannedStop[], route: PlannedRoute, facts: AuditFacts): Aboard {
  const clients: Client[] = [];
  for (const stop of stops) {
    const client = facts.clients.get(stop.client_id);
    if (client !== undefined) clients.push(client);
  }
  const table = equipmentSeatsAt(facts.settings, facts.on);
  const in_wheelchairs = clients.filter((each) => each.mobility === 'wheelchair_travels').length;
  const own = clients.filter((each) => each.assistant === 'own').length;
  const shares = clients.some(
    (each) => each.assistant === 'shared' || each.assistant === 'medical' || lacksRescuer(each),
  );
  const assistants_needed = own + (shares ? 1 : 0);
  return {
    clients,
    walking: clients.length - in_wheelchairs,
    in_wheelchairs,
    equipment_seats: clients.reduce((sum, each) => sum + equipmentSeats(each, table), 0),
    assistants_needed,
    assistants: Math.max(assistants_needed, suppliedBy(route, facts)),
  };
}
