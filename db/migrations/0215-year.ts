import type { Migration } from '../migrate.ts';

/** Puts among what is searched the words of an entry about a child; never of a restricted one, nor of one entered by mistake. */
const keep = (row: string, from: string): string => `INSERT INTO note_text (rowid, words)
  SELECT ${row}.id * 8 + 7, ${row}.what || ' ' || ${row}.told_by || ' ' || ${row}.outcome${from}
  WHERE ${row}.restricted = 0 AND ${row}.withdrawn = 0 AND ${row}.client_id IS NOT NULL;`;
const CONTACT = keep('new', '');

/** Fills the search with every entry there is. */
export const ALL_CONTACTS = keep('contact', ' FROM contact');

/**
 * The year through: days on which schools differ from their terms, absences and contracts' own rules of standing down, the contact log
 * (into which the problems of routes go), and providers' invoices. What is written of safeguarding lies in `contact_restricted`
 * alone: of a restricted entry `contact` and `contact_step` hold no words, so no list, search, history or file made of them has any.
 */
export const year: Migration = {
  version: 215,
  sql: `
CREATE TABLE school_day (
  urn INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'open', 'early', 'starts', 'days')),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10 AND to_on >= from_on),
  year_groups TEXT NOT NULL CHECK (json_valid(year_groups)),
  days INTEGER NOT NULL CHECK (days BETWEEN 0 AND 31),
  ends_s INTEGER CHECK (ends_s BETWEEN 0 AND 86399),
  why TEXT NOT NULL,
  PRIMARY KEY (urn, from_on, kind, year_groups),
  CHECK ((kind = 'early') = (ends_s IS NOT NULL)),
  CHECK (kind <> 'days' OR days > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('child', 'school', 'provider')),
  client_id INTEGER REFERENCES client (id),
  urn INTEGER REFERENCES school (urn),
  contract_id INTEGER REFERENCES contract (id),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10 AND to_on >= from_on),
  legs TEXT NOT NULL CHECK (legs IN ('both', 'morning', 'afternoon')),
  told_on TEXT CHECK (length(told_on) = 10),
  told_s INTEGER CHECK (told_s BETWEEN 0 AND 86399),
  why TEXT NOT NULL,
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_why TEXT NOT NULL DEFAULT '',
  CHECK ((kind = 'child') = (client_id IS NOT NULL)),
  CHECK ((kind = 'school') = (urn IS NOT NULL)),
  CHECK ((kind = 'provider') = (contract_id IS NOT NULL)),
  CHECK ((told_on IS NULL) = (told_s IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = ''))
) STRICT;
CREATE INDEX absence_client ON absence (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX absence_from ON absence (from_on, to_on);

CREATE TABLE contract_rule (
  contract_id INTEGER NOT NULL PRIMARY KEY REFERENCES contract (id),
  days_before INTEGER NOT NULL CHECK (days_before BETWEEN 0 AND 30),
  by_s INTEGER NOT NULL CHECK (by_s BETWEEN 0 AND 86399),
  share_percent INTEGER NOT NULL CHECK (share_percent BETWEEN 0 AND 100),
  source TEXT NOT NULL CHECK (source <> '')
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  client_id INTEGER REFERENCES client (id),
  route_ref TEXT NOT NULL,
  provider TEXT NOT NULL,
  urn INTEGER REFERENCES school (urn),
  happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
  what TEXT NOT NULL,
  told_by TEXT NOT NULL,
  recorded_on TEXT NOT NULL CHECK (length(recorded_on) = 10),
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),
  follow_up_on TEXT CHECK (length(follow_up_on) = 10),
  closed_on TEXT CHECK (length(closed_on) = 10),
  closed_by TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL DEFAULT '',
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
  CHECK (client_id IS NOT NULL OR route_ref <> '' OR provider <> '' OR urn IS NOT NULL),
  CHECK ((kind = 'safeguarding') = (restricted = 1)),
  CHECK (restricted = 0 OR (what = '' AND told_by = '' AND outcome = '')),
  CHECK (restricted = 1 OR what <> ''),
  CHECK ((closed_on IS NULL) = (closed_by = ''))
) STRICT;
CREATE INDEX contact_client ON contact (client_id, id) WHERE client_id IS NOT NULL;
CREATE INDEX contact_route ON contact (route_ref, id) WHERE route_ref <> '';
CREATE INDEX contact_open ON contact (id) WHERE closed_on IS NULL;
CREATE INDEX contact_day ON contact (happened_on, id);

CREATE TABLE contact_step (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  words TEXT NOT NULL,
  restricted INTEGER NOT NULL CHECK (restricted IN (0, 1)),
  CHECK (restricted = 0 OR words = '')
) STRICT;
CREATE INDEX contact_step_contact ON contact_step (contact_id, id);

CREATE TABLE contact_restricted (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  step_id INTEGER REFERENCES contact_step (id),
  words TEXT NOT NULL,
  told_by TEXT NOT NULL
) STRICT;
CREATE INDEX contact_restricted_contact ON contact_restricted (contact_id, id);

CREATE TABLE invoice (
  id INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  ref TEXT NOT NULL CHECK (ref <> ''),
  dated_on TEXT CHECK (length(dated_on) = 10),
  file TEXT NOT NULL,
  imported_on TEXT NOT NULL CHECK (length(imported_on) = 10),
  UNIQUE (provider, ref)
) STRICT;

CREATE TABLE invoice_line (
  id INTEGER PRIMARY KEY,
  invoice_id INTEGER NOT NULL REFERENCES invoice (id),
  line INTEGER NOT NULL CHECK (line > 0),
  contract_ref TEXT NOT NULL,
  item TEXT NOT NULL CHECK (item IN ('', 'vehicle', 'assistant')),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  to_on TEXT NOT NULL CHECK (length(to_on) = 10 AND to_on >= from_on),
  half_days INTEGER CHECK (half_days BETWEEN 0 AND 1000),
  unit_pence INTEGER CHECK (unit_pence >= 0),
  amount_pence INTEGER NOT NULL,
  vat_pence INTEGER,
  note TEXT NOT NULL,
  held TEXT NOT NULL CHECK (held IN ('', 'currency', 'formula', 'unclear')),
  given TEXT NOT NULL,
  UNIQUE (invoice_id, line),
  CHECK (held = '' OR amount_pence = 0)
) STRICT;
CREATE INDEX invoice_line_contract ON invoice_line (contract_ref, from_on);

CREATE TABLE invoice_step (
  id INTEGER PRIMARY KEY,
  line_id INTEGER NOT NULL REFERENCES invoice_line (id),
  kind TEXT NOT NULL CHECK (kind IN ('queried', 'accepted', 'credited')),
  pence INTEGER NOT NULL CHECK (pence >= 0),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  why TEXT NOT NULL CHECK (why <> '')
) STRICT;
CREATE INDEX invoice_step_line ON invoice_step (line_id, id);

INSERT INTO contact (id, kind, client_id, route_ref, provider, urn, happened_on, what, told_by, recorded_on, recorded_by,
  closed_on, closed_by, outcome, restricted)
SELECT p.id, p.kind, p.client_id, p.route_ref,
  coalesce((SELECT k.provider FROM contract k WHERE k.route_ref = p.route_ref ORDER BY k.starts_on DESC, k.id DESC LIMIT 1), ''),
  coalesce((SELECT c.school_urn FROM client c JOIN school s ON s.urn = c.school_urn WHERE c.id = p.client_id),
    (SELECT k.school_urn FROM contract k WHERE k.route_ref = p.route_ref ORDER BY k.starts_on DESC, k.id DESC LIMIT 1)),
  p.happened_on, p.what, p.told_by, p.recorded_on, p.recorded_by, p.closed_on, p.closed_by, p.outcome, 0
FROM route_problem p;
INSERT INTO contact_step (contact_id, kind, "on", by, words, restricted)
SELECT id, 'closed', closed_on, closed_by, outcome, 0 FROM contact WHERE closed_on IS NOT NULL ORDER BY id;
DROP TABLE route_problem;

DELETE FROM note_text WHERE rowid % 8 = 7;
${ALL_CONTACTS}
CREATE TRIGGER contact_prose_added AFTER INSERT ON contact
BEGIN ${CONTACT} END;
CREATE TRIGGER contact_prose_changed AFTER UPDATE OF what, told_by, outcome, restricted, withdrawn ON contact
BEGIN DELETE FROM note_text WHERE rowid = old.id * 8 + 7; ${CONTACT} END;
`,
};
