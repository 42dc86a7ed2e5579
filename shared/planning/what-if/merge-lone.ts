/** Which children who ride alone could share a vehicle: pairs and groups with what that saves, and why not the others. */
import { formatDate } from '../../format/date.ts';
import { formatPence } from '../../format/money.ts';
import { HOME } from '../../model/stop-place.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import type { SchoolWork } from '../county.ts';
import { bestPlace } from '../desk/best-place.ts';
import {
  disruptionBasis,
  hasOtherJourneys,
  releasing,
  type CountyDesk,
} from '../desk/county-desk.ts';
import { layDesk, writeDesk } from '../desk/lay-desk.ts';
import { disruptionBetween, type Disruption } from '../disruption.ts';

/** Routes with one child each that could be one. */
export interface LoneGroup {
  readonly school_urn: number;
  /** The route that goes on, and those that join it. */
  readonly into_ref: string;
  readonly refs: readonly string[];
  readonly client_ids: readonly number[];
  readonly saved_day_pence: number;
  readonly saved_year_pence: number;
  readonly disruption: Disruption;
  /** The one route, with everybody's rides. */
  readonly route: PlannedRoute;
  /** Clients whose seat on a contract would be released. */
  readonly released: readonly number[];
}

/** A child who goes on alone. */
export interface StaysAlone {
  readonly ref: string;
  readonly school_urn: number;
  readonly client_id: number;
  readonly because: string;
}

export interface LoneMerges {
  readonly lone: number;
  readonly groups: readonly LoneGroup[];
  readonly stay: readonly StaysAlone[];
}

/** Looks at one school, or at all with null. Each group passes the audit and saves more than nothing; what saves most a year first. */
export function mergeLone(county: CountyDesk, school_urn: number | null): LoneMerges {
  const groups: LoneGroup[] = [];
  const stay: StaysAlone[] = [];
  let lone = 0;
  for (const school of county.work.schools) {
    const { urn } = school.school;
    if (!school.listed || (school_urn !== null && urn !== school_urn)) continue;
    const routes = county.plan.routes.filter(
      (route) => route.school_urn === urn && route.stops.length === 1,
    );
    lone += routes.length;
    const found = mergeAtSchool(county, school, routes);
    groups.push(...found.groups);
    stay.push(...found.stay);
  }
  return {
    lone,
    groups: groups.toSorted((a, b) => b.saved_year_pence - a.saved_year_pence),
    stay,
  };
}

/** Routes put together so far, what they cost apart, and who would be released. */
export interface Cluster {
  readonly route: PlannedRoute;
  readonly from: readonly PlannedRoute[];
  readonly released: readonly number[];
}

/** One with a child more, which saves something and breaks no rule. */
export interface Merged extends Cluster {
  /** Pence a year: on days that differ a day's saving may cost more over the year. */
  readonly saved_year: number;
}

function mergeAtSchool(
  county: CountyDesk,
  school: SchoolWork,
  routes: readonly PlannedRoute[],
): Pick<LoneMerges, 'groups' | 'stay'> {
  const why = new Map<number, string>();
  const alone = routes.filter((route) => aloneBecause(county, route) !== null);
  const may = routes.filter((route) => aloneBecause(county, route) === null);
  let clusters: readonly Cluster[] = may.map((route) => ({ route, from: [route], released: [] }));
  for (;;) {
    let best: { readonly merged: Merged; readonly a: Cluster; readonly b: Cluster } | null = null;
    for (const a of clusters) {
      for (const b of clusters) {
        // One child at a time joins: what is together already stays together.
        if (a === b || b.from.length > 1) continue;
        const merged = joinLone(county, school, a, b);
        if (typeof merged === 'string') {
          if (b.from.length === 1 && a.from.length === 1) note(why, b.route.id, merged);
        } else if (best === null || merged.saved_year > best.merged.saved_year)
          best = { merged, a, b };
      }
    }
    if (best === null) break;
    const { merged, a, b } = best;
    clusters = [...clusters.filter((each) => each !== a && each !== b), merged];
  }
  return {
    groups: clusters.filter((each) => each.from.length > 1).map((each) => toGroup(county, each)),
    stay: [
      ...alone,
      ...clusters.filter((each) => each.from.length === 1).map((each) => each.route),
    ].map((route) => ({
      ref: route.ref,
      school_urn: school.school.urn,
      client_id: route.stops[0]?.client_id ?? 0,
      because:
        aloneBecause(county, route) ??
        why.get(route.id) ??
        (may.length < 2
          ? 'Nobody else who might share rides to this school alone.'
          : 'Whoever they could share with does better with another child.'),
    })),
  };
}

