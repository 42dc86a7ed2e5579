/** Runs once before all tests: an empty store of each kind is made, and every test copies it. Making one takes ten times as long. */
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createdStore, madeFolder } from '../db/made-store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with `demo.kerbside`, `council.kerbside` and each county that a file has made (`demo-store`). */
    readonly blankStores: string;
  }
}

const folder = madeFolder();
export const teardown = folder.cleanUp;

export function setup(project: TestProject): void {
  for (const kind of ['demo', 'council'] as const)
    createdStore(join(folder.path, `${kind}.kerbside`), kind).close();
  project.provide('blankStores', folder.path);
}
