import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withheldCells } from '../../shared/figures/small-cells.ts';
import {
  isTooFew,
  isTotalTold,
  tellTable,
  WITHHELD,
  withheldRows,
} from '../../shared/figures/small-numbers.ts';
import { withTotal } from '../../shared/figures/table.ts';

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 400 }) },
);
const rests = fc.array(fc.tuple(count, count), { maxLength: 12 });
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Whether any sum of the equations gives one unknown alone: by elimination, exact in whole numbers over a large prime. */
function known(equations: readonly (readonly number[])[], unknowns: number): readonly boolean[] {
  const PRIME = 1_000_003;
  const mod = (n: number): number => ((n % PRIME) + PRIME) % PRIME;
  const inverse = (n: number): number => {
    let [result, base, power] = [1, mod(n), PRIME - 2];
    for (; power > 0; power = Math.floor(power / 2)) {
      if (power % 2 === 1) result = mod(result * base);
      base = mod(base * base);
    }
    return result;
  };
  const rows = equations.map((row) => row.map(mod));
  let done = 0;
  for (let column = 0; column < unknowns; column++) {
    const at = rows.findIndex((row, i) => i >= done && row[column] !== 0);
    const pivot = rows[at];
    const first = rows[done];
    if (pivot === undefined || first === undefined) continue;
    rows[at] = first;
    const scale = inverse(pivot[column] ?? 1);
    rows[done] = pivot.map((each) => mod(each * scale));
    for (const [i, row] of rows.entries()) {
      const times = row[column] ?? 0;
      if (i !== done && times !== 0) rows[i] = row.map((each, k) => mod(each - times * (rows[done]?.[k] ?? 0))); // prettier-ignore
    }
    done += 1;
  }
  return Array.from({ length: unknowns }, (_, column) =>
    rows.some((row) => row[column] !== 0 && row.every((each, k) => k === column || each === 0)),
  );
}

describe('rows of a table with a total', () => {
  it('are withheld where they rest on 1 to 4, and never alone', () => {
    fc.assert(
      fc.property(rests, (all) => {
        const out = withheldRows(all);
        all.forEach((counts, at) => {
          if (counts.some(isTooFew)) expect(out.has(at)).toBe(true);
        });
        if (!all.some((counts) => counts.some(isTooFew))) expect(out.size).toBe(0);
        if (out.size === 0 || out.size === all.length) return;
        expect(out.size).toBeGreaterThan(1);
        for (const i of [0, 1]) {
          const hidden = sum([...out].map((at) => all[at]?.[i] ?? 0));
          // What the told rows leave of the total is nobody, or 5 at least.
          expect(isTooFew(hidden)).toBe(false);
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('keep their totals, and the withheld ones add up in a row of their own', () => {
    fc.assert(
      fc.property(rests, (all) => {
        const table = withTotal(
          {
            key: 't',
            title: '',
            note: '',
            columns: [
              { key: 'name', label: 'Name', kind: 'text' },
              { key: 'clients', label: 'Clients', kind: 'count', total: 'sum' },
              { key: 'pence', label: '£', kind: 'pence', total: 'sum' },
              { key: 'mean', label: '£ a client', kind: 'pence' },
            ],
            rows: all.map(([n], at) => [`row ${at}`, n, n * 1000 + at, 17]),
          },
          'All',
        );
        const told = tellTable(table, all);
        if (!isTotalTold(all)) {
          expect(told.total?.slice(1).every((cell) => typeof cell !== 'number')).toBe(true);
          return;
        }
        expect(told.total).toEqual(table.total);
        const out = withheldRows(all);
        for (const at of out) {
          expect(told.rows[at]).toEqual([`row ${at}`, WITHHELD, WITHHELD, WITHHELD]);
        }
        for (const i of [1, 2]) {
          const cells = told.rows.map((row) => row[i]);
          expect(sum(cells.map((cell) => (typeof cell === 'number' ? cell : 0)))).toBe(
            table.total?.[i],
          );
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('are reckoned by hand', () => {
    const out = (...all: readonly number[][]): readonly number[] => [...withheldRows(all)].toSorted((a, b) => a - b); // prettier-ignore
    expect(out([40], [7], [9])).toEqual([]);
    // 3 is hidden by the smallest other.
    expect(out([40], [3], [9])).toEqual([1, 2]);
    // 1 and 2 are 3 together: one more.
    expect(out([40], [1], [2], [9])).toEqual([1, 2, 3]);
    expect(out([40], [4], [2], [9])).toEqual([1, 2]);
    // Rows of nobody hide nobody.
    expect(out([40], [0], [3], [9])).toEqual([2, 3]);
    // 3 last year is as few as 3 this year.
    expect(out([40, 40], [9, 3], [6, 6])).toEqual([1, 2]);
    expect(isTotalTold([[3], [0]])).toBe(false);
  });
});

describe('cells of a table with totals both ways', () => {
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([height, width]) =>
      fc.array(fc.array(count, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );

  it('cannot be reckoned by any subtraction of told cells and totals', () => {
    fc.assert(
      fc.property(grids, (counts) => {
        const { cells, rows, columns, all } = withheldCells(counts);
        const width = counts[0]?.length ?? 0;
        const full = [...cells.map((line, at) => [...line, rows[at] ?? false]), [...columns, all]];
        const names = new Map<string, number>();
        full.forEach((line, r) => line.forEach((out, c) => out && names.set(`${r} ${c}`, names.size))); // prettier-ignore
        const equation = (places: readonly string[], total: string): readonly number[] => {
          const row = Array.from({ length: names.size }, () => 0);
          for (const place of places) { const at = names.get(place); if (at !== undefined) row[at] = 1; } // prettier-ignore
          const at = names.get(total);
          if (at !== undefined) row[at] = -1;
          return row;
        };
        const across = Array.from({ length: width }, (_, c) => c);
        const down = counts.map((_, r) => r);
        const equations = [
          ...full.map((_, r) => equation(across.map((c) => `${r} ${c}`), `${r} ${width}`)), // prettier-ignore
          ...[...across, width].map((c) => equation(down.map((r) => `${r} ${c}`), `${counts.length} ${c}`)), // prettier-ignore
        ];
        // One row or column and its total are the same numbers: nothing but the grand total's own line is left to tell.
        expect(known(equations, names.size)).not.toContain(true);
        counts.forEach((line, r) => line.forEach((n, c) => isTooFew(n) && expect(cells[r]?.[c]).toBe(true))); // prettier-ignore
      }),
      { seed: 7, numRuns: 600 },
    );
  });

  it('are reckoned by hand: a 3 is hidden by one in its row, one in its column, and the one across from it', () => {
    const { cells, rows, columns, all } = withheldCells([
      [3, 9, 40],
      [8, 7, 40],
      [40, 40, 40],
    ]);
    expect(cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ]);
    expect([...rows, ...columns, all]).not.toContain(true);
  });

  it('tells everything where there is nothing small', () => {
    const { cells, rows, all } = withheldCells([
      [5, 0],
      [12, 40],
    ]);
    expect([...cells.flat(), ...rows, all]).not.toContain(true);
  });
});
