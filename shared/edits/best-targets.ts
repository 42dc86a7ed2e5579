/** The best places for a client in a plan: by the audit first, then by price, then by riding. */
import { rateCardAt } from '../costing/read-settings.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Plan } from '../model/plan.ts';
import { bestPlace } from './best-place.ts';
import { comparePlaces, type Place } from './place.ts';
import { emptyRoute, pricedRoute, routeOfStop } from './change-plan.ts';
import { placeableStop, type PlaceableStop } from './client-journeys.ts';
import type { EditFacts, PlanEdit, Target } from './edit.ts';
import { makeEdit, type MadeEdit } from './make-edit.ts';
import { factsOfPlan } from './plan-facts.ts';
import { takesSchools } from '../planning/reckon/route-schools-by-hand.ts';
import type { StopKey } from '../model/stop-key.ts';

/** One place with what putting the client there does. */
export interface BestTarget {
  readonly edit: PlanEdit;
  readonly made: MadeEdit;
}

interface Candidate {
  readonly to: Target;
  readonly place: Place;
  /** By how much the target grows dearer, pence a day. */
  readonly dearer: number;
}

/** So many candidates of the quick look go before the audit. */
const AUDITED = 6;

/** Up to `count` places for a client's stop: routes that call at the school or may call there as well and are not locked, and a new route of the cheapest class that holds them. */
export function bestTargets(
  plan: Plan,
  key: StopKey,
  facts: EditFacts,
  count = 3,
): Result<readonly BestTarget[]> {
  const own = factsOfPlan(plan, facts);
  if (!own.ok) return own;
  const stop = placeableStop(key, own.value);
  if (!stop.ok) return stop;
  const from = routeOfStop(plan, key);
  const { client_id, place: where, school_urn } = stop.value;
  const candidates: Candidate[] = [];
  for (const route of plan.routes) {
    if (route === from || route.locked === true || school_urn === null) continue;
    if (!takesSchools([school_urn], route, own.value)) continue;
    if (!pricedRoute(route, own.value).ok) continue;
    const place = bestPlace(route, key, own.value);
    const dearer = place.route.cost_day_pence - route.cost_day_pence;
    candidates.push({ to: { route_id: route.id, position: place.position }, place, dearer });
  }
  const fresh = newRoute(plan, stop.value, own.value);
  if (fresh !== null && from?.stops.length !== 1) candidates.push(fresh);
  candidates.sort(
    (a, b) =>
      a.place.faults - b.place.faults ||
      a.dearer - b.dearer ||
      comparePlaces(a.place, b.place) ||
      a.place.route.id - b.place.route.id,
  );
  const kind = from === null ? 'place' : 'move';
  const made = candidates.slice(0, Math.max(AUDITED, count)).flatMap(({ to }): BestTarget[] => {
    const edit: PlanEdit = { kind, client_id, place: where, to };
    const done = makeEdit(plan, edit, facts);
    return done.ok ? [{ edit, made: done.value }] : [];
  });
  const broken = ({ made: { effect } }: BestTarget): number =>
    effect.came.filter((each) => each.severity === 'broken').length;
  return ok(
    made
      .toSorted(
        (a, b) =>
          broken(a) - broken(b) || a.made.effect.cost_day_pence - b.made.effect.cost_day_pence,
      )
      .slice(0, count),
  );
}

/** The cheapest class that carries the stop alone without a fault. */
function newRoute(plan: Plan, stop: PlaceableStop, facts: EditFacts): Candidate | null {
  const { school_urn } = stop;
  if (school_urn === null || !facts.schools.has(school_urn)) return null;
  const places = rateCardAt(facts.settings, facts.on).classes.map((vehicle): Candidate => {
    const empty = emptyRoute(plan, { school_urn, vehicle, layout: 0 }, facts);
    const place = bestPlace(empty, stop, facts, { keepsVehicle: true });
    return { to: { vehicle_class: vehicle.id }, place, dearer: place.route.cost_day_pence };
  });
  return places.toSorted((a, b) => comparePlaces(a.place, b.place))[0] ?? null;
}
