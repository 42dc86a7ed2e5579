/** Whether a vehicle of a class holds, bears and reaches everybody on a planned route. */
import { assistantNeeded, travelsInWheelchair } from '../../casework/questions.ts';
import { equipmentSeats, equipmentSeatsAt } from '../../casework/equipment-space.ts';
import { getsThere } from '../../casework/street-access.ts';
import { tiedDownKg, tieDownLimit } from '../../casework/tie-down.ts';
import type { Client } from '../../model/client.ts';
import type { VehicleClass } from '../../model/money.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { isAtHome } from '../../model/stop-place.ts';
import type { CountyFacts } from '../county.ts';
import { dailyCrews } from '../legs.ts';
import type { Room } from '../problem.ts';
import type { PlanBasis } from '../school-problem.ts';

/** The first layout that does, and how many assistants travel; null: none. */
export function crewsHeld(
  route: PlannedRoute,
  vehicle: VehicleClass,
  { facts, basis }: { readonly facts: CountyFacts; readonly basis: PlanBasis },
): { readonly layout: Room; readonly assistants: number } | null {
  const clients = route.stops.map((stop) => facts.clients.get(stop.client_id));
  const limit = tieDownLimit(basis.tie_down, vehicle.id);
  const isSuited = route.stops.every((stop, at) => {
    const client = clients[at];
    const street = isAtHome(stop.place) ? (facts.streets?.get(stop.client_id) ?? null) : null;
    return client !== undefined && tiedDownKg(client) <= limit && getsThere(street, vehicle);
  });
  if (!isSuited) return null;
  const order = route.stops.map((_, at) => at);
  const crews = (['mornings', 'afternoons'] as const)
    .flatMap((leg) => dailyCrews(order, (at) => route.stops[at]?.[leg] ?? 0))
    .map((crew) => crew.flatMap((at) => clients[at] ?? []));
  const table = equipmentSeatsAt(facts.settings, facts.on);
  const loads = crews.map((crew): Room => {
    const wheelchairs = crew.filter(travelsInWheelchair).length;
    const stowed = crew.reduce((sum, client) => sum + equipmentSeats(client, table), 0);
    return { seats: crew.length - wheelchairs + stowed + helpersOf(crew), wheelchairs };
  });
  const layout = vehicle.layouts.find((room) =>
    loads.every((load) => load.seats <= room.seats && load.wheelchairs <= room.wheelchairs),
  );
  if (layout === undefined) return null;
  return { layout, assistants: Math.max(0, ...crews.map(helpersOf)) };
}

/** One for each client who has their own, and one that the others share. */
function helpersOf(crew: readonly Client[]): number {
  const needs = crew.map(assistantNeeded);
  return needs.filter((need) => need === 'own').length + (needs.includes('shared') ? 1 : 0);
}
