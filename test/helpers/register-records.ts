/** People, vehicles and needs for the tests of the register: everything in date on 10 August 2026 unless said otherwise. */
import { isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import type {
  Assigned,
  AssignedVehicle,
  AssignedWorker,
  AssignmentRole,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../../shared/model/register.ts';
import type { RouteNeed } from '../../shared/service/register/need.ts';

/** Monday 10 August 2026. */
export const REGISTER_DAY = isoDate('2026-08-10');

/** A driver with everything in date. */
export function someWorker(given: Partial<Worker> = {}): Worker {
  return {
    id: 1,
    ref: 'P1',
    name: 'Jo Marsh',
    provider: 'Beult Private Hire',
    role: 'driver',
    licensing_authority: 'Maidstone',
    badge_number: '4411',
    badge_expires_on: isoDate('2027-03-31'),
    dbs_on: isoDate('2025-03-01'),
    training: 'Safeguarding',
    training_expires_on: isoDate('2027-09-01'),
    phone: '',
    left_on: null,
    notes: '',
    ...given,
  };
}

/** A wheelchair minibus with everything in date. */
export function someVehicle(given: Partial<Vehicle> = {}): Vehicle {
  return {
    id: 1,
    mark: 'GK19 ABC',
    provider: 'Beult Private Hire',
    vehicle_class: 'accessible_minibus',
    description: 'Ford Transit',
    licensing_authority: 'Maidstone',
    plate_number: '117',
    plate_expires_on: isoDate('2027-03-31'),
    mot_expires_on: isoDate('2027-01-14'),
    insurance_expires_on: isoDate('2026-12-31'),
    lift_examined_on: isoDate('2026-05-20'),
    lift_limit_kg: 300,
    tie_down_limit_kg: 250,
    layouts: ['8+3'],
    left_on: null,
    notes: '',
    ...given,
  };
}

/** Somebody on the contract, from long ago until further notice. */
export function onContract(
  role: Exclude<AssignmentRole, 'vehicle'>,
  worker: Worker,
  competences: readonly Omit<WorkerCompetence, 'worker_id'>[] = [],
  days: { readonly from_on?: IsoDate; readonly to_on?: IsoDate } = {},
): AssignedWorker {
  const { from_on = isoDate('2025-09-01'), to_on = null } = days;
  return {
    assignment: {
      id: worker.id * 10,
      contract_id: 1,
      role,
      worker_id: worker.id,
      vehicle_id: null,
      from_on,
      to_on,
    },
    worker,
    competences: competences.map((each) => ({ ...each, worker_id: worker.id })),
  };
}

/** A vehicle on the contract, from long ago until further notice. */
export function inVehicle(vehicle: Vehicle): AssignedVehicle {
  return {
    assignment: {
      id: vehicle.id * 10 + 1,
      contract_id: 1,
      role: 'vehicle',
      worker_id: null,
      vehicle_id: vehicle.id,
      from_on: isoDate('2025-09-01'),
      to_on: null,
    },
    vehicle,
  };
}

/** A competence in date on the day. */
export function holds(competence: string, expires_on: IsoDate | null = isoDate('2027-01-01')) {
  return { competence, issued_on: isoDate('2025-01-01'), expires_on };
}

/** A route of three on seats. */
export function someNeed(given: Partial<RouteNeed> = {}): RouteNeed {
  return {
    assistant: false,
    competences: [],
    wheelchairs: [],
    rooms: [{ seats: 3, wheelchairs: 0 }],
    rules: { dbs_months: 36, lift_months: 6, ahead_days: 60 },
    ...given,
  };
}

/** A crew in a vehicle. */
export function someCrew(
  workers: readonly AssignedWorker[] = [onContract('driver', someWorker())],
  vehicles: readonly AssignedVehicle[] = [inVehicle(someVehicle())],
): Assigned {
  return { workers, vehicles };
}
