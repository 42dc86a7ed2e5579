import type { Migration } from '../migrate.ts';

/** Import reports and remembered mappings, saved views, and what is derived: states of clients and the words they are found by. */
export const reads: Migration = {
  version: 30,
  sql: `
CREATE TABLE import_report (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('applications', 'contracts', 'cohort', 'term-dates', 'schools',
    'postcodes', 'fuel', 'cpi', 'wages', 'boundaries')),
  files TEXT NOT NULL,
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  read INTEGER NOT NULL CHECK (read >= 0),
  added INTEGER NOT NULL CHECK (added >= 0),
  changed INTEGER NOT NULL CHECK (changed >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  held INTEGER NOT NULL CHECK (held >= 0),
  refused INTEGER NOT NULL CHECK (refused >= 0),
  warnings INTEGER NOT NULL CHECK (warnings >= 0),
  CHECK (added + changed + unchanged + held + refused = read)
) STRICT;
CREATE INDEX import_report_kind ON import_report (kind, id);

CREATE TABLE import_row (
  report_id INTEGER NOT NULL REFERENCES import_report (id) ON DELETE CASCADE,
  row_order INTEGER NOT NULL CHECK (row_order > 0),
  line INTEGER NOT NULL CHECK (line >= 0),
  "column" TEXT NOT NULL,
  value TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('held', 'refused', 'warning', 'not_record')),
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (report_id, row_order)
) STRICT, WITHOUT ROWID;

CREATE TABLE column_mapping (
  kind TEXT NOT NULL,
  signature TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  PRIMARY KEY (kind, signature)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  filter TEXT NOT NULL CHECK (json_valid(filter)),
  sort TEXT NOT NULL,
  descending INTEGER NOT NULL CHECK (descending IN (0, 1))
) STRICT;

CREATE TABLE derived (
  key TEXT NOT NULL PRIMARY KEY,
  basis TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE client_state (
  client_id INTEGER PRIMARY KEY REFERENCES client (id),
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  school_urn INTEGER,
  school TEXT NOT NULL,
  school_placed INTEGER NOT NULL CHECK (school_placed IN (0, 1)),
  need TEXT,
  year_group INTEGER,
  application_ref TEXT NOT NULL,
  type TEXT NOT NULL,
  received_on TEXT,
  status TEXT NOT NULL,
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  questions INTEGER NOT NULL CHECK (questions >= 0),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  tif TEXT NOT NULL CHECK (tif IN ('complete', 'incomplete', 'none', 'not_needed')),
  tif_checked INTEGER NOT NULL CHECK (tif_checked IN (0, 1)),
  phase TEXT,
  first_day TEXT,
  position_source TEXT NOT NULL,
  district TEXT NOT NULL,
  district_code TEXT NOT NULL,
  protected_address INTEGER NOT NULL CHECK (protected_address IN (0, 1)),
  words TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  transport TEXT NOT NULL CHECK (transport IN
    ('in_place', 'planned', 'unallocated', 'not_planned', 'closed')),
  reason TEXT NOT NULL,
  route_id INTEGER,
  contract_id INTEGER
) STRICT;
CREATE INDEX client_state_name ON client_state (name_key, client_id);
CREATE INDEX client_state_ref ON client_state (ref);
CREATE INDEX client_state_school ON client_state (school, name_key, client_id);
CREATE INDEX client_state_received ON client_state (received_on, name_key, client_id);
CREATE INDEX client_state_status ON client_state (status, name_key, client_id);
CREATE INDEX client_state_need ON client_state (need, name_key, client_id);
CREATE INDEX client_state_tif ON client_state (tif, name_key, client_id);
CREATE INDEX client_state_transport ON client_state (transport, name_key, client_id);
CREATE INDEX client_state_first_day ON client_state (first_day, name_key, client_id);
CREATE INDEX client_state_district ON client_state (district, name_key, client_id);
CREATE INDEX client_state_urn ON client_state (school_urn, name_key, client_id);

CREATE VIRTUAL TABLE client_text USING fts5 (
  words, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE school_text USING fts5 (
  words, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);
`,
};
