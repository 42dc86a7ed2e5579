import type { SearchState } from './state.ts';
import { ableTypes, retypeCost } from './vehicle-choice.ts';

/**
 * What it costs to have a vehicle of a type of which all are in use: the route that can change to another with least
 * loss. Known until anything changes, for every pair of the type wanted and the one given back for it.
 */
export class Displaced {
  private readonly known: Float64Array;
  private readonly cost: Float64Array;
  private readonly route: Int32Array;
  private readonly type: Int32Array;
  private readonly types: number;

  constructor(types: number) {
    this.types = types;
    const pairs = types * (types + 1);
    this.known = new Float64Array(pairs).fill(-1);
    this.cost = new Float64Array(pairs);
    this.route = new Int32Array(pairs);
    this.type = new Int32Array(pairs);
  }

  /** Thousandths of a penny that some route pays to leave type `t`, `own` (-1: none) being given back; Infinity where none can. */
  price(state: SearchState, t: number, own: number): number {
    const pair = t * (this.types + 1) + own + 1;
    if (this.known[pair] !== state.changes) {
      this.known[pair] = state.changes;
      this.find(state, { pair, t, own });
    }
    return this.cost[pair] as number;
  }

  /** Lets that route change. */
  makeWay(state: SearchState, t: number, own: number): void {
    if (this.price(state, t, own) === Infinity) return;
    const pair = t * (this.types + 1) + own + 1;
    state.retype(this.route[pair] as number, this.type[pair] as number);
  }

  private find(
    state: SearchState,
    { pair, t, own }: { readonly pair: number; readonly t: number; readonly own: number },
  ): void {
    const { instance, active, activeCount, used } = state;
    let least = Infinity;
    for (let i = 0; i < activeCount; i++) {
      const r = active[i] as number;
      if (state.type[r] !== t) continue;
      const able = ableTypes(state, r);
      for (let k = 0; k < able.length; k++) {
        const u = able[k] as number;
        if (u === t || (u !== own && (used[u] as number) >= (instance.count[u] as number)))
          continue;
        const more = retypeCost(state, r, u);
        if (more < least) {
          least = more;
          this.route[pair] = r;
          this.type[pair] = u;
        }
      }
    }
    this.cost[pair] = least;
  }
}
