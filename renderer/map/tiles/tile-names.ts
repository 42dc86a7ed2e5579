/** Where the names of vector tiles stand: what the scene names later keeps off them, so that there is one occupancy and not two. */
import type { Box } from '../label-placer.ts';
import { worldSize } from '../mercator.ts';
import type { View } from '../view.ts';

/** A box in pixels of the world at a whole zoom. */
export interface WorldBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Names remembered at one zoom: a county's at most. More are of places long left. */
const MOST = 4000;

/** Names by whole zoom. A tile laid out again says the same again. */
export class TileNames {
  readonly #byZoom = new Map<number, Map<string, WorldBox>>();
  #hear: () => void = () => undefined;

  /** Hears of names that came with tiles, once they are all drawn. */
  listen(hear: () => void): void {
    this.#hear = hear;
  }

  /** Remembers a name. */
  add(zoom: number, box: WorldBox): void {
    const known = this.#byZoom.get(zoom);
    const boxes = known === undefined || known.size >= MOST ? new Map<string, WorldBox>() : known;
    if (boxes !== known) this.#byZoom.set(zoom, boxes);
    boxes.set(`${Math.round(box.minX)} ${Math.round(box.minY)} ${Math.round(box.maxX)}`, box);
  }

  /** All tiles in sight are drawn. */
  settled(): void {
    this.#hear();
  }

  /** Another map, or other names: the old ones are gone. */
  clear(): void {
    this.#byZoom.clear();
  }

  /** Boxes on a view's canvas; tiles are drawn at the nearest whole zoom. */
  within(view: View): readonly Box[] {
    const zoom = Math.round(view.zoom);
    const scale = view.size / worldSize(zoom);
    const boxes: Box[] = [];
    for (const { minX, minY, maxX, maxY } of this.#byZoom.get(zoom)?.values() ?? []) {
      const box = {
        x: minX * scale - view.left,
        y: minY * scale - view.top,
        width: (maxX - minX) * scale,
        height: (maxY - minY) * scale,
      };
      const isSeen =
        box.x < view.width &&
        box.y < view.height &&
        box.x + box.width > 0 &&
        box.y + box.height > 0;
      if (isSeen) boxes.push(box);
    }
    return boxes;
  }
}
