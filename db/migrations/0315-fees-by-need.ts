import type { Migration } from '../migrate.ts';

/**
 * A school's fee may be of one need, of one phase, or of both: special schools and units ask by band. '' is of every one, which is what each
 * fee was until now. The journal's keys and kept rows say so too, so that a fee entered before can still be undone. The day stands
 * before need and phase, so that a key reads as it did.
 */
export const feesByNeed: Migration = {
  version: 315,
  sql: `
CREATE TABLE placement_fee_next (
  school_urn INTEGER NOT NULL REFERENCES school (urn),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  need TEXT NOT NULL DEFAULT '',
  phase TEXT NOT NULL DEFAULT '',
  fee_pence INTEGER NOT NULL CHECK (fee_pence BETWEEN 0 AND 100000000),
  source TEXT NOT NULL CHECK (source <> ''),
  PRIMARY KEY (school_urn, from_on, need, phase)
) STRICT;
INSERT INTO placement_fee_next (school_urn, from_on, fee_pence, source)
  SELECT school_urn, from_on, fee_pence, source FROM placement_fee;
DROP TABLE placement_fee;
ALTER TABLE placement_fee_next RENAME TO placement_fee;
UPDATE row_change SET key = json_array(json_extract(key, '$[0]'), json_extract(key, '$[1]'), '', '')
  WHERE record = 'placement_fee';
UPDATE row_change SET before = json_set(before, '$.need', '', '$.phase', '')
  WHERE record = 'placement_fee' AND field = '' AND before IS NOT NULL;
`,
};
