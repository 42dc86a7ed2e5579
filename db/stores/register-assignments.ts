import { defined } from '../../shared/kernel/assert.ts';
import type {
  Assigned,
  AssignedVehicle,
  AssignedWorker,
  Assignment,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../../shared/model/register.ts';
import type { RegisterStore } from '../register-aggregate.ts';
import type { Session } from '../session.ts';
import type { PeoplePart } from './register-people.ts';
import type { VehiclesPart } from './register-vehicles.ts';

type AssignmentsPart = Pick<
  RegisterStore,
  | 'assignments'
  | 'assignmentsOf'
  | 'assign'
  | 'changeAssignment'
  | 'removeAssignment'
  | 'assignedTo'
  | 'assigned'
>;

/** Who and what assignments are of, by id. */
interface Known {
  readonly worker: (id: number) => Worker | null | undefined;
  readonly vehicle: (id: number) => Vehicle | null | undefined;
  readonly competencesOf: (worker_id: number) => readonly WorkerCompetence[];
}

function together(rows: readonly Assignment[], known: Known): Assigned {
  const workers: AssignedWorker[] = [];
  const vehicles: AssignedVehicle[] = [];
  for (const assignment of rows) {
    const { worker_id, vehicle_id } = assignment;
    if (worker_id !== null) {
      const worker = defined(known.worker(worker_id), `worker ${worker_id}`);
      workers.push({ assignment, worker, competences: known.competencesOf(worker_id) });
    }
    if (vehicle_id !== null) {
      const vehicle = defined(known.vehicle(vehicle_id), `vehicle ${vehicle_id}`);
      vehicles.push({ assignment, vehicle });
    }
  }
  return { workers, vehicles };
}

/** Who drives, assists, covers and in which vehicle, contract by contract. */
export function registerAssignments(
  session: Session,
  { people, vehicles }: { readonly people: PeoplePart; readonly vehicles: VehiclesPart },
): AssignmentsPart {
  const { sql } = session;
  const columns = 'id, contract_id, role, worker_id, vehicle_id, from_on, to_on';
  const all = sql.prepare(`SELECT ${columns} FROM assignment ORDER BY contract_id, id`);
  const of = sql.prepare(`SELECT ${columns} FROM assignment WHERE contract_id = ? ORDER BY id`);
  const one = sql.prepare(`SELECT ${columns} FROM assignment WHERE id = ?`);
  const add = sql.prepare(
    'INSERT INTO assignment (contract_id, role, worker_id, vehicle_id, from_on, to_on) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const setDays = sql.prepare('UPDATE assignment SET from_on = ?, to_on = ? WHERE id = ?');
  const drop = sql.prepare('DELETE FROM assignment WHERE id = ?');
  const contractRef = sql.prepare('SELECT ref FROM contract WHERE id = ?').pluck();

  const get = (id: number): Assignment => defined(one.get(id), `assignment ${id}`) as Assignment;
  const log = (assignment: Assignment, before: string, after: string): void => {
    const { contract_id, role } = assignment;
    const ref = String(contractRef.get(contract_id));
    session.log({
      entity: 'contract',
      ref,
      client_id: null,
      field: `assigned_${role}`,
      before,
      after,
    });
  };
  const said = ({ worker_id, vehicle_id, from_on, to_on }: Assignment): string => {
    const worker = worker_id === null ? null : people.worker(worker_id);
    const vehicle = vehicle_id === null ? null : vehicles.vehicle(vehicle_id);
    const who = worker === null ? (vehicle?.mark ?? '') : worker.name || worker.ref;
    return `${who} from ${from_on}${to_on === null ? '' : ` to ${to_on}`}`;
  };
  return {
    assignments: () => all.all() as Assignment[],
    assignmentsOf: (contract_id) => of.all(contract_id) as Assignment[],
    assign: ({ contract_id, role, worker_id, vehicle_id, from_on, to_on }) => {
      session.mustWrite();
      const { lastInsertRowid } = add.run(contract_id, role, worker_id, vehicle_id, from_on, to_on);
      const made = get(Number(lastInsertRowid));
      log(made, '', said(made));
      return made;
    },
    changeAssignment: (id, { from_on, to_on }) => {
      session.mustWrite();
      const before = get(id);
      if (before.from_on === from_on && before.to_on === to_on) return before;
      setDays.run(from_on, to_on, id);
      const after = get(id);
      log(after, said(before), said(after));
      return after;
    },
    removeAssignment: (id) => {
      session.mustWrite();
      const before = get(id);
      log(before, said(before), '');
      drop.run(id);
    },
    assignedTo: (contract_id) =>
      together(of.all(contract_id) as Assignment[], { ...people, ...vehicles }),
    assigned: () => {
      const workers = new Map(people.workers().map((each) => [each.id, each]));
      const byId = new Map(vehicles.vehicles().map((each) => [each.id, each]));
      const held = Map.groupBy(people.competences(), ({ worker_id }) => worker_id);
      const known: Known = {
        worker: (id) => workers.get(id),
        vehicle: (id) => byId.get(id),
        competencesOf: (id) => held.get(id) ?? [],
      };
      const byContract = Map.groupBy(all.all() as Assignment[], ({ contract_id }) => contract_id);
      return new Map([...byContract].map(([id, rows]) => [id, together(rows, known)]));
    },
  };
}
