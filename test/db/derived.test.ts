/** What is kept is what this Kerbside worked out: a store of another schema is asked again. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { derivedReader } from '../../db/read/derived.ts';
import { madeFolder, madeStore, ON } from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);

it('is worked out anew once the schema is another', () => {
  const path = join(folder.path, 'kept.kerbside');
  madeStore(path).close();
  const sql = new Database(path);
  const reader = derivedReader(sql);
  const version = Number(sql.pragma('user_version', { simple: true }));
  expect(reader.derived('a thing', ON, () => 'by this Kerbside')).toBe('by this Kerbside');
  expect(reader.kept('a thing', ON)).toBe('by this Kerbside');
  sql.pragma(`user_version = ${version + 5}`);
  expect(reader.kept('a thing', ON)).toBeNull();
  expect(reader.derived('a thing', ON, () => 'by a newer one')).toBe('by a newer one');
  sql.close();
});
