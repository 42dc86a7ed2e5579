import type { Migration } from '../migrate.ts';

/**
 * Steps of routes (drafted to handed back), and what a provider confirmed for each child. Of contracts that are there already the
 * register says only whether they are confirmed: their step is dated by the contract's start, or by the day it was taken in where that
 * is earlier, and says so. A contract that was handed back has its step from the day after its last.
 */
export const serviceSteps: Migration = {
  version: 195,
  sql: `
CREATE TABLE service_step (
  id INTEGER PRIMARY KEY,
  route_ref TEXT NOT NULL CHECK (route_ref <> ''),
  contract_id INTEGER REFERENCES contract (id),
  state TEXT NOT NULL CHECK (state IN
    ('drafted', 'out_to_tender', 'bids_in', 'awarded', 'confirmed', 'handed_back')),
  "on" TEXT NOT NULL CHECK (length("on") = 10),
  by TEXT NOT NULL CHECK (by <> ''),
  why TEXT NOT NULL,
  said_by TEXT NOT NULL DEFAULT '',
  how TEXT NOT NULL DEFAULT '' CHECK (how IN ('', 'email', 'telephone', 'letter', 'portal', 'meeting')),
  recorded TEXT NOT NULL,
  CHECK (contract_id IS NOT NULL OR state NOT IN ('confirmed', 'handed_back'))
) STRICT;
CREATE INDEX service_step_route ON service_step (route_ref, "on", id);
CREATE INDEX service_step_contract ON service_step (contract_id, "on", id);

CREATE TABLE confirmed_seat (
  contract_id INTEGER NOT NULL REFERENCES contract (id),
  client_id INTEGER NOT NULL REFERENCES client (id),
  place TEXT NOT NULL CHECK (place <> ''),
  mornings INTEGER NOT NULL CHECK (mornings BETWEEN 0 AND 31),
  afternoons INTEGER NOT NULL CHECK (afternoons BETWEEN 0 AND 31),
  PRIMARY KEY (contract_id, client_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX confirmed_seat_client ON confirmed_seat (client_id);

INSERT INTO service_step (route_ref, contract_id, state, "on", by, why, recorded)
SELECT CASE WHEN k.route_ref = '' THEN k.ref ELSE k.route_ref END, k.id,
  CASE WHEN k.confirmed = 1 THEN 'confirmed' ELSE 'awarded' END,
  min(k.starts_on, coalesce((SELECT substr(c.at, 1, 10) FROM history h JOIN change c ON c.id = h.change_id
    WHERE h.entity = 'contract' AND h.ref = k.ref AND h.field = '' ORDER BY h.id LIMIT 1), k.starts_on)),
  'Contract register',
  'As the register said before steps were kept; the day is that of the contract’s start, or of its import where that came first.', ''
FROM contract k ORDER BY k.id;

INSERT INTO service_step (route_ref, contract_id, state, "on", by, why, recorded)
SELECT CASE WHEN k.route_ref = '' THEN k.ref ELSE k.route_ref END, k.id, 'handed_back', date(b.last_day, '+1 day'), b.by, b.reason, ''
FROM hand_back b JOIN contract k ON k.id = b.contract_id ORDER BY b.id;
`,
};
