import type { Migration } from '../migrate.ts';

/**
 * Events that change how children are carried, the notices that tell of them, and rounds in which schools are let anew. Events and notices
 * follow the plan: they are worked out at the end of every write that changes it, its undoing included. What a person records (told,
 * acknowledged, taken back, signed) lies in tables of its own, each undone by its exact values.
 */
export const notices: Migration = {
  version: 210,
  sql: `
CREATE TABLE retender_round (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  note TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  plan_id INTEGER,
  made_on TEXT NOT NULL CHECK (length(made_on) = 10),
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  closed_on TEXT CHECK (length(closed_on) = 10)
) STRICT;
CREATE TABLE round_school (
  round_id INTEGER NOT NULL REFERENCES retender_round (id) ON DELETE CASCADE,
  urn INTEGER NOT NULL REFERENCES school (urn),
  moves_on TEXT CHECK (length(moves_on) = 10),
  PRIMARY KEY (round_id, urn)
) STRICT, WITHOUT ROWID;
CREATE TABLE round_contract (
  round_id INTEGER NOT NULL REFERENCES retender_round (id) ON DELETE CASCADE,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  PRIMARY KEY (round_id, contract_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE round_signature (
  round_id INTEGER NOT NULL REFERENCES retender_round (id) ON DELETE CASCADE,
  seat INTEGER NOT NULL CHECK (seat IN (1, 2)),
  officer TEXT NOT NULL CHECK (officer <> ''),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  stood TEXT NOT NULL CHECK (json_valid(stood)),
  override_reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (round_id, seat),
  CHECK (seat = 2 OR override_reason = '')
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX round_signature_officer ON round_signature (round_id, lower(trim(officer)));

CREATE TABLE change_event (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
  contract_id INTEGER REFERENCES contract (id),
  route_ref TEXT CHECK (route_ref <> ''),
  client_id INTEGER REFERENCES client (id),
  school_urn INTEGER REFERENCES school (urn),
  plan_id INTEGER,
  round_id INTEGER,
  what TEXT NOT NULL,
  by TEXT NOT NULL CHECK (by <> ''),
  override_reason TEXT NOT NULL DEFAULT '',
  live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX change_event_change ON change_event (change_id);
CREATE INDEX change_event_client ON change_event (client_id) WHERE client_id IS NOT NULL;

CREATE TABLE change_notice (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES change_event (id),
  client_id INTEGER NOT NULL REFERENCES client (id),
  who TEXT NOT NULL CHECK (who IN ('family', 'school', 'old_provider', 'new_provider', 'assistant', 'social_worker')),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('joined', 'lost', 'changed')),
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  old_route TEXT NOT NULL,
  new_route TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  prepared_on TEXT NOT NULL CHECK (length(prepared_on) = 10),
  by_on TEXT NOT NULL CHECK (length(by_on) = 10),
  follows_plan INTEGER NOT NULL CHECK (follows_plan IN (0, 1)),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE INDEX change_notice_event ON change_notice (event_id);
CREATE INDEX change_notice_client ON change_notice (client_id, id);
CREATE INDEX change_notice_standing ON change_notice (by_on, id) WHERE withdrawn_on IS NULL;
CREATE TRIGGER change_notice_stays BEFORE DELETE ON change_notice
BEGIN SELECT RAISE(ABORT, 'A notice that was prepared is withdrawn, never taken out'); END;

CREATE TABLE notice_told (
  notice_id INTEGER PRIMARY KEY REFERENCES change_notice (id),
  told_on TEXT NOT NULL CHECK (length(told_on) = 10),
  how TEXT NOT NULL CHECK (how IN ('telephone', 'email', 'letter', 'in_person', 'portal')),
  by TEXT NOT NULL CHECK (by <> ''),
  text TEXT NOT NULL
) STRICT;
CREATE TABLE notice_acknowledged (
  notice_id INTEGER PRIMARY KEY REFERENCES change_notice (id),
  acknowledged_on TEXT NOT NULL CHECK (length(acknowledged_on) = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> '')
) STRICT;
CREATE TABLE change_taken_back (
  event_id INTEGER PRIMARY KEY REFERENCES change_event (id),
  taken_back_on TEXT NOT NULL CHECK (length(taken_back_on) = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;

CREATE TABLE notice_basis (
  client_id INTEGER PRIMARY KEY REFERENCES client (id),
  as_of INTEGER NOT NULL
) STRICT;
CREATE TABLE notice_line (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  as_of INTEGER NOT NULL,
  year TEXT NOT NULL
) STRICT;
`,
};
