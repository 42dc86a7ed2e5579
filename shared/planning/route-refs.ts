import type { PlannedRoute } from '../model/plan.ts';

/** The first three letters of a school's name, leaving out a leading "The": `MEA` for Meadowfield. */
export function refPrefix(school_name: string): string {
  const letters = school_name
    .normalize('NFD')
    .replace(/^the\s+/i, '')
    .replaceAll(/[^A-Za-z]/g, '')
    .toUpperCase();
  return letters.slice(0, 3).padEnd(3, 'X');
}

/**
 * Names the routes that have no reference yet: `MEA-014`, counted on by prefix in the order given and
 * never one that is in use, or was of a route that something was signed of (`spent`): what happened to that route is kept by its reference.
 */
export function nameRoutes(
  routes: readonly PlannedRoute[],
  schoolName: (urn: number | null) => string,
  spent: ReadonlySet<string> = NONE,
): readonly PlannedRoute[] {
  const used = new Set([...spent, ...routes.map((route) => route.ref)]);
  const next = new Map<string, number>();
  return routes.map((route) => {
    if (route.ref !== '') return route;
    const prefix = refPrefix(schoolName(route.school_urn));
    let number = next.get(prefix) ?? 1;
    while (used.has(`${prefix}-${String(number).padStart(3, '0')}`)) number++;
    next.set(prefix, number + 1);
    return { ...route, ref: `${prefix}-${String(number).padStart(3, '0')}` };
  });
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Gives new routes the references of the routes they follow on, so that what was signed of those (drafted, out to tender) stays theirs. A new
 * route follows on one that is not let, of the same school, where more than half of the children of that one ride on it [A]; of several the
 * one with the most children in common, then the first reference.
 */
export function keepRefs(
  routes: readonly PlannedRoute[],
  before: readonly PlannedRoute[],
): readonly PlannedRoute[] {
  const taken = new Set(routes.map((route) => route.ref));
  const free = before.filter((route) => route.contract_id === null && route.ref !== '' && !taken.has(route.ref)); // prettier-ignore
  const newOf = new Map<number, number[]>();
  for (const [at, route] of routes.entries())
    if (route.ref === '' && route.contract_id === null)
      for (const id of aboardOf(route)) newOf.set(id, [...(newOf.get(id) ?? []), at]);
  const follows = free.flatMap((old) => {
    const aboard = aboardOf(old);
    const counts = new Map<number, number>();
    for (const id of aboard)
      for (const at of newOf.get(id) ?? [])
        if (routes[at]?.school_urn === old.school_urn) counts.set(at, (counts.get(at) ?? 0) + 1);
    return [...counts].flatMap(([at, common]) => (2 * common > aboard.size ? [{ ref: old.ref, at, common }] : [])); // prettier-ignore
  });
  const refs = new Map<number, string>();
  const given = new Set<string>();
  for (const { at, ref } of follows.toSorted(
    (a, b) => b.common - a.common || (a.ref < b.ref ? -1 : 1) || a.at - b.at,
  ))
    // prettier-ignore
    if (!refs.has(at) && !given.has(ref)) {
      refs.set(at, ref);
      given.add(ref);
    }
  return routes.map((route, at) => ({ ...route, ref: refs.get(at) ?? route.ref }));
}

function aboardOf({ stops }: PlannedRoute): ReadonlySet<number> {
  return new Set(stops.map(({ client_id }) => client_id));
}
