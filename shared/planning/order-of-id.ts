/** Puts a problem into an order that does not depend on how it is listed, so that the search does not either. */
import type { Problem } from './problem.ts';
import type { Solved } from './solution.ts';

type Answer = Omit<Solved, 'iterations'>;

/** The problem with clients and running routes in order of their ids, and the way back to its own indices and order. */
export function inOrderOfId(problem: Problem): {
  readonly inOrder: Problem;
  readonly back: (answer: Answer) => Answer;
} {
  const { n } = problem;
  const pupils = problem.pupils.toSorted(byId);
  // were[i]: the problem's own index of whoever is now i; now[] the other way round. The school stays 0.
  const were = Int32Array.from([0, ...pupils.map((pupil) => pupil.index)]);
  const now = new Int32Array(n);
  for (const [to, from] of were.entries()) now[from] = to;
  const own = (index: number): number => were[index] ?? 0;
  const pinned = problem.pinned.toSorted(byId);
  const inOrder: Problem = {
    ...problem,
    pupils: pupils.map((pupil, at) => ({ ...pupil, index: at + 1 })),
    distances: moved(problem.distances, were),
    durations: moved(problem.durations, were),
    pinned: pinned.map((route) => ({
      ...route,
      pupils: route.pupils.map((index) => now[index] ?? 0),
    })),
  };
  const back = (answer: Answer): Answer => ({
    routes: answer.routes
      .map((route) => ({ ...route, pupils: route.pupils.map(own) }))
      .toSorted((a, b) => (a.pupils[0] ?? 0) - (b.pupils[0] ?? 0)),
    pinned: problem.pinned.map((route) => ({
      id: route.id,
      pupils: (answer.pinned[pinned.indexOf(route)]?.pupils ?? []).map(own),
    })),
    leftOut: answer.leftOut
      .map((each) => ({ ...each, pupil: own(each.pupil) }))
      .toSorted((a, b) => a.pupil - b.pupil),
    moved: answer.moved
      .map((each) => ({ ...each, pupil: own(each.pupil) }))
      .toSorted((a, b) => a.pupil - b.pupil),
  });
  return { inOrder, back };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function moved(matrix: Float64Array, were: Int32Array): Float64Array {
  if (were.every((from, to) => from === to)) return matrix;
  const n = were.length;
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = (were[i] as number) * n;
    for (let j = 0; j < n; j++) out[i * n + j] = matrix[row + (were[j] as number)] as number;
  }
  return out;
}
