import type { Migration } from '../migrate.ts';

/**
 * The money as the council keeps it. A ledger line is never overwritten by another amount: `nth` tells lines that are alike apart, so that
 * the same ledger taken in again adds nothing. What a saving delivered has no column: it is reckoned from the contracts' prices.
 */
export const money: Migration = {
  version: 285,
  sql: `
CREATE TABLE cost_code (
  code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
  line TEXT CHECK (line <> ''),
  label TEXT NOT NULL
) STRICT;
CREATE TABLE budget_entry (
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  code TEXT NOT NULL REFERENCES cost_code (code),
  amount_pence INTEGER NOT NULL,
  PRIMARY KEY (year, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE virement (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  code TEXT NOT NULL REFERENCES cost_code (code),
  pence INTEGER NOT NULL CHECK (pence <> 0),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by TEXT NOT NULL CHECK (by <> '')
) STRICT;
CREATE INDEX virement_year ON virement (year, code, "on");
CREATE TABLE ledger_line (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 12),
  code TEXT NOT NULL REFERENCES cost_code (code),
  posted_on TEXT CHECK (length(posted_on) = 10),
  document TEXT NOT NULL,
  provider TEXT NOT NULL,
  contract_ref TEXT NOT NULL,
  invoice_ref TEXT NOT NULL,
  narrative TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  held TEXT NOT NULL CHECK (held IN ('', 'currency', 'formula', 'unclear')),
  given TEXT NOT NULL,
  nth INTEGER NOT NULL CHECK (nth > 0),
  file TEXT NOT NULL,
  imported_on TEXT NOT NULL CHECK (length(imported_on) = 10),
  CHECK (held = '' OR amount_pence = 0)
) STRICT;
CREATE INDEX ledger_line_year ON ledger_line (year, period, code);
CREATE TABLE saving (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  owner TEXT NOT NULL CHECK (owner <> ''),
  baseline TEXT NOT NULL,
  baseline_pence INTEGER NOT NULL CHECK (baseline_pence >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('cashable', 'avoided')),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  profile TEXT NOT NULL CHECK (json_array_length(profile) = 12),
  contracts TEXT NOT NULL CHECK (json_valid(contracts))
) STRICT;
CREATE TABLE benchmark (
  id INTEGER PRIMARY KEY,
  line TEXT CHECK (line <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  year TEXT NOT NULL,
  pence INTEGER NOT NULL,
  unit TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  definition TEXT NOT NULL CHECK (definition <> '')
) STRICT;
CREATE UNIQUE INDEX benchmark_name ON benchmark (name, coalesce(line, ''), year, source);
`,
};
