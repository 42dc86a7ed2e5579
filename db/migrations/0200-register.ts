import type { Migration } from '../migrate.ts';

/**
 * The register of providers. A provider is named in text, as on contracts: a record may name one that is not on the register yet, and is
 * brought to its spelling when it comes. That a vehicle's or a person's key fits no other is the intake's to check.
 */
export const register: Migration = {
  version: 200,
  sql: `
CREATE TABLE provider (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  framework TEXT NOT NULL DEFAULT '',
  districts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(districts)),
  contact_name TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE provider_fleet (
  provider TEXT NOT NULL CHECK (provider <> ''),
  vehicle_class TEXT NOT NULL CHECK (vehicle_class <> ''),
  districts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(districts)),
  count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 9999),
  PRIMARY KEY (provider, vehicle_class, districts)
) STRICT;

CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  name TEXT NOT NULL,
  provider TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('driver', 'assistant', 'both')),
  licensing_authority TEXT NOT NULL DEFAULT '',
  badge_number TEXT NOT NULL DEFAULT '',
  badge_expires_on TEXT CHECK (length(badge_expires_on) = 10),
  dbs_on TEXT CHECK (length(dbs_on) = 10),
  training TEXT NOT NULL DEFAULT '',
  training_expires_on TEXT CHECK (length(training_expires_on) = 10),
  phone TEXT NOT NULL DEFAULT '',
  left_on TEXT CHECK (length(left_on) = 10),
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX worker_provider ON worker (provider, name);
CREATE UNIQUE INDEX worker_badge ON worker (licensing_authority, badge_number) WHERE badge_number <> '';

CREATE TABLE worker_competence (
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  competence TEXT NOT NULL CHECK (competence <> ''),
  issued_on TEXT CHECK (length(issued_on) = 10),
  expires_on TEXT CHECK (length(expires_on) = 10),
  PRIMARY KEY (worker_id, competence),
  CHECK (issued_on IS NULL OR expires_on IS NULL OR expires_on >= issued_on)
) STRICT;

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY,
  mark TEXT NOT NULL UNIQUE CHECK (mark <> ''),
  provider TEXT NOT NULL,
  vehicle_class TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  licensing_authority TEXT NOT NULL DEFAULT '',
  plate_number TEXT NOT NULL DEFAULT '',
  plate_expires_on TEXT CHECK (length(plate_expires_on) = 10),
  mot_expires_on TEXT CHECK (length(mot_expires_on) = 10),
  insurance_expires_on TEXT CHECK (length(insurance_expires_on) = 10),
  lift_examined_on TEXT CHECK (length(lift_examined_on) = 10),
  lift_limit_kg REAL CHECK (lift_limit_kg BETWEEN 1 AND 2000),
  tie_down_limit_kg REAL CHECK (tie_down_limit_kg BETWEEN 1 AND 2000),
  layouts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(layouts)),
  left_on TEXT CHECK (length(left_on) = 10),
  notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX vehicle_provider ON vehicle (provider, mark);

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  role TEXT NOT NULL CHECK (role IN ('driver', 'assistant', 'cover', 'vehicle')),
  worker_id INTEGER REFERENCES worker (id),
  vehicle_id INTEGER REFERENCES vehicle (id),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10 AND to_on >= from_on),
  CHECK ((role = 'vehicle') = (vehicle_id IS NOT NULL)),
  CHECK ((role = 'vehicle') = (worker_id IS NULL))
) STRICT;
CREATE INDEX assignment_contract ON assignment (contract_id, id);
CREATE INDEX assignment_worker ON assignment (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX assignment_vehicle ON assignment (vehicle_id) WHERE vehicle_id IS NOT NULL;
`,
};
