import type { Migration } from '../migrate.ts';

/**
 * A clock for every change, which is its id on every copy of the store too; which change an undoing undoes; the copies
 * that wrote; and the exact values before and after of every field of every row, as `row_change`. `history` stays what a person reads,
 * of any kind of record. Changes made before get the clock of their own time, pushed on where the machine's clock had gone
 * back: the same on every copy of one store, whose device is called 0.
 */
export const journal: Migration = {
  version: 130,
  sql: `
ALTER TABLE change ADD COLUMN clock TEXT NOT NULL DEFAULT '';
ALTER TABLE change ADD COLUMN undoes INTEGER REFERENCES change (id);
WITH moment AS (
  SELECT id, max(coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', at), '1970-01-01T00:00:00.000Z')) OVER (ORDER BY id) AS at
  FROM change
),
numbered AS (
  SELECT id, at, row_number() OVER (PARTITION BY at ORDER BY id) - 1 AS counter FROM moment
)
UPDATE change SET clock = (
  SELECT printf('%s-%04x-000000000000', at, counter) FROM numbered WHERE numbered.id = change.id
);
CREATE UNIQUE INDEX change_clock ON change (clock);
CREATE INDEX change_undoes ON change (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE device (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 12),
  machine TEXT NOT NULL,
  path TEXT NOT NULL,
  since TEXT NOT NULL,
  UNIQUE (machine, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE row_change (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id),
  record TEXT NOT NULL,
  key TEXT NOT NULL,
  field TEXT NOT NULL,
  before ANY,
  after ANY
) STRICT;
CREATE INDEX row_change_change ON row_change (change_id);

CREATE TABLE history_line (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id),
  entity TEXT NOT NULL,
  ref TEXT NOT NULL,
  client_id INTEGER,
  field TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
INSERT INTO history_line SELECT id, change_id, entity, ref, client_id, field, before, after FROM history;
DROP TABLE history;
ALTER TABLE history_line RENAME TO history;
CREATE INDEX history_client ON history (client_id, id) WHERE client_id IS NOT NULL;
CREATE INDEX history_change ON history (change_id);
`,
};
