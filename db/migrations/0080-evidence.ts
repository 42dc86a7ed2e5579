import type { Migration } from '../migrate.ts';

/**
 * What officers record of a case (evidence, versions of section I) and the register of walked routes. A row is never changed
 * or taken out; it may be withdrawn once, with a reason. A walked route is superseded by a later row that names it.
 */
export const evidence: Migration = {
  version: 80,
  sql: `
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  application_ref TEXT NOT NULL REFERENCES application (ref),
  client_id INTEGER NOT NULL REFERENCES client (id),
  kind TEXT NOT NULL CHECK (kind IN ('measured', 'road', 'accompaniment', 'route_concern',
    'low_income', 'belief', 'nearer', 'course', 'post_16')),
  given TEXT NOT NULL CHECK (json_valid(given)),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE INDEX evidence_application ON evidence (application_ref, id);

CREATE TABLE section_i_version (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  version INTEGER NOT NULL CHECK (version > 0),
  source TEXT NOT NULL CHECK (source IN ('imported', 'officer')),
  words TEXT NOT NULL CHECK (words <> ''),
  plan_on TEXT CHECK (length(plan_on) = 10),
  urns TEXT NOT NULL CHECK (json_valid(urns)),
  condition TEXT NOT NULL,
  named_on TEXT CHECK (length(named_on) = 10),
  review_on TEXT CHECK (length(review_on) = 10),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (client_id, version),
  CHECK ((plan_on IS NULL) = (source = 'imported')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;

CREATE TABLE walking_route (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  lat REAL CHECK (lat BETWEEN 49 AND 61),
  lon REAL CHECK (lon BETWEEN -9 AND 3),
  radius_m REAL CHECK (radius_m > 0),
  postcode TEXT NOT NULL,
  school_urn INTEGER NOT NULL REFERENCES school (urn),
  assessed_on TEXT NOT NULL CHECK (length(assessed_on) = 10),
  assessor TEXT NOT NULL CHECK (assessor <> ''),
  times TEXT NOT NULL,
  season TEXT NOT NULL,
  lighting TEXT NOT NULL,
  traffic TEXT NOT NULL,
  safe INTEGER NOT NULL CHECK (safe IN (0, 1)),
  finding TEXT NOT NULL,
  way_round TEXT NOT NULL,
  safe_way_m REAL CHECK (safe_way_m > 0),
  review_on TEXT CHECK (length(review_on) = 10),
  supersedes INTEGER UNIQUE REFERENCES walking_route (id),
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL) = (radius_m IS NULL)),
  CHECK ((lat IS NULL) <> (postcode = '')),
  CHECK (safe = 0 OR safe_way_m IS NULL),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;

CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'Evidence is never taken out'); END;
CREATE TRIGGER evidence_stands BEFORE UPDATE ON evidence
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.given <> OLD.given OR NEW.kind <> OLD.kind OR
  NEW.application_ref <> OLD.application_ref OR NEW.client_id <> OLD.client_id OR
  NEW.recorded_on <> OLD.recorded_on OR NEW.recorded_by <> OLD.recorded_by
BEGIN SELECT RAISE(ABORT, 'Evidence is never changed, and withdrawn once'); END;

CREATE TRIGGER section_i_version_stays BEFORE DELETE ON section_i_version
BEGIN SELECT RAISE(ABORT, 'A version of section I is never taken out'); END;
CREATE TRIGGER section_i_version_stands BEFORE UPDATE ON section_i_version
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.words <> OLD.words OR NEW.urns <> OLD.urns OR
  NEW.condition <> OLD.condition OR NEW.plan_on IS NOT OLD.plan_on OR NEW.named_on IS NOT OLD.named_on OR
  NEW.review_on IS NOT OLD.review_on OR NEW.client_id <> OLD.client_id OR NEW.version <> OLD.version
BEGIN SELECT RAISE(ABORT, 'A version of section I is never changed, and withdrawn once'); END;

CREATE TRIGGER walking_route_stays BEFORE DELETE ON walking_route
BEGIN SELECT RAISE(ABORT, 'An assessment of a route is never taken out'); END;
CREATE TRIGGER walking_route_stands BEFORE UPDATE ON walking_route
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.safe <> OLD.safe OR
  NEW.assessed_on <> OLD.assessed_on OR NEW.assessor <> OLD.assessor OR NEW.finding <> OLD.finding OR
  NEW.safe_way_m IS NOT OLD.safe_way_m OR NEW.review_on IS NOT OLD.review_on OR
  NEW.school_urn <> OLD.school_urn OR NEW.postcode <> OLD.postcode OR NEW.lat IS NOT OLD.lat OR
  NEW.lon IS NOT OLD.lon OR NEW.radius_m IS NOT OLD.radius_m OR NEW.supersedes IS NOT OLD.supersedes
BEGIN SELECT RAISE(ABORT, 'An assessment of a route is never changed, and withdrawn once'); END;
`,
};
