/** What the first write leaves behind is what any later one would: the words that people wrote, and the triggers that keep them. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { decideCase } from '../helpers/eligibility-case.ts';
import { TIF_WRITES } from '../helpers/tif-writes.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

const BY = 'S Clarke';

/** Something written by hand of every kind that is searched. */
function writeEverything(store: Store): void {
  addPlaces(store);
  addClients(store, [
    { ref: 'A1', notes: 'Likes the lighthouse', home_address: '4 Quay Street' },
    {
      ref: 'A2',
      notes: 'Hidden near a mill',
      home_address: '1 Refuge Lane',
      protected_address: true,
    },
    { ref: 'A3' },
  ]);
  store.clients.update(1, { notes: 'Likes the windmill' });
  const application = defined(store.applications.get('A1'), 'A1');
  store.history.note(1, 'A1', 'Rang about the harness');
  store.life.sign(application, { kind: 'handed_over', on: ON, signed_by: BY, note: 'By courier' });
  store.life.ask(application, {
    asked_for: 'the paediatrician’s letter',
    asked_of: 'the clinic',
    asked_on: ON,
    chase_on: ON,
    signed_by: BY,
  });
  const signed = store.decisions.sign({
    application,
    decided_on: ON,
    given: { outcome: 'refused', award: null, reason: 'Within earshot of school.', signed_by: BY },
    departs: false,
    facts: decideCase(),
  });
  store.decisions.lodge(signed.id, {
    stage: 1,
    grounds: ['distance'],
    lodged_on: ON,
    transport_goes_on: true,
    note: 'The footpath floods',
    signed_by: BY,
  });
  for (const name of ['tif.keepImported', 'tif.sign'] as const) TIF_WRITES[name]?.run(store);
}

/** Every word of what people wrote with the kind of record it is kept for, and the triggers that keep it. */
function proseOf(path: string): { readonly words: readonly unknown[]; readonly triggers: unknown } {
  const sql = new Database(path);
  try {
    sql.exec(`CREATE VIRTUAL TABLE temp.kept USING fts5vocab ('main', 'note_text', 'instance')`);
    return {
      words: sql
        .prepare(
          'SELECT term, doc % 8 AS kind, offset FROM temp.kept ORDER BY kind, doc, offset, term',
        )
        .all(),
      triggers: sql
        .prepare(
          `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%note_text%' ORDER BY name`,
        )
        .all(),
    };
  } finally {
    sql.close();
  }
}

it('keeps the words that people wrote as later writes do, one by one', () => {
  const written = (name: string, before: (store: Store) => void) => {
    const path = join(folder.path, name);
    const store = madeStore(path);
    before(store);
    store.write(BY_TEST, () => {
      writeEverything(store);
    });
    store.close();
    return proseOf(path);
  };
  const first = written('first.kerbside', () => undefined);
  const later = written('later.kerbside', (store) => {
    store.write(BY_TEST, () => store.schools.upsertMany([{ urn: 1, name: 'A school before' }]));
  });
  expect(first).toEqual(later);
  const terms = new Set(later.words.map((each) => (each as { readonly term: string }).term));
  const each = 'windmill mill harness courier clinic earshot footpath window quay'.split(' ');
  expect(each.filter((word) => !terms.has(word))).toEqual([]);
  expect(['lighthouse', 'refuge'].filter((word) => terms.has(word))).toEqual([]);
});

it('leaves nothing of a first write that fails, and its triggers where they were', () => {
  const path = join(folder.path, 'failed.kerbside');
  const store = madeStore(path);
  const before = proseOf(path);
  expect(() =>
    store.write(BY_TEST, () => {
      writeEverything(store);
      throw new Error('pulled the plug');
    }),
  ).toThrow('pulled the plug');
  expect(proseOf(path)).toEqual(before);
  store.write(BY_TEST, () => {
    writeEverything(store);
  });
  expect(proseOf(path).words.length).toBeGreaterThan(20);
  store.close();
});
