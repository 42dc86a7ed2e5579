import type { Migration } from '../migrate.ts';

/**
 * The way home of every route and child. Plans made before knew the morning alone: their afternoon is the morning turned round, which is
 * the same to the second where distances are estimated; the audit says where it is not, on a road network.
 */
export const afternoons: Migration = {
  version: 170,
  sql: `
ALTER TABLE plan_route ADD COLUMN home_m REAL NOT NULL DEFAULT 0 CHECK (home_m >= 0);
ALTER TABLE plan_route ADD COLUMN home_duration_s REAL NOT NULL DEFAULT 0 CHECK (home_duration_s >= 0);
UPDATE plan_route SET home_m = distance_m, home_duration_s = duration_s;
ALTER TABLE plan_stop ADD COLUMN drop_off_order INTEGER NOT NULL DEFAULT 1 CHECK (drop_off_order > 0);
ALTER TABLE plan_stop ADD COLUMN drop_off_s REAL NOT NULL DEFAULT 0 CHECK (drop_off_s BETWEEN 0 AND 86399);
ALTER TABLE plan_stop ADD COLUMN home_ride_s REAL NOT NULL DEFAULT 0 CHECK (home_ride_s >= 0);
ALTER TABLE plan_stop ADD COLUMN home_direct_s REAL NOT NULL DEFAULT 0 CHECK (home_direct_s >= 0);
UPDATE plan_stop SET
  drop_off_order = (SELECT max(o.stop_order) FROM plan_stop o WHERE o.route_id = plan_stop.route_id) + 1 - stop_order,
  drop_off_s = min(86399, ride_s + (SELECT r.depart_s FROM plan_route r WHERE r.id = plan_stop.route_id)),
  home_ride_s = ride_s,
  home_direct_s = direct_s;
`,
};
