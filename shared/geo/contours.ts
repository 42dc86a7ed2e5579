/** Outlines of where a field on a grid is no more than a limit (marching squares; Lorensen and Cline, 1987, in the plane). */

/** A field on a grid, `[row * columns + column]`, rows from the south, columns from the west. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  /** Infinity where it has no value. */
  readonly values: Float64Array;
}

/** A closed line in grid units, [column, row, column, row, ...]; the last point is not the first again. */
export type Outline = readonly number[];

/** Sides of a square. */
const S = 0;
const E = 1;
const N = 2;
const W = 3;

/** Lines through a square by which corners lie within (1 south-west, 2 south-east, 4 north-east, 8 north-west), the inside on their left. */
const LINES: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[S, W]],
  [[E, S]],
  [[E, W]],
  [[N, E]],
  [
    [S, W],
    [N, E],
  ],
  [[N, S]],
  [[N, W]],
  [[W, N]],
  [[S, N]],
  [
    [E, S],
    [W, N],
  ],
  [[E, N]],
  [[W, E]],
  [[S, E]],
  [[W, S]],
  [],
];

/** The outlines of all parts at or below the limit; holes run the other way round. The grid's edge counts as outside. */
export function outlinesOf(field: Field, limit: number): readonly Outline[] {
  const { columns, rows } = field;
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 || row >= rows || column >= columns
      ? Infinity
      : (field.values[row * columns + column] as number);
  // One more row and column on each side, so that every line closes.
  const wide = columns + 2;
  const sideKey = (row: number, column: number, side: number): number => {
    const r = row + 1 + (side === N ? 1 : 0);
    const c = column + 1 + (side === E ? 1 : 0);
    return (r * wide + c) * 2 + (side === S || side === N ? 0 : 1);
  };
  const next = new Map<number, number>();
  const point = new Map<number, readonly [number, number]>();
  for (let row = -1; row < rows; row++) {
    for (let column = -1; column < columns; column++) {
      const corners = [
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ] as const;
      const within = corners.reduce((sum, value, i) => sum + (value <= limit ? 1 << i : 0), 0);
      for (const [from, to] of LINES[within] ?? []) {
        const [start, end] = [sideKey(row, column, from), sideKey(row, column, to)];
        next.set(start, end);
        point.set(start, crossing(row, column, from, corners, limit));
      }
    }
  }
  return chain(next, point);
}

/** Where the limit crosses a side of the square at (row, column). */
function crossing(
  row: number,
  column: number,
  side: number,
  [sw, se, ne, nw]: readonly [number, number, number, number],
  limit: number,
): readonly [number, number] {
  if (side === S) return [column + share(sw, se, limit), row];
  if (side === N) return [column + share(nw, ne, limit), row + 1];
  if (side === W) return [column, row + share(sw, nw, limit)];
  return [column + 1, row + share(se, ne, limit)];
}

/** How far from a to b the limit lies; next to a place without value the line stays by the place that has one. */
function share(a: number, b: number, limit: number): number {
  if (a === Infinity) return 0.9;
  if (b === Infinity) return 0.1;
  return Math.min(0.98, Math.max(0.02, (limit - a) / (b - a)));
}

function chain(
  next: Map<number, number>,
  point: ReadonlyMap<number, readonly [number, number]>,
): readonly Outline[] {
  const outlines: number[][] = [];
  for (const first of next.keys()) {
    const line: number[] = [];
    let key: number | undefined = first;
    while (key !== undefined && next.has(key)) {
      const here: readonly [number, number] | undefined = point.get(key);
      if (here !== undefined) line.push(...here);
      const following: number | undefined = next.get(key);
      next.delete(key);
      key = following;
    }
    if (line.length >= 6) outlines.push(line);
  }
  return outlines;
}

/** The area within a closed line in squares of the grid: above 0 for an outer line, below 0 for a hole. */
export function areaOf(line: Outline): number {
  let twice = 0;
  let [px, py] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [x, y] = [line[i] ?? 0, line[i + 1] ?? 0];
    twice += px * y - x * py;
    [px, py] = [x, y];
  }
  return twice / 2;
}

/** The same closed line with its corners cut, twice as many points each time (Chaikin, 1974). */
export function smoothed(line: Outline, times: number): Outline {
  if (times === 0) return line;
  const cut: number[] = [];
  let [px, py] = [line.at(-2) ?? 0, line.at(-1) ?? 0];
  for (let i = 0; i + 1 < line.length; i += 2) {
    const [x, y] = [line[i] ?? 0, line[i + 1] ?? 0];
    cut.push(
      0.75 * px + 0.25 * x,
      0.75 * py + 0.25 * y,
      0.25 * px + 0.75 * x,
      0.25 * py + 0.75 * y,
    );
    [px, py] = [x, y];
  }
  return smoothed(cut, times - 1);
}
