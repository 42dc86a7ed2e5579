import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Sql } from './sql.ts';

/** Where a copy of a store lies: two copies on one machine are two devices, and so is one file seen from two machines. */
export interface Place {
  readonly machine: string;
  readonly path: string;
}

/** The place of a file on this machine. */
export function placeOf(path: string): Place {
  return { machine: hostname(), path: resolve(path) };
}

/** The id of this copy of the store, given at its first write: a copy that comes from elsewhere gets its own. */
export function deviceReader(sql: Sql, place: Place): () => string {
  const { machine, path } = place;
  const known = sql.prepare('SELECT id FROM device WHERE machine = ? AND path = ?').pluck();
  const add = sql
    .prepare(
      `INSERT INTO device (id, machine, path, since) VALUES (lower(hex(randomblob(6))), ?, ?, ?) RETURNING id`,
    )
    .pluck();
  return () =>
    (known.get(machine, path) as string | undefined) ??
    (add.get(machine, path, new Date().toISOString()) as string);
}
