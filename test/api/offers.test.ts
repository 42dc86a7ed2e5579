/** Places for a late applicant through the host: found, previewed, taken at the price that was shown, never at another. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let demo: DemoStore;
let served: ServedStore;

beforeAll(async () => {
  demo = makeDemoStore(300);
  served = await serveStore({ store: demo.path });
}, 60_000);
afterAll(async () => {
  await served.close();
  demo.remove();
});

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.error.cause);
  return answer.value;
}

const store = (): Store => must(served.composed.host.store());
const find = (client_id: number) => served.call('offers/find', { client_id });

/** Someone who applies after the plan was made, living where a child on a shared route lives. */
function lateApplicant(ref: string, given: { readonly isProtected?: boolean } = {}): number {
  const plan = defined(store().plans.current(), 'a plan');
  const shared = plan.routes.filter((route) => route.stops.length > 1 && route.school_urn !== null);
  const near = defined(shared.at(-1)?.stops[0], 'a child on a shared route').client_id;
  const { school_urn, lat, lon, year_group } = defined(store().clients.get(near), 'the child');
  return store().write({ who: 'Test', why: 'hand' }, () => {
    const home = { lat, lon, position_source: 'pin' as const };
    const protected_address = given.isProtected === true;
    const { ids } = store().clients.upsertMany([
      { ref, forename: 'Late', surname: 'Comer', school_urn, year_group, ...home, protected_address, mobility: 'walks', assistant: 'none' }, // prettier-ignore
    ]);
    const id = defined(ids[0], 'an id');
    const received_on = isoDate('2026-08-09');
    store().applications.upsertMany([{ ref: `A-${ref}`, client_id: id, status: 'awarded', received_on }]); // prettier-ignore
    return id;
  });
}

describe('a place for a late applicant', () => {
  it('is found, taken and then carried, and nobody else is moved', async () => {
    const id = lateApplicant('LATE-1');
    const before = defined(store().plans.current(), 'a plan');
    const view = must(await find(id));
    expect(view).toMatchObject({ ref: 'LATE-1', name: 'Late Comer', on_ref: null });
    expect(view.offers.length).toBeGreaterThan(1);
    const offer = defined(
      view.offers.find((each) => each.passes),
      'a lawful place',
    );
    expect(offer.way.line.length).toBeGreaterThan(2);
    expect(offer.stops_on_map.some((stop) => stop.client_id === id)).toBe(true);

    const dear = { client_id: id, place: view.place, route_id: offer.route_id, added_day_pence: offer.added_day_pence + 1 }; // prettier-ignore
    const refused = await served.call('offers/take', dear);
    expect(refused).toMatchObject({ ok: false, error: { code: 'place_changed' } });
    expect(store().plans.current()).toBe(before);

    const chosen = { ...dear, added_day_pence: offer.added_day_pence };
    const taken = must(await served.call('offers/take', chosen));
    const detail = must(await served.call('routes/detail', { route_id: taken.route_id }));
    expect(detail.route.stops[offer.stop_order - 1]).toMatchObject({
      client_id: id,
      pick_up_s: offer.pick_up_s,
    });
    const after = defined(store().plans.current(), 'a plan');
    const day = (plan: typeof after) => plan.routes.reduce((sum, r) => sum + r.cost_day_pence, 0);
    expect(day(after) - day(before)).toBe(offer.added_day_pence);
    const others = (plan: typeof after) =>
      plan.routes.flatMap((r) => r.stops.map((s) => `${s.client_id} ${r.ref}`)).toSorted();
    expect(others(after).filter((each) => !each.startsWith(`${id} `))).toEqual(others(before));
    expect(store().read.state(id, isoDate('2026-08-10'))?.transport).toBe('planned');
    expect(after.audit.violations.filter((each) => each.severity === 'broken')).toEqual(
      before.audit.violations.filter((each) => each.severity === 'broken'),
    );
    const { undo } = store().undo.list(5);
    expect(undo?.sentence).toContain('LATE-1 put on');
    must(store().undo.toggle(defined(undo, 'an undo').change_id, 'Test'));
    expect(defined(store().plans.current(), 'a plan').routes).toEqual(before.routes);
    expect(store().read.state(id, isoDate('2026-08-10'))?.transport).toBe('not_planned');
  });

  it('shows no protected home on the map', async () => {
    const id = lateApplicant('LATE-2', { isProtected: true });
    const view = must(await find(id));
    const { lat } = defined(store().clients.get(id), 'the child');
    for (const offer of view.offers) {
      expect(offer.stops_on_map.map((stop) => stop.client_id)).not.toContain(id);
      if (offer.kind === 'new') expect(offer.way.line).not.toContain(lat);
    }
  });

  it('says why not: unknown, held, without a school', async () => {
    expect(await find(999_999)).toMatchObject({ ok: false, error: { code: 'no_client' } });
    const id = lateApplicant('LATE-3');
    store().write({ who: 'Test', why: 'hand' }, () =>
      store().clients.update(id, { school_urn: null, school_given: '' }),
    );
    expect(await find(id)).toMatchObject({
      ok: false,
      error: { code: 'cannot_be_placed', details: { reason: 'no_school' } },
    });
    store().write({ who: 'Test', why: 'hand' }, () =>
      store().applications.update('A-LATE-3', { status: 'withdrawn' }),
    );
    expect(await find(id)).toMatchObject({ ok: false, error: { code: 'no_open_request' } });
  });
});
