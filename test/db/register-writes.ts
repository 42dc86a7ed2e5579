/** How the writes of the register of providers are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { ON } from './made-store.ts';

const provider = (store: Store) =>
  store.register.upsertProviders([{ key: 'beult private hire', name: 'Beult Private Hire' }]);
const worker = (store: Store) =>
  store.register.upsertWorkers([
    { ref: 'P1', name: 'Jo Marsh', provider: 'Beult Private Hire', role: 'driver' },
  ]);
const vehicle = (store: Store) =>
  store.register.upsertVehicles([{ mark: 'GK19 ABC', provider: 'Beult Private Hire' }]);
const competence = { worker_id: 1, competence: 'Harness', issued_on: ON, expires_on: null };
const days = { from_on: ON, to_on: null };
const assign = (store: Store) => {
  worker(store);
  const assigned = { contract_id: 1, role: 'driver', worker_id: 1, vehicle_id: null } as const;
  return store.register.assign({ ...assigned, ...days });
};

/** Each way to write: what it does, and what must be there first. */
export const REGISTER_WRITES: Readonly<
  Record<
    string,
    { readonly run: (store: Store) => unknown; readonly first?: (store: Store) => unknown }
  >
> = {
  'register.upsertProviders': { run: provider },
  'register.removeProvider': {
    first: provider,
    run: (store) => {
      store.register.removeProvider('beult private hire');
    },
  },
  'register.setFleet': {
    run: (store) =>
      store.register.setFleet('Beult Private Hire', 'taxi', [{ count: 4, districts: [] }]),
  },
  'register.upsertWorkers': { run: worker },
  'register.changeWorkerRef': {
    first: worker,
    run: (store) => {
      store.register.changeWorkerRef(1, 'P2');
    },
  },
  'register.removeWorker': {
    first: (store) => {
      assign(store);
      store.register.setCompetence(competence);
    },
    run: (store) => {
      store.register.removeWorker(1);
    },
  },
  'register.setCompetence': {
    first: worker,
    run: (store) => store.register.setCompetence(competence),
  },
  'register.removeCompetence': {
    first: (store) => {
      worker(store);
      store.register.setCompetence(competence);
    },
    run: (store) => {
      store.register.removeCompetence(1, 'Harness');
    },
  },
  'register.upsertVehicles': { run: vehicle },
  'register.removeVehicle': {
    first: vehicle,
    run: (store) => {
      store.register.removeVehicle(1);
    },
  },
  'register.assign': { first: worker, run: (store) => assign(store) },
  'register.changeAssignment': {
    first: assign,
    run: (store) => store.register.changeAssignment(1, { ...days, to_on: ON }),
  },
  'register.removeAssignment': {
    first: assign,
    run: (store) => {
      store.register.removeAssignment(1);
    },
  },
};
