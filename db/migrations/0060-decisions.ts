import type { Migration } from '../migrate.ts';

/**
 * Decisions as they were signed, and appeals against them. A decision is never changed or taken out; a later one supersedes it. An
 * appeal takes its result once. `facts` is the proposal of the day with every rule, measure and citation.
 */
export const decisions: Migration = {
  version: 60,
  sql: `
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  application_ref TEXT NOT NULL REFERENCES application (ref),
  client_id INTEGER NOT NULL REFERENCES client (id),
  decided_on TEXT NOT NULL CHECK (length(decided_on) = 10),
  outcome TEXT NOT NULL CHECK (outcome IN
    ('awarded', 'part_awarded', 'refused', 'withdrawn', 'not_ours')),
  award TEXT CHECK (award IS NULL OR json_valid(award)),
  reason TEXT NOT NULL,
  departs INTEGER NOT NULL CHECK (departs IN (0, 1)),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  supersedes INTEGER UNIQUE REFERENCES decision (id),
  change_id INTEGER NOT NULL REFERENCES change (id),
  CHECK ((award IS NOT NULL) = (outcome IN ('awarded', 'part_awarded'))),
  CHECK (departs = 0 OR reason <> '')
) STRICT;
CREATE INDEX decision_application ON decision (application_ref, id);

CREATE TRIGGER decision_stands BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'A signed decision is never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'A signed decision is never taken out'); END;

CREATE TABLE appeal (
  id INTEGER PRIMARY KEY,
  application_ref TEXT NOT NULL REFERENCES application (ref),
  decision_id INTEGER NOT NULL REFERENCES decision (id),
  stage INTEGER NOT NULL CHECK (stage IN (1, 2)),
  grounds TEXT NOT NULL CHECK (json_valid(grounds)),
  lodged_on TEXT NOT NULL CHECK (length(lodged_on) = 10),
  transport_goes_on INTEGER NOT NULL CHECK (transport_goes_on IN (0, 1)),
  note TEXT NOT NULL,
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  result TEXT CHECK (result IN ('upheld', 'part', 'refused', 'withdrawn')),
  result_on TEXT CHECK (length(result_on) = 10),
  result_note TEXT NOT NULL,
  result_by TEXT NOT NULL,
  UNIQUE (decision_id, stage),
  CHECK ((result IS NULL) = (result_on IS NULL)),
  CHECK ((result IS NULL) = (result_by = ''))
) STRICT;
CREATE INDEX appeal_application ON appeal (application_ref, id);

CREATE TRIGGER appeal_ends_once BEFORE UPDATE ON appeal WHEN OLD.result IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'An appeal takes its result once'); END;
CREATE TRIGGER appeal_stays BEFORE DELETE ON appeal
BEGIN SELECT RAISE(ABORT, 'An appeal is never taken out'); END;
`,
};
