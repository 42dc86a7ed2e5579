/** A row as a record: without the columns that only the table needs, with its flags as booleans. In place. */
export function toRecord(
  raw: unknown,
  drop: readonly string[],
  flags: readonly string[],
): Record<string, unknown> {
  const row = raw as Record<string, unknown>;
  for (const name of flags) row[name] = row[name] === 1;
  for (const name of drop) delete row[name];
  return row;
}
