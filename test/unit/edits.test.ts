/** Edits of a plan by hand, one worked case each: what they do, and what they refuse with which words. */
import { describe, expect, it } from 'vitest';
import type { AuditFacts } from '../../shared/audit/audit-facts.ts';
import { bestTargets } from '../../shared/edits/best-targets.ts';
import { comparePlans } from '../../shared/edits/compare-plans.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { HOME } from '../../shared/model/stop-place.ts';
import { codeOf, done, editedCounty, order, routeOf } from '../helpers/edited-county.ts';
import { planOf } from '../helpers/random-edits.ts';

const facts = editedCounty();
const plan = planOf(facts);
const west = routeOf(plan, 1);
const east = routeOf(plan, 3);
const contract = routeOf(plan, 5);

describe('the plan edited here', () => {
  it('carries west and east apart, and the fifth on the contract', () => {
    expect([order(plan, 1), order(plan, 3), order(plan, 5)]).toEqual([[1, 2], [4, 3], [5]]);
    expect(plan.audit.passed).toBe(true);
    expect(contract.contract_id).toBe(1);
  });
});

describe('moving a client', () => {
  it('puts them at the best place, charges both routes and tells every changed ride', () => {
    const {
      plan: after,
      effect,
      sentence,
    } = done(
      plan,
      { kind: 'move', client_id: 2, to: { route_id: east.id, position: null } },
      facts,
    );
    expect(order(after, 2)).toContain(4);
    expect(sentence).toBe(
      `C-2 moved from ${west.ref} to ${east.ref}, as stop ${order(after, 2).indexOf(2) + 1}`,
    );
    const day = (of: Plan) => of.routes.reduce((sum, route) => sum + route.cost_day_pence, 0);
    expect(effect.cost_day_pence).toBe(day(after) - day(plan));
    expect(effect.cost_day_pence).toBeGreaterThan(0);
    expect(effect.rides.map((each) => each.ref)).toContain('C-2');
    // Out west and back: an hour more than the guide of 75 minutes allows for someone.
    expect(effect.came.every((each) => each.code.startsWith('over_guide'))).toBe(true);
    expect(after.audit.passed).toBe(effect.came.every((each) => each.severity === 'notice'));
  });

  it('closes a route that nobody is left on', () => {
    const first = done(
      plan,
      { kind: 'move', client_id: 1, to: { route_id: contract.id, position: 0 } },
      facts,
    );
    const last = done(
      first.plan,
      { kind: 'move', client_id: 2, to: { route_id: contract.id, position: 1 } },
      facts,
    );
    expect(last.plan.routes.some((route) => route.id === west.id)).toBe(false);
    expect(last.sentence).toContain(`${west.ref} is closed`);
    expect(last.effect.routes.find((each) => each.ref === west.ref)).toMatchObject({
      clients_after: null,
      cost_day_pence_after: 0,
    });
  });

  it('off a contract without release is a broken rule that stops approval', () => {
    const { plan: after, effect } = done(
      plan,
      { kind: 'move', client_id: 5, to: { vehicle_class: 'taxi' } },
      facts,
    );
    expect(effect.came.map((each) => each.code)).toContain('taken_off_contract');
    expect(after.audit.passed).toBe(false);
    const back = done(
      after,
      { kind: 'measure', route_id: routeOf(after, 5).id },
      {
        ...facts,
        stops: facts.stops.map((stop) => ({ ...stop, released: true })),
      },
    );
    expect(back.plan.audit.violations.map((each) => each.code)).not.toContain('taken_off_contract');
  });

  it('shows what it breaks: company, seats, sole occupancy', () => {
    const apart = editedCounty({ 1: { not_with: ['C-3'] }, 4: { sole_occupancy: true } });
    const made = planOf(apart);
    const { effect } = done(
      made,
      { kind: 'move', client_id: 1, to: { route_id: routeOf(made, 3).id, position: null } },
      apart,
    );
    expect(effect.came.map((each) => each.code)).toContain('not_with');
    const shared = done(
      made,
      { kind: 'move', client_id: 1, to: { route_id: routeOf(made, 4).id, position: null } },
      apart,
    );
    expect(shared.effect.came.map((each) => each.code)).toContain('sole_occupancy_shared');
  });
});

describe('what is refused', () => {
  const locked = done(plan, { kind: 'lock', route_id: west.id, locked: true }, facts).plan;
  const lost = editedCounty({ 2: { lat: null, lon: null } });
  it.each<readonly [string, Plan, PlanEdit, AuditFacts]>([
    [
      'route_locked',
      locked,
      { kind: 'move', client_id: 1, to: { route_id: east.id, position: 0 } },
      facts,
    ],
    [
      'route_locked',
      locked,
      { kind: 'move', client_id: 3, to: { route_id: west.id, position: 0 } },
      facts,
    ],
    ['route_locked', locked, { kind: 'measure', route_id: west.id }, facts],
    ['same_lock', locked, { kind: 'lock', route_id: west.id, locked: true }, facts],
    [
      'same_route',
      plan,
      { kind: 'move', client_id: 1, to: { route_id: west.id, position: 0 } },
      facts,
    ],
    ['same_place', plan, { kind: 'reorder', client_id: 1, position: 0 }, facts],
    ['no_route', plan, { kind: 'close', route_id: 99 }, facts],
    ['route_not_empty', plan, { kind: 'close', route_id: west.id }, facts],
    ['on_route', plan, { kind: 'place', client_id: 1, to: { vehicle_class: 'taxi' } }, facts],
    ['no_client', plan, { kind: 'place', client_id: 99, to: { vehicle_class: 'taxi' } }, facts],
    ['unknown_class', plan, { kind: 'move', client_id: 1, to: { vehicle_class: 'horse' } }, facts],
    ['no_reason', plan, { kind: 'take-off', client_id: 1, reason: '  ' }, facts],
    [
      'no_position',
      planOf(lost),
      { kind: 'place', client_id: 2, to: { vehicle_class: 'taxi' } },
      lost,
    ],
    [
      'vehicle_of_contract',
      plan,
      { kind: 'vehicle', route_id: contract.id, vehicle_class: 'taxi', layout: 0 },
      facts,
    ],
    [
      'unknown_layout',
      plan,
      { kind: 'vehicle', route_id: west.id, vehicle_class: 'taxi', layout: 9 },
      facts,
    ],
    ['same_route', plan, { kind: 'merge', route_id: west.id, into_id: west.id }, facts],
    [
      'unknown_school',
      plan,
      { kind: 'open', school_urn: 9, vehicle_class: 'taxi', layout: 0 },
      facts,
    ],
    [
      'roads_changed',
      { ...plan, roads: 'kent.osm.pbf' },
      { kind: 'measure', route_id: west.id },
      facts,
    ],
  ])('%s', (code, of, edit, by) => {
    expect(codeOf(of, edit, by)).toBe(code);
  });
});

