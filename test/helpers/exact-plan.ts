/** The best plan of a small problem, by trying everything: what the route builder is held to. Shares no code with it. */
import type { PinnedRoute, Problem } from '../../shared/planning/problem.ts';

/** Fewest left out, then fewest pence against what runs now; null where some carried client cannot be kept. */
export interface ExactPlan {
  readonly leftOut: number;
  readonly pence: number;
}

/** Above any cost, so that one number holds both parts of the objective. */
const ONE_LEFT_OUT = 1e9;

type Group = readonly Problem['pupils'][number][];

/** Tries every sharing out of at most nine clients, every order, vehicle and layout. */
export function exactPlan(problem: Problem): ExactPlan | null {
  if (problem.pupils.length > 9) throw new RangeError('Too many to try everything');
  const groups = Array.from({ length: 1 << problem.pupils.length }, (_, mask): Group =>
    problem.pupils.filter((_each, bit) => (mask & (1 << bit)) !== 0),
  );
  let least = new Float64Array(groups.length).fill(Infinity);
  least[0] = 0;
  for (const route of problem.pinned) least = withRunning(problem, groups, { least, route });
  const rest = newRoutes(problem, groups);
  let best = Infinity;
  for (const [mask, pence] of least.entries())
    if (pence < Infinity) best = Math.min(best, pence + rest(groups.length - 1 - mask));
  if (best === Infinity) return null;
  const leftOut = Math.max(0, Math.round(best / ONE_LEFT_OUT));
  return { leftOut, pence: best - leftOut * ONE_LEFT_OUT };
}

/** Least cost of carrying each set of clients with one running route more. */
function withRunning(
  problem: Problem,
  groups: readonly Group[],
  { least, route }: { readonly least: Float64Array; readonly route: PinnedRoute },
) {
  const metres = shortest(problem, groups, route);
  const costs = groups.map((group, mask) =>
    runningCost(problem, { group, route, metres: metres[mask] ?? 0 }),
  );
  const out = new Float64Array(groups.length).fill(Infinity);
  for (const [mask, before] of least.entries()) {
    const others = groups.length - 1 - mask;
    if (before === Infinity) continue;
    for (let more = others; ; more = (more - 1) & others) {
      const all = mask | more;
      out[all] = Math.min(out[all] ?? 0, before + (costs[more] ?? 0));
      if (more === 0) break;
    }
  }
  return out;
}