/** Why a child must have the vehicle to themselves, or their route stays as it is; null where they might share. */
export function aloneBecause(county: CountyDesk, route: PlannedRoute): string | null {
  const { facts } = county;
  if (route.locked === true) return 'The route is locked.';
  const [stop] = route.stops;
  if (stop !== undefined && (stop.place !== HOME || hasOtherJourneys(county, stop.client_id)))
    return 'Travels from more than one address, or to more than one school.';
  const client = facts.clients.get(route.stops[0]?.client_id ?? 0);
  if (client?.sole_occupancy !== true) return null;
  const until = client.sole_until === null ? '' : ` until ${formatDate(client.sole_until)}`;
  return `Has sole occupancy${until}.`;
}

/** The reason that says most stands: a child's own need before room, room before times, times before money. */
function note(why: Map<number, string>, id: number, because: string): void {
  const rank = (text: string) =>
    /sole occupancy|may not travel|locked/.test(text) ? 0 : /costs|saves/.test(text) ? 2 : 1;
  const known = why.get(id);
  if (known === undefined || rank(because) > rank(known)) why.set(id, because);
}

/** One cluster with another's child on its vehicle, or why not. */
export function joinLone(
  county: CountyDesk,
  school: SchoolWork,
  a: Cluster,
  b: Cluster,
): Merged | string {
  const [stop] = b.route.stops;
  const client = stop === undefined ? undefined : county.facts.clients.get(stop.client_id);
  if (stop === undefined || client === undefined) return 'The child is not in the store.';
  const desk = layDesk({
    plan: { ...county.plan, routes: [a.route] },
    facts: county.facts,
    work: { schools: [{ ...school, waiting: [] }], shared: [], unallocated: [] },
    school_urn: school.school.urn,
    joining: [client],
  });
  const [each] = desk?.routes ?? [];
  if (desk === null || each === undefined)
    return 'The route cannot be reckoned by the records of today.';
  const place = bestPlace(
    desk,
    each,
    desk.indexOf.get(client.id) ?? 0,
    disruptionBasis(county.facts).prices,
  );
  if ('because' in place) return `Not with ${a.route.ref}: ${place.because}.`;
  const route = writeDesk(desk, { changed: new Map([[each, place]]), fresh: [] }).after.get(each);
  if (route === undefined) return 'The route cannot be reckoned by the records of today.';
  const saved = a.route.cost_day_pence + b.route.cost_day_pence - route.cost_day_pence;
  if (saved <= 0)
    return `Sharing with ${a.route.ref} costs ${formatPence(0 - saved)} a day more than it saves.`;
  const saved_year = a.route.cost_year_pence + b.route.cost_year_pence - route.cost_year_pence;
  if (saved_year <= 0)
    return `Sharing with ${a.route.ref} costs ${formatPence(0 - saved_year)} a year more than it saves: they travel on other days.`;
  const released = [...a.released, ...(stop.fixed ? [client.id] : [])];
  const facts = releasing(county.facts, new Set(released));
  const [broken] = county.judge([route], facts).filter((one) => one.severity === 'broken');
  if (broken !== undefined) return `Not with ${a.route.ref}: ${broken.text}`;
  return { route, from: [...a.from, ...b.from], released, saved_year };
}

/** What a cluster comes to beside its routes apart. */
export function toGroup(county: CountyDesk, { route, from, released }: Cluster): LoneGroup {
  const day = from.reduce((sum, each) => sum + each.cost_day_pence, 0);
  const year = from.reduce((sum, each) => sum + each.cost_year_pence, 0);
  return {
    school_urn: route.school_urn ?? 0,
    into_ref: route.ref,
    refs: from.map((each) => each.ref).filter((ref) => ref !== route.ref),
    client_ids: route.stops.map((stop) => stop.client_id),
    saved_day_pence: day - route.cost_day_pence,
    saved_year_pence: year - route.cost_year_pence,
    disruption: disruptionBetween(
      { routes: from },
      { routes: [route] },
      disruptionBasis(county.facts),
    ),
    route,
    released,
  };
}
