/** How children were carried from which day, noted with every plan in use. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { Carriage, PartCarriage, SchoolDay } from '../../shared/model/carriage.ts';
import { toRecord } from '../rows.ts';
import type { Session } from '../session.ts';
import type { SheetsStore } from '../sheets-aggregate.ts';

const CARRIAGE = `client_id, from_on, plan_id, route_ref, contract_id, provider, vehicle_class, assistant, school_urn, pick_up_s,
  arrive_s, depart_s, drop_off_s, confirmed`;

const PART = `client_id, place, from_on, plan_id, route_ref, provider, vehicle_class, assistant, school_urn, mornings, afternoons,
  pick_up_s, arrive_s, depart_s, drop_off_s`;

/** On a shared route each child has their own school, and its call the times. */
const OWN_SCHOOL = 'coalesce(s.school_urn, r.school_urn)';
function ownTime(column: 'arrive_s' | 'depart_s'): string {
  return `coalesce((SELECT c.value ->> '${column}' FROM json_each(r.calls) c WHERE c.value ->> 'school_urn' = s.school_urn), r.${column})`;
}

interface DayRow {
  readonly urn: number;
  readonly field: 'day_starts_s' | 'day_ends_s';
  readonly before: string;
}

/** Rows newest first: of several the oldest, which comes last, stands. A time that did not change is left out. */
function schoolDays(rows: readonly DayRow[]): ReadonlyMap<number, Partial<SchoolDay>> {
  const found = new Map<number, Partial<SchoolDay>>();
  for (const { urn, field, before } of rows) {
    const seconds = before === '' ? null : Number(before);
    const key = field === 'day_starts_s' ? 'starts_s' : 'ends_s';
    found.set(urn, { ...found.get(urn), urn, [key]: seconds });
  }
  return found;
}

/** How children were carried on a day, every day and on some. */
export function carriageReaders({
  sql,
}: Session): Pick<
  SheetsStore,
  'carriageOn' | 'carriageSince' | 'partCarriageOn' | 'partCarriageSince' | 'schoolDaysAt'
> {
  const on = sql.prepare(
    `SELECT ${CARRIAGE} FROM carriage
     WHERE id IN (SELECT max(id) FROM carriage WHERE from_on <= ? GROUP BY client_id) ORDER BY client_id`,
  );
  const since = sql.prepare('SELECT min(from_on) FROM carriage').pluck();
  const partOn = sql.prepare(
    `SELECT ${PART} FROM part_carriage
     WHERE id IN (SELECT max(id) FROM part_carriage WHERE from_on <= ? GROUP BY client_id, place) AND route_ref <> ''
     ORDER BY client_id, place`,
  );
  const partSince = sql.prepare('SELECT from_on FROM part_carriage_since').pluck();
  // The first value that was overwritten after the day is the one that held at its end.
  const daysAt = sql.prepare(
    `SELECT s.urn, h.field, h.before FROM history h JOIN change c ON c.id = h.change_id JOIN school s ON CAST(s.urn AS TEXT) = h.ref
     WHERE h.entity = 'school' AND h.field IN ('day_starts_s', 'day_ends_s') AND substr(c.at, 1, 10) > ? ORDER BY h.id DESC`,
  );
  return {
    carriageOn: (day) =>
      on
        .all(day)
        .map((row) => toRecord(row, [], ['assistant', 'confirmed']) as unknown as Carriage),
    carriageSince: () => since.get() as IsoDate | null,
    partCarriageOn: (day) =>
      partOn.all(day).map((row) => toRecord(row, [], ['assistant']) as unknown as PartCarriage),
    partCarriageSince: () => (partSince.get() as IsoDate | undefined) ?? null,
    schoolDaysAt: (day) => schoolDays(daysAt.all(day) as DayRow[]),
  };
}

/**
 * Notes how a plan that was just saved or changed carries each child, where that is another way than before: also those whom it no longer
 * carries. The way from home, and what runs on some days. From the day given, or the day it was made. One statement over the
 * whole plan; told once each, since a hand's edit waits for it.
 */
