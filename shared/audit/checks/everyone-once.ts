import type { DayMask } from '../../calendar/day-mask.ts';
import type { Violation } from '../../model/plan.ts';
import { broken, notice, refOf, type Check } from '../audit-facts.ts';
import { standings } from '../standing.ts';
import { needsOf } from '../week-needs.ts';

/** Every client to be carried is on exactly one route or listed as unallocated, and nobody else is. */
export const everyoneOnce: Check = (plan, facts) => {
  const found: Violation[] = [];
  const standing = standings(facts);
  const seen = new Map<number, string>();
  const ridden = new Map<number, { mornings: DayMask; afternoons: DayMask }>();
  for (const route of plan.routes) {
    for (const { client_id, mornings, afternoons } of route.stops) {
      const at = { route_ref: route.ref, client_id };
      const ref = refOf(facts, client_id);
      const before = seen.get(client_id);
      const days = ridden.get(client_id) ?? { mornings: 0, afternoons: 0 };
      const isTwice = (days.mornings & mornings) !== 0 || (days.afternoons & afternoons) !== 0;
      ridden.set(client_id, {
        mornings: days.mornings | mornings,
        afternoons: days.afternoons | afternoons,
      });
      if (before !== undefined && isTwice)
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
  for (const { client_id, days } of plan.unallocated) {
    const ref = refOf(facts, client_id);
    if (listed.has(client_id))
      found.push(
        broken('unallocated_twice', { client_id }, `${ref} is listed twice as unallocated.`),
      );
    listed.add(client_id);
    const there = ridden.get(client_id) ?? { mornings: 0, afternoons: 0 };
    if (
      seen.has(client_id) &&
      (days === undefined || (days & there.mornings & there.afternoons) !== 0)
    )
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
    const client = facts.clients.get(client_id);
    if (client !== undefined && needsOf(client, facts).length === 0) {
      const text = `${client.ref} has no journey to a school on any day of the week, by the settings of education in the record.`;
      found.push(notice('no_journey', { client_id }, text));
      continue;
    }
    const text = `${refOf(facts, client_id)} is neither on a route nor listed as unallocated.`;
    found.push(broken('client_missing', { client_id }, text));
  }
  return found;
};
