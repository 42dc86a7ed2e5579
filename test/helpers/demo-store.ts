/** A small invented county, planned, in a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silent } from '../../electron/jobs/context.ts';
import { prepareDemo } from '../../electron/jobs/prepare-demo.ts';

/** Where it lies, and how it goes. */
export interface DemoStore {
  readonly path: string;
  readonly remove: () => void;
}

/** Makes the county with so many clients. */
export function makeDemoStore(clients: number): DemoStore {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-county-'));
  const path = join(folder, 'county.kerbside');
  const made = prepareDemo({ path, clients, seed: 1 }, silent);
  if (!made.ok) throw new Error(made.error.cause);
  return {
    path,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
