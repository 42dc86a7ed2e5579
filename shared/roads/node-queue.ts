/**
 * A binary heap of node numbers with whole-number keys, in typed arrays, that knows where each node lies, so that a key can be made
 * smaller or larger in place. A node is in it once at most.
 */
export class NodeQueue {
  size = 0;
  private readonly nodes: Int32Array;
  private readonly keys: Float64Array;
  /** Where each node lies, -1 where it is not in the queue. */
  private readonly at: Int32Array;

  /** For nodes 0 to `n` - 1. */
  constructor(n: number) {
    this.nodes = new Int32Array(n);
    this.keys = new Float64Array(n);
    this.at = new Int32Array(n).fill(-1);
  }

  /** Whether a node is waiting. */
  has(node: number): boolean {
    return (this.at[node] as number) >= 0;
  }

  /** The smallest key; Infinity where the queue is empty. */
  leastKey(): number {
    return this.size === 0 ? Infinity : (this.keys[0] as number);
  }

  /** Adds a node, or gives it a new key where it is waiting already. */
  put(node: number, key: number): void {
    const at = this.at[node] as number;
    if (at < 0) this.rise(this.size++, node, key);
    else if (key <= (this.keys[at] as number)) this.rise(at, node, key);
    else this.sink(at, node, key);
  }

  /** Takes out the node with the smallest key; -1 where there is none. */
  take(): number {
    if (this.size === 0) return -1;
    const first = this.nodes[0] as number;
    this.at[first] = -1;
    const last = --this.size;
    if (last > 0) this.sink(0, this.nodes[last] as number, this.keys[last] as number);
    return first;
  }

  /** Empties the queue. */
  clear(): void {
    for (let i = 0; i < this.size; i++) this.at[this.nodes[i] as number] = -1;
    this.size = 0;
  }

  private rise(from: number, node: number, key: number): void {
    const { nodes, keys, at } = this;
    let hole = from;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const parentKey = keys[parent] as number;
      if (parentKey <= key) break;
      const moved = nodes[parent] as number;
      nodes[hole] = moved;
      keys[hole] = parentKey;
      at[moved] = hole;
      hole = parent;
    }
    nodes[hole] = node;
    keys[hole] = key;
    at[node] = hole;
  }

  private sink(from: number, node: number, key: number): void {
    const { nodes, keys, at, size } = this;
    let hole = from;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
      const childKey = keys[child] as number;
      if (childKey >= key) break;
      const moved = nodes[child] as number;
      nodes[hole] = moved;
      keys[hole] = childKey;
      at[moved] = hole;
      hole = child;
    }
    nodes[hole] = node;
    keys[hole] = key;
    at[node] = hole;
  }
}
