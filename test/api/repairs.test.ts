/** A hand-back through the host: nothing is changed by looking, everything by signing, and in one write. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

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
const plan = (): Plan => defined(store().plans.current(), 'a plan');

describe('a hand-back', () => {
  it('is looked at without a trace, refused while it is not complete, and signed once', async () => {
    const own = defined(
      plan().routes.find(({ contract_id: id, stops }) => {
        const ends_on = id === null ? '' : (store().contracts.get(id)?.ends_on ?? '');
        return stops.length > 2 && ends_on > '2026-10-02';
      }),
      'a shared contract',
    );
    const contract_id = defined(own.contract_id, 'its contract');
    const lost = new Set(own.stops.map((stop) => stop.client_id));
    const revision = store().read.revision();
    const view = must(await served.call('repairs/preview', { contract_id }));
    expect(store().read.revision()).toBe(revision);
    expect(view.rehomed.map((each) => each.client_id)).toEqual([...lost]);
    expect(view.trial.children.every((each) => !lost.has(each.client_id))).toBe(true);
    expect(view.trial.unaffected + view.trial.children.length + lost.size).toBe(view.trial.settled);

    const last_day = isoDate('2026-10-02');
    const { added_day_pence } = view.trial;
    const blank = { contract_id, last_day, reason: ' ', by: '', added_day_pence };
    const no = await served.call('repairs/take', blank);
    expect(no).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const signed = { ...blank, reason: 'No drivers.', by: 'S Clarke' };
    const other = await served.call('repairs/take', { ...signed, added_day_pence: added_day_pence + 1 }); // prettier-ignore
    expect(other).toMatchObject({ ok: false, error: { code: 'repair_changed' } });
    expect(store().read.revision()).toBe(revision);

    const before = plan();
    const closed = await served.call('repairs/take', signed);
    expect(closed).toMatchObject({ ok: false, error: { code: 'notices_open' } });
    expect(store().beddingIn.handBacks()).toEqual([]);
    const notices = { reason: 'They are rung today.', effective_on: null };
    must(await served.call('repairs/take', { ...signed, notices }));
    const after = plan();
    expect(after.routes.some((route) => route.contract_id === contract_id)).toBe(false);
    const others = (one: Plan) =>
      one.routes
        .flatMap((r) => r.stops.map((s) => [s.client_id, r.ref] as const))
        .filter(([id]) => !lost.has(id))
        .toSorted((a, b) => a[0] - b[0]);
    expect(others(after)).toEqual(others(before));
    const [kept] = store().beddingIn.handBacksOf(contract_id);
    expect(kept).toMatchObject({ on: TEST_DAY, last_day, reason: 'No drivers.', by: 'S Clarke', children: lost.size }); // prettier-ignore
    expect(store().contracts.get(contract_id)?.ends_on).toBe(last_day);
    const broken = after.audit.violations.filter((each) => each.severity === 'broken');
    expect(broken).toEqual([]);
    for (const id of lost)
      expect(store().read.state(id, TEST_DAY)?.transport).toMatch(/planned|unallocated/);
    expect(store().plans.stale()).toEqual([]);
    const again = await served.call('repairs/preview', { contract_id });
    expect(again).toMatchObject({ ok: false, error: { code: 'contract_not_in_plan' } });

    const { undo } = store().undo.list(5);
    must(store().undo.toggle(defined(undo, 'an undo').change_id, 'Test'));
    expect(plan().routes).toEqual(before.routes);
    expect(store().beddingIn.handBacksOf(contract_id)).toEqual([]);
    expect(
      store()
        .contracts.stopsOf(contract_id)
        .some((stop) => stop.released),
    ).toBe(false);
    expect(store().drift(TEST_DAY)).toEqual([]);
  });
});
