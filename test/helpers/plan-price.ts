/** Prices and checks a plan with running routes by the rules of the problem alone: a second opinion to the search's sums. */
import type { PinnedRoute, Problem, Pupil } from '../../shared/planning/problem.ts';
import type { Solved } from '../../shared/planning/solution.ts';

type Plan = Pick<Solved, 'routes' | 'pinned' | 'leftOut' | 'moved'>;

/** Pence of a whole plan against what runs now. */
export function planPence(problem: Problem, plan: Plan): number {
  let pence = plan.moved.reduce((sum, each) => sum + each.price, 0);
  for (const [r, route] of problem.pinned.entries())
    pence += runningPence(problem, route, plan.pinned[r]?.pupils ?? []);
  for (const { type: id, pupils } of plan.routes) {
    const type = problem.vehicleTypes.find((each) => each.id === id);
    const vehicle = type === undefined ? 0 : vehiclePence(problem, type, pupils);
    const helper = pupilsAt(problem, pupils).some((each) => each.assistant);
    const day = vehicle + (helper ? problem.assistantCost : 0);
    pence += (day * daysOf(problem, pupils)) / 5 + trainedPence(problem, pupils, []);
    pence += settledPence(problem, null, pupils);
  }
  for (const [r, route] of problem.pinned.entries())
    pence += settledPence(problem, route, plan.pinned[r]?.pupils ?? []);
  return pence;
}

/** The vehicle's price of a new route: by its parts, and at least its minimum. */
function vehiclePence(
  problem: Problem,
  { fixed, perKm, dead = 0, perHour = 0, minimum = 0 }: Problem['vehicleTypes'][number],
  pupils: readonly number[],
): number {
  const metres = metresOf(problem, pupils) + dead;
  const run = Math.floor((1000 * fixed + perKm * metres + 500) / 1000);
  const hours = Math.floor((perHour * secondsOf(problem, pupils)) / 3600 + 0.5);
  return Math.max(run + hours, minimum);
}

/** From the first boarding to the school. */
function secondsOf({ n, durations, pupils }: Problem, indices: readonly number[]): number {
  return indices.reduce(
    (sum, index, k) =>
      sum + (durations[index * n + (indices[k + 1] ?? 0)] ?? 0) + (pupils[index - 1]?.boarding ?? 0), // prettier-ignore
    0,
  );
}

/** What it weighs for those carried now that they ride on a route as it is; null for a new one. */
export function settledPence(
  problem: Problem,
  route: PinnedRoute | null,
  pupils: readonly number[],
): number {
  const { settled } = problem;
  if (settled === undefined) return 0;
  const now = timesOf(problem, pupils, route?.times ?? settled.times);
  let pence = 0;
  for (const index of pupils) {
    const carrier = problem.pinned.find((each) => each.pupils.includes(index));
    if (carrier === undefined) continue;
    const before = timesOf(problem, carrier.pupils, carrier.times ?? settled.times).get(index);
    for (const leg of ['pickUp', 'dropOff'] as const) {
      const by = Math.abs((now.get(index)?.[leg] ?? 0) - (before?.[leg] ?? 0));
      if (by > settled.tolerance) pence += Math.ceil(by / 60) * settled.minute;
    }
    const company = (all: readonly number[]) => all.filter((each) => each !== index).toSorted((a, b) => a - b).join(); // prettier-ignore
    if (company(carrier.pupils) !== company(pupils)) pence += settled.companions;
    const isHelped = (all: readonly number[]) => pupilsAt(problem, all).some((each) => each.assistant); // prettier-ignore
    const had = carrier.assistant || carrier.helped === true || isHelped(carrier.pupils);
    if (carrier === route && !had && isHelped(pupils)) pence += settled.assistant;
  }
  return pence;
}

