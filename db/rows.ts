/** A row as a record: without the columns that only the table needs, with its flags as booleans. */
export function recordless<T>(raw: unknown, drop: readonly string[], flags: readonly string[]): T {
  const row = raw as Record<string, unknown>;
  for (const name of flags) row[name] = row[name] === 1;
  for (const name of drop) delete row[name];
  return row as T;
}
