/**
 * Whatever people do to a summer's casework, in whatever order: no record is lost, nothing signed changes, everybody stands in a queue or is
 * visibly done, no reminder is skipped, sent twice or a fourth time, and every earlier state can be rebuilt.
 */
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkStore } from '../../electron/jobs/check-store.ts';
import { madeFolder } from '../db/made-store.ts';
import { act, action } from '../helpers/casework-actions.ts';
import { CaseworkDesk, FILES } from '../helpers/casework-desk.ts';
import { Laws } from '../helpers/casework-laws.ts';
import { rowsNow, takeBack, type Rows } from '../helpers/journal-rows.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

describe('casework, whatever is done and in whatever order', () => {
  it('loses nobody, changes nothing signed, forgets nobody and can be rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { minLength: 20, maxLength: 45, size: 'max' }),
        fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[])),
        async (actions, first) => {
          const desk = new CaseworkDesk(folder.path, `${++made}`);
          const sql = new Database(desk.path, { readonly: true });
          const laws = new Laws(desk, sql);
          const newest = sql.prepare('SELECT max(id) FROM change').pluck();
          const states: { readonly change: number; readonly rows: Rows }[] = [];
          await desk.bring(first);
          for (const each of actions) {
            states.push({ change: Number(newest.get()), rows: rowsNow(sql) });
            await act(desk, each);
            laws.look();
          }
          expect(checkStore(desk.store, desk.on)).toEqual([]);
          const rows = rowsNow(sql);
          let change = Number(newest.get());
          for (const state of states.toReversed()) {
            for (; change > state.change; change -= 1) takeBack(rows, sql, change);
            expect(rows).toEqual(state.rows);
          }
          sql.close();
          desk.store.close();
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);
});
