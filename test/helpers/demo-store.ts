/** A small invented county, planned, in a folder of its own. */
import { constants, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { silent } from '../../electron/jobs/context.ts';
import { prepareDemo } from '../../electron/jobs/prepare-demo.ts';

/** Where it lies, and how it goes. */
export interface DemoStore {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes the county with so many clients. Of one size it is made once a run, and copied from then on. */
export function makeDemoStore(clients: number): DemoStore {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-county-'));
  const path = join(folder, 'county.kerbside');
  const kept = join(inject('blankStores'), `county-${clients}.kerbside`);
  if (!existsSync(kept)) {
    const made = prepareDemo({ path, clients, seed: 1 }, silent);
    if (!made.ok) throw new Error(made.error.cause);
    // Renamed whole: the other process of the run may look for it now, or may have made it too.
    copyFileSync(path, join(folder, 'copy'));
    renameSync(join(folder, 'copy'), kept);
  } else copyFileSync(kept, path, constants.COPYFILE_EXCL);
  return {
    path,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
