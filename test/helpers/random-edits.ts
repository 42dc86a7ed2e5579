/** Plans of random counties, and edits drawn at random: sensible ones and mistaken ones alike. */
import { auditPlan } from '../../shared/audit/audit-plan.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { Random } from '../../shared/kernel/random.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { planCounty } from './plan-county.ts';

/** A whole plan of a county, its routes numbered as a store would. */
export function planOf(facts: AuditFacts, iterations = 50): Plan {
  const made = planCounty(facts, iterations);
  const routes = made.routes.map((route, at) => ({ ...route, id: at + 1 }));
  const unallocated = [...made.unallocated].sort((a, b) => a.client_id - b.client_id);
  return {
    id: 1,
    made_on: facts.on,
    year: facts.year,
    seed: 1,
    status: 'draft',
    distance_basis: 'estimated',
    roads: '',
    routes,
    unallocated,
    audit: auditPlan({ routes, unallocated, roads: '' }, facts),
  };
}

/** Any edit, of clients and routes that may or may not be there. */
export function randomEdit(plan: Plan, facts: AuditFacts, random: Random): PlanEdit {
  const { classes } = rateCardAt(facts.settings, facts.on);
  const client_id = 1 + random.below(Math.max(1, facts.clients.size));
  const route = (): number => {
    const some = plan.routes[random.below(Math.max(1, plan.routes.length))];
    return random.chance(0.95) && some !== undefined ? some.id : 999;
  };
  const vehicle_class = random.pick(classes).id;
  const layout = random.below(2);
  const to = random.chance(0.75)
    ? { route_id: route(), position: random.chance(0.5) ? null : random.below(6) }
    : { vehicle_class };
  const stops = plan.routes.flatMap((each) => each.stops).filter((stop) => stop.place !== HOME);
  const some = stops[random.below(Math.max(1, stops.length))];
  // Stops of some days are few: those that there are get edits of their own.
  if (some !== undefined && random.chance(0.4)) {
    const whose = { client_id: some.client_id, place: some.place };
    return random.pick<PlanEdit>([
      { kind: 'move', ...whose, to },
      { kind: 'reorder', ...whose, position: random.below(5) },
      { kind: 'take-off', ...whose, reason: 'The family asked.' },
    ]);
  }
  return random.pick<PlanEdit>([
    { kind: 'move', client_id, to },
    { kind: 'move', client_id, to },
    { kind: 'place', client_id, to },
    { kind: 'reorder', client_id, position: random.below(5) },
    { kind: 'take-off', client_id, reason: random.chance(0.9) ? 'The family asked.' : ' ' },
    { kind: 'open', school_urn: 1 + random.below(3), vehicle_class, layout },
    { kind: 'close', route_id: route() },
    { kind: 'merge', route_id: route(), into_id: route() },
    { kind: 'vehicle', route_id: route(), vehicle_class, layout },
    { kind: 'lock', route_id: route(), locked: random.chance(0.3) },
    { kind: 'measure', route_id: route() },
  ]);
}
