import type { Store } from '../../db/store.ts';
import type { DemoRegister } from '../../shared/demo/register.ts';
import { defined } from '../../shared/kernel/assert.ts';

/** Writes the invented register; `contracts` are the store's numbers of the county's contracts, in order. */
export function writeDemoRegister(
  { register }: Pick<Store, 'register'>,
  made: DemoRegister,
  contracts: readonly number[],
): void {
  register.upsertProviders(made.providers);
  for (const [key, rows] of Map.groupBy(
    made.fleets,
    (each) => `${each.provider}\n${each.vehicle_class}`,
  )) {
    const [provider = '', vehicle_class = ''] = key.split('\n');
    register.setFleet(provider, vehicle_class, rows);
  }
  const workers = register.upsertWorkers(made.workers).ids;
  const vehicles = register.upsertVehicles(made.vehicles).ids;
  const worker = (at: number): number => defined(workers[at - 1], `worker ${at}`);
  for (const each of made.competences)
    register.setCompetence({ ...each, worker_id: worker(each.worker_id) });
  for (const each of made.assignments)
    register.assign({
      ...each,
      contract_id: defined(contracts[each.contract_id - 1], `contract ${each.contract_id}`),
      worker_id: each.worker_id === null ? null : worker(each.worker_id),
      vehicle_id: each.vehicle_id === null ? null : defined(vehicles[each.vehicle_id - 1], `vehicle ${each.vehicle_id}`), // prettier-ignore
    });
}
