/** From the last state and the journal every earlier state of every record can be rebuilt: nothing is overwritten without trace. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { Store } from '../../db/store.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  CONTRACT,
  madeFolder,
  madeStore,
  SCHOOL,
} from '../db/made-store.ts';
import { rowsNow, takeBack, type Rows } from '../helpers/journal-rows.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const text = fc.constantFrom('', 'x', 'Łódź “ward”', '\u0000 nul', 'שלום');
const step = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    who: fc.nat(3),
    notes: text,
    days: fc.subarray(['Mon', 'Tue', 'Fri'] as const),
  }),
  fc.record({
    do: fc.constant('move' as const),
    who: fc.nat(3),
    lat: fc.double({ min: 50, max: 52, noNaN: true }),
  }),
  fc.record({
    do: fc.constant('school' as const),
    who: fc.nat(3),
    urn: fc.constantFrom(null, SCHOOL, 119037),
  }),
  fc.record({ do: fc.constant('terms' as const), remove: fc.boolean(), label: text }),
  fc.record({
    do: fc.constant('stop' as const),
    who: fc.nat(3),
    pick: fc.option(fc.nat(80_000), { nil: null }),
  }),
  fc.record({ do: fc.constant('release' as const), who: fc.nat(3), on: fc.boolean() }),
  fc.record({
    do: fc.constant('setting' as const),
    at: fc.nat(DEFAULT_SETTINGS.length - 1),
    value: fc.jsonValue({ maxDepth: 2 }),
  }),
  fc.record({
    do: fc.constant('view' as const),
    name: fc.constantFrom('Mine', 'Late'),
    gone: fc.boolean(),
  }),
  fc.record({ do: fc.constant('link' as const), who: fc.nat(3), cut: fc.boolean() }),
  fc.record({ do: fc.constant('come' as const), ref: fc.constantFrom('N1', 'N2') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(store: Store, ids: readonly number[], given: Step): void {
  const id = 'who' in given ? (ids[given.who] ?? 1) : 0;
  switch (given.do) {
    case 'edit':
      store.clients.update(id, { notes: given.notes, days: given.days });
      break;
    case 'move':
      store.clients.update(id, {
        lat: given.lat,
        lon: 0.1,
        position_source: 'pin',
        position_error_m: 0.1,
      });
      break;
    case 'school':
      store.clients.update(id, { school_urn: given.urn });
      break;
    case 'terms':
      if (given.remove) store.terms.removeOf([SCHOOL]);
      else
        store.terms.upsertMany([
          {
            urn: SCHOOL,
            kind: 'term',
            from_on: isoDate('2026-09-01'),
            to_on: isoDate('2026-12-18'),
            label: given.label,
          },
        ]);
      break;
    case 'stop':
      store.contracts.upsertStops([
        {
          contract_id: 1,
          client_id: id,
          stop_order: 1,
          pick_up_s: given.pick,
          left_on: null,
        },
      ]);
      break;
    case 'release':
      store.contracts.release(id, given.on);
      break;
    case 'setting': {
      const like = DEFAULT_SETTINGS[given.at];
      if (like !== undefined) store.settings.upsertMany([{ ...like, value: given.value }]);
      break;
    }
    case 'view':
      if (given.gone) for (const view of store.views.list()) store.views.delete(view.id);
      else
        store.views.save({
          name: given.name,
          filter: { held: true },
          sort: 'ref',
          descending: true,
        });
      break;
    case 'link':
      if (given.cut) store.letters.unlink({ kind: 'client', ref: `A${given.who}` });
      else
        store.letters.link([
          { kind: 'client', ref: 'A0' },
          { kind: 'client', ref: `A${given.who}` },
        ]);
      break;
    case 'come':
      addClients(store, [{ ref: given.ref }]);
  }
}

describe('the journal', () => {
  it('can rebuild every earlier state of every record from the last one', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        const path = join(folder.path, `${++made}.kerbside`);
        const store = madeStore(path);
        addPlaces(store);
        const ids = addClients(
          store,
          [0, 1, 2, 3].map((at) => ({ ref: `A${at}` })),
        );
        store.write(BY_TEST, () => store.contracts.upsertMany([CONTRACT]));
        const sql = new Database(path);
        const newest = sql.prepare('SELECT max(id) FROM change').pluck();
        const states: { readonly change: number; readonly rows: Rows }[] = [];
        for (const each of steps) {
          states.push({ change: Number(newest.get()), rows: rowsNow(sql) });
          store.write(BY_TEST, () => {
            take(store, ids, each);
          });
        }
        const rows = rowsNow(sql);
        let change = Number(newest.get());
        for (const state of [...states].reverse()) {
          for (; change > state.change; change -= 1) takeBack(rows, sql, change);
          expect(rows).toEqual(state.rows);
        }
        sql.close();
        store.close();
      }),
      { numRuns: 40, seed: 134 },
    );
  });
});
