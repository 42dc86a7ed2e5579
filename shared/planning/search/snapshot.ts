import type { SearchState } from './state.ts';

/** A plan kept aside: who is on which route in which order. */
export interface Snapshot {
  readonly total: number;
  readonly missing: number;
  readonly routes: readonly {
    readonly at: number;
    readonly type: number;
    readonly pupils: Int32Array;
  }[];
  /** Makes the state this plan again. */
  readonly restore: (state: SearchState) => void;
}

/** Copies the state's routes. */
export function takeSnapshot(state: SearchState): Snapshot {
  const routes = Array.from(state.active.subarray(0, state.activeCount)).map((r) => ({
    at: r,
    type: state.type[r] as number,
    pupils: state.sequence.slice(
      r * state.longest,
      r * state.longest + (state.length[r] as number),
    ),
  }));
  return {
    total: state.total,
    missing: state.missing,
    routes,
    restore: (into) => restore(into, routes),
  };
}

function restore(state: SearchState, routes: Snapshot['routes']): void {
  const none = new Int32Array(0);
  for (let r = state.pinned; r < state.routes; r++) {
    if ((state.length[r] as number) > 0) state.replace(r, none, 0);
  }
  for (const route of routes) state.replace(route.at, route.pupils, route.pupils.length);
  for (const route of routes) if (route.type >= 0) state.retype(route.at, route.type);
  state.commit();
}
