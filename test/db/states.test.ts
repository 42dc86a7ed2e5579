import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { summarise } from '../../electron/jobs/summary.ts';
import { APPLICATION_STATUSES } from '../../shared/model/client.ts';
import { TRANSPORT_STATES } from '../../shared/api/views/applications.ts';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';
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

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function withStore<T>(work: (store: Store) => T): T {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  try {
    addPlaces(store);
    return work(store);
  } finally {
    store.close();
  }
}

const total = (store: Store, filter: ApplicationFilter): number =>
  store.read.query({ filter, sort: 'ref', descending: false, offset: 0, limit: 1 }, ON).total;

/** One change that a person or an import may make. */
type Step =
  | { readonly kind: 'status'; readonly client: number; readonly status: number }
  | { readonly kind: 'held'; readonly client: number; readonly held: boolean }
  | { readonly kind: 'edit'; readonly client: number; readonly school: boolean }
  | { readonly kind: 'stop'; readonly client: number; readonly left: boolean }
  | { readonly kind: 'release'; readonly client: number; readonly released: boolean }
  | { readonly kind: 'contract'; readonly confirmed: boolean; readonly ends: boolean }
  | { readonly kind: 'plan'; readonly placed: number }
  | { readonly kind: 'come' };

const client = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), client, status: fc.nat(8) }),
  fc.record({ kind: fc.constant('held' as const), client, held: fc.boolean() }),
  fc.record({ kind: fc.constant('edit' as const), client, school: fc.boolean() }),
  fc.record({ kind: fc.constant('stop' as const), client, left: fc.boolean() }),
  fc.record({ kind: fc.constant('release' as const), client, released: fc.boolean() }),
  fc.record({
    kind: fc.constant('contract' as const),
    confirmed: fc.boolean(),
    ends: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('plan' as const), placed: fc.nat(6) }),
  fc.record({ kind: fc.constant('come' as const) }),
);

function take(store: Store, ids: number[], each: Step, turn: number): void {
  const at = 'client' in each ? (ids[each.client] ?? 1) : 0;
  const ref = store.clients.get(at)?.ref ?? '';
  const contract = store.contracts.byRef('C1')?.id ?? 0;
  switch (each.kind) {
    case 'status':
      store.applications.update(ref, { status: APPLICATION_STATUSES[each.status] ?? 'received' });
      break;
    case 'held':
      store.applications.update(ref, { held_reason: each.held ? 'Out of year.' : '' });
      break;
    case 'edit':
      store.clients.update(at, {
        school_urn: each.school ? 119037 : null,
        protected_address: each.school,
        rescue_medication: !each.school,
      });
      break;
    case 'stop':
      store.contracts.upsertStops([
        {
          contract_id: contract,
          client_id: at,
          stop_order: 1,
          pick_up_s: null,
          left_on: each.left ? isoDate('2026-07-01') : null,
        },
      ]);
      break;
    case 'release':
      store.contracts.release(at, each.released);
      break;
    case 'contract':
      store.contracts.upsertMany([
        {
          ref: 'C1',
          confirmed: each.confirmed,
          ends_on: isoDate(each.ends ? '2026-07-31' : '2027-07-31'),
        },
      ]);
      break;
    case 'plan': {
      const left = ids.slice(each.placed).map((client_id) => ({
        client_id,
        reason: 'no_vehicle' as const,
        detail: 'No vehicle.',
      }));
      store.plans.save(
        madePlan(
          [madeRoute('R1', ids.slice(0, each.placed), turn % 2 === 0 ? contract : null)],
          left,
        ),
      );
      break;
    }
    case 'come':
      ids.push(...addClients(store, [{ ref: `N${turn}`, surname: 'New' }]));
  }
}

