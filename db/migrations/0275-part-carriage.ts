import type { Migration } from '../migrate.ts';

/**
 * How children are carried on some days: from or to another address or school, or from home on a part of the week. A row stands until a later
 * one of the same child and place; '' as the route: no longer. The plan in use is read into it; of days before it nothing is known, which
 * `part_carriage_since` says. Where no plan was there, it stays empty: everything is known.
 */
export const partCarriage: Migration = {
  version: 275,
  sql: `
CREATE TABLE part_carriage (
  id INTEGER PRIMARY KEY,
  client_id INTEGER NOT NULL REFERENCES client (id),
  place TEXT NOT NULL CHECK (place <> ''),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10),
  plan_id INTEGER NOT NULL,
  route_ref TEXT NOT NULL,
  provider TEXT NOT NULL,
  vehicle_class TEXT NOT NULL,
  assistant INTEGER NOT NULL CHECK (assistant IN (0, 1)),
  school_urn INTEGER,
  mornings INTEGER NOT NULL CHECK (mornings BETWEEN 0 AND 31),
  afternoons INTEGER NOT NULL CHECK (afternoons BETWEEN 0 AND 31),
  pick_up_s REAL,
  arrive_s REAL,
  depart_s REAL,
  drop_off_s REAL
) STRICT;
CREATE INDEX part_carriage_stop ON part_carriage (client_id, place, id);
CREATE TRIGGER part_carriage_stays BEFORE DELETE ON part_carriage
BEGIN SELECT RAISE(ABORT, 'How a child was carried is never taken out'); END;
CREATE TRIGGER part_carriage_stands BEFORE UPDATE ON part_carriage
BEGIN SELECT RAISE(ABORT, 'How a child was carried is never changed'); END;

CREATE TABLE part_carriage_since (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  from_on TEXT NOT NULL CHECK (length(from_on) = 10)
) STRICT;

INSERT INTO part_carriage_since (id, from_on)
SELECT 1, made_on FROM plan WHERE status <> 'superseded' ORDER BY id DESC LIMIT 1;

INSERT INTO part_carriage (client_id, place, from_on, plan_id, route_ref, provider, vehicle_class, assistant, school_urn, mornings,
  afternoons, pick_up_s, arrive_s, depart_s, drop_off_s)
SELECT s.client_id, s.place, p.made_on, p.id, r.ref, r.provider, r.vehicle_class, r.assistant, coalesce(s.school_urn, r.school_urn),
  s.mornings, s.afternoons, s.pick_up_s,
  coalesce((SELECT c.value ->> 'arrive_s' FROM json_each(r.calls) c WHERE c.value ->> 'school_urn' = s.school_urn), r.arrive_s),
  coalesce((SELECT c.value ->> 'depart_s' FROM json_each(r.calls) c WHERE c.value ->> 'school_urn' = s.school_urn), r.depart_s),
  s.drop_off_s
FROM plan p JOIN plan_route r ON r.plan_id = p.id JOIN plan_stop s ON s.route_id = r.id
WHERE p.id = (SELECT id FROM plan WHERE status <> 'superseded' ORDER BY id DESC LIMIT 1)
  AND NOT (s.place = 'home' AND s.mornings = 31 AND s.afternoons = 31)
ORDER BY s.client_id, s.place;
`,
};
