import { describe, expect, it } from 'vitest';
import { differencesBetween } from '../../shared/edits/different-routes.ts';
import { seatsOfPlan } from '../../shared/edits/seats-of-plan.ts';
import { done, editedCounty, routeOf } from '../helpers/edited-county.ts';
import { planOf } from '../helpers/random-edits.ts';

const facts = editedCounty();
const plan = planOf(facts);
const west = routeOf(plan, 1);
const contract = routeOf(plan, 5);
/** The fifth child, whom contract 1 carries, on the route in the west. */
const moved = done(
  plan,
  { kind: 'move', client_id: 5, to: { route_id: west.id, position: null } },
  facts,
).plan;

describe('seats on contracts when a plan is put in use', () => {
  it('are none for the plan that the contracts run', () => {
    expect(seatsOfPlan(plan, facts)).toEqual({ released: [], restored: [], empty: [] });
  });

  it('are given up by whom the plan carries on another route, and the contract is left empty', () => {
    expect(seatsOfPlan(moved, facts)).toEqual({
      released: [{ client_id: 5, contract_id: 1, contract_ref: 'K-1', route_ref: west.ref }],
      restored: [],
      empty: [{ contract_id: 1, contract_ref: 'K-1', provider: facts.contracts[0]?.provider }],
    });
  });

  it('are kept by whom the plan carries nowhere', () => {
    const off = done(plan, { kind: 'take-off', client_id: 5, reason: 'Tried' }, facts).plan;
    expect(seatsOfPlan(off, facts).released).toEqual([]);
  });

  it('are taken back where the plan before is put in use again', () => {
    const released = { ...facts, stops: facts.stops.map((stop) => ({ ...stop, released: true })) };
    expect(seatsOfPlan(plan, released).restored).toEqual([
      { client_id: 5, contract_id: 1, contract_ref: 'K-1', route_ref: contract.ref },
    ]);
    expect(seatsOfPlan(moved, released)).toMatchObject({ released: [], restored: [] });
  });
});

describe('two plans route by route', () => {
  it('tell routes gone, new and changed, and whose stop moves', () => {
    const { routes, moved: stops, same } = differencesBetween(plan, moved);
    expect(routes.map(({ kind, a, b }) => [kind, (b ?? a).ref])).toEqual([
      ['gone', contract.ref],
      ['changed', west.ref],
    ].toSorted((x, y) => plan.routes.findIndex((r) => r.ref === x[1]) - plan.routes.findIndex((r) => r.ref === y[1]))); // prettier-ignore
    expect(stops).toEqual([
      { client_id: 5, place: 'home', from_ref: contract.ref, to_ref: west.ref },
    ]);
    expect(same).toBe(plan.routes.length - 2);
  });

  it('are the same with themselves, and the other way round new is gone', () => {
    expect(differencesBetween(plan, plan)).toEqual({
      routes: [],
      moved: [],
      same: plan.routes.length,
    });
    const back = differencesBetween(moved, plan);
    expect(back.routes.filter(({ kind }) => kind === 'new')).toHaveLength(1);
  });
});
