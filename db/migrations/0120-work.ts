import type { Migration } from '../migrate.ts';

/**
 * Whose work an application is and since when, the day the council's own record gives for its decision, and how many requests were
 * planned and in place at the end of each day that changed it: what the burn-up is drawn from.
 */
export const work: Migration = {
  version: 120,
  sql: `
ALTER TABLE application ADD COLUMN assigned_to TEXT NOT NULL DEFAULT '';
ALTER TABLE application ADD COLUMN assigned_on TEXT CHECK (length(assigned_on) = 10);
ALTER TABLE application ADD COLUMN decided_on TEXT CHECK (length(decided_on) = 10);
CREATE INDEX application_assigned ON application (assigned_to) WHERE assigned_to <> '';

ALTER TABLE client_state ADD COLUMN assigned_to TEXT NOT NULL DEFAULT '';
CREATE INDEX client_state_assigned ON client_state (assigned_to, name_key, client_id);

CREATE TABLE transport_day (
  "on" TEXT NOT NULL PRIMARY KEY CHECK (length("on") = 10),
  planned INTEGER NOT NULL CHECK (planned >= 0),
  in_place INTEGER NOT NULL CHECK (in_place >= 0),
  planned_late INTEGER NOT NULL CHECK (planned_late >= 0),
  in_place_late INTEGER NOT NULL CHECK (in_place_late >= 0)
) STRICT, WITHOUT ROWID;
`,
};
