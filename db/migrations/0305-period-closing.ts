import type { Migration } from '../migrate.ts';

/**
 * Periods as they were signed off, and chosen forecasts of lines without contracts. A closing is never changed but to be opened again: another row closes the
 * period anew. Sums that follow from a line’s amounts (forecast, variance) have no column.
 */
export const periodClosing: Migration = {
  version: 305,
  sql: `
CREATE TABLE period_closing (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 12),
  known_on TEXT NOT NULL CHECK (length(known_on) = 10),
  closed_on TEXT NOT NULL CHECK (length(closed_on) = 10),
  closed_by TEXT NOT NULL CHECK (closed_by <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  last_ledger_id INTEGER NOT NULL CHECK (last_ledger_id >= 0),
  prices TEXT NOT NULL CHECK (json_valid(prices)),
  reopened_on TEXT CHECK (length(reopened_on) = 10),
  reopened_by TEXT CHECK (reopened_by <> ''),
  reopened_reason TEXT CHECK (reopened_reason <> ''),
  CHECK ((reopened_on IS NULL) = (reopened_by IS NULL) AND (reopened_on IS NULL) = (reopened_reason IS NULL))
) STRICT;
CREATE UNIQUE INDEX period_closing_stands ON period_closing (year, period) WHERE reopened_on IS NULL;
CREATE TABLE period_closing_line (
  closing_id INTEGER NOT NULL REFERENCES period_closing (id),
  line TEXT NOT NULL CHECK (line <> ''),
  original_pence INTEGER NOT NULL,
  current_pence INTEGER NOT NULL,
  actual_pence INTEGER NOT NULL,
  accrual_pence INTEGER NOT NULL,
  commitment_pence INTEGER NOT NULL,
  plan_pence INTEGER NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('contracts', 'budget', 'run_rate', 'typed')),
  contracts TEXT NOT NULL CHECK (json_valid(contracts)),
  PRIMARY KEY (closing_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_forecast (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  line TEXT NOT NULL CHECK (line <> ''),
  basis TEXT NOT NULL CHECK (basis IN ('budget', 'run_rate', 'typed')),
  pence INTEGER,
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  CHECK ((basis = 'typed') = (pence IS NOT NULL))
) STRICT;
CREATE INDEX line_forecast_year ON line_forecast (year, line, "on");
`,
};
