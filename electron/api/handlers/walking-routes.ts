/** The register of walked routes: listed with the children that each assessment decides, added to, withdrawn from. */
import type { CoveredChild, WalkingRouteRow } from '../../../shared/api/views/evidence.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import {
  walkingRouteProblems,
  withdrawalProblems,
} from '../../../shared/casework/check-evidence.ts';
import { rulesOf } from '../../../shared/eligibility/decide.ts';
import { isInForce, routeFinder } from '../../../shared/eligibility/evidence.ts';
import { parsePostcode } from '../../../shared/intake/parse-postcode.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { RoutePlace } from '../../../shared/model/walking-route.ts';
import type { Store } from '../../../db/store.ts';
import { countyOf, factsReader } from '../../jobs/case-facts.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';

function listOf(host: Host): Result<readonly WalkingRouteRow[]> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const on = host.today();
  // Every home is looked at against every route: worked out once until something changes.
  const kept = store.read.derived('walking_routes', on, () => JSON.stringify(rowsOf(store, on)));
  return ok(JSON.parse(kept) as readonly WalkingRouteRow[]);
}

function rowsOf(store: Store, on: IsoDate): readonly WalkingRouteRow[] {
  const routes = store.walkingRoutes.all();
  const county = countyOf(store);
  const covered = childrenOf(store, on);
  return routes.map((route) => ({
    route,
    school: county.schools.get(route.school_urn)?.name ?? `URN ${route.school_urn}`,
    children: covered.get(route.id) ?? [],
    is_expired: isInForce(route) && route.review_on !== null && route.review_on < on,
  }));
}

function childrenOf(store: Store, on: IsoDate): ReadonlyMap<number, readonly CoveredChild[]> {
  const children = new Map<number, CoveredChild[]>();
  const register = store.walkingRoutes.all();
  if (!register.some(isInForce)) return children;
  const routesOf = routeFinder(register);
  const rules = rulesOf(countyOf(store));
  const factsOf = factsReader(store, { on, isAll: false });
  const active = new Set(store.read.states(on).flatMap((each) => (each.active ? [each.client_id] : []))); // prettier-ignore
  for (const client of store.clients.all()) {
    if (!active.has(client.id)) continue;
    const routes = routesOf(client);
    if (routes.length === 0) continue;
    const application = store.applications.ofClient(client.id);
    const tried = application === null ? null : rules.tryOn(factsOf(application, client), on);
    const rule = tried?.rules.find((each) => each.rule === 'unsafe_route');
    const child = childOf(client, rule?.outcome ?? null);
    for (const { id } of routes) {
      const known = children.get(id);
      if (known === undefined) children.set(id, [child]);
      else known.push(child);
    }
  }
  return children;
}

function childOf(client: Client, outcome: CoveredChild['outcome']): CoveredChild {
  const { id, ref, surname, forename, protected_address } = client;
  const name = [surname, forename].filter((part) => part !== '').join(', ');
  return { client_id: id, ref, name: protected_address ? '' : name, outcome };
}

/** A postcode as homes have it; what is none is left for the check to name. */
function tidy(place: RoutePlace): RoutePlace {
  if (place.kind === 'around') return place;
  const read = parsePostcode(place.postcode);
  return read.kind === 'postcode' ? { kind: 'postcode', postcode: read.postcode } : place;
}

export const walkingRoutesHandlers: Handlers<
  'walking-routes/list' | 'walking-routes/add' | 'walking-routes/withdraw'
> = {
  'walking-routes/list': (_input, host) => listOf(host),
  'walking-routes/add': ({ given: asGiven, supersedes, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const recorded = { on: host.today(), by: name.trim() };
    const given = { ...asGiven, place: tidy(asGiven.place) };
    const problems = [...walkingRouteProblems(given, recorded)];
    if (given.school_urn > 0 && store.schools.get(given.school_urn) === null)
      problems.push('The school is not in the list of schools.');
    const before = supersedes === null ? null : store.walkingRoutes.get(supersedes);
    if (supersedes !== null && (before === null || !isInForce(before)))
      problems.push('The assessment to be superseded is not in force.');
    if (before !== null && given.assessed_on < before.assessed_on)
      problems.push('The walk is older than the one it takes the place of.');
    if (problems.length > 0) return notComplete(problems);
    store.write({ who: recorded.by, why: recorded.by }, () => {
      store.walkingRoutes.add(given, { ...recorded, supersedes });
    });
    host.changed('applications', 'plan');
    return listOf(host);
  },
  'walking-routes/withdraw': ({ id, reason, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const given = { reason: reason.trim(), by: name.trim() };
    const problems = withdrawalProblems(given);
    if (problems.length > 0) return notComplete(problems);
    const route = store.walkingRoutes.get(id);
    if (route === null || !isInForce(route))
      return fail(
        'no_such_record',
        'There is no such assessment in force.',
        'Look at the register again.',
      );
    store.write({ who: given.by, why: given.by }, () => {
      store.walkingRoutes.withdraw(route, { on: host.today(), ...given });
    });
    host.changed('applications', 'plan');
    return listOf(host);
  },
};
