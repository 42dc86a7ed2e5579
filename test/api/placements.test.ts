/** Placements through the host: added up alike by every dimension, schools side by side, fees, and a provision tried and kept. */
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore } from '../db/made-store.ts';
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

/** The end of long work. */
async function ended(started: Result<Job>): Promise<Job> {
  const { id } = must(started);
  const now = (): Job | undefined =>
    served.composed.host.jobs().find((job) => job.id === id && job.state !== 'running');
  await expect.poll(now, { timeout: 20_000 }).toBeDefined();
  return defined(now(), 'the job');
}

describe('every client’s placement', () => {
  it('adds up alike by school, need, district and phase, and opens each row to its clients', async () => {
    const bySchool = must(await served.call('placements/list', { by: 'school' }));
    for (const by of ['need', 'district', 'phase'] as const) {
      const { total } = must(await served.call('placements/list', { by }));
      expect({ ...total, mean_excess_m: 0 }).toEqual({ ...bySchool.total, mean_excess_m: 0 });
    }
    const overview = must(await served.call('costs/overview', {}));
    expect(bySchool.total.difference_pence).toBe(overview.placement.excess_year_pence);
    expect(bySchool.total.beyond).toBe(overview.placement.clients_beyond);
    const row = defined(bySchool.rows[0], 'a row');
    const clients = must(await served.call('placements/clients', { by: 'school', key: row.key }));
    expect(clients).toHaveLength(row.clients);
    const sum = clients.reduce((all, each) => all + (each.difference_pence ?? 0), 0);
    expect(sum).toBe(row.difference_pence);
    expect(row.difference_pence).toBeGreaterThan(0);
  });

  it('exports the rows without a figure that rests on 1 to 4 children', async () => {
    const { file_id, name } = must(await served.call('placements/export', { by: 'school' }));
    expect(name).toBe('placements-by-school-2026-08-10.csv');
    const file = must(served.composed.host.files.get(file_id));
    const text = new TextDecoder().decode('bytes' in file.source ? file.source.bytes : undefined);
    const counts = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter(({ clients }) => clients === 's').length).toBeGreaterThan(1);
    for (const row of counts)
      for (const key of ['clients', 'beyond', 'nearest', 'cannot_tell', 'not_known'])
        expect(row[key]).toMatch(/^(s|0|[5-9]|\d\d+)$/);
  });

  it('hides the distances and the district of a protected address', async () => {
    const hidden = defined(
      store().plans.current()?.routes.flatMap(({ stops }) => stops).find(({ client_id }) => store().clients.get(client_id)?.protected_address === true), // prettier-ignore
      'a protected child on a route',
    ).client_id;
    const client = defined(store().clients.get(hidden), 'the child');
    const district = client.district_code === '' ? '?' : client.district_code;
    const listed = must(await served.call('placements/clients', { by: 'district', key: district }));
    expect(listed.map(({ client_id }) => client_id)).not.toContain(hidden);
    const view = must(await served.call('placements/schools', { client_id: hidden, also: [] }));
    expect(view.options.every(({ distance_m }) => distance_m === null)).toBe(true);
    expect(view.problems[0]?.sentence).toMatch(/^The address is protected/);
  });
});