export function carriageWriter({ sql }: Session): (plan_id: number, from_on?: IsoDate) => void {
  const note = sql.prepare(
    `WITH saved AS (SELECT id, coalesce(?, made_on) AS made_on FROM plan WHERE id = ?),
     now AS MATERIALIZED (
       SELECT s.client_id, p.made_on, p.id AS plan_id, r.ref, r.contract_id, r.provider, r.vehicle_class, r.assistant,
         ${OWN_SCHOOL} AS school_urn, s.pick_up_s, ${ownTime('arrive_s')} AS arrive_s, ${ownTime('depart_s')} AS depart_s,
         s.drop_off_s, coalesce(k.confirmed, 0) AS confirmed
       FROM saved p JOIN plan_route r ON r.plan_id = p.id JOIN plan_stop s ON s.route_id = r.id
       LEFT JOIN contract k ON k.id = r.contract_id
       WHERE s.place = 'home'
       UNION ALL
       SELECT u.client_id, p.made_on, p.id, '', NULL, '', '', 0, NULL, NULL, NULL, NULL, NULL, 0
       FROM saved p JOIN plan_unallocated u ON u.plan_id = p.id
       WHERE NOT EXISTS (SELECT 1 FROM plan_stop s CROSS JOIN plan_route r ON r.id = s.route_id
         WHERE r.plan_id = p.id AND s.client_id = u.client_id AND s.place = 'home')
     ),
     last AS MATERIALIZED (SELECT * FROM carriage WHERE id IN (SELECT max(id) FROM carriage GROUP BY client_id)),
     gone AS (
       SELECT l.client_id, p.made_on, p.id, '', NULL, '', '', 0, NULL, NULL, NULL, NULL, NULL, 0
       FROM last l, saved p WHERE l.route_ref <> '' AND l.client_id NOT IN (SELECT client_id FROM now)
     )
     INSERT INTO carriage (${CARRIAGE})
     SELECT told.* FROM (SELECT * FROM now UNION ALL SELECT * FROM gone) AS told
     LEFT JOIN last ON last.client_id = told.client_id
     WHERE last.id IS NULL OR (told.ref, told.provider, told.vehicle_class, told.assistant, told.confirmed) <>
         (last.route_ref, last.provider, last.vehicle_class, last.assistant, last.confirmed)
       OR told.contract_id IS NOT last.contract_id OR told.school_urn IS NOT last.school_urn
       OR told.pick_up_s IS NOT last.pick_up_s OR told.arrive_s IS NOT last.arrive_s OR told.depart_s IS NOT last.depart_s
       OR told.drop_off_s IS NOT last.drop_off_s
    ORDER BY told.client_id`,
  );
  const part = sql.prepare(
    `WITH saved AS (SELECT id, coalesce(?, made_on) AS made_on FROM plan WHERE id = ?),
     now AS MATERIALIZED (
       SELECT s.client_id, s.place, p.made_on, p.id AS plan_id, r.ref, r.provider, r.vehicle_class, r.assistant,
         ${OWN_SCHOOL} AS school_urn, s.mornings, s.afternoons, s.pick_up_s, ${ownTime('arrive_s')} AS arrive_s,
         ${ownTime('depart_s')} AS depart_s, s.drop_off_s
       FROM saved p JOIN plan_route r ON r.plan_id = p.id JOIN plan_stop s ON s.route_id = r.id
       WHERE NOT (s.place = 'home' AND s.mornings = 31 AND s.afternoons = 31)
     ),
     last AS MATERIALIZED (SELECT * FROM part_carriage WHERE id IN (SELECT max(id) FROM part_carriage GROUP BY client_id, place)),
     gone AS (
       SELECT l.client_id, l.place, p.made_on, p.id, '', '', '', 0, NULL, 0, 0, NULL, NULL, NULL, NULL
       FROM last l, saved p WHERE l.route_ref <> '' AND (l.client_id, l.place) NOT IN (SELECT client_id, place FROM now)
     )
     INSERT INTO part_carriage (${PART}, after_row)
     SELECT told.*, ? FROM (SELECT * FROM now UNION ALL SELECT * FROM gone) AS told
     LEFT JOIN last ON last.client_id = told.client_id AND last.place = told.place
     WHERE last.id IS NULL OR (told.ref, told.provider, told.vehicle_class, told.assistant, told.mornings, told.afternoons) <>
         (last.route_ref, last.provider, last.vehicle_class, last.assistant, last.mornings, last.afternoons)
       OR told.school_urn IS NOT last.school_urn OR told.pick_up_s IS NOT last.pick_up_s OR told.arrive_s IS NOT last.arrive_s
       OR told.depart_s IS NOT last.depart_s OR told.drop_off_s IS NOT last.drop_off_s
     ORDER BY told.client_id, told.place`,
  );
  const lastRow = sql.prepare('SELECT coalesce(max(id), 0) FROM carriage').pluck();
  // A child who changes on some days alone gets the row of the way from home once more: the rows of `carriage` are the moments by which
  // notices know what was known.
  const mark = sql.prepare(
    `WITH moment AS (SELECT ? AS before),
     of AS (SELECT DISTINCT client_id, from_on, plan_id FROM part_carriage WHERE after_row = (SELECT before FROM moment)
       AND client_id NOT IN (SELECT client_id FROM carriage WHERE id > (SELECT before FROM moment))),
     last AS (SELECT max(id) AS id FROM carriage WHERE client_id IN (SELECT client_id FROM of) GROUP BY client_id)
     INSERT INTO carriage (${CARRIAGE})
     SELECT of.client_id, of.from_on, of.plan_id, coalesce(c.route_ref, ''), c.contract_id, coalesce(c.provider, ''),
       coalesce(c.vehicle_class, ''), coalesce(c.assistant, 0), c.school_urn, c.pick_up_s, c.arrive_s, c.depart_s, c.drop_off_s,
       coalesce(c.confirmed, 0)
     FROM of LEFT JOIN carriage c ON c.client_id = of.client_id AND c.id IN (SELECT id FROM last) ORDER BY of.client_id`,
  );
  return (plan, from_on) => {
    const before = Number(lastRow.get());
    note.run(from_on ?? null, plan);
    if (part.run(from_on ?? null, plan, before).changes > 0) mark.run(before);
  };
}
