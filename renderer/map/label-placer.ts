/** Keeps labels from lying on one another: first come, first placed. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelPlacer {
  /** Takes the box if it is free, and says whether it was. */
  readonly place: (box: Box) => boolean;
  /** Takes the box whatever lies there. */
  readonly reserve: (box: Box) => void;
}

const CELL = 64;

/** A placer on a grid of cells, so that a thousand labels stay cheap. */
export function createLabelPlacer(): LabelPlacer {
  const cells = new Map<string, Box[]>();
  const keysOf = (box: Box): string[] => {
    const keys: string[] = [];
    for (let cx = Math.floor(box.x / CELL); cx <= Math.floor((box.x + box.width) / CELL); cx++)
      for (let cy = Math.floor(box.y / CELL); cy <= Math.floor((box.y + box.height) / CELL); cy++)
        keys.push(`${cx}:${cy}`);
    return keys;
  };
  const reserve = (box: Box): void => {
    for (const key of keysOf(box)) {
      const list = cells.get(key);
      if (list === undefined) cells.set(key, [box]);
      else list.push(box);
    }
  };
  const isFree = (box: Box): boolean =>
    keysOf(box).every((key) => (cells.get(key) ?? []).every((other) => !overlap(box, other)));
  return {
    reserve,
    place: (box) => {
      if (!isFree(box)) return false;
      reserve(box);
      return true;
    },
  };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
