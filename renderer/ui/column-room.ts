import type { DataColumn } from './data-list.tsx';

/** The column of boxes before the rows, pixels. */
export const MARK_COLUMN_PX = 44;

/** The least width of a grid track, pixels: 116 of `116px`, 170 of `minmax(170px, 1.5fr)`. */
export function leastWidth(track: string): number {
  return Number(/^(?:minmax\()?(\d+)px/.exec(track)?.[1] ?? 0);
}

/**
 * Gives each column named in `joining` the width of list from which it is shown: the columns not named always stand, the
 * others join in the order named as soon as there is room for them. What is shown then always fits.
 */
export function joinByRoom<Row>(
  columns: readonly DataColumn<Row>[],
  joining: readonly string[],
): readonly DataColumn<Row>[] {
  let room = MARK_COLUMN_PX;
  for (const { id, width } of columns) if (!joining.includes(id)) room += leastWidth(width);
  const from = new Map<string, number>();
  for (const id of joining) {
    const column = columns.find((each) => each.id === id);
    if (column === undefined) continue;
    room += leastWidth(column.width);
    from.set(id, room);
  }
  return columns.map((column) => {
    const at = from.get(column.id);
    return at === undefined ? column : { ...column, from: at };
  });
}
