import { defined } from '../../shared/kernel/assert.ts';
import type { Vehicle } from '../../shared/model/register.ts';
import { recordTable, tally, type RecordTable } from '../record-table.ts';
import type { RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';

/** Vehicles of the register. */
export type VehiclesPart = Pick<
  RegisterStore,
  'vehicles' | 'vehicle' | 'upsertVehicles' | 'removeVehicle'
>;

function vehicleTable(session: Session): RecordTable<Vehicle> {
  return recordTable<Vehicle>(session, {
    table: 'vehicle',
    key: 'mark',
    fields: {
      id: 'number',
      mark: 'text',
      provider: 'text',
      vehicle_class: 'text',
      description: 'text',
      licensing_authority: 'text',
      plate_number: 'text',
      plate_expires_on: 'text',
      mot_expires_on: 'text',
      insurance_expires_on: 'text',
      lift_examined_on: 'text',
      lift_limit_kg: 'number',
      tie_down_limit_kg: 'number',
      layouts: 'list',
      left_on: 'text',
      notes: 'text',
    },
    blank: {
      mark: '',
      provider: '',
      vehicle_class: '',
      description: '',
      licensing_authority: '',
      plate_number: '',
      plate_expires_on: null,
      mot_expires_on: null,
      insurance_expires_on: null,
      lift_examined_on: null,
      lift_limit_kg: null,
      tie_down_limit_kg: null,
      layouts: [],
      left_on: null,
      notes: '',
    },
    entity: 'vehicle',
    logAdded: true,
  });
}

/** Vehicles, known by their registration marks. */
export function registerVehicles(session: Session): VehiclesPart {
  const { sql } = session;
  const table = vehicleTable(session);
  const byId = sql.prepare(`SELECT ${table.columns} FROM vehicle WHERE id = ?`);
  const dropAssignments = sql.prepare('DELETE FROM assignment WHERE vehicle_id = ?');
  const drop = sql.prepare('DELETE FROM vehicle WHERE id = ?');
  const vehicle = (id: number): Vehicle | null => {
    const row = byId.get(id);
    return row === undefined ? null : table.decode(row);
  };
  return {
    vehicles: () => table.all('mark'),
    vehicle,
    upsertVehicles: (rows) => {
      const counted = tally<number>();
      for (const row of rows) {
        const { outcome, rowid, before } = table.upsert(row);
        counted.note(outcome, before === null ? rowid : Number(before['id']));
      }
      return counted.result();
    },
    removeVehicle: (id) => {
      session.mustWrite();
      const { mark } = defined(vehicle(id), `vehicle ${id}`);
      dropAssignments.run(id);
      drop.run(id);
      session.log({
        entity: 'vehicle',
        ref: mark,
        client_id: null,
        field: '',
        before: '',
        after: 'taken out',
      });
    },
  };
}
