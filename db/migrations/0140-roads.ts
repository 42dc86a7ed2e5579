import type { Migration } from '../migrate.ts';

/**
 * Which road network a plan was measured on ('' for none: estimated), and for each route whether all of its way is by road. Plans made
 * before were estimated throughout.
 */
export const roads: Migration = {
  version: 140,
  sql: `
ALTER TABLE plan ADD COLUMN roads TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_route ADD COLUMN distance_basis TEXT NOT NULL DEFAULT 'estimated'
  CHECK (distance_basis IN ('estimated', 'road'));
`,
};
