/** A table as data: the same one goes to the workbook, the paper and the .csv file. */

/**
 * What a column holds. `pence` and `change` are whole pence; `metres` are shown in miles and `seconds`
 * in minutes; `share` is a fraction.
 */
export type ColumnKind =
  'text' | 'note' | 'count' | 'pence' | 'change' | 'metres' | 'seconds' | 'share' | 'mark';

export interface Column {
  readonly key: string;
  /** Heading with its unit. */
  readonly label: string;
  readonly kind: ColumnKind;
  /** `sum`: the rows add up to the total, which is checked and written as a formula. */
  readonly total?: 'sum';
  /** `row`: the sum of the amounts to its left in its row; a workbook writes it as a formula. */
  readonly adds?: 'row';
  /** In a workbook, characters that its text is folded at; absent: as wide as its text, within reason. */
  readonly width?: number;
}

export type Cell = string | number | boolean | null;

export interface Table {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Parallel to the columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Parallel to the columns, null where a column has none; null: no total line. */
  readonly total: readonly Cell[] | null;
  /** Rows that stand out, by index: totals within the table. */
  readonly strong?: readonly number[];
  /** Whether the last row's amount is the sum of those above it; a workbook writes it as a formula. */
  readonly closes?: boolean;
  /** What a reader must know to use it, in sentences; '' for none. */
  readonly note: string;
}

/** The sum of a column's numbers. */
export function sumColumn(rows: readonly (readonly Cell[])[], at: number): number {
  let sum = 0;
  for (const row of rows) {
    const cell = row[at];
    if (typeof cell === 'number') sum += cell;
  }
  return sum;
}

/**
 * Finishes a table: its total line is the label, the sums of the columns that say so, and `extra` by
 * column key for totals that are not sums (routes that stand in several rows, means).
 */
export function withTotal(
  table: Omit<Table, 'total'>,
  label: string,
  extra: Readonly<Record<string, Cell>> = {},
): Table {
  const total = table.columns.map((column, at): Cell => {
    if (column.total === 'sum') return sumColumn(table.rows, at);
    if (at === 0) return label;
    return extra[column.key] ?? null;
  });
  return { ...table, total };
}
