/** What a change weighs for clients whom a running route carries already: other companions, other times, an assistant who comes. */
import type { Problem } from '../problem.ts';
import type { SearchState } from './state.ts';

/** Prices in thousandths of a penny; times in seconds after midnight. Arrays by pupil are true for those whom a running route carries. */
export interface SettledInstance {
  readonly companions: number;
  readonly assistant: number;
  readonly minute: number;
  readonly tolerance: number;
  readonly pickUp: Float64Array;
  readonly dropOff: Float64Array;
  /** By running route, and once more for all new ones. */
  readonly arrive: Float64Array;
  readonly depart: Float64Array;
  /** By running route: how many it carries now, and 1 where an assistant travels. */
  readonly carried: Int32Array;
  readonly helped: Uint8Array;
}

const MILLI = 1000;

/** Prepares the prices and what they are held against; null where nothing weighs anything or nobody is carried. */
export function settledOf(problem: Problem): SettledInstance | null {
  const { settled, pinned, n, durations, pupils } = problem;
  if (settled === undefined || pinned.length === 0) return null;
  const { companions, assistant, minute, tolerance, times } = settled;
  if (companions === 0 && assistant === 0 && minute === 0) return null;
  const pickUp = new Float64Array(n);
  const dropOff = new Float64Array(n);
  const boarding = (index: number): number => (index === 0 ? 0 : (pupils[index - 1]?.boarding ?? 0)); // prettier-ignore
  for (const route of pinned) {
    const { arrive, depart } = route.times ?? times;
    let [next, there, home] = [0, 0, 0];
    for (const index of route.pupils.toReversed()) {
      there += (durations[index * n + next] ?? 0) + boarding(next);
      home += (durations[next * n + index] ?? 0) + boarding(next);
      pickUp[index] = arrive - there;
      dropOff[index] = depart + home;
      next = index;
    }
  }
  const isHelped = (route: Problem['pinned'][number]): boolean =>
    route.assistant ||
    route.helped === true ||
    route.pupils.some((index) => pupils[index - 1]?.assistant === true);
  return {
    companions: companions * MILLI,
    assistant: assistant * MILLI,
    minute: minute * MILLI,
    tolerance,
    pickUp,
    dropOff,
    arrive: Float64Array.from([...pinned.map((each) => (each.times ?? times).arrive), times.arrive]), // prettier-ignore
    depart: Float64Array.from([...pinned.map((each) => (each.times ?? times).depart), times.depart]), // prettier-ignore
    carried: Int32Array.from(pinned, (route) => route.pupils.length),
    helped: Uint8Array.from(pinned, (route) => (isHelped(route) ? 1 : 0)),
  };
}

/**
 * What it weighs for all who are settled that a route is as it is, with `p` before place `k` (`p` 0: as it stands). By the ways of all
 * together: who is aboard on some days only is waited for on all, in the way as it is now too.
 */
export function settledWeight(
  state: SearchState,
  settled: SettledInstance,
  at: { readonly r: number; readonly p: number; readonly k: number },
): number {
  const { r, p, k } = at;
  const { instance, sequence, pinned } = state;
  const { n, durations, boarding, home } = instance;
  const from = r * state.longest;
  const own = r < pinned ? r : pinned;
  const arrive = settled.arrive[own] as number;
  const depart = settled.depart[own] as number;
  let [next, there, back, weight] = [0, 0, 0, 0];
  let [known, natives, assisted] = [0, 0, 0];
  let oneHome = -2;
  // From the school outwards; the joining pupil in front of whoever is collected next.
  const length = (state.length[r] as number) + (p > 0 ? 1 : 0);
  for (let i = length - 1; i >= 0; i--) {
    const each = p > 0 && i === k ? p : (sequence[from + (p > 0 && i > k ? i - 1 : i)] as number);
    const wait = next === 0 ? 0 : (boarding[next] as number);
    there += (durations[each * n + next] as number) + wait;
    back += (durations[next * n + each] as number) + wait;
    const theirs = home[each] as number;
    if (theirs >= 0) {
      known++;
      if (theirs === r) natives++;
      weight += moved(settled, arrive - there - (settled.pickUp[each] as number));
      weight += moved(settled, depart + back - (settled.dropOff[each] as number));
    }
    assisted += instance.assistant[each] as number;
    oneHome = oneHome === -2 || oneHome === theirs ? theirs : -1;
    next = each;
  }
  if (known === 0) return 0;
  if (oneHome < 0 || (settled.carried[oneHome] as number) !== length)
    weight += known * settled.companions;
  if (natives > 0 && assisted > 0 && settled.helped[r] === 0) weight += natives * settled.assistant;
  return weight;
}

function moved({ tolerance, minute }: SettledInstance, seconds: number): number {
  const by = Math.abs(seconds);
  return by <= tolerance ? 0 : Math.ceil(by / 60) * minute;
}
