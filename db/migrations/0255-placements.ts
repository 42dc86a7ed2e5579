import type { Migration } from '../migrate.ts';

/** What a placement costs at one school from a day on, and provisions that are thought of, under their names. */
export const placements: Migration = {
  version: 255,
  sql: `
CREATE TABLE placement_fee (
  school_urn INTEGER NOT NULL REFERENCES school (urn),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  fee_pence INTEGER NOT NULL CHECK (fee_pence BETWEEN 0 AND 100000000),
  source TEXT NOT NULL CHECK (source <> ''),
  PRIMARY KEY (school_urn, from_on)
) STRICT;

CREATE TABLE provision (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  saved_on TEXT NOT NULL CHECK (length(saved_on) = 10)
) STRICT;
`,
};
