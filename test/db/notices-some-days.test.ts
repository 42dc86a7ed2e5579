/** A stop at another address than the home opens notices as the way from home does: to each the part that is theirs. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { ChangeNotice } from '../../shared/model/change-notice.ts';
import type { PlannedRoute, PlannedStop } from '../../shared/model/plan.ts';
import { addClients, addPlaces, BY_TEST, CONTRACT, madeFolder, madePlan, madeRoute, madeStore } from './made-store.ts'; // prettier-ignore
import { eventOf } from './notices-writes.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
const HAND = { who: 'S Clarke', why: 'hand' };
const THU_FRI = 0b11000;

/** Two children on two confirmed routes; the first is fetched from a second address on Thursdays and Fridays by the other provider. */
function county(): Store {
  const store = madeStore(join(folder.path, 'parts.kerbside'));
  addPlaces(store);
  addClients(store, ['A1', 'B1'].map((ref) => ({ ref, forename: ref, surname: 'Hill' }))); // prettier-ignore
  const let_ = (route: PlannedRoute, provider: string) => ({ ...route, provider, confirmed: true });
  store.write(BY_TEST, () => {
    store.contracts.upsertMany([CONTRACT, { ...CONTRACT, ref: 'C2', route_ref: '1001-002', provider: 'Swift' }]); // prettier-ignore
    store.terms.upsertMany([{ urn: 0, kind: 'term', from_on: isoDate('2026-09-07'), to_on: isoDate('2026-12-18'), label: 'Autumn' }]); // prettier-ignore
    store.plans.save(
      madePlan([
        let_(madeRoute('R1', [1], 1), 'Beult Private Hire'),
        let_(madeRoute('R2', [2], 2), 'Swift'),
      ]),
    );
  });
  return store;
}

/** Has the first child's stop at the second address on a route; with null on none. Answers what this opened. */
function stopAt(
  store: Store,
  on: string | null,
  given: Partial<PlannedStop> = {},
): readonly ChangeNotice[] {
  const before = defined(store.plans.current(), 'the plan');
  const own = defined(before.routes.find(({ ref }) => ref === 'R1')?.stops[0], 'the stop');
  const stop = { ...own, place: 'second', mornings: THU_FRI, afternoons: THU_FRI, ...given };
  const routes = before.routes.map((route) => {
    const stops = route.stops.filter(({ place }) => place !== 'second');
    return { ...route, stops: route.ref === on ? [...stops, stop] : stops };
  });
  let opened: readonly ChangeNotice[] = [];
  const event = eventOf({ kind: 'change_of_address', client_id: 1, route_ref: null, effective_on: isoDate('2026-09-21'), what: '' }); // prettier-ignore
  const gate = (found: readonly ChangeNotice[]): void => {
    opened = found;
  };
  store.write(
    { ...HAND, notices: { event, gate } },
    () =>
    store.trials.applyEdit({ before, after: { ...before, routes }, sentence: 'Moved', client_id: 1 }), // prettier-ignore
  );
  return opened;
}

const whos = (notices: readonly ChangeNotice[]) => notices.map(({ who, name }) => `${who} ${name}`.trim()).toSorted(); // prettier-ignore

describe('a stop on some days', () => {
  const store = county();
  afterAll(() => {
    store.close();
  });

  it('is told to the family, the school and whoever drives it, and to nobody else', () => {
    const opened = stopAt(store, 'R2');
    expect(whos(opened)).toEqual(['family', 'new_provider Swift', 'school Bower Grove School']);
    const of = (who: string) => opened.find((each) => each.who === who);
    expect(of('family')?.changes).toEqual([{ field: 'some_days', old: '', now: 'Thu, Fri, other address: R2, pick-up 08:20, at Bower Grove School 08:50, leaves it 15:20, home 15:40, Taxi, Swift, no assistant' }]); // prettier-ignore
    expect(of('new_provider')).toMatchObject({ kind: 'joined', changes: [{ now: 'Thu, Fri: R2, pick-up 08:20, at Bower Grove School 08:50, leaves it 15:20, home 15:40, Taxi, no assistant' }] }); // prettier-ignore
    expect(of('school')?.changes[0]?.now).toBe('Thu, Fri: R2, at Bower Grove School 08:50, leaves it 15:20, Taxi, Swift, no assistant'); // prettier-ignore
    expect(store.notices.standing()).toHaveLength(3);
  });

  it('taken back before anybody was told is told to nobody; undone it is told again', () => {
    expect(stopAt(store, null)).toEqual([]);
    expect(store.notices.standing()).toEqual([]);
    const { undo } = store.undo.list(5);
    expect(store.undo.toggle(defined(undo, 'the edit').change_id, HAND.who)).toMatchObject({ ok: true }); // prettier-ignore
    expect(store.notices.standing()).toHaveLength(3);
  });

  it('that moves is told against what was told: small times to nobody, a later pick-up not to the school, the end of it to its provider as a leaving', () => {
    const tell = () => {
      const notices = store.notices.standing();
      const texts = new Map(notices.map(({ id }) => [id, 'As told']));
      store.write(HAND, () => {
        store.notices.markTold(notices, { on: isoDate('2026-08-11'), how: 'telephone', by: 'S Clarke', texts }); // prettier-ignore
      });
    };
    tell();
    expect(stopAt(store, 'R2', { pick_up_s: 30_060 })).toEqual([]);
    expect(whos(stopAt(store, 'R2', { pick_up_s: 27_000 }))).toEqual(['family', 'new_provider Swift']); // prettier-ignore
    tell();
    const ended = stopAt(store, null);
    expect(whos(ended)).toEqual(['family', 'old_provider Swift', 'school Bower Grove School']);
    expect(ended.find(({ who }) => who === 'old_provider')?.changes[0]?.now).toBe('');
  });
});
