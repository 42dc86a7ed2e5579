import type { Migration } from '../migrate.ts';

/**
 * Reports of imports of any kind: which kinds there are is the code's to know (`model/import.ts`), so that a new one needs no new table. Rows
 * are moved with their reports, since a table that goes takes its rows with it.
 */
export const importKinds: Migration = {
  version: 235,
  sql: `
CREATE TABLE import_report_next (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  files TEXT NOT NULL,
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  read INTEGER NOT NULL CHECK (read >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  changed INTEGER NOT NULL CHECK (changed >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  held INTEGER NOT NULL CHECK (held >= 0),
  refused INTEGER NOT NULL CHECK (refused >= 0),
  warnings INTEGER NOT NULL CHECK (warnings >= 0),
  CHECK (added + changed + unchanged + held + refused = read)
) STRICT;
INSERT INTO import_report_next SELECT id, kind, files, on_date, read, added, changed, unchanged, held, refused, warnings
  FROM import_report;
CREATE TABLE import_row_next (
  report_id INTEGER NOT NULL REFERENCES import_report_next (id) ON DELETE CASCADE,
  row_order INTEGER NOT NULL CHECK (row_order > 0),
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" TEXT NOT NULL,
  value TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('held', 'refused', 'warning', 'not_record')),
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (report_id, row_order)
) STRICT, WITHOUT ROWID;
INSERT INTO import_row_next SELECT report_id, row_order, line, "column", value, outcome, code, reason, remedy FROM import_row;
DROP TABLE import_row;
DROP TABLE import_report;
ALTER TABLE import_report_next RENAME TO import_report;
ALTER TABLE import_row_next RENAME TO import_row;
CREATE INDEX import_report_kind ON import_report (kind, id);
`,
};
