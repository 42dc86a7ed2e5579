import type { Store } from '../../db/store.ts';

/** The register of a store by references instead of numbers, so that two stores can be compared. */
export function registerOf({
  register,
  contracts,
}: Pick<Store, 'register' | 'contracts'>): unknown {
  const workers = new Map(register.workers().map(({ id, ref }) => [id, ref]));
  const vehicles = new Map(register.vehicles().map(({ id, mark }) => [id, mark]));
  const refs = new Map(contracts.all().map(({ id, ref }) => [id, ref]));
  const byJson = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return {
    providers: byJson(register.providers().map(({ id: _id, ...rest }) => rest)),
    fleets: byJson(register.fleets()),
    workers: byJson(register.workers().map(({ id: _id, ...rest }) => rest)),
    competences: byJson(
      register.competences().map((each) => ({ ...each, worker_id: workers.get(each.worker_id) })),
    ),
    vehicles: byJson(register.vehicles().map(({ id: _id, ...rest }) => rest)),
    assignments: byJson(
      register.assignments().map(({ id: _id, ...each }) => ({
        ...each,
        contract_id: refs.get(each.contract_id),
        worker_id: workers.get(each.worker_id ?? 0) ?? null,
        vehicle_id: vehicles.get(each.vehicle_id ?? 0) ?? null,
      })),
    ),
  };
}
