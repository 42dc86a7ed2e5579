import type { Migration } from '../migrate.ts';

/** Contracts handed back, and problems reported against routes while they bed in. */
export const beddingIn: Migration = {
  version: 190,
  sql: `
CREATE TABLE hand_back (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  children INTEGER NOT NULL CHECK (children >= 0)
) STRICT;
CREATE INDEX hand_back_contract ON hand_back (contract_id, id);

CREATE TABLE route_problem (
  id INTEGER PRIMARY KEY,
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  client_id INTEGER REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
  what TEXT NOT NULL CHECK (what <> ''),
  told_by TEXT NOT NULL,
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  closed_on TEXT CHECK (length(closed_on) = 10),
  closed_by TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  CHECK ((closed_on IS NULL) = (closed_by = '')),
  CHECK ((closed_on IS NULL) = (outcome = ''))
) STRICT;
CREATE INDEX route_problem_route ON route_problem (route_ref, id);
CREATE INDEX route_problem_open ON route_problem (id) WHERE closed_on IS NULL;
`,
};
