import type { Migration } from '../migrate.ts';

/**
 * Steps after a decision and what is asked before one; more addresses, settings of education, care and moves of a child. A step is never changed: one signed in error is taken back, and stays to be
 * seen. `client_state.stage` is reckoned by SQLite itself from the step that was signed and the state of transport, so that in place
 * is never claimed for a child whom no confirmed contract carries. All states are worked out anew when the store is next read.
 */
export const life: Migration = {
  version: 90,
  sql: `
CREATE TABLE life_step (
  id INTEGER PRIMARY KEY,
  application_ref TEXT NOT NULL REFERENCES application (ref),
  kind TEXT NOT NULL CHECK (kind IN ('handed_over', 'in_place', 'ended')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  note TEXT NOT NULL,
  taken_back_on TEXT CHECK (length(taken_back_on) = 10),
  taken_back_by TEXT NOT NULL,
  taken_back_why TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id),
  CHECK ((taken_back_on IS NULL) = (taken_back_by = ''))
) STRICT;
CREATE INDEX life_step_application ON life_step (application_ref, id);
CREATE TRIGGER life_step_stands BEFORE UPDATE OF application_ref, kind, on_date, signed_by, note, change_id ON life_step
BEGIN SELECT RAISE(ABORT, 'A signed step is never changed'); END;
CREATE TRIGGER life_step_taken_back_once BEFORE UPDATE ON life_step WHEN OLD.taken_back_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'A step is taken back once'); END;
CREATE TRIGGER life_step_stays BEFORE DELETE ON life_step
BEGIN SELECT RAISE(ABORT, 'A signed step is never taken out'); END;

CREATE TABLE information_request (
  id INTEGER PRIMARY KEY,
  application_ref TEXT NOT NULL REFERENCES application (ref),
  asked_for TEXT NOT NULL CHECK (asked_for <> ''),
  asked_of TEXT NOT NULL CHECK (asked_of <> ''),
  asked_on TEXT NOT NULL CHECK (length(asked_on) = 10),
  chase_on TEXT NOT NULL CHECK (length(chase_on) = 10),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  chased_on TEXT NOT NULL CHECK (json_valid(chased_on)),
  answered_on TEXT CHECK (length(answered_on) = 10),
  answered_by TEXT NOT NULL,
  answer TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id)
) STRICT;
CREATE INDEX information_application ON information_request (application_ref, id);

CREATE TABLE client_address (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('home', 'other_parent', 'foster', 'short_break', 'childcare', 'residential')),
  address TEXT NOT NULL,
  postcode TEXT NOT NULL,
  lat REAL CHECK (lat BETWEEN 49 AND 61),
  lon REAL CHECK (lon BETWEEN -9 AND 3),
  days TEXT NOT NULL CHECK (json_valid(days)),
  legs TEXT NOT NULL CHECK (legs IN ('both', 'morning', 'afternoon')),
  rhythm TEXT NOT NULL CHECK (rhythm IN ('daily', 'weekly', 'termly')),
  power TEXT NOT NULL CHECK (power IN ('s508B', 's508C', 's509AA', 's508F')),
  budget TEXT NOT NULL CHECK (budget IN ('education', 'social_care', 'other_authority')),
  budget_note TEXT NOT NULL,
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10 AND to_on >= from_on),
  protected INTEGER NOT NULL CHECK (protected IN (0, 1)),
  note TEXT NOT NULL,
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
CREATE INDEX client_address_client ON client_address (client_id);

CREATE TABLE client_placement (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('school', 'pru', 'section_19', 'eotas', 'college', 'independent', 'out_of_county')),
  school_urn INTEGER REFERENCES school (urn),
  name TEXT NOT NULL CHECK (name <> ''),
  days TEXT NOT NULL CHECK (json_valid(days)),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10 AND to_on >= from_on),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX client_placement_client ON client_placement (client_id);

CREATE TABLE client_care (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  authority TEXT NOT NULL CHECK (authority <> ''),
  recharge INTEGER NOT NULL CHECK (recharge IN (0, 1)),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10 AND to_on >= from_on),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX client_care_client ON client_care (client_id);

CREATE TABLE client_move (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('address', 'school')),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  note TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  home_address TEXT NOT NULL,
  postcode TEXT NOT NULL,
  school_urn INTEGER REFERENCES school (urn),
  taken_in INTEGER NOT NULL CHECK (taken_in IN (0, 1)),
  looked_at TEXT NOT NULL CHECK (json_valid(looked_at))
) STRICT;
CREATE INDEX client_move_client ON client_move (client_id);

CREATE INDEX appeal_open ON appeal (application_ref) WHERE result IS NULL;

ALTER TABLE client_state ADD COLUMN step TEXT NOT NULL DEFAULT '' CHECK (step IN
  ('', 'received', 'checking', 'more_information', 'decided', 'appealed', 'handed_over', 'in_place', 'ended'));
ALTER TABLE client_state ADD COLUMN stage TEXT GENERATED ALWAYS AS
  (CASE WHEN step = 'in_place' AND transport <> 'in_place' THEN 'handed_over' ELSE step END) VIRTUAL;
ALTER TABLE client_state ADD COLUMN days_late INTEGER NOT NULL DEFAULT 0 CHECK (days_late >= 0);
ALTER TABLE client_state ADD COLUMN waiting_since TEXT NOT NULL DEFAULT '9999-12-31' CHECK (length(waiting_since) = 10);
CREATE INDEX client_state_stage ON client_state (stage, name_key, client_id);
CREATE INDEX client_state_waiting ON client_state (waiting_since, name_key, client_id);
DELETE FROM meta WHERE key = 'state_day';
`,
};
