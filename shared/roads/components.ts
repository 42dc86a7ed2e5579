/**
 * Strongly connected components (Tarjan, SIAM Journal on Computing 1, 1972; without recursion): the number of each node's component.
 * Every node of a component reaches every other.
 */
export function strongComponents(nodes: number, tail: Int32Array, head: Int32Array): Int32Array {
  const { start, heads } = arcsByTail(nodes, tail, head);
  const component = new Int32Array(nodes).fill(-1);
  const index = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = start.slice(0, nodes);
  /** Nodes whose component is still open, and the path being walked. */
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  let [opened, counter, components] = [0, 0, 0];
  for (let root = 0; root < nodes; root++) {
    if (index[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    index[root] = low[root] = counter++;
    open[opened++] = root;
    while (depth >= 0) {
      const node = path[depth] as number;
      const at = next[node] as number;
      if (at < (start[node + 1] as number)) {
        next[node] = at + 1;
        const to = heads[at] as number;
        if (index[to] === -1) {
          index[to] = low[to] = counter++;
          open[opened++] = to;
          path[++depth] = to;
        } else if (component[to] === -1) {
          low[node] = Math.min(low[node] as number, index[to] as number);
        }
        continue;
      }
      depth--;
      if (depth >= 0) {
        const parent = path[depth] as number;
        low[parent] = Math.min(low[parent] as number, low[node] as number);
      }
      if (low[node] !== index[node]) continue;
      for (;;) {
        const member = open[--opened] as number;
        component[member] = components;
        if (member === node) break;
      }
      components++;
    }
  }
  return component;
}

/** Heads sorted by tail: those of node v stand at `heads[start[v]]` to `heads[start[v + 1] - 1]`. */
function arcsByTail(nodes: number, tail: Int32Array, head: Int32Array) {
  const start = new Int32Array(nodes + 1);
  for (const each of tail) start[each + 1] = (start[each + 1] as number) + 1;
  for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const next = start.slice();
  const heads = new Int32Array(head.length);
  for (let arc = 0; arc < tail.length; arc++) {
    const at = next[tail[arc] as number] as number;
    heads[at] = head[arc] as number;
    next[tail[arc] as number] = at + 1;
  }
  return { start, heads };
}
