/** The register: providers, their fleets, who drives and who assists, vehicles, and which contract each is assigned to. */
import type { IsoDate } from '../calendar/dates.ts';

/** A provider on the council's framework. Contracts name it; people and vehicles are its own. */
export interface Provider {
  readonly id: number;
  /** `providerKey` of the name: how every record of the same provider is found, however it is spelt. */
  readonly key: string;
  /** As contracts spell it where one does. */
  readonly name: string;
  /** Framework or dynamic purchasing system, with its lot where it has any. */
  readonly framework: string;
  /** ONS codes of the districts it takes work in; empty: not said. */
  readonly districts: readonly string[];
  readonly contact_name: string;
  readonly phone: string;
  readonly email: string;
  readonly notes: string;
}

/** How many vehicles of a class a provider can put on the road in some districts. */
export interface ProviderFleet {
  readonly provider: string;
  /** Class of the rate card. */
  readonly vehicle_class: string;
  readonly count: number;
  /** ONS codes in order; empty: wherever the provider works. */
  readonly districts: readonly string[];
}

/** What somebody may be assigned as. */
export const WORKER_ROLES = ['driver', 'assistant', 'both'] as const;
export type WorkerRole = (typeof WORKER_ROLES)[number];

/** A driver or passenger assistant of a provider. What is not known is null or '', never a guess. */
export interface Worker {
  readonly id: number;
  /** The council's or provider's own reference; else made of the badge, else of name and provider. Unique. */
  readonly ref: string;
  readonly name: string;
  readonly provider: string;
  readonly role: WorkerRole;
  readonly licensing_authority: string;
  /** Of the licence as hackney carriage or private hire driver, or the council's badge of an assistant. */
  readonly badge_number: string;
  /** The last day on which the badge counts. */
  readonly badge_expires_on: IsoDate | null;
  /** Date of the enhanced DBS certificate, or of the last check by the update service. */
  readonly dbs_on: IsoDate | null;
  /** What training was done, in words. */
  readonly training: string;
  readonly training_expires_on: IsoDate | null;
  readonly phone: string;
  /** The last day with this provider; null: still there. */
  readonly left_on: IsoDate | null;
  readonly notes: string;
}

/** A named competence that somebody holds. */
export interface WorkerCompetence {
  readonly worker_id: number;
  /** As `competencesAsked` names it, or one of the register's others. */
  readonly competence: string;
  readonly issued_on: IsoDate | null;
  /** The last day on which it counts; null: it does not run out. */
  readonly expires_on: IsoDate | null;
}

/** A vehicle of a provider. */
export interface Vehicle {
  readonly id: number;
  /** Registration mark, upper case with its space: `GK19 ABC`. Unique. */
  readonly mark: string;
  readonly provider: string;
  /** Class of the rate card, '' where none was given. */
  readonly vehicle_class: string;
  /** Make, model, colour. */
  readonly description: string;
  readonly licensing_authority: string;
  readonly plate_number: string;
  readonly plate_expires_on: IsoDate | null;
  readonly mot_expires_on: IsoDate | null;
  readonly insurance_expires_on: IsoDate | null;
  /** Last thorough examination of the lift; null: no lift, or not known. */
  readonly lift_examined_on: IsoDate | null;
  /** Safe working load of lift or ramp, kilograms. */
  readonly lift_limit_kg: number | null;
  /** What one wheelchair's tie-downs bear, kilograms. */
  readonly tie_down_limit_kg: number | null;
  /** Each `seats+wheelchairs`, the usual one first: `8+0`, `4+2`. Seats for clients and assistants. */
  readonly layouts: readonly string[];
  /** The last day in service; null: still there. */
  readonly left_on: IsoDate | null;
  readonly notes: string;
}

/** What somebody or something does on a contract. A cover stands in for the driver or the assistant. */
export const ASSIGNMENT_ROLES = ['driver', 'assistant', 'cover', 'vehicle'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/** One person or one vehicle on one contract, from a day to a day, both included. */
export interface Assignment {
  readonly id: number;
  readonly contract_id: number;
  readonly role: AssignmentRole;
  /** Null exactly where the role is `vehicle`. */
  readonly worker_id: number | null;
  readonly vehicle_id: number | null;
  readonly from_on: IsoDate;
  /** Null: until further notice. */
  readonly to_on: IsoDate | null;
}

/** An assignment with the person it is of. */
export interface AssignedWorker {
  readonly assignment: Assignment;
  readonly worker: Worker;
  readonly competences: readonly WorkerCompetence[];
}

/** An assignment with the vehicle it is of. */
export interface AssignedVehicle {
  readonly assignment: Assignment;
  readonly vehicle: Vehicle;
}

/** Everybody and everything ever assigned to a contract. */
export interface Assigned {
  readonly workers: readonly AssignedWorker[];
  readonly vehicles: readonly AssignedVehicle[];
}

/** A contract that nobody is assigned to. */
export const NOBODY_ASSIGNED: Assigned = { workers: [], vehicles: [] };

/** Seats and wheelchair spaces of a layout written `4+2`; null where it is not written so. */
export function layoutRoom(
  layout: string,
): { readonly seats: number; readonly wheelchairs: number } | null {
  const match = /^(\d{1,2})\+(\d{1,2})$/.exec(layout);
  return match === null ? null : { seats: Number(match[1]), wheelchairs: Number(match[2]) };
}
