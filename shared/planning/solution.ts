/** Turns the search's state into an answer: routes with their vehicles, and who is left out and why. */
import { MILLI } from './search/instance.ts';
import { seatsTaken, spacesTaken } from './search/loads.ts';
import type { LeftOut, Moved, Problem, SolvedRoute } from './problem.ts';
import type { SearchState } from './search/state.ts';

/** What `solve` answers. */
export interface Solved {
  readonly routes: readonly SolvedRoute[];
  /** The running routes in the problem's order, with those who joined. */
  readonly pinned: readonly { readonly id: string; readonly pupils: readonly number[] }[];
  readonly leftOut: readonly LeftOut[];
  /** Who is moved off a loose running route, in order of index. */
  readonly moved: readonly Moved[];
  readonly iterations: number;
}

/** Reads the routes off a state. */
export function readSolution(problem: Problem, state: SearchState): Omit<Solved, 'iterations'> {
  const pupilsOf = (r: number): readonly number[] =>
    Array.from(
      state.sequence.subarray(r * state.longest, r * state.longest + (state.length[r] ?? 0)),
    );
  const routes: SolvedRoute[] = [];
  for (let r = state.pinned; r < state.routes; r++) {
    const pupils = pupilsOf(r);
    if (pupils.length > 0) routes.push(toRoute(problem, state, r, pupils));
  }
  const leftOut = Array.from(state.instance.free)
    .filter((p) => (state.routeOf[p] ?? -1) < 0)
    .map((p): LeftOut => ({ pupil: p, reason: reasonFor(state, p) }));
  const pinned = problem.pinned.map((route, r) => ({ id: route.id, pupils: pupilsOf(r) }));
  return { routes, pinned, leftOut, moved: movedOf(problem, state) };
}

function movedOf(problem: Problem, state: SearchState): readonly Moved[] {
  const { free, home, leave } = state.instance;
  return Array.from(free).flatMap((p): Moved[] => {
    const from = problem.pinned[home[p] ?? -1];
    const r = state.routeOf[p] ?? -1;
    if (from === undefined || r < 0 || r === home[p]) return [];
    return [
      {
        pupil: p,
        from: from.id,
        to: problem.pinned[r]?.id ?? null,
        price: (leave[p] ?? 0) / MILLI,
      },
    ];
  });
}

function toRoute(
  problem: Problem,
  state: SearchState,
  r: number,
  pupils: readonly number[],
): SolvedRoute {
  const id = state.instance.typeIds[state.type[r] ?? -1];
  const type = problem.vehicleTypes.find((each) => each.id === id);
  if (type === undefined) throw new Error(`Route ${r} has no vehicle`);
  const seats = seatsTaken(state, 0, r);
  const chairs = spacesTaken(state, 0, r);
  const layout = type.layouts.findIndex(
    (each) => seats <= each.seats && chairs <= each.wheelchairs,
  );
  return type.namesLayout ? { type: type.id, pupils, layout } : { type: type.id, pupils };
}

/** Why nobody could be found to carry a pupil, from the hardest fact to the softest. */
function reasonFor(state: SearchState, p: number): LeftOut['reason'] {
  const { instance } = state;
  if ((instance.durations[p * instance.n] ?? 0) > (instance.limit[p] ?? 0)) return 'ride_limit';
  const conflicts = instance.conflicts[p];
  const onRoutes = conflicts?.some((other) => (state.routeOf[other] ?? -1) >= 0) ?? false;
  return onRoutes && instance.alone[p] === 0 ? 'conflict' : 'no_vehicle';
}
