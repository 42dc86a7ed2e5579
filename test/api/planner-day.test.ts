/** A planner's work from no plan to sheets, through a hand-back and ten late applicants: nobody unaffected is moved. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { draftSheets } from '../../electron/jobs/sheets/draft-sheets.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import type { Job } from '../../shared/api/views/jobs.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { blockingQuestions } from '../../shared/casework/questions.ts';
import { isProvisional } from '../../shared/casework/status.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Plan } from '../../shared/model/plan.ts';
import { serveStore, TEST_DAY, type ServedStore } from '../helpers/served-store.ts';

const BY = { who: 'S Clarke', why: 'hand' };
const LATE = 10;
const folder = mkdtempSync(join(tmpdir(), 'kerbside-planner-'));
let served: ServedStore;
const ended: Job[] = [];

beforeAll(async () => {
  const path = join(folder, 'county.kerbside');
  must(makeDemo(path, { clients: 400, seed: 1 }, silent));
  served = await serveStore({ store: path });
  served.composed.listen((event) => {
    if (event.type === 'job' && event.job.state !== 'running') ended.push(event.job);
  });
}, 60_000);
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What an officer says where a change opens notices. */
const GATE = { reason: 'They are rung today.', effective_on: null };

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}
const store = (): Store => must(served.composed.host.store());
const plan = (): Plan => defined(store().plans.current(), 'a plan');
const broken = () => plan().audit.violations.filter((each) => each.severity === 'broken');
const sheetsNow = () =>
  must(
    draftSheets(
      store(),
      { on: TEST_DAY, refs: null, shown: [], shown_reason: '', how: '' as const },
      silent,
    ),
  );

/** Where, when and in which order each child is collected and brought home, but for those named. */
function rides(of: Plan, except: ReadonlySet<number>): ReadonlyMap<number, unknown> {
  return new Map(
    of.routes.flatMap((route) =>
      route.stops
        .filter((stop) => !except.has(stop.client_id))
        .map((stop) => [stop.client_id, { ref: route.ref, provider: route.provider, ...stop }]),
    ),
  );
}

/** What is provisional is answered or left out, as it would be by the day of approval. */
function decideAll(): void {
  const latest = new Map(
    store()
      .applications.all()
      .map((each) => [each.client_id, each]),
  );
  const seats = Map.groupBy(store().contracts.stops(), (each) => each.client_id);
  store().write(BY, () => {
    for (const client of store().clients.all()) {
      if (blockingQuestions(client).length > 0)
        store().clients.update(client.id, { assistant: 'shared' });
      const application = latest.get(client.id) ?? null;
      if (application === null) continue;
      const now = defined(store().clients.get(client.id), 'the child');
      if (!isProvisional(now, application)) continue;
      // Without a school nobody is planned.
      store().clients.update(client.id, { school_urn: null, school_given: '' });
      const given_up = (seats.get(client.id) ?? []).map((each) => ({ ...each, left_on: TEST_DAY }));
      store().contracts.upsertStops(given_up);
    }
  });
}

/** Ten who apply after everything is settled, each living beside a child of a school with routes. */
function lateApplicants(): readonly number[] {
  const shared = plan().routes.filter((each) => each.stops.length > 1 && each.school_urn !== null);
  return store().write(BY, () =>
    Array.from({ length: LATE }, (_, at) => {
      const near = defined(shared[(at * 7) % shared.length]?.stops[0], 'a neighbour').client_id;
      const { school_urn, lat, lon, year_group } = defined(store().clients.get(near), 'the child');
      const ref = `LATE-${at}`;
      const { ids } = store().clients.upsertMany([
        { ref, forename: 'Late', surname: `Comer ${at}`, school_urn, lat, lon, position_source: 'pin', year_group, mobility: 'walks', assistant: 'none' }, // prettier-ignore
      ]);
      const client_id = defined(ids[0], 'an id');
      store().applications.upsertMany([{ ref: `A-${ref}`, client_id, status: 'awarded', received_on: TEST_DAY }]); // prettier-ignore
      return client_id;
    }),
  );
}

describe('a planner’s work', () => {
  it('goes from no plan to an approved one with sheets', async () => {
    decideAll();
    const job = must(await served.call('plan/start', { school_urn: null, seed: 1 }));
    await expect.poll(() => ended.find(({ id }) => id === job.id)?.state).toBe('done');
    expect(broken()).toEqual([]);
    const approved = await served.call('plan/approve', { plan_id: plan().id, by: 'M Planner' });
    expect(must(approved).status).toBe('approved');
    const { sheets, left_out } = sheetsNow();
    expect(sheets.length + left_out.length).toBe(plan().routes.length);
    expect(sheets.length).toBeGreaterThan(20);
  });

  it('takes a hand-back: the children of that contract are placed, everyone else stays', async () => {
    const before = plan();
    const own = defined(
      before.routes.find(
        ({ contract_id: id, stops }) =>
          stops.length > 2 && (store().contracts.get(id ?? 0)?.ends_on ?? '') > '2026-10-02',
      ),
      'a shared contract',
    );
    const contract_id = defined(own.contract_id, 'its contract');
    const { trial } = must(await served.call('repairs/preview', { contract_id }));
    const last_day = isoDate('2026-10-02');
    must(await served.call('repairs/take', { contract_id, last_day, reason: 'No drivers.', by: 'S Clarke', added_day_pence: trial.added_day_pence, notices: GATE })); // prettier-ignore
    // Whoever was told of a change beforehand, and the contract's own; nobody else has a minute changed.
    const touched = new Set([
      ...own.stops.map((stop) => stop.client_id),
      ...trial.children.map((each) => each.client_id),
    ]);
    expect(rides(plan(), touched)).toEqual(rides(before, touched));
    expect(broken()).toEqual([]);
    const carried = new Set(plan().routes.flatMap((each) => each.stops.map((s) => s.client_id)));
    expect(own.stops.filter((stop) => !carried.has(stop.client_id))).toEqual([]);
  });

  it('finds places for ten late applicants, each telling beforehand whom it touches', async () => {
    for (const client_id of lateApplicants()) {
      const before = plan();
      const view = must(await served.call('offers/find', { client_id }));
      const offer = defined(
        [...view.offers, ...(view.new_route === null ? [] : [view.new_route])].find((each) => each.passes), // prettier-ignore
        'a lawful place',
      );
      const { place } = view;
      const { route_id, added_day_pence } = offer;
      must(
        await served.call('offers/take', {
          client_id,
          place,
          route_id,
          added_day_pence,
          notices: GATE,
        }),
      );
      const touched = new Set([client_id, ...offer.affected.map((each) => each.client_id)]);
      expect(rides(plan(), touched)).toEqual(rides(before, touched));
      expect(broken()).toEqual([]);
    }
    const { sheets, left_out } = sheetsNow();
    expect(sheets.length + left_out.length).toBe(plan().routes.length);
    expect(store().drift(TEST_DAY)).toEqual([]);
  });
});
