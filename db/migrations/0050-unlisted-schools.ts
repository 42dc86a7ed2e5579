import type { Migration } from '../migrate.ts';

/** A running contract goes on in a plan even where its school is not among the schools imported. */
export const unlistedSchools: Migration = {
  version: 50,
  sql: `ALTER TABLE plan_route ALTER COLUMN school_urn DROP NOT NULL;`,
};
