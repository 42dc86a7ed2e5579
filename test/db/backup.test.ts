import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prunable } from '../../db/backup.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { backupBeside, backupStore } from '../../electron/jobs/backup-store.ts';
import { checkStore } from '../../electron/jobs/check-store.ts';
import { silent } from '../../electron/jobs/context.ts';
import { restoreStore } from '../../electron/jobs/restore-store.ts';
import {
  addClients,
  addPlaces,
  BY_TEST,
  madeFolder,
  madePlan,
  madeRoute,
  madeStore,
  ON,
  PASSPHRASE,
} from './made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

function filled(kind: 'council' | 'demo'): Store {
  const store = madeStore(join(folder.path, `${++made}`, 'kent.kerbside'), kind);
  addPlaces(store);
  addClients(store, [{ ref: 'A1', surname: 'Quillfeather' }, { ref: 'A2' }]);
  return store;
}

function opened(path: string, passphrase?: string): Store {
  const result = openStore(path, { passphrase });
  if (!result.ok) throw new Error(result.error.cause);
  return result.value;
}

describe('a back-up', () => {
  it('of an encrypted store is verified, encrypted and restored whole', () => {
    const store = filled('council');
    const counts = store.read.counts();
    const backup = backupBeside(store, 'before import', silent);
    if (!backup.ok) throw new Error(backup.error.cause);
    const { path } = backup.value;
    expect(path).toMatch(/backups\/kent \d{4}-\d\d-\d\d \d\d-\d\d-\d\d before import\.kerbside$/);
    expect(readFileSync(path).toString('latin1')).not.toContain('Quillfeather');
    expect(store.backups()).toMatchObject([{ reason: 'before import', verified: true, path }]);

    store.write(BY_TEST, () => store.clients.upsertMany([{ ref: 'A3' }]));
    store.close();
    const restored = restoreStore(
      { store: store.path, from: path, passphrase: PASSPHRASE },
      silent,
    );
    if (!restored.ok) throw new Error(restored.error.cause);
    const again = opened(store.path, PASSPHRASE);
    expect(again.read.counts()).toEqual(counts);
    expect(again.clients.byRef('A1')?.surname).toBe('Quillfeather');
    again.close();
    const aside = opened(restored.value.kept_aside ?? '', PASSPHRASE);
    expect(aside.clients.byRef('A3')).not.toBeNull();
    aside.close();
    expect(existsSync(path)).toBe(true);
  });

  it('is refused over a file that is there, and leaves nothing behind', () => {
    const store = filled('demo');
    const out = join(folder.path, 'mine.kerbside');
    writeFileSync(out, 'mine');
    expect(backupStore(store, out, silent)).toMatchObject({
      ok: false,
      error: { code: 'file_exists' },
    });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    const nowhere = join(out, 'below', 'x.kerbside');
    expect(backupStore(store, nowhere, silent)).toMatchObject({
      ok: false,
      error: { code: 'backup_failed' },
    });
    expect(readdirSync(folder.path).filter((name) => name.includes('unfinished'))).toEqual([]);
    store.close();
  });

  it('leaves the store as it is where the back-up cannot be used', () => {
    const store = filled('council');
    const good = join(folder.path, 'good.kerbside');
    backupStore(store, good, silent);
    store.close();
    const before = readFileSync(store.path);
    const bad = join(folder.path, 'bad.kerbside');
    const bytes = readFileSync(good);
    bytes.fill(1, bytes.length - 4096 * 6, bytes.length - 4096 * 2);
    writeFileSync(bad, bytes);
    const attempts = [
      { from: bad, passphrase: PASSPHRASE },
      { from: good, passphrase: 'another' },
      { from: join(folder.path, 'missing'), passphrase: PASSPHRASE },
      { from: store.path, passphrase: PASSPHRASE },
    ];
    for (const attempt of attempts) {
      expect(restoreStore({ store: store.path, ...attempt }, silent).ok).toBe(false);
    }
    expect(readFileSync(store.path).equals(before)).toBe(true);
    expect(readdirSync(join(store.path, '..'))).toEqual(['kent.kerbside']);
  });

  it('in clear never takes the place of an encrypted store', () => {
    const council = filled('council');
    const invented = filled('demo');
    council.close();
    invented.close();
    const tried = restoreStore({ store: council.path, from: invented.path }, silent);
    expect(tried).toMatchObject({ ok: false, error: { code: 'backup_not_encrypted' } });
    expect(opened(council.path, PASSPHRASE).clients.count()).toBe(2);
  });

  it('is kept for 14 days, and the newest of each month for good', () => {
    const at = (made_at: string) => ({
      made_at,
      path: '',
      name: made_at,
      bytes: 1,
      verified: true,
      reason: '',
    });
    const backups = [
      '2026-11-22T08:00:00.000Z',
      '2026-11-09T08:00:00.000Z',
      '2026-11-07T08:00:00.000Z',
      '2026-10-30T08:00:00.000Z',
      '2026-10-02T08:00:00.000Z',
      '2026-09-01T08:00:00.000Z',
    ].map(at);
    const gone = prunable(backups, '2026-11-22T09:00:00.000Z').map((backup) =>
      backup.name.slice(0, 10),
    );
    expect(gone).toEqual(['2026-11-07', '2026-10-02']);
  });
});

describe('a check of the store', () => {
  it('finds nothing in a sound one', () => {
    const store = filled('demo');
    expect(checkStore(store, ON)).toEqual([]);
    store.close();
  });

  it('finds a bill that does not add up and a client the plan forgot', () => {
    const store = filled('demo');
    const route = { ...madeRoute('R1', [1]), cost_day_pence: 7811, cost_year_pence: 7811 * 190 };
    store.write(BY_TEST, () => store.plans.save(madePlan([route])));
    const codes = checkStore(store, ON).map((finding) => finding.code);
    expect(codes).toContain('bill_does_not_add_up');
    expect(codes.length).toBeGreaterThan(1);
    store.close();
  });
});
