import type { Migration } from '../migrate.ts';

/**
 * The first schema. Positions are degrees (WGS84) in the box that holds Great Britain; money whole pence;
 * lengths metres; times seconds; dates ISO text; lists JSON text.
 */
export const first: Migration = {
  version: 10,
  sql: `
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id),
  entity TEXT NOT NULL CHECK (entity IN
    ('client', 'application', 'school', 'contract', 'stop', 'setting', 'cohort', 'plan', 'district')),
  ref TEXT NOT NULL,
  client_id INTEGER,
  field TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX history_client ON history (client_id, id) WHERE client_id IS NOT NULL;
CREATE INDEX history_change ON history (change_id);

CREATE TABLE setting (
  key TEXT NOT NULL,
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  value TEXT NOT NULL CHECK (json_valid(value)),
  unit TEXT NOT NULL,
  label TEXT NOT NULL,
  source TEXT NOT NULL,
  estimated INTEGER NOT NULL CHECK (estimated IN (0, 1)),
  PRIMARY KEY (key, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE district (
  code TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  lat REAL NOT NULL CHECK (lat BETWEEN 49 AND 61),
  lon REAL NOT NULL CHECK (lon BETWEEN -9 AND 3),
  boundary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE postcode (
  postcode TEXT NOT NULL PRIMARY KEY,
  lat REAL NOT NULL CHECK (lat BETWEEN 49 AND 61),
  lon REAL NOT NULL CHECK (lon BETWEEN -9 AND 3),
  district_code TEXT NOT NULL,
  country_code TEXT NOT NULL,
  error_m REAL NOT NULL CHECK (error_m >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
  urn INTEGER PRIMARY KEY CHECK (urn > 0),
  name TEXT NOT NULL,
  town TEXT NOT NULL,
  postcode TEXT NOT NULL,
  lat REAL CHECK (lat BETWEEN 49 AND 61),
  lon REAL CHECK (lon BETWEEN -9 AND 3),
  district_code TEXT NOT NULL,
  type_group TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  needs TEXT NOT NULL,
  designation TEXT NOT NULL,
  age_from INTEGER CHECK (age_from BETWEEN 0 AND 99),
  age_to INTEGER CHECK (age_to BETWEEN 0 AND 99),
  places INTEGER CHECK (places >= 0),
  roll INTEGER CHECK (roll >= 0),
  day_starts_s INTEGER CHECK (day_starts_s BETWEEN 0 AND 86399),
  day_ends_s INTEGER CHECK (day_ends_s BETWEEN 0 AND 86399),
  independent INTEGER NOT NULL CHECK (independent IN (0, 1)),
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;

CREATE TABLE term_span (
  urn INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('term', 'closed')),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10 AND to_on >= from_on),
  label TEXT NOT NULL,
  PRIMARY KEY (urn, kind, from_on, label)
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  forename TEXT NOT NULL,
  surname TEXT NOT NULL,
  date_of_birth TEXT CHECK (length(date_of_birth) = 10),
  year_group INTEGER CHECK (year_group BETWEEN -4 AND 20),
  carer_name TEXT NOT NULL,
  carer_relationship TEXT NOT NULL,
  phone TEXT NOT NULL,
  language_or_format TEXT NOT NULL,
  home_address TEXT NOT NULL,
  postcode TEXT NOT NULL,
  uprn TEXT NOT NULL,
  second_address TEXT NOT NULL,
  second_postcode TEXT NOT NULL,
  second_days TEXT NOT NULL,
  lat REAL CHECK (lat BETWEEN 49 AND 61),
  lon REAL CHECK (lon BETWEEN -9 AND 3),
  position_source TEXT NOT NULL CHECK (position_source IN ('none', 'postcode', 'coordinates', 'pin')),
  position_error_m REAL CHECK (position_error_m >= 0),
  district_code TEXT NOT NULL,
  care_status TEXT NOT NULL,
  school_urn INTEGER REFERENCES school (urn),
  school_given TEXT NOT NULL,
  school_urn_given TEXT NOT NULL,
  ehcp INTEGER CHECK (ehcp IN (0, 1)),
  section_i TEXT NOT NULL,
  need TEXT CHECK (need IN
    ('ASD', 'HI', 'MLD', 'MSI', 'OTH', 'PD', 'PMLD', 'SEMH', 'SLCN', 'SLD', 'SPLD', 'VI')),
  low_income_basis TEXT NOT NULL,
  religion_or_belief TEXT NOT NULL,
  social_worker INTEGER NOT NULL CHECK (social_worker IN (0, 1)),
  mobility TEXT CHECK (mobility IN
    ('walks', 'walks_with_aid', 'wheelchair_transfers', 'wheelchair_travels')),
  wheelchair TEXT NOT NULL,
  occupied_weight_kg REAL CHECK (occupied_weight_kg > 0),
  sole_occupancy INTEGER NOT NULL CHECK (sole_occupancy IN (0, 1)),
  sole_until TEXT CHECK (length(sole_until) = 10),
  assistant TEXT CHECK (assistant IN ('none', 'shared', 'own', 'medical')),
  not_with TEXT NOT NULL,
  equipment TEXT NOT NULL,
  medical TEXT NOT NULL,
  rescue_medication INTEGER NOT NULL CHECK (rescue_medication IN (0, 1)),
  risk_assessment_on TEXT CHECK (length(risk_assessment_on) = 10),
  handover TEXT NOT NULL,
  days TEXT NOT NULL,
  clinical_limit_s INTEGER CHECK (clinical_limit_s > 0),
  transport_start_on TEXT CHECK (length(transport_start_on) = 10),
  protected_address INTEGER NOT NULL CHECK (protected_address IN (0, 1)),
  notes TEXT NOT NULL,
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK ((lat IS NULL) = (position_source = 'none'))
) STRICT;
CREATE INDEX client_school ON client (school_urn);
CREATE INDEX client_postcode ON client (postcode);

CREATE TABLE application (
  ref TEXT NOT NULL PRIMARY KEY CHECK (ref <> ''),
  client_id INTEGER NOT NULL REFERENCES client (id),
  type TEXT NOT NULL,
  received_on TEXT CHECK (length(received_on) = 10),
  status TEXT NOT NULL CHECK (status IN ('received', 'checking', 'more_information', 'awarded',
    'part_awarded', 'refused', 'withdrawn', 'not_ours', 'ended')),
  tif_received_on TEXT CHECK (length(tif_received_on) = 10),
  tif_claimed_complete INTEGER NOT NULL CHECK (tif_claimed_complete IN (0, 1)),
  reminder_1_on TEXT CHECK (length(reminder_1_on) = 10),
  reminder_2_on TEXT CHECK (length(reminder_2_on) = 10),
  reminder_3_on TEXT CHECK (length(reminder_3_on) = 10),
  held_reason TEXT NOT NULL,
  held_accepted TEXT NOT NULL,
  questions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX application_client ON application (client_id, received_on);

CREATE TABLE cohort_member (
  ref TEXT NOT NULL PRIMARY KEY CHECK (ref <> ''),
  forename TEXT NOT NULL,
  surname TEXT NOT NULL,
  date_of_birth TEXT CHECK (length(date_of_birth) = 10),
  postcode TEXT NOT NULL,
  school_urn INTEGER REFERENCES school (urn),
  school_given TEXT NOT NULL,
  carer_name TEXT NOT NULL,
  application_ref TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE contract (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  route_ref TEXT NOT NULL,
  provider TEXT NOT NULL,
  vehicle_given TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats BETWEEN 0 AND 200),
  wheelchairs INTEGER NOT NULL CHECK (wheelchairs BETWEEN 0 AND 50),
  price_day_pence INTEGER NOT NULL CHECK (price_day_pence >= 0),
  assistant INTEGER NOT NULL CHECK (assistant IN (0, 1)),
  assistant_day_pence INTEGER NOT NULL CHECK (assistant_day_pence >= 0),
  days_a_year INTEGER NOT NULL CHECK (days_a_year BETWEEN 0 AND 366),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
  school_urn INTEGER REFERENCES school (urn),
  school_given TEXT NOT NULL,
  arrives_s INTEGER CHECK (arrives_s BETWEEN 0 AND 86399),
  departs_s INTEGER CHECK (departs_s BETWEEN 0 AND 86399),
  fuel_share_percent REAL CHECK (fuel_share_percent BETWEEN 0 AND 100),
  last_indexed_on TEXT CHECK (length(last_indexed_on) = 10),
  previous_day_pence INTEGER CHECK (previous_day_pence >= 0),
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))
) STRICT;
CREATE INDEX contract_school ON contract (school_urn);

CREATE TABLE contract_stop (
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  client_id INTEGER NOT NULL REFERENCES client (id),
  stop_order INTEGER NOT NULL CHECK (stop_order > 0),
  pick_up_s INTEGER CHECK (pick_up_s BETWEEN 0 AND 86399),
  released INTEGER NOT NULL CHECK (released IN (0, 1)),
  left_on TEXT CHECK (length(left_on) = 10),
  PRIMARY KEY (contract_id, client_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contract_stop_client ON contract_stop (client_id);

CREATE TABLE fuel_price (
  week_on TEXT NOT NULL PRIMARY KEY CHECK (length(week_on) = 10),
  petrol INTEGER NOT NULL CHECK (petrol > 0),
  diesel INTEGER NOT NULL CHECK (diesel > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE cpi_month (
  month TEXT NOT NULL PRIMARY KEY CHECK (length(month) = 7),
  "index" REAL NOT NULL CHECK ("index" > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE wage_floor (
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  min_age INTEGER NOT NULL CHECK (min_age >= 0),
  max_age INTEGER NOT NULL CHECK (max_age > min_age),
  pence_an_hour INTEGER NOT NULL CHECK (pence_an_hour > 0),
  PRIMARY KEY (from_on, min_age, max_age)
) STRICT, WITHOUT ROWID;

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
