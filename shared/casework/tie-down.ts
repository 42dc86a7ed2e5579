import type { IsoDate } from '../calendar/dates.ts';
import { read } from '../costing/read-settings.ts';
import { isTieDownLimits, type TieDownLimits } from '../costing/vehicle-settings.ts';
import type { Client } from '../model/client.ts';
import type { Setting } from '../model/money.ts';
import { travelsInWheelchair } from './questions.ts';

/** Kilograms that lift, ramp and tie-downs must bear for a client; 0 for whoever rides on a seat and where the weight is not known. */
export function tiedDownKg(client: Pick<Client, 'mobility' | 'occupied_weight_kg'>): number {
  return travelsInWheelchair(client) ? (client.occupied_weight_kg ?? 0) : 0;
}

/** What each vehicle class bears. */
export function tieDownLimitsAt(settings: readonly Setting[], on: IsoDate): TieDownLimits {
  return read(settings, 'tie_down_limit_kg', on, isTieDownLimits);
}

/** What a class bears; a class without a limit bears everyone. */
export function tieDownLimit(limits: TieDownLimits, vehicle_class: string): number {
  return limits[vehicle_class] ?? Number.POSITIVE_INFINITY;
}
