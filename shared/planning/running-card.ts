import { vehicleDayPence, type PriceBasis, type RunLength } from '../costing/route-cost.ts';
import type { VehicleClass } from '../model/money.ts';
import type { RunningCard } from './problem.ts';

/** How the bill of a route without a contract grows when somebody joins it: by hours too, and not before its minimum is reached. */
export function runningCard(
  vehicle: VehicleClass,
  run: RunLength,
  basis: Pick<PriceBasis, 'dead_mileage_m'>,
): RunningCard {
  const { per_hour_pence: perHour = 0, minimum_pence = 0 } = vehicle;
  const bare = vehicleDayPence({ ...vehicle, minimum_pence: 0 }, run, basis);
  return { perHour, spare: minimum_pence === 0 ? -Infinity : minimum_pence - bare };
}