/** Least cost of a set of clients on new vehicles, or left out if they are not carried now. */
function newRoutes(problem: Problem, groups: readonly Group[]): (mask: number) => number {
  const metres = shortest(problem, groups, null);
  const costs = problem.vehicleTypes.map((type) =>
    groups.map((group, mask) => newCost(problem, { group, type, metres: metres[mask] ?? 0 })),
  );
  const known = new Map<string, number>();
  const least = (mask: number, left: readonly number[]): number => {
    if (mask === 0) return 0;
    const key = `${mask}:${left.join()}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const first = mask & -mask;
    const [client] = groups[first] ?? [];
    const isCarried = problem.pinned.some((route) => route.pupils.includes(client?.index ?? 0));
    let best = isCarried ? Infinity : ONE_LEFT_OUT + least(mask - first, left);
    const others = mask - first;
    for (let more = others; ; more = (more - 1) & others) {
      const group = first | more;
      for (const [t, cost] of costs.entries()) {
        const pence = cost[group] ?? Infinity;
        if ((left[t] ?? 0) === 0 || pence >= best) continue;
        const after = left.map((count, i) => (i === t ? count - 1 : count));
        best = Math.min(best, pence + least(mask - group, after));
      }
      if (more === 0) break;
    }
    known.set(key, best);
    return best;
  };
  // More vehicles of a type than clients make no difference.
  const left = problem.vehicleTypes.map((type) => Math.min(type.count, problem.pupils.length));
  return (mask) => least(mask, left);
}

/** Metres of each set's shortest order within all limits; who was carried by `running` keeps their order on it. */
function shortest(
  problem: Problem,
  groups: readonly Group[],
  running: PinnedRoute | null,
): Float64Array {
  const { n, distances, durations, pupils } = problem;
  const best = new Float64Array(groups.length).fill(Infinity);
  best[0] = 0;
  const goBack = (mask: number, next: number, metres: number, ride: number): void => {
    best[mask] = Math.min(best[mask] ?? 0, metres);
    for (const [bit, pupil] of pupils.entries()) {
      if ((mask & (1 << bit)) !== 0) continue;
      const own = ride + (durations[pupil.index * n + next] ?? 0);
      if (own > pupil.maxRide || !isBefore(running, pupil.index, groups[mask] ?? [])) continue;
      goBack(
        mask | (1 << bit),
        pupil.index,
        metres + (distances[pupil.index * n + next] ?? 0),
        own + pupil.boarding,
      );
    }
  };
  goBack(0, 0, 0, 0);
  return best;
}

function isBefore(running: PinnedRoute | null, index: number, later: Group): boolean {
  const rank = running?.pupils.indexOf(index) ?? -1;
  return (
    rank < 0 || later.every((each) => !(running?.pupils.slice(0, rank) ?? []).includes(each.index))
  );
}

/** Pence for those of a group whom another running route carries now. */
function leaving(problem: Problem, group: Group, joined: PinnedRoute | null): number {
  let pence = 0;
  for (const route of problem.pinned) {
    if (route === joined) continue;
    for (const { index } of group) {
      const at = route.pupils.indexOf(index);
      if (at < 0) continue;
      const price = route.loose?.leave ?? Infinity;
      pence += typeof price === 'number' ? price : (price[at] ?? Infinity);
    }
  }
  return pence;
}

function runningCost(
  problem: Problem,
  {
    group,
    route,
    metres,
  }: { readonly group: Group; readonly route: PinnedRoute; readonly metres: number },
): number {
  if (group.length === 0) return emptied(route);
  if (metres === Infinity || !isCompany(group)) return Infinity;
  if (
    route.loose === undefined &&
    route.pupils.some((index) => group.every((each) => each.index !== index))
  )
    return Infinity;
  const assisted = group.some((each) => each.assistant);
  const helper = route.assistant || assisted ? 1 : 0;
  if (!holds(group, helper, route.room)) return Infinity;
  const carried = route.pupils.flatMap((index) => problem.pupils[index - 1] ?? []);
  const farther = route.perKm * (metres - lengthOf(problem, route.pupils));
  const paid = route.loose === undefined ? farther : Math.max(0, farther);
  const isNew = assisted && !route.assistant && !carried.some((each) => each.assistant);
  return (
    Math.floor((paid + 500) / 1000) +
    (isNew ? problem.assistantCost : 0) +
    leaving(problem, group, route)
  );
}

function emptied(route: PinnedRoute): number {
  if (route.loose !== undefined) return route.loose.fixed === 0 ? 0 : -route.loose.fixed;
  return route.pupils.length === 0 ? 0 : Infinity;
}

function newCost(
  problem: Problem,
  {
    group,
    type,
    metres,
  }: {
    readonly group: Group;
    readonly type: Problem['vehicleTypes'][number];
    readonly metres: number;
  },
): number {
  const helper = group.some((each) => each.assistant) ? 1 : 0;
  if (metres === Infinity || !isCompany(group)) return Infinity;
  if (!type.layouts.some((room) => holds(group, helper, room))) return Infinity;
  return (
    Math.floor((1000 * type.fixed + type.perKm * metres + 500) / 1000) +
    helper * problem.assistantCost +
    leaving(problem, group, null)
  );
}

function lengthOf({ n, distances }: Problem, pupils: readonly number[]): number {
  return pupils.reduce(
    (sum, index, k) => sum + (distances[index * n + (pupils[k + 1] ?? 0)] ?? 0),
    0,
  );
}

function holds(
  group: Group,
  helper: number,
  room: { readonly seats: number; readonly wheelchairs: number },
): boolean {
  const seats = group.reduce((sum, each) => sum + each.seats, helper);
  return (
    seats <= room.seats &&
    group.reduce((sum, each) => sum + each.wheelchairs, 0) <= room.wheelchairs
  );
}

function isCompany(group: Group): boolean {
  const ids = new Set(group.map((each) => each.id));
  return group.every(
    (each) =>
      !(each.alone && group.length > 1) &&
      each.notWith.every((id) => id === each.id || !ids.has(id)),
  );
}
