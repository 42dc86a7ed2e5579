import type { Migration } from '../migrate.ts';

/** Plans with their routes, stops, bills and findings. One plan is in use; the others are superseded. */
export const plans: Migration = {
  version: 20,
  sql: `
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  made_on TEXT NOT NULL CHECK (length(made_on) = 10),
  year TEXT NOT NULL CHECK (length(year) = 7),
  seed INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'superseded')),
  distance_basis TEXT NOT NULL CHECK (distance_basis IN ('estimated', 'road')),
  audit_passed INTEGER NOT NULL CHECK (audit_passed IN (0, 1)),
  checked_routes INTEGER NOT NULL CHECK (checked_routes >= 0),
  checked_clients INTEGER NOT NULL CHECK (checked_clients >= 0),
  change_id INTEGER NOT NULL REFERENCES change (id),
  history_id INTEGER NOT NULL,
  approved_by TEXT NOT NULL,
  approved_at TEXT
) STRICT;
CREATE UNIQUE INDEX plan_in_use ON plan ((1)) WHERE status <> 'superseded';

CREATE TABLE plan_route (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  ref TEXT NOT NULL,
  school_urn INTEGER NOT NULL REFERENCES school (urn),
  vehicle_class TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats >= 0),
  wheelchairs INTEGER NOT NULL CHECK (wheelchairs >= 0),
  assistant INTEGER NOT NULL CHECK (assistant IN (0, 1)),
  contract_id INTEGER REFERENCES contract (id),
  provider TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  distance_m REAL NOT NULL CHECK (distance_m >= 0),
  duration_s REAL NOT NULL CHECK (duration_s >= 0),
  arrive_s REAL NOT NULL CHECK (arrive_s BETWEEN 0 AND 86399),
  depart_s REAL NOT NULL CHECK (depart_s BETWEEN 0 AND 86399),
  cost_day_pence INTEGER NOT NULL,
  days_a_year INTEGER NOT NULL CHECK (days_a_year BETWEEN 0 AND 366),
  cost_year_pence INTEGER NOT NULL,
  CHECK (cost_year_pence = cost_day_pence * days_a_year)
) STRICT;
CREATE INDEX plan_route_plan ON plan_route (plan_id, id);

CREATE TABLE plan_stop (
  route_id INTEGER NOT NULL REFERENCES plan_route (id) ON DELETE CASCADE,
  stop_order INTEGER NOT NULL CHECK (stop_order > 0),
  client_id INTEGER NOT NULL REFERENCES client (id),
  pick_up_s REAL NOT NULL,
  ride_s REAL NOT NULL CHECK (ride_s >= 0),
  limit_s REAL NOT NULL CHECK (limit_s >= 0),
  limit_kind TEXT NOT NULL CHECK (limit_kind IN ('advisory', 'clinical')),
  direct_s REAL NOT NULL CHECK (direct_s >= 0),
  direct_m REAL NOT NULL CHECK (direct_m >= 0),
  fixed INTEGER NOT NULL CHECK (fixed IN (0, 1)),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  PRIMARY KEY (route_id, stop_order)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_stop_client ON plan_stop (client_id);

CREATE TABLE plan_cost (
  route_id INTEGER NOT NULL REFERENCES plan_route (id) ON DELETE CASCADE,
  line_order INTEGER NOT NULL CHECK (line_order > 0),
  kind TEXT NOT NULL CHECK (kind IN
    ('contract', 'contract_assistant', 'variation', 'fixed', 'distance', 'assistant')),
  label TEXT NOT NULL,
  working TEXT NOT NULL,
  pence INTEGER NOT NULL,
  estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
  PRIMARY KEY (route_id, line_order)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_unallocated (
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  client_id INTEGER NOT NULL REFERENCES client (id),
  reason TEXT NOT NULL CHECK (reason IN ('no_position', 'no_school', 'school_no_position',
    'clinical_limit', 'no_vehicle', 'conflict', 'held')),
  detail TEXT NOT NULL,
  PRIMARY KEY (plan_id, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_violation (
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  line_order INTEGER NOT NULL CHECK (line_order > 0),
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('broken', 'notice')),
  route_ref TEXT NOT NULL,
  client_id INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (plan_id, line_order)
) STRICT, WITHOUT ROWID;
`,
};
