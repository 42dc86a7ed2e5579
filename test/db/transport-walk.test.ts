/**
 * Random walks of a service over a real store: plans, edits of them, tenders, awards, confirmations, hand-backs, papers that run out. After
 * every step each child's status is what a second, naive definition says, nobody is counted without a confirmed contract that covers
 * their day, states follow one another as they may, and what is kept with the client is what working it out anew gives.
 */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { addDays, isoDate } from '../../shared/calendar/dates.ts';
import type { PlannedRoute } from '../../shared/model/plan.ts';
import { stateOn } from '../../shared/service/states.ts';
import { takeStep, type WalkStep } from '../helpers/service-walk.ts';
import { hasTransport } from '../helpers/has-transport.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madePlan, madeRoute, madeStore, ON } from './made-store.ts'; // prettier-ignore

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const child = fc.nat(3);
const route = fc.nat(2);
const ahead = fc.integer({ min: -20, max: 120 });
/** Mostly the whole week. */
const days = fc.oneof({ weight: 3, arbitrary: fc.constant(31) }, fc.integer({ min: 1, max: 31 }));
const step: fc.Arbitrary<WalkStep> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), child, to: fc.option(route, { nil: null }), mornings: days, afternoons: days, counts: fc.option(ahead, { nil: null }), override: fc.boolean() }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sign' as const), route, state: fc.constantFrom('out_to_tender', 'bids_in', 'drafted') }) }, // prettier-ignore
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('award' as const), route, starts: ahead, runs: fc.integer({ min: 0, max: 60 }), assistant: fc.boolean() }) }, // prettier-ignore
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('confirm' as const), route }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unconfirm' as const), route }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hand_back' as const), route, last: ahead, stays: fc.boolean() }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('assign' as const), route, role: fc.constantFrom('driver', 'assistant', 'cover'), holds: fc.boolean(), expires: ahead }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('vehicle' as const), route, expires: ahead }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('child' as const), child, rescue: fc.boolean(), days: fc.boolean(), starts: fc.option(ahead, { nil: null }) }) }, // prettier-ignore
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crew' as const), route, from: ahead }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tell' as const), child, who: fc.constantFrom('family', 'school', 'assistant'), told: fc.boolean() }) }, // prettier-ignore
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('override' as const), child }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('release' as const), child, released: fc.boolean() }) }, // prettier-ignore
);

/** What the walks of this seed come across. */
const REACHED = ['in_place', 'no_route', 'part_missing', 'drafted', 'out_to_tender', 'awarded', 'handed_back', 'ended', 'starts_later', 'child_not_confirmed', 'no_holder', 'no_cover', 'out_of_date', 'no_assistant', 'notice_open'] as const; // prettier-ignore

const LATER = [3, 70].map((days_on) => addDays(isoDate('2026-09-01'), days_on));

/** What a child was seen as: walks that never get there prove nothing. */
const seen = new Set<string>();

/** Everything that must hold after every step. */
function check(store: Store): void {
  const clients = new Map(store.clients.all().map((each) => [each.id, each]));
  const told = (on: (typeof LATER)[number] | null) => store.read.transport.everyone(on, ON);
  for (const day of LATER) {
    const counted = told(day);
    expect(counted).toHaveLength(clients.size);
    for (const status of counted) {
      const client = clients.get(status.client_id);
      if (client === undefined) throw new Error('a client without a record');
      expect([client.ref, day, status.in_place]).toEqual([client.ref, day, hasTransport(store, client, day)]); // prettier-ignore
      expect(status.in_place).toBe(status.reasons.length === 0);
      for (const what of status.in_place ? ['in_place'] : status.reasons.map(({ code }) => code))
        seen.add(what);
      if (status.in_place) covers(store, status.rides, day);
    }
  }
  const own = new Map(told(null).map((status) => [status.client_id, status]));
  for (const state of store.read.states(ON)) {
    const status = own.get(state.client_id);
    expect(state.transport === 'in_place').toBe(status?.in_place);
    expect(state.why).toBe(status?.reasons[0]?.code ?? '');
    expect(state.needed_on).toBe(status?.on);
  }
  const [first] = own.values();
  expect(store.read.transport.of([first?.client_id ?? 0], null, ON)).toEqual([first]);
  const without = [...own.values()].filter((each) => !each.in_place).length;
  const today = store.read.today(ON);
  expect(today.without_transport.count).toBe(without);
  expect(today.without_by_reason.reduce((sum, { count }) => sum + count, 0)).toBe(without);
}

/** The plainest law: whoever is counted rides on contracts that are confirmed and run on the day. */
function covers(
  store: Store,
  rides: ReturnType<Store['read']['transport']['everyone']>[number]['rides'],
  day: (typeof LATER)[number],
): void {
  const counting = rides.filter(({ reasons }) => reasons.length === 0);
  expect(counting.length).toBeGreaterThan(0);
  for (const { contract_id } of counting) {
    const contract = contract_id === null ? null : store.contracts.get(contract_id);
    if (contract === null) throw new Error('counted without a contract');
    expect(stateOn(store.service.stepsOfContract(contract.id), contract, day)).toBe('running');
  }
}

describe('a service that goes on', () => {
  it('counts nobody whom no confirmed contract covers, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 18 }), (steps) => {
        const store = madeStore(join(folder.path, `${++made}.kerbside`));
        try {
          addPlaces(store);
          const ids = addClients(store, [{ ref: 'A' }, { ref: 'B' }, { ref: 'C' }, { ref: 'D' }]);
          const routes: PlannedRoute[] = ['R1', 'R2', 'R3'].map((ref, at) => ({
            ...madeRoute(ref, at === 0 ? [ids[0] ?? 0, ids[1] ?? 0] : [ids[at + 1] ?? 0]),
            assistant: at === 1,
          }));
          store.write(BY_TEST, () => store.plans.save(madePlan(routes)));
          // Two of the three are let and confirmed: walks begin where a service runs.
          for (const at of [0, 1]) {
            takeStep(store, ids, { kind: 'award', route: at, starts: -10, runs: 300, assistant: false }); // prettier-ignore
            takeStep(store, ids, { kind: 'confirm', route: at });
          }
          for (const each of steps) {
            takeStep(store, ids, each);
            check(store);
          }
          expect(store.drift(ON)).toEqual([]);
        } finally {
          store.close();
        }
      }),
      { numRuns: 16, seed: 2 },
    );
    expect([...REACHED].filter((what) => !seen.has(what))).toEqual([]);
  }, 120_000);
});
