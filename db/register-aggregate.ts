/** The register of providers: fleets, people, competences, vehicles, and who is assigned to which contract. */
import type {
  Assigned,
  Assignment,
  Provider,
  ProviderFleet,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../shared/model/register.ts';
import type { Patch, UpsertResult } from './store.ts';

/** A provider by its key with the fields that are known; `name` is wanted for a new one. */
export type ProviderPatch = Patch<Omit<Provider, 'id'>, 'key' | 'name'>;
export type WorkerPatch = Patch<Omit<Worker, 'id'>, 'ref'>;
export type VehiclePatch = Patch<Omit<Vehicle, 'id'>, 'mark'>;

/** The last change of a field of a provider, person or vehicle. */
export interface LastEdit {
  readonly who: string;
  /** The value before it, as the history writes it. */
  readonly before: string;
}

export interface RegisterStore {
  /** Whether anything at all is on the register. */
  readonly isEmpty: () => boolean;
  /** The last change of every field, by kind of record, reference and field, a line each: `worker\nP1\ndbs_on`. */
  readonly lastEdits: () => ReadonlyMap<string, LastEdit>;

  /** By name. */
  readonly providers: () => readonly Provider[];
  readonly provider: (key: string) => Provider | null;
  readonly upsertProviders: (rows: readonly ProviderPatch[]) => UpsertResult<string>;
  readonly removeProvider: (key: string) => void;

  /** By provider and class. */
  readonly fleets: () => readonly ProviderFleet[];
  /** Puts the vehicles of one class that a provider has in place of those known; none: it has none. */
  readonly setFleet: (
    provider: string,
    vehicle_class: string,
    rows: readonly Pick<ProviderFleet, 'count' | 'districts'>[],
  ) => 'added' | 'changed' | 'unchanged';

  /** By name. */
  readonly workers: () => readonly Worker[];
  readonly worker: (id: number) => Worker | null;
  readonly upsertWorkers: (rows: readonly WorkerPatch[]) => UpsertResult<number>;
  /** Gives a person a better reference than the one made for them. */
  readonly changeWorkerRef: (id: number, ref: string) => void;
  /** Takes a person out, with their competences and assignments: for one entered by mistake. */
  readonly removeWorker: (id: number) => void;
  readonly competences: () => readonly WorkerCompetence[];
  readonly competencesOf: (worker_id: number) => readonly WorkerCompetence[];
  readonly setCompetence: (row: WorkerCompetence) => 'added' | 'changed' | 'unchanged';
  readonly removeCompetence: (worker_id: number, competence: string) => void;

  /** By registration mark. */
  readonly vehicles: () => readonly Vehicle[];
  readonly vehicle: (id: number) => Vehicle | null;
  readonly upsertVehicles: (rows: readonly VehiclePatch[]) => UpsertResult<number>;
  /** Takes a vehicle out with its assignments: for one entered by mistake. */
  readonly removeVehicle: (id: number) => void;

  /** By contract, then as they were made. */
  readonly assignments: () => readonly Assignment[];
  readonly assignmentsOf: (contract_id: number) => readonly Assignment[];
  readonly assign: (given: Omit<Assignment, 'id'>) => Assignment;
  /** Other days for an assignment. */
  readonly changeAssignment: (
    id: number,
    days: Pick<Assignment, 'from_on' | 'to_on'>,
  ) => Assignment;
  /** For one made by mistake; one that ended keeps its last day instead. */
  readonly removeAssignment: (id: number) => void;
  /** Everybody and everything ever assigned to a contract, with what is known of them. */
  readonly assignedTo: (contract_id: number) => Assigned;
  /** The same for every contract that has anybody, by contract. */
  readonly assigned: () => ReadonlyMap<number, Assigned>;
}
