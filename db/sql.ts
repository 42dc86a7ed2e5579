/** The few things of a SQLite connection that the stores use, so that the driver is named in one file. */

export type SqlValue = string | number | bigint | Uint8Array | null;

export interface Statement {
  run(...values: SqlValue[]): {
    readonly changes: number;
    readonly lastInsertRowid: number | bigint;
  };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
  iterate(...values: SqlValue[]): IterableIterator<unknown>;
  /** Rows as their first column. */
  pluck(): Statement;
  /** Rows as arrays. */
  raw(): Statement;
}

export interface Sql {
  prepare(text: string): Statement;
  exec(text: string): unknown;
  pragma(text: string, options?: { readonly simple?: boolean }): unknown;
  close(): unknown;
  readonly inTransaction: boolean;
}
