import type { Migration } from '../migrate.ts';

/** Waivers of clinical limits and reasons for going over the guide. A row is never changed or taken out; it may be withdrawn once, with a reason. */
export const rideRecords: Migration = {
  version: 185,
  sql: `
CREATE TABLE clinical_waiver (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  allowed_s INTEGER NOT NULL CHECK (allowed_s BETWEEN 1 AND 14400),
  granted_by TEXT NOT NULL CHECK (granted_by <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  evidence TEXT NOT NULL CHECK (evidence <> ''),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  until_on TEXT NOT NULL CHECK (length(until_on) = 10 AND until_on >= from_on),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE INDEX clinical_waiver_client ON clinical_waiver (client_id, id);

CREATE TABLE guide_reason (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  school_urn INTEGER REFERENCES school (urn),
  direct_s REAL NOT NULL CHECK (direct_s >= 0),
  planned_s REAL NOT NULL CHECK (planned_s > 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE INDEX guide_reason_client ON guide_reason (client_id, id);

CREATE TRIGGER clinical_waiver_stays BEFORE DELETE ON clinical_waiver
BEGIN SELECT RAISE(ABORT, 'A waiver is never taken out'); END;
CREATE TRIGGER clinical_waiver_stands BEFORE UPDATE ON clinical_waiver
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.client_id <> OLD.client_id OR
  NEW.allowed_s <> OLD.allowed_s OR NEW.granted_by <> OLD.granted_by OR NEW.reason <> OLD.reason OR
  NEW.evidence <> OLD.evidence OR NEW.from_on <> OLD.from_on OR NEW.until_on <> OLD.until_on OR
  NEW.recorded_on <> OLD.recorded_on OR NEW.recorded_by <> OLD.recorded_by
BEGIN SELECT RAISE(ABORT, 'A waiver is never changed, and withdrawn once'); END;

CREATE TRIGGER guide_reason_stays BEFORE DELETE ON guide_reason
BEGIN SELECT RAISE(ABORT, 'A reason for going over the guide is never taken out'); END;
CREATE TRIGGER guide_reason_stands BEFORE UPDATE ON guide_reason
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.client_id <> OLD.client_id OR
  NEW.route_ref <> OLD.route_ref OR NEW.school_urn IS NOT OLD.school_urn OR NEW.direct_s <> OLD.direct_s OR
  NEW.planned_s <> OLD.planned_s OR NEW.reason <> OLD.reason OR NEW.recorded_on <> OLD.recorded_on OR
  NEW.recorded_by <> OLD.recorded_by
BEGIN SELECT RAISE(ABORT, 'A reason for going over the guide is never changed, and withdrawn once'); END;
`,
};
