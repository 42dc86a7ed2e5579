import type { Migration } from '../migrate.ts';

/**
 * Letters issued, families linked by hand, and of the cohort the address and the day a family was told to apply: for
 * children who are there already, the day of the last import of the cohort. A fourth reminder, or one twice, has no
 * place in the table.
 */
export const letters: Migration = {
  version: 70,
  sql: `
CREATE TABLE letter (
  kind TEXT NOT NULL CHECK (kind IN ('apply', 'tif', 'awarded', 'part_awarded', 'refused')),
  number INTEGER NOT NULL CHECK (
    CASE WHEN kind IN ('apply', 'tif') THEN number BETWEEN 1 AND 3 ELSE number = 0 END),
  ref TEXT NOT NULL CHECK (ref <> ''),
  client_id INTEGER REFERENCES client (id),
  batch INTEGER NOT NULL CHECK (batch > 0),
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  family TEXT NOT NULL,
  addressee TEXT NOT NULL,
  reason TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id),
  PRIMARY KEY (kind, ref, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_batch ON letter (batch);

CREATE TABLE family_link (
  kind TEXT NOT NULL CHECK (kind IN ('cohort', 'client')),
  ref TEXT NOT NULL CHECK (ref <> ''),
  family INTEGER NOT NULL CHECK (family > 0),
  PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;

ALTER TABLE cohort_member ADD COLUMN home_address TEXT NOT NULL DEFAULT '';
ALTER TABLE cohort_member ADD COLUMN told_on TEXT CHECK (length(told_on) = 10);
UPDATE cohort_member SET told_on =
  (SELECT on_date FROM import_report WHERE kind = 'cohort' ORDER BY id DESC LIMIT 1);
`,
};
