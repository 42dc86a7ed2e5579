import type { Migration } from '../migrate.ts';

/**
 * Prices over time: where each series is from, values corrected by hand beside what was published, a consumer price index of another base
 * year kept apart, index clauses with what was accepted by them; and lines of a route's cost of any kind, which the code knows.
 */
export const prices: Migration = {
  version: 290,
  sql: `
CREATE TABLE plan_cost_next (
  route_id INTEGER NOT NULL REFERENCES plan_route (id) ON DELETE CASCADE,
  line_order INTEGER NOT NULL CHECK (line_order > 0),
  kind TEXT NOT NULL CHECK (kind <> ''),
  label TEXT NOT NULL,
  working TEXT NOT NULL,
  pence INTEGER NOT NULL,
  estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
  PRIMARY KEY (route_id, line_order)
) STRICT, WITHOUT ROWID;
INSERT INTO plan_cost_next SELECT route_id, line_order, kind, label, working, pence, estimated FROM plan_cost;
DROP TABLE plan_cost;
ALTER TABLE plan_cost_next RENAME TO plan_cost;

CREATE TABLE price_series (
  series TEXT NOT NULL PRIMARY KEY CHECK (series IN ('fuel', 'cpi', 'wages')),
  title TEXT NOT NULL,
  base_year INTEGER NOT NULL CHECK (base_year >= 0),
  released_on TEXT NOT NULL CHECK (released_on = '' OR length(released_on) = 10),
  file TEXT NOT NULL,
  imported_on TEXT NOT NULL CHECK (imported_on = '' OR length(imported_on) = 10)
) STRICT, WITHOUT ROWID;
INSERT INTO price_series SELECT 'cpi', 'ONS consumer prices index, all items (D7BT)', 2015, '', '', '' FROM cpi_month LIMIT 1;

CREATE TABLE price_correction (
  series TEXT NOT NULL CHECK (series IN ('diesel', 'petrol', 'cpi', 'wage_floor')),
  at TEXT NOT NULL CHECK (at <> ''),
  value REAL NOT NULL CHECK (value > 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  PRIMARY KEY (series, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE cpi_rebased (
  base_year INTEGER NOT NULL CHECK (base_year >= 0),
  month TEXT NOT NULL CHECK (length(month) = 7),
  "index" REAL NOT NULL CHECK ("index" > 0),
  PRIMARY KEY (base_year, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE cpi_choice (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  base_year INTEGER NOT NULL CHECK (base_year >= 0),
  how TEXT NOT NULL CHECK (how IN ('chain', 'instead')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  "on" TEXT NOT NULL CHECK (length("on") = 10)
) STRICT;

CREATE TABLE index_clause (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  provider TEXT NOT NULL,
  contract_ref TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('proportional', 'fixed')),
  "index" TEXT NOT NULL CHECK ("index" IN ('diesel', 'petrol', 'cpi', 'wage_floor')),
  share_percent REAL NOT NULL CHECK (share_percent > 0 AND share_percent <= 100),
  fixed_percent REAL,
  base_month TEXT CHECK (length(base_month) = 7),
  lag_months INTEGER NOT NULL CHECK (lag_months BETWEEN 0 AND 24),
  cap_percent REAL CHECK (cap_percent >= 0),
  collar_percent REAL CHECK (collar_percent BETWEEN 0 AND 100),
  trigger_value REAL CHECK (trigger_value > 0),
  symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT CHECK (length(to_on) = 10 AND to_on >= from_on),
  source TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  CHECK (provider <> '' OR contract_ref <> ''),
  CHECK ((kind = 'fixed') = (fixed_percent IS NOT NULL))
) STRICT;
CREATE INDEX index_clause_provider ON index_clause (provider, contract_ref);

CREATE TABLE indexed_price (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  event_id INTEGER NOT NULL UNIQUE REFERENCES contract_event (id),
  effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
  base_pence INTEGER NOT NULL CHECK (base_pence >= 0),
  base_set_on TEXT CHECK (length(base_set_on) = 10),
  price_pence INTEGER NOT NULL CHECK (price_pence >= 0),
  fuel_pence INTEGER NOT NULL,
  labour_pence INTEGER NOT NULL,
  other_pence INTEGER NOT NULL,
  clauses TEXT NOT NULL CHECK (json_valid(clauses)),
  CHECK (base_pence + fuel_pence + labour_pence + other_pence = price_pence)
) STRICT;
CREATE INDEX indexed_price_contract ON indexed_price (contract_id, id);
CREATE TRIGGER indexed_price_stays BEFORE DELETE ON indexed_price
BEGIN SELECT RAISE(ABORT, 'An accepted price is never taken out'); END;
CREATE TRIGGER indexed_price_stands BEFORE UPDATE ON indexed_price
BEGIN SELECT RAISE(ABORT, 'An accepted price is never changed'); END;
`,
};
