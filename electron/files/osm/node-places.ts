/** Positions of the nodes that ways name, in typed arrays: ids are gathered, sorted once, then filled as the nodes come. */
import type { Point } from './map-things.ts';

const NOT_THERE = 0x7fffffff;

/** Gathers wanted nodes, then their positions. */
export class NodePlaces {
  #ids = new Float64Array(1 << 16);
  #count = 0;
  #lat = new Int32Array(0);
  #lon = new Int32Array(0);

  /** Asks for a node; as often as ways name it. */
  want(id: number): void {
    if (this.#count === this.#ids.length) {
      const wider = new Float64Array(this.#ids.length * 2);
      wider.set(this.#ids);
      this.#ids = wider;
    }
    this.#ids[this.#count++] = id;
  }

  /** No more are asked for. */
  seal(): void {
    const sorted = this.#ids.subarray(0, this.#count).sort();
    let kept = 0;
    for (let at = 0; at < sorted.length; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] ?? 0;
    }
    this.#ids = sorted.slice(0, kept);
    this.#count = kept;
    this.#lat = new Int32Array(kept).fill(NOT_THERE);
    this.#lon = new Int32Array(kept);
  }

  /** A node with its position in ten-millionths of a degree; passed over where nobody asked for it. */
  put(id: number, lat: number, lon: number): void {
    const at = this.#find(id);
    if (at < 0) return;
    this.#lat[at] = lat;
    this.#lon[at] = lon;
  }

  /** The positions of a chain; nodes that the extract lacks are left out. */
  line(nodes: readonly number[]): readonly Point[] {
    const points: Point[] = [];
    for (const node of nodes) {
      const at = this.#find(node);
      const lat = at < 0 ? NOT_THERE : (this.#lat[at] ?? NOT_THERE);
      if (lat !== NOT_THERE) points.push([(this.#lon[at] ?? 0) / 1e7, lat / 1e7]);
    }
    return points;
  }

  /** West, south, east, north of all positions, degrees; nothing known: zeros. */
  box(): readonly [number, number, number, number] {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < this.#count; at++) {
      const lat = this.#lat[at] ?? NOT_THERE;
      if (lat === NOT_THERE) continue;
      const lon = this.#lon[at] ?? 0;
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    if (west === Infinity) return [0, 0, 0, 0];
    return [west / 1e7, south / 1e7, east / 1e7, north / 1e7];
  }

  #find(id: number): number {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const there = this.#ids[middle] ?? 0;
      if (there === id) return middle;
      if (there < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
