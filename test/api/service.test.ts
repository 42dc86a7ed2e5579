/** Who has transport and what providers confirm, through the host: refused whole with every reason, signed whole, undone whole. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
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
const ANY = { on: null, show: 'all', text: '', school_urn: null, offset: 0, limit: 50 } as const;
const SAID = { said_by: 'J Beult', how: 'email', on: TEST_DAY, note: '', by: 'S Clarke' } as const;

describe('who has transport', () => {
  it('counts as Today does, and every facet opens as many as it says', async () => {
    const page = must(await served.call('service/who', ANY));
    const today = must(await served.call('today/get', {}));
    expect(page.clients - page.in_place).toBe(today.without_transport.count);
    expect(page.reasons.map(({ code, count, since }) => ({ code, count, since }))).toEqual(
      today.without_by_reason.map(({ code, count, since }) => ({ code, count, since })),
    );
    for (const { code, count } of page.reasons) {
      const listed = must(await served.call('service/who', { ...ANY, show: code }));
      expect([code, listed.total]).toEqual([code, count]);
      expect(listed.rows.every(({ reasons }) => reasons[0]?.code === code)).toBe(true);
    }
    const shown = must(await served.call('service/who', { ...ANY, show: 'in_place' }));
    expect(shown.total).toBe(page.in_place);
  });

  it('is found by child, school, route and provider, and windows follow on one another', async () => {
    const [first] = must(await served.call('service/who', { ...ANY, show: 'in_place' })).rows;
    const own = defined(first, 'a child in place');
    const route = own.rides[0]?.route_ref ?? '';
    for (const text of [own.ref, own.name, route]) {
      const found = must(await served.call('service/who', { ...ANY, text }));
      expect(found.rows.map(({ ref }) => ref)).toContain(own.ref);
    }
    const all = must(await served.call('service/who', { ...ANY, limit: 100 })).rows;
    const second = must(await served.call('service/who', { ...ANY, offset: 50 })).rows;
    expect(second.map(({ ref }) => ref)).toEqual(all.slice(50).map(({ ref }) => ref));
  });

  it('is told of one child with the steps of their routes, also on another day', async () => {
    const [row] = must(await served.call('service/who', { ...ANY, show: 'in_place' })).rows;
    const { client_id, until_on } = defined(row, 'a child in place');
    const child = must(await served.call('service/child', { client_id, on: null }));
    expect(child.status).toEqual(row);
    expect(child.routes[0]?.steps[0]).toMatchObject({ state: 'confirmed' });
    const after = isoDate(`${Number(defined(until_on, 'a last day').slice(0, 4)) + 1}-01-10`);
    const later = must(await served.call('service/child', { client_id, on: after }));
    expect(later.status?.reasons[0]?.code).toBe('ended');
  });
});

describe('confirming', () => {
  const readyRows = async () =>
    must(await served.call('service/to-confirm', { contract_ids: null })).filter(
      ({ problems }) => problems.length === 0,
    );

  it('wants who said it, how, when and a name, all at once', async () => {
    const [row] = await readyRows();
    const contract_ids = [defined(row, 'a contract').contract_id];
    const blank = { contract_ids, said_by: ' ', how: '', on: isoDate('2027-01-01'), note: '', by: '' } as const; // prettier-ignore
    const no = await served.call('service/confirm', blank);
    expect(no).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    if (!no.ok) expect(JSON.stringify(no.error)).toMatch(/Write who.*Say how.*lies ahead.*Sign/);
  });

  it('confirms many at once for the children aboard, is undone whole, and taken back with a reason', async () => {
    const rows = (await readyRows()).slice(0, 3);
    const contract_ids = rows.map(({ contract_id }) => contract_id);
    const before = store().read.today(TEST_DAY).without_transport.count;
    must(await served.call('service/confirm', { ...SAID, contract_ids }));
    const after = store().read.today(TEST_DAY).without_transport.count;
    expect(after).toBeLessThan(before);
    for (const id of contract_ids) {
      expect(store().contracts.get(id)?.confirmed).toBe(true);
      expect(store().service.stepsOfContract(id).at(-1)).toMatchObject({ state: 'confirmed', said_by: 'J Beult', how: 'email', by: 'S Clarke' }); // prettier-ignore
    }
    const waits = must(await served.call('service/to-confirm', { contract_ids: null }));
    expect(waits.filter(({ contract_id }) => contract_ids.includes(contract_id))).toEqual([]);
    // The plan is as it was: a confirmation is no edit of it.
    expect(store().drift(TEST_DAY)).toEqual([]);

    const why = { contract_ids, why: 'They rang: no driver yet.', by: 'S Clarke' };
    must(await served.call('service/unconfirm', why));
    expect(store().service.seatsOf(contract_ids[0] ?? 0)).toEqual([]);
    expect(await served.call('service/unconfirm', why)).toMatchObject({ ok: false, error: { code: 'not_confirmed' } }); // prettier-ignore
    for (const _ of [1, 2]) {
      const { undo } = store().undo.list(5);
      must(store().undo.toggle(defined(undo, 'an undo').change_id, 'Test'));
    }
    expect(store().read.today(TEST_DAY).without_transport.count).toBe(before);
    expect(store().drift(TEST_DAY)).toEqual([]);
  });

  it('refuses all of them where one is out of date or was handed back, with every reason', async () => {
    const [first, second, third] = await readyRows();
    const [ok, bad, back] = [first, second, third].map((row) => defined(row, 'a contract').contract_id); // prettier-ignore
    const contract = defined(store().contracts.get(bad ?? 0), 'a contract');
    store().write({ who: 'S Clarke', why: 'a test' }, () => {
      const { ids } = store().register.upsertWorkers([
        { ref: 'W1', name: 'Sam Driver', provider: contract.provider, role: 'driver', badge_expires_on: isoDate('2026-08-01'), dbs_on: isoDate('2020-01-01') }, // prettier-ignore
      ]);
      store().register.assign({ contract_id: bad ?? 0, role: 'driver', worker_id: ids[0] ?? 0, vehicle_id: null, from_on: isoDate('2026-08-01'), to_on: null }); // prettier-ignore
      store().service.step({ route_ref: 'R', contract_id: back ?? 0, state: 'handed_back', on: isoDate('2026-10-01'), by: 'S Clarke', why: 'No drivers.' }); // prettier-ignore
    });
    const revision = store().read.revision();
    const contract_ids = [ok ?? 0, bad ?? 0, back ?? 0];
    const no = await served.call('service/confirm', { ...SAID, contract_ids });
    expect(no).toMatchObject({ ok: false, error: { code: 'cannot_confirm' } });
    if (!no.ok)
      expect(no.error.cause).toMatch(/badge out of date.*DBS check out of date.*was handed back/);
    expect(store().read.revision()).toBe(revision);
    const one = await served.call('service/confirm', { ...SAID, contract_ids: [999_999] });
    expect(one).toMatchObject({ ok: false, error: { code: 'no_such_contract' } });
  });
});
