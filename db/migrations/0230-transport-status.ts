import type { Migration } from '../migrate.ts';

/**
 * Who has transport, worked out by one definition (`shared/service/status.ts`) and kept with the client's state: the days and ways needed,
 * what the child asks of vehicle and crew (JSON, '' for just a seat), the day that counts, why not (a code of `NOT_YET`), since when, and
 * to which last day where it is so. Contracts that were handed back before this have what their provider had confirmed: every day of the
 * seats that were freed by it. All states are worked out anew at the next read.
 */
export const transportStatus: Migration = {
  version: 230,
  sql: `
ALTER TABLE client_state ADD COLUMN mornings INTEGER NOT NULL DEFAULT 31 CHECK (mornings BETWEEN 0 AND 31);
ALTER TABLE client_state ADD COLUMN afternoons INTEGER NOT NULL DEFAULT 31 CHECK (afternoons BETWEEN 0 AND 31);
ALTER TABLE client_state ADD COLUMN asks TEXT NOT NULL DEFAULT '';
ALTER TABLE client_state ADD COLUMN needed_on TEXT CHECK (length(needed_on) = 10);
ALTER TABLE client_state ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE client_state ADD COLUMN why_since TEXT CHECK (length(why_since) = 10);
ALTER TABLE client_state ADD COLUMN until_on TEXT CHECK (length(until_on) = 10);
CREATE INDEX client_state_why ON client_state (why, name_key, client_id);
DELETE FROM meta WHERE key = 'state_day';

INSERT INTO confirmed_seat (contract_id, client_id, place, mornings, afternoons)
SELECT cs.contract_id, cs.client_id, 'home', 31, 31 FROM contract_stop cs
WHERE cs.released = 1 AND cs.left_on IS NULL AND EXISTS (SELECT 1 FROM hand_back b WHERE b.contract_id = cs.contract_id)
ON CONFLICT DO NOTHING;
`,
};
