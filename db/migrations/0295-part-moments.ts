import type { Migration } from '../migrate.ts';

/**
 * After which row of `carriage` a stop on some days came to be known: change notices name what was known by such a row. Of stops noted
 * before, everybody is taken to know: of them nothing is told anew.
 */
export const partMoments: Migration = {
  version: 295,
  sql: `
ALTER TABLE part_carriage ADD COLUMN after_row INTEGER NOT NULL DEFAULT -1;
CREATE INDEX part_carriage_after ON part_carriage (after_row);
`,
};
