/** An older copy put over the file that was worked on: the app says so, and only then. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { madeFolder } from '../db/made-store.ts';
import { serveStore, type ServedStore } from '../helpers/served-store.ts';

const folder = madeFolder();
afterAll(() => {
  folder.cleanUp();
});

const PASSPHRASE = 'correct horse battery staple';
const path = join(folder.path, 'county.kerbside');

/** The app started on the folder, used, and closed. */
async function session<T>(use: (served: ServedStore) => Promise<T>): Promise<T> {
  const served = await serveStore({ folder: folder.path, bare: true });
  try {
    return await use(served);
  } finally {
    await served.close();
  }
}

const open = (served: ServedStore) => served.call('store/open', { path, passphrase: PASSPHRASE });
const save = (served: ServedStore, name: string) =>
  served.call('views/save', { name, filter: {}, sort: 'name', descending: false });
const sayNothing = { ok: true, value: { store: { missing_since: null } } };

describe('an older copy of a store', () => {
  it('is told of where the change seen last is not in it, and not when that is read on', async () => {
    await session(async (served) => {
      expect(
        await served.call('store/create', { path, county: 'Kent', passphrase: PASSPHRASE }),
      ).toMatchObject(sayNothing);
      await save(served, 'Monday');
    });
    copyFileSync(path, `${path}.monday`);
    await session(async (served) => {
      expect(await open(served)).toMatchObject(sayNothing);
      await save(served, 'Tuesday');
    });
    await session(async (served) => {
      expect(await open(served)).toMatchObject(sayNothing);
    });
    copyFileSync(`${path}.monday`, path);
    await session(async (served) => {
      const opened = await open(served);
      expect(opened).toMatchObject({
        value: { store: { missing_since: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) } },
      });
    });
    // Gone on with: the next time it is the file that was used last.
    await session(async (served) => {
      expect(await open(served)).toMatchObject(sayNothing);
    });
  });
});
