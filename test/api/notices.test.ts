/** Change notices through the host: recorded, told, taken back, prepared for a trial, and the gate before a plan is put in use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { noticesArchive } from '../../electron/jobs/notices/notices-files.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { makeDemoStore, type DemoStore } from '../helpers/demo-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

let demo: DemoStore;
let served: ServedStore;

beforeAll(async () => {
  demo = makeDemoStore(240);
  served = await serveStore({ store: demo.path });
}, 60_000);
afterAll(async () => {
  await served.close();
  demo.remove();
});

function must<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.cause}`);
  return answer.value;
}
const store = (): Store => must(served.composed.host.store());
const ON = isoDate('2026-08-10');
const GATE = { reason: 'They are rung today.', effective_on: isoDate('2026-09-14') };
const list = async () => must(await served.call('notices/list', {}));

/** A running route with children enough. */
function route(not: string | null = null): PlannedRoute {
  const found = store().plans.current()?.routes.find((each) => each.confirmed && each.stops.length >= 2 && each.ref !== not); // prettier-ignore
  return defined(found, 'a running route');
}
const blank = {
  kind: 'crew' as const,
  contract_id: null,
  route_ref: null,
  client_id: null,
  school_urn: null,
  effective_on: isoDate('2026-09-14'),
  what: 'Rang this morning.',
  by: 'S Clarke',
  crew: [] as { field: 'driver'; old: string; now: string }[],
  away_until: null,
};

