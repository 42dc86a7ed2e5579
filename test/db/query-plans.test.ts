/** The hot questions are answered by index: a plan that scans a table where it should not fails here. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conditionsOf, orderOf } from '../../db/read/conditions.ts';
import { historyConditions, historyWindow } from '../../db/read/history-page.ts';
import { countOf, inOrder } from '../../db/read/list.ts';
import { textSearch, type TextSearch } from '../../db/read/text-search.ts';
import { APPLICATION_SORTS } from '../../shared/api/views/applications.ts';
import type { HistoryFilter } from '../../shared/api/views/history.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { addClients, addPlaces, madeFolder, madeStore } from './made-store.ts';

const folder = madeFolder();
const path = join(folder.path, 'plans.kerbside');
let sql: Database.Database;
let search: TextSearch;
beforeAll(() => {
  const store = madeStore(path);
  addPlaces(store);
  addClients(
    store,
    Array.from({ length: 500 }, (_, index) => ({
      ref: `KT26-${index}`,
      surname: `Name${index}`,
      postcode: `ME14 ${index}`,
    })),
  );
  store.close();
  sql = new Database(path, { readonly: true });
  search = textSearch(sql);
});
afterAll(() => {
  sql.close();
  folder.cleanUp();
});

function planOf(text: string, ...values: unknown[]): string {
  const rows = sql.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...values) as { detail: string }[];
  return rows.map((row) => row.detail).join('; ');
}

describe('query plans', () => {
  it('the clock of a change looks at the last one, not at all', () => {
    expect(planOf('SELECT max(clock) FROM change')).toContain('change_clock');
  });

  it.each(APPLICATION_SORTS)('the list sorted by %s walks an index and sorts nothing', (sort) => {
    for (const descending of [false, true]) {
      const plan = planOf(
        `SELECT * FROM client_state ORDER BY ${orderOf(sort, descending)} LIMIT 100 OFFSET 400`,
      );
      expect(plan).toContain('USING INDEX client_state_');
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  it('a text search asks the word index', () => {
    const { where, values } = conditionsOf({ text: 'name1' }, search);
    const plan = planOf(`SELECT count(*) FROM client_state WHERE ${where}`, ...values);
    expect(plan).toContain('VIRTUAL TABLE INDEX');
    expect(plan).toMatch(/SEARCH client_state USING INTEGER PRIMARY KEY/);
  });

  it('a list found by words walks its index until the window is full', () => {
    const { where, values } = conditionsOf({ text: 'n' }, search);
    const plan = planOf(
      `SELECT * FROM client_state WHERE ${inOrder(where)} ORDER BY ${orderOf('name', false)} LIMIT 100`,
      ...values,
    );
    expect(plan).toContain('SCAN client_state USING INDEX client_state_name');
    expect(plan).not.toContain('TEMP B-TREE');
    expect(planOf(countOf(where), ...values)).not.toContain('client_state');
    const both = conditionsOf({ text: 'n', held: true }, search);
    expect(planOf(countOf(both.where), ...both.values)).toContain('client_state');
    const counts = [where, `1 AND ${where}`].map((text) => sql.prepare(countOf(text)).get(values));
    expect(counts).toEqual([{ n: 500 }, { n: 500 }]);
  });

  it.each<HistoryFilter>([
    {},
    { who: 'Tester' },
    { why: 'a test', from_on: isoDate('2026-01-01') },
    { entity: 'client', field: 'notes', text: 'x' },
    { ref: 'KT26-1' },
  ])('a window of the history under %j walks the lines downwards and sorts nothing', (filter) => {
    const { where, values } = historyConditions(filter);
    const plan = planOf(historyWindow(where), ...values, 50, 100);
    expect(plan).toContain('SCAN h');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('the history of one child is found by its index', () => {
    const { where, values } = historyConditions({ client_id: 1 });
    const plan = planOf(historyWindow(where), ...values, 50, 0);
    expect(plan).toContain('history_client');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each([
    ['SELECT * FROM row_change WHERE change_id = ?', 'row_change_change'],
    ['SELECT min(id) FROM history WHERE change_id = ?', 'history_change'],
    ['SELECT max(id) FROM change WHERE undoes = ?', 'change_undoes'],
    ['SELECT * FROM client WHERE ref = ?', 'sqlite_autoindex_client_1'],
    ['SELECT * FROM postcode WHERE postcode = ?', 'PRIMARY KEY'],
    [
      'SELECT * FROM application WHERE client_id = ? ORDER BY received_on DESC',
      'application_client',
    ],
    ['SELECT * FROM history WHERE client_id = ? ORDER BY id DESC LIMIT 50', 'history_client'],
    ['SELECT * FROM plan_route WHERE plan_id = ? ORDER BY id', 'plan_route_plan'],
    ['SELECT * FROM contract_stop WHERE client_id = ?', 'contract_stop_client'],
    ['SELECT * FROM client WHERE postcode = ?', 'client_postcode'],
  ])('%s', (text, index) => {
    const plan = planOf(text, 1);
    expect(plan).toContain(index);
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan).toContain('SEARCH');
  });
});
