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
 * never one that is in use.
 */
export function nameRoutes(
  routes: readonly PlannedRoute[],
  schoolName: (urn: number | null) => string,
): readonly PlannedRoute[] {
  const used = new Set(routes.map((route) => route.ref));
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
