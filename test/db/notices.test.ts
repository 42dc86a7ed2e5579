/** Notices follow the plan in use on a real file: opened, replaced, withdrawn, told, undone. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { assign } from '../../electron/api/route-crew.ts';
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ChangeNotice, EventGiven } from '../../shared/model/change-notice.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
} from './made-store.ts';
import { eventOf } from './notices-writes.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const HAND = { who: 'S Clarke', why: 'hand' };
const FIRST_DAY = isoDate('2026-09-07');

/** Two contracts on two routes of two children each, planned; a third route is not let. */
function county(): Store {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  addClients(store, ['A1', 'A2', 'B1', 'B2', 'C1'].map((ref) => ({ ref, forename: ref, surname: 'Hill' }))); // prettier-ignore
  store.write(BY_TEST, () => {
    store.contracts.upsertMany([CONTRACT, { ...CONTRACT, ref: 'C2', route_ref: '1001-002', provider: 'Swift' }]); // prettier-ignore
    store.terms.upsertMany([{ urn: 0, kind: 'term', from_on: FIRST_DAY, to_on: isoDate('2026-12-18'), label: 'Autumn' }]); // prettier-ignore
    store.plans.save(
      madePlan([
        let_(madeRoute('R1', [1, 2], 1), 'Beult Private Hire'),
        let_(madeRoute('R2', [3, 4], 2), 'Swift'),
        madeRoute('R3', [5]),
      ]),
    );
  });
  return store;
}

function let_(route: PlannedRoute, provider: string): PlannedRoute {
  return { ...route, provider, confirmed: true };
}

/** Moves a child to another route, or with null off all of them. */
function moved(plan: Plan, client_id: number, to: string | null): Plan {
  const stop = defined(plan.routes.flatMap((each) => each.stops).find((each) => each.client_id === client_id), 'the stop'); // prettier-ignore
  const routes = plan.routes.map((route) => {
    const has = route.stops.some((each) => each.client_id === client_id);
    if (route.ref === to) return { ...route, stops: [...route.stops, stop] };
    return has ? { ...route, stops: route.stops.filter((each) => each !== stop) } : route;
  });
  const left = { client_id, reason: 'taken_off', detail: 'By hand.' } as const;
  return { ...plan, routes, unallocated: to === null ? [...plan.unallocated, left] : plan.unallocated }; // prettier-ignore
}

const HANDED: Partial<EventGiven> = { kind: 'hand_back', contract_id: 1, route_ref: null, effective_on: isoDate('2026-09-21'), what: '' }; // prettier-ignore

function edit(
  store: Store,
  client_id: number,
  to: string | null,
  event: EventGiven | null = null,
): readonly ChangeNotice[] {
  const before = defined(store.plans.current(), 'the plan');
  const after = moved(before, client_id, to);
  let opened: readonly ChangeNotice[] = [];
  const gate = (found: readonly ChangeNotice[]): void => {
    opened = found;
  };
  const notices = event === null ? {} : { notices: { event, gate } };
  store.write({ ...HAND, ...notices }, () =>
    store.trials.applyEdit({ before, after, sentence: 'Moved', client_id }),
  );
  return opened;
}

const whos = (notices: readonly ChangeNotice[]) =>
  notices.map(({ client_id, who, name }) => `${client_id} ${who} ${name}`.trim()).toSorted();

function tell(store: Store, which: (notice: ChangeNotice) => boolean): void {
  const notices = store.notices.standing().filter(which);
  const texts = new Map(notices.map(({ id }) => [id, 'As told']));
  store.write(HAND, () => {
    store.notices.markTold(notices, { on: ON, how: 'telephone', by: 'S Clarke', texts });
  });
}