/** Pick-up and drop-off of each on a route, seconds after midnight, the way home being the morning turned round. */
function timesOf(
  { n, durations, pupils: all }: Problem,
  pupils: readonly number[],
  { arrive, depart }: { readonly arrive: number; readonly depart: number },
): ReadonlyMap<number, { readonly pickUp: number; readonly dropOff: number }> {
  const way = (from: number, to: number): number => durations[from * n + to] ?? 0;
  const board = (index: number): number => all[index - 1]?.boarding ?? 0;
  return new Map(
    pupils.map((index, at) => {
      const later = pupils.slice(at + 1);
      const stops = [index, ...later, 0];
      const waits = later.reduce((sum, each) => sum + board(each), 0);
      const there = stops.slice(1).reduce((sum, to, i) => sum + way(stops[i] ?? 0, to), waits);
      const home = stops.slice(1).reduce((sum, from, i) => sum + way(from, stops[i] ?? 0), waits);
      return [index, { pickUp: arrive - there, dropOff: depart + home }];
    }),
  );
}

function runningPence(problem: Problem, route: PinnedRoute, pupils: readonly number[]): number {
  if (pupils.length === 0) return -(route.loose?.fixed ?? 0);
  const farther = route.perKm * (metresOf(problem, pupils) - metresOf(problem, route.pupils));
  const longer = secondsOf(problem, pupils) - secondsOf(problem, route.pupils);
  const { perHour, spare } = route.card ?? { perHour: 0, spare: -Infinity };
  // Thousandths; up to the minimum nothing is added, and what lies above it already was paid before.
  const bill = (more: number): number => Math.max(more, 1000 * spare);
  const more = bill(farther + (1000 * perHour * longer) / 3600) - bill(0);
  const paid = route.loose === undefined ? more : Math.max(0, more);
  const helped = (indices: readonly number[]): boolean =>
    route.assistant || pupilsAt(problem, indices).some((each) => each.assistant);
  const isNew = helped(pupils) && !helped(route.pupils);
  const joined = pupils.filter((index) => !route.pupils.includes(index));
  const whole = paid + (isNew ? 1000 * problem.assistantCost : 0);
  const share =
    joined.length === 0 ? 1 : Math.min(1, daysOf(problem, joined) / daysOf(problem, route.pupils));
  return Math.floor((whole * share + 500) / 1000) + trainedPence(problem, pupils, route.pupils);
}

/** The weight of each competence that these ask for and those did not. */
function trainedPence(
  problem: Problem,
  indices: readonly number[],
  before: readonly number[],
): number {
  const asked = (of: readonly number[]): ReadonlySet<number> =>
    new Set(
      pupilsAt(problem, of).flatMap(({ trained = 0 }) =>
        [0, 1, 2, 3].filter((bit) => ((trained >> bit) & 1) === 1),
      ),
    );
  const known = asked(before);
  const more = [...asked(indices)].filter((bit) => !known.has(bit));
  return more.length * (problem.trainedWeight ?? 0);
}

/** On how many days of the week anybody of these rides; five for nobody. */
function daysOf(problem: Problem, indices: readonly number[]): number {
  const days = [0, 1, 2, 3, 4].filter((day) =>
    pupilsAt(problem, indices).some((each) => rides(each, day) || rides(each, day + 5)),
  );
  return indices.length === 0 ? 5 : days.length;
}

function rides({ runs }: Pupil, run: number): boolean {
  return runs === undefined || ((runs >> run) & 1) === 1;
}

/** Who is aboard on each run of the week. */
function crewsOf(problem: Problem, indices: readonly number[]): readonly (readonly Pupil[])[] {
  return Array.from({ length: 10 }, (_, run) =>
    pupilsAt(problem, indices).filter((each) => rides(each, run)),
  );
}

/** Every broken rule as a sentence. */
export function planFaults(problem: Problem, plan: Plan): readonly string[] {
  const faults: string[] = [];
  const seen = new Map<number, number>();
  const all = [...plan.routes, ...plan.pinned].map((route) => route.pupils);
  for (const index of [...all.flat(), ...plan.leftOut.map((each) => each.pupil)])
    seen.set(index, (seen.get(index) ?? 0) + 1);
  for (const { index } of problem.pupils)
    if (seen.get(index) !== 1) faults.push(`${index} is there ${seen.get(index) ?? 0} times`);
  for (const pupils of all)
    faults.push(...rideFaults(problem, pupils), ...companyFaults(problem, pupils));
  for (const [r, route] of problem.pinned.entries())
    faults.push(...runningFaults(problem, plan, { route, pupils: plan.pinned[r]?.pupils ?? [] }));
  for (const type of problem.vehicleTypes) {
    const used = plan.routes.filter((route) => route.type === type.id);
    if (used.length > type.count) faults.push(`${type.id} is used ${used.length} times`);
    for (const { pupils, layout } of used) {
      const room = type.layouts[layout ?? 0];
      if (room === undefined || !fits(problem, pupils, room, false))
        faults.push(`${type.id} is too full`);
    }
  }
  return faults;
}

