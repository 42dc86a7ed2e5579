/** Joins ways end to end where they share a node: into rings, and what stays open. */

/** Chains of node numbers; a ring's first and last are the same. */
export interface Joined {
  readonly rings: readonly (readonly number[])[];
  readonly open: readonly (readonly number[])[];
}

/** `directed`: a chain is never turned round, for a coast has its land on the left. */
export function joinRings(chains: readonly (readonly number[])[], directed = false): Joined {
  const rings: number[][] = [];
  const open: number[][] = [];
  const left = new Set(chains.filter((chain) => chain.length > 1));
  const byEnd = new Map<number, Set<readonly number[]>>();
  const note = (node: number | undefined, chain: readonly number[]): void => {
    if (node === undefined) return;
    const list = byEnd.get(node);
    if (list === undefined) byEnd.set(node, new Set([chain]));
    else list.add(chain);
  };
  for (const chain of left) {
    note(chain[0], chain);
    if (!directed) note(chain.at(-1), chain);
  }
  const take = (chain: readonly number[]): void => {
    left.delete(chain);
    byEnd.get(chain[0] ?? -1)?.delete(chain);
    byEnd.get(chain.at(-1) ?? -1)?.delete(chain);
  };
  /** Grows forwards from the last node until it closes or nothing fits. */
  const grow = (run: number[]): void => {
    while (run[0] !== run.at(-1)) {
      const last = run.at(-1) ?? -1;
      const [next] = byEnd.get(last) ?? [];
      if (next === undefined) return;
      take(next);
      const onward = next[0] === last ? next : [...next].reverse();
      run.push(...onward.slice(1));
    }
  };
  for (const chain of chains) {
    if (!left.has(chain)) continue;
    take(chain);
    const run = [...chain];
    grow(run);
    if (run[0] === run.at(-1)) rings.push(run);
    else open.push(run);
  }
  return { rings, open: directed ? joinOpen(open) : open };
}

/** Runs that began in the middle of a coast are put behind the run that ends where they begin. */
function joinOpen(runs: readonly number[][]): number[][] {
  const byStart = new Map(runs.map((run) => [run[0] ?? -1, run]));
  const ends = new Set(runs.map((run) => run.at(-1) ?? -1));
  const first = runs.filter((run) => !ends.has(run[0] ?? -1));
  return first.map((run) => {
    const whole = [...run];
    for (;;) {
      const next = byStart.get(whole.at(-1) ?? -1);
      if (next === undefined) return whole;
      byStart.delete(next[0] ?? -1);
      whole.push(...next.slice(1));
    }
  });
}
