import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createStore, openStore } from '../../db/open.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madeStore,
  ON,
  PASSPHRASE,
} from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;
const fresh = (): string => join(folder.path, `${++made}.kerbside`);

function codeOf(result: ReturnType<typeof openStore>): string {
  if (!result.ok) return result.error.code;
  result.value.close();
  return 'opened';
}

describe('a council’s store', () => {
  it('is refused without a passphrase', () => {
    const options = { county: 'Kent', demo: false, own_day: null };
    expect(codeOf(createStore(fresh(), options))).toBe('passphrase_needed');
    expect(codeOf(createStore(fresh(), { ...options, passphrase: '' }))).toBe('passphrase_needed');
  });

  it('lies encrypted, its log too, and opens with its passphrase alone', () => {
    const path = fresh();
    const store = madeStore(path, 'council');
    addPlaces(store);
    addClients(store, [{ ref: 'KT26-00001', forename: 'Persephone', surname: 'Quillfeather' }]);
    for (const file of [path, `${path}-wal`]) {
      const bytes = readFileSync(file).toString('latin1');
      expect(bytes.length).toBeGreaterThan(4096);
      expect(bytes).not.toContain('Quillfeather');
      expect(bytes).not.toContain('CREATE TABLE');
      expect(bytes.startsWith('SQLite format 3')).toBe(false);
    }
    store.close();
    expect(codeOf(openStore(path, { passphrase: 'another' }))).toBe('wrong_passphrase');
    expect(codeOf(openStore(path))).toBe('passphrase_needed');
    const again = openStore(path, { passphrase: PASSPHRASE });
    expect(again.ok && again.value.clients.byRef('KT26-00001')?.surname).toBe('Quillfeather');
    expect(codeOf(again)).toBe('opened');
  });

  it('keeps its first write whole or not at all, encrypted, and then its log', () => {
    const path = fresh();
    const store = madeStore(path, 'council');
    expect(store.isUntouched()).toBe(true);
    expect(() =>
      store.write(BY_TEST, () => {
        store.clients.upsertMany([{ ref: 'KT26-1', surname: 'Quillfeather' }]);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect([store.clients.count(), store.isUntouched()]).toEqual([0, true]);
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'KT26-1' }]));
    expect(store.isUntouched()).toBe(false);
    expect(existsSync(`${path}-journal`)).toBe(false);
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'KT26-2' }]));
    expect(existsSync(`${path}-wal`)).toBe(true);
    expect(store.integrity()).toEqual([]);
    store.close();
  });

  it('is written at once while somebody else has it open', () => {
    const path = fresh();
    const store = madeStore(path, 'council');
    const other = openStore(path, { passphrase: PASSPHRASE });
    if (!other.ok) throw new Error(other.error.cause);
    expect(other.value.clients.count()).toBe(0);
    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'KT26-1' }]));
    expect(other.value.clients.count()).toBe(1);
    expect(other.value.isUntouched()).toBe(false);
    other.value.close();
    store.close();
  });

  it('is refused where somebody decrypted it', () => {
    const path = fresh();
    madeStore(path).close();
    const raw = new Database(path);
    raw.prepare(`UPDATE meta SET value = '0' WHERE key = 'demo'`).run();
    raw.close();
    expect(codeOf(openStore(path))).toBe('store_in_clear');
  });
});

describe('opening', () => {
  it('says what a file is that is not a store', () => {
    expect(codeOf(openStore(join(folder.path, 'nowhere.kerbside')))).toBe('store_not_found');
    const text = fresh();
    writeFileSync(text, 'not a store');
    expect(codeOf(openStore(text))).toBe('not_a_store');
    const empty = fresh();
    writeFileSync(empty, '');
    expect(codeOf(openStore(empty))).toBe('not_a_store');
    expect(codeOf(openStore(folder.path))).toBe('not_a_store');
    const noise = fresh();
    writeFileSync(noise, Buffer.alloc(8192, 7));
    expect(codeOf(openStore(noise, { passphrase: 'x' }))).toBe('wrong_passphrase');
    const other = fresh();
    const raw = new Database(other);
    raw.exec('CREATE TABLE t (a)');
    raw.close();
    expect(codeOf(openStore(other))).toBe('not_a_store');
  });

  it('refuses a passphrase for the invented county, which has none', () => {
    const path = fresh();
    madeStore(path).close();
    expect(codeOf(openStore(path, { passphrase: 'x' }))).toBe('store_not_encrypted');
    expect(codeOf(openStore(path))).toBe('opened');
  });

  it('refuses a file from a newer app and leaves it alone', () => {
    const path = fresh();
    madeStore(path).close();
    const raw = new Database(path);
    raw.pragma('user_version = 99990');
    raw.close();
    expect(codeOf(openStore(path))).toBe('store_too_new');
  });

  it('never writes over a file that is there', () => {
    const path = fresh();
    writeFileSync(path, 'mine');
    const options = { county: 'Kent', demo: true, own_day: ON };
    expect(codeOf(createStore(path, options))).toBe('store_exists');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('leaves nothing behind where it could not be made', () => {
    const path = fresh();
    // SQLite cannot keep its journal where a folder has the name.
    mkdirSync(`${path}-journal`);
    const made = createStore(path, { county: 'Kent', demo: true, own_day: ON });
    expect(codeOf(made)).toBe('store_not_writable');
    expect(existsSync(path)).toBe(false);
  });

  it('starts with the default settings and its own facts', () => {
    const store = madeStore(fresh());
    expect(store.meta.get()).toMatchObject({ county: 'Kent', demo: true, own_day: ON });
    expect(store.settings.all().length).toBeGreaterThan(10);
    expect(store.settings.all().every((setting) => setting.source !== '')).toBe(true);
    store.close();
  });
});
