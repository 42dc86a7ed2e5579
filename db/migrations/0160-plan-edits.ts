import type { Migration } from '../migrate.ts';

/**
 * Plans that a person edits: locked routes, plans kept as trials beside the one in use, frozen ones. `snapshot` names what a plan holds:
 * each edit gives another one, undoing brings the old one back. Why a client is unallocated is checked by the code's own list, so that a
 * new reason needs no new table.
 */
export const planEdits: Migration = {
  version: 160,
  sql: `
ALTER TABLE plan ADD COLUMN snapshot TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN frozen_by TEXT NOT NULL DEFAULT '';
ALTER TABLE plan ADD COLUMN frozen_at TEXT;
ALTER TABLE plan_route ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

CREATE TABLE trial_plan (
  plan_id INTEGER PRIMARY KEY REFERENCES plan (id),
  name TEXT NOT NULL CHECK (name <> ''),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX trial_plan_name ON trial_plan (name);

CREATE TABLE plan_unallocated_now (
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  client_id INTEGER NOT NULL REFERENCES client (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  detail TEXT NOT NULL,
  PRIMARY KEY (plan_id, client_id)
) STRICT, WITHOUT ROWID;
INSERT INTO plan_unallocated_now SELECT plan_id, client_id, reason, detail FROM plan_unallocated;
DROP TABLE plan_unallocated;
ALTER TABLE plan_unallocated_now RENAME TO plan_unallocated;
`,
};
