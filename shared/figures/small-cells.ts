/**
 * A table of counts with totals by row and by column, as it may leave the store. What is withheld cannot be reckoned from
 * any sum of told cells and totals.
 *
 * Cells are edges between their row and their column (totals are a row and a column of their own); told cells drop out. The
 * totals' equations then fix a withheld cell exactly where its edge is a bridge (Gusfield, A graph theoretic approach to
 * statistical data security, SIAM Journal on Computing 17, 1988): so edges are added until there is none.
 */
import { isTooFew } from './small-numbers.ts';

/** Which cells to withhold, in the shape of `counts`; totals of rows and columns likewise. The grand total is told unless it is 1 to 4. */
export interface WithheldCells {
  readonly cells: readonly (readonly boolean[])[];
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
  readonly all: boolean;
}

/** Withholds counts of 1 to 4 and as many others as hide them. `counts[row][column]`, whole numbers, every row as long. */
export function withheldCells(counts: readonly (readonly number[])[]): WithheldCells {
  const grid = withTotals(counts);
  const [height, width] = [grid.length, grid[0]?.length ?? 1];
  const hidden = grid.map((row) => row.map(isTooFew));
  for (let again = true; again;) again = closeLines(grid, hidden) || closeBridges(grid, hidden);
  const inner = hidden.slice(0, height - 1);
  return {
    cells: inner.map((row) => row.slice(0, width - 1)),
    rows: inner.map((row) => row[width - 1] ?? false),
    columns: (hidden[height - 1] ?? []).slice(0, width - 1),
    all: hidden[height - 1]?.[width - 1] ?? false,
  };
}

type Grid = readonly (readonly number[])[];
type Hidden = readonly boolean[][];
interface Place {
  readonly row: number;
  readonly column: number;
}

function withTotals(counts: Grid): Grid {
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const width = counts[0]?.length ?? 0;
  const rows = counts.map((row) => [...row, sum(row)]);
  const columns = Array.from({ length: width + 1 }, (_, i) => sum(rows.map((row) => row[i] ?? 0)));
  return [...rows, columns];
}

/** In each line whose total is told, what is withheld is at least two cells and at least 5 in all. True where one was added. */
function closeLines(grid: Grid, hidden: Hidden): boolean {
  const [height, width] = [grid.length, grid[0]?.length ?? 1];
  const lines: { readonly cells: readonly Place[]; readonly total: Place }[] = [
    ...grid.map((_, row) => ({
      cells: Array.from({ length: width - 1 }, (__, column) => ({ row, column })),
      total: { row, column: width - 1 },
    })),
    ...Array.from({ length: width }, (_, column) => ({
      cells: Array.from({ length: height - 1 }, (__, row) => ({ row, column })),
      total: { row: height - 1, column },
    })),
  ];
  let isAdded = false;
  for (const { cells, total } of lines) {
    if (isHidden(hidden, total)) continue;
    for (;;) {
      const out = cells.filter((place) => isHidden(hidden, place));
      const sum = out.reduce((all, place) => all + at(grid, place), 0);
      if (out.length === 0 || (out.length > 1 && !isTooFew(sum))) break;
      const left = cells.filter((place) => !isHidden(hidden, place));
      // A line with nothing else to withhold is hidden by withholding its total.
      const next = cheapest(grid, left) ?? total;
      hide(hidden, next);
      isAdded = true;
      if (next === total) break;
    }
  }
  return isAdded;
}

/** Adds the cheapest edge across the first bridge. True where there was one that could be closed. */
function closeBridges(grid: Grid, hidden: Hidden): boolean {
  const height = grid.length;
  for (const [row, line] of hidden.entries()) {
    for (const [column, isOut] of line.entries()) {
      if (!isOut) continue;
      const side = reach(hidden, { row, column });
      if (side.has(height + column)) continue;
      const across = grid.flatMap((cells, r) =>
        cells.flatMap((_, c): readonly Place[] =>
          !hidden[r]?.[c] && side.has(r) !== side.has(height + c) ? [{ row: r, column: c }] : [],
        ),
      );
      const next = cheapest(grid, across);
      if (next === undefined) continue;
      hide(hidden, next);
      return true;
    }
  }
  return false;
}

/** Rows (by number) and columns (after them) that the withheld cells join to a cell's row without the cell itself. */
function reach(hidden: Hidden, without: Place): ReadonlySet<number> {
  const height = hidden.length;
  const found = new Set([without.row]);
  const queue = [without.row];
  for (let each = queue.pop(); each !== undefined; each = queue.pop()) {
    for (const [row, line] of hidden.entries()) {
      for (const [column, isOut] of line.entries()) {
        if (!isOut || (row === without.row && column === without.column)) continue;
        const [a, b] = [row, height + column];
        const next = each === a ? b : each === b ? a : -1;
        if (next < 0 || found.has(next)) continue;
        found.add(next);
        queue.push(next);
      }
    }
  }
  return found;
}

/** The smallest count that is not nothing, inner cells before totals; else the first. */
function cheapest(grid: Grid, places: readonly Place[]): Place | undefined {
  const [height, width] = [grid.length, grid[0]?.length ?? 1];
  const rank = ({ row, column }: Place): number => (row === height - 1 ? 1 : 0) + (column === width - 1 ? 1 : 0); // prettier-ignore
  const size = (place: Place): number => at(grid, place) || Infinity;
  return places.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (size(a) === size(b) ? 0 : size(a) - size(b)) ||
      a.row - b.row ||
      a.column - b.column,
  )[0];
}

function at(grid: Grid, { row, column }: Place): number {
  return grid[row]?.[column] ?? 0;
}

function isHidden(hidden: Hidden, { row, column }: Place): boolean {
  return hidden[row]?.[column] ?? false;
}

function hide(hidden: Hidden, { row, column }: Place): void {
  const line = hidden[row];
  if (line !== undefined) line[column] = true;
}
