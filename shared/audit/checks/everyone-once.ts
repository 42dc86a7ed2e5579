import type { Violation } from '../../model/plan.ts';
import { broken, refOf, type Check } from '../audit-facts.ts';
import { standings } from '../standing.ts';

/** Every client to be carried is on exactly one route or listed as unallocated, and nobody else is. */
export const everyoneOnce: Check = (plan, facts) => {
  const found: Violation[] = [];
  const standing = standings(facts);
  const seen = new Map<number, string>();
  for (const route of plan.routes) {
    for (const { client_id } of route.stops) {
      const at = { route_ref: route.ref, client_id };
      const ref = refOf(facts, client_id);
      const before = seen.get(client_id);
      if (before !== undefined)
        found.push(broken('client_twice', at, `${ref} is on ${route.ref} and on ${before}.`));
      seen.set(client_id, route.ref);
      const where = standing.get(client_id);
      if (where === undefined)
        found.push(broken('client_unknown', at, `${ref} on ${route.ref} is not in the store.`));
      else if (!where.active)
        found.push(
          broken(
            'client_closed',
            at,
            `${ref} on ${route.ref} has no open request and no contract.`,
          ),
        );
      else if (where.on_hold)
        found.push(broken('client_held', at, `${ref} on ${route.ref} is held for a decision.`));
    }
  }
  const listed = new Set<number>();
  for (const { client_id } of plan.unallocated) {
    const ref = refOf(facts, client_id);
    if (listed.has(client_id))
      found.push(
        broken('unallocated_twice', { client_id }, `${ref} is listed twice as unallocated.`),
      );
    listed.add(client_id);
    if (seen.has(client_id))
      found.push(
        broken(
          'routed_and_unallocated',
          { client_id, route_ref: seen.get(client_id) ?? '' },
          `${ref} is on ${seen.get(client_id)} and listed as unallocated.`,
        ),
      );
    if (standing.get(client_id)?.active !== true)
      found.push(
        broken(
          'unallocated_closed',
          { client_id },
          `${ref} is listed as unallocated but needs no transport.`,
        ),
      );
  }
  for (const [client_id, { active }] of standing) {
    if (!active || seen.has(client_id) || listed.has(client_id)) continue;
    const text = `${refOf(facts, client_id)} is neither on a route nor listed as unallocated.`;
    found.push(broken('client_missing', { client_id }, text));
  }
  return found;
};
