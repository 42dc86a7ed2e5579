import type { Migration } from '../migrate.ts';

/**
 * What councils and publishers send, and its history. Positions are degrees (WGS84) in the box that holds Great Britain; money whole pence;
 * lengths metres; times seconds; dates ISO text; lists JSON text.
 */
export const records: Migration = {
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
`,
};