describe('notices', () => {
  it('of a hand-back name everybody: the child who leaves, and those whose company changes', () => {
    const store = county();
    const opened = edit(store, 1, 'R2', eventOf(HANDED));
    expect(whos(opened)).toEqual([
      '1 family',
      '1 new_provider Swift',
      '1 old_provider Beult Private Hire',
      '1 school Bower Grove School',
      '2 family',
      '2 new_provider Beult Private Hire',
      '3 family',
      '3 new_provider Swift',
      '4 family',
      '4 new_provider Swift',
    ]);
    const family = defined(
      opened.find(({ who }) => who === 'family'),
      'the family',
    );
    expect(family).toMatchObject({ client_id: 1, kind: 'changed', by_on: '2026-09-14' });
    expect(opened.find(({ who }) => who === 'school')?.by_on).toBe('2026-09-16');
    expect(store.notices.standing()).toHaveLength(10);
    expect(store.notices.standingOnRoute('R1').map(({ client_id }) => client_id)).toContain(1);
    expect(store.notices.standingByRoute().get('R2')).toBe(8);
    expect(store.notices.events()).toMatchObject([{ kind: 'hand_back', by: 'S Clarke', live: true }]); // prettier-ignore
    store.close();
  });

  it('are withdrawn by undoing, and open again by redoing', () => {
    const store = county();
    const opened = edit(store, 1, 'R2', eventOf(HANDED));
    const { undo } = store.undo.list(5);
    expect(store.undo.toggle(defined(undo, 'the edit').change_id, HAND.who)).toMatchObject({ ok: true }); // prettier-ignore
    expect(store.notices.standing()).toEqual([]);
    expect(store.notices.noticesOfEvent(1)[0]?.withdrawn?.reason).toContain('taken back');
    const { redo } = store.undo.list(5);
    expect(store.undo.toggle(defined(redo, 'the edit').change_id, HAND.who)).toMatchObject({ ok: true }); // prettier-ignore
    expect(whos(store.notices.standing())).toEqual(whos(opened));
    store.close();
  });

  it('tell whoever was told that it is as before again; the telling itself is undone alone', () => {
    const store = county();
    edit(store, 1, 'R2', eventOf(HANDED));
    tell(store, ({ client_id, who }) => client_id === 1 && who === 'family');
    const was = store.notices.standing().length;
    edit(store, 1, 'R1');
    const [only, another] = store.notices.standing();
    expect(another).toBeUndefined();
    expect(only).toMatchObject({ client_id: 1, who: 'family' });
    expect(only?.changes).toContainEqual({ field: 'route', old: 'R2', now: 'R1' });
    const store2 = county();
    edit(store2, 1, 'R2', eventOf(HANDED));
    tell(store2, ({ client_id, who }) => client_id === 1 && who === 'family');
    const { undo } = store2.undo.list(5);
    expect(store2.undo.toggle(defined(undo, 'the telling').change_id, HAND.who)).toMatchObject({ ok: true }); // prettier-ignore
    expect(store2.notices.standing()).toHaveLength(was + 1);
    store.close();
    store2.close();
  });

  it('say the whole of two changes at once to those who were told of neither', () => {
    const store = county();
    edit(store, 1, 'R2', eventOf(HANDED));
    edit(store, 1, null, eventOf({ ...HANDED, contract_id: 2 }));
    const of1 = store.notices.standing().filter(({ client_id }) => client_id === 1);
    expect(whos(of1)).toEqual(['1 family', '1 old_provider Beult Private Hire', '1 school Bower Grove School']); // prettier-ignore
    expect(of1[0]).toMatchObject({ kind: 'lost' });
    expect(of1[0]?.changes).toContainEqual({ field: 'route', old: 'R1', now: '' });
    store.close();
  });

  it('are not opened by edits of a plan that nobody approved before term began, nor for a child who was never confirmed', () => {
    const store = county();
    edit(store, 1, 'R2');
    expect(store.notices.standing()).toEqual([]);
    const later = edit(store, 5, null, eventOf(HANDED));
    expect(later).toEqual([]);
    store.close();
  });

  it('begin with the first approval, of which nothing is a change; from then on every edit counts', () => {
    const store = county();
    let first: readonly ChangeNotice[] | null = null;
    const approval = eventOf({ kind: 'plan_approved', route_ref: null, effective_on: null });
    const gate = (found: readonly ChangeNotice[]): void => {
      first = found;
    };
    store.write({ ...HAND, notices: { event: approval, gate } }, () => store.plans.approve(1, 'S Clarke')); // prettier-ignore
    expect(first).toEqual([]);
    store.write(HAND, () => {
      store.trials.withdrawApproval(1, 'S Clarke', 'To edit');
    });
    edit(store, 1, 'R2');
    expect(store.notices.standing()).toHaveLength(10);
    expect(store.notices.events()[0]).toMatchObject({ kind: 'plan_edit', effective_on: FIRST_DAY });
    store.close();
  });

  it('take a write back whole where the gate does not let it pass', () => {
    const store = county();
    const before = defined(store.plans.current(), 'the plan');
    const after = moved(before, 1, 'R2');
    const gate = (): void => {
      throw new Error('closed');
    };
    expect(() =>
      store.write({ ...HAND, notices: { event: eventOf(HANDED), gate } }, () =>
        store.trials.applyEdit({ before, after, sentence: 'Moved', client_id: 1 }),
      ),
    ).toThrow('closed');
    expect(store.plans.current()?.routes[0]?.stops).toHaveLength(2);
    expect(store.notices.events()).toEqual([]);
    expect(store.sheets.carriageOn(ON).find((each) => each.client_id === 1)?.route_ref).toBe('R1');
    store.close();
  });

  it('prepared for a trial and told need no telling when it is put in use', () => {
    const store = county();
    let copy = 0;
    store.write(HAND, () => {
      copy = store.trials.makeCopy(1, { name: 'Autumn', note: '' }).id;
    });
    store.write(HAND, () => {
      const before = defined(store.trials.plan(copy), 'the trial');
      store.trials.applyEdit({ before, after: moved(before, 1, 'R2'), sentence: 'Moved', client_id: 1 }); // prettier-ignore
    });
    const event = { ...eventOf({ kind: 'plan_in_use', route_ref: null }), plan_id: copy };
    let found: readonly ChangeNotice[] = [];
    const use = (look: (opened: readonly ChangeNotice[]) => void): void => {
      store.write({ ...HAND, notices: { event, gate: look } }, () => {
        store.trials.putInUse(copy, 'Before');
      });
    };
    expect(() => {
      use((opened) => {
        found = opened;
        throw new Error('only tried');
      });
    }).toThrow('only tried');
    expect(found).toHaveLength(10);
    store.write(HAND, () => store.notices.prepareFor(event, found));
    expect(store.notices.standing()).toEqual([]);
    const waiting = store.notices.noticesOfEvent(1);
    expect(waiting).toHaveLength(10);
    const told = waiting.filter(({ client_id }) => client_id === 1);
    store.write(HAND, () => {
      const texts = new Map(told.map(({ id }) => [id, 'As told']));
      store.notices.markTold(told, { on: ON, how: 'letter', by: 'S Clarke', texts });
    });
    use((opened) => {
      found = opened;
    });
    expect(found).toHaveLength(6);
    expect(whos(store.notices.standing())).toEqual(whos(waiting.filter(({ client_id }) => client_id !== 1))); // prettier-ignore
    expect(store.notices.events()).toHaveLength(1);
    store.close();
  });

  it('of an event recorded by hand are withdrawn with it', () => {
    const store = county();
    store.write(HAND, () => {
      const event = store.notices.announce(eventOf());
      const changes = [{ field: 'driver', old: 'A Hill', now: 'B Wood' }];
      store.notices.tellBesides(event, [
        { client_id: 1, who: 'family', name: '', changes, route_ref: 'R1' },
      ]);
    });
    expect(store.notices.standing()).toHaveLength(1);
    store.write(HAND, () => {
      const event = defined(store.notices.event(1), 'the event');
      store.notices.withdrawEvent(event, { on: ON, by: 'S Clarke', reason: 'Typed twice.' });
    });
    expect(store.notices.standing()).toEqual([]);
    store.close();
  });

  it('wait for the edit that answers a recorded change of address, and are listed with it', () => {
    const store = county();
    store.write(
      HAND,
      () =>
      store.notices.announce(eventOf({ kind: 'change_of_address', route_ref: null, client_id: 1, effective_on: isoDate('2026-10-01') })), // prettier-ignore
    );
    edit(store, 1, 'R2', eventOf({ kind: 'plan_edit', route_ref: null }));
    expect(store.notices.noticesOfEvent(1)).toEqual([]);
    const approval = eventOf({ kind: 'plan_approved', route_ref: null, effective_on: null });
    store.write({ ...HAND, notices: { event: approval, gate: () => undefined } }, () => store.plans.approve(1, 'S Clarke')); // prettier-ignore
    store.write(HAND, () => {
      store.trials.withdrawApproval(1, 'S Clarke', 'To edit');
    });
    edit(store, 1, 'R1', eventOf({ kind: 'plan_edit', route_ref: null }));
    expect(store.notices.noticesOfEvent(1).filter(({ client_id }) => client_id === 1)).toHaveLength(4); // prettier-ignore
    expect(store.notices.noticesOfEvent(1)[0]?.by_on).toBe('2026-09-24');
    store.close();
  });
});

