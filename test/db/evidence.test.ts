/** Evidence, section I and the register are added to and withdrawn; nothing changes them or takes them out. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import { lowIncomeGiven, routeOf, versionOf, wayGiven } from '../helpers/evidence-of.ts';
import { addClients, addPlaces, BY_TEST, madeFolder, madeStore, ON, SCHOOL } from './made-store.ts';

const folder = madeFolder();
const open: Store[] = [];
let store: Store;
let path: string;
const BY = { on: ON, by: 'R. Officer' };
const WITHDRAWN = { ...BY, reason: 'Measured from the old home.' };
const write = <T>(work: () => T): T => store.write(BY_TEST, work);
const application = () => defined(store.applications.get('A1'), 'A1');

beforeEach(() => {
  path = join(folder.path, `${open.length}.kerbside`);
  store = madeStore(path);
  open.push(store);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Rhodes' }, { ref: 'A2' }]);
});
afterAll(() => {
  for (const each of open) each.close();
  folder.cleanUp();
});

const sentences = (limit = 10) =>
  store.history.list({ client_id: 1, limit }).map((each) => each.sentence);
const refuses = (text: string, why: string) => {
  const sql = new Database(path);
  expect(() => sql.exec(text), text).toThrow(why);
  sql.close();
};

describe('evidence', () => {
  it('comes back as it was given, by application, oldest first', () => {
    const first = write(() => store.evidence.record(application(), wayGiven({}), BY));
    const second = write(() => store.evidence.record(application(), lowIncomeGiven({}), BY));
    expect(store.evidence.of('A1')).toEqual([first, second]);
    expect(first).toMatchObject({
      given: wayGiven({}),
      recorded_by: 'R. Officer',
      withdrawn: null,
    });
    expect(store.evidence.of('A2')).toEqual([]);
    expect([...store.evidence.all()]).toEqual([['A1', [first, second]]]);
  });

  it('is withdrawn once with its reason, and stays', () => {
    const record = write(() => store.evidence.record(application(), wayGiven({}), BY));
    write(() => {
      store.evidence.withdraw(record, WITHDRAWN);
    });
    expect(store.evidence.of('A1')).toEqual([{ ...record, withdrawn: WITHDRAWN }]);
    expect(() =>
      write(() => {
        store.evidence.withdraw(record, WITHDRAWN);
      }),
    ).toThrow('withdrawn once');
    expect(sentences(2)).toEqual([
      expect.stringContaining(
        'Evidence withdrawn: Measured from the old home. by a test (was Walking route measured',
      ),
      expect.stringContaining('Evidence recorded by a test: Walking route measured: 1.6 miles'),
    ]);
  });

  it('cannot be changed or taken out, whoever asks', () => {
    write(() => store.evidence.record(application(), wayGiven({}), BY));
    refuses(`UPDATE evidence SET given = '{}'`, 'never changed');
    refuses(`UPDATE evidence SET recorded_by = 'Another'`, 'never changed');
    refuses('DELETE FROM evidence', 'never taken out');
    refuses(`UPDATE evidence SET withdrawn_on = '2026-08-10'`, 'CHECK');
    expect(() => store.evidence.record(application(), wayGiven({}), BY)).toThrow('outside write');
  });
});

describe('section I', () => {
  const given = (words: string, plan_on: string) =>
    versionOf(1, { words, plan_on: isoDate(plan_on), urns: [SCHOOL] });
  const client = () => defined(store.clients.get(1), 'client');

  it('keeps the words of the import as the first version, and the record follows the one in force', () => {
    write(() => store.clients.update(1, { section_i: 'School named, no condition' }));
    write(() => store.sectionI.record(1, given('Bower Grove School.', '2026-02-15'), BY));
    write(() => store.sectionI.record(1, given('École Sainte-Anne.', '2026-09-01'), BY));
    const versions = store.sectionI.of(1);
    expect(versions.map(({ version, source, words }) => [version, source, words])).toEqual([
      [1, 'imported', 'School named, no condition'],
      [2, 'officer', 'Bower Grove School.'],
      [3, 'officer', 'École Sainte-Anne.'],
    ]);
    // The third plan is not in force on 10 August.
    expect(client().section_i).toBe('Bower Grove School.');
    expect([...store.sectionI.all().keys()]).toEqual([1]);
    expect(sentences().join('\n')).toContain(
      'Section I, version kept set to version 3, plan of 1 Sep 2026',
    );
  });

  it('goes back to the version before when one is withdrawn', () => {
    write(() => store.clients.update(1, { section_i: 'School named, no condition' }));
    const version = write(() =>
      store.sectionI.record(1, given('Another child’s.', '2026-02-15'), BY),
    );
    write(() => {
      store.sectionI.withdraw(version, WITHDRAWN);
    });
    expect(client().section_i).toBe('School named, no condition');
    expect(store.sectionI.of(1)[1]?.withdrawn).toEqual(WITHDRAWN);
    refuses(`UPDATE section_i_version SET words = 'x' WHERE version = 1`, 'never changed');
    refuses('DELETE FROM section_i_version', 'never taken out');
  });

  it('is not brought back by a file that merely repeats the first words', () => {
    write(() => store.sectionI.record(1, given('Bower Grove School.', '2026-02-15'), BY));
    expect(store.sectionI.of(1)).toHaveLength(1);
    expect(store.sectionI.of(1)[0]).toMatchObject({ version: 1, source: 'officer' });
  });
});

describe('the register of walked routes', () => {
  const route = (given = {}) => routeOf(0, { school_urn: SCHOOL, ...given });

  it('keeps an assessment of a postcode and one round a position', () => {
    const around = { kind: 'around', lat: 51.2, lon: 0.5, radius_m: 150 } as const;
    const added = write(() => [
      store.walkingRoutes.add(route(), { ...BY, supersedes: null }),
      store.walkingRoutes.add(route({ place: around, safe: true }), { ...BY, supersedes: null }),
    ]);
    expect(added.map(({ place }) => place)).toEqual([route().place, around]);
    expect(store.walkingRoutes.all().map(({ id }) => id)).toEqual([2, 1]);
  });

  it('is superseded by a later one, and stands again when that is withdrawn', () => {
    const first = write(() => store.walkingRoutes.add(route(), { ...BY, supersedes: null }));
    const second = write(() => store.walkingRoutes.add(route({ safe: true }), { ...BY, supersedes: first.id })); // prettier-ignore
    expect(store.walkingRoutes.get(first.id)?.superseded_by).toBe(second.id);
    write(() => {
      store.walkingRoutes.withdraw(second, WITHDRAWN);
    });
    expect(store.walkingRoutes.get(first.id)?.superseded_by).toBeNull();
    refuses('UPDATE walking_route SET safe = 1', 'never changed');
    refuses('DELETE FROM walking_route', 'never taken out');
    const twice = () => write(() => store.walkingRoutes.add(route(), { ...BY, supersedes: first.id })); // prettier-ignore
    expect(twice).toThrow('UNIQUE');
  });
});

describe('a store from before evidence', () => {
  it('keeps its applications, decisions and history', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 80);
    migrate(sql, before, () => ok(null));
    sql.exec(
      `INSERT INTO change VALUES (1, '2026-08-01', 'Import', 'import of summer.csv');
       INSERT INTO history (change_id, entity, ref, client_id, field, before, after)
         VALUES (1, 'client', 'A1', NULL, 'section_i', '', 'School named, no condition');`,
    );
    expect(migrate(sql, MIGRATIONS, () => ok(null)).ok).toBe(true);
    expect(sql.prepare('SELECT after FROM history').pluck().all()).toEqual(['School named, no condition']); // prettier-ignore
    for (const table of ['evidence', 'section_i_version', 'walking_route'])
      expect(sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });
});
