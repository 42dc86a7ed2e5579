/**
 * Children who ride alone and might share: with each other, on a route of their school that passes near, or with a child of a neighbouring
 * school. Nobody with sole occupancy is ever suggested. Every suggestion keeps everyone's ride limit, passes the audit and saves money.
 */
import { straightLineMetres } from '../../geo/estimate.ts';
import { knownPosition, type Position } from '../../geo/position.ts';
import type { PlannedRoute } from '../../model/plan.ts';
import { isShared, schoolsOfRoute } from '../../model/route-schools.ts';
import type { SchoolWork } from '../county.ts';
import { releasing, type CountyDesk } from '../desk/county-desk.ts';
import { shareRoutes } from '../sharing/share-routes.ts';
import {
  aloneBecause,
  joinLone,
  mergeLone,
  toGroup,
  type Cluster,
  type LoneGroup,
  type Merged,
  type StaysAlone,
} from './merge-lone.ts';

/** Routes of a school that are tried for each lone child, nearest first [A]: more add time and hardly any place. */
const HOSTS_TRIED = 5;

/** `together`: lone children of one school. `joins`: on a route that carries others already. `schools`: of neighbouring schools, as a new route. */
export type LoneShareKind = 'together' | 'joins' | 'schools';

/** Routes that could be one. `client_ids` of the group are everyone on it. */
export interface LoneShare extends LoneGroup {
  readonly kind: LoneShareKind;
  /** Those who ride alone today. */
  readonly lone_ids: readonly number[];
}

export interface LoneShares {
  readonly lone: number;
  readonly shares: readonly LoneShare[];
  readonly stay: readonly StaysAlone[];
}

/** Looks at every school. `step` is told how far it is, 0 to 1; it stops where that answers false and gives what it has. */
export function loneShares(
  county: CountyDesk,
  step: (done: number) => boolean = () => true,
): LoneShares {
  const schools = county.work.schools.filter(({ listed }) => listed);
  const shares: LoneShare[] = [];
  let stay: readonly StaysAlone[] = [];
  let lone = 0;
  for (const [at, school] of schools.entries()) {
    if (!step((0.9 * at) / schools.length)) return { lone, shares: sorted(shares), stay };
    const found = mergeLone(county, school.school.urn);
    lone += found.lone;
    const groups = found.groups.map((group): LoneShare => {
      return { ...group, kind: 'together', lone_ids: group.client_ids };
    });
    const joined = joinOthers(county, school, found.stay);
    shares.push(...groups, ...joined);
    stay = [...stay, ...without(found.stay, joined)];
  }
  if (!step(0.9)) return { lone, shares: sorted(shares), stay };
  const across = acrossSchools(county, stay);
  return { lone, shares: sorted([...shares, ...across]), stay: without(stay, across) };
}

function sorted(shares: readonly LoneShare[]): readonly LoneShare[] {
  return shares.toSorted((a, b) => b.saved_year_pence - a.saved_year_pence || (a.into_ref < b.into_ref ? -1 : 1)); // prettier-ignore
}

function without(stay: readonly StaysAlone[], found: readonly LoneShare[]): readonly StaysAlone[] {
  const gone = new Set(found.flatMap(({ lone_ids }) => lone_ids));
  return stay.filter(({ client_id }) => !gone.has(client_id));
}

