/** What the checks of rides measure with: the plan's own network, boarding times, and what rounding may differ by. */
import { numberAt, travelBasisAt } from '../costing/read-settings.ts';
import { estimatedTravel, type Travel } from '../geo/travel.ts';
import type { Client } from '../model/client.ts';
import type { AuditedPlan, AuditFacts } from './audit-facts.ts';

/** Each leg was rounded to whole seconds and metres when the plan was made. */
export const ROUNDING_A_LEG = 0.5;
export const ROUNDING_SECONDS = 1;

type Place = { readonly lat: number | null; readonly lon: number | null };

/** Whether a place is known. */
export function hasPosition<T extends Place>(
  place: T | undefined,
): place is T & { lat: number; lon: number } {
  return place !== undefined && place.lat !== null && place.lon !== null;
}

/** Measures as the plan was measured; null where its road network is not loaded any more. */
export function travelFor(plan: AuditedPlan, facts: AuditFacts): Travel | null {
  const roads = plan.roads ?? '';
  if (roads === '') return estimatedTravel(travelBasisAt(facts.settings, facts.on));
  return facts.travel?.source === roads ? facts.travel : null;
}

/** Seconds that a client takes to board, and to alight. */
export function boardingOf(client: Client, facts: AuditFacts): number {
  const key =
    client.mobility === 'wheelchair_travels' ? 'boarding_wheelchair_s' : 'boarding_walking_s';
  return numberAt(facts.settings, key, facts.on);
}