describe('change notices', () => {
  it('of the invented county are in flight: some overdue, some told, the soonest due first', async () => {
    const page = await list();
    expect(page.overdue).toBeGreaterThan(0);
    expect(page.open).toBeGreaterThan(page.overdue);
    expect(page.rows.some(({ told }) => told !== null)).toBe(true);
    const due = page.rows.filter(({ told }) => told === null).map(({ by_on }) => by_on);
    expect(due).toEqual(due.toSorted());
    expect(page.rows[0]?.state).toBe('overdue');
  });

  it('of a new driver go to every family and school of the route at once; what is wrong is said together', async () => {
    const of = route();
    const wrong = await served.call('notices/record', { ...blank, what: '', by: '' });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const problems = wrong.ok ? [] : wrong.error.details?.['problems'];
    expect(problems).toHaveLength(4);
    const crew = [{ field: 'driver' as const, old: 'A Hill', now: 'B Wood' }];
    const page = must(await served.call('notices/record', { ...blank, route_ref: of.ref, crew }));
    const children = new Set(of.stops.map(({ client_id }) => client_id));
    expect(new Set(page.children.map(({ client_id }) => client_id))).toEqual(children);
    const families = page.children.flatMap(({ notices }) => notices.filter(({ who }) => who === 'family')); // prettier-ignore
    expect(families).toHaveLength(children.size);
    expect(families[0]?.text.paragraphs[0]).toContain('Driver: B Wood (was A Hill)');
    expect(families[0]?.by_on).toBe('2026-09-07');
    const open = must(await served.call('notices/open-of', { route_ref: of.ref }));
    expect(open.length).toBe(page.event.open);
    const ids = open.map(({ id }) => id);

    const telling = { ids, how: 'telephone', on: ON, by: 'S Clarke' } as const;
    expect(await served.call('notices/tell', { ...telling, on: isoDate('2026-08-11') })).toMatchObject({ ok: false }); // prettier-ignore
    expect(must(await served.call('notices/tell', telling))).toEqual({ told: ids.length });
    expect(await served.call('notices/tell', telling)).toMatchObject({ ok: false, error: { code: 'no_notices' } }); // prettier-ignore
    expect(store().notices.noticesOf(ids)[0]?.told?.text).toContain('14 Sep 2026');
    const confirmed = { ids: ids.slice(0, 1), on: ON, by: 'Mrs Hill', recorded_by: 'S Clarke' };
    expect(must(await served.call('notices/acknowledge', confirmed))).toEqual({ acknowledged: 1 });
    expect(must(await served.call('notices/untell', { ids }))).toEqual({ open: ids.length });

    const back = { event_id: page.event.id, reason: 'The driver stays.', by: 'S Clarke' };
    expect(must(await served.call('notices/take-back', back)).event.open).toBe(0);
    expect(must(await served.call('notices/open-of', { route_ref: of.ref }))).toEqual([]);
  });

  it('hold no surname, address or other child of anybody for whom they are not', async () => {
    for (const { id } of (await list()).events) {
      const page = must(await served.call('notices/event', { event_id: id }));
      for (const { client_id, notices } of page.children) {
        const client = defined(store().clients.get(client_id), 'the child');
        for (const { who, text } of notices) {
          const said = [text.subject, ...text.paragraphs].join('\n');
          if (client.home_address !== '') expect(said).not.toContain(client.home_address);
          if (client.postcode !== '') expect(said).not.toContain(client.postcode);
          if (who.endsWith('provider') || who === 'assistant') expect(said).not.toMatch(new RegExp(`\\b${client.surname}\\b`, 'u')); // prettier-ignore
        }
      }
    }
  });

  it('of a trial are prepared and told before it is put in use, and only the others need a reason', async () => {
    const from = route();
    const into = route(from.ref);
    const plan = defined(store().plans.current(), 'the plan');
    const { plan_id } = must(await served.call('edits/copy', { plan_id: plan.id, name: 'Autumn', note: '' })); // prettier-ignore
    const copy = defined(store().trials.plan(plan_id), 'the trial');
    const at = (ref: string) =>
      defined(
        copy.routes.find((each) => each.ref === ref),
        ref,
      );
    const moved = defined(at(from.ref).stops[0], 'a child').client_id;
    const edit = { kind: 'take-off', client_id: moved, reason: 'Tried' } as const;
    must(await served.call('edits/apply', { plan_id, edit }));
    expect(into.ref).not.toBe(from.ref);
    const before = store().read.revision();
    const prepared = must(await served.call('notices/prepare', { plan_id, effective_on: GATE.effective_on })); // prettier-ignore
    expect(store().plans.current()?.id).toBe(plan.id);
    expect(before).not.toBe(store().read.revision());
    expect(prepared.event).toMatchObject({ live: false, kind: 'plan_in_use' });
    const mine = defined(
      prepared.children.find(({ client_id }) => client_id === moved),
      'the child',
    );
    expect(mine.kind).toBe('lost');
    const was = (await list()).open;
    const closed = await served.call('edits/use', { plan_id });
    expect(closed).toMatchObject({ ok: false, error: { code: 'notices_open' } });
    const count = closed.ok ? 0 : Number(closed.error.details?.['count']);
    expect(count).toBe(prepared.event.notices);
    expect(store().plans.current()?.id).toBe(plan.id);
    const ids = prepared.children.flatMap(({ notices }) => notices.map(({ id }) => id));
    must(await served.call('notices/tell', { ids: ids.slice(0, 1), how: 'letter', on: ON, by: 'S Clarke' })); // prettier-ignore
    must(await served.call('edits/use', { plan_id, notices: GATE }));
    expect((await list()).open).toBe(was + count - 1);
    const event = must(await served.call('notices/event', { event_id: prepared.event.id })).event;
    expect(event).toMatchObject({ live: true, override_reason: GATE.reason, told: 1 });
  });

  it('of a round may be those of single contracts, found by number, provider, route or school', async () => {
    const found = must(await served.call('rounds/contracts', { text: '', limit: 100 }));
    const contract = defined(found[0], 'a contract');
    const [number = '', provider = ''] = contract.label.split(', ');
    const sought = `${provider.slice(0, 4)} ${number}`;
    expect(must(await served.call('rounds/contracts', { text: sought, limit: 5 }))).toEqual([contract]); // prettier-ignore
    expect(must(await served.call('rounds/contracts', { text: 'nobody at all', limit: 5 }))).toEqual([]); // prettier-ignore
    const today = served.composed.host.today();
    const ended = new Set(store().contracts.all().filter(({ ends_on }) => ends_on < today).map(({ id }) => id)); // prettier-ignore
    expect(found.some(({ id }) => ended.has(id))).toBe(false);
    const set = { round_id: null, note: '', starts_on: isoDate('2026-11-02'), plan_id: null, by: 'S Clarke' }; // prettier-ignore
    const page = must(await served.call('rounds/save', { ...set, name: 'One contract', school_urns: [], contract_ids: [contract.id] })); // prettier-ignore
    expect(page.contracts).toEqual([{ id: contract.id, label: contract.label }]);
    must(await served.call('rounds/delete', { round_id: page.round.id }));
  });

  it('are found under the route whose change they tell of, by the start of its reference', async () => {
    const ids = [...new Set((await list()).rows.map(({ event_id }) => event_id))];
    const events = await Promise.all(ids.map(async (event_id) => must(await served.call('notices/event', { event_id })).event)); // prettier-ignore
    const { id: event_id, route_ref } = defined(events.find((each) => each.route_ref !== null), 'a change of a route'); // prettier-ignore
    const ref = defined(route_ref, 'its route');
    const hits = must(await served.call('search/all', { text: ref.toLowerCase(), limit: 20 }));
    expect(hits.filter(({ kind }) => kind === 'change').map(({ id }) => id)).toContain(event_id);
    expect(hits[0]).toMatchObject({ kind: 'route', title: ref });
  });

  it('wait with a round’s trial until its gate is passed: two officers, the second with a reason where a line is open', async () => {
    const plan = defined(store().plans.current(), 'the plan');
    const urn = defined(route().school_urn, 'a school');
    const { plan_id } = must(await served.call('edits/copy', { plan_id: plan.id, name: 'Round', note: '' })); // prettier-ignore
    const set = { round_id: null, note: '', starts_on: isoDate('2026-11-02'), contract_ids: [], plan_id, by: 'S Clarke' }; // prettier-ignore
    const wrong = await served.call('rounds/save', {
      ...set,
      name: 'After half term',
      school_urns: [],
    });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'not_complete' } });
    const { round, gate } = must(await served.call('rounds/save', { ...set, name: 'R', school_urns: [urn] })); // prettier-ignore
    const round_id = round.id;
    expect(gate.lines.map(({ key }) => key)).toEqual(['tifs', 'lots', 'confirmed', 'week', 'signatures']); // prettier-ignore
    for (const { client_ids, route_refs, children } of gate.lines)
      expect(children).toHaveLength(client_ids.length + route_refs.length);
    expect(gate.lines.some(({ key, met }) => key !== 'signatures' && !met)).toBe(true);
    expect(await served.call('edits/use', { plan_id, notices: GATE })).toMatchObject({ ok: false, error: { code: 'round_closed' } }); // prettier-ignore
    must(await served.call('rounds/spread', { round_id }));
    const signed = must(await served.call('rounds/sign', { round_id, officer: 'S Clarke', override_reason: '' })); // prettier-ignore
    expect(signed.gate.passed).toBe(false);
    for (const officer of ['s clarke', 'B Hill'])
      expect(await served.call('rounds/sign', { round_id, officer, override_reason: '' })).toMatchObject({ ok: false }); // prettier-ignore
    const passed = must(await served.call('rounds/sign', { round_id, officer: 'B Hill', override_reason: 'Awarded on Monday.' })); // prettier-ignore
    expect(passed.gate).toMatchObject({ passed: true, override_reason: 'Awarded on Monday.' });
    must(await served.call('edits/use', { plan_id, notices: GATE }));
    const gone = must(await served.call('rounds/save', { ...set, round_id, name: 'R', school_urns: [urn], starts_on: isoDate('2026-11-09') })); // prettier-ignore
    expect(gone.round.signatures).toEqual([]);
    must(await served.call('rounds/delete', { round_id }));
    expect((must(await served.call('rounds/list', {}))).some(({ id }) => id === round_id)).toBe(false); // prettier-ignore
  });

  it('are written as letters and lines for mail merge, protected families apart, none marked', async () => {
    const ids = (await list()).rows.flatMap((row) => (row.told === null ? [row.id] : []));
    const pages: string[] = [];
    const made = must(
      await noticesArchive(store(), { ids, on: ON }, silent, (html) => {
        pages.push(html);
        return Promise.resolve(ok(new Uint8Array([1])));
      }),
    );
    expect(made.name).toBe('change-notices-2026-08-10.zip');
    expect(pages.join('')).toContain('Change of transport to school');
    const hidden = store()
      .clients.all()
      .filter((each) => each.protected_address);
    for (const { home_address } of hidden)
      if (home_address !== '') expect(pages[0]).not.toContain(home_address);
    expect((await list()).rows.filter(({ told }) => told === null)).toHaveLength(ids.length);
  });
});
