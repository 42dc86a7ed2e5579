/** The cheapest plan of a very small problem, whatever is weighed in it, by trying everything. */
import type { Problem, SolvedRoute } from '../../shared/planning/problem.ts';
import type { Solved } from '../../shared/planning/solution.ts';
import { planFaults, planPence } from './plan-price.ts';
import { everyAnswer } from './random-problem.ts';

/** The least a plan that carries everyone can cost: every sharing out, every order, each group on every running route or a new one. */
export function leastPence(problem: Problem): number {
  let least = Infinity;
  for (const groups of everyAnswer(problem.pupils.map((each) => each.index))) {
    for (const carriers of carriersOf(groups.length, problem.pinned.length)) {
      const pinned = problem.pinned.map(({ id }, r) => ({ id, pupils: groups[carriers.indexOf(r)] ?? [] })); // prettier-ignore
      const routes = groups.flatMap((pupils, i) => (carriers[i] === -1 ? [cheapest(problem, pupils)] : [])); // prettier-ignore
      if (routes.includes(null)) continue;
      const whole = { pinned, routes: routes.filter((each) => each !== null), leftOut: [] };
      const moved = movedOf(problem, pinned);
      if (planFaults(problem, { ...whole, moved }).length === 0)
        least = Math.min(least, planPence(problem, { ...whole, moved }));
    }
  }
  return least;
}

/** Each way to give groups running routes (by number) or new ones (-1), no running route to two. */
function carriersOf(groups: number, running: number): readonly (readonly number[])[] {
  if (groups === 0) return [[]];
  return carriersOf(groups - 1, running).flatMap((some) =>
    Array.from({ length: running + 1 }, (_, r) => r - 1)
      .filter((r) => r === -1 || !some.includes(r))
      .map((r) => [...some, r]),
  );
}

function cheapest(problem: Problem, pupils: readonly number[]): SolvedRoute | null {
  const bare = { ...problem, pinned: [], pupils: problem.pupils };
  const others = problem.pupils.filter((each) => !pupils.includes(each.index));
  const leftOut = others.map(({ index }) => ({ pupil: index, reason: 'no_vehicle' as const }));
  const able = problem.vehicleTypes.flatMap((type) =>
    type.layouts.map((_, layout) => ({ type: type.id, layout, pupils })),
  );
  const plans = able.map((route) => ({ routes: [route], pinned: [], leftOut, moved: [] }));
  const good = plans.filter((each) => planFaults(bare, each).length === 0);
  return good.toSorted((a, b) => planPence(bare, a) - planPence(bare, b))[0]?.routes[0] ?? null;
}

function movedOf(problem: Problem, pinned: Solved['pinned']): Solved['moved'] {
  return problem.pinned.flatMap((route) =>
    route.pupils.flatMap((pupil, at) => {
      const to = pinned.find((each) => each.pupils.includes(pupil))?.id ?? null;
      if (to === route.id) return [];
      const leave = route.loose?.leave ?? Infinity;
      const price = typeof leave === 'number' ? leave : (leave[at] ?? Infinity);
      return [{ pupil, from: route.id, to, price }];
    }),
  );
}
