import type { Migration } from '../migrate.ts';

/**
 * Papers of the running service. Letters that tell a family who carries its child, with what they told field by field; school lists and
 * duty lists, a row a version for ever; how each paper was handed over; of sheets whom they name; and, for a sheet that was
 * withdrawn, the note that asks its provider to destroy it.
 */
export const papers: Migration = {
  version: 220,
  sql: `
CREATE TABLE letter_told (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('apply', 'tif', 'awarded', 'part_awarded', 'refused', 'not_ours', 'received', 'more_information', 'appeal_received',
     'appeal_result', 'review', 'transport_details', 'transport_changes', 'transport_arranging')),
  number INTEGER NOT NULL CHECK (
    CASE WHEN kind IN ('apply', 'tif') THEN number BETWEEN 1 AND 3 ELSE number = 0 END),
  ref TEXT NOT NULL CHECK (ref <> ''),
  about TEXT NOT NULL CHECK (about = '' OR kind NOT IN ('apply', 'tif')),
  client_id INTEGER REFERENCES client (id),
  batch INTEGER NOT NULL CHECK (batch > 0),
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  family TEXT NOT NULL,
  addressee TEXT NOT NULL,
  reason TEXT NOT NULL,
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  told TEXT CHECK (json_valid(told)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = '')),
  CHECK ((told IS NULL) OR kind LIKE 'transport_%')
) STRICT;
INSERT INTO letter_told (id, kind, number, ref, about, client_id, batch, issued_on, family, addressee, reason, content, change_id,
    withdrawn_on, withdrawn_by, withdrawn_reason)
  SELECT id, kind, number, ref, about, client_id, batch, issued_on, family, addressee, reason, content, change_id,
    withdrawn_on, withdrawn_by, withdrawn_reason
  FROM letter ORDER BY id;
DROP TRIGGER letter_stays;
DROP TABLE letter;
ALTER TABLE letter_told RENAME TO letter;
CREATE UNIQUE INDEX letter_once ON letter (kind, ref, number, about) WHERE withdrawn_on IS NULL;
CREATE INDEX letter_batch ON letter (batch);
CREATE INDEX letter_client ON letter (client_id) WHERE kind LIKE 'transport_%';
CREATE TRIGGER letter_stands BEFORE UPDATE ON letter
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL
  OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number OR NEW.ref <> OLD.ref OR NEW.about <> OLD.about
  OR NEW.batch <> OLD.batch OR NEW.issued_on <> OLD.issued_on OR NEW.content IS NOT OLD.content OR NEW.told IS NOT OLD.told
BEGIN SELECT RAISE(ABORT, 'A letter is never changed; it may be withdrawn once'); END;
CREATE TRIGGER letter_stays BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'A letter on record is never taken out'); END;

ALTER TABLE route_sheet ADD COLUMN how TEXT NOT NULL DEFAULT '' CHECK (how IN ('', 'email', 'portal', 'post', 'by_hand'));
ALTER TABLE route_sheet ADD COLUMN clients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(clients));
DROP TRIGGER route_sheet_stands;
CREATE TRIGGER route_sheet_stands BEFORE UPDATE ON route_sheet
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.route_ref <> OLD.route_ref OR
  NEW.version <> OLD.version OR NEW.recipient <> OLD.recipient OR NEW.contract_ref <> OLD.contract_ref OR
  NEW.plan_id <> OLD.plan_id OR NEW.issued_on <> OLD.issued_on OR NEW.issued_by <> OLD.issued_by OR
  NEW.content <> OLD.content OR NEW.shown <> OLD.shown OR NEW.shown_reason <> OLD.shown_reason OR
  NEW.how <> OLD.how OR NEW.clients <> OLD.clients
BEGIN SELECT RAISE(ABORT, 'A sheet that was issued is never changed, and withdrawn once'); END;

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('school_list', 'duty_list')),
  subject TEXT NOT NULL CHECK ((kind = 'duty_list') = (subject = '')),
  version INTEGER NOT NULL CHECK (version > 0),
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  how TEXT NOT NULL CHECK (how IN ('', 'email', 'portal', 'post', 'by_hand')),
  plan_id INTEGER NOT NULL,
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  issued_by TEXT NOT NULL CHECK (issued_by <> ''),
  content TEXT NOT NULL CHECK (json_valid(content)),
  clients TEXT NOT NULL CHECK (json_valid(clients)),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (kind, subject, version),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE UNIQUE INDEX paper_in_force ON paper (kind, subject) WHERE withdrawn_on IS NULL;
CREATE TRIGGER paper_stays BEFORE DELETE ON paper
BEGIN SELECT RAISE(ABORT, 'A paper that was issued is never taken out'); END;
CREATE TRIGGER paper_stands BEFORE UPDATE ON paper
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.kind <> OLD.kind OR NEW.subject <> OLD.subject OR
  NEW.version <> OLD.version OR NEW.recipient <> OLD.recipient OR NEW.how <> OLD.how OR NEW.plan_id <> OLD.plan_id OR
  NEW.issued_on <> OLD.issued_on OR NEW.issued_by <> OLD.issued_by OR NEW.content <> OLD.content OR NEW.clients <> OLD.clients
BEGIN SELECT RAISE(ABORT, 'A paper that was issued is never changed, and withdrawn once'); END;

CREATE TABLE withdrawal_note (
  id INTEGER PRIMARY KEY,
  sheet_id INTEGER NOT NULL UNIQUE REFERENCES route_sheet (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  prepared_on TEXT NOT NULL CHECK (length(prepared_on) = 10),
  prepared_by TEXT NOT NULL CHECK (prepared_by <> ''),
  told_on TEXT CHECK (length(told_on) = 10),
  told_by TEXT NOT NULL DEFAULT '',
  how TEXT NOT NULL DEFAULT '' CHECK (how IN ('', 'email', 'portal', 'post', 'by_hand')),
  destroyed_on TEXT CHECK (length(destroyed_on) = 10),
  destroyed_said TEXT NOT NULL DEFAULT '',
  CHECK ((told_on IS NULL) = (told_by = '')),
  CHECK ((told_on IS NULL) = (how = '')),
  CHECK ((destroyed_on IS NULL) = (destroyed_said = '')),
  CHECK (destroyed_on IS NULL OR told_on IS NOT NULL)
) STRICT;
CREATE INDEX withdrawal_note_open ON withdrawal_note (id) WHERE destroyed_on IS NULL;
CREATE TRIGGER withdrawal_note_stays BEFORE DELETE ON withdrawal_note
BEGIN SELECT RAISE(ABORT, 'A withdrawal note is never taken out'); END;
CREATE TRIGGER withdrawal_note_stands BEFORE UPDATE ON withdrawal_note
WHEN NEW.sheet_id <> OLD.sheet_id OR NEW.reason <> OLD.reason OR NEW.prepared_on <> OLD.prepared_on OR
  NEW.prepared_by <> OLD.prepared_by OR (OLD.told_on IS NOT NULL AND NEW.told_on IS NOT OLD.told_on) OR
  (OLD.destroyed_on IS NOT NULL AND NEW.destroyed_on IS NOT OLD.destroyed_on)
BEGIN SELECT RAISE(ABORT, 'What a withdrawal note says stays; it is told once and answered once'); END;
`,
};