describe('other edits', () => {
  it('take off with the reason given, and put on again', () => {
    const off = done(plan, { kind: 'take-off', client_id: 1, reason: 'In hospital.' }, facts);
    expect(off.plan.unallocated).toEqual([
      { client_id: 1, reason: 'taken_off', detail: `Taken off ${west.ref}: In hospital.` },
    ]);
    const on = done(
      off.plan,
      { kind: 'place', client_id: 1, to: { route_id: west.id, position: 0 } },
      facts,
    );
    expect(on.plan.routes).toEqual(plan.routes);
    expect(on.plan.unallocated).toEqual([]);
  });

  it('open, fill and close a route', () => {
    const opened = done(
      plan,
      { kind: 'open', school_urn: 1, vehicle_class: 'taxi', layout: 0 },
      facts,
    );
    const fresh = defined(
      opened.plan.routes.find((route) => route.id < 0),
      'the new route',
    );
    // The fixed price of a taxi on the starting rate card, GBP 70.00 a day, and no distance.
    expect(opened.effect.cost_day_pence).toBe(7000);
    expect(opened.plan.audit.passed).toBe(true);
    expect(fresh.ref).toMatch(/^MEA-\d{3}$/);
    const closed = done(opened.plan, { kind: 'close', route_id: fresh.id }, facts);
    expect(closed.plan.routes).toEqual(plan.routes);
  });

  it('merge two routes and give notice where a contract ends', () => {
    const merged = done(plan, { kind: 'merge', route_id: east.id, into_id: west.id }, facts);
    expect(order(merged.plan, 1).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect(merged.sentence).toBe(
      `${east.ref} merged into ${west.ref} with 2 clients, vehicle class now Minibus`,
    );
    const ended = done(plan, { kind: 'merge', route_id: contract.id, into_id: west.id }, facts);
    expect(ended.sentence).toContain('give notice on the contract');
  });

  it('give a route another vehicle at its price', () => {
    const { plan: after, effect } = done(
      plan,
      { kind: 'vehicle', route_id: west.id, vehicle_class: 'minibus', layout: 0 },
      facts,
    );
    expect(routeOf(after, 1).vehicle_class).toBe('minibus');
    // GBP 150 + 1.30 a km against 70 + 0.90, each rounded to the penny.
    const distance = (perKm: number) => Math.floor((perKm * west.distance_m) / 1000 + 0.5);
    expect(effect.cost_day_pence).toBe(15_000 + distance(130) - 7000 - distance(90));
  });
});

describe('the best places', () => {
  it('are ordered by price among those that break nothing, and name routes to the same school', () => {
    const found = bestTargets(plan, { client_id: 2, place: HOME }, facts);
    if (!found.ok) throw new Error(found.error.cause);
    expect(found.value).toHaveLength(3);
    const clean = found.value.filter(({ made }) =>
      made.effect.came.every((each) => each.severity === 'notice'),
    );
    const prices = clean.map(({ made }) => made.effect.cost_day_pence);
    expect(clean.length).toBeGreaterThan(0);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });
});

describe('two plans compared', () => {
  it('name who is affected and how; those left alone are not in it', () => {
    const moved = done(
      plan,
      { kind: 'move', client_id: 2, to: { route_id: contract.id, position: 0 } },
      facts,
    );
    const off = done(moved.plan, { kind: 'take-off', client_id: 3, reason: 'Moved away.' }, facts);
    const { disruption, seats, routes, a, b, clients } = comparePlans(plan, off.plan, facts);
    const kinds = new Map(
      disruption.children.map(({ client_id, changes }) => [
        client_id,
        changes.map((change) => change.kind),
      ]),
    );
    expect(kinds.get(3)).toEqual(['lost_place']);
    expect(kinds.get(2)).toEqual(['pick_up', 'companions']);
    expect([...kinds.keys()].toSorted((x, y) => x - y)).toEqual([1, 2, 3, 4, 5]);
    const at = disruption.children.findIndex(({ client_id }) => client_id === 2);
    expect(seats[at]).toMatchObject({
      a: { route_ref: west.ref },
      b: { route_ref: contract.ref },
    });
    expect(routes).toEqual({ same: 0, changed: 3, only_a: 0, only_b: 0 });
    expect(clients).toBe(5);
    expect(comparePlans(off.plan, plan, facts).gained).toEqual([3]);
    expect(b.cost_day_pence - a.cost_day_pence).toBe(
      moved.effect.cost_day_pence + off.effect.cost_day_pence,
    );
    expect(comparePlans(plan, plan, facts)).toMatchObject({
      disruption: { children: [] },
      routes: { same: 3 },
    });
  });
});
