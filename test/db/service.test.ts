/** Steps of routes in a real store: with contracts as they are taken in, signed, undone, and brought over from the version before. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { confirmContracts } from '../../electron/api/confirm-contracts.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
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
    addClients(store, [{ ref: 'A1' }, { ref: 'A2' }]);
    return work(store);
  } finally {
    store.close();
  }
}

const write = <T>(store: Store, work: () => T): T => store.write(BY_TEST, work);

describe('steps of contracts as the register brings them', () => {
  it('say confirmed or awarded, from the contract’s start or today, and follow when the mark changes', () => {
    withStore((store) => {
      const ahead = { ...CONTRACT, ref: 'C2', route_ref: '', starts_on: isoDate('2026-09-01'), confirmed: false }; // prettier-ignore
      const { ids } = write(store, () => store.contracts.upsertMany([CONTRACT, ahead]));
      const [first = 0, second = 0] = ids;
      expect(store.service.stepsOfContract(first)).toMatchObject([
        { route_ref: '1001-001', state: 'confirmed', on: '2024-09-01', by: 'Contract register' },
      ]);
      expect(store.service.stepsOfContract(second)).toMatchObject([
        { route_ref: 'C2', state: 'awarded', on: ON },
      ]);
      write(store, () => store.contracts.upsertMany([{ ref: 'C2', provider: 'Beult' }]));
      expect(store.service.stepsOfContract(second)).toHaveLength(1);
      write(store, () => store.contracts.upsertMany([{ ref: 'C2', confirmed: true }]));
      expect(store.service.stepsOfContract(second).at(-1)).toMatchObject({ state: 'confirmed', on: ON }); // prettier-ignore
    });
  });

  it('say more where the change that brings the contract signs its step', () => {
    withStore((store) => {
      write(store, () => {
        const { ids } = store.contracts.upsertMany([{ ...CONTRACT, confirmed: false }]);
        store.service.step({ route_ref: '1001-001', contract_id: ids[0] ?? 0, state: 'awarded', on: ON, by: 'S Clarke', why: 'Lot 4, best of three.' }); // prettier-ignore
      });
      expect(store.service.stepsOf('1001-001')).toMatchObject([
        { state: 'awarded', on: ON, by: 'S Clarke', why: 'Lot 4, best of three.' },
      ]);
    });
  });
});

describe('a signed step', () => {
  it('sets the contract’s mark, and both are undone together', () => {
    withStore((store) => {
      const { ids } = write(store, () => store.contracts.upsertMany([{ ...CONTRACT, confirmed: false }])); // prettier-ignore
      const id = ids[0] ?? 0;
      store.write({ who: 'S Clarke', why: 'confirming' }, () => {
        store.service.step({ route_ref: '1001-001', contract_id: id, state: 'confirmed', on: ON, by: 'S Clarke', why: '', said_by: 'J Beult', how: 'email' }); // prettier-ignore
        store.service.confirmSeats(id, [
          { client_id: 1, place: 'home', mornings: 31, afternoons: 31 },
        ]);
      });
      expect(store.contracts.get(id)?.confirmed).toBe(true);
      const { undo } = store.undo.list(5);
      store.undo.toggle(defined(undo, 'an undo').change_id, 'Test');
      expect(store.contracts.get(id)?.confirmed).toBe(false);
      expect(store.service.stepsOfContract(id)).toHaveLength(1);
      expect(store.service.seatsOf(id)).toEqual([]);
      expect(store.drift(ON)).toEqual([]);
    });
  });

  it('replaces what a provider confirmed before, child by child', () => {
    withStore((store) => {
      const id = write(store, () => store.contracts.upsertMany([CONTRACT])).ids[0] ?? 0;
      const seat = (client_id: number, mornings: number) => ({ client_id, place: 'home', mornings, afternoons: 31 }); // prettier-ignore
      write(store, () => {
        store.service.confirmSeats(id, [seat(1, 31), seat(2, 31)]);
      });
      write(store, () => {
        store.service.confirmSeats(id, [seat(1, 3)]);
      });
      expect(store.service.seatsOf(id)).toEqual([{ contract_id: id, ...seat(1, 3) }]);
    });
  });
});

describe('a confirmation', () => {
  it('is for whom it was given, on the days of then: who joins, and days that are added, wait for the next one', () => {
    withStore((store) => {
      const id = write(store, () => store.contracts.upsertMany([{ ...CONTRACT, starts_on: ON }])).ids[0] ?? 0; // prettier-ignore
      const route = (clients: readonly number[], mornings = 31) => {
        const made = { ...madeRoute('1001-001', clients, id), provider: CONTRACT.provider ?? '', confirmed: true }; // prettier-ignore
        return { ...made, stops: made.stops.map((stop) => (stop.client_id === 1 ? { ...stop, mornings } : stop)) }; // prettier-ignore
      };
      const save = (clients: readonly number[], mornings?: number) =>
        write(store, () => store.plans.save(madePlan([route(clients, mornings)])));
      const given = { contract_ids: [id], said_by: 'J Beult', how: 'email', on: ON, note: '', by: 'S Clarke' } as const; // prettier-ignore
      const reasons = (client_id: number) =>
        store.read.transport.of([client_id], null, ON)[0]?.rides.flatMap((ride) => ride.reasons.map(({ code }) => code)); // prettier-ignore
      const SEAT: ReadonlySet<string> = new Set(['child_not_confirmed', 'days_not_confirmed']);
      const lacks = (client_id: number) => [...new Set(reasons(client_id)?.filter((code) => SEAT.has(code)))]; // prettier-ignore
      save([1], 7);
      expect(confirmContracts(store, given, ON)).toMatchObject({ ok: true });
      expect(lacks(1)).toEqual([]);
      save([1, 2]);
      expect(lacks(1)).toEqual(['days_not_confirmed']);
      expect(lacks(2)).toEqual(['child_not_confirmed']);
      // Nor does a register that is read again confirm whom it lists by now.
      write(store, () => store.contracts.upsertStops([{ contract_id: id, client_id: 2, stop_order: 2, pick_up_s: 30_000, left_on: null }])); // prettier-ignore
      expect(lacks(2)).toEqual(['child_not_confirmed']);
      expect(confirmContracts(store, given, ON)).toMatchObject({ ok: true });
      expect([...lacks(1), ...lacks(2)]).toEqual([]);
      expect(store.drift(ON)).toEqual([]);
    });
  });
});

describe('routes of the plan in use', () => {
  it('are drafted once when they are approved, and stand each as its steps and contract say', () => {
    withStore((store) => {
      const id = write(store, () => store.contracts.upsertMany([CONTRACT])).ids[0] ?? 0;
      write(store, () =>
        store.plans.save(madePlan([madeRoute('1001-001', [1], id), madeRoute('MEA-001', [2])])),
      );
      expect(store.service.routesOn(ON)).toMatchObject([
        { route_ref: '1001-001', contract_id: id, state: 'running', since: '2024-09-01' },
        { route_ref: 'MEA-001', contract_id: null, state: 'drafted', since: null },
      ]);
      const draft = () => store.service.draftRoutes('S Clarke', ON, 'the plan was approved');
      expect(write(store, draft)).toBe(1);
      expect(write(store, draft)).toBe(0);
      write(
        store,
        () =>
        store.service.step({ route_ref: 'MEA-001', contract_id: null, state: 'out_to_tender', on: ON, by: 'S Clarke', why: '' }), // prettier-ignore
      );
      expect(store.service.routesOn(ON)[1]).toMatchObject({ state: 'out_to_tender', since: ON });
    });
  });
});

describe('the step to states of routes', () => {
  it('gives every contract of a store of the version before its step, and those handed back theirs', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    migrate(
      sql,
      MIGRATIONS.filter(({ version }) => version < 195),
      () => ok(null),
    );
    const contract = (ref: string, starts_on: string, confirmed: number) => `
INSERT INTO contract (ref, route_ref, provider, vehicle_given, vehicle_class, seats, wheelchairs, price_day_pence, assistant,
  assistant_day_pence, days_a_year, starts_on, ends_on, school_given, confirmed)
VALUES ('${ref}', '${ref === 'C3' ? '' : `R-${ref}`}', 'Beult', '', 'taxi', 4, 0, 7000, 0, 0, 190, '${starts_on}', '2027-07-31', '', ${confirmed});`;
    sql.exec(`
INSERT INTO change (at, who, why, clock) VALUES ('2026-06-03T09:00:00.000Z', 'import', 'import of contracts.csv', 'c1');
${contract('C1', '2024-09-01', 1)}${contract('C2', '2026-09-01', 0)}${contract('C3', '2026-09-01', 1)}
INSERT INTO history (change_id, entity, ref, field, before, after) VALUES (1, 'contract', 'C2', '', '', 'added');
INSERT INTO hand_back (contract_id, "on", last_day, reason, by, children) VALUES (1, '2026-10-01', '2026-10-31', 'No drivers.', 'S Clarke', 3);`);
    migrate(sql, MIGRATIONS, () => ok(null));
    const rows = sql
      .prepare('SELECT route_ref, contract_id, state, "on", by FROM service_step ORDER BY id')
      .all();
    const by = 'Contract register';
    expect(rows).toEqual([
      { route_ref: 'R-C1', contract_id: 1, state: 'confirmed', on: '2024-09-01', by },
      { route_ref: 'R-C2', contract_id: 2, state: 'awarded', on: '2026-06-03', by },
      { route_ref: 'C3', contract_id: 3, state: 'confirmed', on: '2026-09-01', by },
      { route_ref: 'R-C1', contract_id: 1, state: 'handed_back', on: '2026-11-01', by: 'S Clarke' },
    ]);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });
});
