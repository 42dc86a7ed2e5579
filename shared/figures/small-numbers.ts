/**
 * What leaves the store counts no 1 to 4 children: rows that rest on so few are withheld, with as many others as it takes
 * that none can be reckoned from a total. Totals stay as they are.
 */
import { formatCount } from '../format/number.ts';
import type { Cell, Table } from './table.ts';

/** Children that a figure must rest on before it is told outside: counts of 1 to 4 could name a child (the usual rule of public statistics). */
export const LEAST_TOLD = 5;

/** What stands in place of a figure that is withheld. */
export const WITHHELD = 's';

/** What a table says that withholds rows. */
export const WITHHELD_NOTE =
  's: withheld, because the row or one it could be reckoned from rests on 1 to 4 children; their sums stand together.';

/** Whether a count could name a child. */
export function isTooFew(count: number): boolean {
  return count > 0 && count < LEAST_TOLD;
}

/** A count of children in words for outside. */
export function toldCount(count: number): string {
  return isTooFew(count) ? `fewer than ${LEAST_TOLD}` : formatCount(count);
}

/**
 * The rows to withhold from a table whose totals are told, by place. Each row gives how many children it rests on, such as
 * this year's and last year's; all rows give as many counts. What is withheld is at least two rows, and each of its counts
 * is none or at least 5 in all, so that total less told says nothing of one row. Where the whole table rests on 1 to 4, all
 * of it is withheld, and its total may not be told either.
 */
export function withheldRows(rests: readonly (readonly number[])[]): ReadonlySet<number> {
  const withheld = new Set(rests.flatMap((counts, at) => (counts.some(isTooFew) ? [at] : [])));
  if (withheld.size === 0) return withheld;
  for (;;) {
    const few = sumsOf(rests, withheld).findIndex(isTooFew);
    if (withheld.size >= 2 && few === -1) return withheld;
    const next = smallestOf(rests, withheld, few);
    if (next === undefined) return withheld;
    withheld.add(next);
  }
}

/** The row to withhold next: one that adds to the count that is still too few, else any of somebody; as little as possible is lost. */
function smallestOf(
  rests: readonly (readonly number[])[],
  withheld: ReadonlySet<number>,
  few: number,
): number | undefined {
  const others = rests
    .map((counts, at) => ({ at, helps: counts[few] ?? 0, size: counts.reduce((a, b) => a + b, 0) }))
    .filter(({ at }) => !withheld.has(at));
  const rank = ({ helps, size }: (typeof others)[number]): number =>
    few !== -1 && helps > 0 ? 0 : size > 0 ? 1 : 2;
  return others.toSorted((a, b) => rank(a) - rank(b) || a.size - b.size || a.at - b.at)[0]?.at;
}

/** Whether a total over these rows may be told: it rests on nobody or on 5 at least. */
export function isTotalTold(rests: readonly (readonly number[])[]): boolean {
  return !sumsOf(rests, rests.keys()).some(isTooFew);
}

function sumsOf(rests: readonly (readonly number[])[], at: Iterable<number>): readonly number[] {
  const sums: number[] = [];
  for (const row of at) {
    for (const [i, count] of (rests[row] ?? []).entries()) sums[i] = (sums[i] ?? 0) + count;
  }
  return sums;
}

/**
 * The table as it may leave the store: `rests` gives the children behind each row, in the order of the rows. Withheld rows
 * keep their name (the first column) and lose every figure, and one row with the sums of all of them stands below, so that
 * the rows still add up to the total. Columns that are no sums (means, ratios) are empty there.
 */
export function tellTable(table: Table, rests: readonly (readonly number[])[]): Table {
  const withheld = withheldRows(rests);
  if (withheld.size === 0) return table;
  const rows = table.rows.map((cells, at) =>
    withheld.has(at) ? cells.map((cell, i) => (i === 0 ? cell : hide(cell))) : cells,
  );
  const isTold = isTotalTold(rests);
  const together = table.columns.map((column, i): Cell => {
    if (i === 0) return `The ${withheld.size} rows marked ${WITHHELD}, together`;
    if (column.total !== 'sum') return null;
    if (!isTold) return WITHHELD;
    return [...withheld].reduce((sum, at) => sum + numberOf(table.rows[at]?.[i]), 0);
  });
  return {
    ...table,
    rows: [...rows, together],
    total: isTold || table.total === null ? table.total : table.total.map((cell, i) => (i === 0 ? cell : hide(cell))), // prettier-ignore
    note: [table.note, WITHHELD_NOTE].filter((text) => text !== '').join(' '),
  };
}

function hide(cell: Cell): Cell {
  return cell === null || cell === '' ? cell : WITHHELD;
}

function numberOf(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