/** Those of a school who might share but found nobody who rides alone: on a route of the school that carries others. */
function joinOthers(
  county: CountyDesk,
  school: SchoolWork,
  stay: readonly StaysAlone[],
): readonly LoneShare[] {
  const alone = sharersOf(county, stay);
  const refs = new Set(alone.map(({ ref }) => ref));
  let hosts: readonly Cluster[] = county.plan.routes
    .filter((route) => isHost(route, school.school.urn) && !refs.has(route.ref))
    .map((route) => ({ route, from: [route], released: [] }));
  const waiting = new Map(alone.map((route) => [route.ref, route]));
  const tried = new Map<string, Merged | string>();
  for (;;) {
    let best: { readonly merged: Merged; readonly host: Cluster; readonly ref: string } | null = null; // prettier-ignore
    for (const route of waiting.values()) {
      for (const host of nearest(county, route, hosts)) {
        const key = `${route.ref} ${host.route.ref} ${host.from.length}`;
        const merged = tried.get(key) ?? joinLone(county, school, host, { route, from: [route], released: [] }); // prettier-ignore
        tried.set(key, merged);
        if (typeof merged === 'string') continue;
        const gain = merged.saved_year;
        if (best === null || gain > best.merged.saved_year) best = { merged, host, ref: route.ref };
      }
    }
    if (best === null) break;
    const { merged, host, ref } = best;
    waiting.delete(ref);
    hosts = hosts.map((each) => (each === host ? merged : each));
  }
  return hosts.flatMap((host): readonly LoneShare[] => {
    if (host.from.length < 2) return [];
    const lone_ids = host.from.slice(1).flatMap((route) => route.stops.map((stop) => stop.client_id)); // prettier-ignore
    return [{ ...toGroup(county, host), kind: 'joins', lone_ids }];
  });
}

/** The lone routes of children who might share. */
function sharersOf(county: CountyDesk, stay: readonly StaysAlone[]): readonly PlannedRoute[] {
  const refs = new Map(county.plan.routes.map((route) => [route.ref, route]));
  return stay.flatMap(({ ref }) => {
    const route = refs.get(ref);
    return route === undefined || maySit(county, route) === null ? [] : [route];
  });
}

/** The home of a lone child who might share; null for the others. */
function maySit(county: CountyDesk, route: PlannedRoute): Position | null {
  const [stop] = route.stops;
  if (stop === undefined || aloneBecause(county, route) !== null) return null;
  return knownPosition(county.facts.clients.get(stop.client_id));
}

function isHost(route: PlannedRoute, urn: number): boolean {
  return (
    route.school_urn === urn &&
    route.stops.length > 1 &&
    route.locked !== true &&
    !isShared(route) &&
    route.stops.length < route.seats + route.wheelchairs
  );
}

/** The routes with a home nearest to the lone child's. */
function nearest(
  county: CountyDesk,
  route: PlannedRoute,
  hosts: readonly Cluster[],
): readonly Cluster[] {
  const home = maySit(county, route);
  if (home === null) return [];
  const away = (host: Cluster): number =>
    Math.min(
      ...host.route.stops.map(({ client_id }) => {
        const other = knownPosition(county.facts.clients.get(client_id));
        return other === null ? Infinity : straightLineMetres(home, other);
      }),
    );
  return hosts
    .map((host) => ({ host, metres: away(host) }))
    .toSorted((a, b) => a.metres - b.metres || (a.host.route.ref < b.host.route.ref ? -1 : 1))
    .slice(0, HOSTS_TRIED)
    .map(({ host }) => host);
}

/** Those still alone with children of schools that may share a vehicle: contracts as if they were let anew, at the rate card. */
function acrossSchools(county: CountyDesk, stay: readonly StaysAlone[]): readonly LoneShare[] {
  const { facts } = county;
  const before = sharersOf(county, stay).filter((route) => route.locked !== true);
  const loose = before.map((route) => ({ ...route, contract_id: null, provider: '', confirmed: false })); // prettier-ignore
  const made = shareRoutes(loose, facts).filter((route) => schoolsOfRoute(route).length > 1);
  return made.flatMap((route): readonly LoneShare[] => {
    const ids = new Set(route.stops.map(({ client_id }) => client_id));
    const from = before.filter(({ stops }) => stops.some(({ client_id }) => ids.has(client_id)));
    const released = from.flatMap(({ stops }) => stops.filter(({ fixed }) => fixed).map(({ client_id }) => client_id)); // prettier-ignore
    const broken = county.judge([route], releasing(facts, new Set(released)));
    if (broken.some(({ severity }) => severity === 'broken')) return [];
    const group = toGroup(county, { route, from, released });
    if (group.saved_day_pence <= 0 || group.saved_year_pence <= 0) return [];
    return [{ ...group, kind: 'schools', lone_ids: [...ids] }];
  });
}
