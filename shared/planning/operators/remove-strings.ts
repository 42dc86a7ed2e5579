import type { Random } from '../../kernel/random.ts';
import type { SearchState } from '../search/state.ts';

/** Sizes of a ruin, as in SISR. */
export interface RuinSize {
  /** Mean number of pupils taken out. */
  readonly mean: number;
  /** Longest string taken from one route. */
  readonly longest: number;
}

/** Chance that a string is split around pupils that stay, and that it is split wider still (Christiaens and Vanden Berghe, 2020). */
const SPLIT = 0.5;
const WIDER = 0.01;

/** Working room for ruins: pupils taken out, and marks of the routes already ruined. */
export class Ruin {
  readonly removed: Int32Array;
  count = 0;
  private readonly ruined: Int32Array;
  private stamp = 0;
  private readonly kept: Int32Array;
  private readonly movable: Int32Array;

  constructor(state: SearchState) {
    this.removed = new Int32Array(state.instance.n);
    this.ruined = new Int32Array(state.routes);
    this.kept = new Int32Array(state.longest);
    this.movable = new Int32Array(state.longest);
  }

  /** Starts a ruin with the pupils that are on no route. */
  begin(state: SearchState): void {
    this.stamp++;
    this.count = 0;
    if (state.missing === 0) return;
    const { free } = state.instance;
    for (let i = 0; i < free.length; i++) {
      const p = free[i] as number;
      if ((state.routeOf[p] as number) < 0) this.removed[this.count++] = p;
    }
  }

  isRuined(r: number): boolean {
    return this.ruined[r] === this.stamp;
  }

  /** Takes out of a route the movable pupils from the `first` to before the `last`, but for `skip` of them from `gap` on. */
  take(
    state: SearchState,
    r: number,
    string: { first: number; last: number; gap: number; skip: number },
  ): void {
    this.ruined[r] = this.stamp;
    const from = r * state.longest;
    const length = state.length[r] as number;
    let kept = 0;
    let at = 0;
    for (let k = 0; k < length; k++) {
      const p = state.sequence[from + k] as number;
      const fixed = state.instance.leave[p] === Infinity;
      const inString = !fixed && at >= string.first && at < string.last;
      const stays = fixed || !inString || (at >= string.gap && at < string.gap + string.skip);
      if (!fixed) at++;
      if (stays) this.kept[kept++] = p;
      else this.removed[this.count++] = p;
    }
    if (kept < length) state.replace(r, this.kept, kept);
  }

  /** Movable pupils of a route, in order, into `movable`; how many. */
  movableOf(state: SearchState, r: number): number {
    const from = r * state.longest;
    const length = state.length[r] as number;
    let count = 0;
    for (let k = 0; k < length; k++) {
      const p = state.sequence[from + k] as number;
      if (state.instance.leave[p] !== Infinity) this.movable[count++] = p;
    }
    return count;
  }

  /** Where a pupil stands among the movable ones listed last. */
  placeAmong(count: number, p: number): number {
    for (let i = 0; i < count; i++) if (this.movable[i] === p) return i;
    return -1;
  }
}

/** Takes strings of neighbouring pupils out of routes near one pupil ("slack induction by string removals"). */
export function removeStrings(
  state: SearchState,
  ruin: Ruin,
  size: RuinSize,
  random: Random,
): void {
  const { free, near } = state.instance;
  ruin.begin(state);
  const routes = state.activeCount;
  if (free.length === 0 || routes === 0) return;
  const meanLength = Math.max(1, (free.length - state.missing) / routes);
  const longest = Math.min(size.longest, Math.max(meanLength, 2));
  const most = (4 * size.mean) / (1 + longest) - 1;
  let strings = Math.floor(random.next() * most + 1);
  const seed = free[random.below(free.length)] as number;
  const neighbours = near[seed] as Int32Array;
  for (let i = 0; i < neighbours.length && strings > 0; i++) {
    const p = neighbours[i] as number;
    const r = state.routeOf[p] as number;
    if (r < 0 || ruin.isRuined(r)) continue;
    removeString(state, ruin, { p, r, longest }, random);
    strings--;
  }
}

function removeString(
  state: SearchState,
  ruin: Ruin,
  around: { readonly p: number; readonly r: number; readonly longest: number },
  random: Random,
): void {
  const count = ruin.movableOf(state, around.r);
  const at = ruin.placeAmong(count, around.p);
  const most = Math.min(count, around.longest);
  const taken = Math.floor(random.next() * most + 1);
  let skip = 0;
  if (taken > 1 && taken < count && random.next() < SPLIT) {
    skip = 1;
    while (taken + skip < count && random.next() < WIDER) skip++;
  }
  const span = taken + skip;
  const lowest = Math.max(0, at - span + 1);
  const highest = Math.min(at, count - span);
  const first = lowest + random.below(highest - lowest + 1);
  const gap = skip === 0 ? 0 : first + 1 + random.below(span - skip - 1);
  ruin.take(state, around.r, { first, last: first + span, gap, skip });
}
