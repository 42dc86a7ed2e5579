import type { Migration } from '../migrate.ts';

/**
 * The Transport Information Form: versions as they were signed (never changed), the one being written answer by answer, and what was
 * confirmed for another year. The setting that was called the target had always been the line for commissioning: it gets
 * that name, and the target stands at its default until a council sets it.
 */
export const tif: Migration = {
  version: 100,
  sql: `
CREATE TABLE tif_version (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('imported', 'signed')),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  signature TEXT CHECK (signature IS NULL OR json_valid(signature)),
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  year TEXT,
  change_id INTEGER NOT NULL REFERENCES change (id),
  UNIQUE (client_id, number),
  CHECK ((kind = 'signed') = (signature IS NOT NULL)),
  CHECK ((kind = 'signed') = (year IS NOT NULL)),
  CHECK (kind = 'signed' OR complete = 0)
) STRICT;

CREATE TRIGGER tif_version_stands BEFORE UPDATE ON tif_version
BEGIN SELECT RAISE(ABORT, 'A version of a TIF is never changed'); END;
CREATE TRIGGER tif_version_stays BEFORE DELETE ON tif_version
BEGIN SELECT RAISE(ABORT, 'A version of a TIF is never taken out'); END;

CREATE TABLE tif_draft (
  client_id INTEGER PRIMARY KEY REFERENCES client (id),
  from_version INTEGER NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  started_by TEXT NOT NULL,
  started_at TEXT NOT NULL
) STRICT;

CREATE TABLE tif_draft_answer (
  client_id INTEGER NOT NULL REFERENCES tif_draft (client_id),
  question TEXT NOT NULL CHECK (question <> ''),
  answer TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (client_id, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE tif_confirmation (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  version INTEGER NOT NULL,
  year TEXT NOT NULL CHECK (length(year) = 7),
  confirmed_by TEXT NOT NULL CHECK (confirmed_by <> ''),
  relationship TEXT NOT NULL,
  confirmed_on TEXT NOT NULL CHECK (length(confirmed_on) = 10),
  entered_by TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id),
  UNIQUE (client_id, year, version),
  FOREIGN KEY (client_id, version) REFERENCES tif_version (client_id, number)
) STRICT;

CREATE TRIGGER tif_confirmation_stands BEFORE UPDATE ON tif_confirmation
BEGIN SELECT RAISE(ABORT, 'A confirmation of a TIF is never changed'); END;
CREATE TRIGGER tif_confirmation_stays BEFORE DELETE ON tif_confirmation
BEGIN SELECT RAISE(ABORT, 'A confirmation of a TIF is never taken out'); END;

ALTER TABLE client ADD COLUMN tif_signed TEXT NOT NULL DEFAULT 'none'
  CHECK (tif_signed IN ('none', 'incomplete', 'complete'));
ALTER TABLE client ADD COLUMN tif_year INTEGER;

UPDATE setting SET key = 'tif_commissioning_percent' WHERE key = 'tif_target_percent';
`,
};
