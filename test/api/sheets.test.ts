import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { sheetOf, WAIVER } from '../db/sheets-writes.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const BY = { who: 'S Clarke', why: 'a test' };
let demo: DemoStore;
let served: ServedStore;
/** The same file, to look at and to prepare what the channels then meet. */
let store: Store;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

beforeAll(async () => {
  demo = makeDemoStore(500);
  store = must(openStore(demo.path));
  served = await serveStore({ store: demo.path });
}, 120_000);
afterAll(async () => {
  store.close();
  await served.close();
  demo.remove();
});

describe('waivers by channel', () => {
  it('are refused with everything that is wanting, recorded, and withdrawn once', async () => {
    const client = defined(
      store.clients.all().find(({ clinical_limit_s }) => clinical_limit_s !== null),
      'a child with a clinical limit',
    );
    const limit = defined(client.clinical_limit_s, 'limit');
    const client_id = client.id;
    const blank = { ...WAIVER, allowed_s: limit, granted_by: ' ', reason: '', evidence: '' };
    const refused = await served.call('rides/record-waiver', { client_id, given: blank, by: '' });
    expect(refused).toMatchObject({ error: { code: 'not_complete' } });
    const problems = refused.ok ? [] : (refused.error.details?.['problems'] as readonly string[]);
    expect(problems).toHaveLength(5);
    const given = { ...WAIVER, allowed_s: limit + 600 };
    const made = must(await served.call('rides/record-waiver', { client_id, given, by: 'S Clarke' })); // prettier-ignore
    const id = defined(made.waiver_in_force, 'the waiver in force');
    const withdrawing = { id, client_id, reason: 'Taken back.', by: 'S Clarke' };
    const after = must(await served.call('rides/withdraw-waiver', withdrawing));
    expect(after).toMatchObject({ waiver_in_force: null, waivers: [{ withdrawn: { reason: 'Taken back.' } }] }); // prettier-ignore
    expect(await served.call('rides/withdraw-waiver', withdrawing)).toMatchObject({ error: { code: 'no_such_record' } }); // prettier-ignore
    const none = defined(
      store.clients.all().find((each) => each.clinical_limit_s === null),
      'one',
    );
    expect(await served.call('rides/record-waiver', { client_id: none.id, given, by: 'S Clarke' })).toMatchObject({
      error: { cause: 'This child has no clinical limit, so there is nothing to waive.' },
    }); // prettier-ignore
  });
});

describe('reasons for going over the guide by channel', () => {
  it('take the rides off the list and their notices out of the audit', async () => {
    const page = must(await served.call('rides/over-limit', {}));
    const rows = page.rows.filter(({ limit_kind }) => limit_kind === 'advisory').slice(0, 2);
    expect(rows).toHaveLength(2);
    const client_ids = rows.map(({ client_id }) => client_id);
    const noticed = async () =>
      must(await served.call('plan/current', {}))?.audit.violations.filter(
        ({ code, client_id }) => code.startsWith('over_guide') && client_ids.includes(client_id ?? 0), // prettier-ignore
      ).length;
    expect(await noticed()).toBe(2);
    const reason = { client_ids, reason: 'No nearer school.', by: 'S Clarke' };
    expect(must(await served.call('rides/record-reasons', reason))).toEqual({ recorded: 2 });
    expect(await noticed()).toBe(0);
    const after = must(await served.call('rides/over-limit', {}));
    expect([after.wanted, after.recorded]).toEqual([page.wanted - 2, page.recorded + 2]);
    expect(store.rideRecords.reasonsOf(client_ids[0] ?? 0)).toMatchObject([
      { direct_s: rows[0]?.direct_s, planned_s: rows[0]?.planned_s, recorded_by: 'S Clarke' },
    ]);
  });

  it('are refused for a ride that keeps the guide, and without a name', async () => {
    const page = must(await served.call('rides/over-limit', {}));
    const over = new Set(page.rows.map(({ client_id }) => client_id));
    const kept = defined(
      store.clients.all().find(({ id }) => !over.has(id)),
      'a kept ride',
    );
    const asked = { client_ids: [kept.id], reason: 'x', by: 'S Clarke' };
    expect(await served.call('rides/record-reasons', asked)).toMatchObject({ error: { code: 'not_over_guide' } }); // prettier-ignore
    expect(await served.call('rides/record-reasons', { ...asked, by: ' ' })).toMatchObject({ error: { code: 'not_complete' } }); // prettier-ignore
  });
});

describe('sheets by channel', () => {
  it('say where each stands, with the paper as it prints', async () => {
    const page = must(await served.call('sheets/list', {}));
    expect(page).toMatchObject({ problem: null, plan: { draft: true } });
    const row = defined(
      page.rows.find(({ state }) => state === 'none'),
      'a sheet to give out',
    );
    const { route_ref } = row;
    const preview = must(await served.call('sheets/preview', { route_ref }));
    expect(preview.html).toContain(`Route ${route_ref}`);
    expect(preview.html).toContain('Draft plan');
    store.write(BY, () => {
      store.sheets.issue([sheetOf(route_ref, 1)], { on: isoDate('2026-08-10'), by: 'S Clarke' });
    });
    const changed = must(await served.call('sheets/preview', { route_ref }));
    expect(changed).toMatchObject({ state: 'changed', version: 2, issued: [{ version: 1 }] });
    const id = defined(changed.issued[0], 'version 1').id;
    const withdrawn = { id, route_ref, reason: 'Wrong route.', by: 'S Clarke' };
    expect(must(await served.call('sheets/withdraw', withdrawn))).toMatchObject({ state: 'none' });
    expect(await served.call('sheets/withdraw', withdrawn)).toMatchObject({ ok: false });
    const unlet = defined(
      page.rows.find(({ state }) => state === 'unlet'),
      'a route not let',
    );
    expect(must(await served.call('sheets/preview', { route_ref: unlet.route_ref }))).toMatchObject({
      html: '',
      why_not: 'Not let yet: there is no provider to give it to.',
    }); // prettier-ignore
  });

  it('show a protected address only for who may see it', async () => {
    const [row] = must(await served.call('sheets/list', {})).rows;
    const refs = [defined(row, 'a route').route_ref];
    const asked = {
      refs,
      shown: ['KC25-00001'],
      shown_reason: 'The driver must find the door.',
      how: 'email' as const,
    };
    expect(await served.call('sheets/issue', asked)).toMatchObject({ error: { code: 'protected_address' } }); // prettier-ignore
  });

  it('tell families and changes, and refuse a day that has not come', async () => {
    const families = must(await served.call('family-details/get', {}));
    expect(families.ready).toBeGreaterThan(0);
    expect(families.lacking.every(({ lacks }) => lacks.length > 0)).toBe(true);
    // No family is told of transport that is not in place, but for what only waits until they are told.
    const told = must(served.composed.host.store()).read.states(isoDate('2026-08-10')).filter((each) => each.transport === 'in_place' || each.why === 'notice_open'); // prettier-ignore
    const silent = new Set(families.lacking.map((each) => each.client_id));
    expect(families.ready).toBeLessThanOrEqual(told.length);
    expect(families.ready).toBe(told.filter((each) => !silent.has(each.client_id)).length);
    const since = isoDate('2026-08-01');
    expect(must(await served.call('changes/since', { since }))).toMatchObject({ asked: since, since: '2026-08-10', rows: [] }); // prettier-ignore
    expect(await served.call('changes/since', { since: isoDate('2026-08-11') })).toMatchObject({ error: { code: 'day_ahead' } }); // prettier-ignore
  });
});
