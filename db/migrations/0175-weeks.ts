import type { Migration } from '../migrate.ts';

/**
 * From which address and on which days each stop of a plan is made: until now from the home of the record on every day. A client may be
 * without a vehicle on some days alone (days as a mask, null for all of them).
 */
export const weeks: Migration = {
  version: 175,
  sql: `
ALTER TABLE plan_stop ADD COLUMN place TEXT NOT NULL DEFAULT 'home' CHECK (place <> '');
ALTER TABLE plan_stop ADD COLUMN mornings INTEGER NOT NULL DEFAULT 31 CHECK (mornings BETWEEN 0 AND 31);
ALTER TABLE plan_stop ADD COLUMN afternoons INTEGER NOT NULL DEFAULT 31 CHECK (afternoons BETWEEN 0 AND 31);
ALTER TABLE plan_unallocated ADD COLUMN days INTEGER CHECK (days BETWEEN 0 AND 31);
`,
};
