/** A largest set of pairs in which nobody stands twice: Edmonds' blossom algorithm (Paths, trees and flowers, 1965). */

/** Two members who could be paired, by number. */
export interface Couple {
  readonly a: number;
  readonly b: number;
}

/**
 * Positions of the couples chosen: as many as can be. The list's order is a wish: couples are first taken from its top wherever both
 * are free, then changed only where that lets one more couple be.
 */
export function matchPairs(members: number, couples: readonly Couple[]): readonly number[] {
  const graph = new Blossoms(members, couples);
  graph.takeFromTop(couples);
  for (let root = 0; root < members; root++) graph.growFrom(root);
  const chosen: number[] = [];
  const taken = new Set<number>();
  couples.forEach(({ a, b }, at) => {
    if (graph.mate[a] !== b || taken.has(a) || taken.has(b)) return;
    taken.add(a);
    taken.add(b);
    chosen.push(at);
  });
  return chosen;
}

class Blossoms {
  readonly mate: Int32Array;
  private readonly near: readonly number[][];
  private readonly parent: Int32Array;
  private readonly base: Int32Array;
  private readonly isEven: Uint8Array;

  constructor(members: number, couples: readonly Couple[]) {
    this.mate = new Int32Array(members).fill(-1);
    this.parent = new Int32Array(members);
    this.base = new Int32Array(members);
    this.isEven = new Uint8Array(members);
    const near = Array.from({ length: members }, (): number[] => []);
    for (const { a, b } of couples) {
      near[a]?.push(b);
      near[b]?.push(a);
    }
    this.near = near;
  }

  takeFromTop(couples: readonly Couple[]): void {
    for (const { a, b } of couples)
      if (a !== b && this.mate[a] === -1 && this.mate[b] === -1) {
        this.mate[a] = b;
        this.mate[b] = a;
      }
  }

  /** Looks for a path by which one more could be paired, and takes it. */
  growFrom(root: number): void {
    if (this.mate[root] !== -1 || (this.near[root]?.length ?? 0) === 0) return;
    let end = this.search(root);
    while (end !== -1) {
      const before = this.parent[end] as number;
      const next = this.mate[before] as number;
      this.mate[end] = before;
      this.mate[before] = end;
      end = next;
    }
  }

  private search(root: number): number {
    this.parent.fill(-1);
    this.isEven.fill(0);
    for (let v = 0; v < this.base.length; v++) this.base[v] = v;
    this.isEven[root] = 1;
    const queue = [root];
    for (let at = 0; at < queue.length; at++) {
      const v = queue[at] as number;
      for (const to of this.near[v] ?? []) {
        if (this.base[v] === this.base[to] || this.mate[v] === to) continue;
        const mate = this.mate[to] as number;
        if (to === root || (mate !== -1 && this.parent[mate] !== -1)) {
          this.contract(v, to, queue);
        } else if (this.parent[to] === -1) {
          this.parent[to] = v;
          if (mate === -1) return to;
          this.isEven[mate] = 1;
          queue.push(mate);
        }
      }
    }
    return -1;
  }

  /** An odd ring was found: its members act as one from now on. */
  private contract(v: number, to: number, queue: number[]): void {
    const top = this.commonBase(v, to);
    const ring = new Uint8Array(this.base.length);
    this.markUp(v, top, to, ring);
    this.markUp(to, top, v, ring);
    for (let i = 0; i < this.base.length; i++) {
      if (ring[this.base[i] as number] !== 1) continue;
      this.base[i] = top;
      if (this.isEven[i] === 1) continue;
      this.isEven[i] = 1;
      queue.push(i);
    }
  }

  private commonBase(a: number, b: number): number {
    const seen = new Set<number>();
    let v = a;
    for (;;) {
      v = this.base[v] as number;
      seen.add(v);
      const mate = this.mate[v] as number;
      if (mate === -1) break;
      v = this.parent[mate] as number;
    }
    let u = this.base[b] as number;
    while (!seen.has(u)) u = this.base[this.parent[this.mate[u] as number] as number] as number;
    return u;
  }

  private markUp(from: number, top: number, child: number, ring: Uint8Array): void {
    let v = from;
    let below = child;
    while (this.base[v] !== top) {
      const mate = this.mate[v] as number;
      ring[this.base[v] as number] = 1;
      ring[this.base[mate] as number] = 1;
      this.parent[v] = below;
      below = mate;
      v = this.parent[mate] as number;
    }
  }
}