describe('the states of clients', () => {
  it('are in step with their records after any changes, and all counts agree', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        withStore((store) => {
          const refs = ['A', 'B', 'C', 'D', 'E', 'F'].map((ref) => ({ ref, surname: ref }));
          const ids = [...addClients(store, refs)];
          store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
          steps.forEach((each, turn) => {
            store.write(BY_TEST, () => {
              take(store, ids, each, turn);
            });
            expect(store.drift(ON)).toEqual([]);
          });
          const today = store.read.today(ON);
          const byState = TRANSPORT_STATES.map((state) => total(store, { transport: [state] }));
          expect(byState.reduce((sum, count) => sum + count, 0)).toBe(store.clients.count());
          expect(total(store, { transport: ['closed'] })).toBe(
            store.clients.count() - today.clients,
          );
          expect(today.without_transport.count).toBe(
            today.unallocated.count + today.planned_unconfirmed.count,
          );
          const reasons = today.unallocated_by_reason.reduce((sum, each) => sum + each.count, 0);
          expect(reasons).toBe(today.unallocated.count);
          const days = today.first_days.reduce((sum, each) => sum + each.clients, 0);
          expect(days).toBe(today.clients);
          expect(summarise(store, ON).unallocated).toBe(today.unallocated.count);
        });
      }),
      { numRuns: 40, seed: 20260810 },
    );
  });

  it('open the list that each number of Today names', () => {
    withStore((store) => {
      addClients(store, [{ ref: 'A' }, { ref: 'B' }, { ref: 'C' }]);
      store.write(BY_TEST, () => {
        store.applications.update('A', { received_on: isoDate('2026-08-09'), held_reason: 'Out.' });
        store.applications.update('B', {
          tif_received_on: isoDate('2026-06-01'),
          status: 'awarded',
        });
        store.clients.upsertMany([{ ref: 'C', lat: null, lon: null, position_source: 'none' }]);
        store.clients.upsertMany([{ ref: 'B', school_urn: null }]);
      });
      const today = store.read.today(ON);
      const counts = [
        today.without_transport,
        today.unallocated,
        today.planned_unconfirmed,
        today.late,
        today.tif_complete,
        today.tif_complete_checked,
        today.provisional,
        today.held,
        ...today.gaps.map((gap) => gap.count),
        ...today.unallocated_by_reason.map((each) => ({ ...each, of: 3 })),
        ...today.first_days.map((each) => ({ ...each, count: each.clients, of: 3 })),
      ];
      for (const each of counts) expect(total(store, each.filter)).toBe(each.count);
      const gaps = Object.fromEntries(today.gaps.map((gap) => [gap.key, gap.count.count]));
      expect(gaps).toEqual({
        no_position: 1,
        no_school: 1,
        school_no_position: 0,
        no_tif: 2,
        tif_incomplete: 3,
        questions: 0,
        same_child: 0,
      });
      expect([today.late.count, today.held.count, today.provisional.count]).toEqual([1, 1, 3]);
    });
  });

  it('follow a contract: in place only where it is confirmed and runs on the first day', () => {
    withStore((store) => {
      const [id = 0] = addClients(store, [{ ref: 'A' }]);
      const stateOf = () => store.read.state(id, ON)?.transport;
      store.write(BY_TEST, () => {
        const { ids } = store.contracts.upsertMany([CONTRACT]);
        store.contracts.upsertStops([
          {
            contract_id: ids[0] ?? 0,
            client_id: id,
            stop_order: 1,
            pick_up_s: null,
            left_on: null,
          },
        ]);
      });
      expect(stateOf()).toBe('in_place');
      const change = (patch: Partial<typeof CONTRACT>) => {
        store.write(BY_TEST, () => store.contracts.upsertMany([{ ...patch, ref: 'C1' }]));
      };
      change({ confirmed: false });
      expect(stateOf()).toBe('planned');
      change({ confirmed: true, ends_on: isoDate('2026-07-31') });
      expect(stateOf()).toBe('planned');
      change({ ends_on: isoDate('2027-07-31') });
      store.write(BY_TEST, () => store.contracts.release(id, true));
      expect(stateOf()).toBe('not_planned');
      store.write(BY_TEST, () => store.applications.update('A', { status: 'withdrawn' }));
      expect(store.read.state(id, ON)?.active).toBe(true);
    });
  });

  it('take the first day from the school’s calendar, and are worked out anew for another year', () => {
    withStore((store) => {
      const [id = 0] = addClients(store, [{ ref: 'A' }]);
      expect(store.read.state(id, ON)?.first_day).toBe('2026-09-01');
      const term = (urn: number, from: string) => ({
        urn,
        kind: 'term' as const,
        from_on: isoDate(from),
        to_on: isoDate('2026-10-23'),
        label: 'Term 1',
      });
      store.write(BY_TEST, () => store.terms.upsertMany([term(0, '2026-09-02')]));
      expect(store.read.state(id, ON)?.first_day).toBe('2026-09-02');
      store.write(BY_TEST, () => store.terms.upsertMany([term(119036, '2026-09-07')]));
      expect(store.read.state(id, ON)?.first_day).toBe('2026-09-07');
      expect(store.read.state(id, isoDate('2027-04-01'))?.first_day).toBe('2027-09-01');
    });
  });
});