function runningFaults(
  problem: Problem,
  plan: Plan,
  { route, pupils }: { readonly route: PinnedRoute; readonly pupils: readonly number[] },
): readonly string[] {
  const faults: string[] = [];
  const stay = pupils.filter((index) => route.pupils.includes(index));
  const left = route.pupils.filter((index) => !pupils.includes(index));
  if (stay.join() !== route.pupils.filter((index) => stay.includes(index)).join())
    faults.push(`${route.id} changed its order`);
  if (pupils.length > 0 && !fits(problem, pupils, route.room, route.assistant))
    faults.push(`${route.id} is too full`);
  for (const index of left) {
    const price = route.loose?.leave ?? Infinity;
    const own =
      typeof price === 'number' ? price : (price[route.pupils.indexOf(index)] ?? Infinity);
    const to = plan.pinned.find((each) => each.pupils.includes(index))?.id ?? null;
    const told = plan.moved.filter((each) => each.pupil === index);
    if (JSON.stringify(told) !== JSON.stringify([{ pupil: index, from: route.id, to, price: own }]))
      faults.push(`${index} left ${route.id} and it says ${JSON.stringify(told)}`);
    if (own === Infinity) faults.push(`${index} had to stay on ${route.id}`);
    if (plan.leftOut.some((each) => each.pupil === index))
      faults.push(`${index} lost their place on ${route.id}`);
  }
  for (const each of plan.moved)
    if (each.from === route.id && !left.includes(each.pupil))
      faults.push(`${each.pupil} never left ${route.id}`);
  return faults;
}

function fits(
  problem: Problem,
  indices: readonly number[],
  room: { readonly seats: number; readonly wheelchairs: number },
  hasAssistant: boolean,
): boolean {
  return crewsOf(problem, indices).every((here) => {
    const helper = hasAssistant || here.some((each) => each.assistant) ? 1 : 0;
    const seats = here.reduce((sum, each) => sum + each.seats, helper);
    const wheelchairs = here.reduce((sum, each) => sum + each.wheelchairs, 0);
    return seats <= room.seats && wheelchairs <= room.wheelchairs;
  });
}

function rideFaults(problem: Problem, indices: readonly number[]): readonly string[] {
  const { n, durations } = problem;
  const faults: string[] = [];
  let ride = 0;
  let next: Pupil | undefined;
  for (const pupil of pupilsAt(problem, indices).toReversed()) {
    ride += (durations[pupil.index * n + (next?.index ?? 0)] ?? 0) + (next?.boarding ?? 0);
    if (ride > pupil.maxRide) faults.push(`${pupil.id} rides ${ride} s`);
    next = pupil;
  }
  return faults;
}

function companyFaults(problem: Problem, indices: readonly number[]): readonly string[] {
  return crewsOf(problem, indices).flatMap((here) => {
    const ids = new Set(here.map((each) => each.id));
    return here.flatMap((each) => [
      ...(each.alone && here.length > 1 ? [`${each.id} is not alone`] : []),
      ...each.notWith
        .filter((id) => id !== each.id && ids.has(id))
        .map((id) => `${each.id} is with ${id}`),
    ]);
  });
}

function pupilsAt(problem: Problem, indices: readonly number[]): readonly Pupil[] {
  return indices.flatMap((index) => problem.pupils[index - 1] ?? []);
}

function metresOf({ n, distances }: Problem, indices: readonly number[]): number {
  return indices.reduce(
    (sum, index, k) => sum + (distances[index * n + (indices[k + 1] ?? 0)] ?? 0),
    0,
  );
}
