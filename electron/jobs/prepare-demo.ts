/** The demonstration county made and planned once; afterwards it is only opened. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { openStore } from '../../db/open.ts';
import type { JobContext } from './context.ts';
import { makeDemo } from './make-demo.ts';
import { makePlan } from './make-plan.ts';

/**
 * Makes sure that there is a planned demonstration county at `path`. It is built under another name and renamed at the
 * end, so that a county that is there is whole; a start stopped half way begins again.
 */
export function prepareDemo(
  {
    path,
    clients,
    seed,
  }: { readonly path: string; readonly clients: number | null; readonly seed: number },
  ctx: JobContext,
): Result<{ readonly path: string; readonly made: boolean }> {
  if (existsSync(path)) return ok({ path, made: false });
  const building = `${path}.building`;
  const clear = (): void => {
    for (const tail of ['', '-wal', '-shm']) rmSync(building + tail, { force: true });
  };
  clear();
  mkdirSync(dirname(path), { recursive: true });
  const made = makeDemo(building, { clients, seed }, ctx);
  if (!made.ok) return made;
  const planned = planDemo(building, seed, ctx);
  if (!planned.ok) {
    clear();
    return planned;
  }
  renameSync(building, path);
  return ok({ path, made: true });
}

function planDemo(path: string, seed: number, ctx: JobContext): Result<unknown> {
  const opened = openStore(path, {});
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const { own_day } = store.meta.get();
    if (own_day === null) throw new Error('The demonstration county has no day of its own.');
    // The planner's own effort, in steps: the same plan on every machine.
    const effort = { seconds: null, iterations: null };
    return makePlan(store, { school_urn: null, ...effort, seed, on: own_day }, ctx);
  } finally {
    store.close();
  }
}
