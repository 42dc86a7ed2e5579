import type { Migration } from '../migrate.ts';

/**
 * Letters with what they tell of, so that a second decision of one kind is written about too; with their text as it was issued;
 * and withdrawn where they were never posted. What one letter says and no record holds. Each chase has its own number of
 * reminders at most.
 */
export const lettersKept: Migration = {
  version: 110,
  sql: `
CREATE TABLE letter_kept (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('apply', 'tif', 'awarded', 'part_awarded', 'refused', 'not_ours', 'received', 'more_information', 'appeal_received',
     'appeal_result', 'review')),
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
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
INSERT INTO letter_kept (kind, number, ref, about, client_id, batch, issued_on, family, addressee, reason, change_id)
  SELECT l.kind, l.number, l.ref,
    coalesce((SELECT 'decision ' || max(d.id) FROM decision d
      WHERE d.application_ref = l.ref AND d.outcome = l.kind AND d.change_id <= l.change_id), ''),
    l.client_id, l.batch, l.issued_on, l.family, l.addressee, l.reason, l.change_id
  FROM letter l ORDER BY l.batch, l.kind, l.ref, l.number;
DROP TABLE letter;
ALTER TABLE letter_kept RENAME TO letter;
CREATE UNIQUE INDEX letter_once ON letter (kind, ref, number, about) WHERE withdrawn_on IS NULL;
CREATE INDEX letter_batch ON letter (batch);

CREATE TRIGGER letter_stands BEFORE UPDATE ON letter
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL
  OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number OR NEW.ref <> OLD.ref OR NEW.about <> OLD.about
  OR NEW.batch <> OLD.batch OR NEW.issued_on <> OLD.issued_on OR NEW.content IS NOT OLD.content
BEGIN SELECT RAISE(ABORT, 'A letter is never changed; it may be withdrawn once'); END;
CREATE TRIGGER letter_stays BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'A letter on record is never taken out'); END;

CREATE TABLE letter_reason (
  kind TEXT NOT NULL CHECK (kind <> ''),
  ref TEXT NOT NULL CHECK (ref <> ''),
  about TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  PRIMARY KEY (kind, ref, about)
) STRICT, WITHOUT ROWID;

INSERT INTO setting (key, from_on, value, unit, label, source, estimated)
  SELECT 'reminder_apply_most', from_on, value, unit, 'The most reminders to apply that a child is sent', source, estimated
  FROM setting WHERE key = 'reminders_most';
UPDATE setting SET key = 'reminder_tif_most', label = 'The most reminders to complete the TIF that a child is sent'
  WHERE key = 'reminders_most';
`,
};
