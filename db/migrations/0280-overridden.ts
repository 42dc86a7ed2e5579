import type { Migration } from '../migrate.ts';

/**
 * That a change counts although somebody is still to be told of it. A change that goes through the gate carries its reason with it
 * (`change_event.override_reason`); what was recorded by hand, or came by an undoing, is overridden later, in a row of its own that is
 * undone by its exact values.
 */
export const overridden: Migration = {
  version: 280,
  sql: `
CREATE TABLE change_overridden (
  event_id INTEGER PRIMARY KEY REFERENCES change_event (id),
  overridden_on TEXT NOT NULL CHECK (length(overridden_on) = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
`,
};
