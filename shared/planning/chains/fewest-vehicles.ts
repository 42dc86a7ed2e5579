/**
 * How many vehicles fewer could there be at all? Every chain joins runs by links of which each run begins at most one and ends at most one:
 * no set of chains has more links than a largest matching of ends to beginnings (Dilworth's path cover; Hopcroft and Karp, 1973).
 */

/** A run that may follow another, by number. */
export interface Follows {
  readonly from: number;
  readonly to: number;
}

/** The size of a largest matching: the most vehicles that any chains could save. Exact where every path of links is a chain. */
export function mostVehiclesFewer(runs: number, links: readonly Follows[]): number {
  const next = Array.from({ length: runs }, (): number[] => []);
  for (const { from, to } of links) next[from]?.push(to);
  const before = new Int32Array(runs).fill(-1);
  const after = new Int32Array(runs).fill(-1);
  const depth = new Int32Array(runs);
  const layer = (): boolean => {
    const queue: number[] = [];
    let found = false;
    for (let run = 0; run < runs; run++) {
      depth[run] = after[run] === -1 ? 0 : -1;
      if (depth[run] === 0) queue.push(run);
    }
    for (const run of queue)
      for (const to of next[run] ?? []) {
        const mate = before[to] ?? -1;
        if (mate === -1) found = true;
        else if (depth[mate] === -1) {
          depth[mate] = (depth[run] ?? 0) + 1;
          queue.push(mate);
        }
      }
    return found;
  };
  const grow = (run: number): boolean => {
    for (const to of next[run] ?? []) {
      const mate = before[to] ?? -1;
      if (mate !== -1 && !(depth[mate] === (depth[run] ?? 0) + 1 && grow(mate))) continue;
      before[to] = run;
      after[run] = to;
      return true;
    }
    depth[run] = -1;
    return false;
  };
  let matched = 0;
  while (layer()) {
    let more = 0;
    for (let run = 0; run < runs; run++) if (after[run] === -1 && grow(run)) more += 1;
    if (more === 0) break;
    matched += more;
  }
  return matched;
}
