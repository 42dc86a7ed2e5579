/** Routes of different schools that could be one: proposals for a person, each tried as the merging that the editor makes. */
import { apartBecause } from '../casework/shared-routes.ts';
import { rateCardAt } from '../costing/read-settings.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import { knownPosition, type Position } from '../geo/position.ts';
import type { Plan, PlannedRoute } from '../model/plan.ts';
import { isShared, schoolsOfRoute } from '../model/route-schools.ts';
import { takesSchools } from '../planning/reckon/route-schools-by-hand.ts';
import { rulesOf } from '../planning/sharing/schools-served.ts';
import type { EditFacts } from './edit.ts';
import type { EditEffect } from './edit-effect.ts';
import { makeEdit } from './make-edit.ts';

/** Routes tried for each, those whose homes and schools lie nearest to its homes first [A]. */
const TRIED = 3;
/** Schools on one route at most [A]. */
const MOST_SCHOOLS = 3;

/** One route whose children another could carry. */
export interface RoutesAsOne {
  readonly from_id: number;
  readonly into_id: number;
  readonly from_ref: string;
  readonly into_ref: string;
  /** Of both, in the order of the calls that they then have. */
  readonly school_urns: readonly number[];
  readonly saved_day_pence: number;
  readonly saved_year_pence: number;
  /** Children who then ride longer in the morning, and the most seconds by which any of them does. */
  readonly longer: number;
  readonly most_longer_s: number;
  /** Children picked up at another time, or by another route. */
  readonly changed: number;
  /** How many give up a seat on a contract, whose notice is then to be given. */
  readonly releases: number;
}

/**
 * Proposals that break no rule and save money, the largest saving first; a route is in one of them at most, so all could be taken. `step` is told
 * how far it has come, 0 to 1, and answers whether to go on.
 */
export function routesAsOne(
  plan: Plan,
  facts: EditFacts,
  step: (done: number) => boolean,
): readonly RoutesAsOne[] {
  const rules = rulesOf(facts);
  if (rules.within_m === 0 && ![...rules.pairs.values()].some((each) => each.allowed)) return [];
  const open = plan.routes.filter((route) => mayBeJoined(route, facts));
  const places = new Map(open.map((route) => [route.id, placesOf(route, facts)]));
  const could = couldTake(facts);
  const found: RoutesAsOne[] = [];
  for (const [at, from] of open.entries()) {
    if (!step(at / open.length)) return [];
    const hosts = open.filter((into) => could(into, from));
    const homes = places.get(from.id)?.homes ?? [];
    const nearest = hosts
      .map((into) => ({ into, metres: away(homes, places.get(into.id)) }))
      .toSorted((a, b) => a.metres - b.metres || a.into.id - b.into.id)
      .slice(0, TRIED);
    for (const { into } of nearest) {
      const one = tried(plan, { from, into }, facts);
      if (one !== null) found.push(one);
    }
  }
  const used = new Set<number>();
  return found
    .toSorted((a, b) => b.saved_year_pence - a.saved_year_pence || a.from_id - b.from_id)
    .filter(({ from_id, into_id }) => {
      if (used.has(from_id) || used.has(into_id)) return false;
      used.add(from_id).add(into_id);
      return true;
    });
}

/** Nobody aboard stays apart or alone, and nobody has locked it. */
function mayBeJoined(route: PlannedRoute, facts: EditFacts): boolean {
  if (route.locked === true || route.stops.length === 0) return false;
  const rules = rulesOf(facts);
  return route.stops.every(({ client_id }) => {
    const client = facts.clients.get(client_id);
    return client !== undefined && apartBecause(client, rules) === null;
  });
}

