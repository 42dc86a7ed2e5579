/** How children were carried at a moment, and what is known to compare two of them. */
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import type { Carriage, PartCarriage } from '../../shared/model/carriage.ts';
import { disruptionPricesAt } from '../../shared/planning/disruption.ts';
import type { ChangeBasis } from '../../shared/service/changes.ts';
import { toRecord } from '../rows.ts';
import type { Session } from '../session.ts';
import { settingsStore } from './settings-store.ts';

const CARRIAGE = `c.client_id, c.from_on, c.plan_id, c.route_ref, c.contract_id, c.provider, c.vehicle_class, c.assistant, c.school_urn,
  c.pick_up_s, c.arrive_s, c.depart_s, c.drop_off_s, c.confirmed`;

/** How children were carried at a row of `carriage`: everyone on some routes, and some children besides. */
export function dayReader({ sql }: Session) {
  const restricted = sql.prepare(
    `WITH last AS (SELECT max(id) AS id FROM carriage WHERE id <= ? GROUP BY client_id)
     SELECT ${CARRIAGE} FROM last JOIN carriage c ON c.id = last.id
     WHERE c.route_ref IN (SELECT value FROM json_each(?)) OR c.client_id IN (SELECT value FROM json_each(?))
     ORDER BY c.client_id`,
  );
  return (as_of: number, routes: ReadonlySet<string>, clients: ReadonlySet<number>) =>
    restricted
      .all(as_of, JSON.stringify([...routes]), JSON.stringify([...clients]))
      .map((row) => toRecord(row, [], ['assistant', 'confirmed']) as unknown as Carriage);
}

const PART = `p.client_id, p.place, p.from_on, p.plan_id, p.route_ref, p.provider, p.vehicle_class, p.assistant, p.school_urn, p.mornings,
  p.afternoons, p.pick_up_s, p.arrive_s, p.depart_s, p.drop_off_s`;

/** The stops on some days that were made at a row of `carriage`, of some children. */
export function partsReader({ sql }: Session) {
  const restricted = sql.prepare(
    `WITH last AS (SELECT max(id) AS id FROM part_carriage
       WHERE after_row < ? AND client_id IN (SELECT value FROM json_each(?)) GROUP BY client_id, place)
     SELECT ${PART} FROM last JOIN part_carriage p ON p.id = last.id WHERE p.route_ref <> '' ORDER BY p.client_id, p.place`,
  );
  return (as_of: number, clients: ReadonlySet<number>) =>
    restricted
      .all(as_of, JSON.stringify([...clients]))
      .map((row) => toRecord(row, [], ['assistant']) as unknown as PartCarriage);
}

/** What the comparison of two days needs from the records. */
export function basisReader(session: Session): (on: IsoDate) => ChangeBasis {
  const { sql } = session;
  const settings = settingsStore(session);
  const client = sql.prepare('SELECT ref, social_worker FROM client WHERE id = ?');
  const school = sql.prepare('SELECT name FROM school WHERE urn = ?').pluck();
  return (on) => {
    const all = settings.all();
    const vehicles = new Map(rateCardAt(all, on).classes.map(({ id, name }) => [id, name]));
    const known = new Map<number, { readonly ref: string; readonly social_worker: number }>();
    const read = (id: number) => {
      const found = known.get(id) ?? (client.get(id) as { readonly ref: string; readonly social_worker: number }); // prettier-ignore
      known.set(id, found);
      return found;
    };
    return {
      prices: disruptionPricesAt(all, on),
      refOf: (id) => read(id).ref,
      vehicleName: (id) => vehicles.get(id) ?? id,
      schoolName: (urn) => urn === null ? 'no listed school' : ((school.get(urn) as string | undefined) ?? `URN ${urn}`), // prettier-ignore
      hasSocialWorker: (id) => read(id).social_worker === 1,
    };
  };
}
