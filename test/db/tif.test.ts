/** Forms in the file: a store of the release before gets their place, and the file itself refuses to change what was signed. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { MIGRATIONS } from '../../db/migrations/all.ts';
import { openStore } from '../../db/open.ts';
import { readPlanFacts } from '../../electron/jobs/plan-facts.ts';
import { makeDemo } from '../../electron/jobs/make-demo.ts';
import { silent } from '../../electron/jobs/context.ts';
import { tifCompletion } from '../../electron/jobs/tif/tif-completion.ts';
import { STREET_QUESTION } from '../../shared/casework/street-access.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { ok } from '../../shared/kernel/result.ts';
import { madeFolder, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

describe('a store of the schema before', () => {
  it('keeps its children, who have no signed form, and its line for commissioning', () => {
    const sql = new Database(join(folder.path, 'before.db'));
    const before = MIGRATIONS.filter(({ version }) => version < 100);
    expect(migrate(sql, before, () => ok(null)).ok).toBe(true);
    sql.exec(`INSERT INTO setting (key, from_on, value, unit, label, source, estimated)
      VALUES ('tif_target_percent', '2025-09-01', '88', '%', 'Line', 'Ours', 0)`);
    const columns = sql.pragma('table_info(client)') as {
      name: string;
      type: string;
      notnull: number;
      dflt_value: string | null;
    }[];
    const needed = columns.filter((each) => each.notnull === 1 && each.dflt_value === null);
    const value = ({ name, type }: { name: string; type: string }): string =>
      name === 'position_source' ? "'none'" : type === 'TEXT' ? (LISTS.has(name) ? "'[]'" : `'A1'`) : '0'; // prettier-ignore
    sql.exec(
      `INSERT INTO client (${needed.map(({ name }) => name).join(', ')}) VALUES (${needed.map(value).join(', ')})`,
    );
    expect(migrate(sql, MIGRATIONS, () => ok(null)).ok).toBe(true);
    expect(sql.prepare('SELECT ref, tif_signed, tif_year FROM client').all()).toEqual([
      { ref: 'A1', tif_signed: 'none', tif_year: null },
    ]);
    expect(sql.prepare('SELECT key, value FROM setting').all()).toEqual([
      { key: 'tif_commissioning_percent', value: '88' },
    ]);
    sql.close();
  });
});
const LISTS = new Set(['second_days', 'not_with', 'days']);

describe('the invented county', () => {
  const path = join(folder.path, 'demo.kerbside');
  makeDemo(path, { clients: 600, seed: 1 }, silent);
  const opened = openStore(path, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  afterAll(() => {
    store.close();
  });

  it('counts what its lists hold, and every request in one row of each table', () => {
    const completion = tifCompletion(store, ON);
    const { all, by_type, by_phase, by_school, by_district } = completion;
    expect(all.asked.count).toBeGreaterThan(100);
    for (const rows of [by_type, by_phase, by_school, by_district]) {
      const sum = rows.reduce((so_far, row) => so_far + row.asked.count, 0);
      expect(sum).toBe(all.asked.count);
    }
    const rows = [all, ...by_type, ...by_phase, ...by_school, ...by_district];
    for (const { asked, complete, incomplete, label } of rows) {
      for (const { count, filter } of [asked, complete, incomplete]) {
        const page = store.read.query({ filter, sort: 'name', descending: false, offset: 0, limit: 1 }, ON); // prettier-ignore
        expect(page.total, `${label} ${JSON.stringify(filter)}`).toBe(count);
      }
      expect(asked.count).toBe(complete.count + incomplete.count);
    }
    const shorts = by_school.map(({ short }) => short);
    expect(shorts).toEqual(shorts.toSorted((a, b) => b - a));
    expect(completion.curve.at(-1)).toMatchObject({ on: ON, asked: all.asked.count, complete: all.complete.count }); // prettier-ignore
  });

  it('has forms of both kinds, and records that say where they stand', () => {
    expect(store.drift(ON)).toEqual([]);
    const clients = store.clients.all().filter(({ tif_signed }) => tif_signed !== 'none');
    expect(clients.length).toBeGreaterThan(150);
    for (const { id, tif_signed, tif_year } of clients) {
      const signed = store.tif.lastSigned(id);
      expect(signed?.complete).toBe(tif_signed === 'complete');
      const years = [signed?.year ?? '', ...store.tif.yearsConfirmed(id).map(({ year }) => year)];
      expect(years.at(-1)?.slice(0, 4)).toBe(String(tif_year));
    }
  });

  it('keeps large vehicles away by the last form signed, not by one before it', () => {
    const { id: client_id } = defined(store.clients.all()[0], 'a client');
    const sign = (largest: string) => {
      const signing = {
        client_id,
        answers: { [STREET_QUESTION]: largest },
        signature: {
          signed_by: 'A Carer',
          signer: 'parent_or_carer',
          relationship: 'Mother',
          signed_on: ON,
          received_on: ON,
          entered_by: 'An Officer',
        },
        complete: false,
        year: store.year(ON),
      } as const;
      store.write({ who: 'An Officer', why: 'a form' }, () => store.tif.sign(signing));
      return readPlanFacts(store, ON).streets?.get(client_id) ?? null;
    };
    expect(sign('car')).toBe('car');
    expect(sign('taxi')).toBe('taxi');
    expect(sign('any')).toBeNull();
    expect(sign('')).toBeNull();
  });

  it('refuses to change or take out what was signed, by whatever hand', () => {
    const sql = new Database(path);
    const change = (text: string) => () => sql.exec(text);
    expect(change(`UPDATE tif_version SET answers = '{}'`)).toThrow('never changed');
    expect(change('DELETE FROM tif_version')).toThrow('never taken out');
    expect(change(`UPDATE tif_confirmation SET year = '2027/28'`)).toThrow('never changed');
    expect(change('DELETE FROM tif_confirmation')).toThrow('never taken out');
    sql.close();
  });
});
