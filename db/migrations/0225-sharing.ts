import type { Migration } from '../migrate.ts';

/** Schools that may share a vehicle, children who stay with their own school, and the calls of a shared route of a plan (JSON; null: one school). */
export const sharing: Migration = {
  version: 225,
  sql: `
CREATE TABLE school_sharing (
  school_a INTEGER NOT NULL REFERENCES school (urn),
  school_b INTEGER NOT NULL REFERENCES school (urn),
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  PRIMARY KEY (school_a, school_b),
  CHECK (school_a < school_b)
) STRICT;

CREATE TABLE stays_apart (
  client_id INTEGER PRIMARY KEY REFERENCES client (id),
  ground TEXT NOT NULL CHECK (ground IN ('medical', 'behaviour', 'other')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
) STRICT;

ALTER TABLE plan_route ADD COLUMN calls TEXT CHECK (calls IS NULL OR json_valid(calls));
ALTER TABLE plan_stop ADD COLUMN school_urn INTEGER;
`,
};