/** Whether another school's children would come, by the rules; and its vehicle, or one of the rate card where no contract is made, has that many places. */
function couldTake(facts: EditFacts): (into: PlannedRoute, from: PlannedRoute) => boolean {
  const placesIn = (rooms: readonly { readonly seats: number; readonly wheelchairs: number }[]) =>
    Math.max(...rooms.map(({ seats, wheelchairs }) => seats + wheelchairs));
  const largest = placesIn(rateCardAt(facts.settings, facts.on).classes.flatMap(({ layouts }) => layouts)); // prettier-ignore
  // The same two schools are asked about for every two of their routes.
  const known = new Map<string, boolean>();
  const mayCome = (into: PlannedRoute, from: PlannedRoute): boolean => {
    const [there, come] = [schoolsOfRoute(into), schoolsOfRoute(from)];
    const key = `${there.join()} ${come.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const all = new Set([...there, ...come]).size;
    const may = all > there.length && all <= MOST_SCHOOLS && takesSchools(come, into, facts);
    known.set(key, may);
    return may;
  };
  return (into, from) =>
    into !== from &&
    into.stops.length + from.stops.length <=
      (into.contract_id === null ? largest : placesIn([into])) && // prettier-ignore
    mayCome(into, from);
}

interface Places {
  readonly homes: readonly Position[];
  readonly all: readonly Position[];
}

function placesOf(route: PlannedRoute, facts: EditFacts): Places {
  const known = (at: Position | null): readonly Position[] => (at === null ? [] : [at]);
  const homes = route.stops.flatMap(({ client_id }) => known(knownPosition(facts.clients.get(client_id)))); // prettier-ignore
  const schools = schoolsOfRoute(route).flatMap((urn) => known(knownPosition(facts.schools.get(urn)))); // prettier-ignore
  return { homes, all: [...homes, ...schools] };
}

/** How far homes lie from a route's places, metres on average, straight line. */
function away(homes: readonly Position[], to: Places | undefined): number {
  const all = to?.all ?? [];
  if (homes.length === 0 || all.length === 0) return Infinity;
  const nearest = homes.map((home) =>
    Math.min(...all.map((each) => straightLineMetres(home, each))),
  );
  return nearest.reduce((sum, each) => sum + each, 0) / homes.length;
}

function tried(
  plan: Plan,
  { from, into }: { readonly from: PlannedRoute; readonly into: PlannedRoute },
  facts: EditFacts,
): RoutesAsOne | null {
  const made = makeEdit(plan, { kind: 'merge', route_id: from.id, into_id: into.id }, facts);
  if (!made.ok) return null;
  const { effect } = made.value;
  // Whoever leaves a contract gives their seat up in the same write: that alone is no rule broken.
  const broken = effect.came.filter((each) => each.severity === 'broken' && each.code !== 'taken_off_contract'); // prettier-ignore
  if (broken.length > 0 || effect.cost_day_pence >= 0 || effect.cost_year_pence >= 0) return null;
  const after = made.value.plan.routes.find((route) => route.id === into.id);
  // By the records of today its children may all go to one school.
  if (after === undefined || !isShared(after)) return null;
  return {
    from_id: from.id,
    into_id: into.id,
    from_ref: from.ref,
    into_ref: into.ref,
    school_urns: schoolsOfRoute(after),
    saved_day_pence: 0 - effect.cost_day_pence,
    saved_year_pence: 0 - effect.cost_year_pence,
    ...ridesLonger(effect),
    releases: new Set(from.stops.filter(({ fixed }) => fixed).map(({ client_id }) => client_id)).size, // prettier-ignore
  };
}

function ridesLonger({
  rides,
}: EditEffect): Pick<RoutesAsOne, 'longer' | 'most_longer_s' | 'changed'> {
  const more = rides.flatMap(({ client_id, before, after }) => {
    const by = (after?.ride_s ?? 0) - (before?.ride_s ?? 0);
    return before !== null && after !== null && by > 0 ? [{ client_id, by }] : [];
  });
  return {
    longer: new Set(more.map((each) => each.client_id)).size,
    most_longer_s: Math.max(0, ...more.map((each) => each.by)),
    changed: new Set(rides.map((each) => each.client_id)).size,
  };
}