describe('a placement being named', () => {
  it('tells at once what the records say, and then what adding the child costs', async () => {
    const child = defined(
      store().clients.all().find((each) => each.need === 'ASD' && each.lat !== null && each.school_urn !== null && !each.protected_address), // prettier-ignore
      'a child',
    );
    const asked = { client_id: child.id, also: [] };
    const first = must(await served.call('placements/schools', asked));
    expect(first.options.length).toBeGreaterThan(2);
    expect(first.options.every(({ marginal }) => marginal === null)).toBe(true);
    const job = await ended(await served.call('placements/reckon', asked));
    if (job.result?.kind !== 'naming') throw new Error(job.error?.cause ?? 'no view');
    const { view } = job.result;
    expect(view.options.map(({ urn }) => urn)).toEqual(first.options.map(({ urn }) => urn));
    const priced = view.options.filter(({ marginal }) => marginal?.kind === 'place');
    expect(priced.length).toBeGreaterThan(2);
    for (const { marginal, fee, whole_pence } of priced) {
      if (marginal?.kind !== 'place' || fee.fee_pence === null) continue;
      expect(whole_pence).toBe(marginal.year_pence + fee.fee_pence);
    }
  });

  it('takes a school’s own fee before that of its type, and refuses one of no list', async () => {
    const urn = defined(store().schools.all().find((each) => each.type_group === 'special_state' && store().placements.fees().every(({ school_urn }) => school_urn !== each.urn)), 'a school without a fee').urn; // prettier-ignore
    const fee = { school_urn: urn, from_on: isoDate('2026-04-01'), need: null, phase: null, fee_pence: 2_345_600, source: 'Schedule' }; // prettier-ignore
    const kept = must(await served.call('placements/save-fee', fee));
    expect(kept.fees).toContainEqual(expect.objectContaining({ ...fee }));
    const child = defined(store().clients.all().find((each) => each.school_urn !== null), 'a child'); // prettier-ignore
    const view = must(
      await served.call('placements/schools', { client_id: child.id, also: [urn] }),
    );
    const option = defined(view.options.find((each) => each.urn === urn), 'the school'); // prettier-ignore
    expect(option.fee).toMatchObject({ fee_pence: 2_345_600, basis: 'school', source: 'Schedule' });
    expect(await served.call('placements/save-fee', { ...fee, school_urn: 1 })).toMatchObject({ ok: false, error: { code: 'no_school' } }); // prettier-ignore
    const gone = { school_urn: urn, from_on: fee.from_on, need: null, phase: null };
    expect(must(await served.call('placements/delete-fee', gone)).fees).not.toContainEqual(expect.objectContaining(gone)); // prettier-ignore
  });
});

describe('a new provision', () => {
  const provision = {
    name: 'Whitstable',
    lat: 51.36,
    lon: 1.03,
    needs: ['ASD', 'SLCN', 'MLD'],
    phases: [],
    age_from: 4,
    age_to: 19,
    places: 5,
    opens_on: '2026-09-01',
    rule: 'distance',
  };

  it('is refused with every fault named', async () => {
    const answer = await served.call('placements/try', { provisions: [{ ...provision, needs: [], places: -1 }], with_routes: false }); // prettier-ignore
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_provision' } });
    expect(answer.ok ? '' : answer.error.cause).toMatch(/Needs: .*Places: /);
  });

  it('is tried with its routes, kept under its name, and compared with another', async () => {
    const job = await ended(await served.call('placements/try', { provisions: [provision], with_routes: true })); // prettier-ignore
    if (job.result?.kind !== 'provision') throw new Error(job.error?.cause ?? 'no view');
    const view = defined(job.result.views[0], 'a view');
    expect(view.placed).toHaveLength(5);
    const routes = defined(view.routes, 'routes');
    // A journey of some days may have no place though the one from home has: such a child is in both.
    expect(routes.clients).toBeLessThanOrEqual(5);
    expect(routes.clients + routes.unallocated.length).toBeGreaterThanOrEqual(5);
    expect(routes.change_pence).toBe(routes.year_pence - (routes.leaving?.year_pence ?? 0));
    must(await served.call('placements/save-provision', { provision }));
    const other = { ...provision, name: 'Deal', lat: 51.22, lon: 1.38 };
    const { provisions } = must(await served.call('placements/save-provision', { provision: other })); // prettier-ignore
    expect(provisions.map((each) => each.provision.name)).toEqual(['Deal', 'Whitstable']);
    const both = await ended(await served.call('placements/try', { provisions: provisions.map((each) => ({ ...each.provision })), with_routes: false })); // prettier-ignore
    expect(both.result).toMatchObject({ kind: 'provision', views: [{ routes: null }, { placed: view.placed }] }); // prettier-ignore
    const [first] = provisions;
    expect(must(await served.call('placements/delete-provision', { id: first?.id ?? 0 })).provisions).toHaveLength(1); // prettier-ignore
  });
});

describe('without a plan', () => {
  it('sets the schools side by side all the same, and says what is missing', async () => {
    const folder = madeFolder();
    const path = join(folder.path, 'bare.kerbside');
    const bare = madeStore(path);
    addPlaces(bare);
    bare.write(BY_TEST, () => bare.clients.upsertMany([{ ref: 'A1', need: 'ASD' }]));
    bare.close();
    const host = await serveStore({ store: path });
    const list = await host.call('placements/list', { by: 'school' });
    expect(list).toMatchObject({ ok: false, error: { code: 'no_plan' } });
    const view = must(await host.call('placements/schools', { client_id: 1, also: [119037] }));
    expect(view.options.map(({ urn }) => urn)).toContain(119037);
    expect(view.problems.map(({ sentence }) => sentence).join(' ')).toMatch(
      /home has no position.*No plan has been made yet/,
    );
    await host.close();
    folder.cleanUp();
  });
});
