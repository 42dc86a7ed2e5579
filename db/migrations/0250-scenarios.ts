import type { Migration } from '../migrate.ts';

/** Scenarios: named sets of assumptions for the years to come, as a person saved them. */
export const scenarios: Migration = {
  version: 250,
  sql: `
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  assumptions TEXT NOT NULL CHECK (json_valid(assumptions)),
  saved_on TEXT NOT NULL CHECK (length(saved_on) = 10)
) STRICT;
`,
};
