import type { Migration } from '../migrate.ts';

/**
 * Tenders and their lots, who was asked, bids, marks, awards, and what became of contracts. What was bid and awarded is never changed or
 * taken out; a lot has one award that stands, whoever writes it.
 */
export const lots: Migration = {
  version: 205,
  sql: `
CREATE TABLE tender (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  opens_at TEXT NOT NULL CHECK (length(opens_at) = 16),
  closes_at TEXT NOT NULL CHECK (length(closes_at) = 16 AND closes_at > opens_at),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
  notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 366),
  rules TEXT NOT NULL CHECK (json_valid(rules)),
  made_on TEXT NOT NULL CHECK (length(made_on) = 10),
  made_by TEXT NOT NULL CHECK (made_by <> ''),
  cancelled_on TEXT CHECK (length(cancelled_on) = 10),
  cancelled_by TEXT NOT NULL DEFAULT '',
  cancelled_reason TEXT NOT NULL DEFAULT '',
  CHECK ((cancelled_on IS NULL) = (cancelled_by = '')),
  CHECK ((cancelled_on IS NULL) = (cancelled_reason = ''))
) STRICT;

CREATE TABLE lot (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  ref TEXT NOT NULL UNIQUE CHECK (ref <> ''),
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  plan_id INTEGER NOT NULL,
  specification TEXT NOT NULL CHECK (json_valid(specification)),
  model_day_pence INTEGER NOT NULL CHECK (model_day_pence >= 0),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (tender_id, route_ref),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE INDEX lot_route ON lot (route_ref, id);

CREATE TABLE tender_invitation (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  provider TEXT NOT NULL CHECK (provider <> ''),
  invited_on TEXT NOT NULL CHECK (length(invited_on) = 10),
  invited_by TEXT NOT NULL CHECK (invited_by <> ''),
  written_at TEXT CHECK (length(written_at) = 16),
  written_by TEXT NOT NULL DEFAULT '',
  handed_on TEXT CHECK (length(handed_on) = 10),
  handed_by TEXT NOT NULL DEFAULT '',
  handed_how TEXT NOT NULL DEFAULT '',
  UNIQUE (tender_id, provider),
  CHECK ((written_at IS NULL) = (written_by = '')),
  CHECK ((handed_on IS NULL) = (handed_by = '')),
  CHECK ((handed_on IS NULL) = (handed_how = ''))
) STRICT;

CREATE TABLE bid (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER NOT NULL REFERENCES lot (id),
  provider TEXT NOT NULL CHECK (provider <> ''),
  received_at TEXT NOT NULL CHECK (length(received_at) = 16),
  file TEXT NOT NULL,
  given TEXT NOT NULL CHECK (json_valid(given)),
  price_day_pence INTEGER,
  assistant_day_pence INTEGER NOT NULL,
  vehicle_class TEXT NOT NULL,
  problems TEXT NOT NULL CHECK (json_valid(problems)),
  accepted_on TEXT CHECK (length(accepted_on) = 10),
  accepted_by TEXT NOT NULL DEFAULT '',
  accepted_reason TEXT NOT NULL DEFAULT '',
  replaced_by INTEGER REFERENCES bid (id),
  CHECK ((accepted_on IS NULL) = (accepted_by = '')),
  CHECK ((accepted_on IS NULL) = (accepted_reason = '')),
  CHECK (problems <> '[]' OR (price_day_pence IS NOT NULL AND price_day_pence > 0 AND assistant_day_pence >= 0))
) STRICT;
CREATE INDEX bid_lot ON bid (lot_id, id);
CREATE TRIGGER bid_stays BEFORE DELETE ON bid
BEGIN SELECT RAISE(ABORT, 'A bid is never taken out'); END;
CREATE TRIGGER bid_stands BEFORE UPDATE ON bid
WHEN NEW.lot_id <> OLD.lot_id OR NEW.provider <> OLD.provider OR NEW.received_at <> OLD.received_at OR NEW.given <> OLD.given OR
  NEW.price_day_pence IS NOT OLD.price_day_pence OR NEW.assistant_day_pence <> OLD.assistant_day_pence OR
  NEW.vehicle_class <> OLD.vehicle_class OR NEW.problems <> OLD.problems OR
  (OLD.accepted_on IS NOT NULL AND NEW.accepted_on IS NULL) OR (OLD.replaced_by IS NOT NULL AND NEW.replaced_by IS NOT OLD.replaced_by)
BEGIN SELECT RAISE(ABORT, 'What was bid is never changed'); END;

CREATE TABLE bid_answer (
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  provider TEXT NOT NULL CHECK (provider <> ''),
  question_id TEXT NOT NULL CHECK (question_id <> ''),
  answer TEXT NOT NULL,
  PRIMARY KEY (tender_id, provider, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE bid_score (
  id INTEGER PRIMARY KEY,
  tender_id INTEGER NOT NULL REFERENCES tender (id),
  provider TEXT NOT NULL CHECK (provider <> ''),
  question_id TEXT NOT NULL CHECK (question_id <> ''),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 5),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by TEXT NOT NULL CHECK (by <> ''),
  "on" TEXT NOT NULL CHECK (length("on") = 10)
) STRICT;
CREATE INDEX bid_score_tender ON bid_score (tender_id, id);

CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  lot_id INTEGER REFERENCES lot (id),
  bid_id INTEGER REFERENCES bid (id),
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  contract_id INTEGER NOT NULL UNIQUE REFERENCES contract (id),
  provider TEXT NOT NULL CHECK (provider <> ''),
  price_day_pence INTEGER NOT NULL CHECK (price_day_pence > 0),
  assistant_day_pence INTEGER NOT NULL CHECK (assistant_day_pence >= 0),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
  notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 366),
  standstill_until TEXT CHECK (length(standstill_until) = 10),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  signed_reason TEXT NOT NULL CHECK (signed_reason <> ''),
  withdrawn_on TEXT CHECK (length(withdrawn_on) = 10),
  withdrawn_by TEXT NOT NULL DEFAULT '',
  withdrawn_reason TEXT NOT NULL DEFAULT '',
  CHECK ((lot_id IS NULL) = (bid_id IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_by = '')),
  CHECK ((withdrawn_on IS NULL) = (withdrawn_reason = ''))
) STRICT;
CREATE UNIQUE INDEX award_of_lot ON award (lot_id) WHERE withdrawn_on IS NULL AND lot_id IS NOT NULL;
CREATE INDEX award_route ON award (route_ref, id);
CREATE TRIGGER award_of_the_lots_bid BEFORE INSERT ON award
WHEN NEW.lot_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM bid b JOIN lot l ON l.id = b.lot_id WHERE b.id = NEW.bid_id AND l.id = NEW.lot_id AND b.provider = NEW.provider
    AND l.route_ref = NEW.route_ref AND l.withdrawn_on IS NULL)
BEGIN SELECT RAISE(ABORT, 'An award is of a bid for that very lot'); END;
CREATE TRIGGER award_stays BEFORE DELETE ON award
BEGIN SELECT RAISE(ABORT, 'An award is never taken out'); END;
CREATE TRIGGER award_stands BEFORE UPDATE ON award
WHEN OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.lot_id IS NOT OLD.lot_id OR NEW.bid_id IS NOT OLD.bid_id OR
  NEW.route_ref <> OLD.route_ref OR NEW.contract_id <> OLD.contract_id OR NEW.provider <> OLD.provider OR
  NEW.price_day_pence <> OLD.price_day_pence OR NEW.assistant_day_pence <> OLD.assistant_day_pence OR
  NEW.starts_on <> OLD.starts_on OR NEW.ends_on <> OLD.ends_on OR NEW.signed_on <> OLD.signed_on OR
  NEW.signed_by <> OLD.signed_by OR NEW.signed_reason <> OLD.signed_reason
BEGIN SELECT RAISE(ABORT, 'An award is never changed, and withdrawn once'); END;

CREATE TABLE contract_event (
  id INTEGER PRIMARY KEY,
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'variation', 'default', 'extension')),
  effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
  price_before_pence INTEGER NOT NULL CHECK (price_before_pence >= 0),
  price_after_pence INTEGER NOT NULL CHECK (price_after_pence >= 0),
  assistant_before_pence INTEGER NOT NULL CHECK (assistant_before_pence >= 0),
  assistant_after_pence INTEGER NOT NULL CHECK (assistant_after_pence >= 0),
  ends_before TEXT NOT NULL CHECK (length(ends_before) = 10),
  ends_after TEXT NOT NULL CHECK (length(ends_after) = 10),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  signed_by TEXT NOT NULL CHECK (signed_by <> ''),
  signed_reason TEXT NOT NULL CHECK (signed_reason <> '')
) STRICT;
CREATE INDEX contract_event_contract ON contract_event (contract_id, id);
CREATE TRIGGER contract_event_stays BEFORE DELETE ON contract_event
BEGIN SELECT RAISE(ABORT, 'What happened to a contract is never taken out'); END;
CREATE TRIGGER contract_event_stands BEFORE UPDATE ON contract_event
BEGIN SELECT RAISE(ABORT, 'What happened to a contract is never changed'); END;
`,
};
