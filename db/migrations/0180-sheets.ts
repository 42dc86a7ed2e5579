import type { Migration } from '../migrate.ts';

/**
 * Sheets given to providers, each kept as it was issued; and how every child was carried from which day, so that what changed since a
 * date can be told when the plans of that time are long gone. A row of `carriage` stands until a later one of the same child;
 * '' as the route: not carried. Plans that are still there are read into it.
 */
export const sheets: Migration = {
  version: 180,
  sql: `
CREATE TABLE route_sheet (
  id INTEGER PRIMARY KEY,
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  contract_ref TEXT NOT NULL,
  recipient TEXT NOT NULL CHECK (recipient <> ''),
  plan_id INTEGER NOT NULL,
  issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
  issued_by TEXT NOT NULL CHECK (issued_by <> ''),
  content TEXT NOT NULL CHECK (json_valid(content)),
  shown TEXT NOT NULL CHECK (json_valid(shown)),
  shown_reason TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES change (id),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (route_ref, version),
  CHECK ((shown = '[]') = (shown_reason = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE UNIQUE INDEX route_sheet_in_force ON route_sheet (route_ref) WHERE withdrawn_on IS NULL;
CREATE TRIGGER route_sheet_stays BEFORE DELETE ON route_sheet
BEGIN SELECT RAISE(ABORT, 'A sheet that was issued is never taken out'); END;
CREATE TRIGGER route_sheet_stands BEFORE UPDATE ON route_sheet
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.route_ref <> OLD.route_ref OR
  NEW.version <> OLD.version OR NEW.recipient <> OLD.recipient OR NEW.contract_ref <> OLD.contract_ref OR
  NEW.plan_id <> OLD.plan_id OR NEW.issued_on <> OLD.issued_on OR NEW.issued_by <> OLD.issued_by OR
  NEW.content <> OLD.content OR NEW.shown <> OLD.shown OR NEW.shown_reason <> OLD.shown_reason
BEGIN SELECT RAISE(ABORT, 'A sheet that was issued is never changed, and withdrawn once'); END;

CREATE TABLE carriage (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  plan_id INTEGER NOT NULL,
  route_ref TEXT NOT NULL,
  contract_id INTEGER REFERENCES contract (id),
  provider TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  assistant INTEGER NOT NULL CHECK (assistant IN (0, 1)),
  school_urn INTEGER REFERENCES school (urn),
  pick_up_s REAL,
  arrive_s REAL,
  depart_s REAL,
  drop_off_s REAL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT;
CREATE INDEX carriage_client ON carriage (client_id, id);
CREATE TRIGGER carriage_stays BEFORE DELETE ON carriage
BEGIN SELECT RAISE(ABORT, 'How a child was carried is never taken out'); END;
CREATE TRIGGER carriage_stands BEFORE UPDATE ON carriage
BEGIN SELECT RAISE(ABORT, 'How a child was carried is never changed'); END;

WITH carried AS (
  SELECT s.client_id, p.made_on, p.id AS plan_id, r.ref, r.contract_id, r.provider, r.vehicle_class, r.assistant, r.school_urn,
    s.pick_up_s, r.arrive_s, r.depart_s, s.drop_off_s, r.confirmed
  FROM plan p JOIN plan_route r ON r.plan_id = p.id JOIN plan_stop s ON s.route_id = r.id
  UNION ALL
  SELECT u.client_id, p.made_on, p.id, '', NULL, '', '', 0, NULL, NULL, NULL, NULL, NULL, 0
  FROM plan p JOIN plan_unallocated u ON u.plan_id = p.id
),
told AS (
  SELECT *, json_array(ref, contract_id, provider, vehicle_class, assistant, school_urn, pick_up_s, arrive_s, depart_s, drop_off_s, confirmed) AS said
  FROM carried
),
after AS (
  SELECT *, lag(said) OVER (PARTITION BY client_id ORDER BY plan_id) AS before FROM told
)
INSERT INTO carriage (client_id, from_on, plan_id, route_ref, contract_id, provider, vehicle_class, assistant, school_urn,
  pick_up_s, arrive_s, depart_s, drop_off_s, confirmed)
SELECT client_id, made_on, plan_id, ref, contract_id, provider, vehicle_class, assistant, school_urn, pick_up_s, arrive_s, depart_s,
  drop_off_s, confirmed
FROM after WHERE before IS NULL OR before <> said ORDER BY plan_id, client_id;
`,
};
