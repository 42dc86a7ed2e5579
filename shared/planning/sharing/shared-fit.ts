/** Whether a vehicle holds and suits everyone of a shared route, and whether they may travel together. */
import { travelsInWheelchair } from '../../casework/questions.ts';
import { getsThere } from '../../casework/street-access.ts';
import { tiedDownKg, tieDownLimit } from '../../casework/tie-down.ts';
import type { VehicleClass } from '../../model/money.ts';
import type { Room } from '../problem.ts';
import type { PlanBasis, Rider } from '../school-problem.ts';
import type { SharedRider, SharedTable } from './shared-run.ts';
import { helpersOf } from './write-shared.ts';

/** Whether nobody of a crew is to be kept apart from another of it. */
export function isGoodCompany(crew: readonly Rider[]): boolean {
  const here = new Set(crew.map(({ client }) => client.ref));
  return crew.every(({ client }) =>
    client.not_with.every((ref) => ref === client.ref || !here.has(ref)),
  );
}

/** Seats and wheelchair spaces that a crew takes, its equipment and assistants with it; a contract's assistant travels whoever is aboard. */
export function roomOf(crew: readonly Rider[], supplied = 0): Room {
  const wheelchairs = crew.filter(({ client }) => travelsInWheelchair(client)).length;
  const stowed = crew.reduce((sum, rider) => sum + rider.equipment_seats, 0);
  const helpers = Math.max(supplied, helpersOf(crew));
  return { seats: crew.length - wheelchairs + stowed + helpers, wheelchairs };
}

/** The first layout that holds everyone on each run of the week; null: none does. */
export function layoutFor(
  { layouts }: Pick<VehicleClass, 'layouts'>,
  crews: readonly (readonly Rider[])[],
): Room | null {
  const needed = crews.map((crew) => roomOf(crew));
  const holds = (room: Room): boolean =>
    needed.every((each) => each.seats <= room.seats && each.wheelchairs <= room.wheelchairs);
  return layouts.find(holds) ?? null;
}

/** Whether a class bears one rider's wheelchair and gets to their home. */
export function suitsRider(
  vehicle: VehicleClass,
  { rider }: Pick<SharedRider, 'rider'>,
  basis: PlanBasis,
): boolean {
  const limit = tieDownLimit(basis.tie_down, vehicle.id);
  return tiedDownKg(rider.client) <= limit && getsThere(rider.street, vehicle);
}

/** Whether it does so for everyone. */
export function suits(vehicle: VehicleClass, table: SharedTable, basis: PlanBasis): boolean {
  return table.riders.every((each) => suitsRider(vehicle, each, basis));
}
