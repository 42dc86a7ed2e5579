/** Stops of some days moved by hand, and the vehicle that a route gets when somebody joins it. */
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { done, editedCounty, routeOf } from '../helpers/edited-county.ts';
import { planOf } from '../helpers/random-edits.ts';
import { someAddress } from '../helpers/random-weeks.ts';

const facts = editedCounty();
const plan = planOf(facts);
const east = routeOf(plan, 3);
const contract = routeOf(plan, 5);

/** Fridays the first child is collected at the other parent's, in the east. */
function withFridaysEast(): AuditFacts {
  const address = someAddress(7, { lat: 51.26, lon: 0.81, days: ['Fri'] });
  const records = { addresses: [address], placements: [], second: null };
  return { ...facts, weeks: new Map([[1, records]]) };
}

describe('a stop of some days', () => {
  const weekly = withFridaysEast();
  const made = planOf(weekly);
  const [home, friday] = ['home', 'address 7'];
  const routeAt = (of: Plan, place: string) =>
    of.routes.find(({ stops }) => stops.some((s) => s.client_id === 1 && s.place === place));

  it('is a stop of its own, collected in the east', () => {
    expect(made.audit.passed).toBe(true);
    expect(routeAt(made, friday)?.stops.map((stop) => stop.client_id)).toContain(3);
    expect(routeAt(made, home)?.id).not.toBe(routeAt(made, friday)?.id);
  });

  it('moves to another route while the stop from home stays', () => {
    const to = { route_id: contract.id, position: null };
    const {
      plan: after,
      sentence,
      effect,
    } = done(made, { kind: 'move', client_id: 1, place: friday, to }, weekly);
    expect(routeAt(after, friday)?.contract_id).toBe(1);
    expect(routeAt(after, home)).toBe(routeAt(made, home));
    expect(sentence).toContain('C-1 (Fri, other parent) moved from');
    expect(effect.rides.filter(({ client_id }) => client_id === 1)).toMatchObject([
      { place: friday, before: { route_ref: routeAt(made, friday)?.ref }, after: { route_ref: contract.ref } }, // prettier-ignore
    ]);
  });

  it('is taken off for its days alone, told of beside those of the stop from home, and put back', () => {
    const off = { kind: 'take-off' as const, client_id: 1, reason: 'Asked.' };
    const fridayOff = done(made, { ...off, place: friday }, weekly).plan;
    expect(fridayOff.unallocated).toMatchObject([{ client_id: 1, days: 16 }]);
    expect(fridayOff.unallocated[0]?.detail).toContain('Fri: Taken off');
    const bothOff = done(fridayOff, off, weekly).plan;
    expect(bothOff.unallocated).toMatchObject([{ client_id: 1, days: 31 }]);
    const to = { route_id: east.id, position: null };
    const homeBack = done(bothOff, { kind: 'place', client_id: 1, to }, weekly).plan;
    expect(routeAt(homeBack, home)?.id).toBe(east.id);
    expect(homeBack.unallocated).toMatchObject([{ client_id: 1, days: 16 }]);
    const back = done(homeBack, { kind: 'place', client_id: 1, to }, weekly).plan;
    expect(routeAt(back, friday)?.id).toBe(east.id);
    expect(back.unallocated).toEqual([]);
  });

  it('changes its place in the order', () => {
    const before = routeAt(made, friday)?.stops.findIndex((stop) => stop.place === friday) ?? 0;
    const position = before === 0 ? 1 : 0;
    const edit = { kind: 'reorder' as const, client_id: 1, place: friday, position };
    const after = done(made, edit, weekly).plan;
    expect(routeAt(after, friday)?.stops[position]?.place).toBe(friday);
  });
});

describe('the vehicle of a route that is not let yet', () => {
  const heavy = (kg: number): AuditFacts =>
    editedCounty({
      2: { mobility: 'wheelchair_travels', occupied_weight_kg: kg, sole_occupancy: false },
    });

  it.each([
    [250, 'accessible_taxi'],
    [251, 'accessible_minibus'],
  ])('becomes one that bears %s kg when the child joins', (kg, vehicle) => {
    const facts = heavy(kg);
    const plan = planOf(facts);
    const to = { route_id: routeOf(plan, 3).id, position: null };
    const { plan: after, sentence, effect } = done(plan, { kind: 'move', client_id: 2, to }, facts);
    expect(routeOf(after, 3).vehicle_class).toBe(vehicle);
    expect(sentence).toContain('vehicle class now');
    const changed = effect.routes.find((each) => each.ref === routeOf(plan, 3).ref);
    expect(changed?.vehicle_before).not.toBe(changed?.vehicle_after);
    expect(effect.came.map(({ code }) => code)).not.toContain('over_tie_down');
  });

  it('stays what a contract names, and what the planner chose for a new route', () => {
    const facts = heavy(251);
    const plan = planOf(facts);
    const on = routeOf(plan, 5);
    const joined = done(plan, { kind: 'move', client_id: 2, to: { route_id: on.id, position: null } }, facts); // prettier-ignore
    expect(routeOf(joined.plan, 2).vehicle_class).toBe(on.vehicle_class);
    const fresh = done(plan, { kind: 'move', client_id: 2, to: { vehicle_class: 'accessible_taxi' } }, facts); // prettier-ignore
    expect(routeOf(fresh.plan, 2).vehicle_class).toBe('accessible_taxi');
    expect(fresh.effect.came.map(({ code }) => code)).toContain('over_tie_down');
  });
});