describe('another driver', () => {
  const OCTOBER = isoDate('2026-10-05');
  const by = { by: HAND, on: ON };
  const driver = (store: Store, ref: string): number =>
    store.write(BY_TEST, () => defined(store.register.upsertWorkers([{ ref, name: ref, provider: 'Beult Private Hire', role: 'driver' }]).ids[0], 'a driver')); // prettier-ignore
  const put = (store: Store, subject_id: number, from_on: IsoDate, reason = '') =>
    assign(
      store,
      { contract_id: 1, role: 'driver', subject_id, from_on, to_on: null, instead: true, ...(reason === '' ? {} : { notices: { reason, effective_on: null } }) }, // prettier-ignore
      by,
    );
  const why = (store: Store, day: IsoDate) => store.read.transport.of([1, 2], day, ON).map(({ reasons }) => reasons.map(({ code }) => code).join()); // prettier-ignore

  it('is told before the day: a child whose family or school was not told by then has no transport, with since when', () => {
    const store = county();
    store.write(BY_TEST, () => {
      store.contracts.upsertStops([1, 2].map((client_id) => ({ contract_id: 1, client_id, stop_order: client_id, pick_up_s: null, released: false, left_on: null }))); // prettier-ignore
    });
    const [hill, wood, beck] = ['Hill', 'Wood', 'Beck'].map((ref) => driver(store, ref));
    expect(put(store, hill ?? 0, isoDate('2026-08-01'))).toMatchObject({ ok: true });
    // The first who is known tells nobody anything new.
    expect(store.notices.events()).toEqual([]);
    expect(put(store, wood ?? 0, OCTOBER)).toMatchObject({ ok: true });
    expect(whos(store.notices.standing())).toEqual(['1 family', '1 school Bower Grove School', '2 family', '2 school Bower Grove School']); // prettier-ignore
    expect(why(store, isoDate('2026-10-04'))).toEqual(['', '']);
    expect(why(store, OCTOBER)).toEqual(['notice_open', 'notice_open']);
    expect(store.read.transport.of([1], isoDate('2026-11-02'), ON)[0]?.reasons[0]).toMatchObject({ item: 'family and school not told', since: OCTOBER, route_ref: 'R1' }); // prettier-ignore
    tell(store, ({ client_id, who }) => client_id === 1 && who === 'family');
    expect(why(store, OCTOBER)).toEqual(['notice_open', 'notice_open']);
    tell(store, ({ client_id }) => client_id === 1);
    expect(why(store, OCTOBER)).toEqual(['', 'notice_open']);
    store.write(HAND, () => {
      store.notices.override(defined(store.notices.event(1), 'the event'), { on: ON, by: HAND.who, reason: 'Rung.' }); // prettier-ignore
    });
    expect(why(store, OCTOBER)).toEqual(['', '']);
    expect(store.notices.standing()).toHaveLength(2);
    // Of today: the gate asks, and nothing of it is kept until it is answered.
    expect(put(store, beck ?? 0, ON)).toMatchObject({ ok: false, error: { code: 'notices_open' } });
    expect(store.register.assignmentsOf(1)).toHaveLength(2);
    expect(put(store, beck ?? 0, ON, 'Ill since last night.')).toMatchObject({ ok: true });
    expect(why(store, ON)).toEqual(['', '']);
    expect(store.notices.events()[0]).toMatchObject({ kind: 'crew', override_reason: 'Ill since last night.' }); // prettier-ignore
    expect(store.drift(ON)).toEqual([]);
    store.close();
  });

  it('who is taken back by undoing is told to nobody, and is to be told again by redoing', () => {
    const store = county();
    expect(put(store, driver(store, 'Hill'), isoDate('2026-09-01'))).toMatchObject({ ok: true });
    expect(put(store, driver(store, 'Wood'), OCTOBER)).toMatchObject({ ok: true });
    const was = whos(store.notices.standing());
    expect(was).toHaveLength(4);
    const change_id = defined(store.undo.list(5).undo, 'the assignment').change_id;
    expect(store.undo.toggle(change_id, HAND.who)).toMatchObject({ ok: true });
    expect(store.notices.standing()).toEqual([]);
    expect(store.undo.toggle(change_id, HAND.who)).toMatchObject({ ok: true });
    expect(whos(store.notices.standing())).toEqual(was);
    store.close();
  });
});
