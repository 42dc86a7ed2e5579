import type { Migration } from '../migrate.ts';

/** Rises that providers ask for, as they were weighed, and how they were answered. */
export const claims: Migration = {
  version: 260,
  sql: `
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  provider TEXT NOT NULL CHECK (provider <> ''),
  contract_ref TEXT NOT NULL,
  asked REAL NOT NULL CHECK (asked BETWEEN -0.9 AND 5),
  received_on TEXT NOT NULL CHECK (length(received_on) = 10),
  priced_on TEXT CHECK (priced_on IS NULL OR length(priced_on) = 10),
  said TEXT NOT NULL,
  weighed TEXT NOT NULL CHECK (json_valid(weighed)),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
) STRICT;
CREATE INDEX claim_provider ON claim (provider);

CREATE TABLE claim_answer (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER NOT NULL REFERENCES claim (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'part', 'refused')),
  agreed REAL NOT NULL CHECK (agreed BETWEEN -0.9 AND 5),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  why TEXT NOT NULL CHECK (why <> '')
) STRICT;
CREATE INDEX claim_answer_claim ON claim_answer (claim_id, id);
`,
};
