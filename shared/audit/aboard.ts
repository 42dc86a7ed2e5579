/** Who and what is aboard a route, worked out from the clients' own records. */
import type { Client } from '../model/client.ts';
import type { PlannedRoute } from '../model/plan.ts';
import { contractOf, type AuditFacts } from './audit-facts.ts';

/** A route's load. */
export interface Aboard {
  readonly clients: readonly Client[];
  readonly walking: number;
  readonly in_wheelchairs: number;
  /** Assistants that the clients' needs ask for. */
  readonly assistants_needed: number;
  /** Those, or the one that the contract supplies anyway. */
  readonly assistants: number;
}

/** Whether nobody could give this client's rescue medication: planned with an assistant until answered. */
function lacksRescuer(client: Client): boolean {
  return client.rescue_medication && (client.assistant === null || client.assistant === 'none');
}

/** Counts a route's load. One assistant serves all who may share; each *own* is one more. */
export function aboard(route: PlannedRoute, facts: AuditFacts): Aboard {
  const clients: Client[] = [];
  for (const stop of route.stops) {
    const client = facts.clients.get(stop.client_id);
    if (client !== undefined) clients.push(client);
  }
  const in_wheelchairs = clients.filter((each) => each.mobility === 'wheelchair_travels').length;
  const own = clients.filter((each) => each.assistant === 'own').length;
  const shares = clients.some(
    (each) => each.assistant === 'shared' || each.assistant === 'medical' || lacksRescuer(each),
  );
  const assistants_needed = own + (shares ? 1 : 0);
  const supplied = contractOf(facts, route.contract_id)?.assistant === true ? 1 : 0;
  return {
    clients,
    walking: clients.length - in_wheelchairs,
    in_wheelchairs,
    assistants_needed,
    assistants: Math.max(assistants_needed, supplied),
  };
}
